package app.afterbeep.results;

import app.afterbeep.calls.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/// How days become weeks and figures become rates. Weeks begin on the day on which they begin where the rep
/// lives: they are only shown, never written into a file.
final class ResultsRules {
    /// The weeks of the kept rate.
    static final int WEEKS = 12;
    /// More days than this are shown by week.
    static final int DAYS_SHOWN = 45;
    /// One bar is no chart: a short range is shown among the days before it.
    static final int LEAST_DAYS = 14;
    /// Fewer calls than this give no rate.
    static final int ENOUGH = 10;
    /// Fewer calls than this name no best hour.
    static final int ENOUGH_FOR_BEST = 100;
    private static final int ENOUGH_IN_BEST = 30;
    /// Standard deviations that leave 5 in 100 below.
    private static final double SURE = 1.645;

    private ResultsRules() {}

    /// Rounded, but 100 only when it is all and 0 only when it is none.
    static int percent(int part, int whole) {
        if (whole <= 0) {
            return 0;
        }
        int rounded = Math.round(100f * part / whole);
        return part > 0 && rounded == 0 ? 1 : part < whole && rounded == 100 ? 99 : rounded;
    }

    private static LocalDate weekOf(LocalDate day, DayOfWeek firstDay) {
        return day.with(TemporalAdjusters.previousOrSame(firstDay));
    }

    /// The days that the charts show: the range, and what comes before it when it is short.
    static Days window(Days range) {
        LocalDate from = range.to().minusDays(LEAST_DAYS - 1L);
        return range.from().isBefore(from) ? range : new Days(from, range.to());
    }

    /// The weeks whose kept rate is shown: those of the range, at least twelve.
    ///
    /// @param firstDay of a week
    static Days weeks(Days range, DayOfWeek firstDay) {
        LocalDate from = weekOf(range.to(), firstDay).minusWeeks(WEEKS - 1L);
        return new Days(range.from().isBefore(from) ? weekOf(range.from(), firstDay) : from, range.to());
    }

    /// A day, or a week as far as it lies in the days shown, with what was counted in it.
    ///
    /// @param inRange false for what is only shown beside the range
    record Bucket<T>(Days days, boolean inRange, T value) {}

    /// Every day of `shown`, or every week where that is more than [#DAYS_SHOWN] days; also those without any figure.
    static <T> List<Bucket<T>> buckets(Days shown, Days range, DayOfWeek firstDay, Map<LocalDate, T> byDay, T none, BinaryOperator<T> plus) {
        boolean weekly = ChronoUnit.DAYS.between(shown.from(), shown.to()) >= DAYS_SHOWN;
        return weekly ? byWeek(shown, range, firstDay, byDay, none, plus)
            : shown.from().datesUntil(shown.to().plusDays(1)).map(day -> new Bucket<>(Days.of(day), range.has(day), byDay.getOrDefault(day, none)))
                .toList();
    }

    static <T> List<Bucket<T>> byWeek(Days shown, Days range, DayOfWeek firstDay, Map<LocalDate, T> byDay, T none, BinaryOperator<T> plus) {
        List<Bucket<T>> weeks = new ArrayList<>();
        for (LocalDate first = weekOf(shown.from(), firstDay); !first.isAfter(shown.to()); first = first.plusWeeks(1)) {
            LocalDate last = first.plusDays(6);
            Days days = new Days(first.isBefore(shown.from()) ? shown.from() : first, last.isAfter(shown.to()) ? shown.to() : last);
            T sum = days.from().datesUntil(days.to().plusDays(1)).map(day -> byDay.getOrDefault(day, none)).reduce(none, plus);
            weeks.add(new Bucket<>(days, range.has(days.from()) || range.has(days.to()), sum));
        }
        return weeks;
    }

    /// Weekday and hour at the prospects' places.
    record Slot(DayOfWeek weekday, int hour) {}

    /// The hour of the day in which people are reached clearly more often than over all: also the lower end of what its rate may
    /// be in truth (Wilson's interval, surer than 19 in 20) lies above the rate of all hours. Empty with too few calls, and
    /// when no hour stands out.
    static Optional<Integer> bestHour(Map<Slot, Figures> slots) {
        Figures all = slots.values().stream().reduce(Figures.NONE, Figures::plus);
        if (all.attempts() < ENOUGH_FOR_BEST) {
            return Optional.empty();
        }
        double overall = (double) all.connects() / all.attempts();
        return IntStream.range(0, 24).boxed().filter(hour -> ofHour(slots, hour).attempts() >= ENOUGH_IN_BEST)
            .filter(hour -> lowerBound(ofHour(slots, hour)) > overall).max(Comparator.comparingDouble(hour -> lowerBound(ofHour(slots, hour))));
    }

    static Figures ofHour(Map<Slot, Figures> slots, int hour) {
        return slots.entrySet().stream().filter(slot -> slot.getKey().hour() == hour).map(Map.Entry::getValue).reduce(Figures.NONE, Figures::plus);
    }

    private static double lowerBound(Figures f) {
        double n = f.attempts();
        double p = f.connects() / n;
        double z2 = SURE * SURE;
        return (p + z2 / (2 * n) - SURE * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n);
    }
}

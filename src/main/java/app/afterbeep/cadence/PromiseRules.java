package app.afterbeep.cadence;

import app.afterbeep.prospects.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.BiFunction;

/// When the next call is, and whether a promise was kept.
public final class PromiseRules {
    public static final Duration KEPT_WITHIN = Duration.ofMinutes(15);
    static final Duration APART = Duration.ofMinutes(5);
    /// What counts as another time of day, in seconds.
    private static final int OTHER_TIME = 2 * 3_600;
    private static final int QUARTER = 900;
    private static final int SLOTS_A_DAY = 3;
    private static final int DAYS_AHEAD = 90;

    private PromiseRules() {}

    /// What the next slot depends on.
    ///
    /// @param waitDays  working days until the next call, at least 1
    /// @param zones     where the prospect could be; the first is the one that is spoken
    /// @param hours     the prospect's hours; its days are the working days
    /// @param mine      the rep's hours, in `myZone`
    /// @param earlier   when the last attempts were placed
    /// @param taken     the times of all other open promises between two moments; asked for the days that come into question
    /// @param spread    any number that differs from prospect to prospect, so that not all slots are the same
    public record Wish(Instant now, int waitDays, List<ZoneId> zones, CallingHours hours, CallingHours mine, ZoneId myZone,
                       List<Instant> earlier, BiFunction<Instant, Instant, NavigableSet<Instant>> taken, long spread) {}

    /// Slots to choose from, the best first: at a quarter-hour, on the earliest working day after the wait, at another time of
    /// day than the last attempts, inside the prospect's and the rep's hours, at least 5 minutes from any other promise.
    /// Where the hours never meet, the prospect's count. Never empty.
    ///
    /// @param count at most so many
    public static List<Slot> slots(Wish wish, int count) {
        List<Slot> slots = slots(wish, count, true);
        return slots.isEmpty() ? slots(wish, count, false) : slots;
    }

    private static List<Slot> slots(Wish wish, int count, boolean insideMine) {
        List<Slot> slots = new ArrayList<>();
        ZoneId zone = wish.zones().getFirst();
        LocalDate day = workingDay(wish.now().atZone(zone).toLocalDate(), Math.max(1, wish.waitDays()), wish.hours());
        for (int i = 0; i < DAYS_AHEAD && slots.size() < count; i++) {
            slots.addAll(slots(wish, day, zone, insideMine));
            day = workingDay(day, 1, wish.hours());
        }
        if (slots.isEmpty() && !insideMine) {
            // Candidate zones so far apart that they share no hour: the first one's word, at the opening of its day.
            slots.add(new Slot(wish.hours().nextOpen(List.of(zone), wish.now().plus(Duration.ofDays(1))), zone));
        }
        return slots.subList(0, Math.min(count, slots.size()));
    }

    /// The `days`-th working day after `day`.
    static LocalDate workingDay(LocalDate day, int days, CallingHours hours) {
        LocalDate next = day;
        int left = days;
        for (int i = 0; i < DAYS_AHEAD * 2 && left > 0; i++) {
            next = next.plusDays(1);
            if (hours.days().test(next)) {
                left--;
            }
        }
        return next;
    }

    private static List<Slot> slots(Wish wish, LocalDate day, ZoneId zone, boolean insideMine) {
        NavigableSet<Instant> taken = wish.taken().apply(day.atStartOfDay(zone).toInstant().minus(APART),
            day.plusDays(1).atStartOfDay(zone).toInstant().plus(APART));
        List<LocalTime> earlier = wish.earlier().stream().map(at -> at.atZone(zone).toLocalTime()).toList();
        List<Slot> good = new ArrayList<>();
        Map<Slot, Integer> rest = new LinkedHashMap<>();
        // The slot's zone is one of those that must be open, so that no other time of day comes into question.
        int end = Math.ceilDiv(wish.hours().to().toSecondOfDay(), QUARTER);
        for (int quarter = Math.ceilDiv(wish.hours().from().toSecondOfDay(), QUARTER); quarter < end; quarter++) {
            LocalTime time = LocalTime.ofSecondOfDay(quarter * (long) QUARTER);
            Slot slot = new Slot(day.atTime(time).atZone(zone).toInstant(), zone);
            if (free(taken, slot.at()) && wish.hours().open(wish.zones(), slot.at())
                && (!insideMine || wish.mine().open(List.of(wish.myZone()), slot.at()))) {
                int distance = distance(earlier, slot.there().toLocalTime());
                if (distance >= OTHER_TIME) {
                    good.add(slot);
                } else {
                    rest.put(slot, distance);
                }
            }
        }
        Collections.rotate(good, good.isEmpty() ? 0 : Math.floorMod(wish.spread() * 0x9E3779B97F4A7C15L >>> 32, good.size()));
        rest.entrySet().stream().sorted(Map.Entry.<Slot, Integer>comparingByValue().reversed()).map(Map.Entry::getKey).forEach(good::add);
        List<Slot> chosen = new ArrayList<>();
        for (Slot slot : good) {
            if (chosen.size() < SLOTS_A_DAY
                && chosen.stream().allMatch(c -> Math.abs(c.at().getEpochSecond() - slot.at().getEpochSecond()) >= OTHER_TIME)) {
                chosen.add(slot);
            }
        }
        return chosen;
    }

    /// Whether no time of `taken` is nearer than 5 minutes.
    public static boolean free(NavigableSet<Instant> taken, Instant at) {
        return taken.subSet(at.minus(APART), false, at.plus(APART), false).isEmpty();
    }

    /// To the nearest of the times of day of earlier attempts, in seconds.
    private static int distance(List<LocalTime> earlier, LocalTime time) {
        return earlier.stream().mapToInt(at -> Math.abs(at.toSecondOfDay() - time.toSecondOfDay())).min().orElse(Integer.MAX_VALUE);
    }

    /// What became of an open promise through an attempt at `now`.
    ///
    /// @param connect the prospect was reached
    public static Promise.State settle(Promise promise, Instant now, boolean connect) {
        if (!now.isBefore(promise.dayEndsAt())) {
            return Promise.State.MISSED;
        }
        if (now.isAfter(promise.at().plus(KEPT_WITHIN))) {
            return Promise.State.LATE;
        }
        if (!now.isBefore(promise.at().minus(KEPT_WITHIN))) {
            return Promise.State.KEPT;
        }
        return connect ? Promise.State.RELEASED : Promise.State.MOVED;
    }

    /// What becomes of an open promise when the prospect calls at `now`: it was reached first, unless the promised day is over.
    public static Promise.State released(Promise promise, Instant now) {
        return now.isBefore(promise.dayEndsAt()) ? Promise.State.RELEASED : Promise.State.MISSED;
    }

    /// What becomes of an open promise that the rep gives another time at `now`. From its own minute on moving can no longer make
    /// it good: it is missed, also on its own day, so that nobody improves the kept rate by moving what is late.
    public static Promise.State moved(Promise promise, Instant now) {
        return now.isBefore(promise.at()) ? Promise.State.MOVED : Promise.State.MISSED;
    }

    /// What becomes of an open promise that the rep drops: whoever was to be called was promised it. A meeting is let go.
    public static Promise.State dropped(Promise promise) {
        return promise.kind() == Promise.Kind.MEETING ? Promise.State.RELEASED : Promise.State.MISSED;
    }
}

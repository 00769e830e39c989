package app.afterbeep.prospects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// When somebody may be called: for each local day the spans that are open, `from` included and `to` not. They must hold in every zone where
/// the prospect could be.
///
/// @param on   the spans of a day, inside `from` and `to`; empty for a day that is closed
/// @param from no day opens earlier
/// @param to   no day closes later
public record CallingHours(Function<LocalDate, List<Span>> on, LocalTime from, LocalTime to) {
    private static final int DAYS_AHEAD = 60;
    private static final Predicate<LocalDate> EVERY_DAY = day -> true;

    /// A part of a day.
    public record Span(LocalTime from, LocalTime to) {
        boolean has(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    /// The same every day.
    public CallingHours(LocalTime from, LocalTime to) {
        this(from, to, EVERY_DAY);
    }

    /// The same on every day that is open.
    public CallingHours(LocalTime from, LocalTime to, Predicate<LocalDate> days) {
        this(from, to, days, List.of(new Span(from, to)));
    }

    private CallingHours(LocalTime from, LocalTime to, Predicate<LocalDate> days, List<Span> spans) {
        this(day -> days.test(day) ? spans : List.of(), from, to);
    }

    /// Which local days are open at all.
    public Predicate<LocalDate> days() {
        return day -> !on.apply(day).isEmpty();
    }

    /// What is open in both.
    public CallingHours and(CallingHours other) {
        return new CallingHours(day -> {
            List<Span> both = new ArrayList<>();
            for (Span one : on.apply(day)) {
                for (Span two : other.on.apply(day)) {
                    Span span = new Span(later(one.from, two.from), earlier(one.to, two.to));
                    if (span.from.isBefore(span.to)) {
                        both.add(span);
                    }
                }
            }
            return both;
        }, later(from, other.from), earlier(to, other.to));
    }

    private static LocalTime later(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }

    public boolean open(List<ZoneId> zones, Instant at) {
        for (ZoneId zone : zones) {
            if (!open(at.atZone(zone))) {
                return false;
            }
        }
        return true;
    }

    private boolean open(ZonedDateTime there) {
        LocalTime time = there.toLocalTime();
        return !time.isBefore(from) && time.isBefore(to) && on.apply(there.toLocalDate()).stream().anyMatch(span -> span.has(time));
    }

    /// The first moment from `at` on that is open in all zones; `at` itself when it is open.
    /// Looks 60 days ahead; zones that never agree within them give `at` plus 60 days.
    public Instant nextOpen(List<ZoneId> zones, Instant at) {
        Instant moment = at;
        Instant end = at.plusSeconds(DAYS_AHEAD * 24L * 3600);
        while (moment.isBefore(end)) {
            Instant earliest = moment;
            for (ZoneId zone : zones) {
                Instant open = nextOpen(zone, moment, end);
                earliest = open.isAfter(earliest) ? open : earliest;
            }
            if (earliest.equals(moment)) {
                return moment;
            }
            moment = earliest;
        }
        return end;
    }

    private Instant nextOpen(ZoneId zone, Instant at, Instant end) {
        ZonedDateTime there = at.atZone(zone);
        if (open(there)) {
            return at;
        }
        LocalDate day = there.toLocalDate();
        for (int i = 0; i <= DAYS_AHEAD; i++, day = day.plusDays(1)) {
            LocalDate here = day;
            boolean today = i == 0;
            Instant next = on.apply(day).stream().filter(span -> !today || span.from.isAfter(there.toLocalTime())).map(Span::from)
                .min(Comparator.naturalOrder()).map(from -> here.atTime(from).atZone(zone).toInstant()).orElse(null);
            if (next != null && next.isAfter(at)) {
                return next;
            }
        }
        return end;
    }
}

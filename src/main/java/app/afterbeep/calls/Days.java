package app.afterbeep.calls;

import java.time.LocalDate;
import java.util.Set;

/// Local days of the rep, both included.
public record Days(LocalDate from, LocalDate to) {
    public Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("days end before they begin");
        }
    }

    public static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /// From the earlier to the later one.
    public static Days between(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? new Days(other, one) : new Days(one, other);
    }

    /// The last seven, today included.
    public static Days lastSeven(LocalDate today) {
        return last(7, today);
    }

    /// So many, today included.
    public static Days last(int days, LocalDate today) {
        return new Days(today.minusDays(days - 1L), today);
    }

    public boolean oneDay() {
        return from.equals(to);
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// @param outcomes codes; empty for all
    /// @param list     name, "" for all
    public LogFilter filter(Set<String> outcomes, String list, String text) {
        return new LogFilter(from, to, outcomes, list, text);
    }

    /// "2026-11-23", or "2026-11-17-to-2026-11-23": for a file's name.
    public String fileName() {
        return oneDay() ? from.toString() : from + "-to-" + to;
    }
}

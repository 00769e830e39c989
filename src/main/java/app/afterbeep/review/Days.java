package app.afterbeep.review;

import app.afterbeep.calls.LogFilter;
import java.time.LocalDate;
import java.util.Set;

/// Local days of the rep, both included.
record Days(LocalDate from, LocalDate to) {
    Days {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("days end before they begin");
        }
    }

    static Days of(LocalDate day) {
        return new Days(day, day);
    }

    /// The last seven, today included.
    static Days lastSeven(LocalDate today) {
        return new Days(today.minusDays(6), today);
    }

    boolean oneDay() {
        return from.equals(to);
    }

    /// @param outcomes codes; empty for all
    /// @param list name, "" for all
    LogFilter filter(Set<String> outcomes, String list, String text) {
        return new LogFilter(from, to, outcomes, list, text);
    }

    /// "2026-11-23", or "2026-11-17-to-2026-11-23": for a file's name.
    String fileName() {
        return oneDay() ? from.toString() : from + "-to-" + to;
    }
}

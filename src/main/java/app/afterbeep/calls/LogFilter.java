package app.afterbeep.calls;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which attempts of the log are meant.
///
/// @param from     first day in the rep's zone, or null for the beginning
/// @param to       last day in the rep's zone, itself included, or null for the end
/// @param outcomes codes; empty for all
/// @param list     name of the list, "" for all
/// @param text     words of the prospect, digits of the number or a part of the note; "" for all
public record LogFilter(@Nullable LocalDate from, @Nullable LocalDate to, Set<String> outcomes, String list, String text) {
    public LogFilter {
        outcomes = Set.copyOf(outcomes);
    }

    public static LogFilter all() {
        return between(null, null);
    }

    public static LogFilter between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new LogFilter(from, to, Set.of(), "", "");
    }
}

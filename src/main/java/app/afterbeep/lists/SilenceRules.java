package app.afterbeep.lists;

import java.util.Locale;
import java.util.Set;

/// What the value of a do-not-call column says. What is not plainly a no counts as do not call, a date or "opted out" among it: calling somebody who
/// asked not to be called is the worse mistake.
final class SilenceRules {
    private static final Set<String> MAY_BE_CALLED = Set.of("", "false", "no", "0", "n", "f", "off", "-", "none", "null", "n/a", "na", "nein", "non", "nee", "ok",
        "ok to call", "call", "allowed");
    private static final Set<String> YES = Set.of("true", "yes", "1", "x", "y", "t", "on", "dnc", "do not call", "ja", "oui", "sí", "si");

    private SilenceRules() {}

    static boolean isSilenced(String value) {
        return !MAY_BE_CALLED.contains(word(value));
    }

    /// What is said about a value that was not plain; else "".
    static String remark(String value) {
        return !isSilenced(value) || YES.contains(word(value)) ? "" : "‘" + value + "’ is taken for do not call";
    }

    private static String word(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}

package app.afterbeep.coach;

import java.util.Locale;
import java.util.Optional;

/// One thing that the coach has to say about a text.
///
/// @param rule     its stable name, as on the command line: `asks-for-callback`
/// @param from     where the words that it is about begin, in characters of the text as it is written, fields and all
/// @param to       where they end; equal to `from` when it is about the whole text
/// @param title    a few words: "Asks for a callback"
/// @param sentence why, in one sentence
/// @param fix      what would mend it, where something would
public record Finding(String rule, Severity severity, Part part, int from, int to, String title, String sentence, Optional<Fix> fix) {
    /// The rule of a field that somebody on a list may have no value for: no matter where the text is for one person.
    public static final String NO_FALLBACK = "no-fallback";

    /// Where the words stand.
    public enum Part { SUBJECT, BODY }

    public enum Severity {
        /// Must not be spoken or sent so.
        ERROR,
        /// Costs the listener's patience.
        WARNING,
        /// Good to know.
        HINT,
        /// As it should be.
        GOOD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Replaces a part of the text.
    ///
    /// @param label what it does, as a button says it: "Remove"
    public record Fix(String label, int from, int to, String replacement) {}
}

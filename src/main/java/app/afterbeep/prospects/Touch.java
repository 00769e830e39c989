package app.afterbeep.prospects;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Any contact with a prospect by any channel: one line of the history.
///
/// @param at        when it happened, or for an email that has not left when it may
/// @param entries   the deposits and withdrawals that it was
/// @param attemptId the attempt it is or belongs to
public record Touch(Instant at, String what, List<Balance.Entry> entries, long attemptId) {
    public Touch {
        entries = List.copyOf(entries);
    }

    /// A touch builds the relationship or takes from it.
    public enum Weight { DEPOSIT, WITHDRAWAL, NEUTRAL }

    /// What was taken outweighs what was given.
    public Weight weight() {
        return entries.isEmpty() ? Weight.NEUTRAL
            : entries.stream().allMatch(Balance.Entry::deposit) ? Weight.DEPOSIT : Weight.WITHDRAWAL;
    }

    /// What was taken, in words: "Promise missed"; "" when nothing was.
    public String taken() {
        String words = entries.stream().filter(entry -> !entry.deposit()).map(Balance.Entry::words).collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// One sign for each entry: "+", "+−"
    public String signs() {
        return entries.stream().map(Balance.Entry::sign).collect(Collectors.joining());
    }

    /// "Deposit: message. Withdrawal: promise missed"; "" for a touch that was neither.
    public String spoken() {
        return entries.stream().map(Balance.Entry::spoken).collect(Collectors.joining(". "));
    }
}

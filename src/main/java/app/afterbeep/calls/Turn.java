package app.afterbeep.calls;

import java.time.Instant;

/// Whose turn it is.
public sealed interface Turn {
    /// A prospect, and who comes after in a few words ("" when nobody does).
    record Prospect(Card card, String after) implements Turn {}

    /// Nobody can be called right now.
    ///
    /// @param who  comes first
    /// @param when there, in words
    /// @param at   the moment
    /// @param outside somebody could be called outside the preferred hours
    record Later(String who, String when, Instant at, boolean outside) implements Turn {}

    /// Nobody is left to call.
    ///
    /// @param any      there are prospects at all
    /// @param comingIn some are just being imported: nobody of them is called before all are in
    record Nobody(boolean any, boolean comingIn) implements Turn {}
}

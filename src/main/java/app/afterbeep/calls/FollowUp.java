package app.afterbeep.calls;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.Prospect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything that an outcome will do, worked out before it is pressed: the button says it, the click does it.
///
/// @param status     where the prospect stands afterwards
/// @param nextCallAt the next call, or null for none
/// @param agreed     the promise, callback or meeting that it makes, or null
/// @param withdraw   emails that have not left are withdrawn
/// @param numberBad  the dialed number is marked bad
/// @param suppress   the person goes on the do-not-call list
public record FollowUp(Prospect.Status status, long seriesId, int step, Prospect.Due due, @Nullable Instant nextCallAt,
                       @Nullable Agreed agreed, Mail mail, boolean withdraw, boolean numberBad, boolean suppress) {

    public record Agreed(Promise.Kind kind, Slot slot) {}

    /// What becomes of the step's email.
    public enum Mail {
        NONE, QUEUED,
        /// Queued, but held back until a value that it lacks is known.
        HELD, NO_ADDRESS
    }
}

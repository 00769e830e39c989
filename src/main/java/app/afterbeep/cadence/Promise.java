package app.afterbeep.cadence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/// A time that was agreed.
///
/// @param dayEndsAt from then on it is missed, if still open
public record Promise(long id, long prospectId, Kind kind, Instant at, ZoneId zone, Instant dayEndsAt, State state) {
    /// Its state as the rep sees it at `now`: an open one whose day is over is missed.
    public State seen(Instant now) {
        return state == State.OPEN && !now.isBefore(dayEndsAt) ? State.MISSED : state;
    }

    public enum Kind {
        /// The rep announced it.
        PROMISE,
        /// The prospect asked for it.
        CALLBACK, MEETING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State {
        OPEN,
        /// An attempt within 15 minutes of it.
        KEPT,
        /// An attempt later the same day.
        LATE,
        /// No attempt on that day.
        MISSED,
        /// Given another time before its own by the rep: on the agenda, or by calling earlier and promising anew.
        MOVED,
        /// The prospect was reached before it was due. A meeting that was dropped, too.
        RELEASED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

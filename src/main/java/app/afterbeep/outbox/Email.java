package app.afterbeep.outbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A follow-up email.
///
/// @param name    of the prospect
/// @param problem why it failed, or what it lacks: a waiting email is not ready before it has that; else ""
/// @param dueAt   when the undo window is over
public record Email(long id, long prospectId, String name, String company, String to, String subject, String body, State state,
                    String problem, Instant queuedAt, Instant dueAt, @Nullable Instant sentAt) {
    public enum State {
        /// Inside the undo window, or lacking a value.
        WAITING,
        /// May leave.
        READY, SENDING, SENT, FAILED, UNKNOWN, WITHDRAWN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

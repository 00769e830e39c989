package app.afterbeep.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A follow-up email.
///
/// @param name    of the prospect
/// @param subject as it was written; [LetterRules#subject] says what it is when the email answers an earlier one
/// @param problem why it failed, or what it lacks: a waiting email is not ready before it has that; else ""
/// @param dueAt   when the undo window is over
public record Email(long id, long prospectId, String name, String company, String to, String subject, String body, State state,
                    String problem, Instant queuedAt, Instant dueAt, @Nullable Instant sentAt, Journey journey) {
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

    /// How the email travels.
    ///
    /// @param edited        the rep has changed this email's own text
    /// @param askedAt       when the rep asked for it to leave; null: nobody did
    /// @param tries         connections that came to nothing
    /// @param nextTryAt     after a failure that may pass, else null; the problem then says which
    /// @param messageId     of its header, "" before it was sent for the first time
    /// @param answers       the Message-IDs of the emails of this series that the prospect has, oldest first
    /// @param threadSubject the subject of the first of them, or ""
    public record Journey(boolean edited, @Nullable Instant askedAt, int tries, @Nullable Instant nextTryAt, String messageId,
                          List<String> answers, String threadSubject) {
        static final Journey NONE = new Journey(false, null, 0, null, "", List.of(), "");

        public Journey {
            answers = List.copyOf(answers);
        }
    }
}

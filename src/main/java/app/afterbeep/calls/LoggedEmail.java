package app.afterbeep.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One email of the log.
///
/// @param attemptId the call that queued it
/// @param state     waiting, ready, sending, sent, failed, unknown or withdrawn
/// @param dueAt     from when it may leave
public record LoggedEmail(long emailId, long attemptId, String state, String to, String subject, Instant queuedAt, Instant dueAt,
                          @Nullable Instant sentAt) {}

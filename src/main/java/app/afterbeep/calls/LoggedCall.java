package app.afterbeep.calls;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One attempt as the log shows it, with what became of it. Missing texts are "".
///
/// @param zone           the prospect's
/// @param outcome        code
/// @param phone          E.164
/// @param script         name and version of the message that was spoken: "The cost nobody owns v1"
/// @param messageSeconds null when the timer was not used
/// @param promisedAt     the time that this call's message announced
/// @param promise        open, kept, late, missed, moved or released; open turns into missed when the promised day is over
/// @param nextCallAt     what it scheduled
/// @param email          state of the email that it queued; waiting turns into ready when its time has come
/// @param note           what was written then and later
public record LoggedCall(
    long attemptId, long prospectId, Instant at, ZoneId zone, String direction, String outcome, String firstName, String lastName,
    String company, String phone, String list, int step, String script, @Nullable Integer messageSeconds, @Nullable Instant promisedAt,
    String promise, @Nullable Instant nextCallAt, String email, String note) {}

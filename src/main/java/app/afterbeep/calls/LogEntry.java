package app.afterbeep.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt with all that is known of it: what an exact export writes and an import restores. Missing texts are "".
///
/// @param title      of the prospect, as the next two
/// @param timeZone   only one that somebody knew: what a number says is found out again
/// @param phones     all numbers of the prospect, best first, blank-separated: +19185550142;ext=7
/// @param source     how the attempt got into the log
/// @param messageLength milliseconds that a speaker of 150 words a minute needs for the message; null where only its words are known
/// @param opening    name and version of the line that owned a missed promise
/// @param agreed     all times that were agreed in it, a JSON array of kind, at, zone, state, settled_at and moved
/// @param mail       the email that it queued, or null
/// @param was        what stood here before each correction, a JSON array of until, outcome, at, note and next_call_at
/// @param followed   whose consequences were done: "" those of its outcome, `none`, or those of another outcome, by code, that the log
///                   alone was corrected from
/// @param stepShown  which of the steps that are on now it was, from 1, as the screens say; "" for one that is no longer on
public record LogEntry(
    LoggedCall call, String title, String emailAddress, String externalId, String timeZone, String phones, String source, String series,
    @Nullable Integer messageWords, @Nullable Integer messageLength, String opening, String agreed, @Nullable Mail mail, @Nullable Instant correctedAt, String was,
    String followed, String stepShown) {

    /// The email of an attempt, whose state stands in [LoggedCall#email].
    ///
    /// @param messageId of its header, "" before it was first sent
    public record Mail(String to, String subject, String body, Instant queuedAt, Instant dueAt, @Nullable Instant sentAt, String messageId) {}
}

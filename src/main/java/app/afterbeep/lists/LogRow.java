package app.afterbeep.lists;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.Outcome;
import app.afterbeep.outbox.Email;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of an exported call log, understood. Missing texts are "".
///
/// @param phone    of the attempt, E.164, or ""
/// @param phones   of the prospect, best first; at least one unless the row has none at all
/// @param place    where the prospect is: the time zone that somebody knew, else what the number says
/// @param placeSource which of the two it was
/// @param script   name and version
/// @param followed whose consequences were done, as [LogEntry#followed] has it
/// @param was      what stood there before each correction, a JSON array, or ""
/// @param agreed   JSON array of what was agreed, or "" in a file that was not exact
/// @param promised the promise in a file that was not exact, or null
/// @param mail     the email it queued, or null
/// @param mailSent the state in which it is restored, or null without one
/// @param remark   what of the row is not restored as it was, or ""
record LogRow(
    long attemptId, Instant at, boolean inbound, Outcome outcome, String firstName, String lastName, String company, String title,
    String emailAddress, String externalId, String phone, List<Phone> phones, Place place, Place.Source placeSource, String list, int step,
    String series, String script, String opening, @Nullable Integer words, @Nullable Integer length, @Nullable Integer seconds, @Nullable Instant nextCallAt, String note,
    String source, String followed, @Nullable Instant correctedAt, String was, String agreed, @Nullable Promised promised, LogEntry.@Nullable Mail mail,
    Email.@Nullable State mailSent, String remark) {

    /// The outcome whose consequences are restored; empty when there were none.
    Optional<Outcome> followedBy() {
        return followed.isEmpty() ? Optional.of(outcome) : followed.equals(AttemptStore.NOTHING) ? Optional.empty() : Optional.of(Outcome.of(followed));
    }

    record Promised(Instant at, Promise.State state) {}
}

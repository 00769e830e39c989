package app.afterbeep.review;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.cadence.WhenRules.Bounds;
import app.afterbeep.cadence.WhenRules.Verdict;
import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.calls.Outcome;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call of the log as the rep enters it.
///
/// @param day        of the call, here; null while none can be read
/// @param time       of the call, here, as typed
/// @param agreedDay  of what was agreed, at the prospect's place, or null
/// @param agreedTime as typed, or ""
record CallInput(Outcome outcome, @Nullable LocalDate day, String time, String note, @Nullable LocalDate agreedDay, String agreedTime) {

    /// The outcome names a time.
    boolean agrees() {
        return outcome == Outcome.CALLBACK_REQUESTED || outcome == Outcome.MEETING_BOOKED;
    }

    /// What speaks against the time that was agreed; nothing while there is none.
    Verdict verdict(Bounds bounds, Instant now) {
        return agreed(bounds.zone(), now).map(slot -> WhenRules.judge(
            outcome == Outcome.MEETING_BOOKED ? What.MEETING : What.CALLBACK, bounds.at(now), slot.at())).orElse(new Verdict("", false, ""));
    }

    /// When the call was; empty while the time can't be read.
    Optional<Instant> at(ZoneId here) {
        return day == null ? Optional.empty() : Times.parseWorking(time).map(clock -> day.atTime(clock).atZone(here).toInstant());
    }

    /// What to enter instead of this time of the call, or "" when the log can have it.
    static String problem(Optional<Instant> at, Instant now) {
        return at.isEmpty() ? "Write the time as 10:15, 2:30 pm or 14:30."
            : at.get().isAfter(now) ? "That time is still to come. A call in the log is over." : "";
    }

    /// What was agreed; empty while it can't be read or is over.
    Optional<Slot> agreed(ZoneId there, Instant now) {
        return !agrees() || agreedDay == null ? Optional.empty()
            : Times.parseWorking(agreedTime).map(clock -> new Slot(agreedDay.atTime(clock).atZone(there).toInstant(), there))
                .filter(slot -> slot.at().isAfter(now));
    }
}

package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.Round;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a prospect stands after what the log says, for a log that was imported: what each outcome did ([OutcomeRules]), with the times
/// that were logged instead of times that are found anew.
public final class StandingRules {
    private StandingRules() {}

    /// One attempt that had consequences, as far as it decides what came next.
    ///
    /// @param outcome the one whose consequences were done
    public record Past(Outcome outcome, long seriesId, int step, @Nullable Instant nextCallAt) {}

    /// Where a prospect stands.
    public record Standing(Status status, long seriesId, int step, Due due, @Nullable Instant nextCallAt) {
        /// Of somebody who was never called.
        public static Standing fresh(Round round) {
            return new Standing(Status.ACTIVE, round.seriesId(), round.step(), Due.FRESH, Prospect.AT_ONCE);
        }

        private boolean inCadence() {
            return status == Status.ACTIVE || status == Status.RESTING;
        }

        /// The same call as before this attempt: it was made early, in vain.
        private boolean keeps(@Nullable Instant next) {
            return nextCallAt != null && nextCallAt.equals(next) && due != Due.FRESH;
        }
    }

    /// @param nextRound what is heard after a rest
    public static Standing after(Standing before, Past attempt, Cadence cadence, Round nextRound) {
        Instant next = attempt.nextCallAt();
        int step = attempt.step();
        Standing resting = new Standing(Status.RESTING, nextRound.seriesId(), nextRound.step(), Due.STEP, next);
        return switch (attempt.outcome()) {
            case CONVERSATION -> new Standing(Status.TALKING, attempt.seriesId(), step, before.due(), next);
            case MEETING_BOOKED -> new Standing(Status.MEETING, attempt.seriesId(), step, before.due(), null);
            case DO_NOT_CALL -> new Standing(Status.DNC, attempt.seriesId(), step, before.due(), null);
            case NOT_INTERESTED -> next == null ? new Standing(Status.CLOSED, attempt.seriesId(), step, before.due(), null) : resting;
            // Without a next call it waits for a number; a meeting stays.
            case WRONG_NUMBER -> next != null ? scheduled(before, attempt, cadence, next, resting)
                : before.status() == Status.MEETING ? before : stay(before, attempt, step, Due.STEP);
            // It changed nothing, or was logged before it was kept whether anything followed.
            case LEFT_VOICEMAIL, NO_ANSWER, GATEKEEPER, BUSY, CALLBACK_REQUESTED -> next == null ? before
                : scheduled(before, attempt, cadence, next, resting);
        };
    }

    private static Standing scheduled(Standing before, Past attempt, Cadence cadence, Instant next, Standing resting) {
        int step = attempt.step();
        boolean inCadence = before.inCadence();
        return switch (attempt.outcome()) {
            case LEFT_VOICEMAIL -> inCadence && cadence.isGoodbye(step) ? resting
                : stay(before, attempt, inCadence ? cadence.after(step) : step, Due.PROMISE);
            case CALLBACK_REQUESTED -> stay(before, attempt, step, Due.CALLBACK);
            case BUSY -> before.keeps(next) ? before : stay(before, attempt, step, before.due().agreed() ? before.due() : Due.BUSY);
            case WRONG_NUMBER -> before.keeps(next) ? before : stay(before, attempt, step, Due.STEP);
            default -> {
                if (before.keeps(next)) {
                    yield before;
                }
                boolean done = inCadence && !cadence.step(step).kind().owesMessage();
                yield done && cadence.isLast(step) ? resting : stay(before, attempt, done ? cadence.after(step) : step, Due.STEP);
            }
        };
    }

    private static Standing stay(Standing before, Past attempt, int step, Due due) {
        return new Standing(before.inCadence() ? Status.ACTIVE : Status.TALKING, attempt.seriesId(), step, due, attempt.nextCallAt());
    }

    /// What is still agreed outranks what the attempt scheduled: it may have been moved since.
    public static Standing agreed(Standing standing, Promise open) {
        if (standing.status() == Status.DNC || standing.status() == Status.CLOSED) {
            return standing;
        }
        return switch (open.kind()) {
            // Beside a meeting a call may be planned.
            case MEETING -> standing.status() == Status.TALKING && standing.nextCallAt() != null ? standing : new Standing(Status.MEETING, standing.seriesId(), standing.step(), standing.due(), null);
            case PROMISE -> new Standing(standing.status(), standing.seriesId(), standing.step(), Due.PROMISE, open.at());
            case CALLBACK -> new Standing(standing.status(), standing.seriesId(), standing.step(), Due.CALLBACK, open.at());
        };
    }
}

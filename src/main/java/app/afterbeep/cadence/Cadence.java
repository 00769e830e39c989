package app.afterbeep.cadence;

import java.util.List;
import java.util.Locale;

/// The ordered plan of attempts.
///
/// @param steps       at least one; a step's position is its index plus one
/// @param restFrom    shortest rest after the last voicemail, in days
/// @param restTo      longest rest, in days, not under restFrom
public record Cadence(long id, String name, List<Step> steps, int restFrom, int restTo) {
    public Cadence {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || restTo < restFrom) {
            throw new IllegalArgumentException("a cadence has steps and a rest");
        }
    }

    /// The step at `position`, from 1; positions past the end are the last step.
    public Step step(int position) {
        return steps.get(Math.clamp(position, 1, steps.size()) - 1);
    }

    public boolean isLast(int position) {
        return position >= steps.size();
    }

    /// One attempt of the plan.
    ///
    /// @param waitDays working days from this step to the next
    public record Step(Kind kind, int waitDays) {}

    public enum Kind {
        VOICEMAIL, CALL_ONLY, LAST_VOICEMAIL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean owesMessage() {
            return this != CALL_ONLY;
        }
    }
}

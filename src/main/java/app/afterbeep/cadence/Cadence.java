package app.afterbeep.cadence;

import java.util.List;
import java.util.Locale;

/// The ordered plan of attempts. A step is known by its number, which it keeps when the order changes; prospects and the log
/// refer to it.
///
/// @param plan     all steps in their order, those that are switched off or removed too; at least one is on
/// @param restFrom shortest rest after the last voicemail, in days
/// @param restTo   longest rest, in days, not under restFrom
public record Cadence(long id, String name, List<Step> plan, int restFrom, int restTo) {
    public Cadence {
        plan = List.copyOf(plan);
        if (plan.stream().noneMatch(Step::on) || restTo < restFrom) {
            throw new IllegalArgumentException("a cadence has steps and a rest");
        }
    }

    /// The steps that are on, in their order.
    public List<Step> steps() {
        return plan.stream().filter(Step::on).toList();
    }

    /// The step that a round begins with.
    public Step first() {
        return steps().getFirst();
    }

    /// The step of this number; when it is no longer on, the next one that is, past the end the last one.
    public Step step(int number) {
        List<Step> from = from(number);
        return from.isEmpty() ? steps().getLast() : from.getFirst();
    }

    /// The number of the step after this one; after the last one its own.
    public int after(int number) {
        List<Step> from = from(step(number).number());
        return from.size() > 1 ? from.get(1).number() : step(number).number();
    }

    /// Whether the round is over once this step is done: after the last step, and after a last voicemail wherever it stands, since it says that
    /// no more calls come.
    public boolean isLast(int number) {
        return step(number).equals(steps().getLast()) || isGoodbye(number);
    }

    /// Whether the message of this step is the last one. Every other message announces a call, so a call follows it: should it stand at the end,
    /// the same step once more.
    public boolean isGoodbye(int number) {
        return step(number).kind() == Kind.LAST_VOICEMAIL;
    }

    /// Which of the steps that are on it is, from 1.
    public int ordinal(int number) {
        return steps().indexOf(step(number)) + 1;
    }

    /// The steps that are on, from this one.
    private List<Step> from(int number) {
        return plan.stream().dropWhile(step -> step.number() != number).filter(Step::on).toList();
    }

    /// One attempt of the plan.
    ///
    /// @param number   from 1, for good
    /// @param waitDays working days from this step to the next
    public record Step(int number, Kind kind, int waitDays, State state) {
        public boolean on() {
            return state == State.ON;
        }
    }

    public enum State {
        ON,
        /// Left out until it is switched on again.
        OFF,
        /// The log still names it.
        REMOVED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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

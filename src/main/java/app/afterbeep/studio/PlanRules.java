package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.State;
import app.afterbeep.cadence.Cadence.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes to the steps of a cadence. A step keeps its number, whatever is done to the order; the waits stay where they are.
public final class PlanRules {
    private PlanRules() {}

    /// With one step more, behind `after`; with 0 at the end, but before a last voicemail. It comes `waitBefore` days after the step before it, and
    /// the one behind it as many days later as that one did.
    public static List<Step> added(List<Step> plan, Kind kind, int waitBefore, int after) {
        int last = shown(plan).isEmpty() ? -1 : plan.indexOf(shown(plan).getLast());
        boolean beforeLast = after == 0 && kind != Kind.LAST_VOICEMAIL && last >= 0 && plan.get(last).kind() == Kind.LAST_VOICEMAIL;
        int place = after > 0 ? index(plan, after) + 1 : beforeLast ? last : last + 1;
        int number = freeNumber(plan);
        List<Step> next = new ArrayList<>(plan);
        next.add(place, new Step(number, kind, 0, State.ON));
        Step before = before(next, number);
        return before == null ? with(next, number, step -> waiting(step, waitBefore))
            : with(with(next, number, step -> waiting(step, before.waitDays())), before.number(), step -> waiting(step, waitBefore));
    }

    /// The number that the next new step gets.
    public static int freeNumber(List<Step> plan) {
        return plan.stream().mapToInt(Step::number).max().orElse(0) + 1;
    }

    /// The step that this one would change places with; the step itself where there is none.
    ///
    /// @param by -1 for up, 1 for down
    public static Step neighbour(List<Step> plan, int number, int by) {
        List<Step> shown = shown(plan);
        int from = index(shown, number);
        int to = from + by;
        return shown.get(to < 0 || to >= shown.size() ? from : to);
    }

    /// The step and its neighbour in each other's place; the waits stay with the places.
    public static List<Step> moved(List<Step> plan, int number, int by) {
        int from = index(plan, number);
        int to = index(plan, neighbour(plan, number, by).number());
        List<Step> next = new ArrayList<>(plan);
        Step step = plan.get(from);
        Step other = plan.get(to);
        next.set(to, new Step(step.number(), step.kind(), other.waitDays(), step.state()));
        next.set(from, new Step(other.number(), other.kind(), step.waitDays(), other.state()));
        return from == to ? plan : next;
    }

    /// With the step changed.
    public static List<Step> with(List<Step> plan, int number, UnaryOperator<Step> change) {
        return plan.stream().map(step -> step.number() == number ? change.apply(step) : step).toList();
    }

    public static Step kind(Step step, Kind kind) {
        return new Step(step.number(), kind, step.waitDays(), step.state());
    }

    public static Step waiting(Step step, int days) {
        return new Step(step.number(), step.kind(), days, step.state());
    }

    public static Step state(Step step, State state) {
        return new Step(step.number(), step.kind(), step.waitDays(), state);
    }

    /// The step whose wait comes before this one: the one before it that is on; null for the first.
    public static @Nullable Step before(List<Step> plan, int number) {
        @Nullable Step before = null;
        for (Step step : plan) {
            if (step.number() == number) {
                break;
            }
            before = step.on() ? step : before;
        }
        return before;
    }

    /// What the order of the steps means for the people in it, where it is not what one would expect; "" where it is.
    public static String remark(Cadence cadence, Step step) {
        List<Step> steps = cadence.steps();
        int place = steps.indexOf(step);
        if (place < 0) {
            return "";
        }
        boolean over = steps.subList(0, place).stream().anyMatch(earlier -> earlier.kind() == Kind.LAST_VOICEMAIL);
        if (over) {
            return "Never reached: the last voicemail before it ends the round.";
        }
        return place == steps.size() - 1 && step.kind() == Kind.VOICEMAIL
            ? "It announces a call, so one more follows without a message. Then they rest." : "";
    }

    private static List<Step> shown(List<Step> plan) {
        return plan.stream().filter(step -> step.state() != State.REMOVED).toList();
    }

    private static int index(List<Step> plan, int number) {
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).number() == number) {
                return i;
            }
        }
        throw new IllegalArgumentException("no step " + number);
    }
}

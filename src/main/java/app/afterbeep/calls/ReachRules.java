package app.afterbeep.calls;

import app.afterbeep.calls.BalanceRules.Call;
import app.afterbeep.calls.BalanceRules.Past;
import app.afterbeep.prospects.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How somebody can be reached, as the log suggests it, and what that means for the next call: a message, or a call without one.
public final class ReachRules {
    /// Habits change: what is longer ago says nothing.
    static final int LOOK = 10;
    static final int LATELY = 5;
    /// Once is chance.
    static final int CONNECTS = 2;
    static final int GATEKEEPERS = 2;
    /// A series has five attempts: who answered none of them does not answer.
    static final int IN_VAIN = 5;
    /// From so many connects among the latest calls on it is certain enough to put a call without message first.
    static final int SURE = 3;

    private ReachRules() {}

    /// How somebody can be reached.
    ///
    /// @param byHand the rep has said so; else the log suggests it
    /// @param sure   enough to change which outcome is the likely one
    /// @param why    in words: "gatekeeper in 2 of the last 3 calls"; "" when nothing is known
    public record Found(Reach reach, boolean byHand, boolean sure, String why) {
        static final Found NOTHING = new Found(Reach.UNKNOWN, false, false, "");
    }

    /// What the rep has set; where nothing was set what the log suggests.
    public static Found found(Reach set, Past past) {
        return set == Reach.UNKNOWN ? suggested(past) : new Found(set, true, true, switch (set) {
            case ANSWERS -> "they answer";
            case ASSISTANT -> "an assistant screens";
            case NEVER, UNKNOWN -> "they never answer";
        });
    }

    /// From the latest ten calls that the rep placed and that could have been answered (a busy line and a wrong number say nothing of the person):
    ///
    /// - two connects or more: answers; unless among the latest five gatekeepers are more than connects;
    /// - two gatekeepers or more among the latest five: an assistant screens;
    /// - five calls or more, and neither connect nor gatekeeper: never answers;
    /// - else nobody knows.
    public static Found suggested(Past past) {
        List<Call> placed = new ArrayList<>(past.calls().reversed().stream().filter(call -> !call.inbound() && !call.unheard()).limit(LOOK).toList());
        List<Call> lately = placed.subList(0, Math.min(LATELY, placed.size()));
        Predicate<Call> connect = call -> call.outcome().connect();
        Predicate<Call> gatekeeper = call -> call.outcome() == Outcome.GATEKEEPER;
        long connects = count(placed, connect);
        long gatekeepers = count(lately, gatekeeper);
        if (connects >= CONNECTS && count(lately, connect) >= gatekeepers) {
            return new Found(Reach.ANSWERS, false, count(lately, connect) >= SURE, "answered " + ofTheLast(connects, connects == count(lately, connect) ? lately : placed));
        }
        if (gatekeepers >= GATEKEEPERS) {
            return new Found(Reach.ASSISTANT, false, true, "gatekeeper in " + ofTheLast(gatekeepers, lately));
        }
        return placed.size() >= IN_VAIN && connects == 0 && count(placed, gatekeeper) == 0
            ? new Found(Reach.NEVER, false, true, "no answer in " + placed.size() + " calls") : Found.NOTHING;
    }

    private static long count(List<Call> calls, Predicate<Call> which) {
        return calls.stream().filter(which).count();
    }

    private static String ofTheLast(long n, List<Call> calls) {
        return n == calls.size() ? "each of the last " + n + " calls" : n + " of the last " + calls.size() + " calls";
    }

    /// What the next call depends on.
    ///
    /// @param hasMessage the step has a message that this person has not heard
    /// @param last       after this message the series is over
    /// @param agreed     the call was promised or asked for
    /// @param silent     how many silent calls in a row there were before this one
    public record Next(boolean hasMessage, boolean last, boolean agreed, int silent) {}

    /// What is best done next.
    ///
    /// @param outcome the outcome whose turn it is instead of the step's own, or null where the cadence decides; what the step owes stays owed
    /// @param words   one line with its reason; "" when there is nothing to say
    /// @param more    what else helps, or ""
    public record Advice(@Nullable Outcome outcome, String words, String more) {
        static final Advice NONE = new Advice(null, "", "");
    }

    public static Advice advice(Found found, Next next) {
        return switch (found.reach()) {
            case UNKNOWN -> Advice.NONE;
            case ANSWERS -> answers(found, next);
            case ASSISTANT -> new Advice(null, (next.hasMessage() ? "Stay neutral: " : "Ask the name: ") + found.why() + ".",
                "The assistant may hear the message too: say nothing in it that is not for them. Ask for the assistant's name and note it with key 6. "
                    + "Early and late in the day people often pick up themselves.");
            case NEVER -> new Advice(null, (next.hasMessage() ? "Leave the message: " : "This step has no message; ") + found.why() + ".",
                "Nobody picks up here. What is said after the beep is all that they hear of you.");
        };
    }

    /// Who answers is better talked to than left a message: the first try of a step is a call without one, at another hour. One silent call is a
    /// try, a second one in a row would be a withdrawal, so then the message has its turn; so it has where a call was promised, and where it is
    /// the last of the series.
    private static Advice answers(Found found, Next next) {
        if (!next.hasMessage() || next.last() || next.agreed()) {
            return Advice.NONE;
        }
        return next.silent() > 0
            ? new Advice(null, "Leave the message: the last call was silent.", "They answer, but two calls in a row without a word take from what you have built.")
            : new Advice(found.sure() ? Outcome.NO_ANSWER : null, "No message first: " + found.why() + ".",
                "If nobody picks up, key 2 schedules another hour of the day. The message stays owed.");
    }
}

package app.afterbeep.calls;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.OutcomeRules.Situation;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From the outcome of a call that was received to what follows from it. It is no attempt of the rep's: the step stays, a promise or callback is
/// released because the prospect was first (a meeting that is still to come stays), and cold emails that wait are withdrawn, whatever the outcome.
///
/// Left voicemail, no answer and busy are things that only happen to a call that one makes: they do not apply. Gatekeeper does (an assistant
/// calls back), and wrong number too (whoever calls back is somebody else). Who is on the do-not-call list stays there.
public final class InboundRules {
    private static final Set<Outcome> MADE_ONLY = EnumSet.of(Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY);

    private InboundRules() {}

    /// Whether a call that was received can end so.
    public static boolean applies(Outcome outcome) {
        return !MADE_ONLY.contains(outcome);
    }

    /// Whether this outcome has to be given a time first; nobody on the do-not-call list is given one.
    public static boolean asks(Outcome outcome, Prospect prospect) {
        return (outcome == Outcome.CALLBACK_REQUESTED || outcome == Outcome.MEETING_BOOKED) && !prospect.suppressed();
    }

    static FollowUp follow(Outcome outcome, Situation s, @Nullable Slot chosen) {
        Prospect p = s.prospect();
        if (p.suppressed() && outcome != Outcome.DO_NOT_CALL) {
            return new FollowUp(p.status(), p.seriesId(), p.step(), p.due(), p.status() == Status.DNC ? null : p.nextCallAt(), null,
                FollowUp.Mail.NONE, true, false, false);
        }
        return switch (outcome) {
            case CONVERSATION, MEETING_BOOKED, CALLBACK_REQUESTED, NOT_INTERESTED, DO_NOT_CALL -> OutcomeRules.outbound(outcome, s, chosen);
            case WRONG_NUMBER -> s.onlyMeets() ? OutcomeRules.meetingStays(s, true) : next(s, OutcomeRules.onOtherNumber(s), true);
            case LEFT_VOICEMAIL, NO_ANSWER, GATEKEEPER, BUSY -> s.onlyMeets() ? OutcomeRules.meetingStays(s, false) : next(s, planned(s), false);
        };
    }

    /// The next call stays where it is planned; one that is due, or none, is planned anew.
    private static Instant planned(Situation s) {
        Instant planned = s.prospect().nextCallAt();
        return planned != null && planned.isAfter(s.now()) ? planned : s.slot().at();
    }

    private static FollowUp next(Situation s, @Nullable Instant at, boolean numberBad) {
        Prospect p = s.prospect();
        return new FollowUp(s.inCadence() ? Status.ACTIVE : Status.TALKING, p.seriesId(), p.step(), Due.STEP, at, null, FollowUp.Mail.NONE, true,
            numberBad, false);
    }

    static String words(Outcome outcome, Situation s) {
        if (!applies(outcome)) {
            return "not for a call received";
        }
        FollowUp follow = follow(outcome, s, null);
        if (s.prospect().suppressed()) {
            return outcome == Outcome.DO_NOT_CALL ? "Never again, all numbers and email" : "Only logged · stays do not call";
        }
        if (s.onlyMeets() && outcome == Outcome.GATEKEEPER) {
            return "the meeting stays";
        }
        if (s.onlyMeets() && outcome == Outcome.WRONG_NUMBER) {
            return "number is bad · the meeting stays";
        }
        return OutcomeRules.besides(outcome, s) + switch (outcome) {
            case GATEKEEPER -> OutcomeRules.call(follow, s);
            case WRONG_NUMBER -> "number is bad" + s.otherNumber().map(other -> " · " + OutcomeRules.call(follow, s)).orElse(" · no other number");
            case NOT_INTERESTED -> follow.status() == Status.RESTING ? OutcomeRules.rests(follow, s) : "Closed for good";
            case CALLBACK_REQUESTED -> "you choose the time";
            case MEETING_BOOKED -> "Ends the cadence · set the time";
            case DO_NOT_CALL -> "Never again, all numbers and email";
            default -> s.meets() ? "choose next" : "Ends the cadence · choose next";
        };
    }
}

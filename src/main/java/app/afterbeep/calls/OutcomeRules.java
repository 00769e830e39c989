package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceRules;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.Round;
import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.CallingHours;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From an outcome to what follows from it, and to the words on its button.
public final class OutcomeRules {
    private OutcomeRules() {}

    /// What the follow-up depends on.
    ///
    /// @param dialed     the number of this attempt
    /// @param hours      the prospect's hours
    /// @param retry      the hours in which a busy line is tried again today
    /// @param slot       the next call's slot, as spoken in the message
    /// @param tomorrow   the slot on the next working day
    /// @param hasMessage the step has a message that this person has not heard: it owes one
    /// @param open       what is agreed: the open promise or callback, then the open meeting
    /// @param mail       the email that goes with the message, or null
    /// @param nextRound what is heard after a rest
    /// @param recycle    setting: not interested rests and returns
    /// @param undoSeconds how long an email waits
    /// @param inbound    the prospect has called; [InboundRules] say what follows
    public record Situation(Prospect prospect, Cadence cadence, @Nullable Phone dialed, Instant now, CallingHours hours, CallingHours retry, Slot slot,
                            Slot tomorrow, boolean hasMessage, List<Promise> open, @Nullable Mail mail, Round nextRound, boolean recycle, int undoSeconds,
                            boolean inbound) {

        /// @param step  the number of the step that it belongs to; 0 for one of another series
        /// @param lacks the merge fields that it has no value for
        public record Mail(int step, List<String> lacks) {}

        Situation with(Slot promised, @Nullable Phone number, Instant moment, @Nullable Mail email) {
            return new Situation(prospect, cadence, number, moment, hours, retry, promised, tomorrow, hasMessage, open, email, nextRound, recycle, undoSeconds,
                inbound);
        }

        /// As if nothing were agreed with the prospect.
        Situation withoutPromise() {
            return new Situation(prospect, cadence, dialed, now, hours, retry, slot, tomorrow, hasMessage, List.of(), mail, nextRound, recycle, undoSeconds, inbound);
        }

        /// The call that is agreed, else the meeting; null for none.
        public @Nullable Promise promise() {
            return open.isEmpty() ? null : open.getFirst();
        }

        boolean inCadence() {
            return prospect.status() == Status.ACTIVE || prospect.status() == Status.RESTING;
        }

        /// Before the time that was agreed.
        boolean early() {
            Promise next = promise();
            return next != null && OutcomeRules.early(next, now);
        }

        /// Nothing is agreed but a meeting that is still to come.
        boolean onlyMeets() {
            return open.size() == 1 && meets();
        }

        /// A meeting is still to come: a call beforehand takes it from nobody.
        boolean meets() {
            return open.stream().anyMatch(agreed -> agreed.kind() == Promise.Kind.MEETING && OutcomeRules.early(agreed, now));
        }

        boolean owesMessage() {
            return hasMessage && cadence.step(prospect.step()).kind().owesMessage();
        }

        List<ZoneId> zones() {
            return prospect.place().zones();
        }

        /// The number that takes the place of the dialed one when that is wrong.
        Optional<Phone> otherNumber() {
            return prospect.phones().stream().filter(p -> p.usable() && (dialed == null || !p.e164().equals(dialed.e164()))).findFirst();
        }
    }

    /// What `outcome` will do.
    ///
    /// @param chosen the time that the prospect named, for a callback or a meeting; null while it is not known
    public static FollowUp follow(Outcome outcome, Situation s, @Nullable Slot chosen) {
        return s.inbound() ? InboundRules.follow(outcome, s, chosen) : outbound(outcome, s, chosen);
    }

    static FollowUp outbound(Outcome outcome, Situation s, @Nullable Slot chosen) {
        return switch (outcome) {
            case LEFT_VOICEMAIL -> leftVoicemail(s);
            case NO_ANSWER, GATEKEEPER -> s.early() ? asAgreed(s) : unanswered(s);
            case CONVERSATION -> ended(s, s.meets() ? Status.MEETING : Status.TALKING, null);
            case MEETING_BOOKED -> ended(s, Status.MEETING, chosen == null ? null : new FollowUp.Agreed(Promise.Kind.MEETING, chosen));
            case CALLBACK_REQUESTED -> new FollowUp(s.inCadence() ? Status.ACTIVE : Status.TALKING, s.prospect().seriesId(),
                s.prospect().step(), Due.CALLBACK, chosen == null ? null : chosen.at(),
                chosen == null ? null : new FollowUp.Agreed(Promise.Kind.CALLBACK, chosen), FollowUp.Mail.NONE, true, false, false);
            case NOT_INTERESTED -> s.recycle() ? rest(s, FollowUp.Mail.NONE, true) : ended(s, Status.CLOSED, null);
            case WRONG_NUMBER -> wrongNumber(s);
            case DO_NOT_CALL -> new FollowUp(Status.DNC, s.prospect().seriesId(), s.prospect().step(), s.prospect().due(), null, null,
                FollowUp.Mail.NONE, true, false, true);
            // Who was promised a call, or asked for it, still waits for it.
            case BUSY -> s.early() ? asAgreed(s) : stay(s, s.prospect().step(), s.prospect().due().agreed() ? s.prospect().due() : Due.BUSY,
                CadenceRules.busyRetry(s.now(), s.zones(), s.retry()).orElse(s.tomorrow().at()));
        };
    }

    private static FollowUp leftVoicemail(Situation s) {
        int step = s.prospect().step();
        FollowUp.Mail mail = !s.inCadence() || s.mail() == null ? FollowUp.Mail.NONE
            : s.prospect().email().isEmpty() ? FollowUp.Mail.NO_ADDRESS
            : s.mail().lacks().isEmpty() ? FollowUp.Mail.QUEUED : FollowUp.Mail.HELD;
        if (s.inCadence() && s.cadence().isGoodbye(step)) {
            return rest(s, mail, false);
        }
        return new FollowUp(s.inCadence() ? Status.ACTIVE : Status.TALKING, s.prospect().seriesId(), s.inCadence() ? s.cadence().after(step) : step,
            Due.PROMISE, s.slot().at(), new FollowUp.Agreed(Promise.Kind.PROMISE, s.slot()), mail, false, false, false);
    }

    /// A message that the step owed stays owed; a step without message is done.
    private static FollowUp unanswered(Situation s) {
        int step = s.prospect().step();
        if (!s.inCadence() || s.owesMessage()) {
            return stay(s, step, Due.STEP, s.slot().at());
        }
        return s.cadence().isLast(step) ? rest(s, FollowUp.Mail.NONE, false) : stay(s, s.cadence().after(step), Due.STEP, s.slot().at());
    }

    /// What was agreed stays.
    private static FollowUp asAgreed(Situation s) {
        Prospect p = s.prospect();
        return new FollowUp(p.status(), p.seriesId(), p.step(), p.due(), p.nextCallAt(), null, FollowUp.Mail.NONE, false, false, false);
    }

    /// What was agreed stays, whatever they talk about before; emails that wait are withdrawn.
    static FollowUp meetingStays(Situation s, boolean numberBad) {
        Prospect p = s.prospect();
        return new FollowUp(p.status(), p.seriesId(), p.step(), p.due(), p.nextCallAt(), null, FollowUp.Mail.NONE, true, numberBad, false);
    }

    private static boolean early(Promise agreed, Instant now) {
        return now.isBefore(agreed.at().minus(PromiseRules.KEPT_WITHIN));
    }

    /// Whether what was agreed is still open after this outcome of a call at `at`. Trying earlier than promised, in vain, breaks nothing and keeps
    /// nothing. A message says when the next call is, and be it that this was the last: then the earlier word no longer holds. A meeting that is to
    /// come is no call: it ends with what takes its place, or with the contact.
    static boolean stays(Outcome outcome, Promise agreed, boolean inbound, Instant at) {
        return early(agreed, at) && (agreed.kind() == Promise.Kind.MEETING ? staysMeeting(outcome)
            : !inbound && !outcome.connect() && outcome != Outcome.LEFT_VOICEMAIL);
    }

    private static boolean staysMeeting(Outcome outcome) {
        return outcome != Outcome.MEETING_BOOKED && outcome != Outcome.NOT_INTERESTED && outcome != Outcome.DO_NOT_CALL;
    }

    /// What the button says of a meeting that stays beside what follows.
    static String besides(Outcome outcome, Situation s) {
        return s.meets() && staysMeeting(outcome) ? "the meeting stays · " : "";
    }

    private static FollowUp wrongNumber(Situation s) {
        // A promise was made to the person, not to the number: it is called at once on the next one.
        boolean atOnce = s.otherNumber().isPresent() && s.prospect().due().agreed();
        FollowUp next = s.early() ? asAgreed(s) : atOnce ? stay(s, s.prospect().step(), s.prospect().due(), s.prospect().nextCallAt())
            : stay(s, s.prospect().step(), Due.STEP, onOtherNumber(s));
        return new FollowUp(next.status(), next.seriesId(), next.step(), next.due(), next.nextCallAt(), null, FollowUp.Mail.NONE, false,
            true, false);
    }

    /// Tomorrow on another number; without one there is no call until one comes.
    static @Nullable Instant onOtherNumber(Situation s) {
        return s.otherNumber().isPresent() ? s.tomorrow().at() : null;
    }

    private static FollowUp stay(Situation s, int step, Due due, @Nullable Instant nextCallAt) {
        return new FollowUp(s.inCadence() ? Status.ACTIVE : Status.TALKING, s.prospect().seriesId(), step, due, nextCallAt, null,
            FollowUp.Mail.NONE, false, false, false);
    }

    private static FollowUp rest(Situation s, FollowUp.Mail mail, boolean withdraw) {
        return new FollowUp(Status.RESTING, s.nextRound().seriesId(), s.nextRound().step(), Due.STEP, restEnds(s), null, mail, withdraw, false, false);
    }

    private static Instant restEnds(Situation s) {
        return CadenceRules.restEnds(s.cadence(), s.prospect().id(), s.now(), s.zones(), s.hours());
    }

    private static FollowUp ended(Situation s, Status status, FollowUp.@Nullable Agreed agreed) {
        return new FollowUp(status, s.prospect().seriesId(), s.prospect().step(), s.prospect().due(), null, agreed, FollowUp.Mail.NONE,
            true, false, false);
    }

    /// The consequence in plain words, with real times at the prospect's place: "Email 3 in 2 min · call Thu 2:45 pm".
    public static String words(Outcome outcome, Situation s) {
        if (s.inbound()) {
            return InboundRules.words(outcome, s);
        }
        FollowUp follow = follow(outcome, s, null);
        if (s.early() && !outcome.connect() && outcome != Outcome.LEFT_VOICEMAIL) {
            return (outcome == Outcome.WRONG_NUMBER ? number(s) + " · " : "")
                + (follow.nextCallAt() == null ? "the meeting stays" : "stays as agreed · " + call(follow, s));
        }
        return besides(outcome, s) + switch (outcome) {
            case LEFT_VOICEMAIL -> mail(follow.mail(), s) + (follow.status() == Status.RESTING ? rests(follow, s) : call(follow, s));
            case NO_ANSWER -> (s.inCadence() && s.owesMessage() && follow.status() == Status.ACTIVE
                ? "Message owed · " : "") + (follow.status() == Status.RESTING ? rests(follow, s) : call(follow, s));
            case GATEKEEPER -> follow.status() == Status.RESTING ? rests(follow, s) : call(follow, s);
            case CONVERSATION -> s.meets() ? "choose next" : "Ends the cadence · choose next";
            case MEETING_BOOKED -> "Ends the cadence · set the time";
            case CALLBACK_REQUESTED -> "you choose the time";
            case NOT_INTERESTED -> follow.status() == Status.RESTING ? rests(follow, s) : "Closed for good";
            case WRONG_NUMBER -> number(s) + (s.otherNumber().isEmpty() ? ": waits for one"
                : follow.due() == Due.STEP ? " · call " + moment(follow, s) : " · call now");
            case DO_NOT_CALL -> "Never again, all numbers and email";
            case BUSY -> "again " + (moment(follow, s).contains(" ") && sameDay(follow, s) ? "at " : "") + moment(follow, s);
        };
    }

    /// The number that is called from now on.
    private static String number(Situation s) {
        return s.otherNumber().map(phone -> phone.label().isEmpty() ? "other number" : phone.label()).orElse("no other number");
    }

    private static boolean sameDay(FollowUp follow, Situation s) {
        ZoneId zone = s.prospect().place().zone();
        return follow.nextCallAt() != null && follow.nextCallAt().atZone(zone).toLocalDate().equals(s.now().atZone(zone).toLocalDate());
    }

    private static String mail(FollowUp.Mail mail, Situation s) {
        return switch (mail) {
            case NONE -> "";
            case QUEUED -> "Email "
                + (s.mail() == null || s.mail().step() == 0 ? "" : s.cadence().ordinal(s.mail().step()) + " ")
                + "in " + (s.undoSeconds() < 90 ? s.undoSeconds() + " s" : Math.round(s.undoSeconds() / 60.0) + " min") + " · ";
            case HELD -> "Email held · ";
            case NO_ADDRESS -> "No email address · ";
        };
    }

    static String call(FollowUp follow, Situation s) {
        return "call " + moment(follow, s);
    }

    static String rests(FollowUp follow, Situation s) {
        return "rests until " + moment(follow, s);
    }

    private static String moment(FollowUp follow, Situation s) {
        return follow.nextCallAt() == null ? "" : Times.moment(follow.nextCallAt(), s.prospect().place().zone(), s.now());
    }
}

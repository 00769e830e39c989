package app.afterbeep.calls;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.outbox.Email;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a call that is put into the log afterwards, or corrected there, would do: worked out before it is done, said and done from one value.
///
/// What an outcome does is what it would have done then ([OutcomeRules], with the step, the series and the promise of that call), with times
/// counted from now. Only the prospect's latest call can do anything: what came after an older one was built on it.
public final class CorrectionRules {
    private CorrectionRules() {}

    /// A call of the log, and what stood around it.
    ///
    /// @param before   the card as it was before the call, with the times of today
    /// @param then     the promise that the call met: the one it settled, or one that it left open; null for none
    /// @param beside   what else was agreed then: a meeting beside the call
    /// @param settled  the call settled it
    /// @param made     promises, callbacks and meetings that it made and that no later call has settled
    /// @param emails   those that it queued
    /// @param others   when the prospect's latest other call was, or null
    /// @param met      when another call was placed first that could have kept the promise: from 15 minutes before its time on; or null
    /// @param bounds   what a time that is agreed has to keep to
    /// @param freeable the entries of the do-not-call list that this call, and nothing else, put there
    public record Case(AttemptStore.Stored attempt, Card before, @Nullable Promise then, List<Promise> beside, boolean settled,
                       List<Promise> made, List<Email> emails, @Nullable Instant others, @Nullable Instant met, WhenRules.Bounds bounds, List<Long> freeable) {
        /// All that was agreed when the call was made.
        List<Promise> agreed() {
            return Stream.concat(Stream.ofNullable(then), beside.stream()).toList();
        }

        private String name() {
            return before.prospect().name();
        }

        private ZoneId zone() {
            return before.prospect().place().zone();
        }

        /// Nobody has called since, neither when the call was logged nor where the correction puts it.
        private boolean latest(Instant at) {
            return others == null || !attempt.at().isBefore(others) && !at.isBefore(others);
        }

        /// The number was marked as wrong, and still is.
        private boolean bad() {
            return attempt.outcome() == Outcome.WRONG_NUMBER
                && before.prospect().phones().stream().anyMatch(phone -> phone.bad() && phone.e164().equals(attempt.phone()));
        }
    }

    /// What the log shall say.
    ///
    /// @param chosen the time that was named, for a callback or a meeting; else null
    public record Change(Outcome outcome, Instant at, String note, @Nullable Slot chosen) {}

    /// What a change does.
    ///
    /// @param changed  the log would say something else
    /// @param follow   what follows when the rep wants it; null when nothing can
    /// @param keeps    the promise that the call met stays open
    /// @param settledAs what becomes of the promise that the call met, in the log alone; null when nothing changes
    /// @param frees    what follows takes the person off the do-not-call list
    /// @param always   what is done in any case, a sentence each
    /// @param follows  what is done when the rep wants it, in parts
    /// @param why      why nothing can follow, or ""
    public record Correction(Change to, boolean changed, @Nullable FollowUp follow, boolean keeps, Promise.@Nullable State settledAs, boolean frees,
                             List<String> always, List<String> follows, String why) {}

    /// @param now when the correction is made
    public static Correction of(Case c, Change to, Instant now) {
        boolean other = to.outcome() != c.attempt().outcome();
        boolean changed = other || !to.at().equals(c.attempt().at()) || !to.note().equals(c.attempt().note());
        boolean keeps = keeps(c.then(), c.attempt().inbound(), to.outcome(), to.at());
        boolean turned = other || turned(c, to, keeps);
        boolean can = turned && c.latest(to.at()) && c.before().prospect().status() != Status.DNC;
        List<String> always = new ArrayList<>();
        Promise.State settledAs = settledAs(c, to, keeps, now);
        if (settledAs != null && c.then() != null) {
            always.add((can && keeps ? "With the log alone the promise for " : "The promise for ") + Times.moment(c.then().at(), c.zone(), now)
                + " counts as " + settledAs + " (was " + c.then().state() + ").");
        }
        if (other && to.outcome() == Outcome.DO_NOT_CALL) {
            always.add(c.name() + " goes on the do-not-call list for good: all numbers and the email. What waits is withdrawn.");
            return new Correction(to, true, null, false, settledAs, false, always, List.of(), "");
        }
        String why = !other ? "" : !c.latest(to.at()) ? "There is a later call with " + c.name() + ", so the next call and emails stay as they are."
            : c.before().prospect().status() == Status.DNC
                ? c.name() + " stays on the do-not-call list: not this call alone put them there." : "";
        if (other && c.bad()) {
            always.add((can ? "With the log alone the" : "The") + " number stays marked as wrong.");
        }
        boolean wasDnc = c.attempt().outcome() == Outcome.DO_NOT_CALL && other;
        if (wasDnc && !c.freeable().isEmpty() && why.isEmpty()) {
            always.add("With the log alone " + c.name() + " stays on the do-not-call list.");
        }
        if (!can) {
            return new Correction(to, changed, null, keeps, settledAs, false, always, List.of(), why);
        }
        FollowUp follow = withoutSecondEmail(follow(c.before(), c.agreed(), to.outcome(), to.at(), to.chosen()), c.emails());
        return new Correction(to, true, follow, keeps, settledAs, wasDnc, always, parts(c, to, follow, keeps, wasDnc, now), "");
    }

    /// The time alone turns what the call did: it was too early to settle the promise and is no more, or the other way round.
    private static boolean turned(Case c, Change to, boolean keeps) {
        return c.then() != null && !to.at().equals(c.attempt().at()) && (c.settled() ? keeps : !keeps && c.latest(to.at())
            && keeps(c.then(), c.attempt().inbound(), c.attempt().outcome(), c.attempt().at()) && to.outcome() == c.attempt().outcome());
    }

    /// What the log alone changes about the promise that the call met. One that the call did not settle after all counts by the call that
    /// did meet it; without any it was given up, since the next call is at another time: only what follows opens it again.
    private static Promise.@Nullable State settledAs(Case c, Change to, boolean keeps, Instant now) {
        Promise then = c.then();
        boolean same = to.outcome() == c.attempt().outcome() && to.at().equals(c.attempt().at());
        if (then == null || same || !c.settled() && !turned(c, to, keeps)) {
            return null;
        }
        Promise.State state = c.attempt().inbound() ? PromiseRules.released(then, to.at())
            : !keeps ? PromiseRules.settle(then, to.at(), to.outcome().connect())
            : c.met() != null ? PromiseRules.settle(then, c.met(), true) : PromiseRules.moved(then, now);
        return state == then.state() ? null : state;
    }

    /// What was agreed is still open after the call, as it is in the session.
    static boolean keeps(@Nullable Promise then, boolean inbound, Outcome outcome, Instant at) {
        return then != null && OutcomeRules.stays(outcome, then, inbound, at);
    }

    /// What comes next is agreed beside what stays, which can only be a meeting.
    private static boolean beside(Outcome outcome) {
        return outcome == Outcome.LEFT_VOICEMAIL || outcome == Outcome.CALLBACK_REQUESTED;
    }

    /// What a call at `at`, logged now, does.
    ///
    /// @param agreed what is agreed, a meeting last
    static FollowUp follow(Card card, List<Promise> agreed, Outcome outcome, Instant at, @Nullable Slot chosen) {
        FollowUp follow = card.withoutPromise().follow(outcome, chosen);
        // Beside a call that has been placed a meeting plans nothing; after a talk it is what is next.
        Promise stays = agreed.stream().limit(outcome == Outcome.CONVERSATION ? agreed.size() : 1)
            .filter(promise -> keeps(promise, card.inbound(), outcome, at)).findFirst().orElse(null);
        if (stays == null || beside(outcome)) {
            return follow;
        }
        Prospect p = card.prospect();
        boolean meeting = stays.kind() == Promise.Kind.MEETING;
        return new FollowUp(meeting ? Status.MEETING : follow.status(), p.seriesId(), p.step(),
            stays.kind() == Promise.Kind.PROMISE ? Due.PROMISE : Due.CALLBACK, meeting ? null : stays.at(), null, FollowUp.Mail.NONE,
            follow.withdraw(), follow.numberBad(), false);
    }

    /// Like [#follow], for a call of now: whoever is on the do-not-call list stays there, whatever the call came to.
    static FollowUp unlessSuppressed(Card card, List<Promise> agreed, Outcome outcome, Instant at, @Nullable Slot chosen) {
        Prospect p = card.prospect();
        return p.suppressed() && outcome != Outcome.DO_NOT_CALL
            ? new FollowUp(p.status(), p.seriesId(), p.step(), p.due(), p.status() == Status.DNC ? null : p.nextCallAt(), null, FollowUp.Mail.NONE,
                true, false, false)
            : follow(card, agreed, outcome, at, chosen);
    }

    private static FollowUp withoutSecondEmail(FollowUp f, List<Email> emails) {
        return emails.stream().noneMatch(CorrectionRules::hasLeft) ? f : new FollowUp(f.status(), f.seriesId(), f.step(), f.due(), f.nextCallAt(),
            f.agreed(), FollowUp.Mail.NONE, f.withdraw(), f.numberBad(), f.suppress());
    }

    static boolean hasLeft(Email email) {
        return switch (email.state()) {
            case SENDING, SENT, UNKNOWN -> true;
            default -> false;
        };
    }

    private static List<String> parts(Case c, Change to, FollowUp follow, boolean keeps, boolean frees, Instant now) {
        List<String> parts = new ArrayList<>();
        if (frees) {
            parts.add(c.name() + " comes off the do-not-call list");
        }
        parts.add(words(c.before(), follow, to.outcome(), keeps, now));
        if (c.then() != null && !c.settled() && !keeps && to.outcome() != c.attempt().outcome()) {
            parts.add(settles(c.then(), c.attempt().inbound(), to.outcome(), to.at(), c.zone(), now));
        }
        for (Promise other : c.beside()) {
            boolean open = other.state() == Promise.State.OPEN;
            if (keeps(other, c.attempt().inbound(), to.outcome(), to.at())) {
                if (!open) {
                    parts.add("the " + other.kind() + " for " + Times.moment(other.at(), c.zone(), now) + " stays");
                }
            } else if (open) {
                parts.add(settles(other, c.attempt().inbound(), to.outcome(), to.at(), c.zone(), now));
            }
        }
        for (Email email : c.emails()) {
            if (hasLeft(email)) {
                parts.add("“" + email.subject() + "” has left and stays sent");
            } else if (email.state() != Email.State.WITHDRAWN) {
                parts.add("withdraws “" + email.subject() + "”");
            }
        }
        for (Promise made : c.made()) {
            if (made.state() == Promise.State.OPEN) {
                parts.add("drops the " + made.kind() + " for " + Times.moment(made.at(), c.zone(), now));
            }
        }
        if (c.bad() && to.outcome() != Outcome.WRONG_NUMBER) {
            parts.add("the number is good again");
        }
        return parts;
    }

    /// "the promise for Thu 10:15 am counts as kept".
    static String settles(Promise then, boolean inbound, Outcome outcome, Instant at, ZoneId zone, Instant now) {
        return "the " + then.kind() + " for " + Times.moment(then.at(), zone, now) + " counts as "
            + (inbound ? PromiseRules.released(then, at) : PromiseRules.settle(then, at, outcome.connect()));
    }

    /// In plain words: "email 2 in 2 min · call Thu 10:15 am".
    static String words(Card card, FollowUp follow, Outcome outcome, boolean keeps, Instant now) {
        ZoneId zone = card.prospect().place().zone();
        String next = follow.nextCallAt() == null ? "" : "call " + Times.moment(follow.nextCallAt(), zone, now);
        if (keeps && beside(outcome)) {
            return "the meeting stays · " + words(card, follow, outcome, false, now);
        }
        if (keeps) {
            return follow.nextCallAt() != null && follow.nextCallAt().isBefore(now) ? "what was agreed for "
                + Times.moment(follow.nextCallAt(), zone, now) + " is still to be done" : "stays as agreed" + (next.isEmpty() ? "" : " · " + next);
        }
        return switch (outcome) {
            case CONVERSATION -> card.inbound() && card.prospect().suppressed() ? "stays do not call" : "ends the cadence, no next call";
            case MEETING_BOOKED -> follow.agreed() == null ? "set the time of the meeting"
                : "ends the cadence · meeting " + Times.moment(follow.agreed().slot().at(), zone, now);
            case CALLBACK_REQUESTED -> follow.agreed() == null ? "set the time of the call" : next;
            case LEFT_VOICEMAIL -> follow.mail() == FollowUp.Mail.NONE ? follow.status() == Status.RESTING
                ? next.replaceFirst("call", "rests until") : next : lower(card.consequence(outcome));
            default -> lower(card.withoutPromise().consequence(outcome));
        };
    }

    private static String lower(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

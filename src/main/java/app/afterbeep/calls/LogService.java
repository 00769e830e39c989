package app.afterbeep.calls;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.cadence.WhenRules.Bounds;
import app.afterbeep.calls.AttemptStore.Stored;
import app.afterbeep.calls.CorrectionRules.Case;
import app.afterbeep.calls.CorrectionRules.Change;
import app.afterbeep.calls.CorrectionRules.Correction;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.Script;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the log right: corrects a call, adds one that was made elsewhere. Each is one action and one undo; the log keeps what stood there.
/// On the database thread.
public final class LogService {
    private final Database database;
    private final ProspectStore prospects;
    private final AttemptStore attempts;
    private final PromiseStore promises;
    private final EmailStore emails;
    private final CardService cards;
    private final FollowUps followUps;
    private final Clock clock;

    public LogService(Database database, ProspectStore prospects, AttemptStore attempts, PromiseStore promises, EmailStore emails,
                      CardService cards, Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.prospects = prospects;
        this.attempts = attempts;
        this.promises = promises;
        this.emails = emails;
        this.cards = cards;
        this.followUps = new FollowUps(prospects, promises, emails, clock, settings);
        this.clock = clock;
    }

    /// A call with all that a correction depends on; empty when it was undone meanwhile.
    public Optional<Case> open(long attemptId) {
        return attempts.find(attemptId).map(this::caseOf);
    }

    /// Who was called; once they were merged into somebody, the one who was kept.
    private Prospect whose(Stored attempt) {
        return prospects.find(prospects.survivor(attempt.prospectId())).orElseThrow();
    }

    private Case caseOf(Stored attempt) {
        Prospect now = whose(attempt);
        List<Promise> settled = promises.settledBy(attempt.id());
        List<Promise> made = promises.madeBy(attempt.id());
        List<Promise> agreed = Stream.concat(settled.stream(), promises.allOpen(now.id()).stream().filter(open -> made.stream().noneMatch(m -> m.id() == open.id())))
            .toList();
        Promise then = agreed.isEmpty() ? null : agreed.getFirst();
        List<Long> freeable = attempt.outcome() == Outcome.DO_NOT_CALL ? prospects.dnc().entriesOf(now.id(), attempts.loggedAround(attempt.id())) : List.of();
        boolean free = !freeable.isEmpty() && freeable.size() == prospects.dnc().count(now.id());
        Status status = now.status() == Status.DNC && !free ? Status.DNC
            : attempts.talkedBefore(attempt) ? Status.TALKING : Status.ACTIVE;
        Due due = then == null ? Due.STEP : then.kind() == Promise.Kind.PROMISE ? Due.PROMISE : Due.CALLBACK;
        Prospect asItWas = now.asOf(status, attempt.seriesId(), attempt.step(), due, then == null ? attempt.at() : then.at());
        Card card = cards.cardBefore(attempt.id(), asItWas, null, attempt.inbound(), attempt.phone());
        return new Case(attempt, card, then, agreed.stream().skip(1).toList(), !settled.isEmpty(), made, emails.ofAttempt(attempt.id()),
            attempts.latestOther(now.id(), attempt.id()).orElse(null),
            then == null ? null : attempts.placedFrom(now.id(), attempt.id(), then.at().minus(PromiseRules.KEPT_WITHIN)).orElse(null), cards.bounds(now), free ? freeable : List.of());
    }

    /// What has become of a correction, with the words for the notice.
    public record Corrected(long prospectId, String label) {}

    /// Corrects the log, and does what follows when `follow` says so.
    ///
    /// @throws AppException when the call or the prospect has changed since `c` was read
    public Corrected correct(Case c, Correction correction, boolean follow) throws AppException {
        Stored attempt = c.attempt();
        Change to = correction.to();
        Case fresh = open(attempt.id()).orElseThrow(() -> changed(c));
        if (fresh.attempt().corrections() != attempt.corrections() || !java.util.Objects.equals(fresh.others(), c.others())
            || !fresh.made().equals(c.made()) || !states(fresh).equals(states(c)) || !fresh.agreed().equals(c.agreed())) {
            throw changed(c);
        }
        if (to.at().isAfter(clock.instant())) {
            throw new AppException("That time is still to come. A call in the log is over.", null);
        }
        if (follow) {
            requireGood(correction.follow(), fresh.bounds());
        }
        String label = "Corrected – " + c.before().prospect().name();
        return database.action(label, null, () -> {
            boolean does = follow && correction.follow() != null;
            attempts.correct(attempt, to.outcome(), to.at(), c.before().prospect().place().zone(), to.note(),
                does ? CallService.next(correction.follow()) : attempt.nextCallAt(),
                to.outcome() == Outcome.LEFT_VOICEMAIL ? c.before().voicemail().map(Script::versionId).orElse(null) : null,
                does || to.outcome() == Outcome.DO_NOT_CALL && attempt.outcome() != Outcome.DO_NOT_CALL);
            Promise then = c.then();
            if (then != null && (correction.settledAs() != null || c.settled() && !to.at().equals(attempt.at()))) {
                promises.settle(then.id(), correction.settledAs() == null ? then.state() : correction.settledAs(), to.at(), attempt.id());
            }
            if (does) {
                doWhatFollows(c, correction, correction.follow());
            }
            if (to.outcome() == Outcome.DO_NOT_CALL && attempt.outcome() != Outcome.DO_NOT_CALL) {
                Prospect prospect = whose(attempt);
                prospects.dnc().suppress(prospect, "outcome");
                emails.withdrawTo(prospect.email());
            }
            return new Corrected(c.before().prospect().id(), label);
        });
    }

    /// What was agreed is judged once more at the moment in which it is written: the time may be over or somebody else's by now.
    private static void requireGood(@Nullable FollowUp follow, Bounds bounds) throws AppException {
        FollowUp.Agreed agreed = follow == null ? null : follow.agreed();
        if (agreed != null) {
            WhenRules.requirePossible(WhenRules.What.of(agreed.kind()), bounds, agreed.slot().at());
        }
    }

    private static List<String> states(Case c) {
        return c.emails().stream().map(email -> email.id() + " " + CorrectionRules.hasLeft(email)).toList();
    }

    private static AppException changed(Case c) {
        return new AppException(c.before().prospect().name() + " or this call has changed since. Open it again, then correct it.", null);
    }

    private void doWhatFollows(Case c, Correction correction, FollowUp follow) {
        Stored attempt = c.attempt();
        if (correction.frees()) {
            prospects.dnc().free(c.freeable());
        }
        promises.remove(attempt.id());
        emails.withdrawOf(attempt.id());
        if (attempt.outcome() == Outcome.WRONG_NUMBER) {
            prospects.phones().markGood(c.before().prospect().id(), attempt.phone());
            prospects.refresh(c.before().prospect().id());
        }
        Change to = correction.to();
        for (Promise agreed : c.agreed()) {
            if (CorrectionRules.keeps(agreed, attempt.inbound(), to.outcome(), to.at())) {
                promises.reopen(agreed.id());
            } else if (agreed.state() == Promise.State.OPEN) {
                settle(agreed, attempt.inbound(), to.outcome(), to.at(), attempt.id());
            }
        }
        followUps.write(c.before(), follow, attempt.id());
    }

    private void settle(Promise promise, boolean inbound, Outcome outcome, Instant at, long attempt) {
        promises.settle(promise.id(), inbound ? PromiseRules.released(promise, at) : PromiseRules.settle(promise, at, outcome.connect()),
            at, attempt);
    }

    /// Somebody whom a call was made to, or who called, elsewhere.
    ///
    /// @param outbound the card for a call that the rep made
    /// @param inbound  the card for one that was received
    /// @param agreed   what is agreed with them, a meeting last
    /// @param latest   when the latest call in the log was, or null
    /// @param bounds   what a time that is agreed has to keep to
    public record Person(Card outbound, Card inbound, List<Promise> agreed, @Nullable Instant latest, Bounds bounds) {
        public Card card(boolean received) {
            return received ? inbound : outbound;
        }

        /// A call at `at` is the latest: only then can anything follow from it.
        public boolean latest(Instant at) {
            return latest == null || !at.isBefore(latest);
        }

        /// Nothing follows, since nobody comes off the do-not-call list by a call.
        public boolean stays(Outcome outcome) {
            return outbound.prospect().suppressed() && outcome != Outcome.DO_NOT_CALL;
        }

        /// What the outcome of a call at `at` would do, in plain words.
        public String words(Outcome outcome, boolean received, Instant at, @Nullable Slot chosen, Instant now) {
            if (stays(outcome)) {
                return "stays do not call";
            }
            FollowUp follow = CorrectionRules.follow(card(received), agreed, outcome, at, chosen);
            List<Promise> ends = agreed.stream().filter(promise -> !CorrectionRules.keeps(promise, received, outcome, at)).toList();
            String words = CorrectionRules.words(card(received), follow, outcome, ends.size() < agreed.size(), now);
            return Stream.concat(Stream.of(words), ends.stream()
                .map(promise -> CorrectionRules.settles(promise, received, outcome, at, outbound.prospect().place().zone(), now))).collect(Collectors.joining(" · "));
        }
    }

    public Person person(long prospectId) {
        Prospect prospect = prospects.find(prospectId).orElseThrow();
        return new Person(cards.cardBefore(0, prospect, null, false, ""), cards.cardBefore(0, prospect, null, true, ""), promises.allOpen(prospectId),
            attempts.latestOther(prospectId, 0).orElse(null), cards.bounds(prospect));
    }

    /// A call that was made or received elsewhere.
    ///
    /// @param chosen  the time that was named, for a callback or a meeting; else null
    /// @param follows what the outcome does is done; without it the call only stands in the log, but "Do not call" always holds
    public record Elsewhere(Outcome outcome, boolean inbound, Instant at, String note, @Nullable Slot chosen, boolean follows) {}

    /// Adds the call to the log.
    ///
    /// @throws AppException when it can't have been so
    public Corrected add(Person person, Elsewhere call) throws AppException {
        Card card = person.card(call.inbound());
        Prospect prospect = card.prospect();
        if (call.at().isAfter(clock.instant())) {
            throw new AppException("That time is still to come. A call in the log is over.", null);
        }
        if (call.inbound() && !InboundRules.applies(call.outcome())) {
            throw new AppException("A call that was received can't end as “" + call.outcome().label() + "”.", null);
        }
        if (call.follows() && (attempts.count(prospect.id()) != card.attempts() || !person.latest(call.at()))) {
            throw new AppException(prospect.name() + " has changed since. Open the call again, then log it.", null);
        }
        if (attempts.has(prospect.id(), call.at(), ChronoUnit.SECONDS, call.inbound(), call.outcome())) {
            throw new AppException("This call with " + prospect.name() + " is already in the log. Nothing was logged twice.", null);
        }
        FollowUp follow = CorrectionRules.unlessSuppressed(card, person.agreed(), call.outcome(), call.at(), call.chosen());
        if (call.follows()) {
            requireGood(follow, cards.bounds(prospect));
        }
        String label = "Logged: " + call.outcome().label() + " – " + prospect.name();
        return database.action(label, null, () -> {
            AttemptStore.Entry entry = new AttemptStore.Entry(prospect, call.outcome(), call.at(), call.inbound(), AttemptStore.Source.ELSEWHERE,
                CallService.phone(card), null, null, null, null, null, null, call.follows() ? CallService.next(follow) : null, call.note());
            boolean never = call.outcome() == Outcome.DO_NOT_CALL;
            long attempt = call.follows() || never ? attempts.add(entry) : attempts.addAlone(entry);
            if (never && !call.follows()) {
                // Whoever asks not to be called is not called, whatever else is left as it is.
                prospects.dnc().suppress(prospect, "outcome");
            } else if (call.follows()) {
                person.agreed().stream().filter(promise -> !CorrectionRules.keeps(promise, call.inbound(), call.outcome(), call.at()))
                    .forEach(promise -> settle(promise, call.inbound(), call.outcome(), call.at(), attempt));
                followUps.write(card, follow, attempt);
            }
            return new Corrected(prospect.id(), label);
        });
    }
}

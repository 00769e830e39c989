package app.afterbeep.calls;

import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Slot;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Script;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes what follows from an attempt: emails, the next call, promises, the do-not-call list. On the database thread, inside the caller's
/// transaction.
final class FollowUps {
    private final ProspectStore prospects;
    private final PromiseStore promises;
    private final EmailStore emails;
    private final Clock clock;
    private final Supplier<Settings> settings;

    FollowUps(ProspectStore prospects, PromiseStore promises, EmailStore emails, Clock clock, Supplier<Settings> settings) {
        this.prospects = prospects;
        this.promises = promises;
        this.emails = emails;
        this.clock = clock;
        this.settings = settings;
    }

    /// What an attempt at `at` does beside being in the log: it settles what was open, then all that `follow` says.
    void apply(Card card, Outcome outcome, FollowUp follow, long attempt, Instant at) {
        settle(card, outcome, attempt, at);
        write(card, follow, attempt);
    }

    private void settle(Card card, Outcome outcome, long attempt, Instant at) {
        promises.allOpen(card.prospect().id()).stream().filter(promise -> !OutcomeRules.stays(outcome, promise, card.inbound(), card.situation().now()))
            .forEach(promise -> promises.settle(promise.id(), card.inbound() ? PromiseRules.released(promise, at) : PromiseRules.settle(promise, at, outcome.connect()), clock.instant(), attempt));
    }

    /// All that `follow` says.
    void write(Card card, FollowUp follow, long attempt) {
        Prospect prospect = card.prospect();
        if (follow.withdraw()) {
            emails.withdrawWaiting(prospect.id());
        }
        if (follow.mail() == FollowUp.Mail.QUEUED || follow.mail() == FollowUp.Mail.HELD) {
            card.email().ifPresent(email -> queueEmail(card, email, card.emailBody(email), card.slot(), attempt));
        }
        prospects.schedule(prospect.id(), follow.status(), follow.seriesId(), follow.step(), follow.due(), follow.nextCallAt());
        if (follow.agreed() != null) {
            promises.add(prospect.id(), attempt, follow.agreed().kind(), follow.agreed().slot());
        }
        if (follow.numberBad() && card.dialed() != null) {
            prospects.phones().markBad(prospect.id(), card.dialed().e164());
        }
        if (follow.suppress()) {
            prospects.dnc().suppress(prospect, "outcome");
            emails.withdrawTo(prospect.email());
        }
    }

    /// @param text the email's body with its merge fields
    /// @param next the next call, which it may name, or null for none
    void queueEmail(Card card, Script email, String text, @Nullable Slot next, long attempt) {
        Map<String, String> values = card.valuesWith(next);
        MergeText subject = MergeText.of(email.subject(), values);
        MergeText body = MergeText.of(text, values);
        String missing = Stream.concat(subject.missing().stream(), body.missing().stream()).distinct().collect(Collectors.joining(", "));
        emails.queue(card.prospect().id(), attempt, email.versionId(), card.prospect().email(), subject.unfilled(), body.unfilled(),
            clock.instant().plusSeconds(settings.get().number(Setting.UNDO_SECONDS)),
            missing.isEmpty() ? "" : "No value for " + missing.replace('_', ' '));
    }
}

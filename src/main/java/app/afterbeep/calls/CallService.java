package app.afterbeep.calls;

import app.afterbeep.ui.Lines;
import app.afterbeep.cadence.CadenceRules;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.db.Database;
import app.afterbeep.db.Undo;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.CallingHours;
import app.afterbeep.prospects.HoursRules;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Reach;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.scripts.SpeechRules;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the rep does with a card. Every method is one action: all of it happens, in one transaction, or nothing; and one undo
/// takes all of it back. On the database thread.
public final class CallService {
    private final Database database;
    private final ProspectStore prospects;
    private final AttemptStore attempts;
    private final PromiseStore promises;
    private final FollowUps followUps;
    private final ScriptStore scripts;
    private final QueueStore queue;
    private final QueueService queueService;
    private final CardService cards;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public CallService(Database database, ProspectStore prospects, AttemptStore attempts, PromiseStore promises, EmailStore emails,
                       ScriptStore scripts, QueueStore queue, QueueService queueService, CardService cards, Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.prospects = prospects;
        this.attempts = attempts;
        this.promises = promises;
        this.followUps = new FollowUps(prospects, promises, emails, clock, settings);
        this.scripts = scripts;
        this.queue = queue;
        this.queueService = queueService;
        this.cards = cards;
        this.clock = clock;
        this.settings = settings;
    }

    /// What a time for this prospect has to keep to.
    public WhenRules.Bounds bounds(Prospect prospect) {
        return cards.bounds(prospect);
    }

    /// What the rep adds to an outcome.
    ///
    /// @param seconds the message's measured length, or null
    /// @param chosen  the time that was named, for a callback or a meeting; else null
    /// @param note    what was noted in this call, or ""
    public record Details(@Nullable Integer seconds, @Nullable Slot chosen, String note) {}

    /// An attempt that is in the log, with the words for the notice.
    public record Logged(long attemptId, String label) {}

    /// Logs how the attempt ended and does what the outcome's button said.
    ///
    /// A call that was received is no attempt of the rep's, and who is on the do-not-call list may well call. It leaves the call that is under way
    /// alone, but for a conversation: until it is said what comes next, that one stands in its place, and [#resume] brings it back.
    ///
    /// @throws AppException when this card was already logged, or the prospect no longer is as the card shows
    public Logged log(Card card, Outcome outcome, Details details) throws AppException {
        Prospect prospect = card.prospect();
        Prospect found = prospects.find(prospects.survivor(prospect.id())).orElseThrow();
        if (found.id() != prospect.id()) {
            throw new AppException(prospect.name() + " is one with " + found.name() + " now. Nothing was logged; log the call with " + found.name() + ".", null);
        }
        if (attempts.count(prospect.id()) != card.attempts()) {
            throw new AppException("This call was already logged. Nothing was logged twice.", null);
        }
        Prospect stored = cards.asItStands(found);
        if (stored.status() == Prospect.Status.DNC && outcome != Outcome.DO_NOT_CALL && !card.inbound()) {
            throw new AppException(prospect.name() + " is on your do-not-call list. Nothing was logged; press 9 to go on.", null);
        }
        if (stored.status() != prospect.status() || stored.seriesId() != prospect.seriesId() || stored.step() != prospect.step()) {
            throw new AppException(prospect.name() + " has changed since. Nothing was logged; look at the card again, then log the call.", null);
        }
        if (outcome == Outcome.LEFT_VOICEMAIL && card.unspeakable().isPresent()) {
            throw new AppException(card.unspeakable().get(), null);
        }
        String label = (card.inbound() ? "They called: " : "") + outcome.label() + " – " + Lines.piece(prospect.name());
        // Taking a received call back must not take the screen from the prospect who has it.
        return queueService.during(prospect.id(), outcome == Outcome.DO_NOT_CALL, () -> database.action(label, card.inbound() ? null : prospect.id(), () -> {
            FollowUp follow = card.follow(outcome, details.chosen());
            String noted = details.note().isEmpty() ? attempts.notedBefore(prospect.id(), LocalDate.now(clock)) : details.note();
            boolean message = outcome == Outcome.LEFT_VOICEMAIL;
            long attempt = attempts.add(new AttemptStore.Entry(prospect, outcome, clock.instant(), card.inbound(), AttemptStore.Source.SESSION,
                phone(card), spoken(card, outcome), opening(card, outcome), words(card, outcome), length(card, outcome),
                message ? details.seconds() : null, card.inbound() ? null : card.lane(), next(follow), noted));
            followUps.apply(card, outcome, follow, attempt, clock.instant());
            if (outcome == Outcome.CONVERSATION) {
                queue.saveOpenTalk(attempt, phone(card), clock.instant());
            } else if (!card.inbound()) {
                queue.saveOpenCall(null, "", clock.instant());
            }
            return new Logged(attempt, label);
        }));
    }

    /// A conversation that was logged, and for which nobody has said what comes next: the program ended meanwhile.
    public Optional<Logged> openConversation() {
        return queue.openTalk().map(open -> database.transaction(() -> {
            queue.saveOpenTalk(open.attemptId(), open.phone(), clock.instant());
            return new Logged(open.attemptId(), "");
        }));
    }

    /// Nothing comes next after the conversation that is open.
    public void endConversation() {
        database.transaction(() -> {
            queue.saveOpenCall(null, "", clock.instant());
            return true;
        });
    }

    static @Nullable Instant next(FollowUp follow) {
        return follow.nextCallAt() != null ? follow.nextCallAt() : follow.agreed() == null ? null : follow.agreed().slot().at();
    }

    static String phone(Card card) {
        return card.dialed() == null ? "" : card.dialed().e164();
    }

    private @Nullable Long spoken(Card card, Outcome outcome) {
        return outcome == Outcome.LEFT_VOICEMAIL
            ? card.voicemail().map(script -> scripts.asSpoken(card.prospect().id(), script, clock.instant())).orElse(null) : null;
    }

    private static @Nullable Long opening(Card card, Outcome outcome) {
        return outcome == Outcome.LEFT_VOICEMAIL && card.voicemail().isPresent() ? card.words().owned().map(Script::versionId).orElse(null) : null;
    }

    private static @Nullable Integer words(Card card, Outcome outcome) {
        return outcome == Outcome.LEFT_VOICEMAIL && card.voicemail().isPresent() ? card.message().words() : null;
    }

    private static @Nullable Integer length(Card card, Outcome outcome) {
        return outcome == Outcome.LEFT_VOICEMAIL && card.voicemail().isPresent() ? SpeechRules.millis(card.message().text()) : null;
    }

    /// What the rep decides after a conversation.
    ///
    /// @param next  the next call, or null for none
    /// @param email the email after a conversation is queued
    public record Next(@Nullable Slot next, boolean email) {}

    /// Does what was decided after a conversation that is logged as `attempt`, with whom they were merged into since.
    ///
    /// @return the words for the notice
    /// @throws AppException when it was undone since, or they are on the do-not-call list by now
    public String afterConversation(Card card, long attempt, Next next) throws AppException {
        long id = prospects.survivor(card.prospect().id());
        Card talked = id == card.prospect().id() ? card : cards.card(id, null, "");
        Prospect prospect = talked.prospect();
        if (prospects.dnc().personSuppressed(id)) {
            throw new AppException(prospect.name() + " is on your do-not-call list. Choose no next call and no email.", null);
        }
        if (!attempts.logged(attempt)) {
            throw new AppException("The conversation with " + prospect.name() + " was undone. Open the prospect and log it again.", null);
        }
        String label = "After the conversation – " + Lines.piece(prospect.name());
        return database.action(label, prospect.id(), () -> {
            if (next.next() != null) {
                // Promised to the one they were merged into, and not before they talked.
                promises.open(id).filter(promise -> talked != card).ifPresent(promise -> promises.settle(promise.id(),
                    PromiseRules.released(promise, clock.instant()), clock.instant(), attempt));
                prospects.schedule(prospect.id(), Prospect.Status.TALKING, prospect.seriesId(), prospect.step(), Prospect.Due.CALLBACK,
                    next.next().at());
                promises.add(prospect.id(), attempt, Promise.Kind.CALLBACK, next.next());
            }
            if (next.email()) {
                conversationEmail(talked).ifPresent(email -> followUps.queueEmail(talked, email, email.body(), next.next(), attempt));
            }
            queue.saveOpenCall(null, "", clock.instant());
            return label;
        });
    }

    /// The email after a conversation; empty when the series has none or the prospect has no address.
    public Optional<Script> conversationEmail(Card card) {
        return card.prospect().email().isEmpty() || prospects.dnc().emailSuppressed(card.prospect().email()) ? Optional.empty() : scripts.find(card.prospect().seriesId(), 0, Script.Channel.EMAIL);
    }

    /// A skipped prospect: no attempt.
    ///
    /// @param until when it comes back; null: it was chosen by the rep and has no next call
    public record Skipped(long skipId, String label, @Nullable Instant until) {}

    /// Passes over the prospect until later today, or until the next working day when today is over there.
    public Skipped skip(Card card) {
        Prospect prospect = card.prospect();
        CallingHours hours = cards.callable(prospect);
        Instant next = prospect.nextCallAt();
        // Only what is due is put off: a call that is still to come stays where it is.
        boolean due = next != null && !next.isAfter(clock.instant().plus(QueueService.PROMISE_LEAD));
        @Nullable Instant until = due ? CadenceRules.skipUntil(clock.instant(), prospect.place().zones(), hours).orElse(card.tomorrow().at())
            : next;
        String label = "Skipped – " + Lines.piece(prospect.name());
        return database.action(label, prospect.id(), () -> {
            if (due) {
                prospects.reschedule(prospect.id(), until);
            }
            queue.saveOpenCall(null, "", clock.instant());
            return new Skipped(queue.addSkip(prospect.id(), clock.instant(), until == null ? clock.instant() : until), label, until);
        });
    }

    public void saveSkipReason(long skipId, String reason) {
        database.transaction(() -> {
            queue.saveSkipReason(skipId, reason);
            return skipId;
        });
    }

    /// Adds what was learned after the click: a gatekeeper's name, a hint.
    public void addNote(long attemptId, String note) {
        database.transaction(() -> {
            attempts.addNote(attemptId, note);
            return attemptId;
        });
    }

    /// Saves a note that was typed on some screen; what was written into it elsewhere meanwhile stays in it.
    ///
    /// @param before the note as it was before it was typed
    /// @return what stands in the file now
    public String saveNote(long prospectId, String before, String note) {
        long id = prospects.survivor(prospectId);
        return queueService.during(id, false, () -> database.transaction(() -> {
            String kept = ProspectRules.note(before, note, prospects.find(id).map(Prospect::note).orElse(""));
            prospects.saveNote(id, kept);
            prospects.indexStale();
            return kept;
        }));
    }

    /// Moves the prospect to where the rep says; the queue and all hours follow.
    public void savePlace(Prospect prospect, app.afterbeep.prospects.Place place) {
        // Of nobody: taking it back must not give this prospect the turn.
        database.action("Time zone – " + prospect.name(), null, () -> {
            prospects.places().save(prospect.id(), place);
            return place;
        });
    }

    /// Says when this person may be called: "10-12", or "" for the hours of the place. What the rep promises may be outside; the law is not.
    ///
    /// @return the hours as they are kept
    /// @throws AppException when they can't be read, or lie outside the legal hours there
    public String saveHours(Prospect prospect, String typed) throws AppException {
        Optional<CallingHours.Span> span = HoursRules.typed(typed);
        if (span.isEmpty() && !typed.isBlank()) {
            throw new AppException("Write the hours as 10:00 to 12:00, in the time at the prospect's place. Empty: the usual ones.", null);
        }
        CallingHours legal = cards.legal(prospect.place());
        if (span.isPresent() && !(span.get().from().isBefore(legal.to()) && legal.from().isBefore(span.get().to()))) {
            throw new AppException("Nobody may be called there then: the legal hours are " + Times.clock(legal.from()) + " to " + Times.clock(legal.to())
                + ".", null);
        }
        String kept = span.map(HoursRules::kept).orElse("");
        // Of nobody: taking it back must not give this prospect the turn.
        database.action("Call only between – " + prospect.name(), null, () -> {
            prospects.places().saveHours(prospect.id(), prospect.place().with(kept));
            return kept;
        });
        return kept;
    }

    /// Says how the person can be reached. [Reach#UNKNOWN] leaves it to the log again.
    public void saveReach(Prospect prospect, Reach reach) {
        // Of nobody: taking it back must not give this prospect the turn.
        database.action("Reach – " + prospect.name(), null, () -> {
            prospects.saveReach(prospect.id(), reach);
            return reach;
        });
    }

    /// Checks once more, at the moment of dialing, that the number may be called, and marks the call as under way.
    ///
    /// @return the address that hands the number to the softphone; empty when the setting is to copy only
    /// @throws AppException with the reason, when it may not
    public Optional<String> dial(Card card, Phone phone) throws AppException {
        check(card, phone);
        begin(card.prospect().id(), phone.e164());
        String pattern = settings.get().text(Setting.DIAL_PATTERN);
        return pattern.isEmpty() ? Optional.empty() : Optional.of(pattern.replace("{number}", phone.e164()));
    }

    /// Checks that the number may be called now.
    ///
    /// @throws AppException with the reason, when it may not
    public void check(Card card, Phone phone) throws AppException {
        Prospect now = prospects.find(card.prospect().id()).orElseThrow();
        Phone current = now.phones().stream().filter(p -> p.e164().equals(phone.e164())).findFirst().orElse(phone);
        if (current.dnc() || prospects.dnc().numberSuppressed(phone.e164()) || prospects.dnc().personSuppressed(now.id())) {
            throw new AppException("Not dialed: this number or this person is on your do-not-call list.", null);
        }
        CallingHours legal = cards.legal(now.place());
        if (!legal.open(now.place().zones(), clock.instant())) {
            throw new AppException(WhenRules.closed(now.place(), legal, clock.instant()) + " Skip, or correct the time zone in Prospects.", null);
        }
        int most = settings.get().number(Setting.ATTEMPTS_PER_NUMBER);
        boolean promised = now.due().agreed();
        if (!promised && cards.callsToday(phone.e164()) >= most) {
            throw new AppException("Not dialed: " + PhoneNumbers.shown(phone.e164()) + " was called " + (most == 1 ? "once" : most + " times") + " today, "
                + (current.shared() ? "with everybody who shares it, " : "") + "the most that you allow. Skip, or change that in Settings, Calling hours.", null);
        }
    }

    /// Marks the call as under way, so that a crash brings it back first.
    public void begin(long prospectId, String e164) {
        database.transaction(() -> {
            queue.saveOpenCall(prospectId, e164, clock.instant());
            return prospectId;
        });
    }

    /// The call that a caller has interrupted is under way again.
    ///
    /// @param talked its conversation when that is in the log already, else null
    public void resume(Card card, @Nullable Logged talked) {
        database.transaction(() -> {
            if (talked == null) {
                queue.saveOpenCall(card.prospect().id(), phone(card), clock.instant());
            } else {
                queue.saveOpenTalk(talked.attemptId(), phone(card), clock.instant());
            }
            return true;
        });
    }

    /// Those of `attempts` that were undone.
    public Set<Long> takenBack(Set<Long> attempts) {
        return attempts.stream().filter(id -> !this.attempts.logged(id)).collect(Collectors.toSet());
    }

    /// Takes the latest action back; empty when there is none.
    ///
    /// @throws app.afterbeep.db.DbException with the reason when it can't be taken back, for an email that has left
    public Optional<Undo.Action> undo() {
        Optional<Undo.Action> undone = database.undo(Duration.ofSeconds(settings.get().number(Setting.UNDO_SECONDS)));
        if (prospects.stale()) {
            database.transaction(() -> {
                prospects.indexStale();
                return true;
            });
        }
        return undone;
    }
}

package app.afterbeep.session;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.FollowUp;
import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.ReachRules;
import app.afterbeep.calls.Turn;
import app.afterbeep.calls.WordingService;
import app.afterbeep.db.DbException;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.prospects.Reach;
import app.afterbeep.session.TalkViewModel.Talk;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Again;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Notices.Prompt;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the rep does on the session screen: dial, speak, press an outcome, skip, undo. Whose turn it is says [WhoseTurn]. On the FX thread.
public final class SessionViewModel {
    /// Nobody reads a new card faster: an outcome that comes sooner was meant for the card before (a double press).
    static final Duration READING = Duration.ofMillis(300);

    private static final System.Logger LOG = System.getLogger(SessionViewModel.class.getName());

    private final QueueService queue;
    private final CallService calls;
    private final BlockService blocks;
    private final Background background;
    private final Dialing dialing;
    private final Notices notices;
    private final Clock clock;
    private final Supplier<Settings> settings;

    private final OnScreen screen;
    private final BlockViewModel block;
    private final TalkViewModel talks;
    private final WhoseTurn whose;
    private final WordingViewModel wording;
    private final TakingBack back;
    private final ReadOnlyBooleanWrapper off = new ReadOnlyBooleanWrapper();

    public SessionViewModel(QueueService queue, CallService calls, WordingService wordings, BlockService blocks, Background background, Handoff handoff,
                            Notices notices, Clock clock, Supplier<Settings> settings) {
        this.queue = queue;
        this.calls = calls;
        this.blocks = blocks;
        this.background = background;
        this.dialing = new Dialing(handoff, notices);
        this.screen = new OnScreen(clock);
        this.block = new BlockViewModel(blocks, background, clock);
        this.talks = new TalkViewModel(calls, background);
        this.whose = new WhoseTurn(screen, block, queue, calls, background, notices, clock);
        this.wording = new WordingViewModel(screen, whose, wordings, background, settings);
        this.back = new TakingBack(screen, whose, calls, block, background, notices);
        this.notices = notices;
        this.clock = clock;
        this.settings = settings;
    }

    /// An outcome that needs a time before it can be logged.
    public record Asking(Card card, Outcome outcome, WhenRules.Bounds bounds) {}

    /// Null until the first prospect is read.
    public ReadOnlyObjectProperty<@Nullable Turn> turn() {
        return screen.turn.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Asking> asking() {
        return screen.asking.getReadOnlyProperty();
    }

    /// A logged conversation whose next step the rep is choosing.
    ReadOnlyObjectProperty<@Nullable Talk> talk() {
        return screen.talk.getReadOnlyProperty();
    }

    public ScriptTimer timer() {
        return screen.timer();
    }

    public Instant now() {
        return clock.instant();
    }

    /// The clock on the rep's wall.
    ZonedDateTime wall(Instant at) {
        return at.atZone(clock.getZone());
    }

    public Settings settings() {
        return settings.get();
    }

    public Optional<Card> card() {
        return screen.card();
    }

    /// Whose turn it is, and how that changes.
    public WhoseTurn whose() {
        return whose;
    }

    /// The block at the top of the screen.
    BlockViewModel block() {
        return block;
    }

    /// Reads the first prospect; a call that a crash left open comes first.
    public void start() {
        record Started(Turn turn, @Nullable Talk talk) {}
        background.db(() -> {
            blocks.comeBack();
            Turn first = queue.start();
            Optional<CallService.Logged> open = first instanceof Turn.Prospect ? calls.openConversation() : Optional.empty();
            return new Started(first, open.map(logged -> talk(((Turn.Prospect) first).card(), logged)).orElse(null));
        }, started -> {
            whose.show(started.turn());
            screen.talk.set(started.talk());
        });
        block.refresh();
    }

    /// On the database thread.
    private Talk talk(Card card, CallService.Logged logged) {
        return new Talk(card, logged, calls.conversationEmail(card).isPresent(), calls.bounds(card.prospect()));
    }

    /// The program ends: what was typed is kept and the block is paused. To be called before the file is closed.
    public void stop() {
        whose.saveNote();
        background.db(() -> {
            blocks.leave();
            return true;
        }, left -> {});
    }

    /// Space: the beep, a pause or the end of the message, and on it goes.
    public void pressTimer() {
        card().filter(card -> screen.ready() && screen.quiet() && !card.inbound()).ifPresent(card -> {
            timer().press(clock.instant());
            begin(card);
        });
    }

    public void restartTimer() {
        card().filter(card -> !screen.talking() && timer().used()).ifPresent(card -> timer().start(clock.instant()));
    }

    private void begin(Card card) {
        if (!screen.worked()) {
            screen.work();
            String number = card.dialed() == null ? "" : card.dialed().e164();
            background.db(() -> {
                calls.begin(card.prospect().id(), number);
                blocks.work();
                return blocks.standing();
            }, block::show);
        }
    }

    /// Hands the prospect's number to the softphone, or copies it where that is the setting.
    public void dial() {
        card().filter(card -> screen.ready()).ifPresent(card -> Optional.ofNullable(card.dialed()).ifPresentOrElse(this::dial,
            () -> notices.show(Notice.problem(card.prospect().name() + " has no usable number."))));
    }

    public void dial(Phone phone) {
        card().filter(card -> screen.ready() && !card.inbound()).ifPresent(card -> {
            screen.showCard(card.withDialed(phone));
            background.db(() -> {
                Optional<String> address = calls.dial(card, phone);
                blocks.work();
                return address;
            }, address -> {
                screen.work();
                dialing.dial(phone, address);
                block.refresh();
            });
        });
    }

    public void copy() {
        card().map(Card::dialed).ifPresent(dialing::copy);
    }

    /// What will be said in this attempt.
    WordingViewModel wording() {
        return wording;
    }

    /// Sets how this person can be reached: what the log suggests, else the next one of the four. The card says anew what is best done.
    public void nextReach() {
        card().filter(card -> screen.quiet()).ifPresent(card -> {
            Prospect prospect = card.prospect();
            ReachRules.Found found = card.rapport().reach();
            Reach reach = found.byHand() || found.reach() == Reach.UNKNOWN ? prospect.reach().next() : found.reach();
            screen.busy.set(true);
            background.db(() -> {
                calls.saveReach(prospect, reach);
                return reach;
            }, saved -> {
                screen.busy.set(false);
                whose.redraw();
                notices.show(Notice.undoable(ProspectRules.reachSet(prospect, saved), this::undo));
            }, whose::notSaved);
        });
    }

    /// The note as it is being typed.
    public void typeNote(String text) {
        screen.note().type(text);
    }

    /// The data are only open for reading: outcomes are off from now on. Before the screen is shown.
    public void onlyReading() {
        off.set(true);
    }

    /// Outcomes can't be logged.
    ReadOnlyBooleanProperty off() {
        return off.getReadOnlyProperty();
    }

    /// The note of the prospect on screen, with what has been typed.
    public String note() {
        return screen.note().text();
    }

    /// An outcome was pressed. Callback and meeting ask for their time first.
    public void press(Outcome outcome) {
        Optional<Card> card = card();
        if (wordingOpen()) {
            return;
        }
        if (off.get()) {
            notices.show(Notice.problem("The data file is only open for reading: nothing can be logged."));
            return;
        }
        if (card.isEmpty() || !screen.ready() || card.get().inbound() && !InboundRules.applies(outcome)) {
            return;
        }
        boolean asks = card.get().inbound() ? InboundRules.asks(outcome, card.get().prospect())
            : outcome == Outcome.CALLBACK_REQUESTED || outcome == Outcome.MEETING_BOOKED;
        if (asks) {
            timer().stop(clock.instant());
            screen.appear();
            // Until the pane is there no digit may log anything.
            screen.busy.set(true);
            background.db(() -> calls.bounds(card.get().prospect()), bounds -> {
                screen.busy.set(false);
                screen.appear();
                screen.asking.set(new Asking(card.get(), outcome, bounds));
            }, whose::notSaved);
        } else {
            screen.asking.set(null);
            log(card.get(), outcome, null);
        }
    }

    /// What is being typed must not be lost, nor another message be logged than the one that is being worded.
    private boolean wordingOpen() {
        boolean open = screen.draft.get() != null;
        if (open) {
            notices.show(Notice.problem("The message is being edited. Enter keeps it, Esc leaves it as it was."));
        }
        return open;
    }

    /// The time that the prospect named.
    public void choose(Slot slot) {
        Asking asked = screen.asking.get();
        if (asked != null && !screen.busy.get() && read()) {
            log(asked.card(), asked.outcome(), slot);
        }
    }

    public void cancelAsking() {
        screen.stopAsking();
    }

    /// Long enough on the screen to be read.
    boolean read() {
        return screen.read();
    }

    private record Step(CallService.Logged logged, @Nullable Turn next, BlockService.Standing standing, @Nullable Talk talk) {}

    private void log(Card card, Outcome outcome, @Nullable Slot slot) {
        screen.busy.set(true);
        timer().stop(clock.instant());
        var details = new CallService.Details(timer().seconds(clock.instant()), slot, note());
        // A conversation keeps the screen until the rep says so.
        boolean talks = outcome == Outcome.CONVERSATION && !(card.inbound() && card.prospect().suppressed());
        boolean returns = screen.returnsAfter(card);
        background.db(() -> {
            CallService.Logged logged = calls.log(card, outcome, details);
            if (!card.inbound()) {
                work();
            }
            Turn next = talks || returns ? null : whose.next();
            return new Step(logged, next, blocks.standing(), talks ? talk(card, logged) : null);
        }, step -> {
            screen.appear();
            block.show(step.standing());
            screen.note().saved();
            if (step.talk() != null) {
                screen.busy.set(false);
                screen.talk.set(step.talk());
            } else {
                goOn(card, step.next());
            }
            notices.show(notice(step.logged(), outcome, card.follow(outcome, slot)));
        }, e -> notLogged(card, outcome, slot, e));
    }

    /// The call is in the file: that the block's time is not, on a disk that is full just now, must not say otherwise.
    private void work() {
        try {
            blocks.work();
        } catch (DbException e) {
            LOG.log(System.Logger.Level.WARNING, "the block is not saved", e);
        }
    }

    /// The outcome stays before the rep until it is in the file: with everything that was entered, and one key from being tried again.
    private void notLogged(Card card, Outcome outcome, @Nullable Slot slot, Exception e) {
        whose.notSaved(e);
        if (e instanceof DbException) {
            // While times are proposed the digits choose one of them.
            Shortcut key = slot == null ? Shortcut.outcome(outcome.key()) : null;
            notices.show(Notice.unsaved(outcome.label() + " – " + card.prospect().name() + ". " + e.getMessage(), new Again(key, () -> {
                if (!screen.busy.get() && card().filter(shown -> shown.prospect().id() == card.prospect().id()).isPresent()) {
                    log(card, outcome, slot);
                }
            })));
        }
    }

    /// @param after the card that was logged
    /// @param next  whose turn it is; null for whoever was open before the caller
    private void goOn(Card after, @Nullable Turn next) {
        if (next == null) {
            screen.forgetAside(after.prospect().id());
            whose.restore();
        } else {
            screen.forgetAsides();
            timer().reset();
            whose.show(next);
        }
    }

    private Notice notice(CallService.Logged logged, Outcome outcome, FollowUp follow) {
        boolean rests = follow.status() == Prospect.Status.RESTING && follow.nextCallAt() != null;
        Notice notice = Notice.undoable(logged.label() + (rests ? ". Rests until " + Times.date(LocalDate.ofInstant(follow.nextCallAt(),
            clock.getZone())) : ""), this::undo);
        return outcome != Outcome.GATEKEEPER ? notice : notice.with(new Prompt("Name, hint", text -> background.db(() -> {
            calls.addNote(logged.attemptId(), text);
            return text;
        }, added -> {})));
    }

    /// What was decided after a conversation; then the next prospect, or the one from before the caller.
    public void finishTalk(CallService.Next decided) {
        Talk talked = screen.talk.get();
        if (talked == null || screen.busy.get()) {
            return;
        }
        whose.saveNote();
        screen.busy.set(true);
        boolean returns = screen.returnsAfter(talked.card());
        talks.<Optional<Turn>>decide(talked, decided, note(), () -> returns ? Optional.empty() : Optional.of(whose.next()), next -> {
            screen.appear();
            goOn(talked.card(), next.orElse(null));
            block.refresh();
        }, whose::notSaved);
    }

    public void skip() {
        if (wordingOpen()) {
            return;
        }
        card().filter(card -> screen.ready() && !card.inbound()).ifPresent(card -> {
            screen.busy.set(true);
            whose.saveNote();
            background.db(() -> Map.entry(calls.skip(card), whose.next()), done -> {
                screen.appear();
                timer().reset();
                whose.show(done.getValue());
                CallService.Skipped skipped = done.getKey();
                notices.show(Notice.undoable(skipped.label() + ". Back " + Times.moment(skipped.until(), clock.getZone(), clock.instant()), this::undo)
                    .with(new Prompt("Reason", reason -> background.db(() -> {
                        calls.saveSkipReason(skipped.skipId(), reason);
                        return reason;
                    }, saved -> {}))));
            }, whose::notSaved);
        });
    }

    /// Takes the latest action of today back and shows its prospect again.
    public void undo() {
        back.undo();
    }

    /// Whether the rep has said who is calling: every message begins with it.
    public boolean introduced() {
        return !settings.get().text(Setting.MY_NAME).isEmpty() && !settings.get().text(Setting.MY_COMPANY).isEmpty();
    }
}

package app.afterbeep.session;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.FollowUp;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.Turn;
import app.afterbeep.db.Undo;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.settings.Setting;
import app.afterbeep.session.TalkViewModel.Talk;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Notices.Prompt;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the session screen shows and does. One prospect has the turn until an outcome or Skip; nothing that happens meanwhile
/// takes it away. On the FX thread.
public final class SessionViewModel {
    /// Nobody reads a new card faster: an outcome that comes sooner was meant for the card before (a double press).
    static final Duration READING = Duration.ofMillis(300);

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
    private boolean outside;
    /// When it was last looked who comes next, and when that changes by itself.
    private Instant looked = Instant.EPOCH;
    private @Nullable Instant changesAt;

    public SessionViewModel(QueueService queue, CallService calls, BlockService blocks, Background background, Handoff handoff,
                            Notices notices, Clock clock, Supplier<Settings> settings) {
        this.queue = queue;
        this.calls = calls;
        this.blocks = blocks;
        this.background = background;
        this.dialing = new Dialing(handoff, notices);
        this.screen = new OnScreen(clock);
        this.block = new BlockViewModel(blocks, background, clock);
        this.talks = new TalkViewModel(calls, background);
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

    /// An outcome is being written.
    public ReadOnlyBooleanProperty busy() {
        return screen.busy.getReadOnlyProperty();
    }

    public ScriptTimer timer() {
        return screen.timer();
    }

    public Instant now() {
        return clock.instant();
    }

    public Settings settings() {
        return settings.get();
    }

    public Optional<Card> card() {
        return screen.card();
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
            show(started.turn());
            screen.talk.set(started.talk());
        });
        block.refresh();
    }

    /// On the database thread.
    private Talk talk(Card card, CallService.Logged logged) {
        return new Talk(card, logged, calls.conversationEmail(card).isPresent(), queue.bounds(card.prospect()));
    }

    /// The program ends: what was typed is kept and the block is paused. To be called before the file is closed.
    public void stop() {
        saveNote();
        background.db(() -> {
            blocks.leave();
            return true;
        }, left -> {});
    }

    /// The data have changed elsewhere. The prospect on screen stays; who comes next is looked up again, on an empty screen too.
    public void refresh() {
        if (!screen.busy.get() && screen.turn.get() != null) {
            card().ifPresentOrElse(this::lookAfter, this::next);
        }
        block.refresh();
    }

    /// Says anew who comes after the prospect on screen, who keeps the turn.
    private void lookAfter(Card card) {
        looked = clock.instant();
        changesAt = null;
        if (card.inbound()) {
            // After a caller whoever was open comes back.
            return;
        }
        background.db(() -> queue.after(card, outside), after -> {
            changesAt = after.changesAt();
            screen.showAfter(card, after.words());
        });
    }

    /// Draws the card again, with settings or a place that have changed.
    /// What the rep is being asked stays, and so do the time that was chosen or spoken and the number that was dialed.
    public void redraw() {
        if (screen.quiet()) {
            card().ifPresentOrElse(card -> again(card, card.chosen() > 0 || screen.worked()), this::refresh);
        }
    }

    /// The prospect was changed on another screen: its card is drawn again, if it has the turn and nothing is being asked.
    public void reread(long prospectId) {
        card().filter(card -> card.prospect().id() == prospectId).ifPresent(card -> redraw());
    }

    private void again(Card card, boolean promised) {
        background.db(() -> card.inbound() ? queue.caller(card.prospect().id(), card.dialed() == null ? "" : card.dialed().e164())
            : queue.again(card, outside, promised), this::show);
    }

    /// Gives the turn to the prospect that the rep chose.
    public void open(long prospectId) {
        Talk talked = screen.talk.get();
        if (talked != null) {
            notices.show(Notice.problem("First decide what comes next for " + talked.card().prospect().name() + "."));
        } else if (card().filter(card -> card.prospect().id() == prospectId && !card.inbound()).isPresent()) {
            redraw();
        } else {
            draw(prospectId);
        }
    }

    private void draw(long prospectId) {
        background.db(() -> queue.turnOf(prospectId, outside), turn -> {
            saveNote();
            screen.forgetAsides();
            show(turn);
        });
    }

    /// The prospect has called: has the screen until the call is logged or the rep goes back to whoever was open before.
    ///
    /// @param e164 the number they called from as far as the rep knows, or ""
    public void takeCall(long prospectId, String e164) {
        background.db(() -> queue.caller(prospectId, e164), caller -> {
            saveNote();
            screen.take(caller, prospectId);
        });
    }

    /// Whoever was open before the caller, or "" when nobody was or no caller has the screen.
    public String before() {
        return screen.before();
    }

    /// Back from a caller to what was on the screen before, exactly as it was. Nothing is logged.
    public void back() {
        if (!screen.nobodyAside() && !screen.busy.get() && !screen.talking()) {
            saveNote();
            restore();
        }
    }

    private void restore() {
        if (!screen.restore()) {
            next();
            return;
        }
        Talk talked = screen.talk.get();
        if (screen.worked() || talked != null) {
            // The caller's conversation has taken its place as the call that is under way.
            Card card = card().orElseThrow();
            background.db(() -> {
                calls.resume(card, talked == null ? null : talked.logged());
                return true;
            }, begun -> {});
        }
    }

    private void next() {
        background.db(() -> queue.turn(outside), this::show);
    }

    private void show(Turn next) {
        if (!screen.isFor(next)) {
            saveNote();
        }
        screen.show(next);
        card().ifPresent(this::lookAfter);
    }

    /// Called every second: what depends on the minute is derived anew, an empty screen looks for whoever is due now, and a
    /// promise that comes due is named as next. After sleep or a change of the clock all of this is so within the second.
    public void tick() {
        Instant now = clock.instant();
        // A minute has passed, or the clock was set.
        boolean jumped = Duration.between(looked, now).abs().toSeconds() >= 60;
        if (!screen.busy.get() && !screen.talking() && (jumped || changesAt != null && !now.isBefore(changesAt))) {
            card().ifPresent(this::lookAfter);
        }
        switch (screen.turn.get()) {
            case Turn.Prospect(Card card, String after) when screen.quiet() && !timer().running() -> {
                Instant drawn = card.situation().now();
                if (!day(card, drawn).equals(day(card, now))) {
                    again(card, false);
                } else if (Duration.between(drawn, now).abs().toSeconds() >= 60) {
                    screen.showCard(card.at(now));
                    block.refresh();
                }
            }
            case Turn.Later later when jumped || !now.isBefore(later.at()) -> {
                looked = now;
                next();
            }
            case null, default -> {}
        }
    }

    private static LocalDate day(Card card, Instant at) {
        return at.atZone(card.prospect().place().zone()).toLocalDate();
    }

    /// Calls outside the preferred hours, until the program ends.
    public void callOutside() {
        outside = true;
        next();
    }

    /// Space: the beep, or the end of the message.
    public void pressTimer() {
        card().filter(card -> screen.ready() && screen.asking.get() == null && !card.inbound()).ifPresent(card -> {
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

    /// Moves the promise to the next free slot; script and buttons say so at once.
    public void movePromise() {
        card().filter(card -> !screen.talking() && card.voicemail().isPresent() && !card.cadence().isLast(card.prospect().step()))
            .ifPresent(card -> screen.showCard(card.withNextSlot()));
    }

    /// Says the line that owns the missed promise, or leaves it out; script, estimate and email say so at once. False when no
    /// promise was missed.
    public boolean toggleOwning() {
        Optional<Card> owning = card().filter(card -> !screen.talking() && card.opening().isPresent());
        owning.ifPresent(card -> screen.showCard(card.owning(!card.owns())));
        return owning.isPresent();
    }

    /// The note as it is being typed.
    public void typeNote(String text) {
        screen.note().type(text);
    }

    /// The note of the prospect on screen, with what has been typed.
    public String note() {
        return screen.note().text();
    }

    /// Saves the note, if it has changed: after a pause in typing and before the prospect leaves the screen.
    public void saveNote() {
        NoteDraft typed = screen.note();
        card().filter(card -> typed.changed()).ifPresent(card -> {
            String text = typed.text();
            Runnable notYet = typed.saved();
            background.db(() -> {
                calls.saveNote(card.prospect().id(), text);
                return text;
            }, done -> {}, e -> {
                notYet.run();
                notSaved(e);
            });
        });
    }

    /// An outcome was pressed. Callback and meeting ask for their time first.
    public void press(Outcome outcome) {
        Optional<Card> card = card();
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
            background.db(() -> queue.bounds(card.get().prospect()), bounds -> {
                screen.busy.set(false);
                screen.appear();
                screen.asking.set(new Asking(card.get(), outcome, bounds));
            }, this::notSaved);
        } else {
            screen.asking.set(null);
            log(card.get(), outcome, null);
        }
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
                blocks.work();
            }
            Turn next = talks || returns ? null : queue.turn(outside);
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
        }, this::notSaved);
    }

    /// @param after the card that was logged
    /// @param next  whose turn it is; null for whoever was open before the caller
    private void goOn(Card after, @Nullable Turn next) {
        if (next == null) {
            screen.forgetAside(after.prospect().id());
            restore();
        } else {
            screen.forgetAsides();
            timer().reset();
            show(next);
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

    /// The card stays as it is, with everything that was entered; the rep can press again.
    private void notSaved(Exception e) {
        screen.busy.set(false);
        String message = e.getMessage();
        notices.show(Notice.problem(message == null ? "Not saved. Try again." : message));
    }

    /// What was decided after a conversation; then the next prospect, or the one from before the caller.
    public void finishTalk(CallService.Next decided) {
        Talk talked = screen.talk.get();
        if (talked == null || screen.busy.get()) {
            return;
        }
        saveNote();
        screen.busy.set(true);
        boolean returns = screen.returnsAfter(talked.card());
        talks.<Optional<Turn>>decide(talked, decided, note(), () -> returns ? Optional.empty() : Optional.of(queue.turn(outside)), next -> {
            screen.appear();
            goOn(talked.card(), next.orElse(null));
            block.refresh();
        }, this::notSaved);
    }

    public void skip() {
        card().filter(card -> screen.ready() && !card.inbound()).ifPresent(card -> {
            screen.busy.set(true);
            saveNote();
            background.db(() -> Map.entry(calls.skip(card), queue.turn(outside)), done -> {
                screen.appear();
                timer().reset();
                show(done.getValue());
                CallService.Skipped skipped = done.getKey();
                notices.show(Notice.undoable(skipped.label() + ". Back " + Times.moment(skipped.until(), clock.getZone(), clock.instant()), this::undo)
                    .with(new Prompt("Reason", reason -> background.db(() -> {
                        calls.saveSkipReason(skipped.skipId(), reason);
                        return reason;
                    }, saved -> {}))));
            }, this::notSaved);
        });
    }

    /// Takes the latest action of today back and shows its prospect again.
    public void undo() {
        if (screen.busy.get()) {
            // What is just being written is what the rep wants back: as soon as it is written.
            background.db(() -> true, written -> undoNow());
        } else {
            undoNow();
        }
    }

    private void undoNow() {
        record Undone(Optional<Undo.Action> action, Set<Long> talks) {}
        screen.busy.set(true);
        saveNote();
        Set<Long> undecided = screen.talks();
        background.db(() -> new Undone(calls.undo(), calls.takenBack(undecided)), undone -> {
            screen.busy.set(false);
            Talk untold = screen.dropTalks(undone.talks());
            undone.action().ifPresentOrElse(action -> {
                notices.show(Notice.done("Undone: " + action.label()));
                if (action.prospectId() != null && screen.nobodyAside()) {
                    timer().reset();
                    draw(action.prospectId());
                } else if (untold != null && !untold.card().inbound()) {
                    // A received call that a crash had left undecided: the prospect has the screen for no other reason.
                    next();
                } else {
                    redraw();
                }
                block.refresh();
            }, () -> notices.show(Notice.done("Nothing left to undo today")));
        }, this::notSaved);
    }

    /// Whether the rep has said who is calling: every message begins with it.
    public boolean introduced() {
        return !settings.get().text(Setting.MY_NAME).isEmpty() && !settings.get().text(Setting.MY_COMPANY).isEmpty();
    }
}

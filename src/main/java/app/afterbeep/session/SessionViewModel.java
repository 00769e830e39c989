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
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

    private final ReadOnlyObjectWrapper<@Nullable Turn> turn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<BlockService.@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Asking> asking = new ReadOnlyObjectWrapper<>();
    private final TalkViewModel talk;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private ScriptTimer timer = new ScriptTimer();
    private NoteDraft note = new NoteDraft("");
    private boolean outside;
    private boolean worked;
    private Instant shownAt = Instant.EPOCH;
    private final Asides asides = new Asides();
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
        this.talk = new TalkViewModel(calls, background);
        this.notices = notices;
        this.clock = clock;
        this.settings = settings;
    }

    /// An outcome that needs a time before it can be logged.
    public record Asking(Card card, Outcome outcome, WhenRules.Bounds bounds) {}

    /// Null until the first prospect is read.
    public ReadOnlyObjectProperty<@Nullable Turn> turn() {
        return turn.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<BlockService.@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Asking> asking() {
        return asking.getReadOnlyProperty();
    }

    /// A logged conversation whose next step the rep is choosing.
    ReadOnlyObjectProperty<@Nullable Talk> talk() {
        return talk.talk();
    }

    /// An outcome is being written.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ScriptTimer timer() {
        return timer;
    }

    public Instant now() {
        return clock.instant();
    }

    public Settings settings() {
        return settings.get();
    }

    public Optional<Card> card() {
        return turn.get() instanceof Turn.Prospect p ? Optional.of(p.card()) : Optional.empty();
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
            talk.show(started.talk());
        });
        refreshBlock();
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
        if (!busy.get() && turn.get() != null) {
            card().ifPresentOrElse(this::lookAfter, this::next);
        }
        refreshBlock();
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
            if (turn.get() instanceof Turn.Prospect(Card shown, String words) && shown.prospect().id() == card.prospect().id()
                && !words.equals(after.words())) {
                turn.set(new Turn.Prospect(shown, after.words()));
            }
        });
    }

    /// Draws the card again, with settings or a place that have changed.
    /// What the rep is being asked stays, and so do the time that was chosen or spoken and the number that was dialed.
    public void redraw() {
        if (busy.get() || asking.get() != null || talk.open()) {
            return;
        }
        card().ifPresentOrElse(card -> again(card, card.chosen() > 0 || worked), this::refresh);
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
        Talk talked = talk.talk().get();
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
            asides.clear();
            show(turn);
        });
    }

    /// The prospect has called: has the screen until the call is logged or the rep goes back to whoever was open before.
    ///
    /// @param e164 the number they called from as far as the rep knows, or ""
    public void takeCall(long prospectId, String e164) {
        background.db(() -> queue.caller(prospectId, e164), caller -> {
            saveNote();
            boolean again = !talk.open() && card().filter(card -> card.inbound() && card.prospect().id() == prospectId).isPresent();
            if (turn.get() != null && !again) {
                timer.stop(clock.instant());
                asides.put(new Asides.Aside(turn.get(), timer, note, worked, asking.get(), talk.talk().get()));
            }
            timer = new ScriptTimer();
            worked = false;
            shownAt = clock.instant();
            // The same person: what is typed now is typed into the same note.
            note = again ? note : asides.noteOf(prospectId).orElseGet(() -> new NoteDraft(stored(caller)));
            asking.set(null);
            talk.show(null);
            busy.set(false);
            turn.set(caller);
        });
    }

    /// Whoever was open before the caller, or "" when nobody was or no caller has the screen.
    public String before() {
        return asides.latest().map(Card::prospect).map(Prospect::name).orElse("");
    }

    /// Back from a caller to what was on the screen before, exactly as it was. Nothing is logged.
    public void back() {
        if (!asides.isEmpty() && !busy.get() && !talk.open()) {
            saveNote();
            restore();
        }
    }

    private void restore() {
        Asides.Aside was = asides.take();
        if (was == null || !(was.turn() instanceof Turn.Prospect(Card card, String after))) {
            next();
            return;
        }
        timer = was.timer();
        note = was.note();
        worked = was.worked();
        shownAt = clock.instant();
        busy.set(false);
        // Nothing of the caller's may be drawn over this one.
        asking.set(null);
        talk.show(null);
        turn.set(was.turn());
        asking.set(was.asking());
        talk.show(was.talk());
        if (worked || was.talk() != null) {
            // The caller's conversation has taken its place as the call that is under way.
            background.db(() -> {
                calls.resume(card, was.talk() == null ? null : was.talk().logged());
                return true;
            }, begun -> {});
        }
    }

    private void next() {
        background.db(() -> queue.turn(outside), this::show);
    }

    private void show(Turn next) {
        boolean same = next instanceof Turn.Prospect p && card().filter(c -> c.prospect().id() == p.card().prospect().id()).isPresent();
        if (!same) {
            saveNote();
            timer.reset();
            worked = false;
            note = new NoteDraft(stored(next));
        } else {
            note.reread(stored(next));
        }
        asking.set(null);
        talk.show(null);
        busy.set(false);
        turn.set(same ? keepingLine(next) : next);
        card().ifPresent(this::lookAfter);
    }

    /// A line that the rep has switched off stays off while the prospect has the turn.
    private Turn keepingLine(Turn next) {
        return next instanceof Turn.Prospect(Card card, String after) && card().filter(shown -> shown.opening().equals(card.opening())).isPresent()
            ? new Turn.Prospect(card.owning(card().orElseThrow().owns()), after) : next;
    }

    private static String stored(Turn turn) {
        return turn instanceof Turn.Prospect p ? p.card().prospect().note() : "";
    }

    private void refreshBlock() {
        background.db(blocks::standing, standing::set);
    }

    /// Called every second: what depends on the minute is derived anew, an empty screen looks for whoever is due now, and a
    /// promise that comes due is named as next. After sleep or a change of the clock all of this is so within the second.
    public void tick() {
        Instant now = clock.instant();
        // A minute has passed, or the clock was set.
        boolean jumped = Duration.between(looked, now).abs().toSeconds() >= 60;
        if (!busy.get() && !talk.open() && (jumped || changesAt != null && !now.isBefore(changesAt))) {
            card().ifPresent(this::lookAfter);
        }
        switch (turn.get()) {
            case Turn.Prospect(Card card, String after) when !timer.running() && !busy.get() && asking.get() == null && !talk.open() -> {
                Instant drawn = card.situation().now();
                if (!day(card, drawn).equals(day(card, now))) {
                    again(card, false);
                } else if (Duration.between(drawn, now).abs().toSeconds() >= 60) {
                    turn.set(new Turn.Prospect(card.at(now), after));
                    refreshBlock();
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
        card().filter(card -> ready() && asking.get() == null && !card.inbound()).ifPresent(card -> {
            timer.press(clock.instant());
            begin(card);
        });
    }

    public void restartTimer() {
        card().filter(card -> !talk.open() && timer.used()).ifPresent(card -> timer.start(clock.instant()));
    }

    private void begin(Card card) {
        if (!worked) {
            worked = true;
            String number = card.dialed() == null ? "" : card.dialed().e164();
            background.db(() -> {
                calls.begin(card.prospect().id(), number);
                blocks.work();
                return blocks.standing();
            }, standing::set);
        }
    }

    /// Hands the prospect's number to the softphone, or copies it where that is the setting.
    public void dial() {
        card().filter(card -> ready()).ifPresent(card -> Optional.ofNullable(card.dialed()).ifPresentOrElse(this::dial,
            () -> notices.show(Notice.problem(card.prospect().name() + " has no usable number."))));
    }

    public void dial(Phone phone) {
        card().filter(card -> ready() && !card.inbound()).ifPresent(card -> {
            showCard(card.withDialed(phone));
            background.db(() -> {
                Optional<String> address = calls.dial(card, phone);
                blocks.work();
                return address;
            }, address -> {
                worked = true;
                dialing.dial(phone, address);
                refreshBlock();
            });
        });
    }

    public void copy() {
        card().map(Card::dialed).ifPresent(dialing::copy);
    }

    /// Moves the promise to the next free slot; script and buttons say so at once.
    public void movePromise() {
        card().filter(card -> !talk.open() && card.voicemail().isPresent() && !card.cadence().isLast(card.prospect().step()))
            .ifPresent(card -> showCard(card.withNextSlot()));
    }

    /// Says the line that owns the missed promise, or leaves it out; script, estimate and email say so at once. False when no
    /// promise was missed.
    public boolean toggleOwning() {
        Optional<Card> owning = card().filter(card -> !talk.open() && card.opening().isPresent());
        owning.ifPresent(card -> showCard(card.owning(!card.owns())));
        return owning.isPresent();
    }

    private void showCard(Card card) {
        if (turn.get() instanceof Turn.Prospect(Card shown, String after) && shown.prospect().id() == card.prospect().id()) {
            turn.set(new Turn.Prospect(card, after));
        }
    }

    /// The note as it is being typed.
    public void typeNote(String text) {
        note.type(text);
    }

    /// The note of the prospect on screen, with what has been typed.
    public String note() {
        return note.text();
    }

    /// Saves the note, if it has changed: after a pause in typing and before the prospect leaves the screen.
    public void saveNote() {
        NoteDraft typed = note;
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
        if (card.isEmpty() || !ready() || card.get().inbound() && !InboundRules.applies(outcome)) {
            return;
        }
        boolean asks = card.get().inbound() ? InboundRules.asks(outcome, card.get().prospect())
            : outcome == Outcome.CALLBACK_REQUESTED || outcome == Outcome.MEETING_BOOKED;
        if (asks) {
            timer.stop(clock.instant());
            shownAt = clock.instant();
            // Until the pane is there no digit may log anything.
            busy.set(true);
            background.db(() -> queue.bounds(card.get().prospect()), bounds -> {
                busy.set(false);
                shownAt = clock.instant();
                asking.set(new Asking(card.get(), outcome, bounds));
            }, this::notSaved);
        } else {
            asking.set(null);
            log(card.get(), outcome, null);
        }
    }

    /// The time that the prospect named.
    public void choose(Slot slot) {
        Asking asked = asking.get();
        if (asked != null && !busy.get() && read()) {
            log(asked.card(), asked.outcome(), slot);
        }
    }

    public void cancelAsking() {
        if (asking.get() != null) {
            // Back on a card that was read before.
            shownAt = Instant.EPOCH;
        }
        asking.set(null);
    }

    /// The rep has seen this card: nothing is being written, and it has been there long enough to be read.
    private boolean ready() {
        return !busy.get() && !talk.open() && read();
    }

    /// Long enough on the screen to be read; also after the clock was set back.
    boolean read() {
        return Duration.between(shownAt, clock.instant()).abs().compareTo(READING) >= 0;
    }

    private record Step(CallService.Logged logged, @Nullable Turn next, BlockService.Standing standing, @Nullable Talk talk) {}

    private void log(Card card, Outcome outcome, @Nullable Slot slot) {
        busy.set(true);
        timer.stop(clock.instant());
        var details = new CallService.Details(timer.seconds(clock.instant()), slot, note.text());
        // A conversation keeps the screen until the rep says so.
        boolean talks = outcome == Outcome.CONVERSATION && !(card.inbound() && card.prospect().suppressed());
        boolean returns = returns(card);
        background.db(() -> {
            CallService.Logged logged = calls.log(card, outcome, details);
            if (!card.inbound()) {
                blocks.work();
            }
            Turn next = talks || returns ? null : queue.turn(outside);
            return new Step(logged, next, blocks.standing(), talks ? talk(card, logged) : null);
        }, step -> {
            shownAt = clock.instant();
            standing.set(step.standing());
            note.saved();
            if (step.talk() != null) {
                busy.set(false);
                talk.show(step.talk());
            } else {
                goOn(card, step.next());
            }
            notices.show(notice(step.logged(), outcome, card.follow(outcome, slot)));
        }, this::notSaved);
    }

    /// After this caller the one from before is shown again; not when that is the caller, whose card is out of date then.
    private boolean returns(Card card) {
        return card.inbound() && asides.othersThan(card.prospect().id());
    }

    /// @param after the card that was logged
    /// @param next  whose turn it is; null for whoever was open before the caller
    private void goOn(Card after, @Nullable Turn next) {
        if (next == null) {
            asides.forget(after.prospect().id());
            restore();
        } else {
            asides.clear();
            timer.reset();
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
        busy.set(false);
        String message = e.getMessage();
        notices.show(Notice.problem(message == null ? "Not saved. Try again." : message));
    }

    /// What was decided after a conversation; then the next prospect, or the one from before the caller.
    public void finishTalk(CallService.Next decided) {
        Talk talked = talk.talk().get();
        if (talked == null || busy.get()) {
            return;
        }
        saveNote();
        busy.set(true);
        boolean returns = returns(talked.card());
        talk.<Optional<Turn>>decide(talked, decided, note.text(), () -> returns ? Optional.empty() : Optional.of(queue.turn(outside)), next -> {
            shownAt = clock.instant();
            goOn(talked.card(), next.orElse(null));
            refreshBlock();
        }, this::notSaved);
    }

    public void skip() {
        card().filter(card -> ready() && !card.inbound()).ifPresent(card -> {
            busy.set(true);
            saveNote();
            background.db(() -> Map.entry(calls.skip(card), queue.turn(outside)), done -> {
                shownAt = clock.instant();
                timer.reset();
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
        if (busy.get()) {
            // What is just being written is what the rep wants back: as soon as it is written.
            background.db(() -> true, written -> undoNow());
        } else {
            undoNow();
        }
    }

    private void undoNow() {
        record Undone(Optional<Undo.Action> action, Set<Long> talks) {}
        busy.set(true);
        saveNote();
        Set<Long> talks = asides.talks();
        Optional.ofNullable(talk.talk().get()).ifPresent(talked -> talks.add(talked.logged().attemptId()));
        background.db(() -> new Undone(calls.undo(), calls.takenBack(talks)), undone -> {
            busy.set(false);
            asides.dropTalks(undone.talks());
            undone.action().ifPresentOrElse(action -> {
                notices.show(Notice.done("Undone: " + action.label()));
                Talk talked = talk.talk().get();
                boolean untold = talked != null && undone.talks().contains(talked.logged().attemptId());
                if (untold) {
                    talk.show(null);
                }
                if (action.prospectId() != null && asides.isEmpty()) {
                    timer.reset();
                    draw(action.prospectId());
                } else if (untold && !talked.card().inbound()) {
                    // A received call that a crash had left undecided: the prospect has the screen for no other reason.
                    next();
                } else {
                    redraw();
                }
                refreshBlock();
            }, () -> notices.show(Notice.done("Nothing left to undo today")));
        }, this::notSaved);
    }

    /// Pauses the block, ends the pause, or begins a new block after one that is over.
    public void pressPause() {
        BlockService.Standing now = standing.get();
        background.db(() -> {
            if (now == null || now.block() == null || now.block().over(clock.instant())) {
                blocks.start();
            } else if (now.block().paused()) {
                blocks.resume(now.block());
            } else {
                blocks.pause(now.block());
            }
            return blocks.standing();
        }, standing::set);
    }

    /// Whether the rep has said who is calling: every message begins with it.
    public boolean introduced() {
        return !settings.get().text(Setting.MY_NAME).isEmpty() && !settings.get().text(Setting.MY_COMPANY).isEmpty();
    }
}

package app.afterbeep.session;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.ReachRules;
import app.afterbeep.calls.Turn;
import app.afterbeep.calls.WordingService;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectRules;
import app.afterbeep.prospects.Reach;
import app.afterbeep.session.TalkViewModel.Talk;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the rep does on the session screen: dial, speak, press an outcome, skip, undo. Whose turn it is says [WhoseTurn]. On the FX thread.
public final class SessionViewModel {
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
    private final WhoseTurn whose;
    private final TalkViewModel talks;
    private final WordingViewModel wording;
    private final TakingBack back;
    private final EndOfTurn end;

    public SessionViewModel(QueueService queue, CallService calls, WordingService wordings, BlockService blocks, Background background, Handoff handoff,
                            Notices notices, Clock clock, Supplier<Settings> settings) {
        this.queue = queue;
        this.calls = calls;
        this.blocks = blocks;
        this.background = background;
        this.dialing = new Dialing(handoff, notices);
        this.screen = new OnScreen(clock);
        this.block = new BlockViewModel(blocks, background, clock);
        this.whose = new WhoseTurn(screen, block, queue, calls, background, notices, clock);
        this.wording = new WordingViewModel(screen, whose, wordings, background, settings);
        this.back = new TakingBack(screen, whose, calls, block, background, notices);
        this.talks = new TalkViewModel(screen, whose, calls, block, back, background, notices, clock);
        this.end = new EndOfTurn(screen, whose, talks, back, calls, blocks, block, background, notices, clock);
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
            return new Started(first, open.map(logged -> talks.talk(((Turn.Prospect) first).card(), logged)).orElse(null));
        }, started -> {
            whose.show(started.turn());
            screen.talk.set(started.talk());
        });
        block.refresh();
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

    /// Copies the prospect's number. Whoever copies it before they talk dials it by hand, so that it is checked as in dialing.
    public void copy() {
        card().ifPresent(card -> Optional.ofNullable(card.dialed()).ifPresent(phone -> {
            if (card.inbound() || screen.talking()) {
                dialing.copy(phone);
            } else {
                background.db(() -> {
                    calls.check(card, phone);
                    return phone;
                }, dialing::copy);
            }
        }));
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

    /// The note of the prospect on screen, with what has been typed.
    public String note() {
        return screen.note().text();
    }

    /// The data are only open for reading: outcomes are off from now on. Before the screen is shown.
    public void onlyReading() {
        end.off.set(true);
    }

    /// Outcomes can't be logged.
    ReadOnlyBooleanProperty off() {
        return end.off.getReadOnlyProperty();
    }

    /// An outcome was pressed. Callback and meeting ask for their time first.
    public void press(Outcome outcome) {
        end.press(outcome);
    }

    /// The time that the prospect named.
    public void choose(Slot slot) {
        end.choose(slot);
    }

    public void cancelAsking() {
        screen.stopAsking();
    }

    /// Esc goes one step back: out of a question, out of a message that is being worded, from a caller to whoever was open before.
    public void stepBack() {
        if (screen.asking.get() != null) {
            cancelAsking();
        } else if (screen.draft.get() != null) {
            wording.cancel();
        } else {
            whose.back();
        }
    }

    /// Long enough on the screen to be read.
    boolean read() {
        return screen.read();
    }

    /// What was decided after a conversation; then the next prospect, or the one from before the caller.
    public void finishTalk(CallService.Next decided) {
        talks.finish(decided);
    }

    public void skip() {
        end.skip();
    }

    /// Takes the latest action back and shows its prospect again.
    public void undo() {
        back.undo();
    }

    /// Whether the rep has said who is calling: every message begins with it.
    public boolean introduced() {
        return !settings.get().text(Setting.MY_NAME).isEmpty() && !settings.get().text(Setting.MY_COMPANY).isEmpty();
    }
}

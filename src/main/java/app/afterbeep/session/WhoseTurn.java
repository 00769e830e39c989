package app.afterbeep.session;

import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.Turn;
import app.afterbeep.prospects.NoteDraft;
import app.afterbeep.session.TalkViewModel.Talk;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose turn it is: the next of the queue, whom the rep chose, or who calls. One prospect has the turn until an outcome or Skip; nothing that
/// happens meanwhile takes it away, but a caller may borrow it. On the FX thread.
public final class WhoseTurn {
    private final OnScreen screen;
    private final BlockViewModel block;
    private final QueueService queue;
    private final CallService calls;
    private final Background background;
    private final Notices notices;
    private final Clock clock;
    /// The rep's day on which calls outside the preferred hours were wanted. Read on the database thread too.
    private volatile LocalDate outsideOn = LocalDate.MIN;
    /// When it was last looked who comes next, and when that changes by itself.
    private Instant looked = Instant.EPOCH;
    private @Nullable Instant changesAt;
    /// The card is to be drawn again as soon as nothing is asked any more.
    private boolean outdated;

    WhoseTurn(OnScreen screen, BlockViewModel block, QueueService queue, CallService calls, Background background, Notices notices, Clock clock) {
        this.screen = screen;
        this.block = block;
        this.queue = queue;
        this.calls = calls;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
    }

    /// The data have changed elsewhere. The prospect on screen stays; who comes next is looked up again, on an empty screen too.
    public void refresh() {
        if (!screen.busy.get() && screen.turn.get() != null) {
            screen.card().ifPresentOrElse(this::lookAfter, this::lookForNext);
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
        background.db(() -> queue.after(card, outside()), after -> {
            changesAt = after.changesAt();
            screen.showAfter(card, after.words());
        });
        // Behind the words: nobody waits for it.
        background.db(() -> {
            queue.prepare(card, outside());
            return true;
        }, drawn -> {});
    }

    /// Draws the card again, with settings or a place that have changed.
    /// What the rep is being asked stays, and so do the time that was chosen or spoken and the number that was dialed.
    public void redraw() {
        outdated = !screen.quiet();
        if (!outdated) {
            screen.card().ifPresentOrElse(card -> again(card, card.chosen() > 0 || screen.worked()), this::refresh);
        }
    }

    /// The scripts may have changed: the card says what they say now, unless its message is spoken already.
    public void scriptsChanged() {
        if (!screen.timer().used()) {
            redraw();
        }
    }

    /// Draws the card again, worded otherwise: the time that it promises stays.
    void redrawWorded() {
        if (screen.quiet()) {
            screen.card().ifPresent(card -> again(card, true));
        }
    }

    /// The prospect was changed on another screen: its card is drawn again if it has the turn, and as another one's if it was merged into that.
    public void reread(long prospectId) {
        screen.card().filter(card -> card.prospect().id() == prospectId).ifPresent(card -> redraw());
    }

    private void again(Card card, boolean promised) {
        saveNote();
        background.db(() -> card.inbound() ? queue.caller(card.prospect().id(), card.dialed() == null ? "" : card.dialed().e164())
            : queue.again(card, outside(), promised), this::show);
    }

    /// Gives the turn to the prospect that the rep chose, unless that would take a call away that is under way here or aside.
    public void open(long prospectId) {
        Talk talked = screen.talk.get();
        String name = screen.card().map(card -> card.prospect().name()).orElse("");
        if (talked != null) {
            notices.show(Notice.problem("First decide what comes next for " + talked.card().prospect().name() + "."));
        } else if (screen.worded()) {
            notices.show(Notice.problem("First keep the message that you are editing, or leave it with Esc."));
        } else if (screen.card().filter(card -> card.prospect().id() == prospectId && !card.inbound()).isPresent()) {
            redraw();
        } else if (screen.card().filter(Card::inbound).isPresent()) {
            notices.show(Notice.problem("First log the call from " + name + ", or go back with Esc."));
        } else if (screen.worked() || screen.asking.get() != null) {
            notices.show(Notice.problem("First log the call with " + name + ", or skip it with S."));
        } else {
            draw(prospectId);
        }
    }

    void draw(long prospectId) {
        background.db(() -> queue.turnOf(prospectId, outside()), turn -> {
            saveNote();
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
            lookForNext();
            return;
        }
        Talk talked = screen.talk.get();
        if (screen.worked() || talked != null) {
            // The caller's conversation has taken its place as the call that is under way.
            Card card = screen.card().orElseThrow();
            background.db(() -> {
                calls.resume(card, talked == null ? null : talked.logged());
                return true;
            }, begun -> {});
        }
    }

    /// After a call was logged.
    ///
    /// @param logged its card
    /// @param next   whose turn it is; null for whoever was open before the caller
    void goOn(Card logged, @Nullable Turn next) {
        screen.note().logged();
        if (next == null) {
            screen.forgetAside(logged.prospect().id());
            restore();
        } else {
            screen.forgetAsides();
            screen.timer().reset();
            show(next);
        }
    }

    /// Whoever is next has the turn.
    void lookForNext() {
        background.db(this::next, this::show);
    }

    /// On the database thread.
    Turn next() {
        return queue.turn(outside());
    }

    void show(Turn next) {
        if (!screen.isFor(next)) {
            saveNote();
        }
        outdated = false;
        screen.show(next);
        screen.card().ifPresent(this::lookAfter);
    }

    /// Called every second: what depends on the minute is derived anew, an empty screen looks for whoever is due now, and a
    /// promise that comes due is named as next. After sleep or a change of the clock all of this is so within the second.
    public void tick() {
        Instant now = clock.instant();
        if (outdated) {
            redraw();
        }
        if (screen.writesLong()) {
            notices.show(Notice.done("Still saving: another program uses the data file. What you entered is kept."));
        }
        // A minute has passed, or the clock was set.
        boolean jumped = Duration.between(looked, now).abs().toSeconds() >= 60;
        if (!screen.busy.get() && !screen.talking() && (jumped || changesAt != null && !now.isBefore(changesAt))) {
            screen.card().ifPresent(this::lookAfter);
        }
        switch (screen.turn.get()) {
            case Turn.Prospect(Card card, String after) when screen.quiet() && !screen.timer().running() -> {
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
                lookForNext();
            }
            case null, default -> {}
        }
    }

    private static LocalDate day(Card card, Instant at) {
        return at.atZone(card.prospect().place().zone()).toLocalDate();
    }

    /// Calls outside the preferred hours, until the rep's day ends.
    public void callOutside() {
        outsideOn = LocalDate.now(clock);
        notices.show(Notice.done("The preferred hours are off until your day ends"));
        lookForNext();
    }

    private boolean outside() {
        return outsideOn.equals(LocalDate.now(clock));
    }

    /// Saves the note, if it has changed: after a pause in typing and before the prospect leaves the screen.
    public void saveNote() {
        NoteDraft typed = screen.note();
        screen.card().filter(card -> typed.changed()).ifPresent(card -> {
            String text = typed.text();
            String before = typed.save();
            background.db(() -> calls.saveNote(card.prospect().id(), before, text), kept -> {
                typed.saved();
                if (!kept.equals(text)) {
                    redraw();
                }
            }, e -> {
                typed.notSaved(before);
                problem(e);
            });
        });
    }

    /// The card stays as it is, with everything that was entered; the rep can press again.
    void notSaved(Exception e) {
        screen.busy.set(false);
        problem(e);
    }

    private void problem(Exception e) {
        String message = e.getMessage();
        notices.show(Notice.problem(message == null ? "Not saved. Try again." : message));
    }
}

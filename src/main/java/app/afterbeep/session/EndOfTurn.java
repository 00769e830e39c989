package app.afterbeep.session;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.FollowUp;
import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.db.DbException;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.session.SessionViewModel.Asking;
import app.afterbeep.session.TalkViewModel.Talk;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Again;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Notices.Prompt;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// How a turn ends: with an outcome, for which a time may be asked first, or with Skip. Then whoever is next has it; only a conversation keeps the
/// screen, until [TalkViewModel] is told what comes next. On the FX thread.
final class EndOfTurn {
    private static final System.Logger LOG = System.getLogger(EndOfTurn.class.getName());

    private final OnScreen screen;
    private final WhoseTurn whose;
    private final TalkViewModel talks;
    private final TakingBack back;
    private final CallService calls;
    private final BlockService blocks;
    private final BlockViewModel block;
    private final Background background;
    private final Notices notices;
    private final Clock clock;
    /// Outcomes can't be logged.
    final ReadOnlyBooleanWrapper off = new ReadOnlyBooleanWrapper();

    EndOfTurn(OnScreen screen, WhoseTurn whose, TalkViewModel talks, TakingBack back, CallService calls, BlockService blocks, BlockViewModel block,
              Background background, Notices notices, Clock clock) {
        this.screen = screen;
        this.whose = whose;
        this.talks = talks;
        this.back = back;
        this.calls = calls;
        this.blocks = blocks;
        this.block = block;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
    }

    void press(Outcome outcome) {
        if (wordingOpen()) {
            return;
        }
        if (off.get()) {
            notices.show(Notice.problem("The data file is only open for reading: nothing can be logged."));
            return;
        }
        screen.card().filter(card -> screen.ready() && (!card.inbound() || InboundRules.applies(outcome))).ifPresent(card -> {
            boolean asks = card.inbound() ? InboundRules.asks(outcome, card.prospect())
                : outcome == Outcome.CALLBACK_REQUESTED || outcome == Outcome.MEETING_BOOKED;
            if (asks) {
                ask(card, outcome);
            } else {
                screen.asking.set(null);
                log(card, outcome, null);
            }
        });
    }

    /// What is being typed must not be lost, nor another message be logged than the one that is being worded.
    private boolean wordingOpen() {
        boolean open = screen.draft.get() != null;
        if (open) {
            notices.show(Notice.problem("The message is being edited. Enter keeps it, Esc leaves it as it was."));
        }
        return open;
    }

    private void ask(Card card, Outcome outcome) {
        screen.timer().stop(clock.instant());
        screen.appear();
        // Until the pane is there no digit may log anything.
        screen.busy.set(true);
        background.db(() -> calls.bounds(card.prospect()), bounds -> {
            screen.busy.set(false);
            screen.appear();
            screen.asking.set(new Asking(card, outcome, bounds));
        }, whose::notSaved);
    }

    /// The time that the prospect named.
    void choose(Slot slot) {
        Asking asked = screen.asking.get();
        if (asked != null && !screen.busy.get() && screen.read()) {
            log(asked.card(), asked.outcome(), slot);
        }
    }

    private record Step(CallService.Logged logged, @Nullable Turn next, BlockService.Standing standing, @Nullable Talk talk) {}

    private void log(Card card, Outcome outcome, @Nullable Slot slot) {
        screen.busy.set(true);
        whose.saveNote();
        screen.timer().stop(clock.instant());
        var details = new CallService.Details(screen.timer().seconds(clock.instant()), slot, screen.note().noted());
        // A conversation keeps the screen until the rep says so.
        boolean talking = outcome == Outcome.CONVERSATION && !(card.inbound() && card.prospect().suppressed());
        boolean returns = screen.returnsAfter(card);
        background.db(() -> {
            if (!card.inbound()) {
                // First, so that the first call of a block is one of its calls.
                work();
            }
            CallService.Logged logged = calls.log(card, outcome, details);
            Turn next = talking || returns ? null : whose.next();
            return new Step(logged, next, blocks.standing(), talking ? talks.talk(card, logged) : null);
        }, step -> {
            screen.appear();
            block.show(step.standing());
            if (step.talk() != null) {
                screen.busy.set(false);
                screen.talk.set(step.talk());
            } else {
                whose.goOn(card, step.next());
            }
            notices.show(notice(step.logged(), outcome, card.follow(outcome, slot)));
        }, e -> notLogged(card, outcome, slot, e));
    }

    /// That the block's time is not in the file, on a disk that is full just now, must not keep the call from it.
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
                if (!screen.busy.get() && screen.card().filter(shown -> shown.prospect().id() == card.prospect().id()).isPresent()) {
                    log(card, outcome, slot);
                }
            })));
        } else {
            // The card is not as things are now.
            screen.stopAsking();
            whose.redraw();
        }
    }

    private Notice notice(CallService.Logged logged, Outcome outcome, FollowUp follow) {
        boolean rests = follow.status() == Prospect.Status.RESTING && follow.nextCallAt() != null;
        Notice notice = Notice.undoable(logged.label() + (rests ? ". Rests until " + Times.date(LocalDate.ofInstant(follow.nextCallAt(),
            clock.getZone())) : ""), back::undo);
        return outcome != Outcome.GATEKEEPER ? notice : notice.with(new Prompt("Name, hint", text -> background.db(() -> {
            calls.addNote(logged.attemptId(), text);
            return text;
        }, added -> {})));
    }

    void skip() {
        if (wordingOpen()) {
            return;
        }
        screen.card().filter(card -> screen.ready() && !card.inbound()).ifPresent(card -> {
            screen.busy.set(true);
            whose.saveNote();
            background.db(() -> Map.entry(calls.skip(card), whose.next()), done -> {
                screen.appear();
                screen.timer().reset();
                whose.show(done.getValue());
                CallService.Skipped skipped = done.getKey();
                String comes = skipped.until() == null ? ". No next call is planned" : ". Back " + Times.moment(skipped.until(), clock.getZone(), clock.instant());
                notices.show(Notice.undoable(skipped.label() + comes, back::undo)
                    .with(new Prompt("Reason", reason -> background.db(() -> {
                        calls.saveSkipReason(skipped.skipId(), reason);
                        return reason;
                    }, saved -> {}))));
            }, whose::notSaved);
        });
    }
}

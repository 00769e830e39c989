package app.afterbeep.session;

import app.afterbeep.calls.CallService;
import app.afterbeep.db.Undo;
import app.afterbeep.session.TalkViewModel.Talk;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.util.Optional;
import java.util.Set;

/// Ctrl+Z: takes the latest action back and shows its prospect again, unless that would take a call away that is under way. On the FX thread.
final class TakingBack {
    private final OnScreen screen;
    private final WhoseTurn whose;
    private final CallService calls;
    private final BlockViewModel block;
    private final Background background;
    private final Notices notices;

    TakingBack(OnScreen screen, WhoseTurn whose, CallService calls, BlockViewModel block, Background background, Notices notices) {
        this.screen = screen;
        this.whose = whose;
        this.calls = calls;
        this.block = block;
        this.background = background;
        this.notices = notices;
    }

    void undo() {
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
        whose.saveNote();
        Set<Long> undecided = screen.talks();
        background.db(() -> new Undone(calls.undo(), calls.takenBack(undecided)), undone -> {
            screen.busy.set(false);
            Talk untold = screen.dropTalks(undone.talks());
            undone.action().ifPresentOrElse(action -> {
                // Dialed, spoken or typed: whoever is on the line keeps the screen.
                boolean goesOn = action.prospectId() != null && screen.underWay();
                notices.show(Notice.done("Undone: " + action.label() + (goesOn ? screen.card().filter(card -> card.prospect().id() != action.prospectId())
                    .map(card -> ". The call with " + Lines.piece(card.prospect().name()) + " goes on").orElse("") : "")));
                if (action.prospectId() != null && screen.nobodyAside() && !goesOn) {
                    screen.timer().reset();
                    whose.draw(action.prospectId());
                } else if (untold != null && !untold.card().inbound() && !goesOn) {
                    // A received call that a crash had left undecided: the prospect has the screen for no other reason.
                    whose.lookForNext();
                } else {
                    whose.redraw();
                }
                block.refresh();
            }, () -> notices.show(Notice.done("Nothing left to undo")));
        }, whose::notSaved);
    }
}

package app.afterbeep.review;

import app.afterbeep.calls.LogService.Corrected;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

/// Writes what the rep has entered into the log, once however often the key is pressed, and says so with an Undo. On the FX thread.
final class LogWriting {
    private final Background background;
    private final Notices notices;
    private final Runnable undo;
    private final LongConsumer changed;
    private boolean writing;

    /// @param undo    takes the latest action back
    /// @param changed is told the id of a prospect that was changed
    LogWriting(Background background, Notices notices, Runnable undo, LongConsumer changed) {
        this.background = background;
        this.notices = notices;
        this.undo = undo;
        this.changed = changed;
    }

    /// @param work on the database thread
    /// @param done runs when it is written; what was entered stays when it is not
    void write(Callable<Corrected> work, Runnable done) {
        if (writing) {
            return;
        }
        writing = true;
        background.db(work, written -> {
            writing = false;
            done.run();
            changed.accept(written.prospectId());
            notices.show(Notice.undoable(written.label(), undo));
        }, e -> {
            writing = false;
            notices.show(Notice.problem(String.valueOf(e.getMessage())));
        });
    }
}

package app.afterbeep.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads for a screen, one reading at a time: of those that are asked for while one runs only the latest is done, so that fast typing and a
/// busy file queue up nothing. On the FX thread.
public final class Reading {
    private final Background background;
    private final Way way;
    private boolean running;
    private @Nullable Runnable next;

    private interface Way {
        <T> void run(Callable<T> read, Consumer<T> show, Consumer<Exception> failed);
    }

    /// On the database thread.
    public Reading(Background background) {
        this(background, background::db);
    }

    private Reading(Background background, Way way) {
        this.background = background;
        this.way = way;
    }

    /// Beside the database thread, on a connection of its own.
    public static Reading beside(Background background) {
        return new Reading(background, background::read);
    }

    /// One that reads files: on the thread for them, so that it waits for nothing that the database does.
    public static Reading ofFiles(Background background) {
        return new Reading(background, background::io);
    }

    /// Whether a result is still to come.
    public boolean running() {
        return running;
    }

    /// Runs `read` on its thread, then `show` with its result.
    public <T> void ask(Callable<T> read, Consumer<T> show) {
        ask(read, show, background::fail);
    }

    /// @param failed is told why there is no result; the next reading can be asked for all the same
    public <T> void ask(Callable<T> read, Consumer<T> show, Consumer<Exception> failed) {
        if (running) {
            next = () -> ask(read, show, failed);
            return;
        }
        running = true;
        next = null;
        way.run(read, result -> end(() -> show.accept(result)), e -> end(() -> failed.accept(e)));
    }

    private void end(Runnable tell) {
        running = false;
        tell.run();
        Runnable latest = next;
        if (latest != null && !running) {
            latest.run();
        }
    }
}

package app.afterbeep.ui;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How far long work is. The thread that does the work says so after each row and learns here that it is to stop; whoever watches is told
/// a few times a second.
public final class Progress {
    private static final long EVERY_NANOS = 200_000_000;
    /// The time is not asked for each row.
    private static final long ROWS = 64;

    private final Consumer<State> watcher;
    private long started;
    private long told;
    private long asked;
    private volatile boolean cancelled;

    /// @param watcher is told on the thread that does the work
    public Progress(Consumer<State> watcher) {
        this.watcher = watcher;
    }

    /// For work that nobody watches.
    public static Progress unwatched() {
        return new Progress(state -> {});
    }

    /// How far the work is at one moment.
    ///
    /// @param share of the whole, from 0 to 1
    /// @param left  how long it takes from here on, or null while that is not known
    public record State(long rows, double share, @Nullable Duration left) {
        public static final State START = new State(0, 0, null);

        /// "12,000 rows · 3 minutes left".
        public String words() {
            return "%,d %s".formatted(rows, rows == 1 ? "row" : "rows") + (left == null ? "" : " · " + words(left) + " left");
        }

        private static String words(Duration time) {
            long seconds = time.toSeconds() + 1;
            return seconds < 60 ? seconds + (seconds == 1 ? " second" : " seconds")
                : seconds < 120 ? "1 minute" : Math.ceilDiv(seconds, 60L) + " minutes";
        }
    }

    /// Any thread: the work stops at its next row.
    public void cancel() {
        cancelled = true;
    }

    /// @param rows  that are done
    /// @param share of the whole, from 0 to 1
    /// @throws CancellationException when the work is to stop; all that it did must then be taken back
    public void at(long rows, double share) {
        if (cancelled) {
            throw new CancellationException("cancelled after " + rows + " rows");
        }
        boolean ask = started == 0 || rows - asked >= ROWS || rows < asked;
        long now = ask ? System.nanoTime() : 0;
        asked = ask ? rows : asked;
        if (started == 0) {
            // Counting and opening come before the first row and say nothing about the others.
            started = now;
            told = now;
        }
        if (now != 0) {
            if (now - told >= EVERY_NANOS) {
                told = now;
                // The first second says little about the rest.
                boolean known = share > 0 && now - started > 1_000_000_000;
                watcher.accept(new State(rows, Math.min(1, share),
                    known ? Duration.ofNanos((long) ((now - started) / share * Math.max(0, 1 - share))) : null));
            }
        }
    }
}

package app.afterbeep.bench;

import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Asks the FX thread again and again for a sign of life: how long it lets others wait is how long the window stands still.
public final class Beat implements AutoCloseable {
    private static final long EVERY_MILLIS = 4;
    private static final long STILL_NANOS = 50_000_000;

    private final Worked fx;
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong busiest = new AtomicLong();
    private final AtomicLong still = new AtomicLong();
    private final Thread thread = Thread.ofPlatform().daemon().name("beat").unstarted(this::run);
    private volatile boolean ended;

    /// @param fx the FX thread
    public Beat(Worked fx) {
        this.fx = fx;
        thread.start();
    }

    private void run() {
        try {
            while (!ended) {
                java.util.concurrent.CountDownLatch answered = new java.util.concurrent.CountDownLatch(1);
                long worked = fx.nanos();
                long asked = System.nanoTime();
                Platform.runLater(answered::countDown);
                answered.await();
                long waited = System.nanoTime() - asked;
                longest.accumulateAndGet(waited, Math::max);
                busiest.accumulateAndGet(Math.min(waited, fx.nanos() - worked), Math::max);
                if (waited > STILL_NANOS) {
                    still.incrementAndGet();
                }
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The longest wait, in nanoseconds.
    public long longest() {
        return longest.get();
    }

    /// The most that the FX thread itself has worked during one wait, in nanoseconds: what is left of the longest one were other work on the machine, or
    /// the collector.
    public long busiest() {
        return busiest.get();
    }

    /// How often it was longer than 50 ms.
    public long pauses() {
        return still.get();
    }

    @Override
    public void close() {
        ended = true;
    }
}

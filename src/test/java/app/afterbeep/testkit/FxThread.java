package app.afterbeep.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// The FX thread of the tests: started once, on JavaFX's own headless platform.
public final class FxThread {
    private static final long PATIENCE_SECONDS = 20;
    private static boolean started;

    private FxThread() {}

    public static synchronized void start() {
        if (!started) {
            started = true;
            CountDownLatch ready = new CountDownLatch(1);
            Platform.startup(ready::countDown);
            Platform.setImplicitExit(false);
            try {
                if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("JavaFX did not start");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Runs `work` on the FX thread and waits for its result.
    public static <T> T call(Callable<T> work) {
        start();
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Waits, frame by frame, until `condition` holds on the FX thread.
    ///
    /// @param what for the failure: what was waited for, and what there was instead
    public static void await(BooleanSupplier condition, Supplier<String> what) {
        start();
        CountDownLatch held = new CountDownLatch(1);
        AnimationTimer[] timer = new AnimationTimer[1];
        Platform.runLater(() -> {
            timer[0] = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        stop();
                        held.countDown();
                    }
                }
            };
            timer[0].start();
        });
        try {
            if (!held.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                run(timer[0]::stop);
                throw new AssertionError("waited in vain for " + call(what::get));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

package app.afterbeep.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The only way across threads: views and view models live on the FX thread, everything else runs here. One thread named
/// `db` owns the database, a few named `io` wait for files and servers, one named `lasting` does what takes minutes, so that no email waits
/// for an export; all end with the program.
public final class Background implements AutoCloseable {
    private static final long IDLE_SECONDS = 2;
    /// A server that does not answer must hold up neither a keychain nor a reminder.
    private static final int IO_THREADS = 3;
    /// What is counted must not hold up what is looked at.
    private static final int READING_THREADS = 3;

    private static final String ENDS = "the program ends";

    private final Executor db;
    private final Executor io;
    private final Executor lasting;
    private final Executor reading;
    private final Executor fx;
    private final @Nullable ScheduledExecutorService seconds;
    private Consumer<Exception> failed = e -> {};
    private @Nullable Runnable idle;
    private @Nullable ScheduledFuture<?> idling;
    /// The database thread has done its last work.
    private volatile boolean ended;

    private Background(Executor db, Executor io, Executor lasting, Executor reading, Executor fx, @Nullable ScheduledExecutorService seconds) {
        this.seconds = seconds;
        this.db = db;
        this.io = io;
        this.lasting = lasting;
        this.reading = reading;
        this.fx = fx;
    }

    /// With threads of its own, for the window.
    public static Background threads() {
        ScheduledThreadPoolExecutor db = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("db").factory());
        db.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return new Background(db, Executors.newFixedThreadPool(IO_THREADS, Thread.ofPlatform().daemon().name("io-", 1).factory()),
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("lasting").factory()),
            Executors.newFixedThreadPool(READING_THREADS, Thread.ofPlatform().daemon().name("read-", 1).factory()), Platform::runLater,
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("seconds").factory()));
    }

    /// Everything in the calling thread, for tests of view models.
    public static Background direct() {
        return new Background(Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run, null);
    }

    /// Runs on the FX thread.
    public Executor fx() {
        return fx;
    }

    /// Runs `tick` on the FX thread once a second. An animation would keep the window drawing sixty frames a second for it.
    public void everySecond(Runnable tick) {
        if (seconds != null) {
            // Not at a fixed rate: that would make up for every second that the computer slept.
            seconds.scheduleWithFixedDelay(() -> fx.execute(tick), 1, 1, TimeUnit.SECONDS);
        }
    }

    /// What becomes of a failure that nobody else handles.
    public void onFailure(Consumer<Exception> handler) {
        failed = handler;
    }

    /// Passes a failure on to whoever handles those that nobody else does.
    void fail(Exception e) {
        failed.accept(e);
    }

    /// Runs `work` on the database thread before anything else; the main thread may wait for it.
    public <T> Future<T> opening(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        db.execute(task);
        return task;
    }

    /// Runs `work` on the database thread, then `onSuccess` with its result on the FX thread.
    public <T> void db(Callable<T> work, Consumer<T> onSuccess) {
        db(work, onSuccess, failed);
    }

    public <T> void db(Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        run(db, work, onSuccess, onFailure);
    }

    /// Runs `work` on the database thread, as the last there: what [#db] is asked for afterwards is not begun, as nobody would see its result.
    /// The last changes of a day announce themselves too, and a screen that looks anew would find the file closed.
    public void last(Runnable work) {
        db(() -> {
            work.run();
            ended = true;
            return true;
        }, done -> { });
    }

    /// Runs `work` on the thread for files and servers, then `onSuccess` with its result on the FX thread.
    public <T> void io(Callable<T> work, Consumer<T> onSuccess) {
        io(work, onSuccess, failed);
    }

    public <T> void io(Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        run(io, work, onSuccess, onFailure);
    }

    /// Runs `work`, which may take minutes, on a thread for such work; one at a time.
    public <T> void lasting(Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        run(lasting, work, onSuccess, onFailure);
    }

    /// Runs `work`, which reads the file on a connection of its own, beside the database thread.
    public <T> void read(Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        run(reading, work, onSuccess, onFailure);
    }

    /// Runs `work`, one small piece of something that lasts, on the database thread behind whatever waits there, and waits for its end: so each
    /// click has its turn between two pieces. On a thread for lasting work or for files, never on the FX thread.
    ///
    /// @throws CancellationException when the program ends
    public <T> T inTurn(Callable<T> work) throws Exception {
        FutureTask<T> piece = new FutureTask<>(() -> {
            if (ended) {
                throw new CancellationException(ENDS);
            }
            T result = work.call();
            waitForIdle();
            return result;
        });
        try {
            db.execute(piece);
            return piece.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : new IllegalStateException(e.getCause());
        } catch (RejectedExecutionException | InterruptedException e) {
            throw new CancellationException(ENDS);
        }
    }

    /// Runs `work` on a thread of its own, beside the caller, who waits for what it brings.
    ///
    /// @return what interrupts it
    public static Runnable beside(String name, Interruptible work) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })::interrupt;
    }

    /// Work that ends early when it is interrupted.
    public interface Interruptible {
        void run() throws InterruptedException;
    }

    private <T> void run(Executor executor, Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        try {
            start(executor, work, onSuccess, onFailure);
        } catch (RejectedExecutionException e) {
            // The program ends: nobody would see the result.
        }
    }

    private <T> void start(Executor executor, Callable<T> work, Consumer<T> onSuccess, Consumer<Exception> onFailure) {
        executor.execute(() -> {
            if (executor == db && ended) {
                return;
            }
            try {
                T result = work.call();
                fx.execute(() -> onSuccess.accept(result));
            } catch (Exception e) {
                if (!(ended && e instanceof CancellationException)) {
                    fx.execute(() -> onFailure.accept(e));
                }
            } catch (Error e) {
                fx.execute(() -> onFailure.accept(new IllegalStateException(e)));
            }
            if (executor == db) {
                waitForIdle();
            }
        });
    }

    /// Runs `work` on the database thread each time nothing has been asked of it for two seconds.
    public void whenIdle(Runnable work) {
        idle = work;
    }

    private void waitForIdle() {
        if (idle != null && db instanceof ScheduledThreadPoolExecutor timer && !timer.isShutdown()) {
            if (idling != null) {
                idling.cancel(false);
            }
            Runnable work = idle;
            idling = timer.schedule(() -> caught(work), IDLE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /// Nobody looks into an executor: what is not passed on here is never seen.
    private void caught(Runnable work) {
        try {
            work.run();
        } catch (Exception e) {
            fx.execute(() -> failed.accept(e));
        } catch (Error e) {
            fx.execute(() -> failed.accept(new IllegalStateException(e)));
        }
    }

    /// Lets what was begun come to its end, ten seconds at most.
    @Override
    public void close() {
        if (seconds != null) {
            seconds.shutdownNow();
        }
        for (Executor executor : new Executor[] {reading, lasting, io, db}) {
            if (executor instanceof ExecutorService service) {
                service.shutdown();
                try {
                    if (!service.awaitTermination(10, TimeUnit.SECONDS)) {
                        service.shutdownNow();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}

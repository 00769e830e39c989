package app.afterbeep;

import app.afterbeep.cli.Cli;
import app.afterbeep.db.DbException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Theme;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The order in which the window starts and stops, and nothing else.
public final class App {
    private static final int NO_WINDOW = 2;
    /// Without a card by then the window comes without one.
    private static final Duration PATIENCE = Duration.millis(400);

    private final StartLog log = new StartLog();
    private final FutureTask<Boolean> toolkit = new FutureTask<>(this::startToolkit);
    private final Consumer<Wiring> painted;

    /// @param painted is told when the first frame with the next prospect has been drawn
    App(Consumer<Wiring> painted) {
        this.painted = painted;
        log.done("program");
    }

    /// Starts the toolkit on a thread of its own, while the arguments are read; [#open] waits for it.
    void begin() {
        Thread.ofPlatform().daemon().name("toolkit").start(toolkit);
    }

    /// @return false where there is no display
    private boolean startToolkit() {
        if (!hasDisplay()) {
            return false;
        }
        // JavaFX on the class path calls itself unsupported; it is what this program wants.
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        Platform.startup(() -> {
            log.done("toolkit");
            Theme.loadFonts();
            log.done("type");
        });
        return true;
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code: 0, 1 when the data can't be used, 2 when there is no display
    int open(Cli.Options options) {
        log.done("arguments");
        PrintStream err = System.err;
        toolkit.run();
        Background background = Background.threads();
        // The file is opened while the toolkit starts.
        Future<Wiring.Data> data = background.opening(() -> {
            Wiring.Data read = Wiring.openData(options, background);
            log.done("data file");
            return read;
        });
        try {
            if (!toolkit.get()) {
                return refuse(err, "there is no display to open the window on. The command line works without one: afterbeep --help", NO_WINDOW);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedOperationException || e.getCause() instanceof UnsatisfiedLinkError) {
                return refuse(err, "the display can't be opened (on Linux the window needs GTK 3: libgtk-3-0). The command line works without it: "
                    + "afterbeep --help", NO_WINDOW);
            }
            return refuse(err, "the window could not be opened: " + e.getCause(), 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        try {
            Wiring.Data opened = data.get();
            CountDownLatch closed = new CountDownLatch(1);
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            Platform.runLater(() -> {
                try {
                    start(options, background, opened, closed);
                } catch (RuntimeException | Error e) {
                    failure.set(e);
                    closed.countDown();
                }
            });
            closed.await();
            return failure.get() == null ? 0 : refuse(err, "the window could not be opened: " + failure.get(), 1);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return refuse(err, cause instanceof DbException ? cause.getMessage() : "could not start: " + cause, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            background.close();
            Platform.exit();
        }
    }

    private static int refuse(PrintStream err, String message, int code) {
        err.println("afterbeep: " + message);
        return code;
    }

    /// Linux and other Unix systems say it in the environment; Windows and macOS always have one.
    private static boolean hasDisplay() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.contains("win") || os.contains("mac") || "Headless".equals(System.getProperty("glass.platform"))
            || present(System.getenv("DISPLAY")) || present(System.getenv("WAYLAND_DISPLAY"));
    }

    private static boolean present(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private void start(Cli.Options options, Background background, Wiring.Data data, CountDownLatch closed) {
        Stage stage = new Stage();
        Wiring wiring = new Wiring(options, background, data, stage);
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> wiring.failed(e));
        stage.setOnHidden(e -> {
            wiring.close();
            closed.countDown();
        });
        wiring.start();
        log.done("window");
        PauseTransition wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(e -> stage.show());
        wait.play();
        wiring.whenReady(() -> {
            log.done("next prospect");
            wait.stop();
            stage.show();
            log.done("shown");
            nextFrames(2, () -> {
                log.done("painted");
                later(options, stage, wiring);
            });
        });
    }

    /// What the first frame need not wait for.
    private void later(Cli.Options options, Stage stage, Wiring wiring) {
        stage.getIcons().addAll(Stream.of(32, 64, 256).map(size -> new Image("/app/afterbeep/ui/icon-" + size + ".png")).toList());
        wiring.later();
        String line = log.write();
        if (options.startShown()) {
            System.out.println(line);
        }
        painted.accept(wiring);
    }

    /// Runs `then` when so many frames have been drawn.
    private static void nextFrames(int count, Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == count) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}

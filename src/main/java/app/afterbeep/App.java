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
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The order in which the window starts and stops, and nothing else.
public final class App {
    private static final int NO_WINDOW = 2;

    private App() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code: 0, 1 when the data can't be used, 2 when there is no display
    static int open(Cli.Options options, StartLog log) {
        log.done("arguments");
        PrintStream err = System.err;
        if (!hasDisplay()) {
            return refuse(err, "there is no display to open the window on. The command line works without one: afterbeep --help", NO_WINDOW);
        }
        // JavaFX on the class path calls itself unsupported; it is what this program wants.
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        Background background = Background.threads();
        // The file is opened while the toolkit starts.
        Future<Wiring.Data> data = background.opening(() -> {
            Wiring.Data read = Wiring.openData(options, background);
            log.done("data file");
            return read;
        });
        try {
            Platform.startup(() -> {
                log.done("toolkit");
                Theme.loadFonts();
                log.done("type");
            });
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            return refuse(err, "the display can't be opened (on Linux the window needs GTK 3: libgtk-3-0). The command line works without it: "
                + "afterbeep --help", NO_WINDOW);
        }
        try {
            Wiring.Data opened = data.get();
            CountDownLatch closed = new CountDownLatch(1);
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            Platform.runLater(() -> {
                try {
                    start(options, background, opened, closed, log);
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

    private static void start(Cli.Options options, Background background, Wiring.Data data, CountDownLatch closed, StartLog log) {
        log.done("window begun");
        Stage stage = new Stage();
        stage.getIcons().addAll(Stream.of(32, 64, 256).map(size -> new Image("/app/afterbeep/ui/icon-" + size + ".png")).toList());
        Wiring wiring = new Wiring(options, background, data, stage);
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> wiring.failed(e));
        stage.setOnHidden(e -> {
            wiring.close();
            closed.countDown();
        });
        log.done("wired");
        wiring.start();
        stage.show();
        log.done("shown");
        new javafx.animation.AnimationTimer() {
            private int frames = 0;
            private boolean first = true;
            @Override
            public void handle(long now) {
                if (first) { log.done("frame"); first = false; }
                if (wiring.ready() && ++frames == 1) log.done("first card");
                if (frames == 2) {
                    stop();
                    log.done("painted");
                    log.write(true); System.setProperty("painted", "1");
                }
            }
        }.start();
    }
}

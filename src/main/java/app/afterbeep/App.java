package app.afterbeep;

import app.afterbeep.cli.Cli;
import app.afterbeep.db.DbException;
import app.afterbeep.start.ErrorView;
import app.afterbeep.start.Errors;
import app.afterbeep.start.OneWindow;
import app.afterbeep.start.PlainWindow;
import app.afterbeep.start.Started;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Theme;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The order in which the window starts and stops, and nothing else.
public final class App {
    private static final int NO_WINDOW = 2;
    private static final String NO_TOOLKIT = "the display can't be opened (on Linux the window needs GTK 3: libgtk-3-0). The command line works without it: "
        + "afterbeep --help";

    private final Opening.Start start;
    private final FutureTask<Boolean> toolkit = new FutureTask<>(this::startToolkit);

    App(Opening.Start start) {
        this.start = start;
    }

    /// Starts the toolkit on a thread of its own, so that it comes up while the arguments are read; where it was not begun, [#open] starts it.
    void begin() {
        if (hasDisplay()) {
            Thread.ofPlatform().daemon().name("toolkit").start(toolkit);
        }
    }

    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code: 0, 1 when the data can't be used, 2 when there is no display
    int open(Cli.Options options) {
        start.log().done("arguments");
        PrintStream err = System.err;
        if (!hasDisplay()) {
            return refuse(err, "there is no display to open the window on. The command line works without one: afterbeep --help", NO_WINDOW);
        }
        Background background = Background.threads();
        Optional<Started> started = Started.in(options.dataDir(), background.fx());
        if (started.isEmpty()) {
            background.close();
            return second(options, err);
        }
        try (Started first = started.get()) {
            return open(options, background, first, err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int open(Cli.Options options, Background background, Started started, PrintStream err) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> started.errors().report(e));
        // The file is opened while the toolkit starts.
        try (Opening opening = new Opening(options, background, started, start)) {
            if (!toolkit()) {
                return refuse(err, NO_TOOLKIT, NO_WINDOW);
            }
            // Between two openings of the data there is no window.
            Platform.setImplicitExit(false);
            Throwable trouble = opening.run().orElse(null);
            return trouble == null ? 0 : trouble instanceof DbException ? refuse(err, trouble.getMessage(), 1) : broken(err, trouble);
        } finally {
            Platform.exit();
        }
    }

    /// Waits until the toolkit is there.
    ///
    /// @return false where it can't be
    private boolean toolkit() throws InterruptedException {
        toolkit.run();
        try {
            return toolkit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private boolean startToolkit() {
        // JavaFX on the class path calls itself unsupported; it is what this program wants.
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        try {
            Platform.startup(() -> {
                Theme.loadFonts();
                start.log().done("toolkit");
            });
            return true;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            return false;
        }
    }

    /// Another process has the data: its window comes to the front, or this one says why not.
    private int second(Cli.Options options, PrintStream err) {
        try {
            String why = switch (OneWindow.callFirst(options.dataDir(), options.lists())) {
                case TAKEN_OVER -> "";
                case IMPORTING -> "An import into this data is running. Start Afterbeep when it has ended.";
                case SILENT -> "Afterbeep is already open and does not answer. Wait a moment and start it again. If it stays so, end it in your system’s "
                    + "task list and start it anew: what was logged is in the file.";
            };
            if (why.isEmpty()) {
                return 0;
            }
            refuse(err, why, 1);
            if (toolkit()) {
                PlainWindow.show(Platform::runLater, "Afterbeep is already open", why, "");
                Platform.exit();
            }
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /// An error before there was a window.
    private static int broken(PrintStream err, Throwable error) throws InterruptedException {
        Errors.Failure failure = Errors.failure(error);
        String what = "Afterbeep could not start (error " + failure.code() + "). Your data was not changed.";
        refuse(err, what, 1);
        PlainWindow.show(Platform::runLater, "Afterbeep could not start", what + " Please send the details: they hold no names, numbers or texts.", ErrorView.details(failure));
        return 1;
    }

    static void print(String line) {
        System.out.println(line);
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
}

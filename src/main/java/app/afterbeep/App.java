package app.afterbeep;

import app.afterbeep.cli.Cli;
import app.afterbeep.ui.Theme;
import java.io.PrintStream;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The order in which the window starts and stops, and nothing else.
public final class App {
    private static final int NO_WINDOW = 2;

    private App() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @return the exit code: 0, 1 when the data can't be used, 2 when there is no display
    public static int open(Cli.Options options) {
        PrintStream err = System.err;
        if (!hasDisplay()) {
            return refuse(err, "there is no display to open the window on. The command line works without one: afterbeep --help", NO_WINDOW);
        }
        // JavaFX on the class path calls itself unsupported; it is what this program wants.
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        // The file is opened while the toolkit starts.
        Opening opening = new Opening(options);
        try {
            Platform.startup(Theme::loadFonts);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            return refuse(err, "the display can't be opened (on Linux the window needs GTK 3: libgtk-3-0). The command line works without it: "
                + "afterbeep --help", NO_WINDOW);
        }
        // Between two openings of the data there is no window.
        Platform.setImplicitExit(false);
        try {
            return opening.run().map(trouble -> refuse(err, trouble, 1)).orElse(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            opening.close();
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
}

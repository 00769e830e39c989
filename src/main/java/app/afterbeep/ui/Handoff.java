package app.afterbeep.ui;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

/// Hands things to other programs: a number to the softphone, an email to the mail program, text to the clipboard.
/// On the FX thread, but for [#announce].
public final class Handoff {
    private final Consumer<String> open;
    private final Consumer<List<String>> run;
    private final String os;

    /// One that announces nothing.
    ///
    /// @param open opens an address in the program that the OS has for it
    public Handoff(Consumer<String> open) {
        this(open, command -> {}, "");
    }

    /// @param run starts a program
    /// @param os  the name of the operating system
    Handoff(Consumer<String> open, Consumer<List<String>> run, String os) {
        this.open = open;
        this.run = run;
        this.os = os.toLowerCase(Locale.ROOT);
    }

    /// Opens addresses in the programs that the OS has for them, through JavaFX's own door to it: the shell on Windows,
    /// NSWorkspace on macOS, GTK on Linux, each with any scheme. [java.awt.Desktop] would start a second toolkit, and on Linux
    /// it can't open addresses at all where GNOME is missing. The door belongs to an [Application], but that one need not
    /// be launched. Where the OS has no program for a scheme, nothing opens and nobody is told.
    public static Handoff system() {
        HostServices os = new Application() {
            @Override
            public void start(Stage stage) {
                throw new IllegalStateException("only lends its host services");
            }
        }.getHostServices();
        return new Handoff(os::showDocument, Handoff::start, System.getProperty("os.name"));
    }

    private static void start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
        } catch (IOException e) {
            // A computer without such a program has no notifications; the window shows them.
        }
    }

    /// Shows a notification of the operating system: through `notify-send` on Linux, `osascript` on macOS; elsewhere, and where
    /// there is no such program, none. Texts are passed as arguments, never as a script. Starts a program, so not on the FX thread.
    /// Returns whether this system has notifications.
    public boolean announce(String title, String text) {
        if (os.contains("mac")) {
            run.accept(List.of("osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)",
                "-e", "end run", title, text));
        } else if (os.contains("linux")) {
            // The text may carry markup there, the title may not.
            run.accept(List.of("notify-send", "--app-name=Afterbeep", "--", title,
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
        } else {
            return false;
        }
        return true;
    }

    /// Opens a file in the program that the OS has for its kind.
    public void open(Path file) {
        open.accept(file.toUri().toString());
    }

    /// @throws AppException when `address` is not one
    public void open(String address) throws AppException {
        try {
            open.accept(URI.create(address).toString());
        } catch (IllegalArgumentException e) {
            throw new AppException("“" + address + "” is not an address that can be opened. Correct the dial pattern in Settings.", e);
        }
    }

    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

package app.afterbeep.ui;

import java.net.URI;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;

/// Hands things to other programs: a number to the softphone, an email to the mail program, text to the clipboard.
/// On the FX thread.
public final class Handoff {
    private final Consumer<String> open;

    /// @param open opens an address in the program that the OS has for it
    public Handoff(Consumer<String> open) {
        this.open = open;
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
        return new Handoff(os::showDocument);
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

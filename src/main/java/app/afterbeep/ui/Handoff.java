package app.afterbeep.ui;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Hands things to other programs: a number to the softphone, an email to the mail program, text to the clipboard.
/// On the FX thread.
public final class Handoff {
    private final Consumer<String> open;

    /// @param open opens an address in the program that the OS has for it
    public Handoff(Consumer<String> open) {
        this.open = open;
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

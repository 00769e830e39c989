package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.FullDisk;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;

/// A rep in the real window whose disk is full: started by `faults.FullDiskTest` as a process of its own.
public final class FullDiskWindow {
    private FullDiskWindow() {}

    /// @param args the folder that is the disk, how it becomes full
    public static void main(String[] args) {
        // The threads of JavaFX would keep the process.
        try {
            work(Path.of(args[0]), new FullDisk(Path.of(args[0]), args[1]));
            System.out.println("done");
            System.exit(0);
        } catch (RuntimeException | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void work(Path folder, FullDisk disk) {
        try (RealWindow window = RealWindow.open(folder, "2026-11-24T09:30:00-05:00[America/New_York]", true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.SPACE);
            window.awaitText("script-timer", "0:01");
            window.key(KeyCode.SPACE);
            window.type("note", "Ask for Sam");
            window.focus("script-text");
            window.awaitNumber("SELECT count(*) FROM prospect WHERE note = 'Ask for Sam'", 1);
            window.type("note", "Ask for Sam, not for Pat");
            // What the log of the file has room for would be saved all the same.
            window.word("PRAGMA wal_checkpoint(TRUNCATE)");
            disk.fill(0);
            window.focus("script-text");
            refused(window, KeyCode.DIGIT1, "Left voicemail – Marisol Quintero. Not saved: the disk is full");
            refused(window, KeyCode.DIGIT1, "Left voicemail – Marisol Quintero. Not saved: the disk is full");
            refused(window, KeyCode.DIGIT2, "No answer, no message – Marisol Quintero. Not saved: the disk is full");
            window.key(KeyCode.DIGIT5);
            window.awaitShown("when");
            window.pauseForReading();
            refused(window, KeyCode.DIGIT3, "Call me later – Marisol Quintero. Not saved: the disk is full");
            assertTrue(window.shown("when"), "what was asked is asked still");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("when");
            refused(window, KeyCode.DIGIT1, "Left voicemail – Marisol Quintero. Not saved: the disk is full");
            disk.makeRoom();
            window.click("toast-again", 1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals("left_voicemail 1 Ask for Sam, not for Pat", window.word("""
                SELECT outcome || ' ' || (message_seconds BETWEEN 1 AND 5) || ' ' || p.note FROM attempt a JOIN prospect p ON p.id = a.prospect_id"""));
            assertEquals(1, window.number("SELECT count(*) FROM email"));
            assertEquals(1, window.number("SELECT count(*) FROM promise"));
            window.pauseForReading();
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Maximiliana");
            assertEquals(2, window.number("SELECT count(*) FROM attempt"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospect-name", "Deshawn Whitlock");
        }
    }

    /// The outcome, the note and the time that was measured stay on the screen, and nothing of it is in the file.
    private static void refused(RealWindow window, KeyCode key, String told) {
        window.key(key);
        app.afterbeep.testkit.FxThread.await(() -> window.node("toast").isVisible() && window.node("toast-again") != null
            && words(window).startsWith(told), () -> told + ", but: " + words(window));
        System.out.println("told: " + words(window));
        assertEquals("Marisol Quintero", window.text("prospect-name"));
        assertEquals("Ask for Sam, not for Pat", window.text("note"));
        assertTrue(window.text("script-timer").matches("0:0[1-5]"), window.text("script-timer"));
        assertEquals(0, window.number("SELECT (SELECT count(*) FROM attempt) + (SELECT count(*) FROM email) + (SELECT count(*) FROM promise)"));
    }

    private static String words(RealWindow window) {
        return window.node("toast").lookup(".toast-text") instanceof javafx.scene.control.Label label ? label.getText() : "";
    }
}

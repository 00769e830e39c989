package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rep tidies the lists: on the Prospects screen, by keyboard.
class ProspectsJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir Path folder;

    @Test
    void whoIsFoundAndChosenRestsAndIsBackWithUndo() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.click("nav-prospects", 1);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.awaitText("prospects-more", "30 prospects");
            FxThread.run(() -> ((MenuButton) window.node("facet-outcome")).getItems().getFirst().fire());
            window.awaitText("chosen-outcome-", "Not called yet");
            window.awaitText("prospects-more", "29 of 30");
            window.key(KeyCode.C);
            window.awaitText("prospects-more", "30 prospects");
            window.key(KeyCode.A, KeyCode.CONTROL);
            window.awaitText("prospects-chosen", "30 chosen");
            window.key(KeyCode.HOME);
            window.key(KeyCode.SPACE);
            window.key(KeyCode.DOWN, KeyCode.CONTROL);
            window.key(KeyCode.DOWN, KeyCode.CONTROL);
            window.key(KeyCode.SPACE);
            window.awaitText("prospects-chosen", "2 chosen");
            window.key(KeyCode.A, KeyCode.CONTROL);
            window.awaitText("prospects-chosen", "30 chosen");
            window.key(KeyCode.HOME, KeyCode.CONTROL);
            window.key(KeyCode.R);
            window.awaitText("deed-consequences", "30 people will rest until ");
            window.awaitText("deed-consequences", "1 promise is released, 1 email is withdrawn.");
            window.key(KeyCode.ENTER);
            window.awaitText("prospects-standing", "Resting");
            assertEquals(30, window.number("SELECT count(*) FROM prospect WHERE status = 'resting'"));
            assertEquals(0, window.number("SELECT count(*) FROM promise WHERE state = 'open'"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospects-standing", "In cadence");
            assertEquals(0, window.number("SELECT count(*) FROM prospect WHERE status = 'resting'"));
            assertEquals(1, window.number("SELECT count(*) FROM promise WHERE state = 'open'"));
        }
    }

    @Test
    void aPersonIsEditedInPlaceAndFoundByTheNewName() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-prospects", 1);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.key(KeyCode.E);
            assertTrue(window.focused("edit-first_name"));
            window.type("edit-first_name", "Mirabel");
            window.key(KeyCode.ENTER);
            window.awaitText("prospects-name", "Mirabel Quintero");
            assertTrue(window.focused("edit-first_name"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.type("edit-first_name", "Mirabel");
            window.key(KeyCode.ENTER);
            window.awaitText("prospects-name", "Mirabel Quintero");
            window.type("edit-number-0", "12");
            window.key(KeyCode.ENTER);
            window.awaitText("edit-number-0-problem", "whole number");
            window.key(KeyCode.ESCAPE);
            window.awaitText("edit-number-0", "+1 215 555 0142");
            window.type("prospects-search", "mirabel");
            window.awaitText("prospects-more", "1 of 30");
            window.key(KeyCode.DOWN);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospects-more", "0 of 30");
        }
    }

    @Test
    void twoAreMergedAndTakenApart() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-prospects", 1);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.awaitText("prospects-more", "30 prospects");
            window.key(KeyCode.M);
            window.awaitShown("merge-search");
            window.type("merge-search", "deshawn");
            window.awaitText("merge-ok", "Compare");
            window.pauseForReading();
            window.key(KeyCode.ENTER);
            window.awaitText("merge-ok", "Merge");
            window.awaitText("merge-consequences", "1 number is added.");
            window.click("merge-ok", 1);
            window.awaitText("prospects-more", "29 prospects");
            assertEquals(1, window.number("SELECT count(*) FROM prospect WHERE merged_into IS NOT NULL"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospects-more", "30 prospects");
            assertEquals(0, window.number("SELECT count(*) FROM prospect WHERE merged_into IS NOT NULL"));
        }
    }
}

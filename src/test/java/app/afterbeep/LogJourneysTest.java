package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Received calls, corrections and calls made elsewhere in the real window, by keyboard.
class LogJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir
    private Path folder;

    @Test
    void aCallerIsFoundByNumberLoggedAndTheProspectFromBeforeIsBack() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.I);
            window.awaitShown("find-field");
            assertTrue(window.focused("find-field"));
            assertEquals("", window.text("find-field"), "the key types no letter");
            window.type("find-field", "tel:+1 (612) 555-0104");
            window.awaitText("find-name", "Anders Lindqvist");
            window.key(KeyCode.ENTER);
            window.awaitText("prospect-name", "Anders Lindqvist");
            window.awaitText("why-now", "They called you");
            window.pauseForReading();
            window.key(KeyCode.DIGIT1);
            window.key(KeyCode.ESCAPE);
            window.awaitText("prospect-name", "Marisol Quintero");
            assertEquals(0, window.number("SELECT count(*) FROM attempt"));
            window.click("nav-agenda", 1);
            window.key(KeyCode.F, KeyCode.CONTROL);
            window.awaitShown("find-field");
            window.type("find-field", "lindq");
            window.awaitText("find-name", "Anders Lindqvist");
            window.key(KeyCode.ENTER);
            window.awaitText("why-now", "They called you");
            window.pauseForReading();
            window.key(KeyCode.DIGIT7);
            window.awaitText("prospect-name", "Marisol Quintero");
            assertEquals(1, window.number("SELECT count(*) FROM attempt WHERE direction = 'inbound' AND outcome = 'not_interested'"));
        }
    }

    @Test
    void aStrangerIsAddedAndOpenedAsTheCaller() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.I);
            window.type("find-field", "(917) 555-0123");
            window.click("find-add", 1);
            window.awaitText("add-number", "(917) 555-0123");
            window.type("add-name", "Maria Cruz");
            window.key(KeyCode.ENTER);
            window.awaitText("prospect-name", "Maria Cruz");
            window.awaitText("why-now", "They called you");
        }
    }

    @Test
    void aCallIsCorrectedWithWhatFollowsAndUndone() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.click("toast-close", 1);
            window.click("nav-review", 1);
            window.awaitShown("review-dial");
            window.click("review-today", 1);
            window.awaitText("review-name", "Marisol Quintero");
            window.key(KeyCode.E);
            window.awaitShown("correct");
            window.click("correct-no_answer", 1);
            window.awaitText("correct-follow", "drops the promise");
            window.click("correct-follow", 1);
            window.awaitGone("correct");
            window.awaitNumber("SELECT count(*) FROM attempt WHERE outcome = 'no_answer'", 1);
            assertEquals(0, window.number("SELECT count(*) FROM promise"));
            assertEquals(1, window.number("SELECT count(*) FROM email WHERE state = 'withdrawn'"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM attempt WHERE outcome = 'left_voicemail'", 1);
            assertEquals(1, window.number("SELECT count(*) FROM promise"));
        }
    }

    @Test
    void aCallMadeElsewhereStandsInTheLogWithoutSideEffects() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-review", 1);
            window.awaitShown("review-elsewhere");
            window.key(KeyCode.G);
            window.type("find-field", "lindq");
            window.awaitText("find-name", "Anders Lindqvist");
            window.key(KeyCode.ENTER);
            window.awaitShown("elsewhere-log");
            window.click("elsewhere-conversation", 1);
            window.type("elsewhere-time", "23:50");
            window.awaitText("elsewhere-problem", "still to come");
            window.type("elsewhere-time", "9:10");
            window.awaitGone("elsewhere-problem");
            window.click("elsewhere-log", 1);
            window.awaitGone("elsewhere");
            window.awaitNumber("SELECT count(*) FROM attempt WHERE source = 'elsewhere'", 1);
            assertEquals(0, window.number("SELECT count(*) FROM prospect WHERE status = 'talking'"));
        }
    }
}

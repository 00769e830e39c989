package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Review, Prospects and the import sheet in the real window, by keyboard.
class LookUpJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir
    private Path folder;

    private static boolean focused(RealWindow window, String id) {
        return FxThread.call(() -> window.node(id).isFocused());
    }

    @Test
    void behindTheImportSheetNoKeyLogsAnything() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.O, KeyCode.CONTROL);
            window.awaitShown("import-choose");
            window.key(KeyCode.DIGIT1);
            window.key(KeyCode.DIGIT9, KeyCode.CONTROL);
            window.key(KeyCode.ESCAPE);
            window.awaitGone("import");
            window.pauseForReading();
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM attempt"));
            assertEquals(0, window.number("SELECT count(*) FROM dnc"));
        }
    }

    @Test
    void aProspectIsFoundReadAndOpenedInTheSession() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-prospects", 1);
            window.awaitText("prospects-name", "Marisol Quintero");
            assertTrue(focused(window, "prospects-table"));
            window.key(KeyCode.DOWN);
            window.awaitText("prospects-name", "Deshawn Whitlock");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("prospect-pane");
            window.key(KeyCode.ENTER);
            window.awaitShown("prospect-pane");
            window.key(KeyCode.F, KeyCode.CONTROL);
            assertTrue(focused(window, "prospects-search"));
            window.type("prospects-search", "612 555");
            window.awaitText("prospects-name", "Anders Lindqvist");
            window.click("prospects-open", 1);
            window.awaitText("prospect-name", "Anders Lindqvist");
            assertTrue(window.shown("session"));
            assertFalse(window.shown("prospects"));
        }
    }

    @Test
    void theReviewOfTodayShowsWhatWasLogged() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.click("toast-close", 1);
            window.click("nav-review", 1);
            window.awaitShown("review-dial");
            window.click("review-today", 1);
            window.awaitText("review-name", "Marisol Quintero");
            window.awaitText("review-left_voicemail", "Left voicemail 1");
            assertTrue(focused(window, "review-today"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitShown("review-dial");
            window.awaitText("review-all", "All outcomes 0");
        }
    }
}

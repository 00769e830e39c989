package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person is erased on their request, by keyboard alone.
class EraseJourneyTest {
    private static final String NOW = "2026-11-24T09:30:00-05:00[America/New_York]";
    @TempDir Path folder;

    @Test
    void theNameIsTypedAndThePersonIsGone() {
        try (RealWindow window = RealWindow.open(folder, NOW, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            long people = window.number("SELECT count(*) FROM prospect");
            // Whoever is on the Session screen may have a note typed about them: not while that is so.
            window.click("nav-prospects", 1);
            window.key(KeyCode.F, KeyCode.CONTROL);
            window.type("prospects-search", "Marisol");
            window.awaitText("prospects-name", "Marisol Quintero");
            window.key(KeyCode.ENTER);
            FxThread.await(() -> !window.node("prospects-search").isFocused(), () -> "the keyboard in the table");
            window.key(KeyCode.DELETE);
            FxThread.await(() -> window.node("toast").isVisible(), () -> "why not now");
            assertFalse(window.shown("erase"));
            window.type("prospects-search", "Anders");
            window.awaitText("prospects-name", "Anders");
            String name = window.text("prospects-name");
            window.focus("prospects-search");
            window.key(KeyCode.ENTER);
            FxThread.await(() -> !window.node("prospects-search").isFocused(), () -> "the keyboard in the table");
            window.key(KeyCode.DELETE);
            window.awaitShown("erase");
            assertTrue(FxThread.call(() -> window.node("erase-ok").isDisabled()));
            window.type("erase-name", name.substring(0, 3));
            assertTrue(FxThread.call(() -> window.node("erase-ok").isDisabled()));
            window.type("erase-name", name);
            FxThread.await(() -> !window.node("erase-ok").isDisabled(), () -> "the button");
            window.key(KeyCode.ENTER);
            window.awaitGone("erase");
            assertEquals(people, window.number("SELECT count(*) FROM prospect"));
            assertEquals(1, window.number("SELECT count(*) FROM prospect WHERE merged_into = id AND last_name = 'Erased person'"));
            assertEquals(0, window.number("SELECT count(*) FROM action"));
            assertTrue(window.number("SELECT count(*) FROM dnc WHERE source = 'rep'") > 0);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM prospect WHERE last_name = 'Erased person'", 1);
        }
    }
}

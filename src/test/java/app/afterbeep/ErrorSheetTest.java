package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An error that nobody handles, on every thread of the program, in the real window.
class ErrorSheetTest {
    private static final String NOW = "2026-11-24T10:00:00-05:00[America/New_York]";
    @TempDir Path folder;

    private static <T> Callable<T> failing(Function<String, RuntimeException> kind) {
        return () -> {
            throw kind.apply("Ann Lee, +19185550142");
        };
    }

    @Test
    void everyThreadReachesTheOneSheetAndTheRepGoesOn() {
        try (RealWindow window = RealWindow.open(folder, NOW, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            List<Consumer<Consumer<Object>>> threads = List.of(
                then -> window.background().db(failing(IllegalStateException::new), then),
                then -> window.background().io(failing(IllegalArgumentException::new), then),
                then -> window.background().read(failing(ArithmeticException::new), then, e -> {
                    throw new UnsupportedOperationException(e);
                }),
                then -> window.background().db(() -> "fine", done -> {
                    throw new ClassCastException("Ann Lee on fx");
                }));
            for (Consumer<Consumer<Object>> thread : threads) {
                thread.accept(done -> { });
                window.awaitShown("error-sheet");
                String details = window.text("error-details");
                assertTrue(details.contains("\nError " + window.text("error-code").replace("Error ", "") + "\n"), details);
                assertTrue(details.contains("ErrorSheetTest"), details);
                assertFalse(details.contains("Ann") || details.contains("918555"), details);
                window.key(KeyCode.ESCAPE);
                window.awaitGone("error-sheet");
            }
            window.key(KeyCode.DIGIT2);
            window.awaitNumber("SELECT count(*) FROM attempt", 1);
        }
    }

    @Test
    void manyOpenOneSheetAndTheSameKindNoSecondOne() {
        try (RealWindow window = RealWindow.open(folder, NOW, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            for (int i = 0; i < 50; i++) {
                window.background().db(failing(IllegalStateException::new), then -> { });
            }
            window.awaitText("error-what", "50 times");
            window.click("error-copy", 1);
            window.awaitText("error-copy", "Copied");
            String copied = FxThread.call(() -> Clipboard.getSystemClipboard().getString());
            assertTrue(copied.contains(", 50 times"), copied);
            window.click("error-close", 1);
            window.awaitGone("error-sheet");
            for (int i = 0; i < 14; i++) {
                window.background().db(failing(IllegalStateException::new), then -> { });
            }
            FxThread.await(() -> window.node("toast").isVisible(), () -> "a notice that it came again");
            assertFalse(window.shown("error-sheet"));
        }
    }

    @Test
    void aSheetBelowIsThereAgainAsItWas() {
        try (RealWindow window = RealWindow.open(folder, NOW, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.O, KeyCode.CONTROL);
            window.awaitShown("import");
            window.background().db(failing(IllegalStateException::new), then -> { });
            window.awaitShown("error-sheet");
            assertTrue(window.shown("import"));
            window.key(KeyCode.ESCAPE);
            window.awaitGone("error-sheet");
            assertTrue(window.shown("import"));
            window.key(KeyCode.ESCAPE);
            window.awaitGone("import");
            window.key(KeyCode.DIGIT2);
            window.awaitNumber("SELECT count(*) FROM attempt", 1);
            assertEquals(1, window.number("SELECT count(*) FROM attempt"));
        }
    }
}

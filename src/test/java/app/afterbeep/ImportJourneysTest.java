package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists that are brought in through the import window, by keyboard.
class ImportJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";
    private static final String PEOPLE = "SELECT count(*) FROM prospect";

    @TempDir
    private Path folder;

    /// A list with so many people: after the first a row that repeats it and one without a number, and in its last column numbers that its header
    /// does not tell.
    static Path list(Path folder, int people) {
        StringBuilder rows = new StringBuilder("First Name,Last Name,Phone,Email,Reach them at\n");
        for (int i = 0; i < people; i++) {
            rows.append("Ann").append(i).append(",Lee").append(i).append(",(212) ").append("%03d-%04d".formatted(200 + i / 10_000, i % 10_000))
                .append(",ann").append(i).append("@example.com,(917) ").append("%03d-%04d".formatted(200 + i / 10_000, i % 10_000)).append('\n');
            if (i == 0) {
                rows.append("Ann0,Lee0,(212) 200-0000,,\nBob,Ray,call me,,\n");
            }
        }
        try {
            return Files.writeString(folder.resolve("leads.csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRowOfTheResultReadsInOrderAndNoColumnIsEmpty() throws IOException {
        Path hebrew = Files.writeString(folder.resolve("hebrew.csv"), "First Name,Company,Phone,City\nAnn,\u05e9\u05dc\u05d5\u05dd \u05d1\u05e2\"\u05de,(212) 200-0000,Haifa\n");
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.O, KeyCode.CONTROL);
            window.awaitShown("import-path");
            assertTrue(window.focused("import-path"), "what is typed is a path");
            window.type("import-path", hebrew.toString());
            window.key(KeyCode.ENTER);
            window.awaitText("import-kind", "CSV");
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitShown("import-columns");
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitText("import-count-new", "1 new");
            TableView<?> rows = (TableView<?>) window.node("import-result-rows");
            FxThread.await(() -> rows.lookupAll(".table-cell").stream().anyMatch(cell -> cell instanceof Labeled words && words.getText() != null
                && words.getText().startsWith("\u200e\u2068\u05e9") && words.getText().endsWith("\u2069 \u00b7 +1 212 200 0000")),
                () -> "the row, its company in one piece");
            assertEquals(List.of("Line", "Who", "Row"), FxThread.call(() -> rows.getVisibleLeafColumns().stream().map(column -> column.getText()).toList()));
        }
    }

    private void toColumns(RealWindow window, int people) {
        window.awaitText("prospect-name", "Marisol Quintero");
        window.key(KeyCode.O, KeyCode.CONTROL);
        window.awaitShown("import-path");
        window.type("import-path", list(folder, people).toString());
        window.key(KeyCode.ENTER);
        window.awaitText("import-kind", "CSV");
        assertEquals("leads", window.text("import-name"));
        window.key(KeyCode.ENTER);
        window.awaitShown("import-columns");
        FxThread.await(() -> window.node("import-columns").isFocused(), () -> "the columns");
    }

    private static void type(RealWindow window, KeyCode... keys) {
        for (KeyCode key : keys) {
            window.key(key);
        }
    }

    @Test
    void aColumnIsChangedByKeyboardAndTheImportTakenBack() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            toColumns(window, 50);
            FxThread.await(() -> ((TableView<?>) window.node("import-preview")).getItems().size() > 5, () -> "the first rows");
            type(window, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.SPACE);
            window.awaitShown("field-choice");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("field-choice");
            assertTrue(window.shown("import"), "Esc closes the choice only");
            window.key(KeyCode.ENTER);
            window.awaitShown("field-choice");
            window.type("field-choice-typed", "mobile");
            window.key(KeyCode.ENTER);
            window.awaitText("import-columns-summary", "1 your choice");
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitText("import-count-new", "50 new");
            assertEquals("1 duplicate: show these rows", FxThread.call(() -> window.node("import-count-duplicate").getAccessibleText()));
            assertEquals(80, window.number(PEOPLE));
            assertEquals(1, window.number("SELECT count(*) FROM phone WHERE e164 = '+19172000007' AND rank = 1"), "the mobile number is dialed first");
            assertTrue(window.shown("import-save"));
            window.click("import-undo", 1);
            window.awaitText("import-words", "This import was taken back.");
            assertEquals(30, window.number(PEOPLE));
            assertFalse(window.shown("import-undo"));
            window.key(KeyCode.ESCAPE);
            window.awaitGone("import");
        }
    }

    @Test
    void theRepGoesOnDialingAndCancels() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            toColumns(window, 150_000);
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitShown("import-go-on");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("import");
            window.awaitShown("import-strip-stop");
            window.pauseForReading();
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM attempt"));
            window.key(KeyCode.O, KeyCode.CONTROL);
            window.awaitShown("import-go-on");
            assertFalse(window.shown("import-path"), "no second import begins meanwhile");
            window.key(KeyCode.ESCAPE);
            window.awaitShown("import-strip-stop");
            window.click("import-strip-stop", 1);
            window.awaitGone("import-strip-stop");
            window.awaitNumber("SELECT count(*) FROM prospect", 30);
            assertEquals(1, window.number("SELECT count(*) FROM attempt"));
        }
    }

    @Test
    void theResultComesToTheFootOfTheWindowAndOpensFromThere() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            toColumns(window, 3_000);
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitShown("import-go-on");
            window.key(KeyCode.ESCAPE);
            window.awaitText("import-strip-words", "leads.csv: 3,000 new, 1 duplicate, 1 rejected");
            window.click("import-strip-result", 1);
            window.awaitText("import-count-rejected", "1 rejected");
            assertFalse(window.shown("import-strip-words"));
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitGone("import");
            assertTrue(window.shown("session"));
        }
    }
}

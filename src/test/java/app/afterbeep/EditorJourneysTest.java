package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rep edits a text in the real window.
class EditorJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";
    private static final String NEWEST = "SELECT count(*) FROM script_version WHERE version = 2 AND ";

    @TempDir Path folder;

    private RealWindow window;

    @BeforeEach
    void open() {
        window = RealWindow.open(folder, MORNING, true);
        window.awaitText("prospect-name", "Marisol Quintero");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private CodeArea area() {
        return (CodeArea) window.node("editor-text");
    }

    private String text() {
        return FxThread.call(this::written);
    }

    private String written() {
        return IntStream.range(0, area().getParagraphCount()).mapToObj(i -> area().getPlainText(i)).collect(Collectors.joining("\n"));
    }

    /// With characters as the system sends them, whatever the keyboard is.
    private void type(String text) {
        for (String c : text.codePoints().mapToObj(Character::toString).toList()) {
            FxThread.run(() -> Event.fireEvent(area(), new KeyEvent(KeyEvent.KEY_TYPED, c, c, KeyCode.UNDEFINED, false, false, false, false)));
        }
    }

    private void openEmpty() {
        window.click("nav-scripts", 1);
        window.awaitShown("editor-text");
        window.awaitText("preview-title", "HEARS IT");
        // By key: the robot's click on the headless platform says that it asks for the context menu.
        window.key(KeyCode.E);
        window.key(KeyCode.A, KeyCode.CONTROL);
        window.key(KeyCode.BACK_SPACE);
        FxThread.await(() -> written().isEmpty(), () -> "an empty text, not " + written() + window.stage.getScene().getFocusOwner() + area().getSelection());
    }

    @Test
    void theFirstTextOfANewStepIsTypedAtOnce() {
        window.click("nav-scripts", 1);
        window.awaitShown("editor-text");
        window.key(KeyCode.A);
        window.awaitShown("step-new");
        window.key(KeyCode.ENTER);
        window.awaitGone("step-new");
        window.awaitShown("editor-first");
        window.key(KeyCode.E);
        FxThread.await(() -> area().isFocused(), () -> "the keyboard in the text, not in " + window.stage.getScene().getFocusOwner());
        type("Hi there");
        window.awaitNumber("SELECT count(*) FROM script_version WHERE body = 'Hi there'", 1);
    }

    @Test
    void aTextIsTypedWithFieldsFromTheListAndIsInTheFileByItself() {
        window.key(KeyCode.DIGIT1);
        window.awaitText("prospect-name", "Deshawn");
        openEmpty();
        type("Hi {{fir");
        window.awaitShown("editor-fields");
        window.key(KeyCode.TAB);
        window.awaitGone("editor-fields");
        type("there");
        assertEquals("Hi {{first_name|there}}", text());
        window.key(KeyCode.ENTER);
        type(", one idea for {{comp");
        window.awaitShown("editor-fields");
        window.key(KeyCode.ENTER);
        type(". ");
        assertEquals("Hi {{first_name|there}}, one idea for {{company}}. ", text());
        window.awaitText("preview-text", "Hi Deshawn, one idea for Tallgrass");
        window.awaitNumber(NEWEST + "body = 'Hi {{first_name|there}}, one idea for {{company}}.'", 1);
        window.awaitText("editor-state", "Saved");
        window.awaitText("editor-version", "v2");
        type("Second pause.");
        window.awaitNumber(NEWEST + "body LIKE '%Second pause.'", 1);
        assertEquals(0, window.number("SELECT count(*) FROM script_version WHERE version > 2"), "one version for one sitting");
    }

    @Test
    void undoIsOfTheTypingAndNeverOfAnOutcome() {
        window.key(KeyCode.DIGIT1);
        window.awaitText("prospect-name", "Deshawn");
        openEmpty();
        type("Hi there");
        for (int i = 0; i < 6; i++) {
            window.key(KeyCode.Z, KeyCode.CONTROL);
        }
        assertTrue(text().startsWith("Hi {{first_name|there}}"), text());
        assertEquals(1, window.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"), "the call is still logged");
        window.key(KeyCode.Y, KeyCode.CONTROL);
        assertEquals("", text());
    }

    @Test
    void theCoachMendsByKeyWhileOneTypes() {
        openEmpty();
        type("Hi {{first_name|there}}, {{my_name}} here. Please call me back. I'll call you {{callback_day}} at {{callback_time}}.");
        window.awaitShown("finding-asks-for-callback");
        assertTrue(window.text("fix-1").contains("Remove"), window.text("fix-1"));
        window.key(KeyCode.DIGIT1, KeyCode.CONTROL);
        window.awaitGone("finding-asks-for-callback");
        assertFalse(text().contains("call me back"));
        window.awaitNumber("SELECT count(*) FROM script_version WHERE body LIKE 'Hi {{first_name|there}}, {{my_name}} here. I''ll call you%'", 1);
        assertEquals(0, window.number("SELECT count(*) FROM attempt"), "the digit logged nothing");
        window.key(KeyCode.Z, KeyCode.CONTROL);
        assertTrue(text().contains("call me back"));
    }

    @Test
    void oddCharactersSurviveAndTabLeaves() {
        openEmpty();
        String odd = "\u05E9\u05DC\u05D5\u05DD {{first_name|\u05D7\u05D1\u05E8}} \uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB e\u0301 {{nobody}}";
        FxThread.run(() -> area().replaceText(TextPos.ZERO, area().getDocumentEnd(), odd));
        assertEquals(odd, text());
        window.awaitText("preview-text", "[nobody]");
        window.awaitNumber("SELECT count(*) FROM script_version WHERE body = '" + odd + "'", 1);
        window.key(KeyCode.A, KeyCode.CONTROL);
        window.key(KeyCode.X, KeyCode.CONTROL);
        assertEquals("", text());
        window.key(KeyCode.V, KeyCode.CONTROL);
        assertEquals(odd, text(), "what is copied is what was typed, not what the chips show");
        window.key(KeyCode.TAB);
        assertFalse(window.focused("editor-text"));
        assertEquals(odd, text(), "a tab is never typed");
    }

    @Test
    void whatWasTypedBeforeTheWindowClosesIsThere() {
        openEmpty();
        type("Not saved yet");
        window.close();
        assertEquals(1, window.number("SELECT count(*) FROM script_version WHERE body = 'Not saved yet'"));
        window = RealWindow.open(folder, MORNING, true);
    }
}

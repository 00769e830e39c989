package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.testkit.FxThread;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The builder's sheet, worked by keyboard in a small window.
class BuilderViewTest {
    @Test
    void aSeriesIsDraftedEditedAndUsedByKeyboardAlone() {
        try (BuilderWindow window = new BuilderWindow(960, 600, "light", 14)) {
            FxThread.await(() -> window.node("builder-audience").isFocused(), () -> "the first open question");
            window.type("builder-audience", "warehouse managers");
            window.key(KeyCode.ENTER);
            assertTrue(window.focused("builder-pain"));
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            assertEquals(List.of(), window.used, "two answers are missing");
            assertTrue(window.focused("builder-pain"), "the keyboard is where something is missing");
            window.type("builder-pain", "they lose hours on detention claims");
            assertEquals("Said as “about losing hours on detention claims”.", window.text("builder-pain-note"));
            window.key(KeyCode.ENTER);
            window.type("builder-value", "fewer detention invoices");
            assertTrue(window.text("builder-1-voicemail").contains("losing hours on detention claims"), window.text("builder-1-voicemail"));
            assertEquals("The coach has nothing to mend.", window.text("builder-state"));
            String before = window.text("builder-2-voicemail");
            window.key(KeyCode.R, KeyCode.CONTROL);
            assertFalse(window.text("builder-2-voicemail").equals(before));
            window.key(KeyCode.ENTER);
            assertTrue(window.focused("builder-1-voicemail"), "Enter after the last question goes on to the first message");
            window.type("builder-1-voicemail", window.text("builder-1-voicemail") + " Please call me back.");
            FxThread.await(() -> window.node("builder-1-voicemail-fix-asks-for-callback") != null, () -> "the finding");
            FxThread.run(() -> ((javafx.scene.control.Button) window.node("builder-1-voicemail-fix-asks-for-callback")).fire());
            assertEquals("The coach has nothing to mend.", window.text("builder-state"));
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            FxThread.await(() -> window.used.size() == 1, () -> "the series");
            assertFalse(window.open("builder"));
            assertEquals(12, window.used.getFirst().draft().texts().size());
        }
    }

    @Test
    void escClosesAndNothingIsLost() {
        try (BuilderWindow window = new BuilderWindow(960, 600, "dark", 14)) {
            window.type("builder-audience", "clinics");
            window.key(KeyCode.ESCAPE);
            assertFalse(window.open("builder"));
            window.open();
            FxThread.await(() -> window.node("builder-pain").isFocused(), () -> "the next open question");
            assertEquals("clinics", window.text("builder-audience"));
        }
    }

    @Test
    void aScriptIsPasted() {
        try (BuilderWindow window = new BuilderWindow(960, 600, "light", 14)) {
            FxThread.run(() -> window.node("builder-script").requestFocus());
            window.key(KeyCode.SPACE);
            FxThread.await(() -> window.node("builder-pasted").isFocused(), () -> "the place for the script");
            window.type("builder-pasted",
                "Hi Sarah, this is Tom from Brightdesk. Clinics tell me about phones that ring all morning. Please call me back.");
            assertEquals("phones that ring all morning", window.text("builder-pain"));
            assertTrue(window.text("builder-1-voicemail").contains("Clinics tell me about phones that ring all morning."));
            assertEquals(1, FxThread.call(() -> ((Parent) window.node("builder-left")).getChildrenUnmodifiable().size()));
        }
    }

    @Test
    void everyControlHasANameAndNothingIsCutOff() {
        for (int[] size : new int[][] {{960, 600, 14}, {1280, 800, 9}, {1280, 800, 36}, {960, 600, 36}}) {
            try (BuilderWindow window = new BuilderWindow(size[0], size[1], "light", size[2])) {
                window.settle();
                List<String> nameless = new ArrayList<>();
                FxThread.run(() -> sweep(window.node("builder"), nameless));
                assertEquals(List.of(), nameless);
                for (String id : List.of("builder-name", "builder-value", "builder-again", "builder-use", "builder-cancel", "builder-1-"
                    + Channel.VOICEMAIL)) {
                    var bounds = FxThread.call(() -> window.node(id).localToScene(window.node(id).getBoundsInLocal()));
                    assertTrue(bounds.getMinX() >= 0 && bounds.getMaxX() <= size[0] && bounds.getMaxY() <= size[1] && bounds.getWidth() > 20,
                        id + " " + bounds);
                }
            }
        }
    }

    private static void sweep(Node node, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Control control && control.isFocusTraversable() && !(control instanceof ScrollPane) && !(control instanceof ScrollBar)) {
            boolean named = control.getAccessibleText() != null && !control.getAccessibleText().isBlank()
                || control instanceof javafx.scene.control.Labeled text && !text.getText().isBlank();
            if (!named || control.getId() == null) {
                nameless.add(control.toString());
            }
        } else if (node instanceof Parent parent && !(node instanceof Label)) {
            parent.getChildrenUnmodifiable().forEach(child -> sweep(child, nameless));
        }
    }
}

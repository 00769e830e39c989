package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every control of every screen has a name that a screen reader can say, and nothing is cut off at 960x600.
class AccessibilityTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";
    private static final List<String> SCREENS = List.of("session", "agenda", "outbox", "review", "prospects", "scripts", "results", "settings");

    @TempDir Path folder;

    @Test
    void everyControlHasAName() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            List<String> nameless = new ArrayList<>();
            int controls = 0;
            for (String screen : SCREENS) {
                window.click("nav-" + screen, 1);
                window.pauseForReading();
                controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), screen, nameless));
            }
            window.click("nav-scripts", 1);
            window.awaitShown("step-1");
            for (KeyCode sheet : List.of(KeyCode.K, KeyCode.A, KeyCode.T)) {
                window.key(sheet);
                window.awaitShown(sheet == KeyCode.K ? "step-change" : sheet == KeyCode.A ? "step-new" : "snippets");
                controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "scripts sheet", nameless));
                window.key(KeyCode.ESCAPE);
            }
            window.click("rest", 1);
            window.awaitShown("rest-sheet");
            controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "rest", nameless));
            window.key(KeyCode.ESCAPE);
            window.click("nav-session", 1);
            window.pauseForReading();
            window.key(KeyCode.E);
            window.awaitShown("wording-text");
            controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "wording", nameless));
            window.key(KeyCode.ESCAPE);
            window.awaitGone("wording-text");
            for (KeyCode sheet : List.of(KeyCode.DIGIT5, KeyCode.DIGIT3)) {
                window.key(sheet);
                window.awaitShown(sheet == KeyCode.DIGIT5 ? "when" : "talk");
                controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "sheet", nameless));
                window.key(KeyCode.ESCAPE);
            }
            for (KeyCode finder : List.of(KeyCode.I, KeyCode.G)) {
                window.click(finder == KeyCode.I ? "nav-agenda" : "nav-review", 1);
                window.key(finder);
                window.awaitShown(finder == KeyCode.I ? "caller" : "elsewhere");
                window.type("find-field", "lindq");
                window.awaitText("find-name", "Anders Lindqvist");
                controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "finder", nameless));
                if (finder == KeyCode.G) {
                    window.key(KeyCode.ENTER);
                    window.awaitShown("elsewhere-log");
                    controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "elsewhere", nameless));
                }
                window.key(KeyCode.ESCAPE);
            }
            window.click("nav-scripts", 1);
            window.awaitShown("rehearse");
            window.pauseForReading();
            window.key(KeyCode.R);
            window.awaitShown("rehearse-place");
            controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "rehearse", nameless));
            window.key(KeyCode.ESCAPE);
            window.click("nav-prospects", 1);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.pauseForReading();
            for (KeyCode sheet : List.of(KeyCode.T, KeyCode.S, KeyCode.R, KeyCode.X, KeyCode.P, KeyCode.M)) {
                window.key(sheet);
                window.awaitShown(sheet == KeyCode.P ? "add-person" : sheet == KeyCode.M ? "merge" : "deed");
                controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "prospects sheet", nameless));
                window.key(KeyCode.ESCAPE);
                window.awaitGone(sheet == KeyCode.P ? "add-person" : sheet == KeyCode.M ? "merge" : "deed");
            }
            window.click("nav-review", 1);
            window.awaitShown("review-export");
            window.pauseForReading();
            window.key(KeyCode.E, KeyCode.CONTROL);
            window.awaitShown("export-hubspot");
            controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "export", nameless));
            window.key(KeyCode.DIGIT3);
            assertTrue(window.focused("export-salesforce"), "a digit chooses the format");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("export");
            controls += sweepImport(window, nameless);
            assertEquals(List.of(), nameless);
            assertTrue(controls > 80, "only " + controls + " controls were seen");
        }
    }

    /// Each step of the import, with what unfolds in it.
    private int sweepImport(RealWindow window, List<String> nameless) {
        int controls = 0;
        window.key(KeyCode.O, KeyCode.CONTROL);
        window.awaitShown("import-choose");
        controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "import file", nameless));
        window.type("import-path", ImportJourneysTest.list(folder, 20).toString());
        window.key(KeyCode.ENTER);
        window.awaitShown("import-name");
        window.click("import-more", 1);
        window.awaitShown("import-default-value-1");
        window.click("import-list-existing", 1);
        window.awaitShown("import-list");
        controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "import options", nameless));
        window.click("import-list-new", 1);
        window.key(KeyCode.ENTER, KeyCode.CONTROL);
        window.awaitShown("import-columns");
        window.key(KeyCode.ENTER);
        window.awaitShown("field-choice");
        controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "import columns", nameless));
        window.key(KeyCode.ESCAPE);
        window.awaitGone("field-choice");
        window.key(KeyCode.ENTER, KeyCode.CONTROL);
        window.awaitShown("import-count-new");
        controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "import result", nameless));
        window.key(KeyCode.ESCAPE);
        window.key(KeyCode.O, KeyCode.CONTROL);
        window.awaitShown("import-earlier");
        controls += FxThread.call(() -> sweep(window.stage.getScene().getRoot(), "earlier imports", nameless));
        window.key(KeyCode.ESCAPE);
        window.awaitGone("import");
        return controls;
    }

    @Test
    void noStepOfTheImportIsCutOffAt960x600() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            FxThread.run(() -> {
                window.stage.setWidth(960);
                window.stage.setHeight(600);
            });
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.O, KeyCode.CONTROL);
            window.awaitShown("import-choose");
            allInside(window, "import-choose", "import-path", "import-cancel", "import-step-3");
            window.type("import-path", ImportJourneysTest.list(folder, 20).toString());
            window.key(KeyCode.ENTER);
            window.awaitShown("import-name");
            allInside(window, "import-name", "import-mode-update_only", "import-match-external_id", "import-country", "import-more", "import-next");
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitShown("import-columns");
            allInside(window, "import-columns", "import-preview", "import-back", "import-columns-cancel", "import-run");
            window.key(KeyCode.ENTER, KeyCode.CONTROL);
            window.awaitShown("import-count-new");
            allInside(window, "import-count-new", "import-count-rejected", "import-result-rows", "import-save", "import-undo", "import-close", "import-dial");
        }
    }

    private static void allInside(RealWindow window, String... ids) {
        for (String id : ids) {
            FxThread.await(() -> inside(window, id), () -> "#" + id + " inside the window: " + window.node(id).localToScene(window.node(id).getBoundsInLocal()));
        }
    }

    private static int sweep(Parent root, String screen, List<String> nameless) {
        List<Control> controls = new ArrayList<>();
        Set<Node> labelled = new HashSet<>();
        collect(root, controls, labelled);
        for (Control control : controls) {
            boolean named = control.getAccessibleText() != null && !control.getAccessibleText().isBlank()
                || control instanceof Labeled text && text.getText() != null && !text.getText().isBlank() || labelled.contains(control);
            if (!named) {
                nameless.add(screen + ": " + control.getClass().getSimpleName() + "#" + control.getId() + " " + control.getStyleClass());
            }
        }
        return controls.size();
    }

    private static void collect(Node node, List<Control> controls, Set<Node> labelled) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Label label && label.getLabelFor() != null) {
            labelled.add(label.getLabelFor());
        }
        if (node instanceof Control control && control.isFocusTraversable() && !(control instanceof ScrollPane) && !(control instanceof ScrollBar)) {
            controls.add(control);
            // What is inside a control is the control's own business.
            return;
        }
        if (node instanceof Parent parent && !(node instanceof VirtualFlow<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls, labelled));
        }
    }

    @Test
    void nothingEssentialIsCutOffAt960x600() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            FxThread.run(() -> {
                window.stage.setWidth(960);
                window.stage.setHeight(600);
            });
            window.awaitText("prospect-name", "Marisol Quintero");
            for (String id : List.of("outcome-left_voicemail", "outcome-busy", "skip", "script-text", "script-timer", "script-hint", "edit-message", "note", "dial", "why-now",
                "copy-number", "block-pause", "nav-settings")) {
                FxThread.await(() -> inside(window, id), () -> "#" + id + " inside the window: "
                    + window.node(id).localToScene(window.node(id).getBoundsInLocal()));
            }
        }
    }

    private static boolean inside(RealWindow window, String id) {
        var bounds = window.node(id).localToScene(window.node(id).getBoundsInLocal());
        return bounds.getMinX() >= 0 && bounds.getMinY() >= 0 && bounds.getMaxX() <= 960.5 && bounds.getMaxY() <= 600.5 && bounds.getWidth() > 0;
    }
}

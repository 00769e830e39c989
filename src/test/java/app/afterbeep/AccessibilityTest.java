package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import app.afterbeep.ui.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
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
    private static final List<String> THEMES = List.of("light", "contrast-light", "contrast-dark", "dark");

    @TempDir Path folder;

    /// Every place of the window, in every theme.
    @Test
    void everythingIsNamedSeenAndReachable() {
        List<String> faults = new ArrayList<>();
        int[] measured = {0, 0, 0};
        FocusRing rings = new FocusRing();
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            Theme theme = FxThread.call(Theme::new);
            Walk.all(window, folder, (place, scene) -> {
                measured[0] += FxThread.call(() -> sweep(scene.getRoot(), place, faults));
                for (String each : order(measured[2]++)) {
                    FxThread.run(() -> wear(theme, each, scene));
                    Contrast.Found found = FxThread.call(() -> Contrast.on(scene));
                    measured[1] += found.measured();
                    found.faint().forEach(faint -> faults.add(place + ", " + each + ": " + faint));
                    // Its colour is of the theme; what it is drawn on differs most between these two.
                    if (each.equals("light") || each.equals("contrast-dark")) {
                        rings.on(scene, each).forEach(unseen -> faults.add(place + ", " + each + ": " + unseen));
                    }
                }
            });
        }
        assertEquals(List.of(), faults);
        assertTrue(measured[0] > 400, "only " + measured[0] + " controls were seen");
        assertTrue(measured[1] > 8000, "only " + measured[1] + " texts, icons and edges were measured");
    }

    @Test
    void whatIsEmptyIsNamedAndSeen() {
        List<String> faults = new ArrayList<>();
        try (RealWindow window = RealWindow.open(folder, MORNING, false)) {
            Theme theme = FxThread.call(Theme::new);
            Walk.empty(window, (place, scene) -> {
                FxThread.call(() -> sweep(scene.getRoot(), place, faults));
                for (String each : order(place.length())) {
                    FxThread.run(() -> wear(theme, each, scene));
                    FxThread.call(() -> Contrast.on(scene)).faint().forEach(faint -> faults.add(place + ", " + each + ": " + faint));
                }
            });
        }
        assertEquals(List.of(), faults);
    }

    /// To and fro: what dresses the whole toolkit anew takes long.
    private static List<String> order(int place) {
        return place % 2 == 0 ? THEMES : THEMES.reversed();
    }

    private static void wear(Theme theme, String name, Scene scene) {
        theme.use(name);
        theme.apply(scene, 14);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
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
            if (control.getAccessibleRole() == null || control.getAccessibleRole() == AccessibleRole.NODE || control.getAccessibleRole() == AccessibleRole.PARENT) {
                nameless.add(screen + ": no role, " + control.getClass().getSimpleName() + "#" + control.getId());
            }
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

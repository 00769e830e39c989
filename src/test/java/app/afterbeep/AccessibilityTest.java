package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.db.DbException.Fault;
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
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every control at every place has a name that a screen reader can say, stands out from its ground, shows where the keyboard is, and has its place.
class AccessibilityTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";
    private static final Form SMALL = new Form(960, 600);
    private static final Form LARGE = new Form(3840, 2160);
    /// To dress the whole window anew takes long: themes and sizes of the type change together. In a small window the largest type that fits is of 14.
    private static final List<Dress> DRESSES = List.of(new Dress("light", 14, SMALL), new Dress("contrast-light", 9, SMALL, LARGE), new Dress("contrast-dark", 14),
        new Dress("dark", 36, LARGE));

    @TempDir Path folder;

    private record Form(int width, int height) {}

    private record Dress(String theme, int font, List<Form> forms) {
        Dress(String theme, int font, Form... forms) {
            this(theme, font, List.of(forms));
        }
    }

    @Test
    void everyPlaceIsNamedSeenReachableAndInOrder() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            Sweep sweep = new Sweep(true);
            Walk.all(window, folder, sweep);
            assertEquals(List.of(), sweep.faults);
            assertTrue(sweep.named > 400, "only " + sweep.named + " controls were seen");
            assertTrue(sweep.measured > 8000, "only " + sweep.measured + " texts, icons and edges were measured");
            assertTrue(sweep.placed > 10_000, "only " + sweep.placed + " places were measured");
        }
    }

    @Test
    void whatIsEmptyIsToo() {
        try (RealWindow window = RealWindow.open(folder, MORNING, false)) {
            Sweep sweep = new Sweep(false);
            Walk.empty(window, sweep);
            assertEquals(List.of(), sweep.faults);
        }
    }

    @Test
    void theWindowOfTroubleIsToo() {
        Sweep sweep = new Sweep(true);
        Openings.all(List.of(Fault.LOST, Fault.NEWER, Fault.LOCKED), sweep);
        assertEquals(List.of(), sweep.faults);
        assertEquals(10, sweep.named, "every way out");
    }

    /// Looks at a place in every dress, to and fro.
    private static final class Sweep implements Walk.Look {
        private final Theme theme = FxThread.call(Theme::new);
        private final FocusRing rings = new FocusRing();
        private final List<String> faults = new ArrayList<>();
        private final boolean focus;
        private boolean back;
        private int named;
        private int measured;
        private int placed;

        /// @param focus whether to look for the ring as well
        Sweep(boolean focus) {
            this.focus = focus;
        }

        @Override
        public void at(String place, Scene scene) {
            FxThread.run(() -> theme.needs(new Theme.Room(1, 1)));
            named += FxThread.call(() -> sweep(scene.getRoot(), place, faults));
            // Small windows and lists keep their size.
            boolean list = scene.getWindow() instanceof PopupWindow;
            boolean fixed = list || place.contains("mini");
            for (Dress dress : back ? DRESSES.reversed() : DRESSES) {
                FxThread.run(() -> look(place, scene, dress, fixed));
                // The colour of the ring is of the theme; what it is drawn on differs most between these two.
                if (focus && dress.font() == 14 && !list) {
                    rings.on(scene, dress.theme()).forEach(unseen -> faults.add(place + ", " + dress.theme() + ": " + unseen));
                }
            }
            back = !back;
        }

        private void look(String place, Scene scene, Dress dress, boolean fixed) {
            int font = fixed ? 14 : dress.font();
            theme.use(dress.theme());
            theme.apply(dressed(scene.getWindow()), font);
            boolean list = scene.getWindow() instanceof PopupWindow;
            for (Form form : list ? List.<Form>of() : fixed ? List.of(SMALL) : dress.forms()) {
                if (!fixed) {
                    // Within the frame: the window itself keeps its size, and draws nothing of it.
                    scene.getRoot().resize(form.width(), form.height());
                }
                lay(scene.getRoot());
                Fit.Found found = Fit.on(scene.getRoot());
                placed += found.measured();
                found.faults().forEach(fault -> faults.add(place + ", " + form.width() + "x" + form.height() + ", type of " + font + ": " + fault));
            }
            scene.getRoot().resize(scene.getWidth(), scene.getHeight());
            lay(scene.getRoot());
            Contrast.Found found = Contrast.on(scene, font / 14.0);
            measured += found.measured();
            found.faint().forEach(faint -> faults.add(place + ", " + dress.theme() + ": " + faint));
        }

        /// A list has its looks from the window that it belongs to.
        private static Scene dressed(Window window) {
            return window instanceof PopupWindow list ? dressed(list.getOwnerWindow()) : window.getScene();
        }

        private static void lay(Parent root) {
            // What depends on a width is only known after the first time.
            for (int i = 0; i < 2; i++) {
                root.applyCss();
                root.layout();
            }
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

package app.afterbeep;

import app.afterbeep.testkit.FxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/// Gives the keyboard to each control of a scene, and tells by the pixels whether that can be seen.
final class FocusRing {
    /// So many pixels must differ by 3:1 at least: a ring around something small, or a line below something long.
    private static final int PIXELS = 30;
    private static final double VISIBLE = 3;

    private final Set<String> seen = new TreeSet<>();

    /// One line for each control on which the keyboard can't be seen. What looks like one that was looked at before is passed over. From any
    /// thread but FX.
    ///
    /// @param kind tells themes apart
    List<String> on(Scene scene, String kind) {
        List<Node> controls = FxThread.call(() -> {
            // What scrolls is drawn from a picture of before, as long as nothing asks for another: a snapshot does not.
            scene.getRoot().lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
            List<Node> all = new ArrayList<>();
            collect(scene.getRoot(), all);
            return all.stream().filter(control -> inside(control, scene) && !control.isFocused() && seen.add(kind + signature(control))).toList();
        });
        Node owner = FxThread.call(scene::getFocusOwner);
        List<String> unseen = new ArrayList<>();
        for (Node control : controls) {
            WritableImage before = FxThread.call(() -> {
                WritableImage picture = picture(scene, control);
                control.requestFocus();
                return picture;
            });
            // Whole frames, in which the style sheet says what focus looks like.
            int[] frames = {0};
            FxThread.await(() -> ++frames[0] > 3, () -> "three frames");
            FxThread.run(() -> {
                int pixels = scene.getFocusOwner() == control ? different(before, picture(scene, control)) : PIXELS;
                if (pixels < PIXELS) {
                    unseen.add(pixels + " pixels on " + control.getClass().getSimpleName() + "#" + control.getId() + " " + signature(control));
                }
                if (owner != null) {
                    owner.requestFocus();
                }
            });
        }
        return unseen;
    }

    private static boolean inside(Node control, Scene scene) {
        Bounds bounds = control.localToScene(control.getLayoutBounds());
        return bounds.getMinX() >= 0 && bounds.getMinY() >= 0 && bounds.getMaxX() <= scene.getWidth() && bounds.getMaxY() <= scene.getHeight();
    }

    private static String signature(Node node) {
        return node.getClass().getSimpleName() + node.getStyleClass() + new TreeSet<>(node.getPseudoClassStates().stream().map(PseudoClass::getPseudoClassName)
            .filter(state -> !state.startsWith("focus") && !state.equals("hover") && !state.endsWith("-child") && !state.startsWith("nth")).toList());
    }

    private static WritableImage picture(Scene scene, Node control) {
        Bounds bounds = control.localToScene(control.getLayoutBounds());
        Rectangle2D area = new Rectangle2D(Math.max(0, bounds.getMinX() - 4), Math.max(0, bounds.getMinY() - 4), bounds.getWidth() + 8, bounds.getHeight() + 8);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(area);
        return scene.getRoot().snapshot(parameters, null);
    }

    private static int different(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        int count = 0;
        for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                if (Contrast.ratio(a.getColor(x, y), b.getColor(x, y)) >= VISIBLE) {
                    count++;
                }
            }
        }
        return count;
    }

    private static void collect(Node node, List<Node> controls) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean screen = node.getStyleClass().contains("screen");
        boolean empty = node instanceof TableView<?> table && table.getItems().isEmpty();
        if (node.isFocusTraversable() && !screen && !empty && !(node instanceof ScrollBar) && !(node instanceof ScrollPane)) {
            controls.add(node);
            if (node instanceof Control) {
                return;
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d kinds of controls", seen.size());
    }
}

package app.afterbeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Measures whether everything in a window has its place: no words are cut that a tooltip does not say, nothing stands outside of what holds it or of
/// the window, and nothing lies on its neighbour.
final class Fit {
    /// Pixels are snapped here and there.
    private static final double ROUGHLY = 1.5;

    /// What gives each of its children room of its own.
    private static final List<Class<? extends Pane>> SIDE_BY_SIDE = List.of(HBox.class, VBox.class, GridPane.class, FlowPane.class, BorderPane.class);

    private final Region root;
    private final List<String> faults = new ArrayList<>();
    private int measured;

    private Fit(Region root) {
        this.root = root;
    }

    /// What does not fit, one line each, and how much was measured.
    record Found(List<String> faults, int measured) {}

    /// On the FX thread.
    static Found on(Parent root) {
        Fit fit = new Fit((Region) root);
        fit.look(root, false);
        return new Found(fit.faults, fit.measured);
    }

    /// @param scrolls what is outside of what holds it can be brought into view
    private void look(Node node, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled) {
            measured++;
            boolean words = labeled.getText() != null && !labeled.getText().isBlank();
            if (words && labeled.isTextTruncated() && !told(labeled)) {
                fault("cut: “" + labeled.getText() + "”", labeled);
            }
        }
        if (node instanceof Control && !(node instanceof ScrollBar) && !scrolls) {
            inside(node);
        }
        if (node instanceof ScrollPane pane) {
            sideways(pane);
        }
        if (node instanceof TextInputControl || node instanceof ScrollBar) {
            return;
        }
        if (node instanceof Parent parent) {
            if (SIDE_BY_SIDE.stream().anyMatch(kind -> kind.isInstance(node))) {
                apart(parent.getChildrenUnmodifiable());
            }
            boolean within = scrolls || node instanceof ScrollPane || node instanceof VirtualFlow<?>;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, within));
        }
    }

    /// Itself, or what it is a part of, says the whole text in a tooltip.
    private static boolean told(Labeled labeled) {
        for (Node each = labeled; each != null && !(each instanceof ScrollPane); each = each.getParent()) {
            if (each instanceof Control control && control.getTooltip() != null && !control.getTooltip().getText().isBlank()) {
                return true;
            }
            if (each instanceof IndexedCell<?>) {
                return false;
            }
        }
        return false;
    }

    private void inside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (bounds.isEmpty()) {
            return;
        }
        measured++;
        if (bounds.getMinX() < -ROUGHLY || bounds.getMinY() < -ROUGHLY || bounds.getMaxX() > root.getWidth() + ROUGHLY || bounds.getMaxY() > root.getHeight() + ROUGHLY) {
            fault("outside of the window", node);
        } else if (node.isManaged() && node.getParent() instanceof Region around) {
            Bounds in = node.getBoundsInParent();
            Bounds own = node.localToParent(node.getLayoutBounds());
            if (own.getMinX() < -ROUGHLY || own.getMinY() < -ROUGHLY || own.getMaxX() > around.getWidth() + ROUGHLY || own.getMaxY() > around.getHeight() + ROUGHLY) {
                fault("outside of what holds it by " + Math.round(Math.max(own.getMaxX() - around.getWidth(), own.getMaxY() - around.getHeight())) + " of "
                    + Math.round(in.getWidth()), node);
            }
        }
    }

    /// A page that has to be pushed to and fro to be read.
    private void sideways(ScrollPane pane) {
        Node content = pane.getContent();
        if (content != null && content.isVisible() && pane.getViewportBounds().getWidth() > 0
            && content.getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + ROUGHLY) {
            fault("wider than its page by " + Math.round(content.getLayoutBounds().getWidth() - pane.getViewportBounds().getWidth()), content);
        }
    }

    private void apart(List<Node> children) {
        List<Node> shown = children.stream().filter(node -> node.isVisible() && node.isManaged() && node.getOpacity() > 0).toList();
        for (int i = 0; i < shown.size(); i++) {
            Bounds one = shown.get(i).localToParent(shown.get(i).getLayoutBounds());
            for (int j = i + 1; j < shown.size(); j++) {
                Bounds other = shown.get(j).localToParent(shown.get(j).getLayoutBounds());
                double wide = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double high = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (wide > ROUGHLY && high > ROUGHLY) {
                    fault("lies on " + Contrast.path(shown.get(j)), shown.get(i));
                }
            }
        }
    }

    private void fault(String what, Node node) {
        faults.add(what + ": " + node.getClass().getSimpleName() + " " + Contrast.path(node) + bounds(node));
    }

    private static String bounds(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return String.format(Locale.ROOT, " at %.0f,%.0f %.0fx%.0f", bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }
}

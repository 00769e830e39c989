package app.afterbeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Measures what is on a scene as WCAG 2.2 does: each text and icon against what is painted below it, and the edge of each field against what is
/// around it. What is disabled is exempt there too.
final class Contrast {
    /// AA: text; large text, icons and edges.
    private static final double TEXT = 4.5;
    private static final double LARGE = 3;

    private Contrast() {}

    /// What is too faint, one line each, and how much was measured.
    record Found(List<String> faint, int measured) {}

    /// @param scale how much larger the type is than usual: what is large by that alone is not let off more lightly
    static Found on(Scene scene, double scale) {
        List<String> faint = new ArrayList<>();
        int[] measured = {0};
        look(scene.getRoot(), scene, scale, faint, measured);
        return new Found(faint, measured[0]);
    }

    private static void look(Node node, Scene scene, double scale, List<String> faint, int[] measured) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color fill && seen(text, scene)) {
            measured[0]++;
            boolean icon = text instanceof FontIcon;
            boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
            double size = text.getFont().getSize() / Math.max(1, scale);
            double needed = icon || size >= 24 || bold && size >= 18.66 ? LARGE : TEXT;
            judge((icon ? "icon" : "“" + text.getText().strip() + "”") + " in " + path(text), over(fill, ground(text)), ground(text), needed, faint);
        }
        boolean field = node instanceof TextInputControl input && input.isEditable() || node instanceof ComboBoxBase<?>
            || (node.getParent() instanceof CheckBox || node.getParent() instanceof RadioButton) && (node.getStyleClass().contains("box") || node.getStyleClass().contains("radio"));
        // A name that is written where it stands shows its edge when it is gone to.
        if (field && !"editor-name".equals(node.getId()) && !node.getStyleClass().contains("in-place") && seen(node, scene) && !(node.getParent() instanceof ComboBoxBase<?>)) {
            measured[0]++;
            Color around = ground(node.getParent());
            Color edge = edge((Region) node, around);
            judge("edge of " + path(node), edge, around, LARGE, faint);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, scene, scale, faint, measured));
        }
    }

    private static void judge(String what, Color above, Color below, double needed, List<String> faint) {
        double ratio = ratio(above, below);
        if (ratio < needed - 0.005) {
            faint.add(String.format(Locale.ROOT, "%.2f of %.1f: %s, %s on %s", ratio, needed, what, hex(above), hex(below)));
        }
    }

    private static boolean seen(Node node, Scene scene) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getWidth() > 0 && bounds.getMaxX() > 0 && bounds.getMaxY() > 0 && bounds.getMinX() < scene.getWidth() && bounds.getMinY() < scene.getHeight();
    }

    private static Color edge(Region field, Color around) {
        if (field.getBorder() != null && !field.getBorder().getStrokes().isEmpty()
            && field.getBorder().getStrokes().getLast().getTopStroke() instanceof Color stroke && stroke.getOpacity() > 0) {
            return over(stroke, around);
        }
        if (field.getBackground() == null || field.getBackground().getFills().isEmpty()) {
            return around;
        }
        BackgroundFill outer = field.getBackground().getFills().getFirst();
        return outer.getFill() instanceof Color color ? over(color, around) : around;
    }

    /// What is painted below the middle of a node: by those around it, and by those that lie under it.
    static Color ground(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        List<Node> around = new ArrayList<>();
        for (Node each = node; each != null; each = each.getParent()) {
            around.addFirst(each);
        }
        Color ground = Color.WHITE;
        for (int i = 0; i < around.size(); i++) {
            Node each = around.get(i);
            if (each != node || !(node instanceof Text)) {
                ground = painted(each, ground);
            }
            Node next = i + 1 < around.size() ? around.get(i + 1) : null;
            if (next != null && each instanceof Parent parent) {
                for (Node below : parent.getChildrenUnmodifiable()) {
                    if (below == next) {
                        break;
                    }
                    if (below.isVisible() && below.contains(below.sceneToLocal(middle))) {
                        ground = painted(below, ground);
                    }
                }
            }
        }
        return ground;
    }

    private static Color painted(Node node, Color ground) {
        Color result = ground;
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color color) {
                    result = over(color.deriveColor(0, 1, 1, node.getOpacity()), result);
                }
            }
        } else if (node instanceof Shape shape && !(shape instanceof Text) && shape.getFill() instanceof Color color) {
            result = over(color.deriveColor(0, 1, 1, node.getOpacity()), result);
        }
        return result;
    }

    private static Color over(Color above, Color below) {
        double a = above.getOpacity();
        return Color.color(above.getRed() * a + below.getRed() * (1 - a), above.getGreen() * a + below.getGreen() * (1 - a),
            above.getBlue() * a + below.getBlue() * (1 - a));
    }

    /// From 1 (the same) to 21 (black on white).
    static double ratio(Color a, Color b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%02x%02x%02x", Math.round(color.getRed() * 255), Math.round(color.getGreen() * 255), Math.round(color.getBlue() * 255));
    }

    static String path(Node node) {
        StringBuilder path = new StringBuilder();
        int depth = 0;
        for (Node each = node; each != null && depth < 5; each = each.getParent(), depth++) {
            path.append(each.getId() == null || each instanceof Text ? each.getStyleClass().isEmpty() ? "" : " ." + String.join(".", each.getStyleClass())
                : " #" + each.getId());
        }
        return path.toString().strip();
    }
}

package app.afterbeep.ui.controls;

import app.afterbeep.ui.Keys;
import app.afterbeep.ui.Shortcut;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the small things that every screen is made of, each with its style and its name for screen readers.
public final class Controls {
    private Controls() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A text that is saved where it stands: Ctrl+Z takes typing back only as long as something is typed that is not saved yet.
    public static void undoesTypingWhile(TextInputControl field, BooleanSupplier typed) {
        field.getProperties().put(BooleanSupplier.class, typed);
    }

    /// Whether Ctrl+Z takes typing in this field back.
    public static boolean undoesTyping(TextInputControl field) {
        return field.isUndoable() && (!(field.getProperties().get(BooleanSupplier.class) instanceof BooleanSupplier typed) || typed.getAsBoolean());
    }

    /// A small cap that shows a key.
    public static Label cap(Shortcut shortcut) {
        Label cap = cap("");
        Keys.follow(cap, shortcut);
        return cap;
    }

    public static Label cap(String key) {
        Label cap = label(key, "key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /// Never narrower than its text.
    public static Button button(String id, String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(text);
        button.setOnAction(e -> action.run());
        button.getStyleClass().addAll(styles);
        return button;
    }

    /// A button that shows its key.
    public static Button button(String id, String text, Shortcut shortcut, Runnable action, String... styles) {
        Button button = button(id, text, action, styles);
        button.setGraphic(cap(shortcut));
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        button.setAccessibleText(text + ", key " + shortcut.cap());
        Keys.follow(button, shortcut, "ey ");
        return button;
    }

    public static ToggleButton chip(String id, String text, Runnable chosen) {
        ToggleButton chip = new ToggleButton(text);
        chip.setId(id);
        chip.setAccessibleText(text);
        chip.getStyleClass().add("chip");
        chip.setOnAction(e -> {
            chip.setSelected(true);
            chosen.run();
        });
        return chip;
    }

    /// A toggle of a group, of which one is always selected. `chosen` runs however it comes to be selected: by mouse or Enter, or by the
    /// arrow keys, which select without pressing.
    public static <T extends ToggleButton> T choice(T toggle, ToggleGroup group, Runnable chosen) {
        toggle.setToggleGroup(group);
        toggle.setOnAction(e -> toggle.setSelected(true));
        toggle.selectedProperty().subscribe((before, now) -> {
            if (now) {
                chosen.run();
            }
        });
        return toggle;
    }

    public static FontIcon icon(String code) {
        FontIcon icon = new FontIcon(code);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// Tab leaves the field instead of being typed into it.
    public static <T extends TextArea> T tabLeaves(T area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
                area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                e.consume();
            }
        });
        return area;
    }

    /// Breaks its text into lines, and is never less high than they are.
    public static <L extends Labeled> L wrapped(L labeled) {
        labeled.setWrapText(true);
        labeled.setMinHeight(Region.USE_PREF_SIZE);
        return labeled;
    }

    /// Says the whole text in a tooltip while there is no room for it.
    public static <L extends Labeled> L tipWhenCut(L labeled) {
        labeled.textTruncatedProperty().subscribe(cut -> tip(labeled, cut ? labeled.getText() : ""));
        labeled.textProperty().subscribe(text -> {
            if (labeled.getTooltip() != null) {
                labeled.getTooltip().setText(text);
            }
        });
        return labeled;
    }

    /// Says `text` in a tooltip, or with "" nothing. A tooltip is a window with a scene of its own, so each control has one for good: a card that
    /// is filled for the next prospect must not make five of them.
    public static void tip(Control control, String text) {
        if (text.isEmpty()) {
            control.setTooltip(null);
        } else {
            Tooltip tip = (Tooltip) control.getProperties().computeIfAbsent(Tooltip.class, key -> new Tooltip());
            tip.setText(text);
            control.setTooltip(tip);
        }
    }

    /// Takes the room that is left.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /// A grid of facts: what each is takes the room that it needs, what is known of it the rest.
    public static GridPane facts(String... styles) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        grid.getStyleClass().addAll(styles);
        ColumnConstraints what = new ColumnConstraints();
        what.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(what, value);
        return grid;
    }

    /// The card of a screen whose table takes all the room there is.
    ///
    /// @param content from the top, the table among it
    public static VBox tableCard(Node table, Node... content) {
        VBox card = new VBox(content);
        card.getStyleClass().addAll("card", "table-card");
        card.setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /// What stands where rows will be: what belongs here, and the action that brings it.
    public static VBox emptyState(String title, String text, Node... actions) {
        Label words = label(text, "text-muted");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        VBox box = new VBox(label(title, "empty-title"), words);
        box.getChildren().addAll(actions);
        box.getStyleClass().add("empty");
        return box;
    }

    /// What stands in the middle of a screen that has nothing to show: what belongs here, and the action that brings it.
    public static StackPane emptyScreen(String title, String text, Node... actions) {
        Label words = label(text, "text-muted");
        words.setWrapText(true);
        VBox box = new VBox(label(title, "first-title"), words);
        box.getChildren().addAll(actions);
        box.getStyleClass().addAll("card", "first");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return new StackPane(box);
    }

    /// Scrolls as far as needed for `node` to be seen, from its top where it is higher than what can be seen at once. Nothing happens outside of a
    /// [ScrollPane].
    public static void bringIntoView(Node node) {
        Parent parent = node.getParent();
        while (parent != null && !(parent instanceof ScrollPane)) {
            parent = parent.getParent();
        }
        if (!(parent instanceof ScrollPane pane)) {
            return;
        }
        // What has just been put there has no place yet.
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        double seen = pane.getViewportBounds().getHeight();
        double space = content.getLayoutBounds().getHeight() - seen;
        if (space > 0) {
            Bounds bounds = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            double from = pane.getVvalue() * space;
            if (bounds.getMinY() < from || bounds.getHeight() > seen) {
                pane.setVvalue(bounds.getMinY() / space);
            } else if (bounds.getMaxY() > from + seen) {
                pane.setVvalue((bounds.getMaxY() - seen) / space);
            }
        }
    }

    /// Shows `node` and gives it room, or neither.
    public static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}

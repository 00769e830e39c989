package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The frame of a sheet of the Scripts screen: a title, a form, a line for what is wrong with it, Cancel and what is to be done.
final class SheetPane extends VBox {
    private final GridPane form = new GridPane();
    private final Label problem = label("", "problem");
    private final HBox foot = Sheets.foot();
    private int rows;

    /// @param id     of the sheet; its button is `id`-done
    /// @param action what the button says
    SheetPane(String id, String title, String words, String action, Runnable done, Runnable close) {
        Sheets.frame(this, id, "studio-sheet");
        form.getStyleClass().add("form");
        problem.setId(id + "-problem");
        problem.setWrapText(true);
        show(problem, false);
        Button doIt = button(id + "-done", action, Shortcut.OPEN, done, "accent");
        doIt.setDefaultButton(true);
        foot.getChildren().addAll(button(id + "-cancel", "Cancel", Shortcut.CLOSE, close), doIt);
        Label said = wrapped(label(words, "text-muted"));
        getChildren().addAll(label(title, "sheet-title"), said, form, problem, foot);
        // A choice takes Enter for itself, like a button; here Space chooses and Enter is what its cap says.
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && (e.getTarget() instanceof ToggleButton || e.getTarget() instanceof CheckBox)) {
                done.run();
                e.consume();
            }
        });
        // The first field has the keyboard as soon as the sheet is there.
        focusedProperty().subscribe(focused -> {
            if (focused) {
                form.getChildren().stream().filter(node -> !(node instanceof Label) && node.isFocusTraversable()).findFirst().ifPresent(Node::requestFocus);
            }
        });
    }

    void row(String name, Region field) {
        Label label = label(name);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        form.addRow(rows++, label, field);
    }

    /// Over the whole width.
    void wide(Node node) {
        form.add(node, 0, rows++, 2, 1);
    }

    /// A button at the left of the foot.
    void aside(Button button) {
        foot.getChildren().addFirst(button);
    }

    void say(String wrong) {
        problem.setText(wrong);
        show(problem, true);
    }

    /// Words that stand elsewhere in the middle of a line.
    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    static TextField days(String id, int days) {
        TextField field = new TextField(Integer.toString(days));
        field.setId(id);
        field.getStyleClass().add("setting-narrow");
        return field;
    }

    /// The days that were typed; empty, and a word about it, when they are none.
    Optional<Integer> days(TextField field, int least) {
        try {
            int days = Integer.parseInt(field.getText().strip());
            if (days >= least && days <= StudioService.MOST_DAYS) {
                return Optional.of(days);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        say("Write a number of days from " + least + " to " + StudioService.MOST_DAYS + ".");
        field.requestFocus();
        return Optional.empty();
    }

    /// Chooses one of several by name.
    static <T> ComboBox<T> choice(String id, java.util.function.Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("it can't be typed into");
            }
        });
        return box;
    }
}

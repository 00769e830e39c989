package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.undoesTypingWhile;
import static app.afterbeep.ui.controls.Controls.wrapped;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A text that is edited where it stands: Enter or leaving the field saves it, Esc gives it up. What was wrong with it stands below, and what was
/// typed stays until it is mended or given up.
final class TextEdit extends VBox {
    private final TextField field = new TextField();
    private final Label problem = label("", "problem", "text-small");
    private final BiConsumer<String, Consumer<String>> save;
    private String shown = "";
    private boolean saving;

    /// @param save is told the new text, and tells what is wrong with it, "" for nothing
    TextEdit(String id, String name, BiConsumer<String, Consumer<String>> save) {
        this.save = save;
        field.setId(id);
        field.setAccessibleText(name);
        field.getStyleClass().add("in-place");
        field.setPrefColumnCount(8);
        field.setMinWidth(0);
        undoesTypingWhile(field, this::changed);
        problem.setId(id + "-problem");
        wrapped(problem);
        show(problem, false);
        field.setOnAction(e -> save());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                save();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && changed()) {
                giveUp();
                e.consume();
            }
        });
        getChildren().addAll(field, problem);
    }

    TextField field() {
        return field;
    }

    /// What the file says; what is being typed stays.
    ///
    /// @param other it is about somebody else than before
    void fill(String text, boolean other) {
        boolean keep = !other && changed() && !saving;
        shown = text;
        if (!keep) {
            field.setText(text);
            tell("");
        }
    }

    void prompt(String text) {
        field.setPromptText(text);
    }

    private boolean changed() {
        return !field.getText().equals(shown);
    }

    /// What was typed is given up.
    void giveUp() {
        field.setText(shown);
        tell("");
    }

    private void save() {
        if (changed() && !saving) {
            saving = true;
            save.accept(field.getText(), wrong -> {
                saving = false;
                tell(wrong);
            });
        }
    }

    private void tell(String wrong) {
        problem.setText(wrong);
        show(problem, !wrong.isEmpty());
    }
}

package app.afterbeep.studio;

import app.afterbeep.ui.Shortcut;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The texts of the chosen step: the editor, and the coach beside it. Built when there is a text for the first time, so that the start of the
/// program does not wait for an editor.
public final class TextsPane extends HBox {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// From this width on, in em, there is room for the editor and a wide margin.
    private static final int ROOMY = 51;

    private final EditorViewModel model;
    private @Nullable EditorPane editor;

    public TextsPane(EditorViewModel model) {
        this.model = model;
        getStyleClass().add("texts");
        model.texts().subscribe(texts -> build());
    }

    /// How wide a letter is, in which the room is measured that the panes have.
    void room(double em) {
        pseudoClassStateChanged(NARROW, getWidth() < ROOMY * em);
    }

    private void build() {
        if (editor == null && model.loaded()) {
            EditorPane built = new EditorPane(model);
            HBox.setHgrow(built, Priority.ALWAYS);
            built.setMinWidth(0);
            getChildren().setAll(built, built.coach());
            editor = built;
        }
    }

    /// To be called when the screen comes to the front and when the data have changed.
    void shown() {
        if (editor != null) {
            model.refresh();
        }
    }

    /// Does what a key asks for; false when it means nothing here.
    boolean press(Shortcut shortcut) {
        return editor != null && editor.press(shortcut);
    }
}

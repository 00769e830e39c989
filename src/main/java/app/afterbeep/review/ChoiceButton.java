package app.afterbeep.review;

import static app.afterbeep.ui.controls.Controls.label;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A wide button that says below its label what it will do.
final class ChoiceButton extends Button {
    private final Label title;
    private final Label consequence = label("", "outcome-consequence");

    ChoiceButton(String id, String text, Runnable action) {
        setId(id);
        title = label(text, "outcome-label");
        consequence.setWrapText(true);
        VBox content = new VBox(title, consequence);
        content.prefWidthProperty().bind(widthProperty().subtract(24));
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().addAll("outcome", "choice-button");
        setMaxWidth(Double.MAX_VALUE);
        setOnAction(e -> action.run());
    }

    void say(String text, String what) {
        title.setText(text);
        consequence.setText(what);
        setAccessibleText(text + ": " + what);
    }
}

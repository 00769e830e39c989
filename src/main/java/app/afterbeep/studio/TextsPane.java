package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.tabLeaves;

import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The first text of the chosen step, as it is written.
public final class TextsPane extends VBox {
    private final TextArea body = tabLeaves(new TextArea());

    public TextsPane(StudioViewModel model) {
        getStyleClass().add("card");
        body.setId("script-body");
        body.setAccessibleText("Text of the step");
        body.setWrapText(true);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(body);
        model.selected().subscribe(now -> update(now));
        body.focusedProperty().subscribe(focused -> {
            Selection now = model.selected().get();
            if (!focused && now != null && !now.texts().isEmpty()) {
                var script = now.texts().getFirst().script();
                if (!script.body().equals(body.getText())) {
                    model.save(script.scriptId(), script.name(), script.subject(), body.getText(), () -> {});
                }
            }
        });
    }

    private void update(@Nullable Selection now) {
        body.setText(now == null || now.texts().isEmpty() ? "" : now.texts().getFirst().script().body());
    }
}

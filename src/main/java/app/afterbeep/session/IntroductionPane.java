package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Asks who is calling, as long as nobody has said so: every message begins with it.
final class IntroductionPane extends HBox {
    private final TextField name = field("my-name", "Your name");
    private final TextField company = field("my-company", "Your company");

    /// @param me saves who is calling
    IntroductionPane(Consumer<Map<Setting, String>> me) {
        getStyleClass().add("row");
        getChildren().addAll(label("Who is calling?"), name, company, button("my-save", "Save", () -> introduce(me), "accent"));
        name.setOnAction(e -> introduce(me));
        company.setOnAction(e -> introduce(me));
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setPrefColumnCount(10);
        return field;
    }

    /// With what is known already.
    void prefill(Settings settings) {
        if (name.getText().isEmpty()) {
            name.setText(settings.text(Setting.MY_NAME));
        }
        if (company.getText().isEmpty()) {
            company.setText(settings.text(Setting.MY_COMPANY));
        }
    }

    private void introduce(Consumer<Map<Setting, String>> me) {
        if (!name.getText().isBlank() && !company.getText().isBlank()) {
            me.accept(Map.of(Setting.MY_NAME, name.getText(), Setting.MY_COMPANY, company.getText()));
        }
    }
}

package app.afterbeep.session;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first thing a rep sees: who is calling, and whom.
final class FirstStart extends StackPane {
    private final TextField name = field("first-name", "Dana Reyes");
    private final TextField company = field("first-company", "Northline");

    /// @param me saves who is calling
    FirstStart(Consumer<Map<Setting, String>> me, Runnable importList, Runnable sample) {
        setId("first-start");
        GridPane who = new GridPane();
        who.getStyleClass().add("form");
        who.addRow(0, named("Your name", name), name);
        who.addRow(1, named("Your company", company), company);
        HBox choices = new HBox(
            button("first-import", "Import my list", () -> {
                save(me);
                importList.run();
            }, "accent"),
            button("first-sample", "Try it with sample prospects", () -> {
                save(me);
                sample.run();
            }));
        choices.getStyleClass().add("row");
        Label words = label("Afterbeep shows the next prospect, the message for this very attempt, and what every outcome will do before "
            + "you press it. Say when you will call, then call then.", "text-muted");
        words.setWrapText(true);
        VBox box = new VBox(label("Whom do you call today?", "first-title"), words, who, choices,
            label("Sample prospects are fictional. Your data stay on this computer.", "text-muted", "text-small"));
        box.getStyleClass().addAll("card", "first");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.CENTER);
        getChildren().add(box);
    }

    private void save(Consumer<Map<Setting, String>> me) {
        Map<Setting, String> entered = new EnumMap<>(Setting.class);
        if (!name.getText().isBlank()) {
            entered.put(Setting.MY_NAME, name.getText());
        }
        if (!company.getText().isBlank()) {
            entered.put(Setting.MY_COMPANY, company.getText());
        }
        if (!entered.isEmpty()) {
            me.accept(entered);
        }
    }

    private static TextField field(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private static Label named(String text, TextField field) {
        Label label = label(text);
        label.setLabelFor(field);
        field.setAccessibleText(text);
        return label;
    }
}

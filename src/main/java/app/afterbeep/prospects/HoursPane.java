package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.prospects.ProspectService.Person;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// When the person who is selected may be called: hours that the rep sets for them, kept with Enter or when the field is left.
final class HoursPane extends VBox {
    private final ProspectsViewModel model;
    private final TextField hours = new TextField();
    private String shown = "";

    HoursPane(ProspectsViewModel model) {
        this.model = model;
        hours.setId("prospects-hours");
        hours.setPromptText("10:00 to 12:00");
        hours.setAccessibleText("Call only between, in the time at the prospect's place; empty for the usual hours");
        Label label = label("Call only between", "text-muted", "text-small");
        label.setLabelFor(hours);
        Label problem = label("", "problem");
        problem.setId("prospects-hours-problem");
        wrapped(problem);
        problem.textProperty().bind(model.hoursProblem());
        model.hoursProblem().subscribe(text -> show(problem, !text.isEmpty()));
        hours.setOnAction(e -> save());
        hours.focusedProperty().subscribe(focused -> {
            if (!focused) {
                save();
            }
        });
        model.person().subscribe(person -> update(person));
        getChildren().addAll(label, hours, problem);
        getStyleClass().add("field-box");
    }

    private void save() {
        if (!hours.getText().strip().equals(shown)) {
            model.saveHours(hours.getText());
        }
    }

    private void update(@Nullable Person person) {
        String now = person == null ? "" : ProspectRules.hours(person.prospect().place());
        // What is being typed stays while the same person is read anew.
        if (!now.equals(shown) || !hours.isFocused()) {
            hours.setText(now);
        }
        shown = now;
    }
}

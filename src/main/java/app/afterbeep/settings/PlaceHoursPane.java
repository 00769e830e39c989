package app.afterbeep.settings;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.prospects.OwnHours;
import app.afterbeep.settings.PlaceHoursRules.Known;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Calling hours of countries and states: the rep's own, to be added, changed and removed, and what the program knows, with its source.
final class PlaceHoursPane extends VBox {
    private final PlaceHoursViewModel model;
    private final TextField country = field("hours-country", "Country", "United States", 10);
    private final TextField state = field("hours-state", "State, by its code; empty for the whole country", "FL", 4);
    private final TextField hours = field("hours-span", "Hours there", "9:00 to 18:00", 11);
    private final VBox own = new VBox();

    PlaceHoursPane(PlaceHoursViewModel model) {
        this.model = model;
        getStyleClass().add("settings-places");
        Label words = label("The law of a country or a state holds beside your legal hours: the stricter of the two. What you set here takes the place of what "
            + "Afterbeep knows about that place.", "text-muted");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        hours.setOnAction(e -> save());
        FlowPane add = new FlowPane(named("Country", country), country, named("State", state), state, named("Hours", hours), hours,
            button("hours-save", "Set", this::save));
        add.getStyleClass().addAll("row", "choices");
        Label problem = label("", "problem");
        problem.setId("hours-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(model.problem());
        model.problem().subscribe(text -> show(problem, !text.isEmpty()));
        own.setId("hours-own");
        own.getStyleClass().add("field-box");
        model.own().subscribe(this::update);
        VBox known = new VBox();
        known.getStyleClass().add("field-box");
        known.setId("hours-known");
        PlaceHoursRules.known().forEach(each -> known.getChildren().add(line(each)));
        Label left = label("Where nothing stands here, your legal hours hold alone. Many of these rules are for calls to consumers; ask a lawyer, not a program.", "text-muted");
        left.setWrapText(true);
        left.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(label("HOURS BY PLACE", "section"), words, add, problem, own, label("WHAT AFTERBEEP KNOWS", "section"), known, left);
    }

    private static TextField field(String id, String name, String prompt, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        field.setPrefColumnCount(columns);
        return field;
    }

    private static Label named(String text, TextField field) {
        Label label = label(text);
        label.setLabelFor(field);
        return label;
    }

    private static VBox line(Known known) {
        Label hours = label(known.place() + ": " + known.hours());
        Label source = label(known.source(), "text-muted", "text-small");
        for (Label label : List.of(hours, source)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        return new VBox(hours, source);
    }

    private void save() {
        model.save(country.getText(), state.getText(), hours.getText(), () -> {
            state.clear();
            hours.clear();
        });
    }

    private void update(List<OwnHours> now) {
        own.getChildren().setAll(now.stream().map(this::row).toList());
        show(own, !now.isEmpty());
    }

    private FlowPane row(OwnHours each) {
        String place = PlaceHoursRules.place(each.country(), each.region());
        String id = "hours-" + each.country() + (each.region().isEmpty() ? "" : "-" + each.region());
        FlowPane row = new FlowPane(label(place, "strong"), label(PlaceHoursRules.words(each)), button(id + "-change", "Change", () -> {
            country.setText(SettingRules.countryName(each.country()));
            state.setText(each.region());
            hours.setText(PlaceHoursRules.words(each));
            hours.requestFocus();
            hours.selectAll();
        }), button(id + "-remove", "Remove", () -> model.remove(each)));
        row.getChildren().get(2).setAccessibleText("Change the hours of " + place);
        row.getChildren().get(3).setAccessibleText("Remove the hours of " + place);
        row.getStyleClass().addAll("row", "choices");
        return row;
    }
}

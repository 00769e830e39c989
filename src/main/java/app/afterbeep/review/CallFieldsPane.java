package app.afterbeep.review;

import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tabLeaves;

import app.afterbeep.calls.Outcome;
import app.afterbeep.ui.Times;
import app.afterbeep.ui.controls.Calendars;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The fields of a call in the log: how it ended, when it was, what was agreed, a note.
final class CallFieldsPane extends VBox {
    private final Runnable changed;
    private final Map<Outcome, ToggleButton> outcomes = new EnumMap<>(Outcome.class);
    private final DatePicker day;
    private final TextField time;
    private final DatePicker agreedDay;
    private final TextField agreedTime;
    private final Label agreedLabel = label("Agreed for");
    private final Label there = label("", "text-muted");
    private final HBox agreed;
    private final TextArea note = tabLeaves(new TextArea());
    private boolean filling = true;

    /// @param prefix  of the ids of its controls
    /// @param changed runs when something else was entered
    CallFieldsPane(String prefix, Runnable changed) {
        this.changed = changed;
        getStyleClass().add("call-fields");
        FlowPane choices = new FlowPane();
        choices.getStyleClass().add("choices");
        ToggleGroup group = new ToggleGroup();
        for (Outcome outcome : Outcome.values()) {
            ToggleButton chip = new ToggleButton(outcome.label());
            chip.setId(prefix + "-" + outcome.code());
            chip.setAccessibleText(outcome.label());
            chip.getStyleClass().add("chip");
            outcomes.put(outcome, choice(chip, group, this::entered));
            choices.getChildren().add(chip);
        }
        day = day(prefix + "-day", "Day of the call");
        time = time(prefix + "-time", "Time of the call, here");
        agreedDay = day(prefix + "-agreed-day", "Day that was agreed");
        agreedTime = time(prefix + "-agreed-time", "Time that was agreed, at the prospect's place");
        note.setId(prefix + "-note");
        note.setAccessibleText("Note about this call");
        note.setWrapText(true);
        note.setPrefRowCount(2);
        note.textProperty().subscribe(text -> entered());
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        HBox when = new HBox(day, time, label("here", "text-muted"));
        agreed = new HBox(agreedDay, agreedTime, there);
        when.getStyleClass().add("row");
        agreed.getStyleClass().add("row");
        form.addRow(0, named("When", day), when);
        agreedLabel.setLabelFor(agreedDay);
        agreedLabel.setMinWidth(USE_PREF_SIZE);
        form.addRow(1, agreedLabel, agreed);
        form.addRow(2, named("Note", note), note);
        GridPane.setHgrow(note, Priority.ALWAYS);
        getChildren().addAll(choices, form);
        filling = false;
    }

    private DatePicker day(String id, String name) {
        DatePicker picker = Calendars.picker(id, name);
        picker.getStyleClass().add("day");
        picker.valueProperty().subscribe(value -> entered());
        return picker;
    }

    private TextField time(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText("10:15");
        field.setPrefColumnCount(6);
        field.textProperty().subscribe(text -> entered());
        return field;
    }

    private static Label named(String text, javafx.scene.Node node) {
        Label label = label(text);
        label.setLabelFor(node);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// Fills the fields.
    ///
    /// @param zone the prospect's, for what was agreed
    void fill(Outcome outcome, ZonedDateTime at, String text, ZoneId zone, LocalDate today) {
        filling = true;
        outcomes.get(outcome).setSelected(true);
        day.setValue(at.toLocalDate());
        time.setText(Times.clock(at));
        note.setText(text);
        agreedDay.setValue(today.plusDays(1));
        agreedTime.clear();
        there.setText("there (" + Times.zone(zone) + ")");
        filling = false;
        entered();
    }

    /// Offers only these outcomes; when the chosen one is not among them, `instead` is chosen.
    void offer(Predicate<Outcome> offered, Outcome instead) {
        outcomes.forEach((outcome, chip) -> show(chip, offered.test(outcome)));
        if (!offered.test(input().outcome())) {
            outcomes.get(instead).setSelected(true);
        }
    }

    void takeKeyboard() {
        outcomes.get(input().outcome()).requestFocus();
    }

    private void entered() {
        if (!filling) {
            show(agreed, input().agrees());
            show(agreedLabel, input().agrees());
            changed.run();
        }
    }

    CallInput input() {
        Outcome outcome = outcomes.entrySet().stream().filter(entry -> entry.getValue().isSelected()).map(Map.Entry::getKey).findFirst()
            .orElse(Outcome.NO_ANSWER);
        return new CallInput(outcome, day.getValue(), time.getText(), note.getText().strip(), agreedDay.getValue(), agreedTime.getText());
    }
}

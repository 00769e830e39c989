package app.afterbeep.review;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.calls.InboundRules;
import app.afterbeep.calls.LogService.Person;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.FindPane;
import app.afterbeep.prospects.FindViewModel;
import app.afterbeep.review.ElsewhereViewModel.Preview;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Controls;
import app.afterbeep.ui.controls.Sheets;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sheet that logs a call made elsewhere: with whom, then how and when. It only stands in the log, unless the rep wants more.
public final class ElsewhereView extends VBox {
    private final ElsewhereViewModel model;
    private final MainWindow window;
    private final FindPane find;
    private final Label title = label("", "sheet-title");
    private final VBox form = new VBox();
    private final ToggleButton made;
    private final ToggleButton received;
    private final CallFieldsPane fields;
    private final CheckBox follows = new CheckBox();
    private final Label does = label("", "text-muted");
    private final Label problem = label("", "problem");
    private final Label hint = label("", "text-muted");
    private final Button other;
    private final Button log;

    public ElsewhereView(ElsewhereViewModel model, FindViewModel finder, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "elsewhere", "wide-sheet");
        find = new FindPane(finder, model::choose);
        fields = new CallFieldsPane("elsewhere", this::entered);
        ToggleGroup group = new ToggleGroup();
        made = direction("elsewhere-made", "I called", group);
        received = direction("elsewhere-received", "They called", group);
        made.setSelected(true);
        follows.setId("elsewhere-follows");
        follows.setText("Also do what this outcome does:");
        follows.setMinWidth(USE_PREF_SIZE);
        follows.setOnAction(e -> entered());
        does.setId("elsewhere-does");
        does.setWrapText(true);
        problem.setId("elsewhere-problem");
        hint.setId("elsewhere-hint");
        List.of(problem, hint).forEach(Controls::wrapped);
        HBox who = new HBox(made, received);
        who.getStyleClass().add("row");
        HBox also = new HBox(follows, does);
        also.getStyleClass().add("row");
        HBox.setHgrow(does, Priority.ALWAYS);
        form.getStyleClass().add("log-form");
        form.getChildren().addAll(who, fields, also, problem, hint);
        VBox.setVgrow(find, Priority.ALWAYS);
        VBox.setVgrow(form, Priority.ALWAYS);
        other = button("elsewhere-other", "Somebody else…", () -> model.choose(null));
        log = button("elsewhere-log", "Log the call", () -> model.log(window::closeSheet), "accent");
        HBox foot = Sheets.foot(other, spring(), button("elsewhere-cancel", "Cancel", Shortcut.CLOSE, this::close), log);
        getChildren().addAll(title, find, form, foot);
        model.person().subscribe(this::update);
        model.preview().subscribe(this::update);
    }

    private ToggleButton direction(String id, String text, ToggleGroup group) {
        ToggleButton chip = new ToggleButton(text);
        chip.setId(id);
        chip.setAccessibleText(text);
        chip.getStyleClass().add("chip");
        return choice(chip, group, this::directed);
    }

    public void open() {
        model.choose(null);
        made.setSelected(true);
        window.openSheet(this, this::close);
        find.begin();
    }

    private void close() {
        window.closeSheet();
    }

    private void directed() {
        if (fields != null) {
            fields.offer(outcome -> !received.isSelected() || InboundRules.applies(outcome), Outcome.CONVERSATION);
            entered();
        }
    }

    private void update(@Nullable Person person) {
        show(find, person == null);
        show(form, person != null);
        show(other, person != null);
        show(log, person != null);
        title.setText(person == null ? "Log a call made elsewhere: with whom?" : "Log a call with " + person.outbound().prospect().name());
        if (person == null) {
            return;
        }
        follows.setSelected(false);
        fields.fill(Outcome.NO_ANSWER, model.now().atZone(model.here()), "", person.outbound().prospect().place().zone(),
            LocalDate.ofInstant(model.now(), model.here()));
        directed();
        fields.takeKeyboard();
    }

    private void entered() {
        model.enter(fields.input(), received.isSelected(), follows.isSelected());
    }

    private void update(Preview shown) {
        does.setText(shown.does());
        follows.setDisable(!shown.can());
        follows.setAccessibleText("Also do what this outcome does: " + shown.does());
        problem.setText(shown.problem());
        show(problem, !shown.problem().isEmpty());
        hint.setText(shown.hint());
        show(hint, !shown.hint().isEmpty());
        log.setDisable(!shown.problem().isEmpty());
    }
}

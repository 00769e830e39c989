package app.afterbeep.settings;

import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One line of the settings: its name, its controls, and below them a hint or, in its place, what is wrong.
final class SettingRow {
    private static final Duration TYPING_PAUSE = Duration.seconds(1);
    private static final Duration SAVED_SHOWN = Duration.seconds(3);
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final SettingsViewModel model;
    private final Label name;
    private final HBox controls = new HBox();
    private final Label saved = label("Saved", "saved", "text-small");
    private final Label below = label("", "text-small");
    private String hint;
    private final Map<Setting, TextField> typed = new LinkedHashMap<>();
    private final PauseTransition savedTime = new PauseTransition(SAVED_SHOWN);

    SettingRow(SettingsViewModel model, String name, String hint) {
        this.model = model;
        this.name = label(name, "setting-name");
        this.hint = hint;
        controls.getStyleClass().add("row");
        saved.setVisible(false);
        saved.setMinWidth(Label.USE_PREF_SIZE);
        savedTime.setOnFinished(e -> saved.setVisible(false));
        below.setWrapText(true);
        below.setMinHeight(Label.USE_PREF_SIZE);
    }

    /// Adds a field that is typed into.
    ///
    /// @param width  style class: wide, middle or narrow
    /// @param before words before the field, or ""
    /// @param after  words after it, or ""
    SettingRow typed(Setting setting, String width, String before, String after) {
        TextField field = new TextField();
        field.setId("setting-" + setting.key());
        field.getStyleClass().add("setting-" + width);
        field.setAccessibleText(Stream.of(name.getText(), before, after).filter(s -> !s.isEmpty()).reduce((a, b) -> a + ", " + b).orElse(""));
        SettingsViewModel.Field of = model.field(setting);
        field.textProperty().bindBidirectional(of.text());
        PauseTransition typing = new PauseTransition(TYPING_PAUSE);
        typing.setOnFinished(e -> model.save(setting));
        field.textProperty().subscribe((was, now) -> {
            if (field.isFocused()) {
                typing.playFromStart();
            }
        });
        field.focusedProperty().subscribe((was, focused) -> {
            if (!focused) {
                typing.stop();
                model.leave(setting);
            }
        });
        field.setOnAction(e -> model.leave(setting));
        of.problem().subscribe(problem -> {
            field.pseudoClassStateChanged(DANGER, !problem.isEmpty());
            update();
        });
        of.saved().subscribe(this::saved);
        typed.put(setting, field);
        if (name.getLabelFor() == null) {
            name.setLabelFor(field);
        }
        if (!before.isEmpty()) {
            controls.getChildren().add(label(before, "text-muted"));
        }
        controls.getChildren().add(field);
        if (!after.isEmpty()) {
            controls.getChildren().add(label(after, "text-muted"));
        }
        return this;
    }

    /// Adds a control that is chosen, not typed into.
    ///
    /// @param mine whether a change of the setting came from this control
    SettingRow chosen(Setting setting, Node control, BooleanSupplier mine) {
        model.field(setting).saved().subscribe(now -> saved(now && mine.getAsBoolean()));
        return with(control);
    }

    SettingRow with(Node control) {
        controls.getChildren().add(control);
        if (name.getLabelFor() == null && control instanceof Control) {
            name.setLabelFor(control);
        }
        return this;
    }

    SettingRow prompt(String text) {
        typed.values().forEach(field -> field.setPromptText(text));
        return this;
    }

    TextField field(Setting setting) {
        return typed.get(setting);
    }

    private void saved(boolean now) {
        saved.setVisible(now);
        if (now) {
            savedTime.playFromStart();
        }
    }

    private void update() {
        String problem = typed.keySet().stream().map(setting -> model.field(setting).problem().get()).filter(p -> !p.isEmpty()).findFirst().orElse("");
        hint(problem.isEmpty() ? hint : problem, !problem.isEmpty());
    }

    /// What stands below the controls while nothing is wrong.
    void rest(String text) {
        hint = text;
        update();
    }

    /// Puts other words below the controls.
    void hint(String text, boolean problem) {
        below.setText(text);
        below.getStyleClass().removeAll("problem", "text-muted");
        below.getStyleClass().add(problem ? "problem" : "text-muted");
        typed.values().forEach(field -> field.setAccessibleHelp(text));
        show(below, !text.isEmpty());
    }

    void visible(boolean visible) {
        for (Node node : List.of(name, controls.getParent())) {
            show(node, visible);
        }
    }

    /// Puts the row at the end of `form`.
    SettingRow addTo(GridPane form) {
        update();
        controls.getChildren().add(saved);
        VBox right = new VBox(controls, below);
        right.getStyleClass().add("setting");
        GridPane.setValignment(name, VPos.TOP);
        name.setId("name-" + name.getText().toLowerCase(Locale.ROOT).replace(' ', '-'));
        form.addRow(form.getRowCount(), name, right);
        return this;
    }
}

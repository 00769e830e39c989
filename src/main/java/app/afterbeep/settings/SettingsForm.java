package app.afterbeep.settings;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A section of the settings: names at the left, what is set beside them.
abstract class SettingsForm extends GridPane {
    private final SettingsViewModel model;

    SettingsForm(SettingsViewModel model) {
        this.model = model;
        look(this);
    }

    /// Makes a grid look like one.
    static void look(GridPane form) {
        form.getStyleClass().add("settings-form");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Label.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(names, values);
    }

    final SettingRow row(String name, String hint) {
        return new SettingRow(model, name, hint);
    }
}

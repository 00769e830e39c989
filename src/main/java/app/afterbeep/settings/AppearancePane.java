package app.afterbeep.settings;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;

import app.afterbeep.ui.Shortcut;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// The section Appearance of the settings: theme, size of the type, the window, the keys.
final class AppearancePane extends SettingsForm {
    /// @param keys shows all keys
    AppearancePane(SettingsViewModel model, Runnable keys) {
        super(model);
        FlowPane themes = new FlowPane();
        themes.getStyleClass().add("choices");
        themes.setPrefWrapLength(2000);
        themes.setMinWidth(0);
        ToggleGroup group = new ToggleGroup();
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("system", "System");
        titles.put("light", "Light");
        titles.put("dark", "Dark");
        titles.put("contrast-light", "High contrast, light");
        titles.put("contrast-dark", "High contrast, dark");
        for (String theme : titles.keySet()) {
            ToggleButton chip = chip("theme-" + theme, titles.get(theme), () -> {});
            chip.setSelected(model.field(Setting.THEME).text().get().equals(theme));
            choice(chip, group, () -> model.choose(Setting.THEME, theme));
            model.field(Setting.THEME).text().subscribe((before, now) -> chip.setSelected(now.equals(theme)));
            themes.getChildren().add(chip);
        }
        row("Theme", "System: light, dark or high contrast as the computer has it, also when that changes.").chosen(Setting.THEME, themes, () -> true).addTo(this);
        row("Font size", "From 9 to 36. The whole screen grows with it; 14 is normal.").typed(Setting.FONT_SIZE, "narrow", "", "").addTo(this);
        CheckBox onTop = new CheckBox("Stays above other windows");
        onTop.setId("setting-" + Setting.ON_TOP.key());
        model.field(Setting.ON_TOP).text().subscribe(value -> onTop.setSelected(value.equals("true")));
        onTop.setOnAction(e -> model.choose(Setting.ON_TOP, Boolean.toString(onTop.isSelected())));
        row("Window", "Handy beside a softphone; " + Shortcut.MINI.cap() + " makes it small.").chosen(Setting.ON_TOP, onTop, () -> true).addTo(this);
        row("Keys", "Every key, screen by screen. Each can be another one.").with(button("settings-keys", "Show and change keys", Shortcut.KEYS, keys)).addTo(this);
    }
}

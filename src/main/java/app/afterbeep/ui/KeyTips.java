package app.afterbeep.ui;

import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

/// Says in a tooltip what a button does and with which key, where it has no tooltip of its own. A tooltip is made when the mouse first comes
/// near: most never do.
final class KeyTips {
    private KeyTips() {}

    static void entered(EventTarget target) {
        if (target instanceof ButtonBase button && (button.getTooltip() == null || button.getTooltip().getProperties().containsKey(KeyTips.class))) {
            String words = words(button);
            if (words.isEmpty()) {
                button.setTooltip(null);
            } else if (button.getTooltip() == null) {
                Tooltip tip = new Tooltip(words);
                tip.getProperties().put(KeyTips.class, true);
                button.setTooltip(tip);
            } else {
                button.getTooltip().setText(words);
            }
        }
    }

    /// Empty where the button itself says all.
    static String words(ButtonBase button) {
        boolean silent = button.getText() == null || button.getText().isEmpty() || button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
        String name = silent ? String.valueOf(button.getAccessibleText()) : button.getText();
        if (button.getProperties().get(Shortcut.class) instanceof Shortcut shortcut) {
            return (silent ? name.replaceFirst(", key .*", "") : name) + "  ·  " + shortcut.cap();
        }
        return silent && button.getAccessibleText() != null ? name : "";
    }
}

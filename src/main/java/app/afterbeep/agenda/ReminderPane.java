package app.afterbeep.agenda;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.icon;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.agenda.ReminderViewModel.Shown;
import app.afterbeep.ui.Shortcut;
import atlantafx.base.controls.Notification;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A reminder above the screen: it makes room for itself, so that it covers nothing, and takes no keyboard.
public final class ReminderPane extends HBox {
    private final Notification notification = new Notification("", icon("fth-bell"));
    private final Runnable left;

    /// @param left runs when the pane goes while it has the keyboard
    public ReminderPane(ReminderViewModel model, Runnable left) {
        this.left = left;
        setId("reminder");
        getStyleClass().add("reminder");
        notification.setId("reminder-text");
        HBox.setHgrow(notification, Priority.ALWAYS);
        Button open = button("reminder-open", "Open", Shortcut.REMINDER_OPEN, model::open);
        Button later = button("reminder-later", "Later", Shortcut.REMINDER_LATER, model::later);
        getChildren().addAll(notification, open, later);
        model.shown().subscribe(this::update);
    }

    private void update(@Nullable Shown shown) {
        if (shown == null) {
            boolean keyboard = isFocusWithin();
            show(this, false);
            if (keyboard) {
                left.run();
            }
            return;
        }
        String more = shown.more() == 0 ? "" : " · " + shown.more() + " more";
        notification.setMessage(shown.title() + " · " + shown.text() + more);
        notification.setAccessibleText(notification.getMessage());
        show(this, true);
    }
}

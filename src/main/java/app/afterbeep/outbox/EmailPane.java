package app.afterbeep.outbox;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;

import app.afterbeep.ui.Shortcut;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The selected email exactly as it will arrive, and what can be done with it.
final class EmailPane extends VBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final OutboxViewModel model;
    private final Label reason = label("", "why-now");
    private final Label to = label("", "email-to");
    private final Label subject = label("", "email-subject");
    private final TextArea body = new TextArea();
    private final Button open;
    private final Button sent;
    private final Button withdraw;
    private final Button copy;
    private final Button openSettings;

    /// @param settings opens the settings
    EmailPane(OutboxViewModel model, Runnable settings) {
        this.model = model;
        setId("email");
        getStyleClass().addAll("card", "beside");
        reason.setId("email-reason");
        to.setId("email-to");
        subject.setId("email-subject");
        body.setId("email-body");
        body.setEditable(false);
        body.setWrapText(true);
        body.setAccessibleText("Text of the email");
        body.getStyleClass().add("email-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        for (Label wrapped : new Label[] {reason, to, subject}) {
            wrapped.setWrapText(true);
            wrapped.setMinHeight(USE_PREF_SIZE);
            wrapped.setMaxWidth(Double.MAX_VALUE);
        }
        GridPane head = new GridPane();
        head.getStyleClass().add("email-head");
        head.addRow(0, named("To", to), to);
        head.addRow(1, named("Subject", subject), subject);
        head.setMinHeight(USE_PREF_SIZE);
        open = button("email-open", "Open in mail program", Shortcut.MAIL, model::open);
        sent = button("email-sent", "Mark as sent", Shortcut.MARK_SENT, model::markSent);
        withdraw = button("email-withdraw", "Withdraw", Shortcut.WITHDRAW, model::withdraw);
        copy = button("email-copy", "Copy", Shortcut.COPY, model::copy);
        openSettings = button("email-settings", "Open Settings", settings, "accent");
        openSettings.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, reason, openSettings, body, row(open, copy), row(sent, withdraw));
        model.selected().subscribe(this::update);
    }

    private static HBox row(Button first, Button second) {
        HBox row = new HBox(first, second);
        row.getStyleClass().add("row");
        row.setMinHeight(USE_PREF_SIZE);
        first.setMaxWidth(Double.MAX_VALUE);
        second.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(first, Priority.ALWAYS);
        return row;
    }

    private static Label named(String text, Label what) {
        Label name = label(text, "text-muted");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(what);
        return name;
    }

    private void update(@Nullable Email email) {
        if (email == null) {
            return;
        }
        to.setText(email.to());
        subject.setText(model.subject(email));
        if (!body.getText().equals(model.body(email))) {
            body.setText(model.body(email));
        }
        boolean handedOver = model.handedOver(email) && model.canMark(email);
        accent(open, !handedOver && model.canOpen(email));
        accent(sent, handedOver);
        open.setDisable(!model.canOpen(email));
        sent.setDisable(!model.canMark(email));
        withdraw.setDisable(!model.canWithdraw(email));
        show(openSettings, model.lacksMine(email));
        reason.pseudoClassStateChanged(OVER, email.state() == Email.State.SENT || email.state() == Email.State.WITHDRAWN);
        reason.pseudoClassStateChanged(MISSED, email.state() == Email.State.FAILED || email.state() == Email.State.WAITING && !email.problem().isEmpty());
        tick();
    }

    /// The keyboard to the first thing that can be done with the email.
    void takeKeyboard() {
        (open.isDisabled() ? withdraw.isDisabled() ? copy : withdraw : open).requestFocus();
    }

    private static void accent(Button button, boolean accent) {
        button.getStyleClass().remove("accent");
        if (accent) {
            button.getStyleClass().add("accent");
        }
    }

    /// Every second: what is left of the undo window.
    void tick() {
        Email email = model.selected().get();
        if (email != null) {
            reason.setText(model.handedOver(email) && model.canMark(email) ? "Opened in your mail program. Once it has left there, mark it as sent."
                : model.reason(email));
            show(reason, !reason.getText().isEmpty());
        }
    }
}

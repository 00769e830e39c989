package app.afterbeep.outbox;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.tabLeaves;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.Shortcut;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The selected email exactly as it will arrive, and what can be done with it. While it is being edited, its own text without the foot.
final class EmailPane extends VBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final OutboxViewModel model;
    private final Label reason = label("", "why-now");
    private final GridPane head = new GridPane();
    private final Label from = value("email-from");
    private final Label to = value("email-to");
    private final Label replyTo = value("email-reply-to");
    private final Label subject = value("email-subject");
    private final TextField newTo = field("edit-to", "Address");
    private final TextField newSubject = field("edit-subject", "Subject");
    private final TextArea body = area("email-body", "Text of the email");
    private final TextArea newBody = tabLeaves(area("edit-body", "Text of the email, without its foot"));
    private final Button send;
    private final Button open;
    private final Button sent;
    private final Button notLeft;
    private final Button edit;
    private final Button withdraw;
    private final Button openSettings;
    private final FlowPane actions = new FlowPane();
    private final FlowPane editing;
    private @Nullable Email edited;

    /// @param settings opens the settings
    EmailPane(OutboxViewModel model, Runnable settings) {
        this.model = model;
        setId("email");
        getStyleClass().addAll("card", "beside");
        reason.setId("email-reason");
        wrapped(reason);
        reason.setMaxWidth(Double.MAX_VALUE);
        body.setEditable(false);
        StackPane text = new StackPane(body, newBody);
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMinHeight(0);
        head.getStyleClass().add("email-head");
        head.addRow(0, named("From", from), from);
        head.addRow(1, named("To", to), new StackPane(to, newTo));
        head.addRow(2, named("Reply to", replyTo), replyTo);
        head.addRow(3, named("Subject", subject), new StackPane(subject, newSubject));
        head.setMinHeight(USE_PREF_SIZE);
        send = button("email-send", "Send", Shortcut.SEND, model::send);
        open = button("email-open", "Open in mail program", Shortcut.MAIL, model::open);
        sent = button("email-sent", "Mark as sent", Shortcut.MARK_SENT, model::markSent);
        notLeft = button("email-not-left", "It has not left", Shortcut.NOT_LEFT, model::notLeft);
        edit = button("email-edit", "Edit", Shortcut.EDIT, this::edit);
        withdraw = button("email-withdraw", "Withdraw", Shortcut.WITHDRAW, model::withdraw);
        Button copy = button("email-copy", "Copy", Shortcut.COPY, model::copy);
        Button save = button("email-save", "Save as file", Shortcut.SAVE_FILE, this::saveFile);
        openSettings = button("email-settings", "Open Settings", settings, "accent");
        openSettings.setMinHeight(USE_PREF_SIZE);
        // What can be done most likely comes first; what can't be done is not there.
        actions.getChildren().addAll(send, edit, withdraw, open, copy, sent, notLeft, save);
        editing = new FlowPane(button("edit-keep", "Keep changes", Shortcut.KEEP, this::keep, "accent"),
            button("edit-cancel", "Cancel", Shortcut.CLOSE, this::cancel));
        for (FlowPane flow : List.of(actions, editing)) {
            flow.getStyleClass().add("choices");
            flow.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(head, reason, openSettings, text, actions, editing);
        model.selected().subscribe(this::update);
    }

    private static Label value(String id) {
        Label value = label("", id);
        value.setId(id);
        wrapped(value);
        value.setMaxWidth(Double.MAX_VALUE);
        return value;
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        return field;
    }

    private static TextArea area(String id, String name) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setAccessibleText(name);
        area.getStyleClass().add("email-body");
        return area;
    }

    private static Label named(String text, Label what) {
        Label name = label(text, "text-muted");
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(what);
        return name;
    }

    private void update(@Nullable Email email) {
        // What was typed is kept, on the email that it was typed for.
        if (edited != null && (email == null || email.id() != edited.id())) {
            keep();
        }
        if (email == null) {
            return;
        }
        Letter letter = model.letter(email);
        from.setText(letter.from().isEmpty() ? "" : letter.fromName().isEmpty() ? letter.from() : letter.fromName() + " <" + letter.from() + ">");
        to.setText(letter.to());
        replyTo.setText(letter.replyTo());
        subject.setText(letter.subject());
        row(from, !letter.from().isEmpty() && edited == null);
        row(replyTo, !letter.replyTo().isEmpty() && edited == null);
        if (!body.getText().equals(letter.text())) {
            body.setText(letter.text());
        }
        boolean unknown = email.state() == Email.State.UNKNOWN;
        boolean account = model.sending().account().isPresent();
        Button first = unknown ? sent : model.canSend(email) && account || model.asked(email) ? send : open;
        for (Button button : List.of(send, open, sent)) {
            accent(button, button == first && (button != open || model.canOpen(email)));
        }
        sent.setText(unknown ? "It has left" : "Mark as sent");
        sent.setAccessibleText(sent.getText() + ", key " + Shortcut.MARK_SENT.cap());
        send.setText(email.state() == Email.State.FAILED ? "Send again" : "Send");
        show(send, model.canSend(email) && account && !model.asked(email));
        show(open, model.canOpen(email));
        show(edit, model.canEdit(email));
        show(sent, model.canMark(email));
        show(withdraw, model.canWithdraw(email));
        show(notLeft, unknown);
        reason.pseudoClassStateChanged(OVER, email.state() == Email.State.SENT || email.state() == Email.State.WITHDRAWN);
        reason.pseudoClassStateChanged(MISSED, email.state() == Email.State.FAILED || email.state() == Email.State.WAITING && !email.problem().isEmpty());
        dress();
        tick();
    }

    /// Shows either the letter or what is being edited.
    private void dress() {
        boolean now = edited != null;
        for (Node reading : new Node[] {to, subject, body}) {
            reading.setVisible(!now);
        }
        for (Node writing : new Node[] {newTo, newSubject, newBody}) {
            show(writing, now);
        }
        show(actions, !now);
        show(editing, now);
        Email email = model.selected().get();
        show(openSettings, !now && email != null && model.lacksMine(email));
    }

    private void row(Label what, boolean visible) {
        head.getChildren().stream().filter(node -> GridPane.getRowIndex(node).equals(GridPane.getRowIndex(what))).forEach(node -> show(node, visible));
    }

    /// Opens the email for editing; says nothing when it has left already.
    void edit() {
        Email email = edited == null ? model.rewrite() : null;
        if (email == null) {
            return;
        }
        edited = email;
        newTo.setText(email.to());
        newSubject.setText(model.editable(email));
        newBody.setText(email.body());
        update(email);
        newBody.requestFocus();
        newBody.home();
    }

    boolean editing() {
        return edited != null;
    }

    /// Keeps what was typed.
    void keep() {
        Email email = edited;
        if (email != null) {
            leave();
            model.edit(email, newTo.getText(), newSubject.getText(), newBody.getText());
        }
    }

    /// Forgets what was typed.
    void cancel() {
        if (edited != null) {
            leave();
            model.cancel();
        }
    }

    private void leave() {
        boolean keyboard = newBody.isFocused() || newTo.isFocused() || newSubject.isFocused() || editing.getChildren().stream().anyMatch(Node::isFocused);
        edited = null;
        update(model.selected().get());
        dress();
        if (keyboard) {
            takeKeyboard();
        }
    }

    /// Asks where, then saves the email as a file.
    void saveFile() {
        if (model.mayBeSaved()) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Save the email");
            chooser.setInitialFileName(model.fileName());
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Emails", "*.eml"));
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file != null) {
                model.save(file.toPath());
            }
        }
    }

    /// The keyboard to the first thing that can be done with the email.
    void takeKeyboard() {
        List<Node> wanted = new ArrayList<>(List.of(send, sent, open, withdraw));
        wanted.addAll(actions.getChildren());
        wanted.stream().filter(Node::isVisible).findFirst().ifPresent(Node::requestFocus);
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
            reason.setText(edited != null ? "Only this email changes, not the script." : model.reason(email));
            show(reason, !reason.getText().isEmpty());
        }
    }
}

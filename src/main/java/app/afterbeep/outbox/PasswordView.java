package app.afterbeep.outbox;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.controls.Sheets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The sheet that asks for the password of the mail account.
public final class PasswordView extends VBox {
    private final SendingViewModel model;
    private final MainWindow window;
    private final Label problem = label("", "problem");
    private final Label whose = label("", "text-muted");
    private final PasswordField password = new PasswordField();
    private final CheckBox keep = new CheckBox("Keep it in this computer's keychain");
    private Runnable then = () -> {};

    public PasswordView(SendingViewModel model, MainWindow window) {
        this.model = model;
        this.window = window;
        Sheets.frame(this, "password-sheet", "password-sheet");
        whose.setWrapText(true);
        problem.setId("password-problem");
        wrapped(problem);
        password.setId("password");
        password.setAccessibleText("Password of the mail account");
        keep.setId("password-keep");
        keep.setSelected(true);
        Label name = label("Password");
        name.setLabelFor(password);
        Button done = button("password-done", "Use it", this::done, "accent");
        done.setDefaultButton(true);
        done.disableProperty().bind(password.textProperty().isEmpty());
        HBox foot = Sheets.foot(button("password-cancel", "Cancel", Shortcut.CLOSE, this::close), done);
        Label hint = wrapped(label("Without a keychain, or unticked, it is forgotten when Afterbeep ends. It is never written into the data file. Many providers "
            + "give an app password for this.", "text-muted", "text-small"));
        getChildren().addAll(label("Password of your mail account", "sheet-title"), problem, whose, name, password, keep, hint, foot);
    }

    /// Asks, unless no mail account is set up.
    ///
    /// @param why  why it is asked for, or ""
    /// @param next what to do once it is typed
    public void open(String why, Runnable next) {
        model.account().ifPresent(account -> {
            then = next;
            problem.setText(why);
            show(problem, !why.isEmpty());
            whose.setText(account.user() + " at " + account.host());
            password.clear();
            window.openSheet(this, this::close);
            password.requestFocus();
        });
    }

    private void close() {
        password.clear();
        window.closeSheet();
    }

    private void done() {
        String typed = password.getText();
        if (!typed.isEmpty()) {
            close();
            model.type(typed, keep.isSelected(), then);
        }
    }
}

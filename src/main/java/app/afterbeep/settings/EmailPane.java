package app.afterbeep.settings;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.wrapped;

import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The section Email of the settings: the account, and how emails leave.
final class EmailPane extends SettingsForm {
    EmailPane(SettingsViewModel model) {
        super(model);
        row("Server", "Your provider's server for outgoing mail (SMTP). Empty: you send from your own mail program.")
            .typed(Setting.MAIL_HOST, "wide", "", "").prompt("smtp.example.com").addTo(this);
        HBox kinds = new HBox();
        kinds.getStyleClass().add("row");
        ToggleGroup group = new ToggleGroup();
        for (String kind : new String[] {"starttls", "tls"}) {
            ToggleButton chip = chip("mail-" + kind, kind.equals("tls") ? "TLS" : "STARTTLS", () -> {});
            chip.setSelected(model.field(Setting.MAIL_SECURITY).text().get().equals(kind));
            choice(chip, group, () -> model.chooseSecurity(kind));
            model.field(Setting.MAIL_SECURITY).text().subscribe((before, now) -> chip.setSelected(now.equals(kind)));
            kinds.getChildren().add(chip);
        }
        row("Connection", "Always encrypted, and the server has to prove its name.").typed(Setting.MAIL_PORT, "narrow", "port", "")
            .chosen(Setting.MAIL_SECURITY, kinds, () -> true).addTo(this);
        row("User name", "Mostly your address. The password is asked for when it is needed, and kept by this computer's keychain or not at all.")
            .typed(Setting.MAIL_USER, "wide", "", "").prompt("dana@example.com").addTo(this);
        row("My address", "The sender of every email, with your name.").typed(Setting.MAIL_FROM, "wide", "", "").prompt("dana@example.com").addTo(this);
        row("Answers go to", "Empty: to the sender.").typed(Setting.MAIL_REPLY_TO, "wide", "", "").addTo(this);
        Label tested = wrapped(label("", "plain-value"));
        tested.setId("mail-tested");
        tested.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(tested, Priority.ALWAYS);
        model.mailTest().subscribe(answer -> {
            tested.setText(answer.words());
            tested.getStyleClass().remove("problem");
            if (!answer.good()) {
                tested.getStyleClass().add("problem");
            }
        });
        row("", "Test connects and signs in; it sends nothing.").with(button("mail-test", "Test", model::testMail))
            .with(button("mail-password", "Password", model::askPassword)).with(tested).addTo(this);
        row("Postal address", "At the foot of every email, beside your name and company. Many countries ask for it.")
            .typed(Setting.POSTAL_ADDRESS, "wide", "", "").prompt("12 Dock Road, Philadelphia, PA 19147").addTo(this);
        row("Pace", "So many seconds pass between two emails; then it looks like you, not like a machine.")
            .typed(Setting.MAIL_PACE_SECONDS, "narrow", "", "seconds").addTo(this);
        row("Daily limit", "What is left goes on the next day.").typed(Setting.MAIL_DAILY_LIMIT, "narrow", "", "emails a day").addTo(this);
        CheckBox automatic = new CheckBox("Send by itself when ready");
        automatic.setId("setting-" + Setting.MAIL_AUTOMATIC.key());
        automatic.setAccessibleText("Send emails by themselves when they are ready");
        model.field(Setting.MAIL_AUTOMATIC).text().subscribe(value -> automatic.setSelected(value.equals("true")));
        automatic.setOnAction(e -> model.choose(Setting.MAIL_AUTOMATIC, Boolean.toString(automatic.isSelected())));
        row("Sending", "Else each email waits for your Send.").chosen(Setting.MAIL_AUTOMATIC, automatic, () -> true).addTo(this);
    }
}

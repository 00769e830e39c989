package app.afterbeep.settings;

import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.chip;
import static app.afterbeep.ui.controls.Controls.choice;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.settings.SettingsViewModel.DialChoice;
import app.afterbeep.ui.Shortcut;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The settings: sections at the left, the one that was chosen beside them. Nothing needs a Save button.
public final class SettingsView extends BorderPane {
    private final SettingsViewModel model;
    private final VBox sections = new VBox();
    private final ToggleGroup chosen = new ToggleGroup();
    private final ScrollPane page = new ScrollPane();
    private final PlaceHoursViewModel places;
    private final Section backups;
    private final Label zone = label("", "plain-value");

    /// A section that another feature has to show here.
    ///
    /// @param shown runs when it comes to the front
    /// @param keys  does what a shortcut asks for while it is there
    public record Section(String title, Node content, Runnable shown, Predicate<Shortcut> keys) {}

    /// @param keys shows all keys
    public SettingsView(SettingsViewModel model, PlaceHoursViewModel places, Runnable keys, Section backups) {
        this.backups = backups;
        this.model = model;
        this.places = places;
        setId("settings");
        getStyleClass().add("screen");
        HBox bar = new HBox(label("Settings", "screen-title"), label("Saved as you type", "text-muted"));
        bar.getStyleClass().add("screen-bar");
        setTop(bar);
        sections.getStyleClass().add("sections");
        page.setFitToWidth(true);
        page.setFocusTraversable(false);
        page.getStyleClass().add("edge-to-edge");
        section("Me", me());
        section("Calling hours", hours(), new PlaceHoursPane(places));
        section("Pace and targets", pace());
        section("Coach", coach());
        section("Block", block());
        section("Reminders", reminders());
        section("Dialing", dialing());
        section("Email", new EmailPane(model));
        section("Appearance", new AppearancePane(model, keys));
        section(backups.title(), backups.content());
        section("Data", data());
        section("About", new AboutPane(model));
        VBox card = new VBox(page);
        card.getStyleClass().addAll("card", "settings-card");
        VBox.setVgrow(page, Priority.ALWAYS);
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox desk = new HBox(sections, card);
        desk.getStyleClass().add("desk");
        setCenter(desk);
        ((ToggleButton) sections.getChildren().getFirst()).fire();
    }

    private void section(String title, Node... parts) {
        VBox content = new VBox(label(title, "sheet-title"));
        content.getChildren().addAll(parts);
        content.getStyleClass().add("settings-page");
        String id = "settings-" + title.toLowerCase(Locale.ROOT).replace(' ', '-');
        ToggleButton entry = new ToggleButton(title);
        entry.setId(id);
        entry.setAccessibleText(title);
        entry.getStyleClass().add("section-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        choice(entry, chosen, () -> {
            page.setContent(content);
            page.setVvalue(0);
            if (title.equals(backups.title())) {
                backups.shown().run();
            }
        });
        sections.getChildren().add(entry);
    }

    private static GridPane form() {
        GridPane form = new GridPane();
        SettingsForm.look(form);
        return form;
    }

    private SettingRow row(String name, String hint) {
        return new SettingRow(model, name, hint);
    }

    private GridPane me() {
        GridPane form = form();
        row("My name", "As you say it on the phone. Every message begins with it.").typed(Setting.MY_NAME, "wide", "", "")
            .prompt("Dana Reyes").addTo(form);
        row("My company", "As you say it, without Inc. or Ltd.").typed(Setting.MY_COMPANY, "wide", "", "").prompt("Northline").addTo(form);
        row("My number", "For scripts that say it with {{my_phone}}. The default messages don't: they say when you will call.")
            .typed(Setting.MY_PHONE, "wide", "", "").prompt("+1 215 555 0142").addTo(form);
        row("What they struggle with", "“I keep hearing about …” One pain that your prospects recognise, in their words.")
            .typed(Setting.MY_PROBLEM, "wide", "", "").prompt("small delays that everyone works around").addTo(form);
        row("What changed for others", "“Customers of ours …” One result, with a figure if you have one.")
            .typed(Setting.MY_RESULT, "wide", "", "").prompt("got several hours of their week back").addTo(form);
        return form;
    }

    private GridPane hours() {
        GridPane form = form();
        row("Legal hours", "At the prospect's place. Nobody is dialed outside them; US law says 8:00 am to 9:00 pm, some states less (below).")
            .typed(Setting.LEGAL_FROM, "middle", "from", "").typed(Setting.LEGAL_TO, "middle", "to", "").addTo(form);
        row("Preferred hours", "At the prospect's place, on working days. Cadence and first calls keep to them.")
            .typed(Setting.PREFERRED_FROM, "middle", "from", "").typed(Setting.PREFERRED_TO, "middle", "to", "").addTo(form);
        row("Calls a day", "To one number, whoever shares it. Promises and callbacks are placed however many there were; nobody is called twice a day by a cadence.")
            .typed(Setting.ATTEMPTS_PER_NUMBER, "narrow", "", "a number").addTo(form);
        row("My hours", "Your own clock. You only promise calls inside them.")
            .typed(Setting.MY_FROM, "middle", "from", "").typed(Setting.MY_TO, "middle", "to", "").addTo(form);
        row("My country", "Numbers without a country code are read as from there, and its public holidays are days off. "
            + "Empty: the computer's.").typed(Setting.COUNTRY, "wide", "", "").prompt(model.country()).addTo(form);
        zone.setId("settings-zone");
        row("My time zone", "The computer's. When that changes, Afterbeep follows within a minute.").with(zone).addTo(form);
        return form;
    }

    private GridPane pace() {
        GridPane form = form();
        row("Target", "The timer is green up to here.").typed(Setting.TARGET_SECONDS, "narrow", "", "seconds a message").addTo(form);
        row("Limit", "Amber up to here, red beyond. Advice differs, from 8 to 40 seconds.")
            .typed(Setting.LIMIT_SECONDS, "narrow", "", "seconds a message").addTo(form);
        SettingRow pace = row("Pace", "Until your own pace is known from timed messages.").typed(Setting.WORDS_PER_MINUTE, "narrow", "", "words a minute");
        pace.addTo(form);
        model.learned().subscribe(learned -> pace.rest(learned == null ? "Until your own pace is known from timed messages."
            : "Yours is known, and used: " + learned.words() + "."));
        row("Due calls", "So many due calls, then somebody fresh.").typed(Setting.DUE_PER_FRESH, "narrow", "", "before one fresh prospect").addTo(form);
        row("Undo window", "An email waits so long for an Undo before it may leave.").typed(Setting.UNDO_SECONDS, "narrow", "", "seconds").addTo(form);
        flag(form, Setting.RECYCLE_NOT_INTERESTED, "Not interested", "Rest and come back with the next series",
            "Else such a prospect is closed for good.");
        return form;
    }

    private GridPane coach() {
        GridPane form = form();
        row("Who is calling", "Your name comes within so many words; after that they still wonder who it is.")
            .typed(Setting.WHO_WITHIN_WORDS, "narrow", "", "words").addTo(form);
        row("Longest sentence", "What can be followed by ear.").typed(Setting.SENTENCE_WORDS, "narrow", "", "words").addTo(form);
        row("Repeats", "Two messages that share so much of their words count as one.")
            .typed(Setting.SIMILAR_PERCENT, "narrow", "", "percent").addTo(form);
        return form;
    }

    /// A setting that is on or off.
    private void flag(GridPane form, Setting setting, String name, String on, String hint) {
        CheckBox box = new CheckBox(on);
        box.setId("setting-" + setting.key());
        box.setAccessibleText(name + ": " + on);
        model.field(setting).text().subscribe(value -> box.setSelected(value.equals("true")));
        box.setOnAction(e -> model.choose(setting, Boolean.toString(box.isSelected())));
        row(name, hint).chosen(setting, box, () -> true).addTo(form);
    }

    private GridPane reminders() {
        GridPane form = form();
        flag(form, Setting.REMIND_IN_APP, "In Afterbeep", "Say it above the screen",
            "5 minutes before a promise, callback or meeting, and at the time. The prospect on the screen stays.");
        flag(form, Setting.REMIND_SYSTEM, "By the computer", "Show a notification of the system",
            "Where the computer has them: macOS, and Linux with notify-send. With the prospect's name.");
        return form;
    }

    private GridPane block() {
        GridPane form = form();
        row("Length", "One timed sitting of dialing. The next block starts with it.").typed(Setting.BLOCK_MINUTES, "narrow", "", "minutes").addTo(form);
        row("Goal", "What the bar at the top of the session fills up to.").typed(Setting.BLOCK_GOAL, "narrow", "", "attempts").addTo(form);
        return form;
    }

    private GridPane dialing() {
        GridPane form = form();
        HBox choices = new HBox();
        choices.getStyleClass().add("row");
        ToggleGroup group = new ToggleGroup();
        for (DialChoice choice : DialChoice.values()) {
            ToggleButton chip = chip("dial-" + choice.name().toLowerCase(Locale.ROOT), choice.title(), () -> {});
            chip.setSelected(model.dial().get() == choice);
            choice(chip, group, () -> model.choose(choice));
            model.dial().subscribe((before, now) -> chip.setSelected(now == choice));
            choices.getChildren().add(chip);
        }
        SettingRow how = row("Hand over to", "").chosen(Setting.DIAL_PATTERN, choices, () -> model.dial().get() != DialChoice.OWN).addTo(form);
        SettingRow own = row("Pattern", "{number} stands for the number, such as +12155550142.")
            .typed(Setting.DIAL_PATTERN, "wide", "", "").prompt("tel:{number}").addTo(form);
        model.dial().subscribe(choice -> {
            own.visible(choice == DialChoice.OWN);
            how.hint(switch (choice) {
                case TEL -> "The program that the computer has for telephone links: most softphones, or a paired mobile.";
                case SIP -> "The program that the computer has for SIP links.";
                case CALLTO -> "The program that the computer has for callto links, such as Skype for Business.";
                case OWN -> "For a softphone with an address of its own.";
                case COPY -> "The number goes to the clipboard. Dial on any phone.";
            }, false);
            if (choice == DialChoice.OWN && isVisible() && getScene() != null) {
                TextField field = own.field(Setting.DIAL_PATTERN);
                field.requestFocus();
                field.end();
            }
        });
        return form;
    }

    private GridPane data() {
        GridPane form = form();
        Label path = label(model.file(), "plain-value");
        path.setId("data-path");
        path.setWrapText(true);
        HBox.setHgrow(path, Priority.ALWAYS);
        path.setMinHeight(Label.USE_PREF_SIZE);
        row("Data file", "Everything you import and log is in this one file, on this computer only.").with(path).addTo(form);
        var copy = button("copy-path", "Copy path", Shortcut.COPY, model::copyPath);
        copy.setContentDisplay(ContentDisplay.RIGHT);
        row("", "").with(copy).addTo(form);
        return form;
    }

    /// To be called when the screen comes to the front and when settings have changed.
    public void shown() {
        model.refresh();
        zone.setText(model.zone());
        places.refresh();
        if (front(backups.title())) {
            backups.shown().run();
        }
        if (isFocused()) {
            ((Node) chosen.getSelectedToggle()).requestFocus();
        }
    }

    private boolean front(String title) {
        return ((ToggleButton) chosen.getSelectedToggle()).getText().equals(title);
    }

    /// Does what a shortcut asks for; false when it means nothing here.
    public boolean press(Shortcut shortcut) {
        if (front(backups.title()) && backups.keys().test(shortcut)) {
            return true;
        }
        if (shortcut == Shortcut.COPY && front("Data")) {
            model.copyPath();
            return true;
        }
        if (front("About") && about(shortcut)) {
            return true;
        }
        if (shortcut == Shortcut.CLOSE) {
            ((Node) chosen.getSelectedToggle()).requestFocus();
            return true;
        }
        return false;
    }

    private boolean about(Shortcut shortcut) {
        switch (shortcut) {
            case COPY -> model.copyAbout();
            case OPEN_FOLDER -> model.openFolder();
            case LICENCES -> model.openLicences();
            default -> {
                return false;
            }
        }
        return true;
    }
}

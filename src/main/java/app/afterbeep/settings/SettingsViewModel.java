package app.afterbeep.settings;

import app.afterbeep.scripts.Pace;
import app.afterbeep.settings.SettingRules.Judged;
import app.afterbeep.start.Program;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the settings screen shows and does: one field for each setting, saved one by one. On the FX thread.
public final class SettingsViewModel {
    private static final Set<Setting> ACCOUNT = EnumSet.of(Setting.MAIL_HOST, Setting.MAIL_PORT, Setting.MAIL_SECURITY, Setting.MAIL_USER, Setting.MAIL_FROM);

    private final SettingsService service;
    private final Background background;
    private final Handoff handoff;
    private final Notices notices;
    private final Supplier<Settings> settings;
    private final Effects effects;
    private final Path file;
    private final Supplier<ZoneId> zone;
    private final Map<Setting, Field> fields = new EnumMap<>(Setting.class);
    private final Mail mail;
    private final Callable<Pace> pace;
    private final ReadOnlyObjectWrapper<@Nullable Pace> learned = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MailTest> mailTest = new ReadOnlyObjectWrapper<>(new MailTest(true, ""));
    private final ReadOnlyObjectWrapper<DialChoice> dial = new ReadOnlyObjectWrapper<>(DialChoice.TEL);

    /// @param settings as they are now
    /// @param file     the data file
    /// @param zone     the rep's time zone, which may change
    /// @param mail     tries the mail account
    /// @param pace     the rep's, read on the database thread
    public SettingsViewModel(SettingsService service, Background background, Handoff handoff, Notices notices, Supplier<Settings> settings,
                             Effects effects, Path file, Supplier<ZoneId> zone, Mail mail, Callable<Pace> pace) {
        this.service = service;
        this.background = background;
        this.handoff = handoff;
        this.notices = notices;
        this.settings = settings;
        this.effects = effects;
        this.file = file;
        this.zone = zone;
        this.mail = mail;
        this.pace = pace;
        for (Setting setting : Setting.values()) {
            fields.put(setting, new Field(SettingRules.shown(setting, settings.get())));
        }
        dial.set(DialChoice.of(settings.get().text(Setting.DIAL_PATTERN)));
    }

    /// What a change does at once.
    ///
    /// @param changed takes the new settings
    /// @param look    after another theme or size of the type, then
    /// @param session after any other change, then: draws the session again
    public record Effects(Consumer<Settings> changed, Runnable look, Runnable session) {}

    /// What the outbox does for this screen.
    ///
    /// @param test     tries the mail account, and says how that went, as often as there is news
    /// @param password asks for its password
    public record Mail(Consumer<Consumer<MailTest>> test, Runnable password) {}

    /// How a try of the mail account went.
    public record MailTest(boolean good, String words) {}

    /// How a number reaches the phone.
    public enum DialChoice {
        TEL("tel:", "tel:{number}"), SIP("sip:", "sip:{number}"), CALLTO("callto:", "callto:{number}"), OWN("Own pattern", ""),
        COPY("Copy only", "");

        private final String title;
        private final String pattern;

        DialChoice(String title, String pattern) {
            this.title = title;
            this.pattern = pattern;
        }

        public String title() {
            return title;
        }

        static DialChoice of(String pattern) {
            for (DialChoice choice : new DialChoice[] {TEL, SIP, CALLTO}) {
                if (choice.pattern.equals(pattern)) {
                    return choice;
                }
            }
            return pattern.isEmpty() ? COPY : OWN;
        }
    }

    /// One setting on the screen.
    public static final class Field {
        private final StringProperty text;
        private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
        private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();
        private String kept;

        private Field(String shown) {
            text = new SimpleStringProperty(shown);
            kept = shown;
            text.subscribe((before, now) -> saved.set(false));
        }

        /// As it is being typed.
        public StringProperty text() {
            return text;
        }

        /// Why it is not saved, or "".
        public ReadOnlyStringProperty problem() {
            return problem.getReadOnlyProperty();
        }

        /// It was saved, and not touched since.
        public ReadOnlyBooleanProperty saved() {
            return saved.getReadOnlyProperty();
        }
    }

    public Field field(Setting setting) {
        return fields.get(setting);
    }

    public ReadOnlyObjectProperty<DialChoice> dial() {
        return dial.getReadOnlyProperty();
    }

    /// Shows what was set elsewhere; what is being typed stays.
    public void refresh() {
        background.db(pace, learned -> this.learned.set(learned.measured() ? learned : null));
        fields.forEach((setting, field) -> {
            if (field.text.get().equals(field.kept)) {
                show(setting, field);
            }
        });
    }

    private void show(Setting setting, Field field) {
        String shown = SettingRules.shown(setting, settings.get());
        field.kept = shown;
        if (!field.text.get().equals(shown)) {
            boolean saved = field.saved.get();
            field.text.set(shown);
            field.saved.set(saved);
        }
    }

    /// Saves what was typed when it is good; else says why not, and the old value holds. For a pause in typing.
    public void save(Setting setting) {
        Field field = field(setting);
        switch (SettingRules.judge(setting, field.text.get(), settings.get())) {
            case Judged.Bad(String why) -> field.problem.set(why);
            case Judged.Good(String value) -> {
                field.problem.set("");
                if (!value.equals(settings.get().text(setting))) {
                    keep(setting, value);
                }
            }
        }
    }

    /// Saves, and writes the value as it is kept. For the end of typing.
    public void leave(Setting setting) {
        save(setting);
        if (SettingsService.ME.contains(setting)) {
            background.db(service::typed, now -> { });
        }
        Field field = field(setting);
        if (field.problem.get().isEmpty()) {
            SettingRules.Judged judged = SettingRules.judge(setting, field.text.get(), settings.get());
            if (judged instanceof Judged.Good(String value)) {
                String shown = SettingRules.shown(setting, settings.get().with(setting, value));
                if (!field.text.get().equals(shown)) {
                    boolean saved = field.saved.get();
                    field.text.set(shown);
                    field.saved.set(saved);
                }
            }
        }
    }

    /// Sets a value that was chosen, not typed.
    public void choose(Setting setting, String value) {
        field(setting).text.set(value);
        save(setting);
    }

    /// Chooses how to dial. A pattern of one's own is saved once it is typed.
    public void choose(DialChoice choice) {
        if (dial.get() == choice) {
            return;
        }
        dial.set(choice);
        if (choice == DialChoice.OWN) {
            field(Setting.DIAL_PATTERN).problem.set("");
        } else {
            choose(Setting.DIAL_PATTERN, choice.pattern);
        }
    }

    private void keep(Setting setting, String value) {
        background.db(() -> service.save(Map.of(setting, value)), now -> {
            effects.changed().accept(now);
            if (ACCOUNT.contains(setting)) {
                // What was found out about the account before says nothing about this one.
                mailTest.set(new MailTest(true, ""));
            }
            Field field = field(setting);
            field.saved.set(true);
            field.kept = field.text.get();
            if (setting == Setting.THEME || setting == Setting.FONT_SIZE || setting == Setting.ON_TOP) {
                effects.look().run();
            } else {
                effects.session().run();
            }
            // The end of a span may only now be right.
            fields.forEach((other, its) -> {
                if (other != setting && !its.problem.get().isEmpty()) {
                    save(other);
                }
            });
        });
    }

    /// STARTTLS or TLS; the usual port comes with it, unless another was typed.
    public void chooseSecurity(String kind) {
        String usual = kind.equals("tls") ? "587" : "465";
        choose(Setting.MAIL_SECURITY, kind);
        if (field(Setting.MAIL_PORT).text.get().equals(usual)) {
            choose(Setting.MAIL_PORT, kind.equals("tls") ? "465" : "587");
        }
    }

    /// How the latest try of the mail account went.
    public ReadOnlyObjectProperty<MailTest> mailTest() {
        return mailTest.getReadOnlyProperty();
    }

    /// Tries the mail account, with what was typed last.
    public void testMail() {
        // Behind what is just being saved.
        background.db(() -> true, saved -> mail.test().accept(mailTest::set));
    }

    public void askPassword() {
        String lacking = settings.get().text(Setting.MAIL_HOST).isEmpty() || settings.get().text(Setting.MAIL_FROM).isEmpty() ? "Type the server and your address first."
            : settings.get().text(Setting.MAIL_USER).isEmpty() ? "Type the user name first. A server that wants none wants no password either." : "";
        if (lacking.isEmpty()) {
            mail.password().run();
        } else {
            mailTest.set(new MailTest(false, lacking));
        }
    }

    /// The rep's own pace; null until it is known.
    public ReadOnlyObjectProperty<@Nullable Pace> learned() {
        return learned.getReadOnlyProperty();
    }

    /// The country that numbers are read as from.
    public String country() {
        return SettingRules.countryName(settings.get().country());
    }

    /// What is handed to the softphone for a number.
    public String dialed() {
        String pattern = settings.get().text(Setting.DIAL_PATTERN);
        return pattern.isEmpty() ? "" : SettingRules.sample(pattern);
    }

    /// "Eastern (America/New_York)".
    public String zone() {
        ZoneId now = zone.get();
        return Times.zone(now) + " (" + now.getId() + ")";
    }

    public String file() {
        return file.toAbsolutePath().normalize().toString();
    }

    About about() {
        return new About(Program.version(), About.system(System::getProperty), Path.of(file()).getParent(), Program.licences());
    }

    void copyAbout() {
        handoff.copy(about().text());
        notices.show(Notice.done("Copied what stands here"));
    }

    /// The one with the data.
    void openFolder() {
        handoff.open(about().folder());
    }

    void openLicences() {
        about().licences().ifPresent(handoff::open);
    }

    public void copyPath() {
        handoff.copy(file());
        notices.show(Notice.done("Copied the path"));
    }
}

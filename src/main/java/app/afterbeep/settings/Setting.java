package app.afterbeep.settings;

/// One thing the rep can set: its name in the file and what holds until it is set.
public enum Setting {
    MY_NAME("my_name", ""),
    MY_COMPANY("my_company", ""),
    MY_PHONE("my_phone", ""),
    /// What the rep's customers suffered from, and what changed for them: the two ideas that the default series is about.
    MY_PROBLEM("my_problem", ""),
    MY_RESULT("my_result", ""),
    /// ISO 3166; how numbers without a country code are read. Empty: the region of the operating system.
    COUNTRY("country", ""),

    /// Legal calling hours at the prospect's place: US Telephone Consumer Protection Act, 47 CFR 64.1200(c)(1), 8 to 21.
    LEGAL_FROM("legal_from", "08:00"),
    LEGAL_TO("legal_to", "21:00"),
    /// When cadence and fresh calls are placed, on working days at the prospect's place.
    PREFERRED_FROM("preferred_from", "08:30"),
    PREFERRED_TO("preferred_to", "17:30"),
    /// When the rep is at the phone, in the rep's own zone: promises are only made for these hours.
    MY_FROM("my_from", "08:00"),
    MY_TO("my_to", "18:00"),

    /// Calls to one number on one of the rep's days, whoever shares it; promises and callbacks aside. Some states allow three in 24 hours.
    ATTEMPTS_PER_NUMBER("attempts_per_number", "3"),

    TARGET_SECONDS("target_seconds", "20"),
    LIMIT_SECONDS("limit_seconds", "30"),
    WORDS_PER_MINUTE("words_per_minute", "150"),
    /// What the coach allows: the words before the rep's name, the words of a sentence, and what two messages may share.
    WHO_WITHIN_WORDS("who_within_words", "25"),
    SENTENCE_WORDS("sentence_words", "25"),
    SIMILAR_PERCENT("similar_percent", "50"),
    /// Due cadence steps before one fresh prospect.
    DUE_PER_FRESH("due_per_fresh", "2"),
    /// How long an email waits for an undo before it may leave.
    UNDO_SECONDS("undo_seconds", "120"),
    /// The rep's own mail account. The password is never a setting: it is in the keychain of the OS, or in nobody's hands.
    MAIL_HOST("mail_host", ""),
    MAIL_PORT("mail_port", "587"),
    /// starttls or tls; there is no third.
    MAIL_SECURITY("mail_security", "starttls"),
    /// Empty: the server lets everybody in, as some do inside a company's network.
    MAIL_USER("mail_user", ""),
    MAIL_FROM("mail_from", ""),
    /// Where answers go; empty: to the sender.
    MAIL_REPLY_TO("mail_reply_to", ""),
    /// One line at the foot of every email: many countries ask for it.
    POSTAL_ADDRESS("postal_address", ""),
    /// Between two emails.
    MAIL_PACE_SECONDS("mail_pace_seconds", "20"),
    /// Emails on one of the rep's days.
    MAIL_DAILY_LIMIT("mail_daily_limit", "200"),
    /// Emails leave by themselves when their undo window is over.
    MAIL_AUTOMATIC("mail_automatic", "false"),
    /// Not interested: rest and recycle (true), or close for good.
    RECYCLE_NOT_INTERESTED("recycle_not_interested", "true"),
    BLOCK_MINUTES("block_minutes", "60"),
    BLOCK_GOAL("block_goal", "40"),

    /// Reminders of promises, callbacks and meetings, 5 minutes before and at the time: in the window, and by the system.
    REMIND_IN_APP("remind_in_app", "true"),
    REMIND_SYSTEM("remind_system", "true"),

    /// The address that hands a number to the softphone; `{number}` is replaced. Empty: copy only.
    DIAL_PATTERN("dial_pattern", "tel:{number}"),
    /// Where copies of the backups go too; empty: nowhere.
    BACKUP_FOLDER("backup_folder", ""),
    /// Which program the last export was for.
    EXPORT_FORMAT("export_format", "afterbeep"),
    /// system, light, dark, contrast-light or contrast-dark.
    THEME("theme", "system"),
    FONT_SIZE("font_size", "14"),
    /// The keys that the rep has chosen: "DIAL=J EXPORT=Ctrl+X".
    KEYS("keys", ""),
    /// Where the window was, and the small one: see the window's place.
    WINDOW_PLACE("window_place", ""),
    /// The window stays above those of other programs.
    ON_TOP("on_top", "false");

    private final String key;
    private final String initial;

    Setting(String key, String initial) {
        this.key = key;
        this.initial = initial;
    }

    public String key() {
        return key;
    }

    public String initial() {
        return initial;
    }
}

package app.afterbeep.settings;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the rep does with settings. On the database thread.
public final class SettingsService {
    /// What the messages say about the rep.
    static final Set<Setting> ME = EnumSet.of(Setting.MY_NAME, Setting.MY_COMPANY, Setting.MY_PHONE, Setting.MY_PROBLEM, Setting.MY_RESULT);

    private final SettingsStore store;
    private final Consumer<Map<String, String>> fillIn;

    /// @param fillIn fills in the emails that lacked one of the rep's values, given all of them by merge field
    public SettingsService(SettingsStore store, Consumer<Map<String, String>> fillIn) {
        this.store = store;
        this.fillIn = fillIn;
    }

    /// Keeps new values, which may still be being typed: no email gets them yet.
    ///
    /// @return all settings as they are now
    public Settings save(Map<Setting, String> changed) {
        store.save(changed);
        return store.load();
    }

    /// The rep has typed to the end: gives the emails that waited for one of the rep's values what they lacked.
    ///
    /// @return all settings as they are now
    public Settings typed() {
        Settings now = store.load();
        fillIn.accept(ME.stream().collect(Collectors.toMap(Setting::key, now::text)));
        return now;
    }
}

package app.afterbeep.settings;

import app.afterbeep.db.Database;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The settings in the file. On the database thread.
public final class SettingsStore {
    private static final Map<String, Setting> BY_KEY =
        Arrays.stream(Setting.values()).collect(Collectors.toMap(Setting::key, s -> s));

    private final Database database;

    public SettingsStore(Database database) {
        this.database = database;
    }

    /// Keys that this version does not know are left alone.
    public Settings load() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        database.sql().each("SELECT key, value FROM setting", r -> {
            Setting setting = BY_KEY.get(r.text("key"));
            if (setting != null) {
                values.put(setting, r.text("value"));
            }
        });
        return new Settings(values);
    }

    public void save(Setting setting, String value) {
        save(Map.of(setting, value));
    }

    public void save(Map<Setting, String> changed) {
        database.transaction(() -> {
            changed.forEach((setting, value) -> database.sql().update(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", setting.key(), value.strip()));
            return changed;
        });
    }
}

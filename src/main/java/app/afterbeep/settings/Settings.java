package app.afterbeep.settings;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// All settings at one moment; immutable. A value that can't be read counts as not set.
public record Settings(Map<Setting, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings initial() {
        return new Settings(Map.of());
    }

    public Settings with(Setting setting, String value) {
        Map<Setting, String> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        changed.put(setting, value.strip());
        return new Settings(changed);
    }

    public String text(Setting setting) {
        return values.getOrDefault(setting, setting.initial());
    }

    public int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting));
        } catch (NumberFormatException e) {
            return Integer.parseInt(setting.initial());
        }
    }

    public LocalTime time(Setting setting) {
        try {
            return LocalTime.parse(text(setting));
        } catch (java.time.format.DateTimeParseException e) {
            return LocalTime.parse(setting.initial());
        }
    }

    public boolean flag(Setting setting) {
        return text(setting).equals("true");
    }

    /// ISO 3166 country of the rep: as set, else the region of the operating system, else US.
    public String country() {
        String region = text(Setting.COUNTRY).isEmpty() ? Locale.getDefault().getCountry() : text(Setting.COUNTRY);
        return region.length() == 2 ? region.toUpperCase(Locale.ROOT) : "US";
    }
}

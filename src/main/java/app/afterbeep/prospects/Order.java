package app.afterbeep.prospects;

import java.util.Locale;

/// In which order prospects stand.
public record Order(By by, boolean descending) {
    /// The order of adding, as lists are worked.
    public static final Order ADDED = new Order(By.ADDED, false);

    /// What they are ordered by; who has no value for it stands at the end.
    public enum By {
        ADDED, NAME, COMPANY, LIST, NEXT_CALL, LAST_CALL
    }

    /// As it is remembered: "name", "last_call desc".
    @Override
    public String toString() {
        return by.name().toLowerCase(Locale.ROOT) + (descending ? " desc" : "");
    }

    /// What [#toString] has written; the order of adding for anything else.
    public static Order of(String text) {
        String[] words = text.split(" ");
        for (By by : By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(words[0])) {
                return new Order(by, words.length > 1);
            }
        }
        return ADDED;
    }
}

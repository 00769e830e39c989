package app.afterbeep.prospects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a person can be reached by phone. The words stand in the file and in CSV.
public enum Reach {
    /// Nobody has said so: the log suggests it.
    UNKNOWN("Unknown"),
    ANSWERS("Answers"),
    ASSISTANT("Assistant screens"),
    NEVER("Never answers");

    private final String label;

    Reach(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// In one word, where there is little room.
    public String brief() {
        return label.split(" ")[0];
    }

    /// The one that the key of the session screen sets after this one.
    public Reach next() {
        return values()[(ordinal() + 1) % values().length];
    }

    /// As it stands in the file: `assistant`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a code or a label says, in any case; empty for anything else.
    public static Optional<Reach> find(String text) {
        return Arrays.stream(values()).filter(reach -> reach.code().equalsIgnoreCase(text.strip()) || reach.label.equalsIgnoreCase(text.strip())).findFirst();
    }

    @Override
    public String toString() {
        return code();
    }
}

package app.afterbeep.coach;

import java.util.List;

/// Reads a draft. Pure: the same draft gets the same findings, on any thread, fast enough for every keystroke.
public final class Coach {
    private Coach() {}

    /// All findings, in the order of the text; those about the whole text last.
    public static List<Finding> read(Draft draft) {
        return List.of();
    }
}

package app.afterbeep.results;

import java.util.OptionalInt;

/// What became of promises, or of callbacks. Moved and released ones were neither kept nor broken, open ones are to come.
record Kept(int kept, int late, int missed, int moved, int released, int open) {
    static final Kept NONE = new Kept(0, 0, 0, 0, 0, 0);

    Kept plus(Kept other) {
        return new Kept(kept + other.kept, late + other.late, missed + other.missed, moved + other.moved, released + other.released,
            open + other.open);
    }

    /// Those that could be kept, and whose time is over.
    int due() {
        return kept + late + missed;
    }

    int all() {
        return due() + moved + released + open;
    }

    /// In percent of those that were due; empty when none was.
    OptionalInt rate() {
        return due() == 0 ? OptionalInt.empty() : OptionalInt.of(ResultsRules.percent(kept, due()));
    }
}

package app.afterbeep.faults;

import java.util.ArrayList;
import java.util.List;

/// What the tests of faults have counted: how often a fault was made, how, and what became of it. [Faults] makes its table of it.
public final class Tally {
    private static final List<Row> ROWS = new ArrayList<>();

    private Tally() {}

    /// @param how      how the fault was produced
    /// @param times    how often
    /// @param happened what became of it
    public record Row(String how, long times, String happened) {}

    /// As often as the long form wants with `-Dfaults.rounds=200`, else so few times.
    public static int rounds(int few) {
        return Integer.getInteger("faults.rounds", few);
    }

    /// Where a round takes longer than others: a share of the long form's.
    public static int rounds(int few, int share) {
        return Math.max(few, rounds(few) / share);
    }

    public static synchronized void add(String how, long times, String happened) {
        ROWS.add(new Row(how, times, happened));
    }

    /// What was counted since the last call.
    static synchronized List<Row> take() {
        List<Row> taken = List.copyOf(ROWS);
        ROWS.clear();
        return taken;
    }
}

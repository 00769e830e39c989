package app.afterbeep.session;

import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.ui.Background;
import java.util.Comparator;
import java.util.function.Consumer;

/// What the coach says of a message, in one line, for one place on the screen. Its first reading loads its rules, which takes longer than a screen may
/// stand still, so it reads on a thread of its own; of those that are asked for meanwhile only the latest is read. On the FX thread.
final class CoachLine {
    private final Background background;
    private volatile int asked;

    CoachLine(Background background) {
        this.background = background;
    }

    /// Reads `draft`, then tells `show` the worst that there is to mend; an answer that comes too late is not told.
    void read(Draft draft, Consumer<String> show) {
        int mine = asked + 1;
        asked = mine;
        background.io(() -> mine == asked ? line(draft) : "", line -> {
            if (mine == asked) {
                show.accept(line);
            }
        });
    }

    private static String line(Draft draft) {
        // What others of the list may lack is no matter of this call.
        return Coach.read(draft).stream().filter(finding -> finding.severity() != Finding.Severity.GOOD && !finding.rule().equals(Finding.NO_FALLBACK)).min(Comparator.comparing(Finding::severity))
            .map(finding -> "Coach: " + finding.title() + ". " + finding.sentence()).orElse("Coach: nothing to mend.");
    }
}

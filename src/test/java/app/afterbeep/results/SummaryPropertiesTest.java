package app.afterbeep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.AttemptStore.Source;
import app.afterbeep.calls.Outcome;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever order attempts come, go and are corrected in, the summaries say what a grouping and a window over the log say.
class SummaryPropertiesTest {
    private static final int PROSPECTS = 3;

    /// @param kind     0 to 5 add an attempt, 6 and 7 undo one, 8 and 9 correct one
    /// @param prospect by number
    /// @param hour     of the attempt, over five days; several share one, so that their order is that of their numbers
    /// @param pick     of the attempt that is undone or corrected
    record Act(int kind, int prospect, int outcome, int hour, int pick) {}

    @Property(tries = 60)
    void theSummariesAreTheLogs(@ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> numbers) throws IOException {
        Path folder = Files.createTempDirectory("steps");
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < PROSPECTS; i++) {
                desk.add("Person Number" + i, "+1212555010" + i);
            }
            ResultsStore store = new ResultsStore(desk.database.sql(), desk.clock);
            for (int n : numbers) {
                Act act = new Act(n % 10, n / 10 % PROSPECTS, n / 30 % 10, n / 300 % 40, n / 12_000);
                desk.database.transaction(() -> {
                    act(desk, act);
                    return true;
                });
                assertEquals(List.of(), store.wrongSteps(), act::toString);
                assertEquals(List.of(), store.wrongHours(), act::toString);
            }
        } finally {
            OwnerOnly.remove(folder);
        }
    }

    private static void act(Desk desk, Act act) {
        Instant at = desk.clock.instant().plusSeconds(act.hour() * 3 * 3600L);
        Outcome outcome = Outcome.values()[act.outcome()];
        if (act.kind() < 6) {
            Prospect prospect = desk.prospects.find(act.prospect() + 1L).orElseThrow();
            Long script = outcome == Outcome.LEFT_VOICEMAIL && act.kind() > 1 ? desk.number("SELECT min(id) FROM script_version") : null;
            desk.attempts.add(new AttemptStore.Entry(prospect, outcome, at, act.kind() == 0, Source.SESSION, "", script, null, null, null, null, null, null, ""));
            return;
        }
        long size = desk.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL");
        if (size == 0) {
            return;
        }
        long id = desk.number("SELECT id FROM attempt WHERE undone_at IS NULL ORDER BY id LIMIT 1 OFFSET ?", act.pick() % size);
        if (act.kind() < 8) {
            desk.database.sql().update("UPDATE attempt SET undone_at = ? WHERE id = ?", desk.clock.instant(), id);
        } else {
            desk.database.sql().update("""
                UPDATE attempt SET corrections = corrections + 1, corrected_at = ?, outcome = ?, at = ?, day = ? WHERE id = ?""",
                desk.clock.instant(), outcome, at, LocalDate.ofInstant(at, desk.clock.getZone()), id);
        }
    }
}

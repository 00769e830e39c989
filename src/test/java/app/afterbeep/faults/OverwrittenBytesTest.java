package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sixteen random bytes anywhere in the file: the program opens it or refuses it in words, and clicks, searches, exports and checks without a crash or a
/// hang; what does not work is said in words.
@Fault(value = 13, how = "16 random bytes overwritten anywhere in the data file")
class OverwrittenBytesTest {
    private static final int SEEDS = Tally.rounds(20);

    /// Each child has a bound of time.
    private static final int SEEDS_A_CHILD = 20;

    @TempDir Path folder;

    @Test
    void nothingCrashesOrHangsAndWhatIsFoundIsSaid() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (Desk desk = new Desk(data)) {
            RandomDay.people(desk, 400);
            for (int n = 0; n < 120; n++) {
                RandomDay.act(desk, n);
            }
        }
        List<String> said = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed += SEEDS_A_CHILD) {
            try (Child child = Child.start(folder, OverwrittenBytes.class, data.resolve("afterbeep.db"), folder, seed, Math.min(SEEDS_A_CHILD, SEEDS - seed))) {
                said.addAll(child.rest());
                assertEquals("done", said.isEmpty() ? "" : said.removeLast(), () -> "it ended or hung after " + said + child.errors());
            }
        }
        assertEquals(List.of(), said.stream().filter(line -> line.contains("UNEXPECTED")).toList());
        long refused = said.stream().filter(line -> line.matches("\\d+ refused.*")).count();
        long found = said.stream().filter(line -> line.matches("\\d+ found.*")).count();
        Tally.add("16 random bytes overwritten anywhere in the data file", SEEDS, "no crash, no hang; " + refused + " refused in words at the start, " + found
            + " found by the check, " + (SEEDS - refused - found) + " not (free pages, or texts: SQLite has no checksums)");
    }
}

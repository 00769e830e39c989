package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.Fault;
import app.afterbeep.faults.Tally;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import is killed again and again, anywhere: afterwards all of its rows are there or none, and what stood there before still does.
@Fault(value = 2, how = "SIGKILL of an importing process at a random moment")
class KilledWhileImportingTest {
    private static final int ROWS = 12_000;
    private static final int KILLS = Tally.rounds(4, 4);

    @TempDir Path folder;

    @Test
    void afterAKillAllRowsAreThereOrNone() throws Exception {
        String before;
        try (LogDesk desk = new LogDesk(folder)) {
            desk.list("Name,Phone\nAnn Lee,918 555 0142\n");
            before = desk.desk.state();
        }
        StringBuilder csv = new StringBuilder("Name,Phone,Email,Do Not Call\nAnn Lee,918 555 0142,,yes\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("Bob B").append(i).append(",917 ").append(200 + i / 10_000).append(" %04d".formatted(i % 10_000)).append(",b").append(i).append("@example.com,\n");
        }
        Path list = Files.writeString(folder.resolve("leads.csv"), csv);
        Random random = new Random(20261124);
        int none = 0;
        long slowest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (Child child = Child.start(folder, KilledWhileImporting.class, folder, list, kill % 4 == 2 ? "once" : "beside")) {
                child.await("recovered");
                child.ended(Duration.ofMillis(100 + random.nextInt(1500)));
            }
            long start = System.nanoTime();
            try (LogDesk desk = new LogDesk(folder)) {
                slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
                List<String> recovered = desk.importer.recover(Background.direct());
                long people = desk.desk.number("SELECT count(*) FROM prospect");
                assertTrue(people == 1 || people == ROWS + 1, people + " people, " + recovered);
                if (people == 1) {
                    none++;
                    assertEquals(before, desk.desk.state());
                    assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect_search WHERE prospect_search MATCH 'bob'"));
                } else {
                    assertEquals(ROWS, desk.desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL"));
                    assertEquals(ROWS, desk.desk.number("SELECT count(*) FROM prospect_search WHERE prospect_search MATCH 'bob'"));
                    desk.importer.takeBack(desk.desk.number("SELECT max(id) FROM import WHERE state = 'done'"), app.afterbeep.ui.Progress.unwatched());
                    assertEquals(before, desk.desk.state());
                }
                assertEquals(List.of(), desk.desk.database.check());
            }
        }
        assertTrue(slowest < 2_000, "the start after a kill took " + slowest + " ms");
        Tally.add("SIGKILL of an import of " + ROWS + " rows, beside the session and at once", KILLS, none + " times no row, " + (KILLS - none)
            + " times all; earlier data intact, file opened after it in " + slowest + " ms at most");
    }
}

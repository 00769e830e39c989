package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.exports.ExportService;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.LogDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while it writes files for others: under their names stands what stood there before or all of the new one.
@Fault(value = 4, how = "SIGKILL of an exporting process at a random moment")
class KilledWhileExportingTest {
    private static final int KILLS = Tally.rounds(2, 2);
    private static final int ROWS = 3000;

    @TempDir Path folder;

    @Test
    void underTheNameStandsTheWholeFileOrTheOneFromBefore() throws Exception {
        StringBuilder csv = new StringBuilder("Name,Phone,Email\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("Bob B").append(i).append(",917 555 %04d".formatted(i)).append(",b").append(i).append("@example.com\n");
        }
        Path target = Files.createDirectory(folder.resolve("exports"));
        try (LogDesk desk = new LogDesk(folder)) {
            desk.list(csv.toString());
            for (int n = 0; n < 60; n++) {
                RandomDay.act(desk.desk, n);
            }
        }
        // At the time of the child's clock: what a promise has become depends on it.
        try (LogDesk desk = new LogDesk(folder)) {
            desk.exporter.prospects(ExportService.Target.exact(target.resolve("prospects.csv")));
            desk.exporter.calls(ExportService.Target.exact(target.resolve("calls.csv")), LogFilter.all());
        }
        byte[] people = Files.readAllBytes(target.resolve("prospects.csv"));
        byte[] calls = Files.readAllBytes(target.resolve("calls.csv"));
        assertTrue(people.length > ROWS * 20 && calls.length > 1000);
        Random random = new Random(20261124);
        int earlier = 0;
        int halves = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Files.writeString(target.resolve("prospects.csv"), "earlier");
            Files.writeString(target.resolve("calls.csv"), "earlier");
            try (Child child = Child.start(folder, KilledWhileExporting.class, folder, target)) {
                if (kill % 2 == 0) {
                    // In the first one, or in any later one.
                    child.ended(Duration.ofMillis(random.nextInt(2500)));
                } else {
                    assertEquals("exported", child.line());
                    child.ended(Duration.ofNanos(random.nextInt(100_000_000)));
                }
                child.kill();
                assertEquals("", child.errors());
            }
            earlier += wholeOrEarlier(people, target.resolve("prospects.csv")) | wholeOrEarlier(calls, target.resolve("calls.csv"));
            halves += beside(target).size();
            // An hour later the next export takes away what the kill left beside it.
            for (Path half : beside(target)) {
                Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
            }
            try (LogDesk desk = new LogDesk(folder)) {
                desk.exporter.calls(ExportService.Target.exact(target.resolve("calls.csv")), LogFilter.all());
            }
            assertEquals(List.of(), beside(target), "names and numbers are left behind");
        }
        Tally.add("SIGKILL of an exporting process at a random moment", KILLS, earlier + " times the earlier file under the name, else the whole new one; " + halves
            + " half ones beside it, taken away by a later export");
    }

    /// @return 1 for the earlier one
    private static int wholeOrEarlier(byte[] whole, Path file) throws IOException {
        byte[] there = Files.readAllBytes(file);
        if (there.length == "earlier".length()) {
            assertEquals("earlier", new String(there, java.nio.charset.StandardCharsets.UTF_8));
            return 1;
        }
        assertArrayEquals(whole, there);
        return 0;
    }

    private static List<Path> beside(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
        }
    }
}

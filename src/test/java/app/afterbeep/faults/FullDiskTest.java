package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.FullDiskWindow;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Child.How;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The disk is full, for real: see [FullDisk] for what stands in where none may be mounted.
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
    @TempDir Path folder;

    @Test
    @Fault(value = 6, how = "a full disk under the real window, on a click")
    void theOutcomeAndAllThatWasEnteredStayOnTheScreenUntilThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String way = FullDisk.way(folder);
        try (Child child = Child.start(folder, How.after(FullDisk.before(way, disk, "24m")), FullDiskWindow.class, disk, way)) {
            List<String> said = child.rest();
            assertTrue(said.contains("done"), () -> said + child.errors());
            Tally.add("a full disk (" + way + ") under the real window, on a click", said.stream().filter(line -> line.startsWith("told")).count(),
                "said so each time, prospect, note and measured time stayed, nothing in the file; one key saved all of it once there was room");
        }
    }

    @ParameterizedTest
    @Fault(value = 7, how = "a full disk in an import, export or migration")
    @CsvSource({"import, 1, 4", "import beside, 1, 4", "export, 1, 4", "migration, 3, 2"})
    void whatDoesNotFitIsSaidAndEverythingEarlierStays(String what, int few, int share) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Files.writeString(folder.resolve("list.csv"), "Name,Phone,Email\n" + IntStream.range(0, 2000).mapToObj(i -> "Bob B" + i + ",917 555 %04d,b%d@example.com".formatted(i, i))
            .collect(Collectors.joining("\n")));
        String way = FullDisk.way(folder);
        int rounds = Tally.rounds(few, share);
        try (Child child = Child.start(folder, How.after(FullDisk.before(way, disk, "64m")), FullDiskFiles.class, what, disk, way, folder, rounds)) {
            List<String> said = child.rest();
            assertEquals("done", said.isEmpty() ? "" : said.getLast(), () -> said + child.errors());
            long told = said.stream().filter(line -> line.startsWith("told")).count();
            assertTrue(told > 0, said::toString);
            Tally.add("a full disk (" + way + ") in " + (what.equals("import beside") ? "an import beside the session" : "an " + what).replace("an m", "a m"), rounds, told
                + " did not fit, each said so; earlier data and files unchanged, no half ones, succeeded with room");
        }
    }
}

package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Child.How;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A backup that there is no room for: see [FullDiskTest].
@Fault(value = 7, how = "a full disk in a backup")
@EnabledOnOs(OS.LINUX)
class FullDiskBackupTest {
    @TempDir Path folder;

    @Test
    void whatDoesNotFitIsSaidAndTheEarlierBackupStays() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String way = FullDisk.way(folder);
        int rounds = Tally.rounds(4, 4);
        try (Child child = Child.start(folder, How.after(FullDisk.before(way, disk, "16m")), FullDiskBackups.class, disk, way, rounds)) {
            List<String> said = child.rest();
            assertEquals("done", said.isEmpty() ? "" : said.getLast(), () -> said + child.errors());
            Tally.add("a full disk (" + way + ") in a backup", rounds, "none fitted, each said so; data and earlier backup byte for byte the same, no half one, succeeded with room");
        }
    }
}

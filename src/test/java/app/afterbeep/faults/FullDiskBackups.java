package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.BackupService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Backups on a disk with less and less room: started by [FullDiskBackupTest] as a process of its own. Says what the rep is told.
public final class FullDiskBackups {
    private FullDiskBackups() {}

    /// @param args the folder that is the disk, how it becomes full, how many rounds
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        Path disk = Path.of(args[0]);
        FullDisk room = new FullDisk(disk, args[1]);
        Path file = disk.resolve("afterbeep.db");
        try (Desk desk = new Desk(disk)) {
            RandomDay.people(desk, 100);
        }
        byte[] data = Files.readAllBytes(file);
        MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);
        BackupService backups = new BackupService(file, clock, () -> "");
        Backup earlier = backups.backUp(Kind.REGULAR, "earlier");
        byte[] before = Files.readAllBytes(earlier.file());
        Random random = new Random(20261124);
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            room.fill(round == 0 ? 0 : random.nextLong(data.length));
            try {
                backups.backUp(Kind.BEFORE_IMPORT, "round " + round);
                throw new AssertionError("there was room for it");
            } catch (AppException e) {
                assertTrue(String.valueOf(e.getMessage()).contains("Make room"), e.getMessage());
                out.println("told: " + e.getMessage());
            } finally {
                room.makeRoom();
            }
            assertArrayEquals(before, Files.readAllBytes(earlier.file()));
            assertArrayEquals(data, Files.readAllBytes(file));
            try (Stream<Path> files = Files.list(disk.resolve("backups"))) {
                assertEquals(List.of(earlier.name()), files.map(each -> each.getFileName().toString()).filter(name -> !name.equals("catalog.txt")).toList());
            }
        }
        assertTrue(backups.backUp(Kind.BEFORE_IMPORT, "with room").good());
        out.println("done");
    }
}

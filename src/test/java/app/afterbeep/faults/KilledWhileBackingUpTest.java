package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.Backup.Checked;
import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.BackupService;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while it makes backups: what has the name of one is sound and whole, in both folders, and the one from before is untouched.
@Fault(value = 4, how = "SIGKILL of a process that makes backups")
class KilledWhileBackingUpTest {
    private static final int KILLS = Tally.rounds(3, 2);

    @TempDir Path folder;

    @Test
    void whatHasTheNameOfABackupIsWholeAndTheEarlierOneIsUntouched() throws Exception {
        Path file = folder.resolve("afterbeep.db");
        Path second = Files.createDirectory(folder.resolve("second"));
        try (Desk desk = new Desk(folder)) {
            RandomDay.people(desk, 400);
            for (int n = 0; n < 60; n++) {
                RandomDay.act(desk, n);
            }
        }
        MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);
        Random random = new Random(20261124);
        int halves = 0;
        int made = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            BackupService backups = new BackupService(file, clock, second::toString);
            Backup earlier = backups.backUp(Kind.BEFORE_IMPORT, "earlier " + kill);
            byte[] before = Files.readAllBytes(earlier.file());
            assertEquals(List.of(), halves(), "a later backup sweeps what a kill has left");
            clock.pass(Duration.ofHours(1));
            try (Child child = Child.start(folder, KilledWhileBackingUp.class, file, second, clock.instant().atZone(clock.getZone()))) {
                for (int lines = 1 + 2 * random.nextInt(3); lines > 0; lines--) {
                    child.line();
                }
                assertFalse(child.ended(Duration.ofNanos(random.nextInt(120_000_000))), child::errors);
            }
            halves += halves().size();
            assertArrayEquals(before, Files.readAllBytes(earlier.file()));
            backups.verifyAll();
            for (BackupService.Kept kept : backups.standing().kept()) {
                assertEquals(Checked.GOOD, kept.backup().checked(), () -> kept + " after kill");
                made++;
            }
            clock.pass(Duration.ofDays(1));
        }
        Tally.add("SIGKILL of a process that makes backups, and copies in a second folder", KILLS, made + " backups read to their end after it: all sound; the earlier one "
            + "byte for byte the same; " + halves + " half ones without a name, swept by the next backup");
    }

    private List<Path> halves() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(folder.resolve("backups")), Files.list(folder.resolve("second")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
        }
    }
}

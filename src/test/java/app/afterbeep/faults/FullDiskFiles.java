package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.exports.ExportService;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.lists.ImportOptions;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.OldFile;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// What writes a lot, on a disk with less and less room: started by [FullDiskTest] as a process of its own. Says what the rep is told.
public final class FullDiskFiles {
    private final PrintStream out = System.out;
    private final Path disk;
    private final FullDisk room;
    private final Path elsewhere;
    private final Random random = new Random(20261124);

    private FullDiskFiles(Path disk, FullDisk room, Path elsewhere) {
        this.disk = disk;
        this.room = room;
        this.elsewhere = elsewhere;
    }

    /// @param args what to do, the folder that is the disk, how it becomes full, a folder elsewhere, how many rounds
    public static void main(String[] args) throws Exception {
        FullDiskFiles files = new FullDiskFiles(Path.of(args[1]), new FullDisk(Path.of(args[1]), args[2]), Path.of(args[3]));
        for (int round = 0; round < Integer.parseInt(args[4]); round++) {
            Path folder = Files.createTempDirectory(files.disk, "round");
            switch (args[0]) {
                case "import" -> files.imports(folder, false);
                case "import beside" -> files.imports(folder, true);
                case "export" -> files.exports(folder);
                case "migration" -> files.migrates(folder, round);
                default -> throw new IllegalArgumentException(args[0]);
            }
            OwnerOnly.remove(folder);
        }
        files.out.println("done");
    }

    private interface Work {
        void run() throws Exception;
    }

    /// Does it with so much room and says what the rep is told: a sentence, or that there was room enough.
    ///
    /// @return whether there was not
    private boolean fails(long left, Work work) throws Exception {
        room.fill(left);
        try {
            work.run();
            out.println("room enough");
            return false;
        } catch (AppException | DbException e) {
            assertTrue(String.valueOf(e.getMessage()).matches("(?s).*([Mm]ake room|disk is full).*"), e.getMessage());
            out.println("told: " + String.valueOf(e.getMessage()).replace(disk.toString(), "…"));
            return true;
        } finally {
            room.makeRoom();
        }
    }

    private void imports(Path folder, boolean beside) throws Exception {
        Path list = elsewhere.resolve("list.csv");
        try (LogDesk desk = new LogDesk(folder)) {
            desk.list("Name,Phone\nAnn Lee,918 555 0142\n");
            desk.desk.log(desk.desk.next(), app.afterbeep.calls.Outcome.NO_ANSWER);
            String before = desk.desk.state();
            boolean failed = fails(random.nextLong(1 << 20), () -> {
                if (beside) {
                    desk.importer.importBeside(list, ImportOptions.none(), Progress.unwatched(), Background.direct());
                } else {
                    desk.importer.importFile(list, ImportOptions.none());
                }
            });
            if (failed) {
                // As the next start does.
                desk.importer.recover(Background.direct());
                assertEquals(before, desk.desk.state());
                assertEquals(List.of(), Contents.problems(desk.desk));
                assertEquals(2000, desk.importer.importFile(list, ImportOptions.none()).imported(), "once there is room");
            }
            assertEquals(2001, desk.desk.prospects.count());
            assertEquals(List.of(), Contents.problems(desk.desk));
        }
    }

    private void exports(Path folder) throws Exception {
        try (LogDesk desk = new LogDesk(folder)) {
            desk.importer.importFile(elsewhere.resolve("list.csv"), ImportOptions.none());
            for (int n = 0; n < 30; n++) {
                RandomDay.act(desk.desk, n);
            }
            Path target = Files.createDirectory(folder.resolve("exports"));
            Path file = Files.writeString(target.resolve("prospects.csv"), "earlier");
            desk.desk.database.checkpoint();
            if (fails(random.nextLong(300_000), () -> desk.exporter.prospects(ExportService.Target.exact(file)))) {
                assertEquals("earlier", Files.readString(file));
                try (Stream<Path> files = Files.list(target)) {
                    assertEquals(List.of(file), files.toList());
                }
                desk.exporter.prospects(ExportService.Target.exact(file));
            }
            assertTrue(Files.readAllLines(file).size() > 2000);
            assertEquals(List.of(), Contents.problems(desk.desk));
            desk.exporter.calls(ExportService.Target.exact(target.resolve("calls.csv")), LogFilter.all());
        }
    }

    private void migrates(Path folder, int round) throws Exception {
        List<Integer> versions = KilledWhileMigratingTest.versions();
        int version = versions.get(round % versions.size());
        MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);
        Path whole = Files.createDirectory(folder.resolve("whole"));
        OldFile.take(version, whole);
        Map<String, List<String>> expected = contents(whole, clock);
        Path data = Files.createDirectory(folder.resolve("data"));
        OldFile.take(version, data);
        byte[] before = Files.readAllBytes(data.resolve("afterbeep.db"));
        // From nothing to enough for the copy, not for the migration, to enough for both.
        boolean failed = fails(round < versions.size() ? 0 : random.nextLong(4L << 20), () -> contents(data, clock));
        if (failed && round < versions.size()) {
            assertArrayEquals(before, Files.readAllBytes(data.resolve("afterbeep.db")), "not a byte");
        }
        assertEquals(List.of(), Contents.differences(expected, contents(data, clock)), "once there is room");
    }

    private static Map<String, List<String>> contents(Path folder, MovableClock clock) throws IOException {
        try (Database database = Database.open(folder.resolve("afterbeep.db"), clock, Runnable::run)) {
            assertEquals(List.of(), database.check());
            return Contents.of(database);
        }
    }
}

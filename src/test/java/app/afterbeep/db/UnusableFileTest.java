package app.afterbeep.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.db.DbException.Fault;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.ReadOnlyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can't be opened is said by its kind, and not a byte of it changes.
class UnusableFileTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);

    private Path file() {
        return folder.resolve("afterbeep.db");
    }

    private void oneAttempt() {
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            desk.log(desk.next(), Outcome.NO_ANSWER);
        }
    }

    private void refused(Fault fault) throws IOException {
        byte[] before = Files.readAllBytes(file());
        List<Path> files = files();
        assertEquals(fault, assertThrows(DbException.class, () -> Database.open(file(), clock, Runnable::run)).fault());
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertEquals(files, files(), "nothing is added beside it");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void write(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(file());
        refused(Fault.EMPTY);
    }

    @Test
    void aText() throws IOException {
        Files.writeString(file(), "Dear diary");
        refused(Fault.FOREIGN);
        Files.writeString(file(), "Dear diary,\n".repeat(2000));
        refused(Fault.FOREIGN);
    }

    @Test
    void anotherProgramsDatabase() throws Exception {
        write("PRAGMA journal_mode = WAL", "CREATE TABLE shoes (size INTEGER)", "PRAGMA user_version = 3");
        refused(Fault.FOREIGN);
    }

    @Test
    void anotherProgramsDatabaseThatSaysWhoseItIs() throws Exception {
        write("PRAGMA application_id = 7", "CREATE TABLE shoes (size INTEGER)");
        refused(Fault.FOREIGN);
    }

    @Test
    void aNewerFile() throws Exception {
        oneAttempt();
        write("PRAGMA user_version = 99");
        refused(Fault.NEWER);
    }

    @Test
    void aNewerFileWhoseLatestChangesAreInItsLog() throws Exception {
        oneAttempt();
        Path held = Files.createDirectory(folder.resolve("held"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("PRAGMA user_version = 99");
            Files.copy(file(), held.resolve("afterbeep.db"));
            Files.copy(folder.resolve("afterbeep.db-wal"), held.resolve("afterbeep.db-wal"));
        }
        byte[] before = Files.readAllBytes(held.resolve("afterbeep.db"));
        byte[] log = Files.readAllBytes(held.resolve("afterbeep.db-wal"));
        assertEquals(Fault.NEWER, assertThrows(DbException.class, () -> Database.open(held.resolve("afterbeep.db"), clock, Runnable::run)).fault());
        assertArrayEquals(before, Files.readAllBytes(held.resolve("afterbeep.db")));
        assertArrayEquals(log, Files.readAllBytes(held.resolve("afterbeep.db-wal")));
    }

    @Test
    void aFileThatIsCutOff() throws IOException {
        oneAttempt();
        byte[] whole = Files.readAllBytes(file());
        for (int length : new int[] {50, 4096, whole.length / 2, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, length));
            refused(Fault.DAMAGED);
        }
    }

    @Test
    void aFolderThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("data"), "x");
        assertEquals(Fault.FOLDER, assertThrows(DbException.class, () -> Database.open(folder.resolve("data/afterbeep.db"), clock, Runnable::run)).fault());
        assertEquals("x", Files.readString(folder.resolve("data")));
    }

    @Test
    void aFileThatAnotherProgramHolds() throws Exception {
        oneAttempt();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("UPDATE setting SET value = value");
            assertEquals(Fault.LOCKED, assertThrows(DbException.class, () -> Database.open(file(), clock, Runnable::run)).fault());
            statement.execute("ROLLBACK");
        }
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(1, desk.number("SELECT count(*) FROM attempt"), "as soon as it is free, all is there");
        }
    }

    @Test
    void networkDrivesAreKnownByTheirKind() {
        for (String type : List.of("nfs4", "cifs", "SMB3", "fuse.sshfs", "9p")) {
            assertTrue(DataFile.network(type), type);
        }
        for (String type : List.of("ext4", "btrfs", "apfs", "NTFS", "tmpfs", "overlay", "fuseblk", "xfs")) {
            assertFalse(DataFile.network(type), type);
        }
    }

    @Test
    void aFileThatCanOnlyBeReadIsOpenedForReading() throws IOException {
        oneAttempt();
        Path fixed = folder.resolve("fixed");
        try (ReadOnlyFolder _ = new ReadOnlyFolder(fixed, folder)) {
            Path file = fixed.resolve("afterbeep.db");
            assertEquals(Fault.READ_ONLY, assertThrows(DbException.class, () -> Database.open(file, clock, Runnable::run)).fault());
            try (Database database = Database.openForReading(file, clock, Runnable::run)) {
                assertTrue(database.reading());
                assertEquals(1, database.contents().attempts());
                assertThrows(DbException.class, () -> database.action("Logged", null, () -> 1));
                assertEquals(1, database.transaction(() -> database.sql().update("INSERT INTO setting VALUES ('x', 'y')")), "a screen may keep its columns");
                assertTrue(Files.exists(database.file()));
                assertFalse(database.file().startsWith(fixed));
            }
        }
    }

    @Test
    void alsoWithALogThatNobodyCanMoveIntoTheFile() throws Exception {
        oneAttempt();
        Path source = Files.createDirectory(folder.resolve("source"));
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Bob Cruz", "+12125550143");
            Files.copy(file(), source.resolve("afterbeep.db"));
            Files.copy(folder.resolve("afterbeep.db-wal"), source.resolve("afterbeep.db-wal"));
        }
        Path fixed = folder.resolve("fixed");
        try (ReadOnlyFolder _ = new ReadOnlyFolder(fixed, source);
             Database database = Database.openForReading(fixed.resolve("afterbeep.db"), clock, Runnable::run)) {
            assertEquals(2, database.contents().prospects(), "what is in the log is seen");
        }
    }

    @Test
    void aNewFileIsWholeOrNotThere() throws IOException {
        Files.writeString(folder.resolve("afterbeep.db.new"), "left by a crash");
        Database.open(file(), clock, Runnable::run).close();
        assertEquals(List.of(file()), files());
    }

    /// As a crash leaves them: the file, and the log with what was done last.
    private void crashed() throws IOException {
        Path held = Files.createDirectory(folder.resolve("held"));
        try (Desk desk = new Desk(held, clock)) {
            desk.add("Ann Lee", "+12125550142");
            desk.database.checkpoint();
            desk.add("Bob Cruz", "+12125550143");
            for (String name : List.of("afterbeep.db", "afterbeep.db-wal")) {
                Files.copy(held.resolve(name), folder.resolve(name));
            }
        }
    }

    @Test
    void theLogOfAFileThatWasMovedAwayIsNotTakenIntoANewOne() throws IOException {
        crashed();
        Path moved = folder.resolve("held/moved.db");
        Files.move(file(), moved);
        byte[] log = Files.readAllBytes(DataFile.log(file()));
        List<Path> before = files();
        DbException refused = assertThrows(DbException.class, () -> Database.open(file(), clock, Runnable::run));
        assertEquals(Fault.MISSING, refused.fault());
        assertTrue(refused.getMessage().contains("Put the file back"), refused.getMessage());
        assertEquals(before, files(), "no new file");
        assertArrayEquals(log, Files.readAllBytes(DataFile.log(file())));
        Files.move(moved, file());
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(2, desk.number("SELECT count(*) FROM prospect"), "back in its place, all is there");
        }
    }

    @Test
    void aLogWithNothingInItIsNoLog() throws IOException {
        Files.createFile(DataFile.log(file()));
        Database.open(file(), clock, Runnable::run).close();
        assertTrue(DataFile.check(file()).isEmpty());
    }
}

package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.db.Database;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.OldFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program is killed while it brings the file of an older version to its own: afterwards the file is one of an old version or of today's, a copy of
/// what was there lies in backups, and the next start makes of it what it makes of a file whose migration nobody disturbed.
@Fault(value = 3, how = "SIGKILL while a file of an older version is migrated")
class KilledWhileMigratingTest {
    private static final int KILLS = Tally.rounds(1, 3);

    @TempDir Path folder;
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00-05:00[America/New_York]");

    /// Every version before today's.
    static List<Integer> versions() throws IOException, SQLException {
        Path fresh = Files.createTempDirectory("version");
        Database.open(fresh.resolve("afterbeep.db"), new MovableClock("2026-11-24T10:00:00-05:00[America/New_York]"), Runnable::run).close();
        int today = version(fresh.resolve("afterbeep.db"));
        OwnerOnly.remove(fresh);
        return IntStream.range(1, today).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theFileIsOldOrNewWithACopyBesideItAndTheNextStartSucceeds(int version) throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        OldFile.take(version, undisturbed);
        Map<String, List<String>> expected = open(undisturbed);
        int today = version(undisturbed.resolve("afterbeep.db"));
        OldFile.take(version, undisturbed);
        long whole;
        try (Child child = Child.start(folder, KilledWhileMigrating.class, undisturbed)) {
            child.await("opening");
            whole = Long.parseLong(String.valueOf(child.line()));
        }
        Random random = new Random(version);
        int old = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path data = folder.resolve("killed-" + kill);
            OldFile.take(version, data);
            try (Child child = Child.start(folder, KilledWhileMigrating.class, data)) {
                child.await("opening");
                child.ended(Duration.ofNanos(random.nextLong(whole * 1100)));
                child.kill();
            }
            int left = version(data.resolve("afterbeep.db"));
            old += left == version ? 1 : 0;
            if (left != version) {
                assertTrue(copies(data).stream().anyMatch(copy -> holds(copy, version)), "migrated to " + left + " without a copy");
            }
            assertEquals(List.of(), Contents.differences(expected, open(data)));
            assertEquals(today, version(data.resolve("afterbeep.db")));
            assertTrue(copies(data).stream().anyMatch(copy -> holds(copy, left == today ? version : left)), "no copy of what was there");
            assertEquals(List.of(), halves(data.resolve("backups")));
        }
        Tally.add("SIGKILL while a file of version " + version + " is migrated", KILLS, old + " still version " + version + ", " + (KILLS - old)
            + " newer with a sound copy; each opened the next time as " + today + ", rows equal to an undisturbed one");
    }

    private Map<String, List<String>> open(Path data) {
        try (Database database = Database.open(data.resolve("afterbeep.db"), clock, Runnable::run)) {
            assertEquals(List.of(), database.check());
            return Contents.of(database);
        }
    }

    private static List<Path> copies(Path data) throws IOException {
        try (Stream<Path> files = Files.isDirectory(data.resolve("backups")) ? Files.list(data.resolve("backups")) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".db")).toList();
        }
    }

    /// What is not finished, or lies beside what is.
    private static List<Path> halves(Path backups) throws IOException {
        try (Stream<Path> files = Files.isDirectory(backups) ? Files.list(backups) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().startsWith(".") || file.toString().endsWith(".tmp") || file.toString().contains("-journal")).toList();
        }
    }

    /// As another program reads it: nothing is migrated.
    private static int version(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static boolean holds(Path copy, int version) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("PRAGMA quick_check")) {
            return row.getString(1).equals("ok") && version(copy) == version;
        } catch (SQLException e) {
            throw new AssertionError(copy + " is no sound copy", e);
        }
    }
}

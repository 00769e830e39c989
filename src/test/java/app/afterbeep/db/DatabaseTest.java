package app.afterbeep.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00-05:00[America/New_York]");

    private Database open() {
        return Database.open(folder.resolve("data/afterbeep.db"), clock, Runnable::run);
    }

    @Test
    void sqliteNeverMakesAFileItself() {
        Path nothing = folder.resolve("nothing.db");
        assertThrows(SQLException.class, () -> Connections.writing(nothing).close());
        assertThrows(SQLException.class, () -> Connections.reading(nothing).close());
        assertTrue(Files.notExists(nothing));
    }

    @Test
    void aNewFileIsReadableByItsOwnerOnlyAndOpensAgain() throws IOException {
        open().close();
        try (Database again = open()) {
            assertEquals(List.of(), again.check());
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/afterbeep.db"))));
    }

    @Test
    void allTablesAreStrict() {
        try (Database database = open()) {
            assertEquals(List.of(), database.sql().list("""
                SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
                  AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'prospect_search%'""", r -> r.text("name")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA user_version = 99", "PRAGMA application_id = 7"})
    void aNewerOrForeignFileIsRefusedAndNotTouched(String change) throws Exception {
        open().close();
        Path file = folder.resolve("data/afterbeep.db");
        run(file, "PRAGMA journal_mode = DELETE", change);
        byte[] before = Files.readAllBytes(file);
        DbException refused = assertThrows(DbException.class, this::open);
        assertTrue(refused.getMessage().contains("newer") || refused.getMessage().contains("another program"), refused.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path file = folder.resolve("data/afterbeep.db");
        Files.writeString(file, "Dear diary, this is not a database at all. ".repeat(100));
        byte[] before = Files.readAllBytes(file);
        assertThrows(DbException.class, this::open);
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aFailedTransactionLeavesNothingBehindAndTheNextOneWorks() {
        try (Database database = open()) {
            assertThrows(IllegalStateException.class, () -> database.transaction(() -> {
                database.sql().update("INSERT INTO setting VALUES ('a', '1')");
                throw new IllegalStateException("in the middle");
            }));
            assertEquals(0, database.sql().number("SELECT count(*) FROM setting"));
            database.transaction(() -> database.sql().update("INSERT INTO setting VALUES ('b', '2')"));
            assertEquals(1, database.sql().number("SELECT count(*) FROM setting"));
        }
    }

    @Test
    void afterAFullDiskTheSameStatementWorksAgain() {
        try (Database database = open()) {
            Sql sql = database.sql();
            String insert = "INSERT INTO setting VALUES (?, ?)";
            database.transaction(() -> sql.update(insert, "a", "1"));
            long pages = sql.number("PRAGMA page_count");
            sql.number("PRAGMA max_page_count = " + pages);
            DbException full = assertThrows(DbException.class, () -> database.transaction(() -> sql.update(insert, "b", "2".repeat(100_000))));
            assertTrue(full.getMessage().contains("disk is full"), full.getMessage());
            sql.number("PRAGMA max_page_count = " + pages * 2);
            database.transaction(() -> sql.update(insert, "b", "2".repeat(100_000)));
            assertEquals(2, sql.number("SELECT count(*) FROM setting"));
        }
    }

    @Test
    void listenersHearOfEachCommitOnce() {
        List<String> heard = new ArrayList<>();
        try (Database database = open()) {
            Runnable end = database.onChange(() -> heard.add("changed"));
            database.transaction(() -> database.sql().update("INSERT INTO setting VALUES ('a', '1')"));
            assertEquals(1, heard.size());
            end.run();
            database.transaction(() -> database.sql().update("INSERT INTO setting VALUES ('b', '1')"));
            assertEquals(1, heard.size());
        }
    }

    @Test
    void anAttemptIsNeitherDeletedNorRewritten() {
        try (Database database = open()) {
            database.transaction(() -> {
                Sql sql = database.sql();
                sql.update("INSERT INTO cadence VALUES (1, 'C', 90, 120)");
                sql.update("INSERT INTO series (id, cadence_id, position, name) VALUES (1, 1, 1, 'S')");
                sql.update("INSERT INTO list (id, name, cadence_id, created_at) VALUES (1, 'L', 1, 0)");
                sql.update("INSERT INTO place (id, country, zones) VALUES (1, 'US', 'America/New_York')");
                sql.update("INSERT INTO prospect (id, list_id, place_id, place_source, cadence_id, series_id, created_at) VALUES (1, 1, 1, 'number', 1, 1, 0)");
                return sql.update("""
                    INSERT INTO attempt (prospect_id, list_id, direction, outcome, at, day, there_weekday, there_hour, phone, cadence_id, series_id, step)
                    VALUES (1, 1, 'outbound', 'busy', 0, '2026-11-24', 2, 10, '+1', 1, 1, 1)""");
            });
            assertThrows(DbException.class, () -> database.sql().update("DELETE FROM attempt"));
            assertThrows(DbException.class, () -> database.sql().update("UPDATE attempt SET outcome = 'conversation', undone_at = 1"));
            assertEquals(1, database.sql().number("SELECT attempts FROM hourly"));
            database.sql().update("UPDATE attempt SET undone_at = 1");
            assertEquals(0, database.sql().number("SELECT count(*) FROM hourly"));
        }
    }

    private static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

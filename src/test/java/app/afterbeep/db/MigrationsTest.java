package app.afterbeep.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.OldFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of every version that has shipped becomes one of today's, with all that was in it.
class MigrationsTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock("2026-11-24T10:00:00-05:00[America/New_York]");

    @BeforeEach
    void aFileOfVersionOne() throws IOException {
        OldFile.take(1, folder);
    }

    private Database open() {
        return Database.open(folder.resolve("afterbeep.db"), clock, Runnable::run);
    }

    @Test
    void keepsEveryRowAndIsSound() {
        try (Database database = open()) {
            Sql sql = database.sql();
            assertEquals(List.of(), database.check());
            assertEquals(8, sql.number("SELECT count(*) FROM prospect"));
            assertEquals(7, sql.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"));
            assertEquals(1, sql.number("SELECT count(*) FROM email WHERE state = 'sent'"));
            assertEquals(7, sql.number("SELECT sum(attempts) FROM hourly"));
            assertEquals("Dana Reyes", sql.first("SELECT value FROM setting WHERE key = 'my_name'", r -> r.textAt(1)).orElse(""));
        }
    }

    @Test
    void aFileOfVersionTwoKeepsItsLogItsStepsAndItsTexts() throws IOException {
        OldFile.take(2, folder);
        try (Database database = open()) {
            Sql sql = database.sql();
            assertEquals(List.of(), database.check());
            assertEquals(10, sql.number("SELECT count(*) FROM attempt"));
            assertEquals("voicemail 2, voicemail 2, call_only 3, voicemail 4, last_voicemail 0",
                sql.first("SELECT group_concat(kind || ' ' || wait_days, ', ' ORDER BY place) FROM step WHERE state = 'on' AND number = place", r -> r.textAt(1)).orElse(""));
            assertEquals(24, sql.number("SELECT count(*) FROM script s WHERE variant = 1 AND EXISTS (SELECT 1 FROM script_version WHERE script_id = s.id)"));
            assertEquals(1, sql.number("SELECT count(*) FROM series s JOIN series n ON n.id = s.next_id WHERE s.position = 1 AND n.position = 2"));
            assertEquals(0, sql.number("SELECT count(*) FROM list l JOIN series s ON s.id = l.series_id WHERE s.position <> 1"));
            assertTrue(sql.number("SELECT count(*) FROM attempt a JOIN script_version v ON v.id = a.script_version_id JOIN script s ON s.id = v.script_id") >= 4);
        }
    }

    @Test
    void aFileOfVersionThreeKeepsItsPeopleAndTheirPlaces() throws IOException {
        OldFile.take(3, folder);
        try (Database database = open()) {
            Sql sql = database.sql();
            assertEquals(List.of(), database.check());
            assertEquals(11, sql.number("SELECT count(*) FROM prospect"));
            assertEquals("FL America/New_York imported", sql.first("SELECT state || ' ' || zones || ' ' || place_source FROM prospect p JOIN place ON place.id = place_id "
                + "WHERE external_id = 'X-1'", r -> r.textAt(1)).orElse(""));
            assertEquals("assistant", sql.first("SELECT reach FROM prospect WHERE id = 2", r -> r.textAt(1)).orElse(""));
            assertEquals(0, sql.number("""
                SELECT count(*) FROM prospect p WHERE last_outcome <> coalesce((SELECT outcome FROM attempt
                  WHERE prospect_id = p.id AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1), '')"""));
            assertTrue(sql.number("SELECT count(*) FROM prospect WHERE last_outcome <> ''") > 0);
            assertEquals(11, sql.number("SELECT count(*) FROM next_step"));
        }
    }

    @Test
    void aFileOfVersionFourKeepsItsImportsItsDoNotCallListAndWhoWasMerged() throws IOException {
        OldFile.take(4, folder);
        try (Database database = open()) {
            Sql sql = database.sql();
            assertEquals(List.of(), database.check());
            assertEquals(List.of(), new app.afterbeep.backups.CheckService(database, clock).check().all());
            assertEquals(new DataFile.Contents(8, 6, 2), database.contents());
            assertEquals("done taken_back", sql.first("SELECT group_concat(state, ' ' ORDER BY id) FROM import", r -> r.textAt(1)).orElse(""));
            assertEquals("never.example.com their lawyer", sql.first("SELECT value || ' ' || note FROM dnc WHERE kind = 'domain'", r -> r.textAt(1)).orElse(""));
            assertEquals("a mistake", sql.first("SELECT reason FROM dnc_removed", r -> r.textAt(1)).orElse(""));
            assertEquals(1, sql.number("SELECT count(*) FROM prospect WHERE merged_into IS NOT NULL"));
            assertEquals("09:00", sql.first("SELECT opens FROM calling_hours WHERE region = 'FL'", r -> r.textAt(1)).orElse(""));
            assertEquals(1, sql.number("SELECT count(*) FROM snippet"));
        }
    }

    @Test
    void aFileOfVersionFiveKeepsWhoWasErasedAndWhatWasPutAside() throws IOException {
        OldFile.take(5, folder);
        try (Database database = open()) {
            Sql sql = database.sql();
            assertEquals(List.of(), database.check());
            assertEquals(List.of(), new app.afterbeep.backups.CheckService(database, clock).check().all());
            assertEquals(new DataFile.Contents(6, 6, 4), database.contents());
            assertEquals("6 Erased person", sql.first("SELECT id || ' ' || last_name FROM prospect WHERE merged_into = id", r -> r.textAt(1)).orElse(""));
            assertEquals(0, sql.number("SELECT count(*) FROM attempt WHERE prospect_id = 6 AND (phone <> '' OR note <> '')"));
            assertEquals("+12125550107 gil@gone.example", sql.first("SELECT group_concat(value, ' ' ORDER BY kind DESC) FROM dnc WHERE note = '' AND kind <> 'domain'",
                r -> r.textAt(1)).orElse(""));
            assertEquals("Hal Old", sql.first("SELECT first_name || ' ' || last_name FROM prospect WHERE id = (SELECT merged_into FROM prospect WHERE id = 8)",
                r -> r.textAt(1)).orElse(""));
            assertEquals("Cid +12125550104", sql.first("SELECT first_name || ' ' || talk_aside.phone FROM talk_aside JOIN attempt a ON a.id = attempt_id "
                + "JOIN prospect p ON p.id = a.prospect_id", r -> r.textAt(1)).orElse(""));
            assertEquals("waiting waiting waiting withdrawn", sql.first("SELECT group_concat(state, ' ' ORDER BY state) FROM email", r -> r.textAt(1)).orElse(""));
            assertEquals("done taken_back", sql.first("SELECT group_concat(state, ' ' ORDER BY id) FROM import", r -> r.textAt(1)).orElse(""));
        }
    }

    /// The version that ships now has its file too, before anybody changes the schema.
    @Test
    void eachVersionHasItsFile() throws IOException {
        for (int version = 1; version <= Migrations.VERSION; version++) {
            assertEquals(version, DataFile.version(OldFile.take(version, folder)));
        }
    }

    @Test
    void countsThePromisesByDay() {
        try (Database database = open()) {
            assertEquals(List.of("2026-11-25 promise open 2"), database.sql().list("SELECT day || ' ' || kind || ' ' || state || ' ' || promises AS line FROM promise_day",
                r -> r.text("line")));
        }
    }

    @Test
    void makesNumbersFindable() {
        try (Database database = open()) {
            for (String part : List.of("0140", "5550140", "12125550140", "2125550140", "555014", "212")) {
                assertTrue(new app.afterbeep.prospects.ProspectStore(database.sql(), clock).search().count(part, 1) > 0, part);
            }
        }
    }

    @Test
    void anActionOfTheOldVersionCanStillBeUndoneOnItsDay() {
        clock.set("2026-11-23T18:00:00-05:00[America/New_York]");
        try (Database database = open()) {
            assertTrue(database.undo(Duration.ZERO).orElseThrow().label().startsWith("Skipped"));
        }
    }

    @Test
    void theFileIsCopiedBeforeItIsTouched() throws Exception {
        open().close();
        Path copy = folder.resolve("backups/before-version-" + Migrations.VERSION + ".db");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        assertEquals(List.of(1, 8), versionAndProspects(copy));
        try (var files = Files.list(copy.getParent())) {
            assertEquals(List.of(copy), files.toList(), "nothing half-made is left");
        }
    }

    @Test
    void withoutACopyNothingIsMigrated() throws Exception {
        // A file where the folder should be: the copy can't be made.
        Files.createFile(folder.resolve("backups"));
        assertThrows(DbException.class, this::open);
        assertEquals(List.of(1, 8), versionAndProspects(folder.resolve("afterbeep.db")));
    }

    private static List<Integer> versionAndProspects(Path file) throws Exception {
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = old.createStatement();
             ResultSet row = statement.executeQuery("SELECT user_version, (SELECT count(*) FROM prospect) FROM pragma_user_version")) {
            return List.of(row.getInt(1), row.getInt(2));
        }
    }

    @Test
    void opensASecondTime() {
        open().close();
        try (Database again = open()) {
            assertEquals(Migrations.VERSION, again.sql().number("PRAGMA user_version"));
        }
    }
}

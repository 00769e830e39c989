package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.lists.ImportReport;
import app.afterbeep.prospects.Erasures.Plan;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureServiceTest {
    /// Each stands in another place of the file.
    private static final List<String> CANARIES = List.of("Zyxcanary", "Quuxname", "2125550187", "2125550186", "zyx@quux.example", "Canarycorp", "canaryfield", "canarynote",
        "canarycall", "canaryadded", "canarywas", "canaryword", "canarymail", "canaryskip", "Oldcanary", "old@quux.example", "canaryuntyped", "canaryid");
    private static final String LIST = """
        First Name,Last Name,Company,Phone,Mobile,Email,Ref,Hobby
        Zyxcanary,Quuxname,Canarycorp,212 555 0187,212 555 0186,zyx@quux.example,canaryid,canaryfield
        Zyxcanary,Quuxname,Canarycorp,212 555 0187,,zyx@quux.example,,
        ,,Canarycorp,12,,zyx@quux.example,,
        Ann,Lee,Halden,212 555 0111,,ann.lee@halden.example,,golf
        Bob,Ray,Halden,212 555 0186,,bob.ray@halden.example,,
        """;
    @TempDir Path folder;
    private LogDesk log;
    private ErasureService erasure;

    @BeforeEach
    void open() {
        log = new LogDesk(folder);
        log.now("2026-11-24T10:00:00");
        erasure = new ErasureService(log.desk.database, log.desk.prospects, log.desk.clock);
    }

    @AfterEach
    void close() {
        log.close();
    }

    /// Somebody about whom every table says something.
    private Prospect known() throws IOException, AppException {
        ImportReport report = log.list(LIST);
        assertEquals("imported 3, updated 0, duplicates 1, rejected 1", report.counts());
        Prospect person = log.prospect("Zyxcanary");
        // A note that was typed, then changed: unused parts of the file keep what it was.
        log.desk.database.transaction(() -> {
            log.desk.prospects.saveNote(person.id(), "canaryuntyped ".repeat(500));
            return true;
        });
        log.desk.database.transaction(() -> {
            log.desk.prospects.saveNote(person.id(), "canarynote");
            log.desk.prospects.indexStale();
            return true;
        });
        log.desk.log(log.desk.card(person.id()), Outcome.LEFT_VOICEMAIL);
        long attempt = log.desk.number("SELECT max(id) FROM attempt");
        var sql = log.desk.database.sql();
        log.desk.database.transaction(() -> {
            sql.update("UPDATE attempt SET note = 'canarywas', corrections = corrections + 1, corrected_at = at WHERE id = ?", attempt);
            sql.update("UPDATE attempt SET note = 'canarycall', corrections = corrections + 1, corrected_at = at WHERE id = ?", attempt);
            sql.update("INSERT INTO attempt_note (attempt_id, at, note) VALUES (?, 1, 'canaryadded')", attempt);
            sql.update("UPDATE email SET body = 'Dear Zyxcanary, canarymail', message_id = 'x@quux.example' WHERE prospect_id = ?", person.id());
            sql.update("INSERT INTO script_version (script_id, version, body, created_at, prospect_id) SELECT script_id, -1, 'canaryword', 1, ? FROM script_version LIMIT 1", person.id());
            sql.update("INSERT INTO skip (prospect_id, at, until, reason) VALUES (?, 1, 2, 'canaryskip')", person.id());
            sql.update("INSERT INTO dnc_removed (kind, value, source, at, note, removed_at, reason) VALUES ('email', 'zyx@quux.example', 'rep', 1, 'Zyxcanary', 2, 'canarynote')");
            return true;
        });
        long old = log.desk.addAt("America/New_York", "Oldcanary Quuxname", "old@quux.example", "+12125550187");
        log.desk.database.action("Merge – Zyxcanary Quuxname", person.id(), () -> sql.update("UPDATE prospect SET merged_into = ? WHERE id = ?", person.id(), old));
        return log.prospect("Zyxcanary");
    }

    private List<String> found() throws IOException {
        StringBuilder bytes = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("afterbeep.db")).toList()) {
                bytes.append(Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
            }
        }
        return CANARIES.stream().filter(canary -> bytes.indexOf(canary.toLowerCase(Locale.ROOT)) >= 0).toList();
    }

    @Test
    void nothingAboutThemIsLeftInTheBytesOfTheFile() throws Exception {
        Prospect person = known();
        log.desk.database.checkpoint();
        assertEquals(CANARIES, found(), "the test looks where they are");
        Plan plan = erasure.plan(person.id());
        assertEquals("Zyxcanary Quuxname", plan.name());
        assertEquals("Erased. It can’t be undone.", erasure.erase(plan, false));
        // Bob shares the second number.
        assertEquals(List.of("2125550186"), found());
        assertTrue(log.desk.database.check().isEmpty());
        assertTrue(log.desk.database.undoable().isEmpty());
    }

    @Test
    void whatTakesLongIsSaidBefore() throws Exception {
        Plan plan = erasure.plan(known().id());
        assertEquals("", plan.takes(), "a small file is rewritten at once");
        assertEquals("Erasing…", plan.progress(3));
        Plan long12 = new Plan(plan.person(), plan.goes(), plan.stays(), plan.dnc(), 12);
        assertTrue(long12.takes().startsWith("This takes about 12 seconds, in which nothing can be logged"), long12.takes());
        assertEquals("Erasing… 3 of about 12 seconds", long12.progress(3));
        assertEquals("Erasing… 13 seconds", long12.progress(13), "slower than thought");
        assertEquals(log.desk.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"), log.desk.database.size());
    }

    @Test
    void theDoNotCallListKeepsThemAwayWithoutTheirName() throws Exception {
        Prospect person = known();
        erasure.erase(erasure.plan(person.id()), true);
        assertEquals(List.of("2125550187", "2125550186", "zyx@quux.example", "old@quux.example"), found());
        assertEquals("4", log.desk.text("SELECT count(*) FROM dnc WHERE note = ''"));
        log.list(LIST);
        assertTrue(log.prospect("Zyxcanary").suppressed());
        assertEquals(0, log.desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL AND first_name = 'Zyxcanary'"));
    }

    @Test
    void whatIsCountedStays() throws Exception {
        Prospect person = known();
        String counted = "SELECT (SELECT group_concat(concat_ws('|', day, there_hour, outcome, attempts)) FROM hourly) || (SELECT group_concat(concat_ws('|', day, step, "
            + "attempts, connects)) FROM step_day) || (SELECT count(*) FROM attempt) || (SELECT group_concat(outcome || at) FROM attempt)";
        String before = log.desk.text(counted);
        erasure.erase(erasure.plan(person.id()), true);
        assertAll(
            () -> assertEquals(before, log.desk.text(counted)),
            () -> assertEquals("Erased person", log.desk.text("SELECT last_name FROM prospect WHERE id = ?", person.id())),
            () -> assertEquals(0, log.desk.number("SELECT count(*) FROM promise WHERE state = 'open'")),
            () -> assertEquals(0, log.desk.number("SELECT count(*) FROM email WHERE state <> 'withdrawn'")),
            () -> assertEquals(2, log.desk.prospects.count(), "Ann and Bob"),
            () -> assertTrue(log.desk.prospects.search().find("Quuxname", 10).isEmpty()),
            () -> assertFalse(log.desk.queue.turn(false).toString().contains("Erased")));
    }

    @Test
    void aNoteThatIsStillBeingSavedFindsNobody() throws Exception {
        Prospect person = known();
        erasure.erase(erasure.plan(person.id()), true);
        log.desk.calls.saveNote(person.id(), "", "canarynote");
        assertEquals("", log.desk.text("SELECT note FROM prospect WHERE id = ?", person.id()));
    }

    @Test
    void itWaitsForAnEmailOnItsWayAndForAnImport() throws Exception {
        Prospect person = known();
        log.desk.database.sql().update("UPDATE email SET state = 'sending'");
        assertTrue(assertThrows(AppException.class, () -> erasure.plan(person.id())).getMessage().contains("being sent just now"));
        log.desk.database.sql().update("UPDATE email SET state = 'sent'");
        Plan plan = erasure.plan(person.id());
        log.desk.database.sql().update("UPDATE import SET state = 'running'");
        assertThrows(AppException.class, () -> erasure.erase(plan, true));
        assertEquals("Zyxcanary", log.desk.text("SELECT first_name FROM prospect WHERE id = ?", person.id()));
    }

    @Test
    void anAttemptOfAnybodyElseIsStillNeverRewritten() throws Exception {
        known();
        assertThrows(RuntimeException.class, () -> log.desk.database.sql().update("UPDATE attempt SET phone = '', note = ''"));
        assertThrows(RuntimeException.class, () -> log.desk.database.sql().update("DELETE FROM attempt"));
    }

    @Test
    void theNameHasToBeTyped() throws Exception {
        Plan plan = erasure.plan(known().id());
        assertAll(
            () -> assertTrue(plan.confirmedBy(" zyxcanary  QUUXNAME ")),
            () -> assertFalse(plan.confirmedBy("")),
            () -> assertFalse(plan.confirmedBy("Zyxcanary")),
            () -> assertTrue(plan.stays().getFirst().startsWith("1 attempt without a name"), plan.stays().toString()),
            () -> assertTrue(plan.goes().get(1).startsWith("The address and text of 1 email"), plan.goes().toString()));
    }
}

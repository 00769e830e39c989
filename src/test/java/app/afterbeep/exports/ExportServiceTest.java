package app.afterbeep.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.exports.ExportService.Target;
import app.afterbeep.lists.ImportOptions;
import app.afterbeep.lists.ImportService;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Reach;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportServiceTest {
    /// Tuesday, 9:00 in New York.
    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("America/New_York"));

    @TempDir
    private Path folder;
    private Database database;
    private ProspectStore prospects;
    private CallLogStore log;
    private ImportService importer;
    private ExportService exporter;

    @BeforeEach
    void open() {
        open("afterbeep.db");
    }

    private void open(String file) {
        database = Database.open(folder.resolve(file), CLOCK, Runnable::run);
        prospects = new ProspectStore(database.sql(), CLOCK);
        log = new CallLogStore(database.sql(), CLOCK);
        importer = new ImportService(database, prospects, new CadenceStore(database.sql(), CLOCK), CLOCK, Settings::initial);
        exporter = new ExportService(database, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void list(String csv) throws IOException, AppException {
        importer.importFile(Files.writeString(folder.resolve("Q4, \"hot\".csv"), csv), ImportOptions.none());
    }

    private long attempt(long prospect, String outcome, String at, String note) {
        long script = database.sql().number("SELECT v.id FROM script_version v JOIN script s ON s.id = script_id WHERE step = 1 AND channel = 'voicemail'");
        return database.sql().insert("""
            INSERT INTO attempt (prospect_id, list_id, direction, outcome, at, day, there_weekday, there_hour, phone, cadence_id, series_id,
              step, script_version_id, message_words, message_length, message_seconds, next_call_at, note)
            SELECT id, list_id, 'outbound', ?2, ?3, ?6, 2, 8, '+19185550142', cadence_id, series_id, step,
              iif(?2 = 'left_voicemail', ?4, NULL), iif(?2 = 'left_voicemail', 40, NULL), iif(?2 = 'left_voicemail', 16500, NULL),
              iif(?2 = 'left_voicemail', 18, NULL),
              iif(?2 = 'left_voicemail', ?3 + 172800000, NULL), ?5
            FROM prospect WHERE id = ?1""", prospect, outcome, Instant.parse(at), script, note, LocalDate.ofInstant(Instant.parse(at), CLOCK.getZone()));
    }

    private void promise(long attempt, String at, String dayEnds, String state) {
        database.sql().update("""
            INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, state)
            SELECT prospect_id, id, 'promise', ?, 'America/Chicago', ?, ? FROM attempt WHERE id = ?""",
            Instant.parse(at), Instant.parse(dayEnds), state, attempt);
    }

    private void email(long attempt, String due, String state) {
        database.sql().update("""
            INSERT INTO email (prospect_id, attempt_id, to_address, subject, body, state, queued_at, due_at, sent_at)
            SELECT prospect_id, id, 'ann@example.com', 'A, "B"', 'x', ?2, at, ?1, iif(?2 = 'sent', ?1, NULL) FROM attempt WHERE id = ?3""",
            Instant.parse(due), state, attempt);
    }

    private void someCalls() throws Exception {
        list("First Name,Last Name,Company,Phone,Email\nAnn,Lee,\"Acme, \"\"Inc\"\"\",918 555 0142,ann@example.com\nBob,,,918 555 0143,\n");
        long voicemail = attempt(1, "left_voicemail", "2026-11-24T13:59:59.999Z", "line 1\nline 2");
        promise(voicemail, "2026-11-26T15:15:00Z", "2026-11-27T06:00:00Z", "open");
        email(voicemail, "2026-11-24T14:00:00Z", "waiting");
        database.sql().update("INSERT INTO attempt_note (attempt_id, at, note) VALUES (?, 0, 'asked'), (?, 1, 'again')", voicemail, voicemail);
        attempt(2, "no_answer", "2026-11-24T13:00:00Z", "");
        long undone = attempt(2, "busy", "2026-11-24T13:30:00Z", "");
        database.sql().update("UPDATE attempt SET undone_at = 1 WHERE id = ?", undone);
        long old = attempt(1, "left_voicemail", "2026-07-01T13:00:00Z", "");
        promise(old, "2026-07-03T13:00:00Z", "2026-07-04T05:00:00Z", "open");
        promise(old, "2026-12-03T13:00:00Z", "2026-12-04T05:00:00Z", "open");
        email(old, "2026-07-01T13:02:00Z", "sent");
    }

    @Test
    void callsAreWrittenExactly() throws Exception {
        someCalls();
        Path file = folder.resolve("calls.csv");
        assertEquals(3, exporter.calls(Target.exact(file), LogFilter.all()).rows());
        assertEquals("""
            attempt_id,at,direction,outcome,first_name,last_name,company,phone,list,step,script,message_seconds,promised_at,promise,next_call_at,email,note,\
            title,email_address,external_id,time_zone,source,corrected_at,email_to,email_subject,email_sent_at,followed,email_queued_at,email_due_at,email_message_id,\
            email_body,phones,series,message_words,message_length,opening,agreed,was\r
            4,2026-07-01T09:00:00-04:00,outbound,left_voicemail,Ann,Lee,"Acme, ""Inc\""",+19185550142,"Q4, ""hot\""",1,SCRIPT v1,18,2026-07-03T09:00:00-04:00,missed,2026-07-03T09:00:00-04:00,sent,,\
            ,ann@example.com,,,session,,ann@example.com,"A, ""B\""",2026-07-01T09:02:00-04:00,,2026-07-01T09:00:00-04:00,2026-07-01T09:02:00-04:00,,\
            x,+19185550142,First round,40,16500,,"[{""kind"":""promise"",""at"":""2026-07-03T13:00:00Z"",""zone"":""America/Chicago"",""state"":""open"",""settled_at"":null,""moved"":0},\
            {""kind"":""promise"",""at"":""2026-12-03T13:00:00Z"",""zone"":""America/Chicago"",""state"":""open"",""settled_at"":null,""moved"":0}]",\r
            2,2026-11-24T08:00:00-05:00,outbound,no_answer,Bob,,,+19185550142,"Q4, ""hot\""",1,,,,,,,,,,,,session,,,,,,,,,,+19185550143,First round,,,,,\r
            1,2026-11-24T08:59:59-05:00,outbound,left_voicemail,Ann,Lee,"Acme, ""Inc\""",+19185550142,"Q4, ""hot\""",1,SCRIPT v1,18,2026-11-26T10:15:00-05:00,open,2026-11-26T08:59:59-05:00,ready,"line 1
            line 2 · asked · again",\
            ,ann@example.com,,,session,,ann@example.com,"A, ""B\""",,,2026-11-24T08:59:59-05:00,2026-11-24T09:00:00-05:00,,\
            x,+19185550142,First round,40,16500,,"[{""kind"":""promise"",""at"":""2026-11-26T15:15:00Z"",""zone"":""America/Chicago"",""state"":""open"",""settled_at"":null,""moved"":0}]",\r
            """.replace("SCRIPT", database.sql().first("SELECT name FROM script WHERE step = 1 AND channel = 'voicemail'", r -> r.text("name")).orElseThrow()),
            Files.readString(file));
        assertEquals("attempt_id", new String(Files.readAllBytes(file), 0, 10, java.nio.charset.StandardCharsets.ISO_8859_1), "no byte order mark");
    }

    @Test
    void emailsAreWrittenExactly() throws Exception {
        someCalls();
        Path file = folder.resolve("emails.csv");
        assertEquals(1, exporter.emails(Target.exact(file), null, LocalDate.of(2026, 7, 1)).rows());
        assertEquals("""
            email_id,attempt_id,state,to,subject,queued_at,due_at,sent_at\r
            2,4,sent,ann@example.com,"A, ""B\""",2026-07-01T09:00:00-04:00,2026-07-01T09:02:00-04:00,2026-07-01T09:02:00-04:00\r
            """, Files.readString(file));
        assertEquals(2, exporter.emails(Target.exact(file), null, null).rows());
        assertEquals(1, log.emails(null, LocalDate.of(2026, 7, 1)), "how far it is counts these days only");
        assertTrue(Files.readString(file).contains("1,1,ready,"));
    }

    @Test
    void logIsFilteredByDayOutcomeListAndText() throws Exception {
        someCalls();
        assertEquals(List.of(4L, 2L, 1L), found(null, null, Set.of(), "", ""));
        assertEquals(List.of(2L, 1L), found(LocalDate.of(2026, 11, 24), null, Set.of(), "", ""));
        assertEquals(List.of(4L), found(null, LocalDate.of(2026, 11, 23), Set.of(), "", ""));
        assertEquals(List.of(4L), found(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 1), Set.of(), "", ""));
        assertEquals(List.of(2L), found(null, null, Set.of("no_answer", "gatekeeper"), "", ""));
        assertEquals(List.of(), found(null, null, Set.of("answer"), "", ""));
        assertEquals(List.of(4L, 2L, 1L), found(null, null, Set.of(), "Q4, \"hot\"", ""));
        assertEquals(List.of(), found(null, null, Set.of(), "other", ""));
        assertEquals(List.of(4L, 1L), found(null, null, Set.of(), "", "acm"));
        assertEquals(List.of(2L), found(null, null, Set.of(), "", "(918) 555-0143"));
        assertEquals(List.of(1L), found(null, null, Set.of(), "", "Line 2"));
        assertEquals(List.of(1L), found(null, null, Set.of(), "", "aga"));
        assertEquals(List.of(), found(null, null, Set.of(), "", "%"));
        assertEquals(1, log.list(LogFilter.all(), 1).size());
        assertEquals(ZoneId.of("America/Chicago"), log.list(LogFilter.all(), 1).getFirst().zone());
    }

    private List<Long> found(@org.jspecify.annotations.Nullable LocalDate from, @org.jspecify.annotations.Nullable LocalDate to,
            Set<String> outcomes, String list, String text) {
        return log.list(new LogFilter(from, to, outcomes, list, text), 100).stream().map(LoggedCall::attemptId).toList();
    }

    @Test
    void daysAreTheRepsDays() throws Exception {
        list("Name,Phone\nAnn,918 555 0142\n");
        attempt(1, "no_answer", "2026-11-24T04:59:59Z", "");
        attempt(1, "no_answer", "2026-11-24T05:00:00Z", "");
        assertEquals(List.of(2L), found(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24), Set.of(), "", ""));
        assertEquals(List.of(1L), found(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23), Set.of(), "", ""));
    }

    @Test
    void prospectsComeBackAsTheyWere() throws Exception {
        list("""
            First Name,Last Name,Title,Company,Mobile,Phone,Email,City,State,Zip,Country,Time Zone,Do Not Call,ID,Notes,Pet's Name,Status
            Ann,Lee,CFO,Acme,918 555 0142 x7,918 555 0152,ann@example.com,Tulsa,OK,01234,USA,America/Denver,,X1,"a
            b",Rex,hot
            Bob,Ray,,,,918 555 0143,,,,,,,yes,,,,
            ,,,,,918 555 0144,,,,,,,,,,,
            Dee,Moe,,,918 555 0145,918 555 0155,,,,,,,,,,Rover,
            """);
        prospects.phones().markBad(4, "+19185550145");
        prospects.saveReach(1, Reach.ASSISTANT);
        Path file = folder.resolve("Q4, \"hot\".csv");
        assertEquals(4, exporter.prospects(Target.exact(file)).rows());
        assertEquals("""
            first_name,last_name,title,company,phone,phone_2,email,city,state,zip,country,time_zone,list,status,step,next_call_at,external_id,do_not_call,note,wrong_numbers,reach,\
            due,series,cadence,created_at,all_numbers,place,do_not_call_entries,Pet's Name,Status\r
            Ann,Lee,CFO,Acme,+19185550142 ext. 7,+19185550152,ann@example.com,Tulsa,OK,01234,US,America/Denver,"Q4, ""hot\""",active,1,,X1,,"a
            b",,assistant,\
            at once,First round,"SHIPPED",2026-11-24T09:00:00-05:00,"+19185550142;7;;mobile
            +19185550152;;;",imported;US;OK;America/Denver;,,Rex,hot\r
            Bob,Ray,,,+19185550143,,,,,,,,"Q4, ""hot\""",dnc,1,,,true,,,,\
            fresh,First round,"SHIPPED",2026-11-24T09:00:00-05:00,+19185550143;;;,number;US;OK;America/Chicago;,"phone;+19185550143;import;2026-11-24T14:00:00Z;Q4, ""hot\"".csv",,\r
            ,,,,+19185550144,,,,,,,,"Q4, ""hot\""",active,1,,,,,,,\
            at once,First round,"SHIPPED",2026-11-24T09:00:00-05:00,+19185550144;;;,number;US;OK;America/Chicago;,,,\r
            Dee,Moe,,,+19185550155,,,,,,,,"Q4, ""hot\""",active,1,,,,,+19185550145,,\
            at once,First round,"SHIPPED",2026-11-24T09:00:00-05:00,"+19185550145;;wrong;mobile
            +19185550155;;;",number;US;OK;America/Chicago;,,Rover,\r
            """.replace("SHIPPED", database.sql().first("SELECT name FROM cadence", r -> r.text("name")).orElseThrow()), Files.readString(file));
        List<Prospect> before = all();
        database.close();
        open("second.db");
        assertEquals("imported 4, updated 0, duplicates 0, rejected 0", importer.importFile(file, ImportOptions.none()).counts());
        List<Prospect> after = all();
        for (int i = 0; i < before.size(); i++) {
            Prospect a = before.get(i);
            Prospect b = after.get(i);
            assertEquals(List.of(a.firstName(), a.lastName(), a.title(), a.company(), a.email(), a.city(), a.state(), a.zip(), a.country(),
                a.externalId(), a.note(), a.place().zones(), a.placeSource(), a.status(), a.listName(), a.reach(), usable(a)),
                List.of(b.firstName(), b.lastName(), b.title(), b.company(), b.email(), b.city(), b.state(), b.zip(), b.country(),
                    b.externalId(), b.note(), b.place().zones(), b.placeSource(), b.status(), b.listName(), b.reach(), usable(b)));
        }
        assertEquals(Place.Source.IMPORTED, after.getFirst().placeSource());
        assertEquals("Rex", after.getFirst().fields().get("Pet's Name"));
    }

    @Test
    void howSomebodyCanBeReachedIsFilledInAndNeverOverwritten() throws Exception {
        list("First Name,Last Name,Phone,Reach\nAnn,Lee,918 555 0142,\nBob,Ray,918 555 0143,never\nCid,Fox,918 555 0144,10k followers\n");
        assertEquals(List.of(Reach.UNKNOWN, Reach.NEVER, Reach.UNKNOWN), all().stream().map(Prospect::reach).toList());
        assertEquals("10k followers", all().getLast().fields().get("Reach"), "what is not understood stays a merge field");
        list("First Name,Last Name,Phone,Reach\nAnn,Lee,918 555 0142,Assistant screens\nBob,Ray,918 555 0143,answers\n");
        assertEquals(List.of(Reach.ASSISTANT, Reach.NEVER, Reach.UNKNOWN), all().stream().map(Prospect::reach).toList());
    }

    private static List<String> usable(Prospect prospect) {
        return prospect.phones().stream().filter(p -> !p.bad()).map(p -> p.e164() + " " + p.extension()).toList();
    }

    private List<Prospect> all() {
        List<Prospect> all = new ArrayList<>();
        prospects.each(all::add);
        return all;
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
        list("Name,Phone\nAnn,918 555 0142\n");
        Path target = folder.resolve("out");
        Files.createDirectory(target);
        assertTrue(assertThrows(AppException.class, () -> exporter.prospects(Target.exact(target))).getMessage().contains("is a folder"));
        AppException missing = assertThrows(AppException.class, () -> exporter.prospects(Target.exact(target.resolve("no/calls.csv"))));
        assertEquals("The folder " + target.resolve("no") + " does not exist. Make it, or choose another one.", missing.getMessage());
        attempt(1, "no_answer", "2026-11-24T13:00:00Z", "");
        Path file = Files.writeString(target.resolve("calls.csv"), "earlier");
        database.sql().update("UPDATE place SET zones = 'No/Where'");
        assertThrows(RuntimeException.class, () -> exporter.calls(Target.exact(file), LogFilter.all()), "fails half way");
        assertEquals("earlier", Files.readString(file));
        try (Stream<Path> files = Files.list(target)) {
            assertEquals(List.of(file), files.toList(), "no temporary file");
        }
    }

    @Test
    void fileThatIsThereIsReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("calls.csv"), "earlier and much longer than what comes now".repeat(100));
        assertEquals(0, exporter.calls(Target.exact(file), LogFilter.all()).rows());
        assertEquals(1, Files.readAllLines(file).size());
    }

    @Test
    void wrongSummaryIsNoticed() throws Exception {
        someCalls();
        assertEquals(List.of(), log.wrongHours());
        database.sql().update("UPDATE hourly SET message_seconds = message_seconds + 1 WHERE outcome = 'left_voicemail'");
        assertEquals(List.of("the summary of 2026-07-01 differs from the log for left_voicemail",
            "the summary of 2026-11-24 differs from the log for left_voicemail"), log.wrongHours());
        database.sql().update("DELETE FROM hourly");
        assertEquals(3, log.wrongHours().size());
    }

    /// More than two threads hold at once, in no order of ids, many at one moment, with all that few attempts have.
    private void manyCalls(int count) throws Exception {
        list("First Name,Phone,Phone 2\n" + IntStream.range(0, 50).mapToObj(n -> "P" + n + ",91855502" + (10 + n) + "," + "91855503" + (10 + n))
            .collect(Collectors.joining("\n")));
        long first = attempt(1, "no_answer", "2026-11-01T15:00:00Z", "");
        database.sql().update("""
            INSERT INTO attempt (prospect_id, list_id, direction, outcome, at, day, there_weekday, there_hour, phone, cadence_id, series_id, step)
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
            SELECT 1 + n % 50, list_id, direction, outcome, at + (n * 7919 % 1000) * 1000, day, 1, 9, phone, cadence_id, series_id, step
            FROM number, attempt WHERE id = ?""", count - 1, first);
        database.sql().update("UPDATE attempt SET undone_at = 1 WHERE id % 11 = 3");
        database.sql().update("""
            INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, state)
            SELECT prospect_id, id, iif(id % 2, 'promise', 'callback'), at, 'America/Chicago', at, 'open' FROM attempt WHERE id % 7 = 0""");
        database.sql().update("INSERT INTO attempt_note (attempt_id, at, note) SELECT id, 0, 'note ' || id FROM attempt WHERE id % 13 = 0");
    }

    @Test
    void aLogOfManyPiecesStaysInOrderWithWhatBelongsToEachCall() throws Exception {
        manyCalls(12_000);
        Path file = folder.resolve("many.csv");
        ExportService.Exported exported = exporter.calls(Target.exact(file), LogFilter.all());
        List<String> expected = database.sql().list("""
            SELECT a.id || '|' || first_name || '|' || (SELECT count(*) FROM promise WHERE attempt_id = a.id AND kind = 'promise') || '|'
              || (SELECT count(*) FROM promise WHERE attempt_id = a.id) || '|' || iif(a.id % 13 = 0, 'note ' || a.id, '') || '|'
              || (SELECT group_concat(e164, ' ' ORDER BY rank) FROM phone WHERE prospect_id = p.id) AS line
            FROM attempt a JOIN prospect p ON p.id = a.prospect_id WHERE undone_at IS NULL ORDER BY a.at, a.id""", r -> r.text("line"));
        List<String> lines = new ArrayList<>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> lines.add(row.getField("attempt_id") + "|" + row.getField("first_name") + "|" + (row.getField("promised_at").isEmpty() ? 0 : 1) + "|"
                + (row.getField("agreed").isEmpty() ? 0 : 1) + "|" + row.getField("note") + "|" + row.getField("phones")));
        }
        assertEquals(expected, lines);
        assertEquals(expected.size(), exported.rows());
    }

    @Test
    void aCancelledExportOfManyPiecesLeavesNothingBehind() throws Exception {
        manyCalls(12_000);
        Path file = Files.createDirectory(folder.resolve("out")).resolve("many.csv");
        Progress progress = Progress.unwatched();
        progress.cancel();
        assertThrows(CancellationException.class,
            () -> exporter.calls(new Target(file, CsvFormat.AFTERBEEP, progress), LogFilter.all()));
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void twoSnapshotsShowOneMoment() throws Exception {
        someCalls();
        List<Snapshot> snapshots = database.snapshots();
        try {
            attempt(2, "busy", "2026-11-24T13:40:00Z", "");
            assertEquals(List.of(4L, 4L), snapshots.stream().map(s -> s.sql().number("SELECT count(*) FROM attempt")).toList());
        } finally {
            snapshots.forEach(Snapshot::close);
        }
    }
}

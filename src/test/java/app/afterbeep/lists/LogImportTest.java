package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.CorrectionRules;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LogService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.exports.ExportService.Target;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.studio.StudioSeries;
import app.afterbeep.studio.StudioService;
import app.afterbeep.studio.StudioStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A log that we exported comes back whole, once, and does nothing by itself.
final class LogImportTest {
    @TempDir
    private Path folder;
    private LogDesk from;
    private LogDesk into;

    @BeforeEach
    void open() throws Exception {
        from = new LogDesk(Files.createDirectory(folder.resolve("from")));
        into = new LogDesk(Files.createDirectory(folder.resolve("into")));
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
    }

    /// Twenty-five prospects, three days of calls with every outcome, through the real services.
    private void threeDays() throws Exception {
        StringBuilder list = new StringBuilder("First Name,Last Name,Company,Mobile,Phone,Email,Title,Id,Time Zone\n");
        for (int i = 0; i < 25; i++) {
            list.append("P%d,Lee,\"Co, %d\",(212) 555-01%02d,(212) 555-02%02d,p%d@example.com,CFO,X%d,%s%n".formatted(i, i, i, i, i, i, i % 3 == 0 ? "America/Denver" : ""));
        }
        from.list(list.toString());
        for (String day : List.of("2026-11-23", "2026-11-24", "2026-11-25")) {
            from.now(day + "T11:00:00");
            for (Outcome outcome : Outcome.values()) {
                if (from.desk.queue.turn(false) instanceof app.afterbeep.calls.Turn.Prospect(Card card, String after)) {
                    var chosen = Set.of(Outcome.CALLBACK_REQUESTED, Outcome.MEETING_BOOKED).contains(outcome) ? card.slot() : null;
                    from.desk.calls.log(card, outcome, new CallService.Details(20, chosen, "'=note of\n" + outcome));
                }
                from.desk.clock.pass(java.time.Duration.ofMinutes(7));
            }
        }
        from.desk.emails.markSent(1);
        into.desk.clock.set("2026-11-25T18:00:00-05:00[America/New_York]");
        from.desk.clock.set("2026-11-25T18:00:00-05:00[America/New_York]");
    }

    private Path exported(LogDesk desk, CsvFormat format) throws Exception {
        Path file = desk.folder.resolve(format + ".csv");
        desk.exporter.calls(new Target(file, format, Progress.unwatched()), LogFilter.all());
        return file;
    }

    private ImportReport restored(Path file) throws Exception {
        return into.importer.importFile(file, ImportOptions.none());
    }

    /// An email that had not left is withdrawn by the restore: that much differs.
    private static List<String> rows(Path file) throws Exception {
        return Files.readString(file).lines().map(row -> row.replaceAll("(?<=,)(waiting|ready|failed)(?=,)", "withdrawn")).toList();
    }

    private static Map<String, String> standing(Desk desk) {
        return desk.database.sql().list("""
            SELECT first_name, concat_ws(' ', status, step, due, next_call_at / 1000, reachable) AS stands FROM prospect p
            WHERE EXISTS (SELECT 1 FROM attempt WHERE prospect_id = p.id)""", r -> Map.entry(r.text("first_name"), r.text("stands"))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void sound() {
        assertEquals(List.of(), into.desk.database.check());
        assertEquals(List.of(), into.log.wrongHours());
        assertEquals(0, into.desk.number("""
            SELECT count(*) FROM (SELECT day, kind, state, count(*) FROM promise GROUP BY 1, 2, 3 EXCEPT SELECT day, kind, state, promises FROM promise_day)"""));
    }

    @Test
    void aCallThatIsStillToComeIsNoCall() throws Exception {
        Path file = into.file("future.csv", """
            attempt_id,at,direction,outcome,phone
            1,2036-11-20T10:00:00-05:00,outbound,busy,+12125550142
            """);
        ImportReport report = restored(file);
        assertEquals("imported 0, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals("the time in column at is still to come: ‘2036-11-20T10:00:00-05:00’", report.left().getFirst().reason());
    }

    @Test
    void anEmptyFileGetsTheSameLogAndStandings() throws Exception {
        threeDays();
        Path file = exported(from, CsvFormat.AFTERBEEP);
        ImportReport report = restored(file);
        long attempts = from.log.attempts();
        assertTrue(attempts > 20, "too few: " + attempts);
        assertEquals("imported " + attempts + ", updated 0, duplicates 0, rejected 0", report.counts());
        assertEquals(rows(file), rows(exported(into, CsvFormat.AFTERBEEP)));
        assertEquals(standing(from.desk), standing(into.desk));
        assertEquals(0, into.desk.number("SELECT count(*) FROM email WHERE state NOT IN ('sent', 'withdrawn')"), "nothing can leave");
        assertEquals(1, into.desk.number("SELECT count(*) FROM email WHERE state = 'sent'"));
        assertEquals(from.desk.number("SELECT count(*) FROM promise WHERE settled_attempt_id IS NOT NULL"),
            into.desk.number("SELECT count(*) FROM promise WHERE settled_attempt_id IS NOT NULL"));
        assertEquals(from.desk.number("SELECT count(*) FROM dnc"), into.desk.number("SELECT count(*) FROM dnc"));
        sound();
    }

    @Test
    void theSecondTimeChangesNothing() throws Exception {
        threeDays();
        Path file = exported(from, CsvFormat.AFTERBEEP);
        restored(file);
        String before = into.desk.state();
        ImportReport again = restored(file);
        assertEquals("imported 0, updated 0, duplicates " + from.log.attempts() + ", rejected 0", again.counts());
        assertEquals(before, into.desk.state());
        assertEquals("imported 0, updated 0, duplicates " + from.log.attempts() + ", rejected 0",
            from.importer.importFile(file, ImportOptions.none()).counts(), "into the file that it came from");
        sound();
    }

    @Test
    void whatASpreadsheetGotComesBackToo() throws Exception {
        threeDays();
        ImportReport report = restored(exported(from, CsvFormat.EXCEL));
        assertEquals(from.log.attempts(), report.imported());
        assertTrue(into.log.list(LogFilter.all(), 1).getFirst().note().startsWith("'=note of"), "only the apostrophe that the export put there comes off");
        sound();
    }

    @Test
    void peopleWhoAreThereAreFoundAndThoseAtWorkAreLeftAlone() throws Exception {
        threeDays();
        into.desk.clock.set("2026-11-26T09:00:00-05:00[America/New_York]");
        into.list("First Name,Last Name,Phone\nP0,Lee,(212) 555-0200\nP1,Lee,(212) 555-0201\nP1,Ray,(212) 555-0202\n");
        into.desk.database.transaction(() -> {
            Prospect p1 = into.prospect("P1");
            into.desk.attempts.add(app.afterbeep.calls.AttemptStore.Entry.now(p1, Outcome.BUSY, into.desk.clock.instant(), "+12125550201"));
            into.desk.prospects.schedule(p1.id(), Prospect.Status.ACTIVE, p1.seriesId(), 3, Prospect.Due.BUSY, into.desk.clock.instant());
            return p1;
        });
        String worked = into.desk.text("SELECT concat_ws(' ', status, step, due, next_call_at) FROM prospect WHERE id = 2");
        restored(exported(from, CsvFormat.AFTERBEEP));
        assertEquals(1, into.desk.number("SELECT count(*) FROM prospect WHERE first_name = 'P0'"), "found by the second number and the name");
        assertEquals(standing(from.desk).get("P0"), standing(into.desk).get("P0"), "nobody had called before: as logged");
        assertEquals(worked, into.desk.text("SELECT concat_ws(' ', status, step, due, next_call_at) FROM prospect WHERE id = 2"));
        assertEquals(0, into.desk.number("SELECT count(*) FROM promise WHERE prospect_id = 2 AND state = 'open' AND at > ?", into.desk.clock.instant()));
        sound();
    }

    @ParameterizedTest
    @CsvSource({"US, M/d/uuuu H:mm", "DE, dd.MM.uuuu HH:mm"})
    void aSpreadsheetMayHaveWrittenTimesInItsOwnWay(String country, String pattern) throws Exception {
        threeDays();
        DateTimeFormatter saved = DateTimeFormatter.ofPattern(pattern, Locale.US);
        String text = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d").matcher(Files.readString(exported(from, CsvFormat.EXCEL)))
            .replaceAll(time -> LocalDateTime.parse(time.group().replace(' ', 'T')).format(saved));
        long attempts = from.log.attempts();
        ImportOptions options = new ImportOptions("", country, Map.of());
        assertEquals("imported " + attempts + ", updated 0, duplicates 0, rejected 0", into.importer.importFile(into.file("saved.csv", text), options).counts());
        assertEquals(from.desk.text("SELECT group_concat(at / 60000) FROM attempt"), into.desk.text("SELECT group_concat(at / 60000) FROM attempt"));
        assertEquals(attempts, from.importer.importFile(from.file("saved.csv", text), options).duplicates(), "without the seconds they are the same calls");
        sound();
    }

    @Test
    void rowsThatCantBeReadAreRejectedWithTheirReason() throws Exception {
        ImportReport report = into.list("""
            attempt_id,at,direction,outcome,first_name,last_name,company,phone,list,step,script,message_seconds,promised_at,promise,next_call_at,email,note
            1,2026-11-23T10:00:00-05:00,outbound,no_answer,Ann,Lee,,+12125550144,Old,1,,,,,,,fine
            2,yesterday,outbound,no_answer,Ann,Lee,,+12125550144,Old,1,,,,,,,
            3,2026-11-23T10:01:00-05:00,sideways,no_answer,Ann,Lee,,+12125550144,Old,1,,,,,,,
            4,2026-11-23T10:02:00-05:00,outbound,sneezed,Ann,Lee,,+12125550144,Old,1,,,,,,,
            5,2026-11-23T10:03:00-05:00,outbound,no_answer,Ann,Lee,,12,Old,1,,,,,,,
            6,2026-11-23T10:04:00-05:00,outbound,no_answer,Bob,,,,Old,1,,,,,,,
            7,2026-11-23T10:05:00-05:00,outbound,left_voicemail,Cy,Moe,,+12125550145,Old,1,My own v7,18,2026-11-27T10:00:00-05:00,open,2026-11-27T10:00:00-05:00,ready,
            8,2026-11-23T10:06:00-05:00,outbound,no_answer,Ann,Lee,,+12125550144,Old,one,,,,,,,
            """);
        assertEquals("imported 2, updated 0, duplicates 0, rejected 6", report.counts());
        List<String> reasons = new ArrayList<>(report.rows().stream().map(row -> row.line() + " " + row.result() + ": " + row.reason()).toList());
        assertEquals(List.of("3 rejected: ‘yesterday’ in column at is no time like 2026-11-24T09:00:00-05:00",
            "4 rejected: there is no direction ‘sideways’", "5 rejected: there is no outcome ‘sneezed’",
            "6 rejected: no usable phone number: ‘12’ in column phone", "7 rejected: no phone number, and nobody of this name is known",
            "8 imported: the email had not left (ready): restored as withdrawn; the script “My own v7” is not in this file",
            "9 rejected: ‘one’ in column step is no number"), reasons);
        Prospect cy = into.prospect("Cy");
        assertEquals(Prospect.Due.PROMISE, cy.due());
        assertEquals(2, cy.step());
        assertEquals("Old", cy.listName());
        sound();
    }

    @Test
    void aCancelledRestoreLeavesNothing() throws Exception {
        threeDays();
        Path file = exported(from, CsvFormat.AFTERBEEP);
        Progress progress = Progress.unwatched();
        progress.cancel();
        assertThrows(CancellationException.class, () -> into.importer.importFile(file, ImportOptions.none(), progress));
        assertEquals(0, into.desk.prospects.count());
        assertEquals(0, into.log.attempts());
        assertFalse(restored(file).imported() == 0, "and it can be done again");
    }

    @Test
    void anUndoGoesOnAfterwards() throws Exception {
        threeDays();
        restored(exported(from, CsvFormat.AFTERBEEP));
        into.desk.clock.set("2026-11-27T11:00:00-05:00[America/New_York]");
        String before = into.desk.state();
        into.desk.log(into.desk.next(), Outcome.LEFT_VOICEMAIL);
        into.desk.calls.undo();
        assertEquals(before, into.desk.state());
    }

    private LogService logOf(Desk desk) {
        return new LogService(desk.database, desk.prospects, desk.attempts, desk.promises, desk.emails, desk.cards, desk.clock, () -> desk.settings);
    }

    private void elsewhere(String firstName, Outcome outcome, boolean follows) throws Exception {
        LogService log = logOf(from.desk);
        log.add(log.person(from.prospect(firstName).id()), new LogService.Elsewhere(outcome, false, from.desk.clock.instant(), "", null, follows));
    }

    @ParameterizedTest
    @EnumSource(value = CsvFormat.class, names = {"AFTERBEEP", "EXCEL"})
    void whatNothingFollowedFromHasNoConsequencesAfterARestoreEither(CsvFormat format) throws Exception {
        from.list("First Name,Last Name,Phone\nAnn,Lee,(212) 555-0201\nBob,Lee,(212) 555-0202\nCy,Lee,(212) 555-0203\nDi,Lee,(212) 555-0204\n"
            + "Ed,Lee,(212) 555-0205\nFay,Lee,(212) 555-0206\n");
        from.now("2026-11-24T11:00:00");
        elsewhere("Ann", Outcome.NOT_INTERESTED, false);
        elsewhere("Bob", Outcome.CONVERSATION, false);
        elsewhere("Cy", Outcome.WRONG_NUMBER, false);
        elsewhere("Di", Outcome.MEETING_BOOKED, false);
        long ed = from.desk.log(from.desk.card(from.prospect("Ed").id()), Outcome.NO_ANSWER).attemptId();
        CorrectionRules.Case c = logOf(from.desk).open(ed).orElseThrow();
        CorrectionRules.Change to = new CorrectionRules.Change(Outcome.NOT_INTERESTED, c.attempt().at(), "", null);
        logOf(from.desk).correct(c, CorrectionRules.of(c, to, from.desk.clock.instant()), false);
        elsewhere("Fay", Outcome.CONVERSATION, true);
        into.desk.clock.set("2026-11-24T12:00:00-05:00[America/New_York]");
        Path file = exported(from, format);
        restored(file);
        Map<String, String> restored = standing(into.desk);
        for (String name : List.of("Ann", "Bob", "Cy", "Di")) {
            assertTrue(restored.get(name).startsWith("active 1 fresh"), name + ": " + restored.get(name));
            assertTrue(restored.get(name).endsWith(" 1"), name + " is not reachable");
        }
        assertTrue(restored.get("Fay").startsWith("talking"), restored.get("Fay"));
        assertEquals(standing(from.desk).get("Ed"), restored.get("Ed"), "what the first version of it did holds");
        if (format == CsvFormat.AFTERBEEP) {
            assertEquals(rows(file), rows(exported(into, CsvFormat.AFTERBEEP)));
        }
        sound();
    }

    @Test
    void whoIsOnTheDoNotCallListByACallThatWasCorrectedSinceStaysThere() throws Exception {
        from.list("First Name,Last Name,Phone\nAnn,Lee,(212) 555-0201\n");
        from.now("2026-11-24T11:00:00");
        long attempt = from.desk.log(from.desk.card(from.prospect("Ann").id()), Outcome.DO_NOT_CALL).attemptId();
        CorrectionRules.Case c = logOf(from.desk).open(attempt).orElseThrow();
        CorrectionRules.Change to = new CorrectionRules.Change(Outcome.NOT_INTERESTED, c.attempt().at(), "", null);
        logOf(from.desk).correct(c, CorrectionRules.of(c, to, from.desk.clock.instant()), false);
        into.desk.clock.set("2026-11-24T12:00:00-05:00[America/New_York]");
        restored(exported(from, CsvFormat.AFTERBEEP));
        assertEquals(Prospect.Status.DNC, into.prospect("Ann").status());
        assertEquals(1, into.desk.number("SELECT count(*) FROM dnc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oops", "[{\"until\":\"x\"}]", "5", "[{\"until\":\"2026-11-24T12:00:00Z\",\"outcome\":\"sneezed\",\"at\":\"2026-11-23T12:00:00Z\",\"note\":\"\"}]"})
    void anEarlierVersionThatCantBeReadRejectsItsRowAndNotTheLog(String was) throws Exception {
        ImportReport report = restored(into.file("was.csv", """
            attempt_id,at,direction,outcome,first_name,phone,corrected_at,agreed,was
            1,2026-11-23T10:00:00-05:00,outbound,busy,Ann,+12125550142,2026-11-23T12:00:00-05:00,,"%s"
            2,2026-11-23T10:01:00-05:00,outbound,busy,Bob,+12125550143,,,
            """.formatted(was.replace("\"", "\"\""))));
        assertEquals("imported 1, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals("column was can't be read", report.left().getFirst().reason());
        sound();
    }

    @Test
    void whoWaitsForANumberDoesSoAfterwards() throws Exception {
        from.list("First Name,Last Name,Phone\nAnn,Lee,(212) 555-0201\n");
        from.now("2026-11-24T11:00:00");
        from.desk.log(from.desk.card(from.prospect("Ann").id()), Outcome.WRONG_NUMBER);
        Path waiting = Files.copy(exported(from, CsvFormat.AFTERBEEP), folder.resolve("waiting.csv"));
        from.list("First Name,Last Name,Phone,Mobile\nAnn,Lee,(212) 555-0201,(212) 555-0301\n");
        Path brought = exported(from, CsvFormat.AFTERBEEP);
        into.desk.clock.set("2026-11-24T12:00:00-05:00[America/New_York]");
        restored(waiting);
        assertEquals("active 1 step 0", into.desk.text("SELECT concat_ws(' ', status, step, due, next_call_at, reachable) FROM prospect"));
        try (LogDesk third = new LogDesk(Files.createDirectory(folder.resolve("third")))) {
            third.desk.clock.set("2026-11-24T12:00:00-05:00[America/New_York]");
            third.importer.importFile(brought, ImportOptions.none());
            assertEquals("+12125550301", third.desk.next().dialed().e164());
        }
    }

    @Test
    void aSeriesThatTheFileLacksIsNamedAndOneThatWasTakenBackIsNone() throws Exception {
        StudioService studio = studio(into.desk);
        StudioSeries first = studio.load().series().getFirst();
        studio.addSeries(new StudioService.NewSeries("Taken back", first, true, true));
        into.desk.calls.undo();
        ImportReport report = restored(into.file("series.csv", """
            attempt_id,at,direction,outcome,first_name,last_name,phone,step,series
            1,2026-11-20T10:00:00-05:00,outbound,no_answer,Ann,Lee,+12125550142,1,Taken back
            2,2026-11-20T10:00:00-05:00,outbound,no_answer,Bob,Ray,+12125550143,1,%s
            """.formatted(first.name())));
        assertEquals("imported 2, updated 0, duplicates 0, rejected 0", report.counts());
        assertEquals(List.of("the series “Taken back” is not in this file"), report.rows().stream().map(ImportReport.Row::reason).toList());
    }

    private static StudioService studio(Desk desk) {
        return new StudioService(desk.database, new StudioStore(desk.database.sql(), desk.cadences, desk.clock), desk.scripts, () -> desk.settings);
    }
}

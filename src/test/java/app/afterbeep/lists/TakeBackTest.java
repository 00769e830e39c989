package app.afterbeep.lists;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportService;
import app.afterbeep.lists.ImportReport.Result;
import app.afterbeep.lists.ImportService.TakenBack;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is kept of an import, and how it is taken back.
class TakeBackTest extends LogDeskTest {
    private static final String LIST = "Name,Phone,Email,Do Not Call\nAnn Lee,918 555 0142,ann@example.com,\nBob Ray,918 555 0143,,\n"
        + "Ann Lee,918 555 0142,,\nCid Moe,none,,\nDan Poe,918 555 0144,,yes\n";

    private ImportReport imported(String name, String csv) throws Exception {
        return desk.importer.importFile(desk.file(name, csv), ImportOptions.none());
    }

    private ImportReport beside(String name, String csv) throws Exception {
        return desk.importer.importBeside(desk.file(name, csv), ImportOptions.none(), Progress.unwatched(), Background.direct());
    }

    private TakenBack takenBack(ImportReport report) throws AppException {
        return desk.importer.takeBack(report.importId(), Progress.unwatched());
    }

    private List<String> rows(ImportReport report, Result result) {
        return desk.importer.rows(report.importId(), result, 0, 100).stream().map(row -> row.line() + " " + row.reason()).toList();
    }

    @Test
    void everyCountCanBeOpened() throws Exception {
        for (ImportReport report : List.of(imported("one.csv", LIST), beside("two.csv", LIST.replace("918", "719").replace("ann@", "anna@")))) {
            assertEquals("imported 3, updated 0, duplicates 1, rejected 1", report.counts());
            assertEquals(1, report.suppressed());
            assertEquals(List.of("2 ", "3 ", "6 on the do-not-call list"), rows(report, Result.IMPORTED));
            assertTrue(rows(report, Result.DUPLICATE).getFirst().matches("4 \\+1 ... 555 0142 is already known"));
            assertEquals(List.of("5 no usable phone number: ‘none’ in column Phone"), rows(report, Result.REJECTED));
            assertEquals(List.of(6L), desk.importer.suppressedRows(report.importId(), 0, 10).stream().map(ImportReport.Row::line).toList());
            assertEquals(List.of(3L), desk.importer.rows(report.importId(), Result.IMPORTED, 1, 1).stream().map(ImportReport.Row::line).toList(), "a page");
        }
    }

    @Test
    void rejectsAreWrittenWithLineAndReason() throws Exception {
        ImportReport report = imported("leads.csv", LIST);
        Path rejects = folder.resolve("rejects.csv");
        assertEquals(2, desk.importer.saveRejects(report.importId(), rejects));
        assertEquals("""
            line,result,reason,Name,Phone,Email,Do Not Call
            4,duplicate,+1 918 555 0142 is already known,Ann Lee,918 555 0142,,
            5,rejected,no usable phone number: ‘none’ in column Phone,Cid Moe,none,,
            """, Files.readString(rejects).replace("\r\n", "\n"));
    }

    @Test
    void aZoneThatAListBringsTakesThePromiseAlongAndBackAgain() throws Exception {
        imported("one.csv", "Name,Phone\nAnn Lee,918 555 0142\n");
        desk.now("2026-11-24T10:00:00");
        desk.desk.log(desk.desk.next(), Outcome.LEFT_VOICEMAIL);
        String before = desk.desk.state();
        LocalDateTime spoken = spoken("Ann");
        ImportReport report = imported("two.csv", "Name,Phone,Time Zone\nAnn Lee,918 555 0142,America/Los_Angeles\n");
        assertEquals("America/Los_Angeles", desk.prospect("Ann").place().zoneNames());
        assertEquals(spoken, spoken("Ann"));
        takenBack(report);
        assertEquals(before, desk.desk.state());
    }

    private LocalDateTime spoken(String firstName) {
        Prospect p = desk.prospect(firstName);
        return p.nextCallAt().atZone(p.place().zone()).toLocalDateTime();
    }

    @Test
    void undoTakesTheWholeImportBackAsOneAction() throws Exception {
        String before = desk.desk.state();
        imported("leads.csv", LIST);
        assertEquals("Imported 3 people from leads.csv", desk.desk.calls.undo().orElseThrow().label());
        assertEquals(List.of("Took back the import of leads.csv: 3 people removed."), desk.importer.recover(Background.direct()));
        assertEquals(before, desk.desk.state());
        assertEquals(0, desk.desk.number("SELECT count(*) FROM list WHERE name = 'leads'"));
        assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect_search WHERE prospect_search MATCH 'ann'"));
        assertEquals("the import of leads.csv was taken back", desk.desk.text("SELECT reason FROM dnc_removed"));
        assertEquals(3, imported("leads.csv", LIST).imported(), "and it can come again");
        assertEquals(List.of(), desk.importer.recover(Background.direct()));
    }

    @Test
    void whoWasCalledStays() throws Exception {
        ImportReport report = imported("leads.csv", LIST);
        desk.log("2026-11-24T10:00:00", "Bob", Outcome.LEFT_VOICEMAIL);
        TakenBack back = takenBack(report);
        assertEquals("Took back the import of leads.csv: 2 people removed, 1 stays, since they were called.", back.words());
        assertEquals("Bob", desk.prospect("Bob").firstName());
        assertEquals(1, desk.desk.number("SELECT count(*) FROM prospect"));
        assertEquals(1, desk.desk.number("SELECT count(*) FROM list WHERE name = 'leads'"), "he is in it");
        assertEquals(1, desk.desk.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"));
        assertTrue(assertThrows(AppException.class, () -> takenBack(report)).getMessage().endsWith("is already taken back."));
        assertEquals(List.of(), desk.desk.database.check());
    }

    @Test
    void theUndoOfACallBeforeItLeavesNobodyInTheQueue() throws Exception {
        ImportReport report = imported("leads.csv", LIST);
        desk.log("2026-11-24T10:00:00", "Bob", Outcome.LEFT_VOICEMAIL);
        desk.desk.calls.undo();
        takenBack(report);
        assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL"));
    }

    @Test
    void whatItChangedStandsThereAgainUnlessItChangedSince() throws Exception {
        imported("old.csv", "Name,Phone,Email\nAnn Lee,918 555 0142,ann@example.com\nBob Ray,918 555 0143,\n");
        String before = desk.desk.state();
        String update = "Name,Phone,Phone 2,Email,Title,Time Zone,Shoe size,Do Not Call\n"
            + "Ann Lee,918 555 0142,918 555 0199,ann@example.com,CFO,America/Denver,38,\nBob Ray,918 555 0143,,,Buyer,,,yes\n";
        ImportReport report = imported("new.csv", update);
        assertEquals("imported 0, updated 2, duplicates 0, rejected 0", report.counts());
        assertEquals("CFO", desk.prospect("Ann").title());
        assertEquals(Prospect.Status.DNC, desk.prospect("Bob").status());
        takenBack(report);
        assertEquals(before, desk.desk.state());

        ImportReport again = imported("new.csv", update);
        desk.desk.database.sql().update("UPDATE prospect SET title = 'CEO' WHERE first_name = 'Ann'");
        takenBack(again);
        assertEquals("CEO", desk.prospect("Ann").title());
        assertEquals(Map.of(), desk.prospect("Ann").fields());
        assertEquals(1, desk.prospect("Ann").phones().size());
    }

    @Test
    void anImportThatOnlyPutSomebodyOnTheDoNotCallListIsAnActionToo() throws Exception {
        imported("old.csv", "Name,Phone,Email\nAnn Lee,918 555 0142,ann@example.com\n");
        String before = desk.desk.state();
        for (ImportOptions.Mode mode : List.of(ImportOptions.Mode.CREATE, ImportOptions.Mode.UPDATE_ONLY)) {
            String name = mode == ImportOptions.Mode.CREATE ? "Ann Lee" : "Somebody Else";
            ImportReport report = desk.importer.importFile(desk.file("stop.csv", "Name,Phone,Do Not Call\n" + name + ",918 555 0142,yes\n"),
                new ImportOptions("", "", Map.of(), List.of(), Map.of(), mode, ImportOptions.Match.ANY));
            assertEquals(0, report.imported() + report.updated());
            assertEquals(List.of(2L), desk.importer.suppressedRows(report.importId(), 0, 10).stream().map(ImportReport.Row::line).toList());
            assertEquals("Do not call – 1 person of stop.csv", desk.desk.calls.undo().orElseThrow().label());
            desk.importer.recover(Background.direct());
            assertEquals(before, desk.desk.state());
        }
    }

    @Test
    void promisesAndEmailsThatItLetGoAreGivenBack() throws Exception {
        imported("old.csv", "Name,Phone,Email\nAnn Lee,212 555 0142,ann@example.com\nBob Ray,212 555 0142,bob@example.com\nCid Moe,212 555 0143,cid@example.com\n");
        desk.now("2026-11-24T11:00:00");
        for (String name : List.of("Ann", "Bob", "Cid")) {
            desk.desk.log(desk.desk.card(desk.prospect(name).id()), Outcome.LEFT_VOICEMAIL);
        }
        assertEquals(3, desk.desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
        assertEquals(3, desk.desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
        String before = desk.desk.state();
        String stop = "Name,Phone,Phone 2,Email,Do Not Call\nAnn Lee,212 555 0142,,ann@example.com,yes\nDan Poe,212 555 0149,,,\nEve Fox,212 555 0143,,cid@example.com,yes\n";
        ImportReport report = imported("stop.csv", stop);
        assertEquals(0, desk.desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
        assertEquals(1, desk.desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"), "only to Bob, whose address nobody has named");
        takenBack(report);
        assertEquals(before, desk.desk.state());

        // So many that whoever watches is told something before they are in.
        Path file = desk.file("stop.csv", stop + IntStream.range(0, 20_000).mapToObj("Fay Gay%1$d,212 556 %1$04d,,fay%1$d@example.com,\n"::formatted).collect(joining()));
        Progress[] cancelled = {null};
        cancelled[0] = new Progress(how -> cancelled[0].cancel());
        assertThrows(CancellationException.class, () -> desk.importer.importBeside(file, ImportOptions.none(), cancelled[0], Background.direct()));
        assertEquals(before, desk.desk.state());

        ImportReport again = imported("stop.csv", stop);
        desk.desk.database.sql().update("DELETE FROM dnc");
        desk.desk.database.sql().update("UPDATE prospect SET status = 'active'");
        desk.log("2026-11-24T12:00:00", "Ann", Outcome.NO_ANSWER);
        takenBack(again);
        assertEquals(2, desk.desk.number("SELECT count(*) FROM promise WHERE state = 'open'"), "who was called since has what came of that call");
    }

    @Test
    void anImportBesideGivesTheSameAsOneAtOnce() throws Exception {
        beside("leads.csv", LIST);
        String state = desk.desk.state();
        try (LogDesk other = new LogDesk(Files.createDirectory(folder.resolve("other")))) {
            other.importer.importFile(other.file("leads.csv", LIST), ImportOptions.none());
            assertEquals(other.desk.state(), state);
        }
        assertEquals(1, desk.desk.number("SELECT count(*) FROM prospect_search WHERE prospect_search MATCH 'ann'"));
        assertEquals("Imported 3 people from leads.csv", desk.desk.database.undoable().orElseThrow().label());
    }

    @Test
    void aCancelledImportLeavesNothing() throws Exception {
        String before = desk.desk.state();
        Path file = desk.file("leads.csv", LIST);
        Progress cancelled = Progress.unwatched();
        cancelled.cancel();
        assertThrows(CancellationException.class, () -> desk.importer.importBeside(file, ImportOptions.none(), cancelled, Background.direct()));
        assertEquals(before, desk.desk.state());
        assertEquals("taken_back", desk.desk.text("SELECT state FROM import"));
        assertEquals(3, desk.importer.importFile(file, ImportOptions.none()).imported());
    }

    @Test
    void whileOneRunsAnotherIsRefused() throws Exception {
        desk.desk.database.sql().update("INSERT INTO import (at, file) VALUES (0, 'other.csv')");
        Path file = desk.file("leads.csv", LIST);
        assertEquals("other.csv is still being imported. Wait until it is in, or cancel it.",
            assertThrows(AppException.class, () -> desk.importer.importFile(file, ImportOptions.none())).getMessage());
    }

    @Test
    void aRestoredLogStays() throws Exception {
        desk.list("Name,Phone\nAnn Lee,918 555 0142\n");
        desk.log("2026-11-24T10:00:00", "Ann", Outcome.NO_ANSWER);
        Path log = folder.resolve("log.csv");
        desk.exporter.calls(ExportService.Target.exact(log), app.afterbeep.calls.LogFilter.between(null, null));
        ImportReport report = desk.importer.importFile(log, ImportOptions.none());
        assertEquals(1, report.duplicates());
        assertTrue(assertThrows(AppException.class, () -> takenBack(report)).getMessage().startsWith("A call log that was restored stays"));
        assertEquals(1, desk.importer.rows(report.importId(), Result.DUPLICATE, 0, 10).size());
    }
}

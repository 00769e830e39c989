package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.exports.ExportService.Target;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.Progress;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file of prospects that we exported, in the hands of a rep.
final class ExportedProspectsTest {
    @TempDir
    private Path folder;
    private LogDesk from;
    private LogDesk into;

    @BeforeEach
    void open() throws Exception {
        from = new LogDesk(Files.createDirectory(folder.resolve("from")));
        into = new LogDesk(Files.createDirectory(folder.resolve("into")));
        from.list("""
            First Name,Last Name,Company,Mobile,Phone,Email
            Ann,Lee,Acme,(212) 555-0201,(212) 555-0202,Ann@Example.com
            Bob,Ray,Acme,,(212) 555-0202,
            Cy,Fox,,(212) 555-0203,,
            """);
        from.now("2026-11-24T11:00:00");
        into.now("2026-11-24T12:00:00");
    }

    @AfterEach
    void close() {
        from.close();
        into.close();
    }

    private Path exported(CsvFormat format) throws Exception {
        Path file = folder.resolve("prospects.csv");
        from.exporter.prospects(new Target(file, format, Progress.unwatched()));
        return file;
    }

    private ImportReport edited(CsvFormat format, String what, String by) throws Exception {
        String text = Files.readString(exported(format));
        assertTrue(text.contains(what), text);
        return into.importer.importFile(into.file("edited.csv", text.replace(what, by)), ImportOptions.none());
    }

    /// The export after somebody has typed into one cell of it.
    private Path typed(CsvFormat format, String firstName, String column, String text) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(exported(format))) {
            reader.forEach(record -> rows.add(new ArrayList<>(record.getFields())));
        }
        rows.stream().filter(row -> row.getFirst().equals(firstName)).findFirst().orElseThrow().set(rows.getFirst().indexOf(column), text);
        StringWriter csv = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(csv)) {
            rows.forEach(writer::writeRecord);
        }
        return into.file("typed.csv", csv.toString());
    }

    @Test
    void doNotCallThatWasTypedInPutsThemOnTheList() throws Exception {
        from.desk.log(from.desk.card(from.prospect("Ann").id()), Outcome.DO_NOT_CALL);
        from.list("First Name,Last Name,Phone\nEd,Moe,(212) 555-0203\n");
        for (CsvFormat format : List.of(CsvFormat.AFTERBEEP, CsvFormat.EXCEL)) {
            Path file = typed(format, "Cy", "do_not_call", "opted out");
            ImportReport report = into.importer.importFile(file, ImportOptions.none());
            assertEquals("imported 4, updated 0, duplicates 0, rejected 0", report.counts());
            assertEquals(Prospect.Status.DNC, into.prospect("Cy").status());
            assertTrue(into.prospect("Ed").phone().isEmpty(), "who shares the number");
            assertTrue(report.rows().stream().anyMatch(row -> row.reason().equals("on the do-not-call list; ‘opted out’ is taken for do not call")), report.rows().toString());
            into.importer.takeBack(report.importId(), Progress.unwatched());
            assertEquals(0, into.desk.number("SELECT count(*) FROM dnc"));
        }
    }

    @Test
    void doNotCallThatWasTypedInHoldsForWhoIsKnownHereToo() throws Exception {
        into.list("First Name,Last Name,Phone\nCy,Fox,(212) 555-0203\n");
        into.importer.importFile(typed(CsvFormat.EXCEL, "Cy", "do_not_call", "x"), ImportOptions.none());
        assertEquals(Prospect.Status.DNC, into.prospect("Cy").status());
        assertTrue(into.prospect("Bob").phone().isPresent());
    }

    @Test
    void whatSomebodyHasTypedInASpreadsheetOutranksWhatStandsBehindIt() throws Exception {
        from.desk.database.transaction(() -> {
            from.desk.prospects.phones().markBad(from.prospect("Ann").id(), "+12125550201");
            return true;
        });
        assertEquals("imported 3, updated 0, duplicates 0, rejected 0", edited(CsvFormat.EXCEL, "Cy,Fox,,,+12125550203", "Cy,Fox,,,212 555 0299").counts());
        assertEquals(List.of("+12125550299"), into.prospect("Cy").phones().stream().map(p -> p.e164()).toList());
        assertEquals("+12125550202", into.prospect("Ann").phone().orElseThrow().e164(), "and what was wrong stays wrong");
        assertEquals(2, into.prospect("Ann").phones().size());
    }

    @Test
    void aTimeZoneThatWasTypedInIsTakenOver() throws Exception {
        String text = Files.readString(exported(CsvFormat.AFTERBEEP)).replaceFirst("(Cy,Fox(,[^,]*){9}),", "$1,America/Denver");
        assertEquals(3, into.importer.importFile(into.file("edited.csv", text), ImportOptions.none()).imported());
        assertEquals("America/Denver", into.prospect("Cy").place().zone().getId());
        assertEquals(Place.Source.IMPORTED, into.prospect("Cy").placeSource());
    }

    private Prospect typedInto(String firstName, String column, String text) throws Exception {
        assertEquals(0, into.importer.importFile(typed(CsvFormat.EXCEL, firstName, column, text), ImportOptions.none()).rejected());
        return into.prospect(firstName);
    }

    @Test
    void aNumberThatWasTypedInSaysAnewWhereTheyAre() throws Exception {
        from.desk.database.transaction(() -> {
            from.desk.prospects.places().saveHours(from.prospect("Cy").id(), from.prospect("Cy").place().with("10:00-12:00"));
            return true;
        });
        Prospect moved = typedInto("Cy", "phone", "(415) 555-0299");
        assertEquals(new Place(moved.place().id(), "US", "CA", List.of(ZoneId.of("America/Los_Angeles")), "10:00-12:00"), moved.place());
        assertEquals(Place.Source.NUMBER, moved.placeSource());
        assertEquals("America/New_York", into.prospect("Ann").place().zone().getId());
    }

    @Test
    void aNumberThatWasTypedInLeavesTheZoneThatSomebodyHasSaid() throws Exception {
        from.desk.database.transaction(() -> {
            from.desk.prospects.places().save(from.prospect("Cy").id(), from.prospect("Cy").place().in(List.of(ZoneId.of("America/Denver"))));
            return true;
        });
        Prospect moved = typedInto("Cy", "phone", "(305) 555-0299");
        assertEquals("FL [America/Denver] edited", moved.place().region() + " " + moved.place().zones() + " " + moved.placeSource());
    }

    @Test
    void aZoneThatWasTypedInLeavesStateAndHours() throws Exception {
        from.list("First Name,Last Name,Phone\nFlo,Key,(305) 555-0209\n");
        from.desk.database.transaction(() -> {
            from.desk.prospects.places().saveHours(from.prospect("Flo").id(), from.prospect("Flo").place().with("10:00-12:00"));
            return true;
        });
        into.list("First Name,Last Name,Phone\nFlo,Key,(305) 555-0209\n");
        Place known = typedInto("Flo", "time_zone", "America/Chicago").place();
        assertEquals("FL America/Chicago", known.region() + " " + known.zoneNames());
        into.importer.takeBack(into.desk.number("SELECT max(id) FROM import"), Progress.unwatched());
        into.desk.database.sql().update("UPDATE prospect SET first_name = 'Other'");
        Place added = typedInto("Flo", "time_zone", "Central").place();
        assertEquals("FL America/Chicago 10:00-12:00", added.region() + " " + added.zoneNames() + " " + added.hours());
    }

    @Test
    void aZoneThatIsNoneIsRemarked() throws Exception {
        ImportReport report = into.importer.importFile(typed(CsvFormat.EXCEL, "Cy", "time_zone", "Mars"), ImportOptions.none());
        assertEquals("there is no time zone ‘Mars’: America/New_York is taken from the number", report.rows().getFirst().reason());
    }

    @ParameterizedTest
    @CsvSource({"US, M/d/uuuu H:mm", "US, M/d/uuuu h:mm a", "GB, dd/MM/uuuu HH:mm", "DE, dd.MM.uuuu HH:mm", "NL, d-M-uuuu HH:mm", "CA, uuuu-MM-dd H:mm"})
    void aSpreadsheetMayHaveWrittenTimesAndNumbersInItsOwnWay(String country, String pattern) throws Exception {
        from.now("2026-11-05T09:07:00");
        from.list("First Name,Last Name,Phone\nEd,Moe,(212) 555-0204\n");
        from.now("2026-11-24T11:00:00");
        from.desk.log(from.desk.card(from.prospect("Cy").id()), Outcome.NO_ANSWER);
        DateTimeFormatter saved = DateTimeFormatter.ofPattern(pattern, Locale.US);
        String text = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d").matcher(Files.readString(exported(CsvFormat.EXCEL)))
            .replaceAll(time -> LocalDateTime.parse(time.group().replace(' ', 'T')).format(saved));
        Path file = into.file("saved.csv", text.replace(",+12125550203,", ",12125550203,").replace(",+12125550204,", ",1.21256E+10,"));
        ImportReport report = into.importer.importFile(file, new ImportOptions("", country, Map.of()));
        assertEquals("imported 4, updated 0, duplicates 0, rejected 0", report.counts(), report.rows().toString());
        assertEquals(0, report.remarked());
        assertEquals("2026-11-05T14:07:00Z", Instant.ofEpochMilli(into.desk.number("SELECT created_at FROM prospect WHERE first_name = 'Ed'")).toString());
        assertEquals(from.prospect("Cy").nextCallAt(), into.prospect("Cy").nextCallAt());
        assertEquals(from.prospect("Cy").phones().getFirst().label(), into.prospect("Cy").phones().getFirst().label());
        assertEquals("+12125550204", into.prospect("Ed").phone().orElseThrow().e164());
    }

    @Test
    void sinceWhenSomebodyIsHereIsNoReasonToLeaveThemOut() throws Exception {
        ImportReport report = edited(CsvFormat.AFTERBEEP, "2026-11-24T10:00:00-05:00", "long ago");
        assertEquals("imported 3, updated 0, duplicates 0, rejected 0", report.counts());
        assertEquals("‘long ago’ in column created_at can't be read, now is taken instead", report.rows().getFirst().reason());
    }

    @Test
    void aSpreadsheetMayHaveSavedItWithSemicolons() throws Exception {
        from.desk.log(from.desk.card(from.prospect("Cy").id()), Outcome.NOT_INTERESTED);
        String text = Files.readString(exported(CsvFormat.EXCEL));
        Path file = into.file("semicolons.csv", text.replace(";", "§").replace(",", ";").replaceAll("(?<=[;\\n])([^;\\n\"]*§[^;\\n\"]*)(?=[;\\r])", "\"$1\"").replace("§", ";")
            .replace("\"Cold; five attempts\"", "\"Cold, five attempts\""));
        assertEquals("imported 3, updated 0, duplicates 0, rejected 0", into.importer.importFile(file, ImportOptions.none()).counts());
        assertEquals(Prospect.Status.RESTING, into.prospect("Cy").status());
    }

    @Test
    void aSeriesThatTheFileLacksIsNamedAndTheRestIsRestored() throws Exception {
        ImportReport report = edited(CsvFormat.AFTERBEEP, "First round", "My own");
        assertEquals("the series “My own” is not in this file", report.rows().getFirst().reason());
        assertEquals(3, report.rows().size());
        assertEquals(3, report.imported());
    }

    @Test
    void aCellThatCantBeReadRejectsItsRow() throws Exception {
        for (String[] edit : List.of(new String[] {",active,", ",lively,", "‘lively’ in column status can't be read"},
                new String[] {",at once,", ",soon,", "‘soon’ in column due can't be read"},
                new String[] {"number;US", "nowhere;US", "in column place can't be read"},
                new String[] {"+12125550203;;;mobile", "oops", "‘oops’ in column all_numbers can't be read"})) {
            ImportReport report = edited(CsvFormat.AFTERBEEP, edit[0], edit[1]);
            assertTrue(report.rejected() > 0, edit[1]);
            assertTrue(report.left().stream().anyMatch(row -> row.reason().endsWith(edit[2])), report.left().toString());
        }
    }

    @Test
    void whoeverMustNotBeCalledIsNotCalledHereEither() throws Exception {
        from.desk.log(from.desk.card(from.prospect("Ann").id()), Outcome.DO_NOT_CALL);
        into.list("First Name,Last Name,Phone\nBob,Ray,(212) 555-0202\nDi,Moe,(212) 555-0201\n");
        Path file = exported(CsvFormat.AFTERBEEP);
        ImportReport report = into.importer.importFile(file, ImportOptions.none());
        assertEquals("imported 2, updated 1, duplicates 0, rejected 0", report.counts());
        assertTrue(into.prospect("Di").phone().isEmpty(), "who shares a number of Ann's");
        assertTrue(into.prospect("Bob").phone().isEmpty());
        assertEquals(Prospect.Status.DNC, into.prospect("Ann").status());
        assertEquals(Prospect.Status.ACTIVE, into.prospect("Bob").status());
        assertEquals(0, into.importer.importFile(file, ImportOptions.none()).updated());
    }

    @Test
    void whoIsKnownStaysWhereTheyStandHere() throws Exception {
        from.desk.calls.log(from.desk.card(from.prospect("Cy").id()), Outcome.NOT_INTERESTED, new CallService.Details(null, null, ""));
        into.list("First Name,Last Name,Phone\nCy,Fox,(212) 555-0203\n");
        assertEquals("imported 2, updated 0, duplicates 1, rejected 0", into.importer.importFile(exported(CsvFormat.AFTERBEEP), ImportOptions.none()).counts());
        assertEquals(Prospect.Status.ACTIVE, into.prospect("Cy").status());
    }

    @Test
    void aHeaderOfAStrangerIsNoFormulaInASpreadsheet() throws Exception {
        from.list("First Name,Last Name,Phone,=HYPERLINK(1)\nEd,Moe,(212) 555-0209,x\n");
        assertTrue(Files.readString(exported(CsvFormat.EXCEL)).contains(",'=HYPERLINK(1)\r\n"));
    }
}

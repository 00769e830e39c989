package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.calls.Outcome;
import app.afterbeep.lists.ImportOptions.Match;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.testkit.LogDeskTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is added, who is changed, and by what they are recognised.
class ImportModesTest extends LogDeskTest {
    private static final String KNOWN = "Name,Phone,Email,External ID\nAnn Lee,918 555 0142,ann@example.com,A1\nBob Ray,918 555 0143,bob@example.com,B2\n";


    @BeforeEach
    void fill() throws Exception {
        desk.list(KNOWN);
    }

    private String imported(Mode mode, Match match, String csv) throws Exception {
        return report(mode, match, Map.of(), csv).counts();
    }

    private ImportReport report(Mode mode, Match match, Map<String, String> defaults, String csv) throws Exception {
        return desk.importer.importFile(desk.file("more.csv", csv), new ImportOptions("", "", Map.of(), List.of(), defaults, mode, match));
    }

    @Test
    void modesSayWhetherSomebodyIsAddedOrChanged() throws Exception {
        String csv = "Name,Phone,Title\nAnn Lee,918 555 0142,CFO\nCid Moe,918 555 0144,CTO\n";
        assertEquals("imported 0, updated 1, duplicates 0, rejected 1", imported(Mode.UPDATE_ONLY, Match.ANY, csv));
        assertEquals("CFO", desk.prospect("Ann").title());
        assertEquals("imported 1, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE, Match.ANY, csv.replace("CFO", "CEO")));
        assertEquals("CFO", desk.prospect("Ann").title());
    }

    @Test
    void whoIsNotAddedButAskedNotToBeCalledIsOnTheListAllTheSame() throws Exception {
        ImportReport report = report(Mode.UPDATE_ONLY, Match.ANY, Map.of(), "Name,Phone,Email,Do not call\nCid Moe,918 555 0142,cid@example.com,yes\n");
        assertEquals("imported 0, updated 0, duplicates 0, rejected 1", report.counts());
        assertEquals(0, desk.desk.number("SELECT reachable FROM prospect WHERE first_name = 'Ann'"), "shares the number");
        assertEquals(2, desk.desk.number("SELECT count(*) FROM dnc WHERE import_id = " + report.importId()));
        desk.importer.takeBack(report.importId(), app.afterbeep.ui.Progress.unwatched());
        assertEquals(0, desk.desk.number("SELECT count(*) FROM dnc"));
    }

    @Test
    void whoAsksNotToBeCalledIsNotCalledOnAnyNumberOfTheirRow() throws Exception {
        desk.list("Name,Phone,Email\nEve Fox,918 555 0171,eve@example.com\nDan Poe,918 555 0172,\n");
        ImportReport report = report(Mode.CREATE, Match.ANY, Map.of(),
            "Name,Phone,Phone 2,Email,Do not call\nAnn Lee,918 555 0142,918 555 0171,lee@example.com,yes\n,918 555 0143,918 555 0172,,yes\n");
        assertEquals("imported 0, updated 0, duplicates 2, rejected 0", report.counts());
        assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect WHERE reachable"), "nobody who shares a number of such a row is called");
        assertEquals(1, desk.desk.number("SELECT count(*) FROM dnc WHERE kind = 'email' AND value = 'lee@example.com'"));
        desk.importer.takeBack(report.importId(), app.afterbeep.ui.Progress.unwatched());
        assertEquals(4, desk.desk.number("SELECT count(*) FROM prospect WHERE reachable"));
    }

    @Test
    void peopleAreMatchedByWhatTheRepSays() throws Exception {
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.EMAIL,
            "Name,Phone,Email\nAnn Lee,918 555 0142,lee@example.com\n"), "another address, the same number");
        assertEquals("imported 0, updated 1, duplicates 0, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.EMAIL,
            "Name,Phone,Email\nBob Ray,918 555 0150,BOB@example.com\n"));
        assertEquals("imported 1, updated 0, duplicates 0, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.PHONE,
            "Name,Phone,Email\nBob Ray,918 555 0151,bob@example.com\n"));
        assertEquals("imported 0, updated 1, duplicates 0, rejected 0", imported(Mode.UPDATE_ONLY, Match.EXTERNAL_ID,
            "Name,Phone,External ID\nBob Ray,918 555 0152,B2\n"));
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE, Match.EXTERNAL_ID,
            "Name,Phone,External ID\nAnn Lee,918 555 0142,\n"), "a row without an id is looked up by its number");
    }

    @Test
    void aRowWithoutANameSaysMoreOfTheOneWhoIsMeant() throws Exception {
        assertEquals("imported 0, updated 1, duplicates 0, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.EMAIL,
            "Email,Mobile\nann@example.com,918 555 0150\n"));
        assertEquals(List.of("+19185550142", "+19185550150"), ListTest.numbers(desk.prospect("Ann")));
        assertEquals("imported 0, updated 1, duplicates 0, rejected 0", imported(Mode.UPDATE_ONLY, Match.EXTERNAL_ID, "External ID,Phone\nB2,918 555 0151\n"));
        assertEquals(List.of("+19185550143", "+19185550151"), ListTest.numbers(desk.prospect("Bob")));
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.ANY,
            "Phone,Email,Title\n918 555 0142,bob@example.com,CFO\n"), "a number of Ann's, an address of Bob's");
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.ANY, "Phone,External ID,Title\n918 555 0142,B2,CFO\n"));
        desk.list("Name,Phone\nCid Moe,918 555 0143\n");
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.ANY, "Phone,Title\n918 555 0143,CFO\n"), "Bob's or Cid's");
        assertEquals("", desk.prospect("Bob").title());
        assertEquals("imported 0, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE, Match.EMAIL, "Email,Mobile\nann@example.com,918 555 0159\n"));
    }

    @Test
    void emptyCellsGetTheDefaultValue() throws Exception {
        report(Mode.CREATE, Match.ANY, Map.of("company", "Acme", "time_zone", "America/Denver"),
            "Name,Phone,Company\nCid Moe,918 555 0144,\nDan Poe,918 555 0145,Halden\n");
        assertEquals("Acme America/Denver", desk.prospect("Cid").company() + " " + desk.prospect("Cid").place().zone());
        assertEquals("Halden", desk.prospect("Dan").company());
    }

    @Test
    void whoWaitsForANumberIsCalledAgainOnTheNewOne() throws Exception {
        desk.desk.log(desk.desk.card(desk.prospect("Ann").id()), Outcome.WRONG_NUMBER);
        desk.desk.log(desk.desk.card(desk.prospect("Bob").id()), Outcome.WRONG_NUMBER);
        assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL"));
        assertEquals("imported 0, updated 2, duplicates 0, rejected 0", imported(Mode.CREATE_AND_UPDATE, Match.ANY,
            "Name,Phone,Email,External ID\nAnn Lee,918 555 0160,ann@example.com,\nBob Ray,918 555 0161,,B2\n"));
        assertEquals(2, desk.desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL"));
        assertEquals("+19185550161", desk.prospect("Bob").phone().orElseThrow().e164());
    }

    @Test
    void aListGetsMorePeopleByItsName() throws Exception {
        desk.importer.importFile(desk.file("x.csv", "Name,Phone\nEve Fox,918 555 0170\n"), new ImportOptions("Autumn", "", Map.of()));
        assertEquals(1, desk.desk.number("SELECT count(*) FROM list"));
    }

    @Test
    void aSwitchboardOfManyIsComparedByName() throws Exception {
        StringBuilder csv = new StringBuilder("Name,Phone\n");
        for (int i = 0; i < 60; i++) {
            csv.append("Person ").append((char) ('A' + i % 26)).append((char) ('a' + i / 26)).append(",918 555 0199\n");
        }
        assertEquals("imported 60, updated 0, duplicates 0, rejected 0", imported(Mode.CREATE, Match.ANY, csv.toString()));
        assertEquals("imported 0, updated 0, duplicates 60, rejected 0", imported(Mode.CREATE, Match.ANY, csv.toString()));
        assertEquals("imported 1, updated 0, duplicates 1, rejected 0", imported(Mode.CREATE, Match.ANY, "Name,Phone\n,918 555 0199\nZoe,918 555 0199\n"));
    }
}

package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.lists.DncFiles;
import app.afterbeep.prospects.DncListStore.Dnc;
import app.afterbeep.prospects.DncReport.Rejected;
import app.afterbeep.prospects.DncRules.Kind;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.Background;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DncViewModelTest extends LogDeskTest {
    private DncViewModel model;

    @BeforeEach
    void fill() throws Exception {
        desk.now("2026-11-24T10:00:00");
        desk.list("""
            First Name,Last Name,Company,Phone,Email
            Ann,Lee,Oak & Iron,(212) 555-0144,Ann.Lee@mail.Example.com
            Bob,Ray,Kestrel Mills,(215) 555-0145 ext. 9,bob@example.com.au
            Zoë,Åberg,Nordljus,+46 8 502 520 20,
            """);
        model = new DncViewModel(new DncService(desk.desk.database, desk.desk.prospects,
            new DncListStore(desk.desk.database.sql(), desk.desk.clock, desk.desk.prospects.dnc()), () -> "US"),
            new DncFiles(desk.desk.database, desk.desk.clock, () -> "US"), Background.direct(), desk, () -> desk.desk.calls.undo(), desk.desk.clock);
        model.refresh();
    }

    private List<String> values() {
        return model.found().get().rows().stream().map(Dnc::value).toList();
    }

    private List<String> found(String query) {
        model.search(query);
        return values();
    }

    private boolean reachable(String firstName) {
        return desk.desk.number("SELECT reachable FROM prospect WHERE first_name = ?", firstName) == 1;
    }

    private void add(String text) {
        model.add(text, "", () -> {});
        assertEquals("", model.problem().get());
    }

    @Test
    void saysWhoHasAnEntryAndIsSearched() {
        model.addPerson(desk.prospect("Ann").id(), "Asked on Nov 20", () -> {});
        model.addPerson(desk.prospect("Bob").id(), "", () -> {});
        assertEquals(4L, model.all().get());
        assertEquals(List.of("Bob Ray", "Bob Ray", "Ann Lee", "Ann Lee"), model.found().get().rows().stream().map(Dnc::who).toList());
        for (String typed : List.of("(215) 555", "215-555-0145", "+1 215", "0145", "5550145")) {
            assertEquals(List.of("+12155550145"), found(typed), typed);
        }
        assertEquals(List.of("ann.lee@mail.example.com"), found("ann.lee@"));
        assertEquals(List.of("ann.lee@mail.example.com"), found("mail.ex"));
        assertEquals(List.of("bob@example.com.au", "+12155550145"), found("bob r"));
        assertEquals(List.of("bob@example.com.au", "+12155550145"), found("kestrel"));
        assertEquals(List.of(), found("nobody"));
        model.search("");
        model.show(Kind.EMAIL);
        assertEquals(List.of("bob@example.com.au", "ann.lee@mail.example.com"), values());
        assertEquals("added by you: Asked on Nov 20", DncViewModel.source(model.found().get().rows().getLast()));
    }

    @Test
    void whatWasExportedComesBackAsItStood() throws Exception {
        for (String domain : List.of("example.com", "example.org", "acme.example", "nordljus.se")) {
            model.add(domain, "Asked, \"twice\"", () -> {});
        }
        add("+46 8 502 520 20");
        desk.desk.database.sql().update("INSERT INTO dnc (kind, value, source, at, note) VALUES ('email', 'ann@intranet', 'outcome', ?, 'On a call')",
            desk.desk.clock.instant().minusSeconds(1_000_000));
        Path file = folder.resolve("dnc.csv");
        model.export(file);
        String exported = Files.readString(file);
        desk.desk.database.sql().update("DELETE FROM dnc");
        desk.now("2026-11-25T10:00:00");
        for (String saved : List.of(exported, exported.replace(",", ";").replace("Asked; ", "Asked, ").replace("+46850252020", "46850252020"))) {
            model.importFile(desk.file("again.csv", saved));
            assertEquals("6 0 0", model.report().get().added() + " " + model.report().get().known() + " " + model.report().get().rejected());
            model.export(file);
            assertEquals(exported, Files.readString(file));
            assertFalse(reachable("Zoë"));
            desk.desk.database.sql().update("DELETE FROM dnc");
        }
        model.importFile(desk.file("changed.csv", exported.lines().findFirst().orElseThrow() + "\nphone,nobody,file,,\ndomain,example.net,me,soon,\n"));
        assertEquals("‘nobody’ is no possible number, address or domain", model.report().get().rows().getFirst().reason());
        assertEquals("example.net file 2026-11-25", desk.desk.text("SELECT concat_ws(' ', value, source, date(at / 1000, 'unixepoch')) FROM dnc"));
    }

    @Test
    void aLongListIsCutAndCounted() {
        desk.desk.database.transaction(() -> desk.desk.database.sql().update("""
            INSERT INTO dnc (kind, value, source, at) SELECT 'phone', '+1212' || (2000000 + value), 'import', value FROM (
              WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 300) SELECT value FROM n)"""));
        model.refresh();
        assertEquals(300L, model.all().get());
        assertEquals(DncService.LIMIT, values().size());
        assertEquals("+12122000300", values().getFirst(), "the latest first");
        assertEquals(List.of("+12122000007"), found("2000007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2125550144", "(212) 555-0144", "+1 212 555 0144", "1-212-555-0144", "tel:+12125550144", "212.555.0144 ext. 3"})
    void aNumberIsAddedInAnyNotation(String typed) {
        add(typed);
        assertEquals(List.of("+12125550144"), values());
        assertFalse(reachable("Ann"));
        assertTrue(reachable("Bob"));
        model.add("212 555 0144", "", () -> {});
        assertTrue(model.problem().get().contains("already"), model.problem().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "@Example.com", "https://www.example.com/about", "*.example.com", "MAIL.example.com"})
    void aDomainHoldsForEverybodyAtItOrBelowIt(String typed) {
        add(typed);
        assertFalse(reachable("Ann"), "ann.lee@mail.example.com");
        assertTrue(reachable("Bob"), "example.com.au is another domain");
        assertEquals("Ann Lee", model.found().get().rows().getFirst().who());
        desk.desk.calls.undo();
        assertTrue(reachable("Ann"));
        assertEquals(0, desk.desk.number("SELECT count(*) FROM dnc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12", "ann@", "com", "localhost", "Ann Lee", "…"})
    void whatIsNeitherNumberNorAddressNorDomainIsNotAdded(String typed) {
        model.add(typed, "", () -> {});
        assertFalse(model.problem().get().isEmpty());
        assertEquals(0, desk.desk.number("SELECT count(*) FROM dnc"));
    }

    @Test
    void aNameIsOfferedAsAPerson() {
        model.typed("ann");
        assertEquals(List.of("Ann Lee"), model.meant().get().people().stream().map(Summary::name).toList());
        model.addPerson(desk.prospect("Ann").id(), "", () -> {});
        assertEquals(Prospect.Status.DNC, desk.prospect("Ann").status());
        assertEquals("Ann Lee is neither called nor emailed again", desk.lastNotice());
        desk.desk.calls.undo();
        assertEquals(Prospect.Status.ACTIVE, desk.prospect("Ann").status());
        model.typed("212 555 0144");
        assertEquals(Kind.PHONE, model.meant().get().item().orElseThrow().kind());
    }

    @Test
    void theOnePersonOfTheNameTypedIsMeant() {
        model.typed("ann lee");
        add("ann lee ");
        assertEquals(Prospect.Status.DNC, desk.prospect("Ann").status());
    }

    @Test
    void nothingComesOffWithoutAReasonAndTheReasonIsKept() {
        add("(212) 555-0144");
        Dnc entry = model.found().get().rows().getFirst();
        model.remove(entry, "  ", () -> {});
        assertTrue(model.problem().get().contains("why"), model.problem().get());
        assertFalse(reachable("Ann"));
        model.remove(entry, "Wrote on Nov 24: call me", () -> {});
        assertTrue(reachable("Ann"));
        assertEquals(List.of("Wrote on Nov 24: call me"), model.removed().get().stream().map(DncListStore.Removed::reason).toList());
        assertEquals(List.of(), values());
        desk.desk.calls.undo();
        model.refresh();
        assertFalse(reachable("Ann"), "taken back");
        assertEquals(List.of(), model.removed().get());
        assertEquals(List.of("+12125550144"), values());
    }

    @Test
    void aFileOfOneNumberALineNeedsNoHeader() throws Exception {
        add("215 555 0145");
        model.importFile(desk.file("stop.txt", "(212) 555-0144\n\n+12155550145\n12\n(212) 555-0144\nEXAMPLE.com\nnobody@example.org\n"));
        DncReport report = model.report().get();
        assertNotNull(report);
        assertEquals(List.of(3, 2, 1), List.of(report.added(), report.known(), report.rejected()));
        assertEquals(4, report.rows().getFirst().line());
        assertNull(model.work().get());
        assertEquals(List.of("nobody@example.org", "example.com", "+12125550144", "+12155550145"), values());
        assertEquals("from a file: stop.txt", DncViewModel.source(model.found().get().rows().getFirst()));
        assertFalse(reachable("Ann"));
        assertFalse(reachable("Bob"));
        assertEquals(1, desk.desk.number("SELECT count(*) FROM import WHERE list_id IS NULL AND state = 'done' AND imported = 3 AND duplicates = 2 AND rejected = 1"));
    }

    @Test
    void theColumnsOfATableAreFound() throws Exception {
        model.importFile(desk.file("crm.csv", "Id;Name;Company;Website;Phone;E-Mail;Date\n"
            + "2125550199;Ann;Oak;oak.example.net;212 555 0144;ann@example.com;2026-01-05\n2125550198;Ben;Elm;elm.example.net;;;2026-01-06\n"));
        assertEquals(List.of("ann@example.com", "+12125550144"), values(), "neither ids nor web sites");
        assertEquals(List.of(new Rejected(3, "no number, address or domain in it", "2125550198, Ben, Elm, elm.example.net, 2026-01-06")),
            model.report().get().rows());
        model.importFile(desk.file("registry.csv", "215,5550145\n215,5550146\n"));
        assertEquals(2, model.report().get().added(), "an area code and the rest, as a registry has them");
        Files.writeString(folder.resolve("utf16.csv"), "dnc\n+12155550147\n", Charset.forName("UTF-16"));
        model.importFile(folder.resolve("utf16.csv"));
        assertEquals(1, model.report().get().added());
    }

    @Test
    void aNumberThatIsNoneIsSaidAlsoBesideAnAddress() throws Exception {
        model.importFile(desk.file("both.csv", "Name,Phone,E-Mail\nAnn,212555014,ann@example.org\nBo,2125550199,n/a\nCy,none,cy@example.org\n"));
        DncReport report = model.report().get();
        assertEquals(List.of(3, 1), List.of(report.added(), report.rejected()));
        assertEquals("‘212555014’ is no possible number, address or domain", report.rows().getFirst().reason());
    }

    @Test
    void aFileThatCannotBeReadSaysSo() throws Exception {
        model.importFile(folder.resolve("none.csv"));
        assertTrue(desk.lastNotice().contains("There is no file"), desk.lastNotice());
        model.importFile(desk.file("empty.csv", ""));
        assertTrue(desk.lastNotice().contains("is empty"), desk.lastNotice());
        assertNull(model.work().get());
        assertEquals(0, desk.desk.number("SELECT count(*) FROM dnc"));
    }

    @Test
    void aLongFileIsReadInParts() throws Exception {
        model.importFile(desk.file("many.txt", IntStream.range(0, 5001).mapToObj(i -> "+1212" + (2000000 + i) + "\n").collect(Collectors.joining())));
        assertEquals(5001, model.report().get().added());
        assertEquals(5001, desk.desk.number("SELECT count(*) FROM dnc"));
        Path saved = folder.resolve("saved.csv");
        model.export(saved);
        assertEquals(5002, Files.readAllLines(saved).size());
        assertEquals("phone,+12122000000,file,2026-11-24T10:00-05:00,many.txt", Files.readAllLines(saved).get(1));
    }
}

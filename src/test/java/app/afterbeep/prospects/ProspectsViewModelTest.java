package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.ProspectService.Person;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.Background;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProspectsViewModelTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId DENVER = ZoneId.of("America/Denver");

    @TempDir
    private Path folder;
    private LogDesk desk;
    private ProspectsViewModel model;
    private BrowseService browsing;
    private BrowseViewModel browse;
    private final List<Long> changed = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        desk = new LogDesk(folder);
        desk.now("2026-11-24T10:00:00");
        desk.list("""
            First Name,Last Name,Company,Phone,Email,Industry
            Ann,Lee,Oak & Iron,(212) 555-0144,ann.lee@example.com,Steel
            Bob,Ray,Kestrel Mills,(215) 555-0145 ext. 9,,Flour
            Zoë,Åberg,Nordljus,+46 8 502 520 20,zoe@example.com,Light
            """);
        model = new ProspectsViewModel(new ProspectService(desk.desk.prospects, (id, zone) -> desk.desk.attempts.touches(id, zone, 500)),
            new ProspectsViewModel.Edits(desk.desk.calls::savePlace, desk.desk.calls::saveNote,
                changed::add, () -> desk.desk.calls.undo(), desk.desk.calls::saveReach, desk.desk.calls::saveHours),
            Background.direct(), desk, desk.desk.clock);
        browsing = new BrowseService(desk.desk.database);
        browse = new BrowseViewModel(browsing, Background.direct(), e -> {
            throw new AssertionError(e);
        }, order -> { });
        model.refresh();
        browse.start("");
    }

    @AfterEach
    void close() {
        browsing.close();
        desk.close();
    }

    private void refresh() {
        model.refresh();
        browse.refresh();
        browse.tick();
    }

    private void search(String typed) {
        browse.search(typed);
    }

    private List<String> names() {
        return browse.listing().get().rows().stream().map(row -> row.value()).filter(row -> row != null).map(Summary::name).toList();
    }

    private Summary summary(long id) {
        return browsing.rows(List.of(id)).getFirst();
    }

    private Person person() {
        Person person = model.person().get();
        assertNotNull(person);
        return person;
    }

    private Prospect select(String firstName) {
        model.select(desk.prospect(firstName).id());
        return person().prospect();
    }

    @Test
    void showsEverybodyUntilSomethingIsTyped() {
        assertEquals(List.of("Ann Lee", "Bob Ray", "Zoë Åberg"), names());
        search("kest");
        assertEquals(List.of("Bob Ray"), names());
        search("");
        assertEquals(3, names().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2125550144", "(212) 555-0144", "+1 212 555 0144", "212.555", "5550144", "555-0144", "212/555"})
    void findsANumberInAnyNotation(String typed) {
        search(typed);
        assertEquals(List.of("Ann Lee"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe", "aberg", "ÅBERG", "nordl", "zoë åb", "zoe@example"})
    void findsWordsByTheirBeginningWithoutAccents(String typed) {
        search(typed);
        assertEquals(List.of("Zoë Åberg"), names());
    }

    @Test
    void allThatAreFoundCanBeScrolledTo() throws Exception {
        desk.list("First Name,Phone\n" + IntStream.range(0, 250).mapToObj(i -> "Many" + i + ",215555" + (1000 + i) + "\n").collect(Collectors.joining()));
        refresh();
        search("many");
        assertEquals(250, browse.listing().get().rows().size());
        assertEquals(253, browse.counts().get().everybody());
        browse.listing().get().rows().get(249);
        Summary last = browse.listing().get().rows().get(249).value();
        assertNotNull(last);
        assertEquals("Many249", last.name());
    }

    @Test
    void showsAllAboutThePersonSelected() {
        desk.log("2026-11-24T10:00:00", "Bob", Outcome.GATEKEEPER);
        select("Bob");
        assertEquals("Flour", person().prospect().fields().get("Industry"));
        assertEquals(List.of("Gatekeeper", "imported with Autumn.csv"), person().touches().stream().map(Touch::what).toList());
        model.select(null);
        assertNull(model.person().get());
    }

    @Test
    void aZoneThatIsTypedIsSavedAndCanBeUndone() {
        Prospect ann = select("Ann");
        assertEquals(List.of(NEW_YORK), ann.place().zones());
        model.saveZone("denver");
        assertEquals(List.of(DENVER), person().prospect().place().zones());
        assertEquals(Place.Source.EDITED, desk.prospect("Ann").placeSource());
        assertEquals(List.of(DENVER), desk.prospect("Ann").place().zones());
        assertEquals("Ann Lee is now in Mountain time, where it is 8:00 am", desk.lastNotice());
        assertEquals(List.of(ann.id()), changed);
        Runnable undo = desk.notices.getLast().undo();
        assertNotNull(undo);
        undo.run();
        refresh();
        assertEquals(ann.place(), person().prospect().place());
        assertEquals(Place.Source.NUMBER, person().prospect().placeSource());
    }

    @Test
    void aZoneThatIsNoneIsRefusedInWords() {
        select("Ann");
        model.saveZone("Springfield");
        assertEquals("There is no one time zone “Springfield”. Type a large city in it, such as Denver.", model.zoneProblem().get());
        assertEquals(List.of(NEW_YORK), desk.prospect("Ann").place().zones());
        select("Bob");
        assertEquals("", model.zoneProblem().get());
    }

    @Test
    void theZoneThatHoldsAlreadyIsNoChange() {
        select("Ann");
        model.saveZone("Eastern");
        assertEquals(List.of(), desk.notices);
        assertEquals(Place.Source.NUMBER, desk.prospect("Ann").placeSource());
    }

    @Test
    void aNoteIsSavedWhenThePersonLeavesTheScreen() {
        select("Ann");
        model.typeNote("Mornings are better");
        select("Bob");
        assertEquals("Mornings are better", desk.prospect("Ann").note());
        assertEquals("", desk.prospect("Bob").note());
    }

    @Test
    void aNoteBeingTypedSurvivesAChangeOfTheData() {
        select("Ann");
        model.typeNote("Mornings");
        refresh();
        model.saveNote();
        assertEquals("Mornings", desk.prospect("Ann").note());
        assertEquals(List.of(person().prospect().id()), changed);
    }

    @Test
    void whatTheSessionWritesIntoTheNoteMeanwhileStaysAndIsShown() {
        select("Ann");
        model.typeNote("Mornings");
        desk.desk.calls.saveNote(person().prospect().id(), "", "Ask for Pat");
        model.saveNote();
        assertEquals("Mornings\nAsk for Pat", desk.prospect("Ann").note());
        assertEquals("Mornings\nAsk for Pat", model.note());
        refresh();
        model.typeNote("Mornings");
        model.saveNote();
        assertEquals("Mornings", desk.prospect("Ann").note());
    }

    @Test
    void saysWhenTheNextCallIsAtTheProspectsPlace() {
        Summary fresh = summary(1);
        assertEquals("First attempt", model.nextCall(fresh));
        assertEquals("Thu 4:30 pm", nextCall("Ann", "2026-11-26T21:30:00Z"));
        assertEquals("Thu 10:30 pm there", nextCall("Zoë", "2026-11-26T21:30:00Z"));
        assertEquals("Due", nextCall("Ann", "2026-11-24T15:00:00Z"));
    }

    private String nextCall(String who, String at) {
        Prospect p = desk.prospect(who);
        desk.desk.database.transaction(() -> {
            desk.desk.prospects.schedule(p.id(), p.status(), p.seriesId(), 2, Prospect.Due.STEP, Instant.parse(at));
            return true;
        });
        refresh();
        return model.nextCall(summary(p.id()));
    }

    @Test
    void marksOfANumberAreWords() {
        assertEquals("mobile · do not call · wrong number · may not exist",
            ProspectRules.marks(new Phone(1, 1, "+12155550145", "", "mobile", false, true, true, false)));
        assertTrue(ProspectRules.marks(new Phone(1, 1, "+12155550145", "", "", true, false, false, false)).isEmpty());
        assertEquals("toll-free", ProspectRules.marks(new Phone(1, 1, "+18005550145", "", "", "toll_free", true, false, false, false)));
        assertEquals("direct · landline", ProspectRules.marks(new Phone(1, 1, "+442079460958", "", "direct", "fixed", true, false, false, false)));
        assertEquals("mobile", ProspectRules.marks(new Phone(1, 1, "+4915200000001", "", "mobile", "mobile", true, false, false, false)));
    }
}

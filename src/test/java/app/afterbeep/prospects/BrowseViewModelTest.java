package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.FacetRules.Value;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.controls.Marks;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BrowseViewModelTest {
    @TempDir
    private Path folder;
    private LogDesk desk;
    private BrowseService service;
    private BrowseViewModel model;
    private String remembered = "";

    @BeforeEach
    void open() throws Exception {
        desk = new LogDesk(folder);
        desk.list("""
            First Name,Last Name,Company,Phone,Email
            Ann,Lee,Oak & Iron,(212) 555-0144,ann.lee@example.com
            Bob,Ray,Kestrel Mills,(303) 555-0145,bob@example.com
            Cid,Poe,Acme,(212) 555-0146,
            dora,May,,(212) 555-0147,
            """);
        desk.log("2026-11-23T10:00:00", "Bob", Outcome.GATEKEEPER);
        desk.log("2026-11-24T10:00:00", "Cid", Outcome.LEFT_VOICEMAIL);
        service = new BrowseService(desk.desk.database);
        model = new BrowseViewModel(service, Background.direct(), e -> {
            throw new AssertionError(e);
        }, order -> remembered = order);
        model.start("");
    }

    @AfterEach
    void close() {
        service.close();
        desk.close();
    }

    private String names() {
        return Arrays.stream(model.listing().get().rows().ids()).mapToObj(id -> service.rows(List.of(id)).getFirst()).map(Summary::name)
            .map(name -> name.split(" ")[0]).collect(Collectors.joining(" "));
    }

    private String values(Facet facet) {
        return model.counts().get().values().get(facet).stream().map(v -> v.label() + " " + v.count()).collect(Collectors.joining(", "));
    }

    private String code(Facet facet, String label) {
        return model.counts().get().values().get(facet).stream().filter(v -> v.label().equals(label)).map(Value::code).findFirst().orElseThrow();
    }

    @Test
    void countsEveryFacetAndSeveralValuesOfOne() {
        assertEquals("In cadence 4", values(Facet.STATUS));
        assertEquals("Not called yet 2, Gatekeeper 1, Left voicemail 1", values(Facet.OUTCOME).replace("Left voicemail 1, Gatekeeper 1", "Gatekeeper 1, Left voicemail 1"));
        assertTrue(values(Facet.ZONE).contains("Mountain 1"), values(Facet.ZONE));
        model.toggle(Facet.OUTCOME, "gatekeeper");
        assertEquals("Bob", names());
        model.toggle(Facet.OUTCOME, "left_voicemail");
        assertEquals("Bob Cid", names());
        assertTrue(values(Facet.OUTCOME).contains("Not called yet 2"), "the other values of a facet still say how many they would add");
        model.toggle(Facet.ZONE, code(Facet.ZONE, "Mountain"));
        assertEquals("Bob", names());
        model.search("cid");
        assertEquals("", names());
        model.clearFacets();
        assertEquals("Cid", names());
        assertEquals(4, model.counts().get().everybody());
    }

    @Test
    void stepsAreCountedAsTheTableShowsThem() {
        desk.desk.log(desk.desk.card(desk.prospect("Ann").id()), Outcome.LEFT_VOICEMAIL);
        model.refresh();
        model.tick();
        assertEquals("Step 1 3, Step 2 1", values(Facet.STEP));
        model.toggle(Facet.STEP, "2");
        assertEquals("Ann", names());
        model.toggle(Facet.STEP, "1");
        assertEquals("Ann Bob Cid dora", names());
    }

    @Test
    void whoHasNoNumberOrMustNotBeCalledIsAStatusOfItsOwn() {
        desk.desk.database.transaction(() -> {
            desk.desk.prospects.phones().markBad(desk.prospect("dora").id(), "+12125550147");
            return true;
        });
        desk.desk.log(desk.desk.card(desk.prospect("Ann").id()), Outcome.DO_NOT_CALL);
        model.refresh();
        model.tick();
        assertEquals("In cadence 2, Do not call 1, No number to call 1", values(Facet.STATUS));
        model.toggle(Facet.STATUS, "no_number");
        assertEquals("dora", names());
        model.toggle(Facet.STATUS, "dnc");
        assertEquals("Ann dora", names());
    }

    @Test
    void isOrderedByEverythingAndRemembersIt() {
        model.sort(new Order(Order.By.NAME, false));
        assertEquals("Ann Bob Cid dora", names());
        model.sort(new Order(Order.By.NAME, true));
        assertEquals("dora Cid Bob Ann", names());
        assertEquals("name desc", remembered);
        assertEquals(new Order(Order.By.NAME, true), Order.of(remembered));
        model.sort(new Order(Order.By.COMPANY, false));
        assertEquals("Cid Bob Ann dora", names(), "without a company last");
        model.sort(new Order(Order.By.LAST_CALL, true));
        assertEquals("Cid Bob Ann dora", names());
        model.sort(new Order(Order.By.ADDED, true));
        assertEquals("dora Cid Bob Ann", names());
        model.sort(new Order(Order.By.LIST, false));
        assertEquals("Ann Bob Cid dora", names());
        model.sort(new Order(Order.By.NEXT_CALL, false));
        assertEquals(4, model.listing().get().rows().size());
    }

    @Test
    void readsOnlyThePagesThatAreLookedAt() throws Exception {
        desk.list("First Name,Phone\n" + IntStream.range(0, 400).mapToObj(i -> "Many" + i + ",215556" + (1000 + i) + "\n").collect(Collectors.joining()));
        model.refresh();
        model.tick();
        assertEquals(404, model.listing().get().rows().total());
        model.listing().get().rows().get(403);
        Summary last = model.listing().get().rows().get(403).value();
        assertEquals("Many399", last == null ? "" : last.name());
    }

    @Test
    void marksStayWithTheirPeople() {
        Marks marks = model.listing().get().marks();
        marks.toggle(0);
        marks.toggle(2);
        model.sort(new Order(Order.By.NAME, true));
        assertEquals(2, model.listing().get().marks().count());
        assertTrue(model.listing().get().marks().has(1), "Cid");
        assertTrue(model.listing().get().marks().has(3), "Ann");
        model.search("ann");
        assertEquals(1, model.listing().get().marks().count(), "who is no longer found is no longer marked");
    }
}

package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.DeskTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Numbers in any notation find who has them, by seeks.
class FoundStoreTest extends DeskTest {
    @BeforeEach
    @Override
    protected void open() {
        super.open();
        desk.add("Ann Lee", "+12155550142", "+12155550199");
        desk.add("Bob Ray", "+442079460018");
        desk.add("Cid Moe", "+35312345678");
        desk.add("Studio 515", "+49301234567");
    }

    private List<String> found(String query) {
        List<Summary> found = desk.prospects.search().find(query, 50);
        assertEquals(found.size(), desk.prospects.search().count(query, 50), query);
        assertEquals(found.stream().map(Summary::id).toList(), java.util.Arrays.stream(new BrowseStore(desk.database.sql()).first(Filter.NONE.with(query), 50))
            .boxed().toList(), query);
        return found.stream().map(Summary::name).toList();
    }

    @Test
    void withTheCountryCodeOrWithoutWholeOrWhileItIsTyped() {
        for (String query : List.of("+1 215", "1215", "215", "(215) 555-0142", "12155550142", "555-01", "5550142", "014", "0142", "tel:+1 (215) 555-0142")) {
            assertEquals(List.of("Ann Lee"), found(query), query);
        }
        for (String query : List.of("+44 20 7946", "020 7946 0018", "2079", "0044 20 7946 0018", "946001", "9460018", "018", "0018", "001")) {
            assertEquals(List.of("Bob Ray"), found(query), query);
        }
        for (String query : List.of("353123", "01 234 5678", "2345678", "678")) {
            assertTrue(found(query).contains("Cid Moe"), query);
        }
        assertEquals(List.of(), found("777"));
    }

    @Test
    void byTheirLastDigitsHoweverMany() {
        for (String query : List.of("142", "0142", "50142", "5 0142", "550142", "5550142", "55550142", "5-555-0142", "15 555 0142")) {
            assertEquals(List.of("Ann Lee"), found(query), query);
        }
        assertEquals(List.of("Bob Ray"), found("7946 0018"));
        assertEquals(List.of("Ann Lee"), found("ann 550142"));
        for (String query : List.of("51142", "650142", "7947 0018", "115 555 0142")) {
            assertEquals(List.of(), found(query), query);
        }
    }

    @Test
    void wordsThatComeInPiecesAreFoundWhileTheirPartsAreJoinedInSmallSteps() {
        SearchStore search = desk.prospects.search();
        search.indexInPieces();
        for (int i = 0; i < 300; i++) {
            long id = desk.add("Piece " + i, "+1212556%04d".formatted(i));
            desk.database.piece(() -> {
                search.index(id, id);
                return id;
            });
            while (desk.database.piece(search::tidy)) {
                continue;
            }
            long parts = desk.number("SELECT count(DISTINCT segid) FROM prospect_search_idx");
            assertTrue(parts < 40, parts + " parts after " + i + " pieces");
        }
        assertEquals(List.of("Piece 299"), found("piece 299"));
        assertEquals(300, search.count("piece", 500));
        assertEquals(List.of(), desk.database.check());
    }

    @Test
    void withTheZeroThatSomeNumbersKeep() {
        desk.add("Eva Rossi", "+390212345678");
        for (String query : List.of("02 1234 5678", "021", "02 12", "02 1234", "+39 02 12", "39 02 1234 5678", "45678")) {
            assertTrue(found(query).contains("Eva Rossi"), query);
        }
    }

    @Test
    void aNameOfDigitsIsFoundByThemToo() {
        desk.add("365 Fitness", "+12125550177");
        desk.add("24/7 Parking", "+12125550178");
        assertEquals(List.of("365 Fitness"), found("365"));
        assertEquals(List.of("24/7 Parking"), found("24/7"));
    }

    @Test
    void aNumberBesideWordsIsTheirsOrOneOfTheWords() {
        assertEquals(List.of("Ann Lee"), found("Ann Lee (215) 555-0142"));
        assertEquals(List.of("Ann Lee"), found("ann 0142"));
        assertEquals(List.of("Studio 515"), found("studio 515"));
        assertEquals(List.of(), found("Bob 215-555-0142"));
    }

    @Test
    void bySeeks() {
        for (String query : List.of("142", "0142", "50142", "550142", "5550142", "2155550142", "ann 2155550142")) {
            List<String> plan = desk.database.sql().list("EXPLAIN QUERY PLAN " + FoundStore.ids(query, "?1"), r -> r.text("detail"));
            assertTrue(plan.stream().filter(line -> line.contains("phone")).count() >= 2, plan::toString);
            assertTrue(plan.stream().noneMatch(line -> line.startsWith("SCAN phone")), plan::toString);
        }
    }
}

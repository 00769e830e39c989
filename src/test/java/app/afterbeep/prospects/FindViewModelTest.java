package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.CallerService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.FindViewModel.Stranger;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindViewModelTest extends DeskTest {
    private FindViewModel model;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        desk.add("Ann O'Neil", "+12155550142");
        desk.add("Jörg Müller-Lüdenscheidt", "+49301234567", "+12125550199");
        var callers = new CallerService(desk.database, desk.prospects, desk.cadences, desk.promises, desk.emails, desk.clock, () -> desk.settings);
        model = new FindViewModel(new ProspectService(desk.prospects, (id, zone) -> desk.attempts.touches(id, zone, 50)), callers::pending,
            callers::add, Background.direct(), desk.clock);
    }

    private List<String> names() {
        return model.found().get().rows().stream().map(Summary::name).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tel:+1 (215) 555-0142", "215.555.0142 x12", "(215)\u00a0555\u20110142", "\u202d+1 215-555-0142\u202c", "0142",
        "215 555", "o'neil", "O\u2019Neil", "neil ann", "12155550142", "Ann O'Neil (215) 555-0142", "\uff12\uff11\uff15 5550142"})
    void findsAnnHoweverItIsPasted(String typed) {
        model.search(typed);
        assertEquals(List.of("Ann O'Neil"), names(), typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(0)30 1234567", "+49 (0)30 1234567", "0049 30 / 123 45 67", "030 1234567", "muller", "MÜLLER", "Mu\u0308ller",
        "lüden", "jorg", "+1 212 555 0199 ext. 4"})
    void findsJoergHoweverItIsPasted(String typed) {
        model.search(typed);
        assertEquals(List.of("Jörg Müller-Lüdenscheidt"), names(), typed);
    }

    @Test
    void showsWhoItIsWithWhatWasAgreedAndWhatWaits() {
        desk.log(desk.card(1), Outcome.LEFT_VOICEMAIL);
        model.search("neil");
        model.select(1L);
        FindViewModel.Preview shown = model.preview().get();
        assertNotNull(shown);
        assertTrue(shown.pending().get(0).startsWith("You promised Fri"), shown.pending()::toString);
        assertEquals("1 email waits to be sent.", shown.pending().get(1));
        assertEquals(3, shown.person().touches().size(), "the call, its email, and how they came in");
        model.search("  ");
        assertNull(model.preview().get());
        assertEquals(List.of(), names());
    }

    @Test
    void theNumberThatWasPastedIsTheOneTheyCalledFrom() {
        Prospect joerg = desk.prospects.find(2).orElseThrow();
        model.search("(212) 555-0199");
        assertEquals("+12125550199", model.number(joerg));
        model.search("Jörg");
        assertEquals("", model.number(joerg));
    }

    @Test
    void aStrangerIsAddedWithWhatWasTypedAndNobodyTwice() {
        List<Long> added = new ArrayList<>();
        model.search("(917) 555-0123");
        assertEquals(List.of(), names());
        assertEquals(new Stranger("", "", "(917) 555-0123"), model.stranger());
        model.add(new Stranger("Maria de la Cruz", "Harbor Foods", "(917) 555-0123"), added::add);
        Prospect maria = desk.prospects.find(added.getFirst()).orElseThrow();
        assertEquals("Maria de la Cruz Harbor Foods +19175550123 Added by hand", maria.name() + " " + maria.company() + " "
            + maria.phones().getFirst().e164() + " " + maria.listName());
        model.add(new Stranger("maria de la cruz", "", "+1 917 555 0123"), added::add);
        assertTrue(model.problem().get().startsWith("Maria de la Cruz has this number already"), model.problem().get());
        model.add(new Stranger("Pat", "", "12"), added::add);
        assertTrue(model.problem().get().startsWith("Write the whole number"), model.problem().get());
        assertEquals(1, added.size());
        model.search("de la cruz");
        assertEquals(List.of("Maria de la Cruz"), names());
    }
}

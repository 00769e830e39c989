package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Holidays;
import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.MergeService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.PeopleService;
import app.afterbeep.calls.PersonService;
import app.afterbeep.prospects.Deed;
import app.afterbeep.prospects.DeedViewModel;
import app.afterbeep.prospects.EditViewModel;
import app.afterbeep.prospects.PersonEdits.Newcomer;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The prospect on the session screen becomes another one, or stands elsewhere, by what is done on other screens.
class ChangedElsewhereTest extends DeskTest {
    private SessionViewModel model;
    private EditViewModel edits;
    private final List<Notice> notices = new ArrayList<>();
    private long ann;
    private long anna;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        model = model();
        ann = desk.add("Ann Lee", "+12125550101");
        anna = desk.add("Anna Lee", "+12125550102");
        desk.add("Bob Ray", "+12125550103");
        edits = new EditViewModel(new PersonService(desk.database, desk.prospects, desk.cadences, desk.emails,
            new MergeService(desk.database, desk.prospects, desk.promises, desk.emails, desk.clock), desk.clock, () -> desk.settings),
            new ProspectService(desk.prospects, (id, zone) -> desk.attempts.touches(id, zone, 50)), Background.direct(), notices::add, () -> {},
            id -> model.whose().reread(id));
    }

    private SessionViewModel model() {
        return new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, Background.direct(), new Handoff(opened -> {}), notices::add,
            desk.clock, () -> desk.settings);
    }

    private void start() {
        model.start();
        read();
    }

    private void read() {
        desk.clock.pass(Duration.ofSeconds(2));
    }

    private void merge(long stays, long goes) {
        edits.compare(stays, goes);
        edits.carryOut(() -> {});
    }

    private Card card() {
        return model.card().orElseThrow();
    }

    private Slot tomorrow() {
        return new Slot(desk.clock.instant().plus(Duration.ofDays(1)), desk.clock.getZone());
    }

    @Test
    void whoIsAddedAndOnTheDoNotCallListIsSaidToBeSo() {
        desk.database.transaction(() -> desk.database.sql().update("INSERT INTO dnc (kind, value, source, at) VALUES ('phone', '+13035550177', 'rep', 0)"));
        edits.add(new Newcomer("Eva", "Holt", "", "303 555 0177", "", ""), id -> {}, problem -> {});
        assertEquals("Added. They are on your do-not-call list, so they are not offered", notices.getLast().text());
        edits.add(new Newcomer("Zoe", "May", "", "303 555 0178", "", ""), id -> {}, problem -> {});
        assertEquals("Added, as a fresh prospect", notices.getLast().text());
    }

    @Test
    void whoWasMergedAwayIsShownAsTheOneWhoStays() {
        start();
        assertEquals(ann, card().prospect().id());
        model.typeNote("Ask for Pat");
        merge(anna, ann);
        assertEquals(anna, card().prospect().id());
        assertEquals("Ask for Pat", model.note());
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(anna + " " + anna + " " + anna, desk.text("""
            SELECT a.prospect_id || ' ' || p.prospect_id || ' ' || e.prospect_id FROM attempt a JOIN promise p ON p.attempt_id = a.id JOIN email e ON e.attempt_id = a.id"""));
        assertNotNull(desk.text("SELECT lane FROM prospect WHERE id = ?", anna));
    }

    @Test
    void aCallIsNotLoggedOfWhoWasMergedAway() {
        Card before = desk.card(ann);
        merge(anna, ann);
        AppException refused = assertThrows(AppException.class, () -> desk.calls.log(before, Outcome.LEFT_VOICEMAIL, new CallService.Details(null, null, "")));
        assertEquals("Ann Lee is one with Anna Lee now. Nothing was logged; log the call with Anna Lee.", refused.getMessage());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
    }

    @Test
    void whoIsMergedAwayWhileATimeIsAskedIsShownAsTheOneWhoStaysAfterwards() {
        start();
        model.press(Outcome.CALLBACK_REQUESTED);
        merge(anna, ann);
        assertNotNull(model.asking().get());
        read();
        model.choose(tomorrow());
        assertTrue(notices.getLast().problem());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
        assertNull(model.asking().get());
        assertEquals(anna, card().prospect().id());
        read();
        model.press(Outcome.CALLBACK_REQUESTED);
        read();
        model.choose(tomorrow());
        assertEquals(anna, desk.number("SELECT prospect_id FROM promise"));
    }

    @Test
    void aQuestionThatIsGivenUpShowsWhatHasChangedMeanwhile() {
        start();
        model.press(Outcome.CALLBACK_REQUESTED);
        merge(anna, ann);
        model.cancelAsking();
        model.whose().tick();
        assertEquals(anna, card().prospect().id());
    }

    @Test
    void whatIsAgreedInAConversationIsAgreedWithTheOneWhoStays() {
        desk.log(desk.card(anna), Outcome.LEFT_VOICEMAIL);
        model.whose().open(ann);
        read();
        model.press(Outcome.CONVERSATION);
        merge(anna, ann);
        read();
        Slot agreed = tomorrow();
        model.finishTalk(new CallService.Next(agreed, true));
        Prospect one = desk.prospects.find(anna).orElseThrow();
        assertEquals(agreed.at(), one.nextCallAt());
        assertEquals(Prospect.Due.CALLBACK, one.due());
        assertEquals(anna + " callback", desk.text("SELECT group_concat(prospect_id || ' ' || kind) FROM promise WHERE state = 'open'"), "the voicemail's promise is settled");
        assertEquals(2, desk.number("SELECT count(*) FROM email WHERE prospect_id = ?", anna));
        assertEquals("Bob Ray", card().prospect().name());
    }

    @Test
    void aConversationWithWhoIsNotToBeCalledAnyMoreAgreesOnNothing() {
        start();
        model.press(Outcome.CONVERSATION);
        desk.database.transaction(() -> {
            desk.prospects.dnc().suppress(desk.prospects.find(ann).orElseThrow(), "rep");
            return true;
        });
        read();
        model.finishTalk(new CallService.Next(tomorrow(), false));
        assertTrue(notices.getLast().problem());
        assertEquals(Prospect.Status.DNC, desk.prospects.find(ann).orElseThrow().status());
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("Anna Lee", card().prospect().name());
    }

    private void toSeries(long series) {
        try (PeopleService people = new PeopleService(desk.database, desk.prospects, desk.cadences, desk.promises, desk.emails, new Holidays(), desk.clock,
            () -> desk.settings)) {
            new DeedViewModel(people, Background.direct(), notices::add, () -> {}, model.whose()::redraw)
                .carryOut(new Deed.ToSeries(series, "Second", false), new long[] {ann});
        }
    }

    @Test
    void whoIsPutIntoAnotherSeriesIsCalledWithIt() {
        start();
        long second = desk.number("SELECT max(id) FROM series");
        toSeries(second);
        assertEquals(second, card().prospect().seriesId());
        model.press(Outcome.NO_ANSWER);
        assertEquals(second, desk.prospects.find(ann).orElseThrow().seriesId());
        assertEquals(second, desk.number("SELECT series_id FROM attempt"));
    }

    @Test
    void anOutcomeOfAnotherSeriesIsNotLogged() {
        start();
        Card before = card();
        toSeries(desk.number("SELECT max(id) FROM series"));
        assertThrows(AppException.class, () -> desk.calls.log(before, Outcome.NO_ANSWER, new CallService.Details(null, null, "")));
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
    }

    @Test
    void aCallThatACrashLeftOpenComesBackAsTheOneWhoStays() {
        start();
        model.pressTimer();
        merge(anna, ann);
        desk.close();
        desk = new Desk(folder, desk.clock);
        model = model();
        model.start();
        assertEquals(anna, card().prospect().id());
    }
}

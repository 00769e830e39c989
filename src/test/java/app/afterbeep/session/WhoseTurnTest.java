package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who has the turn and who is next, while time goes on.
class WhoseTurnTest {
    @TempDir Path folder;
    private Desk desk;
    private SessionViewModel model;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        model = new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, Background.direct(), new Handoff(opened -> {}), notice -> {}, desk.clock,
            () -> desk.settings);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Card card() {
        return model.card().orElseThrow();
    }

    private String next() {
        return model.turn().get() instanceof Turn.Prospect(Card card, String after) ? after : "";
    }

    private void callback(String name, String phone, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time + "-05:00[America/New_York]");
        long id = desk.add(name, phone);
        desk.calls.log(desk.card(id), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
    }

    @Test
    void aPromiseThatComesDueNeverTakesTheScreenFromAnotherProspect() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.add("Bob Ray", "+12125550102");
        Instant promised = desk.prospects.find(ann).orElseThrow().nextCallAt();
        desk.clock.pass(Duration.between(desk.clock.instant(), promised).minusMinutes(5));
        model.start();
        assertEquals("Bob Ray", card().prospect().name());
        desk.clock.pass(Duration.ofMinutes(6));
        model.whose().tick();
        model.whose().refresh();
        assertEquals("Bob Ray", card().prospect().name());
        model.press(Outcome.NO_ANSWER);
        assertEquals("Ann Lee", card().prospect().name());
        assertTrue(card().why().startsWith("You promised"), card().why());
    }

    @Test
    void anEmptyScreenLooksAgainWhenSomebodyIsDue() {
        desk.add("Ann Lee", "+12125550101");
        desk.clock.set("2026-11-24T08:29:00-05:00[America/New_York]");
        model.start();
        assertInstanceOf(Turn.Later.class, model.turn().get());
        desk.clock.pass(Duration.ofMinutes(1));
        model.whose().tick();
        assertEquals("Ann Lee", card().prospect().name());
    }

    @Test
    void callingOutsideThePreferredHoursEndsWithTheDay() {
        desk.clock.set("2026-11-24T19:00:00-05:00[America/New_York]");
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.whose().callOutside();
        assertEquals("Ann Lee", card().prospect().name());
        desk.clock.pass(Duration.ofSeconds(2));
        model.press(Outcome.NO_ANSWER);
        assertEquals("Bob Ray", card().prospect().name());
        desk.clock.set("2026-11-25T08:05:00-05:00[America/New_York]");
        model.skip();
        assertInstanceOf(Turn.Later.class, model.turn().get());
    }

    @Test
    void aCardLeftOpenOverNightPromisesFromTheNewDay() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        Slot yesterday = card().slot();
        desk.clock.pass(Duration.ofDays(3));
        model.whose().tick();
        assertTrue(card().slot().at().isAfter(desk.clock.instant()), "was " + yesterday);
        assertNotEquals(yesterday, card().slot());
    }

    @Test
    void aPromiseThatComesDueIsNextWithinTheSecondAndTakesTheTurnFromNobody() throws AppException {
        callback("Ann Lee", "+12125550101", "2026-11-24T10:03:00");
        desk.add("Bob Ray", "+12125550102");
        desk.add("Cleo Fox", "+12125550103");
        model.start();
        assertEquals("Bob Ray", card().prospect().name());
        assertTrue(next().startsWith("Cleo Fox"), next());
        for (int second = 1; second <= 59; second++) {
            desk.clock.pass(Duration.ofSeconds(1));
            model.whose().tick();
            assertTrue(next().startsWith("Cleo Fox"), second + " s: " + next());
        }
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(1));
        model.whose().tick();
        assertTrue(next().startsWith("Ann Lee"), "at 10:01, 2 minutes before: " + next());
        assertEquals("Bob Ray", card().prospect().name());
        assertTrue(model.timer().running(), "also in the middle of a message");
        desk.clock.pass(Duration.ofMinutes(10));
        model.whose().tick();
        assertEquals("Bob Ray", card().prospect().name());
    }

    @Test
    void aPromiseMovedElsewhereIsNoLongerNext() throws AppException {
        callback("Ann Lee", "+12125550101", "2026-11-24T10:01:00");
        desk.add("Bob Ray", "+12125550102");
        model.whose().open(desk.number("SELECT id FROM prospect WHERE first_name = 'Bob'"));
        assertTrue(next().startsWith("Ann Lee"), next());
        desk.database.sql().update("UPDATE prospect SET next_call_at = next_call_at + 7200000 WHERE first_name = 'Ann'");
        model.whose().refresh();
        assertEquals("", next());
    }

    @Test
    void afterSleepTheQueueIsRightWithinTheSecond() throws AppException {
        callback("Ann Lee", "+12125550101", "2026-11-24T14:00:00");
        model.start();
        assertTrue(model.turn().get() instanceof Turn.Later);
        desk.clock.set("2026-11-24T14:20:00-05:00[America/New_York]");
        model.whose().tick();
        assertEquals("Ann Lee", card().prospect().name());
        desk.clock.set("2026-11-25T09:00:00-05:00[America/New_York]");
        model.whose().tick();
        assertTrue(card().why().contains("missed"), card().why());
    }

    @Test
    void aClockSetBackInTheEveningFindsWhoCanBeCalled() {
        desk.clock.set("2026-11-24T22:30:00-05:00[America/New_York]");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        assertTrue(model.turn().get() instanceof Turn.Later);
        desk.clock.set("2026-11-24T15:00:00-05:00[America/New_York]");
        model.whose().tick();
        assertEquals("Bob Ray", card().prospect().name());
    }
}

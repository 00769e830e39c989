package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.faults.Fault;
import app.afterbeep.prospects.HoursRules;
import app.afterbeep.prospects.HoursStore;
import app.afterbeep.prospects.OwnHours;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is called when: the hours of the law, of the place, of the rep and of the person, in the queue and at the moment of dialing; and how often.
@Fault(value = 18, how = "calling hours of states, candidate zones and persons, in the queue and at the moment of dialing",
    then = "never offered nor dialed outside")
class HoursAndCapTest extends DeskTest {
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private long add(String name, Place place, String... phones) {
        long id = desk.add(name, phones);
        desk.database.transaction(() -> {
            desk.prospects.places().save(id, place);
            return id;
        });
        return id;
    }

    private static Place florida(String... zones) {
        return HoursRules.placeOf("US", "", "+13055550142", Arrays.stream(zones).map(ZoneId::of).toList());
    }

    private static Instant eastern(String local) {
        return LocalDateTime.parse(local).atZone(EASTERN).toInstant();
    }

    private void now(String local) {
        desk.clock.set(local + "-05:00[America/New_York]");
    }

    private String dialed(long id) {
        Card card = desk.card(id);
        try {
            return desk.calls.dial(card, card.prospect().phones().getFirst()).orElse("");
        } catch (AppException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean offered(boolean outside) {
        return desk.queue.turn(outside) instanceof Turn.Prospect;
    }

    @Test
    void floridaIsHeldToEightInTheQueueAndAtTheMomentOfDialing() {
        long id = add("Ann Lee", florida("America/New_York"), "+13055550142");
        now("2026-11-24T07:59:59");
        assertFalse(offered(true));
        assertEquals("Not dialed: it is 7:59 am there, outside 8:00 am to 8:00 pm. Skip, or correct the time zone in Prospects.", dialed(id));
        now("2026-11-24T08:00:00");
        assertTrue(offered(true));
        assertEquals("tel:+13055550142", dialed(id));
        now("2026-11-24T19:59:59");
        assertTrue(offered(true));
        assertEquals("tel:+13055550142", dialed(id));
        now("2026-11-24T20:00:00");
        assertFalse(offered(true));
        assertTrue(dialed(id).startsWith("Not dialed: it is 8:00 pm there"), dialed(id));
    }

    @Test
    void elsewhereTheGeneralHoursHold() {
        long id = desk.add("Ann Lee", "+12125550142");
        now("2026-11-24T20:59:59");
        assertTrue(offered(true));
        assertEquals("tel:+12125550142", dialed(id));
        now("2026-11-24T21:00:00");
        assertFalse(offered(true));
        assertTrue(dialed(id).startsWith("Not dialed"), dialed(id));
    }

    @Test
    void allZonesThatComeIntoQuestionMustBeOpen() {
        long id = add("Ann Lee", florida("America/New_York", "America/Chicago"), "+18505550142");
        now("2026-11-24T08:30:00");
        assertFalse(offered(true));
        assertEquals("Not dialed: it is 7:30 am there (Central), outside 8:00 am to 8:00 pm. Skip, or correct the time zone in Prospects.", dialed(id));
        now("2026-11-24T09:00:00");
        assertTrue(offered(true));
    }

    @Test
    void whoeverMovesToAnotherStateHasItsHours() {
        long id = add("Ann Lee", florida("America/New_York"), "+13055550142");
        now("2026-11-24T20:30:00");
        assertFalse(offered(true));
        desk.calls.savePlace(desk.prospects.find(id).orElseThrow(), HoursRules.placeOf("US", "NY", "+13055550142", List.of(EASTERN)));
        assertTrue(offered(true));
        desk.calls.undo();
        assertFalse(offered(true));
    }

    @Test
    void theRepsHoursForAStateHoldAtOnce() {
        long id = desk.add("Ann Lee", "+12125550142");
        desk.calls.savePlace(desk.prospects.find(id).orElseThrow(), HoursRules.placeOf("US", "NY", "", List.of(EASTERN)));
        now("2026-11-24T18:30:00");
        assertTrue(offered(true));
        HoursStore own = new HoursStore(desk.database.sql());
        desk.database.transaction(() -> {
            own.save(new OwnHours("US", "NY", LocalTime.of(9, 0), LocalTime.of(18, 0)));
            return true;
        });
        assertFalse(offered(true));
        assertTrue(dialed(id).contains("outside 9:00 am to 6:00 pm"), dialed(id));
        desk.database.transaction(() -> {
            own.remove("US", "NY");
            return true;
        });
        assertTrue(offered(true));
    }

    @Test
    void hoursOfAPersonHoldForTheQueueAndForPromisedSlotsButNotForWhatTheRepPromises() throws AppException {
        long id = desk.add("Ann Lee", "+12125550142");
        desk.calls.saveHours(desk.prospects.find(id).orElseThrow(), "18:00-19:00");
        now("2026-11-24T10:00:00");
        assertFalse(offered(false), "the preferred hours are not hers");
        assertFalse(offered(true), "nor is any other hour");
        assertEquals(eastern("2026-11-24T18:00:00"), assertInstanceOf(Turn.Later.class, desk.queue.turn(false)).at());
        now("2026-11-24T18:30:00");
        assertTrue(offered(false));
        now("2026-11-25T19:00:00");
        assertFalse(offered(true));
        Card card = desk.card(id);
        for (Slot slot : card.slots()) {
            LocalTime there = slot.there().toLocalTime();
            assertTrue(!there.isBefore(LocalTime.of(18, 0)) && there.isBefore(LocalTime.of(19, 0)), slot.toString());
        }
        WhenRules.Bounds bounds = desk.cards.bounds(card.prospect());
        assertTrue(WhenRules.judge(WhenRules.What.CALLBACK, bounds, eastern("2026-11-27T11:00:00")).good(), "the rep says so");
        assertTrue(WhenRules.judge(WhenRules.What.CALLBACK, bounds, eastern("2026-11-27T21:00:00")).forbids(), "the law still holds");
        now("2026-11-27T10:00:00");
        Slot eleven = new Slot(eastern("2026-11-27T11:00:00"), EASTERN);
        desk.calls.log(desk.card(id), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, eleven, ""));
        now("2026-11-27T11:00:00");
        assertEquals(id, desk.next().prospect().id());
        assertEquals("tel:+12125550142", dialed(id));
        desk.calls.saveHours(desk.prospects.find(id).orElseThrow(), " ");
        assertEquals("", desk.prospects.find(id).orElseThrow().place().hours());
        desk.calls.undo();
        assertEquals("18:00-19:00", desk.prospects.find(id).orElseThrow().place().hours());
    }

    @Test
    void aStatesHolidayIsNoWorkingDay() {
        long id = add("Ann Lee", HoursRules.placeOf("US", "MA", "", List.of(EASTERN)), "+16175550142");
        // Patriots' Day is a holiday in Massachusetts only; Columbus Day in Massachusetts, not in Florida.
        now("2026-10-09T10:00:00");
        Card card = desk.card(id);
        assertTrue(card.slots().stream().noneMatch(slot -> slot.there().toLocalDate().equals(LocalDate.of(2026, 10, 12))), card.slots().toString());
        desk.clock.set("2026-10-12T10:00:00-04:00[America/New_York]");
        assertFalse(offered(false));
        assertTrue(offered(true));
        long miami = add("Bob Ray", florida("America/New_York"), "+13055550143");
        assertEquals(miami, desk.next().prospect().id());
    }

    @Test
    void nobodyIsCalledMoreThanOnceADayUnlessSomethingWasAgreed() {
        long ann = desk.add("Ann Lee", "+12125550142");
        long bob = desk.add("Bob Ray", "+12125550143");
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        desk.database.transaction(() -> {
            desk.prospects.reschedule(ann, desk.clock.instant());
            return true;
        });
        assertEquals(bob, desk.next().prospect().id(), "the cadence says now, but she was called today");
        desk.log(desk.next(), Outcome.NO_ANSWER);
        Turn.Later later = assertInstanceOf(Turn.Later.class, desk.queue.turn(true));
        assertEquals(eastern("2026-11-25T08:30:00"), later.at());
        assertFalse(later.outside(), "outside the preferred hours neither");
        desk.clock.set("2026-11-25T08:30:00-05:00[America/New_York]");
        assertEquals(ann, desk.next().prospect().id());
    }

    @Test
    void aBusyLineIsTriedAgainOnTheSameDay() {
        long ann = desk.add("Ann Lee", "+12125550142");
        desk.log(desk.card(ann), Outcome.BUSY);
        desk.clock.pass(Duration.ofMinutes(61));
        assertEquals(ann, desk.next().prospect().id());
    }

    @Test
    void aNumberThatIsSharedIsCalledThreeTimesADay() {
        for (int i = 0; i < 5; i++) {
            desk.add("Colleague " + i, "+12125550142");
        }
        long other = desk.add("Other Line", "+12125550199");
        for (int i = 0; i < 3; i++) {
            assertTrue(desk.next().prospect().name().startsWith("Colleague"));
            desk.log(desk.next(), Outcome.NO_ANSWER);
        }
        assertEquals(other, desk.next().prospect().id(), "the two who are left are passed over");
        long fourth = desk.number("SELECT id FROM prospect WHERE first_name = 'Colleague' AND last_name = '3'");
        assertEquals("Not dialed: +1 212 555 0142 was called 3 times today, with everybody who shares it, the most that you allow. "
            + "Skip, or change that in Settings, Calling hours.", dialed(fourth));
        desk.settings = desk.settings.with(Setting.ATTEMPTS_PER_NUMBER, "4");
        assertEquals("tel:+12125550142", dialed(fourth));
        assertEquals(fourth, desk.next().prospect().id());
        desk.settings = desk.settings.with(Setting.ATTEMPTS_PER_NUMBER, "3");
        desk.calls.undo();
        assertEquals(3, desk.next().prospect().id(), "an attempt that was taken back does not count");
        desk.clock.set("2026-11-25T09:00:00-05:00[America/New_York]");
        assertTrue(dialed(fourth).startsWith("tel:"), "the next day");
    }

    @Test
    void whoHasAnotherNumberIsCalledOnThat() {
        for (int i = 0; i < 3; i++) {
            desk.log(desk.card(desk.add("Colleague " + i, "+12125550142")), Outcome.NO_ANSWER);
        }
        long ann = desk.add("Ann Lee", "+12125550142", "+12125550177");
        Card card = desk.next();
        assertEquals(ann, card.prospect().id());
        Phone dialed = card.dialed();
        assertEquals("+12125550177", dialed == null ? "" : dialed.e164());
    }

    @Test
    void aCallbackIsPlacedHoweverOftenTheNumberWasCalled() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550142");
        desk.calls.log(desk.card(ann), Outcome.CALLBACK_REQUESTED,
            new CallService.Details(null, new Slot(eastern("2026-11-24T15:00:00"), EASTERN), ""));
        for (int i = 0; i < 3; i++) {
            desk.log(desk.card(desk.add("Colleague " + i, "+12125550142")), Outcome.NO_ANSWER);
        }
        now("2026-11-24T15:00:00");
        assertEquals(ann, desk.next().prospect().id());
        assertEquals("tel:+12125550142", dialed(ann));
    }

    @Test
    void hoursThatWereNotSetAreNotKept() {
        Prospect ann = desk.prospects.find(desk.add("Ann Lee", "+12125550142")).orElseThrow();
        assertThrows(AppException.class, () -> desk.calls.saveHours(ann, "mornings"));
        assertThrows(AppException.class, () -> desk.calls.saveHours(ann, "22:00-23:00"), "never inside the law");
        assertEquals("", desk.prospects.find(ann.id()).orElseThrow().place().hours());
    }
}

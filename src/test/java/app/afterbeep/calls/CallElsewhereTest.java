package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that were made without the program, and are logged afterwards.
class CallElsewhereTest extends LogTest {
    @Test
    void aCallMadeElsewhereStandsInTheLogAndDoesNothingUnlessChosen() throws AppException {
        logged(Outcome.LEFT_VOICEMAIL);
        String state = desk.state();
        Prospect before = ann();
        Instant at = desk.clock.instant().minusSeconds(60);
        LogService.Person person = log.person(ann);
        log.add(person, new LogService.Elsewhere(Outcome.CONVERSATION, false, at, "from the car", null, false));
        assertEquals(before, ann());
        assertEquals("promise open", promises());
        assertEquals("elsewhere outbound conversation from the car", desk.text("""
            SELECT source || ' ' || direction || ' ' || outcome || ' ' || note FROM attempt ORDER BY id DESC LIMIT 1"""));
        assertEquals(at.toEpochMilli(), desk.number("SELECT at FROM attempt ORDER BY id DESC LIMIT 1"));
        desk.calls.undo();
        assertEquals(state, desk.state());

        assertEquals("ends the cadence, no next call · the promise for Fri 3:45 pm counts as released", person.words(Outcome.CONVERSATION, false, at, null, desk.clock.instant()));
        log.add(log.person(ann), new LogService.Elsewhere(Outcome.CONVERSATION, false, at, "", null, true));
        assertEquals(Prospect.Status.TALKING, ann().status());
        assertEquals("promise released", promises());
        assertEquals(0, desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
        desk.calls.undo();
        assertEquals(state, desk.state());
    }

    @Test
    void whoeverAskedElsewhereNotToBeCalledIsNeverCalledWhateverElseIsChosen() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        log.add(log.person(ann), new LogService.Elsewhere(Outcome.DO_NOT_CALL, false, desk.clock.instant().minusSeconds(3600), "", null, false));
        assertTrue(desk.prospects.find(ann).orElseThrow().suppressed());
        assertEquals("withdrawn", desk.text("SELECT state FROM email"));
        assertEquals(0, desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL"));
        desk.calls.undo();
        assertFalse(desk.prospects.find(ann).orElseThrow().suppressed());
        assertEquals("waiting", desk.text("SELECT state FROM email"));
    }

    @Test
    void aCallMadeElsewhereAtThePromisedTimeKeepsThePromise() throws AppException {
        logged(Outcome.LEFT_VOICEMAIL);
        Instant promised = ann().nextCallAt();
        desk.clock.pass(Duration.between(desk.clock.instant(), promised).plusDays(1));
        String words = log.person(ann).words(Outcome.NO_ANSWER, false, promised.plusSeconds(300), null, desk.clock.instant());
        assertTrue(words.matches(".*the promise for .* counts as kept"), words);
        log.add(log.person(ann), new LogService.Elsewhere(Outcome.NO_ANSWER, false, promised.plusSeconds(300), "", null, true));
        assertEquals("promise kept", promises());
        assertTrue(ann().nextCallAt().isAfter(desk.clock.instant()), "what is next is counted from now");
    }

    @Test
    void aCallMadeElsewhereThatEndsTheContactEndsTheMeetingToo() throws AppException {
        Slot booked = new Slot(desk.clock.instant().plus(Duration.ofDays(2)), desk.clock.getZone());
        desk.calls.log(desk.card(ann), Outcome.MEETING_BOOKED, new CallService.Details(null, booked, ""));
        desk.clock.pass(Duration.ofMinutes(5));
        desk.calls.log(desk.card(ann), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, new Slot(booked.at().minus(Duration.ofDays(1)), booked.zone()), ""));
        desk.clock.pass(Duration.ofMinutes(5));
        log.add(log.person(ann), new LogService.Elsewhere(Outcome.NOT_INTERESTED, false, desk.clock.instant(), "", null, true));
        assertEquals("meeting released, callback released", promises());
    }

    @Test
    void noCallElsewhereIsStillToCome() {
        LogService.Person person = log.person(ann);
        assertNotNull(person.card(true));
        assertThrows(AppException.class, () -> log.add(person,
            new LogService.Elsewhere(Outcome.NO_ANSWER, false, desk.clock.instant().plusSeconds(1), "", null, false)));
        assertThrows(AppException.class, () -> log.add(person,
            new LogService.Elsewhere(Outcome.BUSY, true, desk.clock.instant(), "", null, false)));
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void nobodyOnTheDoNotCallListComesBackByACallMadeElsewhere(Outcome outcome) throws AppException {
        logged(Outcome.DO_NOT_CALL);
        Slot named = new Slot(desk.clock.instant().plus(Duration.ofHours(5)), desk.clock.getZone());
        LogService.Person person = log.person(ann);
        log.add(person, new LogService.Elsewhere(outcome, false, desk.clock.instant(), "", named, true));
        assertEquals(Prospect.Status.DNC, ann().status());
        assertNull(ann().nextCallAt());
        assertEquals("", promises());
        assertEquals(0, desk.number("SELECT count(*) FROM email"));
        assertEquals(1, desk.number("SELECT count(*) FROM attempt WHERE source = 'elsewhere' AND next_call_at IS NULL"));
        String words = person.words(outcome, false, desk.clock.instant(), named, desk.clock.instant());
        assertTrue(words.contains("do not call") || outcome == Outcome.DO_NOT_CALL, words);
    }

    @Test
    void theSameCallIsNotLoggedTwice() throws AppException {
        Instant at = desk.clock.instant().minusSeconds(3600);
        LogService.Elsewhere call = new LogService.Elsewhere(Outcome.NO_ANSWER, false, at, "", null, false);
        log.add(log.person(ann), call);
        AppException twice = assertThrows(AppException.class, () -> log.add(log.person(ann), call));
        assertEquals("This call with Ann Lee is already in the log. Nothing was logged twice.", twice.getMessage());
        log.add(log.person(ann), new LogService.Elsewhere(Outcome.NO_ANSWER, false, at.plusSeconds(60), "", null, false));
        assertEquals(2, desk.number("SELECT count(*) FROM attempt"));
    }
}

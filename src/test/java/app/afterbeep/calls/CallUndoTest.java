package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.db.DbException;
import app.afterbeep.faults.Fault;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Taking back what was logged.
class CallUndoTest extends DeskTest {
    @Test
    void undoOfADoNotCallFreesAColleagueWhoWasImportedInBetween() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.DO_NOT_CALL);
        long cid = desk.addAt("America/New_York", "Cid Moe", "cid@example.com", "+12125550101");
        assertTrue(desk.queue.turn(true) instanceof Turn.Nobody);
        desk.calls.undo();
        assertEquals(0, desk.number("SELECT count(*) FROM prospect WHERE reachable = 0 OR lane IS NULL"));
        assertFalse(desk.prospects.find(cid).orElseThrow().suppressed());
    }

    @Fault(value = 17, how = "undo of each outcome after a restart", then = "everything as before, the log keeps what was undone")
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void undoTakesAllOfAnOutcomeBackAlsoAfterARestart(Outcome outcome) throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
        desk.add("Bob Ray", "+12125550102");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.between(desk.clock.instant(), desk.prospects.find(ann).orElseThrow().nextCallAt()));
        Card card = desk.card(ann);
        desk.calls.dial(card, card.prospect().phones().getFirst());
        String before = desk.state();
        Slot named = new Slot(desk.clock.instant().plusSeconds(7200), ZoneId.of("America/New_York"));
        desk.calls.log(card, outcome, new CallService.Details(12, named, ""));
        assertNotEquals(before, desk.state());
        restart();
        Optional<app.afterbeep.db.Undo.Action> undone = desk.calls.undo();
        assertEquals(outcome.label() + " – Ann Lee", undone.orElseThrow().label());
        assertEquals(before, desk.state());
        assertEquals(2, desk.number("SELECT count(*) FROM attempt"), "the log keeps what was undone");
    }

    @Fault(value = 17, how = "undo after the email has left", then = "refused in words, nothing changed")
    @Test
    void undoRefusesOnceTheEmailHasLeftAndChangesNothing() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.ofMinutes(2));
        desk.outbox.handOver(desk.outbox.list().getFirst());
        String before = desk.state();
        DbException refused = assertThrows(DbException.class, desk.calls::undo);
        assertTrue(refused.getMessage().contains("email") && refused.getMessage().contains("left"), refused.getMessage());
        assertEquals(before, desk.state());
    }

    @Test
    void midnightDoesNotEndTheUndoOfTheProgramThatRuns() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.clock.set("2026-11-24T23:59:55-05:00[America/New_York]");
        String before = desk.state();
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        desk.clock.set("2026-11-25T00:00:05-05:00[America/New_York]");
        assertTrue(desk.calls.undo().isPresent());
        assertEquals(before, desk.state());
        assertTrue(desk.calls.undo().isEmpty());
    }

    private void restart() {
        desk.close();
        desk = new Desk(folder, desk.clock);
    }

    @Test
    void yesterdaysActionsAreNotUndoneAfterARestart() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        desk.clock.pass(Duration.ofDays(1));
        restart();
        assertEquals(Optional.empty(), desk.calls.undo());
    }

    @Test
    void aMessageWhoseEmailTheServerRefusedCanBeUndone() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.allEmailsAre("failed");
        desk.calls.undo();
        assertEquals(0, desk.number("SELECT count(*) FROM email"));
        assertEquals(0, desk.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"));
    }

    @Test
    void whatWasLoggedWhileAnEarlierEmailWasBeingSentCanBeUndoneAfterwards() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.allEmailsAre("sending");
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        desk.allEmailsAre("sent");
        desk.calls.undo();
        assertEquals("left_voicemail", desk.text("SELECT outcome FROM attempt WHERE undone_at IS NULL"));
        String refused = assertThrows(app.afterbeep.db.DbException.class, desk.calls::undo).getMessage();
        assertTrue(refused.contains("has already left"), refused);
    }

    @Test
    void anActionThatChangesNothingDoesNotStandBeforeTheOneThatDid() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        desk.database.action("Nothing", null, () -> desk.database.sql().update("UPDATE email SET state = 'withdrawn' WHERE id = 99"));
        assertTrue(desk.calls.undo().orElseThrow().label().startsWith("No answer"));
    }

    @Test
    void anEmailThatWaitsAgainThroughAnUndoHasItsUndoWindowAnew() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.ofMinutes(30));
        assertEquals(app.afterbeep.outbox.Email.State.READY, desk.outbox.list().getFirst().state());
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        desk.calls.undo();
        assertEquals(app.afterbeep.outbox.Email.State.WAITING, desk.outbox.list().getFirst().state());
        assertEquals(desk.clock.instant().plusSeconds(120), desk.outbox.list().getFirst().dueAt());
        desk.calls.undo();
        assertEquals(0, desk.number("SELECT count(*) FROM email"), "the voicemail can be taken back as well");
    }

    @Test
    void whatIsKnownOfAnEmailCanBeTakenBackAlsoAfterItWaitedAnew() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.ofMinutes(30));
        desk.outbox.handOver(desk.outbox.list().getFirst());
        desk.settings = desk.settings.with(app.afterbeep.settings.Setting.MAIL_AUTOMATIC, "true");
        desk.outbox.notLeft(desk.outbox.list().getFirst());
        desk.clock.pass(Duration.ofMinutes(30));
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        desk.clock.pass(Duration.ofMinutes(30));
        desk.calls.undo();
        assertEquals("It has not left – Ann Lee", desk.calls.undo().orElseThrow().label());
        assertEquals("unknown", desk.text("SELECT state FROM email"));
    }
}

package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whoever is on the do-not-call list hears no more of the rep: by no number, under no name, in no email.
class CallDncTest extends DeskTest {
    @Test
    void doNotCallHoldsForTheNumberUnderEveryNameAndWithdrawsEverything() {
        long ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
        long bob = desk.add("Bob Ray", "+12125550102");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(ann), Outcome.DO_NOT_CALL);
        assertEquals(3, desk.number("SELECT count(*) FROM dnc"), "two numbers, one email");
        assertEquals("withdrawn", desk.text("SELECT state FROM email"));
        assertEquals(Prospect.Status.DNC, desk.prospects.find(ann).orElseThrow().status());
        assertTrue(desk.queue.turn(true) instanceof Turn.Nobody, "Bob shares the number");
        assertThrows(AppException.class, () -> desk.calls.dial(desk.card(bob), desk.prospects.find(bob).orElseThrow().phones().getFirst()));
        long again = desk.addAt("America/New_York", "Another Name", "other@example.com", "+12125550101");
        assertTrue(desk.queue.turn(true) instanceof Turn.Nobody, "imported again under another name");
        assertTrue(desk.prospects.find(again).orElseThrow().suppressed());
    }

    @Test
    void doNotCallWithdrawsWhatWaitsForTheSameAddressWhoeverItWasWrittenTo() {
        long ann = desk.addAt("America/New_York", "Ann Lee", "Office@Example.com", "+12125550101");
        long bob = desk.addAt("America/New_York", "Bob Ray", "office@example.com", "+12125550102");
        long cat = desk.addAt("America/New_York", "Cat Orr", "cat@example.com", "+12125550103");
        for (long id : new long[] {ann, bob, cat}) {
            desk.log(desk.card(id), Outcome.LEFT_VOICEMAIL);
        }
        desk.log(desk.card(bob), Outcome.DO_NOT_CALL);
        assertEquals("withdrawn", desk.text("SELECT state FROM email WHERE prospect_id = ?", ann));
        assertEquals("withdrawn", desk.text("SELECT state FROM email WHERE prospect_id = ?", bob));
        assertEquals("waiting", desk.text("SELECT state FROM email WHERE prospect_id = ?", cat));
    }

    @Test
    void anAddressOnTheDoNotCallListHoldsForEverybodyWhoHasIt() {
        long ann = desk.addAt("America/New_York", "Ann Lee", "team@example.com", "+12125550101");
        long bob = desk.addAt("America/New_York", "Bob Ray", "Team@Example.com", "+12125550102");
        desk.log(desk.card(ann), Outcome.DO_NOT_CALL);
        assertTrue(desk.queue.turn(true) instanceof Turn.Nobody);
        Card chosen = desk.card(bob);
        assertThrows(AppException.class, () -> desk.calls.dial(chosen, chosen.prospect().phones().getFirst()));
        assertEquals(Optional.empty(), desk.calls.conversationEmail(chosen));
        desk.log(chosen, Outcome.LEFT_VOICEMAIL);
        assertEquals(0, desk.number("SELECT count(*) FROM email"));
    }

    @Test
    void aColleagueWithAnotherNumberIsStillCalledOnThat() {
        long ann = desk.add("Ann Lee", "+12125550102");
        long bob = desk.add("Bob Ray", "+12125550102", "+12125550103");
        desk.log(desk.card(ann), Outcome.DO_NOT_CALL);
        assertEquals(bob, desk.next().prospect().id());
        assertEquals("+12125550103", desk.next().prospect().phone().orElseThrow().e164());
    }

    @Test
    void aStaleCardOfSomebodyOnTheDoNotCallListLogsNoMessage() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        Card stale = desk.card(ann);
        desk.database.transaction(() -> {
            desk.prospects.dnc().suppress(stale.prospect(), "import");
            return true;
        });
        assertThrows(AppException.class, () -> desk.calls.log(stale, Outcome.LEFT_VOICEMAIL, new CallService.Details(null, null, "")));
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        assertEquals("withdrawn", desk.text("SELECT state FROM email"));
        assertEquals("released", desk.text("SELECT state FROM promise"));
    }

    @Test
    void anImportedDoNotCallWithdrawsWhatWaitsForTheAddressAndNothingCanBeHandedOverToIt() {
        long ann = desk.addAt("America/New_York", "Ann Lee", "office@example.com", "+12125550101");
        long bob = desk.addAt("America/New_York", "Bob Ray", "Office@example.com", "+12125550102");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.database.transaction(() -> {
            desk.prospects.dnc().suppress(desk.prospects.find(bob).orElseThrow(), "import");
            return bob;
        });
        assertEquals("withdrawn", desk.text("SELECT state FROM email"));
        desk.allEmailsAre("waiting");
        desk.clock.pass(java.time.Duration.ofMinutes(5));
        String refused = assertThrows(AppException.class, () -> desk.outbox.handOver(desk.outbox.list().getFirst())).getMessage();
        assertTrue(refused.contains("do-not-call list"), refused);
        assertEquals("withdrawn", desk.text("SELECT state FROM email"));
    }
}

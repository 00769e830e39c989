package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.DeskTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is left open when the program ends, or when an action is taken back.
class LeftoversTest extends DeskTest {
    private long talkWith(String name, String phone) {
        return desk.log(desk.card(desk.add(name, phone)), Outcome.CONVERSATION).attemptId();
    }

    /// As after a crash: on a new connection.
    private Optional<Long> asked() {
        close();
        open();
        desk.queue.start();
        return desk.calls.openConversation().map(CallService.Logged::attemptId);
    }

    @Test
    void aConversationThatACallerHasPutAsideIsAskedAboutAfterACrashToo() {
        long ann = talkWith("Ann Lee", "+12125550101");
        desk.clock.set("2026-11-24T10:05:00-05:00[America/New_York]");
        long bob = talkWith("Bob Ray", "+12125550102");
        assertEquals(Optional.of(bob), asked());
        desk.calls.endConversation();
        assertEquals(Optional.of(ann), asked());
        assertEquals(Optional.of(ann), asked(), "until it is decided");
        desk.calls.endConversation();
        assertEquals(Optional.empty(), asked());
    }

    @Test
    void theCallThatIsUnderWayComesFirst() {
        long ann = talkWith("Ann Lee", "+12125550101");
        long bob = desk.add("Bob Ray", "+12125550102");
        desk.calls.begin(bob, "+12125550102");
        assertEquals(Optional.empty(), asked());
        assertEquals(Optional.of(bob), desk.queueStore.openCall());
        desk.log(desk.card(bob), Outcome.NO_ANSWER);
        assertEquals(Optional.of(ann), asked());
    }

    @Test
    void oneThatWasTakenUpAgainOrUndoneOrFollowedIsNotAskedAbout() {
        long ann = talkWith("Ann Lee", "+12125550101");
        talkWith("Bob Ray", "+12125550102");
        desk.calls.endConversation();
        desk.calls.resume(desk.card(desk.number("SELECT prospect_id FROM attempt WHERE id = ?", ann)), new CallService.Logged(ann, ""));
        desk.calls.endConversation();
        assertEquals(Optional.empty(), asked());
        talkWith("Cid Moe", "+12125550103");
        long dee = talkWith("Dee Fox", "+12125550104");
        desk.calls.endConversation();
        desk.calls.undo();
        assertEquals(1, desk.number("SELECT count(*) FROM attempt WHERE id = ? AND undone_at IS NOT NULL", dee));
        desk.calls.undo();
        assertEquals(Optional.empty(), asked());
    }

    @Test
    void undoGivesAnEmailBackThatWasCalledBackOnItsWay() {
        for (String became : List.of("sending", "unknown", "withdrawn", "sent")) {
            long ann = desk.add("Ann " + became, "+1212555" + (1000 + became.length()));
            desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
            String mine = "SELECT state || recalled FROM email WHERE prospect_id = " + ann;
            desk.database.sql().update("UPDATE email SET state = 'sending' WHERE prospect_id = ?", ann);
            desk.log(desk.card(ann), Outcome.CONVERSATION);
            assertEquals("sending1", desk.text(mine));
            desk.database.sql().update("UPDATE email SET state = ? WHERE prospect_id = ?", became, ann);
            assertTrue(desk.calls.undo().isPresent());
            assertEquals((became.equals("withdrawn") ? "waiting" : became) + "0", desk.text(mine), became);
        }
    }
}

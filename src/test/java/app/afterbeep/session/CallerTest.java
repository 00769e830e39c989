package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.Place;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Somebody calls back while another prospect is open.
class CallerTest extends DeskTest {
    private SessionViewModel model;
    private final List<Notice> notices = new ArrayList<>();
    private long ann;
    private long bob;

    @BeforeEach
    void aMessageWasLeftForAnnAndBobIsOpen() {
        ann = desk.add("Ann Lee", "+12125550101", "+12125550109");
        bob = desk.add("Bob Ray", "+12125550102", "+12125550103");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        model = model();
        model.start();
    }

    private SessionViewModel model() {
        return new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, Background.direct(), new Handoff(address -> {}), notices::add, desk.clock,
            () -> desk.settings);
    }

    private Card card() {
        return model.card().orElseThrow();
    }

    private void read() {
        desk.clock.pass(Duration.ofSeconds(2));
    }

    @Test
    void theCallerIsShownAtOnceWithTheHistoryAndNoMessageToSpeak() {
        model.whose().takeCall(ann, "+12125550109");
        assertEquals("Ann Lee", card().prospect().name());
        assertTrue(card().inbound());
        assertTrue(card().why().startsWith("They called you. You promised "), card().why());
        assertTrue(card().touches().stream().anyMatch(touch -> touch.what().startsWith("Voicemail 1")));
        assertTrue(card().voicemail().isEmpty());
        assertEquals("+12125550109", card().dialed().e164());
        assertEquals("Bob Ray", model.whose().before());
        read();
        model.pressTimer();
        model.dial();
        model.skip();
        model.press(Outcome.LEFT_VOICEMAIL);
        model.press(Outcome.NO_ANSWER);
        model.press(Outcome.BUSY);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"), "these are no outcomes of a received call");
        assertEquals(0, desk.number("SELECT count(*) FROM skip"));
        assertFalse(model.timer().used());
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = {"LEFT_VOICEMAIL", "NO_ANSWER", "BUSY"})
    void aReceivedCallReleasesThePromiseWithdrawsTheEmailLeavesTheStepAndIsUndoneAtOnce(Outcome outcome) {
        String before = desk.state();
        int step = desk.prospects.find(ann).orElseThrow().step();
        model.whose().takeCall(ann, "");
        read();
        model.press(outcome);
        if (model.asking().get() != null) {
            read();
            model.choose(new Slot(desk.clock.instant().plusSeconds(7200), desk.clock.getZone()));
        }
        assertEquals("inbound " + outcome.code(), desk.text("SELECT direction || ' ' || outcome FROM attempt ORDER BY id DESC LIMIT 1"));
        assertEquals(1, desk.number("SELECT count(*) FROM promise WHERE kind = 'promise' AND state = 'released'"));
        assertEquals(0, desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
        assertEquals(outcome == Outcome.NOT_INTERESTED ? 1 : step, desk.prospects.find(ann).orElseThrow().step());
        assertEquals(1, desk.blocks.standing().counts().attempts(), "what is received counts for no goal");
        assertEquals(1, desk.attempts.latest(ann, 9).size(), "nor for the time of day of the next call");
        if (outcome == Outcome.CONVERSATION) {
            assertNotNull(model.talk().get());
            read();
            model.finishTalk(new CallService.Next(null, false));
        }
        assertEquals("Bob Ray", card().prospect().name());
        model.undo();
        assertEquals(before, desk.state());
        assertEquals("Bob Ray", card().prospect().name(), "taking it back takes the screen from nobody");
    }

    @Test
    void nobodyElseIsOpenedOverACallThatIsUnderWayHereOrAside() {
        long cid = desk.add("Cid Moe", "+12125550104");
        read();
        model.wording().movePromise();
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(9));
        Card before = card();
        model.whose().open(cid);
        assertEquals(before, card());
        assertTrue(model.timer().running());
        assertEquals("First log the call with Bob Ray, or skip it with S.", notices.getLast().text());
        model.whose().takeCall(ann, "");
        model.whose().open(cid);
        assertEquals("Ann Lee", card().prospect().name());
        assertEquals("First log the call from Ann Lee, or go back with Esc.", notices.getLast().text());
        model.stepBack();
        assertEquals(before, card());
        assertEquals(9, model.timer().seconds(desk.clock.instant()));
        read();
        model.skip();
        model.whose().open(bob);
        model.whose().open(cid);
        assertEquals("Cid Moe", card().prospect().name());
    }

    @Test
    void escapeGivesTheProspectFromBeforeBackExactlyAsHeWas() {
        read();
        model.wording().movePromise();
        model.dial(card().prospect().phones().get(1));
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(9));
        model.pressTimer();
        model.typeNote("ask for Tom");
        Card before = card();
        model.whose().takeCall(ann, "");
        model.typeNote("Ann's own note");
        desk.clock.pass(Duration.ofMinutes(3));
        model.whose().tick();
        model.whose().back();
        assertEquals(before, card());
        assertEquals("ask for Tom", model.note());
        assertEquals(9, model.timer().seconds(desk.clock.instant()));
        assertEquals("Ann's own note", desk.text("SELECT note FROM prospect WHERE first_name = 'Ann'"));
        assertEquals("ask for Tom", desk.text("SELECT note FROM prospect WHERE first_name = 'Bob'"));
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals("9 +12125550103", desk.text("SELECT message_seconds || ' ' || phone FROM attempt ORDER BY id DESC LIMIT 1"));
        assertEquals(before.slot().at().toEpochMilli(), desk.number("SELECT at FROM promise ORDER BY id DESC LIMIT 1"));
    }

    @Test
    void whatWasBeingAskedIsAskedAgain() {
        read();
        model.press(Outcome.CALLBACK_REQUESTED);
        model.whose().takeCall(ann, "");
        assertNull(model.asking().get());
        model.whose().back();
        assertNotNull(model.asking().get());
        model.cancelAsking();
        read();
        model.press(Outcome.CONVERSATION);
        assertNotNull(model.talk().get());
        model.whose().takeCall(ann, "");
        assertNull(model.talk().get());
        read();
        model.press(Outcome.NOT_INTERESTED);
        assertEquals("Bob Ray", model.talk().get().card().prospect().name());
    }

    @Test
    void theOneWhoIsOpenMayBeTheOneWhoCalls() {
        desk.add("Cleo Fox", "+12125550104");
        model.typeNote("was out");
        model.whose().takeCall(bob, "");
        assertEquals("was out", model.note());
        model.typeNote("was out, calls back");
        model.whose().back();
        assertEquals("was out, calls back", model.note());
        assertFalse(card().inbound());
        model.whose().takeCall(bob, "");
        read();
        model.press(Outcome.NOT_INTERESTED);
        assertEquals("Cleo Fox", card().prospect().name(), "his card is out of date now");
    }

    @Test
    void whoIsOnTheDoNotCallListMayCallAndStaysThere() {
        desk.log(desk.card(ann), Outcome.DO_NOT_CALL);
        model.whose().takeCall(ann, "");
        assertTrue(card().why().contains("do-not-call list"), card().why());
        assertEquals("Only logged · stays do not call", card().consequence(Outcome.CONVERSATION));
        read();
        model.press(Outcome.CALLBACK_REQUESTED);
        assertNull(model.asking().get(), "nobody promises them a call");
        assertEquals("dnc", desk.text("SELECT status FROM prospect WHERE id = ?", ann));
        assertEquals(1, desk.number("SELECT count(*) FROM attempt WHERE direction = 'inbound'"));
        assertEquals("Bob Ray", card().prospect().name());
    }

    @Test
    void aCardThatIsDrawnAgainKeepsTheMovedPromiseTheNumberAndItsQueue() {
        read();
        model.wording().movePromise();
        model.dial(card().prospect().phones().get(1));
        Card before = card();
        desk.clock.pass(Duration.ofMinutes(20));
        model.whose().redraw();
        assertEquals(before.slot(), card().slot());
        assertEquals(before.dialed(), card().dialed());
        assertEquals(before.lane(), card().lane());
        model.wording().movePromise();
        assertNotEquals(before.slot(), card().slot(), "it can still be moved on");
        desk.calls.savePlace(card().prospect(), new Place(0, "US", List.of(ZoneId.of("Asia/Tokyo"))));
        model.whose().reread(bob);
        assertTrue(card().situation().hours().open(card().prospect().place().zones(), card().slot().at()), "a time at night there is not kept");
    }

    @Test
    void aConversationThatACrashCutOffIsAskedAboutAgain() {
        read();
        model.press(Outcome.CONVERSATION);
        desk.close();
        desk = new Desk(folder, desk.clock);
        model = model();
        model.start();
        assertEquals("Bob Ray", card().prospect().name());
        assertTrue(card().why().startsWith("You had talked"), card().why());
        assertNotNull(model.talk().get());
        read();
        model.finishTalk(new CallService.Next(new Slot(desk.clock.instant().plusSeconds(7200), desk.clock.getZone()), false));
        assertEquals(1, desk.number("SELECT count(*) FROM promise WHERE kind = 'callback' AND attempt_id = (SELECT max(id) FROM attempt)"));
        desk.close();
        desk = new Desk(folder, desk.clock);
        model = model();
        model.start();
        assertNull(model.talk().get());
    }

    private void restart() {
        desk.close();
        desk = new Desk(folder, desk.clock);
        model = model();
        model.start();
    }

    @Test
    void aCallerWhoInterruptsACallerTakesNothingFromTheFirst() {
        long cleo = desk.add("Cleo Fox", "+12125550104");
        model.whose().takeCall(ann, "");
        model.typeNote("asks for a quote");
        model.whose().takeCall(cleo, "");
        assertEquals("Ann Lee", model.whose().before());
        model.whose().back();
        assertEquals("Ann Lee", card().prospect().name());
        assertEquals("asks for a quote", model.note());
        read();
        model.press(Outcome.CONVERSATION);
        model.whose().takeCall(cleo, "");
        read();
        model.press(Outcome.NOT_INTERESTED);
        assertEquals("Ann Lee", model.talk().get().card().prospect().name(), "nobody has said what comes next for her");
        read();
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("Bob Ray", card().prospect().name());
    }

    @Test
    void aConversationThatIsUndoneWhileACallerHasTheScreenIsNotDecidedUpon() {
        read();
        model.press(Outcome.CONVERSATION);
        model.whose().takeCall(ann, "");
        model.undo();
        assertEquals("Ann Lee", card().prospect().name());
        model.whose().back();
        assertEquals("Bob Ray", card().prospect().name());
        assertNull(model.talk().get(), "it is in no log");
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals("active", desk.text("SELECT status FROM prospect WHERE id = ?", bob));
    }

    @Test
    void aReceivedConversationIsUndoneAfterARestartToo() {
        model.whose().takeCall(ann, "");
        read();
        model.press(Outcome.CONVERSATION);
        restart();
        assertNotNull(model.talk().get());
        model.undo();
        assertNull(model.talk().get(), "it is in no log");
        assertEquals("Bob Ray", card().prospect().name(), "it was his turn");
    }

    @Test
    void aConversationThatACallerInterruptedIsAskedAboutAgainAfterACrash() {
        read();
        model.dial();
        model.press(Outcome.CONVERSATION);
        model.whose().takeCall(ann, "");
        read();
        model.press(Outcome.CONVERSATION);
        read();
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("Bob Ray", model.talk().get().card().prospect().name());
        restart();
        assertEquals("Bob Ray", card().prospect().name());
        assertNotNull(model.talk().get(), "it is in the log: nobody may log it again");
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = {"CONVERSATION", "GATEKEEPER", "WRONG_NUMBER"})
    void aMeetingToComeStaysWhateverIsSaidOnThePhoneBefore(Outcome outcome) {
        read();
        model.press(Outcome.MEETING_BOOKED);
        read();
        model.choose(new Slot(desk.clock.instant().plusSeconds(7200), desk.clock.getZone()));
        model.whose().takeCall(bob, "");
        assertTrue(card().consequence(outcome).toLowerCase(java.util.Locale.ROOT).contains("the meeting stays"), card().consequence(outcome));
        read();
        model.press(outcome);
        assertEquals("open", desk.text("SELECT state FROM promise WHERE kind = 'meeting'"));
        assertEquals("meeting", desk.text("SELECT status FROM prospect WHERE id = ?", bob));
    }

    @Test
    void aMeetingStaysWhenTheRepCallsBeforehandAndTheyTalk() {
        read();
        model.press(Outcome.MEETING_BOOKED);
        read();
        model.choose(new Slot(desk.clock.instant().plusSeconds(7200), desk.clock.getZone()));
        model.whose().open(bob);
        assertEquals("The meeting stays · choose next", card().consequence(Outcome.CONVERSATION));
        read();
        model.press(Outcome.CONVERSATION);
        read();
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("open meeting", desk.text("SELECT promise.state || ' ' || status FROM promise JOIN prospect ON prospect.id = prospect_id WHERE kind = 'meeting'"));
        desk.clock.pass(Duration.ofSeconds(7200));
        model.whose().open(bob);
        assertEquals("Ends the cadence · choose next", card().consequence(Outcome.CONVERSATION), "now it takes place");
    }

    @Test
    void whoCallsIsNotSpokenToAsIfTheRepHadCalled() {
        model.whose().takeCall(ann, "");
        assertEquals("If they call you", card().words().guide().orElseThrow().name());
        assertTrue(card().message().text().contains("Good that you call"), card().message().text());
        model.whose().back();
        assertEquals("If they answer", card().words().guide().orElseThrow().name());
    }

    @Test
    void aMeetingStaysBesideTheCallThatTheCallerAsksFor() {
        read();
        model.press(Outcome.MEETING_BOOKED);
        read();
        model.choose(new Slot(desk.clock.instant().plusSeconds(86_400), desk.clock.getZone()));
        model.whose().takeCall(bob, "");
        assertEquals("The meeting stays · you choose the time", card().consequence(Outcome.CALLBACK_REQUESTED));
        read();
        model.press(Outcome.CALLBACK_REQUESTED);
        read();
        model.choose(new Slot(desk.clock.instant().plusSeconds(7200), desk.clock.getZone()));
        assertEquals(2, desk.number("SELECT count(*) FROM promise WHERE state = 'open' AND prospect_id = ?", bob));
        model.whose().takeCall(bob, "");
        assertEquals("The meeting stays · choose next", card().consequence(Outcome.CONVERSATION));
        read();
        model.press(Outcome.CONVERSATION);
        assertEquals("released callback, open meeting", desk.text("SELECT group_concat(state || ' ' || kind, ', ' ORDER BY kind) FROM promise WHERE prospect_id = ?", bob));
    }

    private String said() {
        return notices.getLast().text();
    }

    @Test
    void whatIsDecidedAfterAConversationIsSaidWithItsUndo() {
        read();
        model.press(Outcome.CONVERSATION);
        assertEquals("Conversation – Bob Ray", said());
        read();
        model.finishTalk(new CallService.Next(new Slot(java.time.Instant.parse("2026-11-25T15:15:00Z"), ZoneId.of("America/New_York")), true));
        assertEquals("After the conversation – Bob Ray. Call Wed 10:15 am, email queued", said());
        assertNotNull(notices.getLast().undo());
        model.undo();
        assertEquals("Undone: After the conversation – Bob Ray", said());
        assertEquals(0, desk.number("SELECT count(*) FROM promise WHERE prospect_id = ?", bob));
    }

    @Test
    void afterAConversationWithoutANextCallTheConversationIsWhatUndoTakesBack() {
        read();
        model.press(Outcome.CONVERSATION);
        notices.clear();
        read();
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("Conversation – Bob Ray. No next call", said());
        model.undo();
        assertEquals("Undone: Conversation – Bob Ray", said());
    }

    @Test
    void whoHasNoNextCallDoesNotComeBackAfterASkip() {
        desk.log(desk.card(bob), Outcome.CONVERSATION);
        model.whose().open(bob);
        read();
        model.skip();
        assertEquals("Skipped – Bob Ray. No next call is planned", said());
        model.whose().open(ann);
        read();
        model.skip();
        assertTrue(said().startsWith("Skipped – Ann Lee. Back "), said());
    }
}

package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionViewModelTest extends DeskTest {
    private SessionViewModel model;
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        model = model();
    }

    private SessionViewModel model() {
        Background background = Background.direct();
        background.onFailure(e -> notices.add(Notice.problem(String.valueOf(e.getMessage()))));
        return new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, background, new Handoff(opened::add), notices::add, desk.clock,
            () -> desk.settings);
    }

    private Card card() {
        return model.card().orElseThrow();
    }

    private void read() {
        desk.clock.pass(Duration.ofSeconds(2));
    }

    @Test
    void theTimerMeasuresTheMessageAndTheOutcomeStopsIt() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(17));
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(17, desk.number("SELECT message_seconds FROM attempt"));
        assertEquals("Bob Ray", card().prospect().name());
        assertFalse(model.timer().used(), "the next message starts from zero");
    }

    @Test
    void aSecondPressThatComesAtOnceLogsNothingForTheNextProspect() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.press(Outcome.LEFT_VOICEMAIL);
        model.press(Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.ofMillis(120));
        model.press(Outcome.LEFT_VOICEMAIL);
        model.skip();
        model.dial();
        model.pressTimer();
        assertEquals(List.of(), opened);
        assertEquals(0, desk.number("SELECT count(*) FROM open_call"));
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        assertEquals(0, desk.number("SELECT count(*) FROM skip"));
        desk.clock.pass(Duration.ofMillis(400));
        model.press(Outcome.NO_ANSWER);
        assertEquals(2, desk.number("SELECT count(*) FROM attempt"));
    }

    @Test
    void theKeysOfAFirstBlockLeaveExactlyTheirRowsAndARestartShowsTheSame() {
        for (String name : List.of("Ann Lee", "Bob Ray", "Cleo Fox", "Dan Poe", "Eve Orr")) {
            desk.add(name, "+121255501" + (10 + name.charAt(0) - 'A'));
        }
        model.start();
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(18));
        model.pressTimer();
        for (Outcome outcome : List.of(Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.DO_NOT_CALL)) {
            model.press(outcome);
            read();
        }
        model.undo();
        assertEquals("left_voicemail 18, left_voicemail , no_answer ", desk.text("""
            SELECT group_concat(outcome || ' ' || coalesce(message_seconds, ''), ', ') FROM (SELECT * FROM attempt WHERE undone_at IS NULL ORDER BY id)"""));
        assertEquals(2, desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
        assertEquals(2, desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
        assertEquals(0, desk.number("SELECT count(*) FROM dnc"));
        assertEquals("Dan Poe", card().prospect().name());
        String shown = card().message().text() + card().why();

        desk.close();
        desk = new Desk(folder, desk.clock);
        model = model();
        model.start();
        assertEquals("Dan Poe", card().prospect().name());
        assertEquals(shown, card().message().text() + card().why());
        assertEquals(3, assertNotNullStanding().counts().attempts());
    }

    private BlockService.Standing assertNotNullStanding() {
        BlockService.Standing standing = model.block().standing().get();
        assertNotNull(standing);
        return standing;
    }

    @Test
    void movingThePromiseChangesTheWordsAndWhatTheClickSchedules() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        String before = card().message().text();
        model.wording().movePromise();
        Slot slot = card().slot();
        assertNotEquals(before, card().message().text());
        assertTrue(card().message().text().contains(Times.spokenTime(slot.there())));
        assertTrue(card().consequence(Outcome.LEFT_VOICEMAIL).contains(Times.clock(slot.there())), card().consequence(Outcome.LEFT_VOICEMAIL));
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(slot.at().toEpochMilli(), desk.number("SELECT at FROM promise"));
    }

    @Test
    void aCallbackAsksForItsTimeBeforeAnythingIsLogged() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        model.press(Outcome.CALLBACK_REQUESTED);
        assertNotNull(model.asking().get());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
        model.cancelAsking();
        assertNull(model.asking().get());
        model.press(Outcome.CALLBACK_REQUESTED);
        Slot slot = new Slot(desk.clock.instant().plusSeconds(3600), desk.clock.getZone());
        model.choose(slot);
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"), "the second press of a double press chooses nothing");
        read();
        model.choose(slot);
        assertEquals(slot.at().toEpochMilli(), desk.number("SELECT at FROM promise WHERE kind = 'callback'"));
        assertInstanceOf(Turn.Later.class, model.turn().get());
    }

    @Test
    void aConversationKeepsTheScreenUntilTheRepIsDone() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.press(Outcome.CONVERSATION);
        assertEquals("Ann Lee", card().prospect().name());
        assertNotNull(model.talk().get());
        model.typeNote("asked for figures");
        read();
        model.press(Outcome.NO_ANSWER);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"), "no outcome while the conversation is open");
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("Bob Ray", card().prospect().name());
        assertEquals("asked for figures", desk.text("SELECT note FROM prospect WHERE first_name = 'Ann'"));
    }

    @Test
    void aNoteIsSavedBeforeItsProspectLeavesAndNeverGoesToTheNextOne() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.typeNote("assistant is Pat");
        model.press(Outcome.GATEKEEPER);
        assertEquals("assistant is Pat", desk.text("SELECT note FROM prospect WHERE first_name = 'Ann'"));
        assertEquals("assistant is Pat", desk.text("SELECT note FROM attempt"));
        assertEquals("", desk.text("SELECT note FROM prospect WHERE first_name = 'Bob'"));
        read();
        model.typeNote("calls back himself");
        model.skip();
        assertEquals("calls back himself", desk.text("SELECT note FROM prospect WHERE first_name = 'Bob'"));
        Notice logged = notices.stream().filter(n -> n.text().startsWith("Gatekeeper")).findFirst().orElseThrow();
        assertNotNull(logged.prompt());
        logged.prompt().entered().accept("Pat, mornings");
        assertEquals("Pat, mornings", desk.text("SELECT note FROM attempt_note"));
    }

    @Test
    void whatWasTypedSurvivesEveryRedrawOfTheCard() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        model.typeNote("call mobile first");
        model.wording().movePromise();
        model.dial();
        desk.clock.pass(Duration.ofSeconds(70));
        model.whose().tick();
        model.whose().redraw();
        assertEquals("call mobile first", model.note());
        model.whose().saveNote();
        model.typeNote("");
        model.press(Outcome.NO_ANSWER);
        assertEquals("", desk.text("SELECT note FROM prospect"), "a note that was deleted stays deleted");
    }

    @Test
    void aCallThatIsUnderWayKeepsTheScreenWhenTheOneBeforeIsTakenBack() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.press(Outcome.LEFT_VOICEMAIL);
        read();
        model.dial();
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(12));
        model.typeNote("assistant is Pat");
        model.undo();
        assertEquals(1, desk.number("SELECT count(*) FROM attempt WHERE undone_at IS NOT NULL"));
        assertEquals("Bob Ray", card().prospect().name());
        assertEquals("Undone: Left voicemail – Ann Lee. The call with Bob Ray goes on", notices.getLast().text());
        assertEquals("assistant is Pat", model.note());
        desk.clock.pass(Duration.ofSeconds(5));
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(17, desk.number("SELECT message_seconds FROM attempt WHERE undone_at IS NULL"));
        assertEquals("Ann Lee", card().prospect().name(), "hers is still to be logged");
    }

    @Test
    void aTimeThatIsBeingAskedIsAskedOnWhenTheCallBeforeIsTakenBack() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.press(Outcome.NO_ANSWER);
        read();
        model.press(Outcome.CALLBACK_REQUESTED);
        model.undo();
        assertEquals("Bob Ray", card().prospect().name());
        assertNotNull(model.asking().get());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"));
    }

    @Test
    void aConversationThatIsTakenBackIsTheSameCallWithItsTime() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(20));
        model.press(Outcome.CONVERSATION);
        read();
        model.undo();
        assertNull(model.talk().get());
        assertEquals("Undone: Conversation – Ann Lee", notices.getLast().text());
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(20, desk.number("SELECT message_seconds FROM attempt WHERE undone_at IS NULL"));
    }

    @Test
    void aClockThatIsSetBackDoesNotBlockTheNextOutcome() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        model.press(Outcome.NO_ANSWER);
        desk.clock.pass(Duration.ofMinutes(-30));
        model.press(Outcome.NO_ANSWER);
        assertEquals(2, desk.number("SELECT count(*) FROM attempt"));
    }

    @Test
    void whatCannotBeWrittenStaysOnTheScreenAndCanBePressedAgain() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        desk.database.sql().update("CREATE TRIGGER full BEFORE INSERT ON email BEGIN SELECT RAISE (ABORT, 'no room'); END");
        model.typeNote("important");
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals("Ann Lee", card().prospect().name());
        assertTrue(notices.getLast().problem());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
        desk.database.sql().update("DROP TRIGGER full");
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        assertEquals("important", desk.text("SELECT note FROM prospect"));
    }

    @Test
    void theFirstOutcomeOfADayCountsInTheBlockThatItStarts() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        read();
        desk.clock.run();
        model.press(Outcome.NO_ANSWER);
        assertNotNull(assertNotNullStanding().block());
        assertEquals(1, assertNotNullStanding().counts().attempts());
    }

    @Test
    void dialingHandsTheNumberOverAndStartsTheBlock() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        assertNull(assertNotNullStanding().block());
        model.dial();
        assertEquals(List.of("tel:+12125550101"), opened);
        assertNotNull(assertNotNullStanding().block());
        desk.settings = desk.settings.with(Setting.DIAL_PATTERN, "sip:{number}@example.com");
        model.dial();
        assertEquals("sip:+12125550101@example.com", opened.getLast());
        desk.settings = desk.settings.with(Setting.DIAL_PATTERN, "not a {number} uri");
        model.dial();
        assertTrue(notices.getLast().problem());
    }

    @Test
    void aNumberThatMayNotBeDialedIsNotCopiedToBeDialedByHandEither() {
        long ann = desk.add("Ann Lee", "+12125550101");
        model.start();
        read();
        desk.database.transaction(() -> {
            desk.prospects.dnc().suppress(desk.prospects.find(ann).orElseThrow(), "rep");
            return true;
        });
        model.dial();
        String refused = notices.getLast().text();
        assertTrue(refused.contains("do-not-call list"), refused);
        notices.clear();
        model.copy();
        assertEquals(List.of(refused), notices.stream().map(Notice::text).toList());
    }

    @Test
    void pauseStopsTheBlocksClock() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        model.block().pressPause();
        desk.clock.pass(Duration.ofMinutes(10));
        model.block().pressPause();
        desk.clock.pass(Duration.ofMinutes(30));
        model.block().pressPause();
        desk.clock.pass(Duration.ofMinutes(1));
        Block block = assertNotNullStanding().block();
        assertNotNull(block);
        assertEquals(Duration.ofMinutes(11), block.elapsed(desk.clock.instant()));
    }

    private void callback(String name, String phone, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time + "-05:00[America/New_York]");
        long id = desk.add(name, phone);
        desk.calls.log(desk.card(id), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
    }

    @Test
    void aMissedPromiseIsOwnedUntilTheRepLeavesItOut() throws AppException {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertFalse(model.wording().toggleOwning(), "nothing was missed");
        desk.clock.set("2026-11-28T09:00:00-05:00[America/New_York]");
        model.whose().open(desk.number("SELECT id FROM prospect"));
        String said = card().message().text();
        assertTrue(said.matches("Hello Ann, Dana Reyes with Northline\\. I said I'd call yesterday at \\d+:\\d+, and I didn't\\. .*"), said);
        int words = card().message().words();
        assertTrue(model.wording().toggleOwning());
        assertFalse(card().message().text().contains("I said I'd call"));
        assertTrue(card().message().words() < words);
        model.whose().redraw();
        assertFalse(card().words().owns(), "a redraw does not switch it on again");
        assertTrue(model.wording().toggleOwning());
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt JOIN script_version v ON v.id = opening_version_id JOIN script s ON s.id = v.script_id WHERE s.step = 0"));
        assertEquals(words, desk.number("SELECT message_words FROM attempt ORDER BY id DESC"));
        assertTrue(desk.text("SELECT body FROM email ORDER BY id DESC").startsWith("Hello Ann,\n\nI said I'd call yesterday at "),
            desk.text("SELECT body FROM email ORDER BY id DESC"));
        model.whose().open(desk.number("SELECT id FROM prospect"));
        assertTrue(card().words().opening().isEmpty(), "said once");
    }

    @Test
    void whatIsLeftOutIsNotLogged() throws AppException {
        callback("Ann Lee", "+12125550101", "2026-11-24T11:00:00");
        desk.clock.set("2026-11-25T11:00:00-05:00[America/New_York]");
        model.start();
        assertTrue(card().words().owns());
        model.wording().toggleOwning();
        read();
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(0, desk.number("SELECT count(*) FROM attempt WHERE opening_version_id IS NOT NULL"));
    }

    @Test
    void aRestSaysItsDateAfterTheClick() {
        desk.add("Ann Lee", "+12125550101");
        model.start();
        read();
        model.press(Outcome.NOT_INTERESTED);
        assertTrue(notices.getLast().text().matches("Not interested – Ann Lee\\. Rests until (Mon|Tue|Wed|Thu|Fri) (Feb|Mar) \\d+"), notices.getLast().text());
    }
}

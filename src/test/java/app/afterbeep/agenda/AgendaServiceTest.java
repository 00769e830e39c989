package app.afterbeep.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.QueueStore;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Touch;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgendaServiceTest extends DeskTest {
    private AgendaService service;
    private int numbers = 100;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        service = new AgendaService(desk.database, new AgendaStore(desk.database.sql()), desk.prospects, desk.promises, desk.attempts, desk.cards, desk.clock);
    }

    private long add(String name) {
        return desk.add(name, "+1212555" + "%04d".formatted(numbers++));
    }

    private long agreed(String name, Outcome outcome, String time) {
        long id = add(name);
        try {
            desk.calls.log(desk.card(id), outcome, new CallService.Details(null, slot(time), ""));
        } catch (AppException e) {
            throw new AssertionError(e);
        }
        return id;
    }

    /// A prospect with a message that promises the slot of the rules.
    private AgendaEntry promised(String name) {
        desk.log(desk.card(add(name)), Outcome.LEFT_VOICEMAIL);
        return entry(name);
    }

    private static Slot slot(String inNewYork) {
        ZonedDateTime at = ZonedDateTime.parse(inNewYork + "-05:00[America/New_York]");
        return new Slot(at.toInstant(), at.getZone());
    }

    private AgendaEntry entry(String name) {
        return service.load().entries().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    private void now(String inNewYork) {
        desk.clock.set(inNewYork + "-05:00[America/New_York]");
    }

    private Prospect prospect(AgendaEntry entry) {
        return desk.prospects.find(entry.prospectId()).orElseThrow();
    }

    private List<String> promises() {
        return desk.database.sql().list("SELECT state || ' ' || kind || iif(moved_from IS NULL, '', ' from ' || moved_from) AS line FROM promise ORDER BY id",
            r -> r.text("line"));
    }

    private List<String> ledger() {
        return desk.database.sql().list("SELECT day || ' ' || kind || ' ' || state || ' ' || promises AS line FROM promise_day ORDER BY 1", r -> r.text("line"));
    }

    @Test
    void aPromiseMovedBeforeItsTimeIsMovedAndTheQueueFollows() throws AppException {
        AgendaEntry ann = promised("Ann Lee");
        Slot later = slot("2026-11-30T11:15:00");
        assertEquals("Moved – Ann Lee. The email that waits may say the old time: see Outbox", service.move(ann, later));
        assertEquals(List.of("moved promise", "open promise from 1"), promises());
        assertEquals(1, desk.number("SELECT count(DISTINCT attempt_id) FROM promise"), "the same call made it");
        assertEquals(later.at(), prospect(ann).nextCallAt());
        assertEquals(Prospect.Due.PROMISE, prospect(ann).due());
        assertEquals(QueueStore.PROMISED, desk.number("SELECT lane FROM prospect WHERE id = ?", ann.prospectId()));
        assertEquals(later.at(), entry("Ann Lee").at());
        assertEquals(List.of("2026-11-27 promise moved 1", "2026-11-30 promise open 1"), ledger());
        now("2026-11-30T11:20:00");
        desk.log(desk.next(), Outcome.NO_ANSWER);
        assertEquals(List.of("moved promise", "kept promise from 1"), promises());
    }

    @Test
    void aPromiseThatIsPastIsMissedHoweverItIsMoved() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        now("2026-11-24T11:00:00");
        service.move(entry("Ann Lee"), slot("2026-11-24T15:00:00"));
        assertEquals(List.of("missed callback", "open callback from 1"), promises());
        assertEquals(Prospect.Due.CALLBACK, prospect(entry("Ann Lee")).due());
        now("2026-11-27T09:00:00");
        assertEquals(AgendaGroup.MISSED, entry("Ann Lee").group());
        service.move(entry("Ann Lee"), slot("2026-11-27T10:00:00"));
        assertEquals(List.of("missed callback", "missed callback from 1", "open callback from 2"), promises());
        assertEquals(List.of("2026-11-24 callback missed 2", "2026-11-27 callback open 1"), ledger());
    }

    @Test
    void movingTakesBackWhole() throws AppException {
        AgendaEntry ann = promised("Ann Lee");
        String before = desk.state();
        service.move(ann, slot("2026-11-30T11:15:00"));
        service.move(entry("Ann Lee"), slot("2026-12-01T09:00:00"));
        assertEquals("Moved – Ann Lee", desk.calls.undo().orElseThrow().label());
        assertNull(desk.calls.undo().orElseThrow().prospectId(), "the turn stays with whom it was");
        assertEquals(before, desk.state());
    }

    @Test
    void aMeetingMovesWithoutTheQueue() throws AppException {
        agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-25T11:00:00");
        service.move(entry("Ann Lee"), slot("2026-11-26T11:00:00"));
        assertEquals(List.of("moved meeting", "open meeting from 1"), promises());
        assertNull(prospect(entry("Ann Lee")).nextCallAt());
        assertEquals(Prospect.Status.MEETING, prospect(entry("Ann Lee")).status());
    }

    @Test
    void aCallOfTheCadenceAndARestOnlyGetAnotherTime() throws AppException {
        desk.log(desk.card(add("Ann Lee")), Outcome.NO_ANSWER);
        desk.log(desk.card(add("Bob Ray")), Outcome.NOT_INTERESTED);
        service.move(entry("Ann Lee"), slot("2026-12-01T09:00:00"));
        assertEquals(Prospect.Due.STEP, prospect(entry("Ann Lee")).due());
        assertEquals(slot("2026-12-01T09:00:00").at(), entry("Ann Lee").at());
        assertEquals(AgendaGroup.RECYCLING, entry("Bob Ray").group());
        service.move(entry("Bob Ray"), slot("2026-12-02T08:30:00"));
        assertEquals(Prospect.Status.RESTING, prospect(entry("Bob Ray")).status());
        assertEquals(slot("2026-12-02T08:30:00").at(), entry("Bob Ray").at());
        assertEquals(List.of(), promises());
        now("2026-12-02T09:00:00");
        assertEquals(AgendaGroup.DUE_NOW, entry("Bob Ray").group());
        desk.log(desk.card(entry("Ann Lee").prospectId()), Outcome.NO_ANSWER);
        assertEquals("Bob Ray", desk.next().prospect().name(), "back on the day");
    }

    @Test
    void aDroppedPromiseCountsAsMissedAndThereIsNoNextCall() throws AppException {
        AgendaEntry ann = promised("Ann Lee");
        String before = desk.state();
        assertEquals("Drop (counts as missed)", AgendaRules.drop(ann));
        assertEquals("Dropped, counts as missed – Ann Lee. No next call: find them in Prospects", service.drop(ann));
        assertEquals(List.of("missed promise"), promises());
        assertEquals(0, desk.number("SELECT count(*) FROM promise WHERE settled_attempt_id IS NOT NULL"));
        assertNull(prospect(ann).nextCallAt());
        assertEquals(Prospect.Status.ACTIVE, prospect(ann).status());
        assertEquals(0, service.load().count());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void aDroppedMeetingIsReleasedAndADroppedRestIsTheEnd() throws AppException {
        agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-25T11:00:00");
        desk.log(desk.card(add("Bob Ray")), Outcome.NOT_INTERESTED);
        desk.log(desk.card(add("Cleo Fox")), Outcome.NO_ANSWER);
        AgendaEntry ann = entry("Ann Lee");
        AgendaEntry bob = entry("Bob Ray");
        AgendaEntry cleo = entry("Cleo Fox");
        String before = desk.state();
        service.drop(ann);
        service.drop(bob);
        service.drop(cleo);
        assertEquals(List.of("released meeting"), promises());
        assertEquals(Prospect.Status.TALKING, prospect(ann).status());
        assertEquals(Prospect.Status.CLOSED, prospect(bob).status());
        assertEquals(Prospect.Status.ACTIVE, prospect(cleo).status());
        assertEquals(0, service.load().count());
        desk.clock.pass(Duration.ofDays(150));
        assertEquals(0, service.load().count(), "nobody comes back");
        desk.clock.pass(Duration.ofDays(-150));
        desk.calls.undo();
        desk.calls.undo();
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void whatHasChangedMeanwhileIsNotMovedOrDropped() throws AppException {
        AgendaEntry ann = promised("Ann Lee");
        desk.log(desk.card(add("Bob Ray")), Outcome.NO_ANSWER);
        AgendaEntry bob = entry("Bob Ray");
        desk.log(desk.card(ann.prospectId()), Outcome.CONVERSATION);
        desk.log(desk.card(bob.prospectId()), Outcome.BUSY);
        String before = desk.state();
        for (AgendaEntry stale : List.of(ann, bob)) {
            assertThrows(AppException.class, () -> service.move(stale, slot("2026-12-01T09:00:00")));
            assertThrows(AppException.class, () -> service.drop(stale));
        }
        assertEquals(before, desk.state());
    }

    @Test
    void suggestionsKeepTheSlotRulesAndLeaveTheOldTimeOut() {
        AgendaEntry ann = promised("Ann Lee");
        AgendaEntry bob = promised("Bob Ray");
        List<Slot> slots = service.bounds(ann).slots();
        assertFalse(slots.isEmpty());
        assertTrue(slots.stream().noneMatch(s -> s.at().equals(ann.at())));
        assertTrue(slots.stream().allMatch(s -> Duration.between(s.at(), bob.at()).abs().toMinutes() >= 5));
        assertTrue(slots.stream().allMatch(s -> !s.there().toLocalDate().isBefore(ann.at().atZone(ann.zone()).toLocalDate())));
        assertEquals("Bob Ray", service.bounds(ann).taken().get(bob.at()));
    }

    @Test
    void aPromiseIsDueTwoMinutesBeforeItsTimeAndLateAfterAQuarter() {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        agreed("Bob Ray", Outcome.MEETING_BOOKED, "2026-11-24T11:00:00");
        for (String[] each : new String[][] {{"10:57:59", "TODAY", "in 3 min"}, {"10:58:00", "DUE_NOW", "Now"}, {"11:15:00", "DUE_NOW", "Now"},
            {"11:15:01", "DUE_NOW", "Late by 15 min"}, {"12:20:00", "DUE_NOW", "Late by 1 h 20 min"}, {"23:59:59", "DUE_NOW", "Late by 12 h 59 min"}}) {
            now("2026-11-24T" + each[0]);
            assertEquals(AgendaGroup.valueOf(each[1]), entry("Ann Lee").group(), each[0]);
            assertEquals(each[2], AgendaRules.status(entry("Ann Lee"), desk.clock.getZone(), desk.clock.instant()));
        }
        assertEquals("Past: log how it went", AgendaRules.status(entry("Bob Ray"), desk.clock.getZone(), desk.clock.instant()));
        now("2026-11-25T00:00:00");
        assertEquals(AgendaGroup.MISSED, entry("Ann Lee").group());
    }

    @Test
    void nobodyStandsInTwoGroupsAtMidnight() {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-25T00:00:30");
        for (String time : List.of("2026-11-24T23:57:00", "2026-11-24T23:59:00", "2026-11-25T00:00:00", "2026-11-25T00:01:00")) {
            now(time);
            assertEquals(1, service.load().count(), time);
        }
        Instant midnight = slot("2026-11-25T00:00:00").at();
        assertTrue(entry("Ann Lee").at().isAfter(midnight));
    }

    @Test
    void threeDaysPlayedThroughLeaveALedgerThatAgreesToTheRow() throws AppException {
        String[] names = {"Kept One", "Late One", "Missed One", "Moved One", "Released One", "Early Anew"};
        for (String name : names) {
            agreed(name, Outcome.CALLBACK_REQUESTED, "2026-11-25T10:00:00");
        }
        agreed("Other Day", Outcome.CALLBACK_REQUESTED, "2026-11-27T10:00:00");
        now("2026-11-25T09:00:00");
        service.move(entry("Moved One"), slot("2026-11-25T16:00:00"));
        desk.log(desk.card(entry("Released One").prospectId()), Outcome.CONVERSATION);
        desk.log(desk.card(entry("Early Anew").prospectId()), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(entry("Kept One").prospectId()), Outcome.NO_ANSWER);
        assertEquals(4, desk.number("SELECT count(*) FROM promise WHERE state = 'open' AND at < ?", slot("2026-11-26T00:00:00").at()),
            "trying early in vain keeps nothing and breaks nothing; the moved one waits anew");
        now("2026-11-25T10:14:00");
        desk.log(desk.card(entry("Kept One").prospectId()), Outcome.NO_ANSWER);
        now("2026-11-25T15:00:00");
        desk.log(desk.card(entry("Late One").prospectId()), Outcome.BUSY);
        now("2026-11-25T16:10:00");
        desk.log(desk.card(entry("Moved One").prospectId()), Outcome.CONVERSATION);
        now("2026-11-27T09:50:00");
        assertEquals(AgendaGroup.MISSED, entry("Missed One").group());
        desk.log(desk.card(entry("Missed One").prospectId()), Outcome.NO_ANSWER);
        desk.log(desk.card(entry("Other Day").prospectId()), Outcome.NO_ANSWER);
        assertEquals(List.of("2026-11-25 callback kept 2", "2026-11-25 callback late 1", "2026-11-25 callback missed 1", "2026-11-25 callback moved 2",
            "2026-11-25 callback released 1", "2026-11-27 callback kept 1"), ledger().stream().filter(line -> line.contains("callback")).toList());
        assertEquals(desk.database.sql().list("SELECT day || ' ' || kind || ' ' || state || ' ' || count(*) AS line FROM promise GROUP BY day, kind, state ORDER BY 1",
            r -> r.text("line")), ledger());
    }

    @Test
    void theHistoryTellsWhereAPromiseWasMovedToAndThatItWasMissedThere() throws Exception {
        long id = agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T16:00:00");
        service.move(entry("Ann Lee"), slot("2026-11-25T11:15:00"));
        assertEquals("Call me later · asked for 4:00 pm, moved to Wed 11:15 am", service.detail(id).touches().getFirst().what());
        assertEquals(Touch.Weight.NEUTRAL, service.detail(id).touches().getFirst().weight());
        now("2026-11-30T09:00:00");
        assertEquals("Call me later · asked for 4:00 pm, moved to Wed 11:15 am, missed", service.detail(id).touches().getFirst().what());
        assertEquals(Touch.Weight.WITHDRAWAL, service.detail(id).touches().getFirst().weight());
    }

    @Test
    void movingAPromiseThatIsLateLeavesAWithdrawal() throws Exception {
        long id = agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        now("2026-11-24T12:00:00");
        service.move(entry("Ann Lee"), slot("2026-11-25T11:15:00"));
        assertEquals(Touch.Weight.WITHDRAWAL, service.detail(id).touches().getFirst().weight());
    }

    @Test
    void aDroppedMeetingLeavesTheCallThatWasAgreedBesideIt() throws Exception {
        long id = agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-27T11:00:00");
        var card = desk.card(id);
        long attempt = desk.log(card, Outcome.CONVERSATION).attemptId();
        desk.calls.afterConversation(card, attempt, new CallService.Next(slot("2026-11-25T11:15:00"), false));
        service.drop(service.load().entries().stream().filter(AgendaEntry::meeting).findFirst().orElseThrow());
        assertEquals(slot("2026-11-25T11:15:00").at(), desk.prospects.find(id).orElseThrow().nextCallAt());
    }

    @Test
    void aTimeIsJudgedAgainWhenItIsTaken() throws AppException {
        AgendaEntry ann = promised("Ann Lee");
        Slot later = slot("2026-11-30T11:15:00");
        agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-30T11:15:00");
        AppException taken = assertThrows(AppException.class, () -> service.move(ann, later));
        assertTrue(taken.getMessage().contains("is promised to Bob Ray"), taken.getMessage());
        assertThrows(AppException.class, () -> service.move(ann, slot("2026-11-30T03:00:00")));
        assertThrows(AppException.class, () -> service.move(ann, slot("2026-11-24T09:59:00")));
        assertEquals(List.of("open promise", "open callback"), promises());
        service.move(entry("Bob Ray"), slot("2026-11-27T11:00:00"));
        service.move(ann, later);
        assertEquals(later.at(), entry("Ann Lee").at());
    }

    @Test
    void aCallThatIsAgreedBesideADroppedMeetingStaysAndNobodySaysOtherwise() throws AppException {
        long id = agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-27T11:00:00");
        desk.calls.log(desk.card(id), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, slot("2026-11-25T11:00:00"), ""));
        AgendaEntry meeting = service.load().entries().stream().filter(AgendaEntry::meeting).findFirst().orElseThrow();
        assertEquals("Meeting dropped – Ann Lee", service.drop(meeting));
        assertEquals(slot("2026-11-25T11:00:00").at(), desk.prospects.find(id).orElseThrow().nextCallAt());
        assertEquals("Dropped, counts as missed – Ann Lee. No next call: find them in Prospects", service.drop(entry("Ann Lee")));
    }

    @Test
    void aBusyLineBesideAMeetingStandsOnTheAgendaAsWell() throws AppException {
        long id = agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-27T11:00:00");
        desk.calls.log(desk.card(id), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, slot("2026-11-24T11:00:00"), ""));
        now("2026-11-24T11:00:00");
        desk.log(desk.card(id), Outcome.BUSY);
        assertEquals(2, service.load().count());
    }
}

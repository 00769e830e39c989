package app.afterbeep.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgendaViewModelTest extends DeskTest {
    private static final String NEW_YORK = "America/New_York";

    private AgendaViewModel model;
    private final List<Long> opened = new ArrayList<>();
    private final List<Long> reread = new ArrayList<>();
    private final List<String> handed = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int numbers = 100;

    private AgendaService service() {
        return new AgendaService(desk.database, new AgendaStore(desk.database.sql()), desk.prospects, desk.promises, desk.attempts, desk.cards,
            desk.clock);
    }

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        Background background = Background.direct();
        background.onFailure(e -> {
            throw new AssertionError(e);
        });
        model = new AgendaViewModel(service(), new CalendarService(new AgendaStore(desk.database.sql()), background, desk.clock), background,
            new Handoff(handed::add), notices::add, desk.clock, new AgendaViewModel.Session(opened::add, reread::add, desk.calls::undo));
    }

    private long add(String zones, String name) {
        return desk.addAt(zones, name, "", "+1212555" + "%04d".formatted(numbers++));
    }

    /// A prospect who has asked for a call at `time`.
    private long callback(String name, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time);
        long id = add(at.getZone().getId(), name);
        desk.calls.log(desk.card(id), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
        return id;
    }

    /// A prospect whom the cadence makes due at `time`.
    private long due(String name, String time, String status, int step) {
        long id = add(NEW_YORK, name);
        desk.database.sql().update("UPDATE prospect SET due = 'step', status = ?, step = ?, next_call_at = ? WHERE id = ?",
            status, step, ZonedDateTime.parse(time).toInstant(), id);
        return id;
    }

    private String names(AgendaGroup group) {
        model.choose(group);
        return model.rows().stream().map(AgendaEntry::name).collect(Collectors.joining(", "));
    }

    private AgendaGroup groupOf(String name) {
        model.refresh();
        model.choose(null);
        return model.rows().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow().group();
    }

    @Test
    void theTimeIsTheSlotThatTheMessageSpoke() {
        long id = add("America/Chicago", "Ann Lee");
        Card card = desk.card(id);
        desk.log(card, Outcome.LEFT_VOICEMAIL);
        model.refresh();
        AgendaEntry entry = model.rows().getFirst();
        assertEquals(desk.number("SELECT at FROM promise"), entry.at().toEpochMilli());
        assertEquals(card.slot().at(), entry.at());
        assertTrue(model.there(entry).contains(" " + Times.spokenTime(card.slot().there()) + " "), model.there(entry));
        assertEquals(Times.clock(card.slot().there().plusHours(1)) + " your time", model.here(entry), "New York is an hour ahead");
        assertEquals("You promised", entry.why());
    }

    @Test
    void thePromisesZoneHoldsEvenWhenTheProspectMoves() throws AppException {
        long id = callback("Ann Lee", "2026-11-25T14:45:00-06:00[America/Chicago]");
        desk.calls.savePlace(desk.card(id).prospect(), desk.card(add("America/Los_Angeles", "Bob Ray")).prospect().place());
        model.refresh();
        assertEquals("Wed 2:45 pm", model.there(model.rows().getFirst()));
        assertEquals("3:45 pm your time", model.here(model.rows().getFirst()));
    }

    @Test
    void theRepsOwnTimeIsOnlySaidWhereTheClockDiffers() throws AppException {
        callback("Ann Lee", "2026-11-25T14:45:00-05:00[America/Toronto]");
        callback("Bob Ray", "2026-11-25T23:30:00-08:00[America/Los_Angeles]");
        model.refresh();
        assertEquals("", model.here(model.rows().getFirst()));
        assertEquals("Thu 2:30 am your time", model.here(model.rows().get(1)), "another day here");
    }

    @Test
    void entriesStandInTheGroupOfTheRepsDayTheMostUrgentFirst() throws AppException {
        callback("Zoe Far", "2026-12-15T10:00:00-05:00[America/New_York]");
        // The tests' region begins its week on Sunday.
        callback("Sat Day", "2026-11-28T23:45:00-05:00[America/New_York]");
        callback("Sun Day", "2026-11-29T00:00:00-05:00[America/New_York]");
        callback("Tom Row", "2026-11-25T09:00:00-05:00[America/New_York]");
        callback("To Day", "2026-11-24T23:59:00-05:00[America/New_York]");
        callback("Late One", "2026-11-24T10:00:01-05:00[America/New_York]");
        desk.clock.pass(Duration.ofSeconds(2));
        model.refresh();
        assertEquals(List.of("Late One", "To Day", "Tom Row", "Sat Day", "Sun Day", "Zoe Far"),
            model.rows().stream().map(AgendaEntry::name).toList());
        assertEquals("Late One", names(AgendaGroup.DUE_NOW));
        assertEquals("To Day", names(AgendaGroup.TODAY));
        assertEquals("Tom Row", names(AgendaGroup.TOMORROW));
        assertEquals("Sat Day", names(AgendaGroup.THIS_WEEK));
        assertEquals("Sun Day, Zoe Far", names(AgendaGroup.LATER));
        assertEquals("", names(AgendaGroup.MISSED));
        assertEquals(6, model.agenda().get().count());
    }

    @Test
    void aDayOfTwentyFiveHoursIsTomorrowToItsEnd() throws AppException {
        desk.clock.set("2026-10-31T22:00:00-04:00[America/New_York]");
        callback("Ann Lee", "2026-11-01T23:30:00-05:00[America/New_York]");
        assertEquals(AgendaGroup.TOMORROW, groupOf("Ann Lee"));
    }

    @Test
    void aDayOfTwentyThreeHoursEndsAtItsMidnight() throws AppException {
        desk.clock.set("2027-03-13T22:00:00-05:00[America/New_York]");
        callback("Ann Lee", "2027-03-15T00:30:00-04:00[America/New_York]");
        assertEquals(AgendaGroup.LATER, groupOf("Ann Lee"));
    }

    @Test
    void anOpenPromiseIsMissedWhenItsDayIsOverThereNotHere() throws AppException {
        callback("Ann Lee", "2026-11-24T15:00:00-08:00[America/Los_Angeles]");
        assertEquals(AgendaGroup.TODAY, groupOf("Ann Lee"));
        desk.clock.set("2026-11-25T02:59:59-05:00[America/New_York]");
        assertEquals(AgendaGroup.DUE_NOW, groupOf("Ann Lee"));
        desk.clock.set("2026-11-25T03:00:00-05:00[America/New_York]");
        assertEquals(AgendaGroup.MISSED, groupOf("Ann Lee"));
        assertEquals("Missed", model.status(model.rows().getFirst()));
        assertEquals(1, model.agenda().get().count(), "in one group only");
    }

    @Test
    void aKeptPromiseLeavesTheAgendaForWhatComesNext() throws AppException {
        long id = callback("Ann Lee", "2026-11-24T11:00:00-05:00[America/New_York]");
        desk.clock.set("2026-11-24T11:05:00-05:00[America/New_York]");
        desk.log(desk.card(id), Outcome.NO_ANSWER);
        model.refresh();
        assertEquals(List.of("Voicemail 1 due"), model.rows().stream().map(AgendaEntry::why).toList());
    }

    @Test
    void theCadencesCallsSayWhatIsDue() {
        due("Two Lee", "2026-11-23T09:00:00-05:00[America/New_York]", "active", 2);
        due("Three Lee", "2026-11-24T11:00:00-05:00[America/New_York]", "active", 3);
        due("Five Lee", "2026-11-25T11:00:00-05:00[America/New_York]", "active", 5);
        due("Rest Over", "2026-11-24T12:00:00-05:00[America/New_York]", "resting", 1);
        due("Rest Long", "2027-03-01T09:00:00-05:00[America/New_York]", "resting", 1);
        add(NEW_YORK, "Fresh One");
        model.refresh();
        assertEquals(List.of("Voicemail 2 due", "Call 3 due, no message", "Back after a rest", "Last voicemail due", "Back after a rest"),
            model.rows().stream().map(AgendaEntry::why).toList());
        assertEquals("Rest Long", names(AgendaGroup.RECYCLING));
        assertEquals("Three Lee, Rest Over", names(AgendaGroup.TODAY));
        assertEquals("Two Lee", names(AgendaGroup.DUE_NOW));
        assertEquals("", names(AgendaGroup.LATER), "who rests is not due");
    }

    @Test
    void aMeetingThatIsOverAsksHowItWent() throws AppException {
        long id = add(NEW_YORK, "Ann Lee");
        ZonedDateTime at = ZonedDateTime.parse("2026-11-25T11:00:00-05:00[America/New_York]");
        desk.calls.log(desk.card(id), Outcome.MEETING_BOOKED, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
        model.refresh();
        assertEquals("Meeting", model.rows().getFirst().why());
        desk.clock.set("2026-11-26T11:00:00-05:00[America/New_York]");
        model.refresh();
        assertEquals("Past: log how it went", model.status(model.rows().getFirst()));
    }

    @Test
    void whoMayNotBeCalledIsNotCalledFromHere() throws AppException {
        long ann = callback("Ann Lee", "2026-11-25T11:00:00-05:00[America/New_York]");
        desk.log(desk.card(ann), Outcome.DO_NOT_CALL);
        long bob = callback("Bob Ray", "2026-11-25T11:00:00-05:00[America/New_York]");
        desk.database.sql().update("UPDATE prospect SET reachable = 0 WHERE id = ?", bob);
        model.refresh();
        assertEquals(List.of("Bob Ray"), model.rows().stream().map(AgendaEntry::name).toList());
        assertEquals("No usable number", model.status(model.rows().getFirst()));
    }

    @Test
    void aPromiseThatGoesOverToTheNextNumberStaysOnTheAgenda() throws AppException {
        long id = callback("Ann Lee", "2026-11-24T11:00:00-05:00[America/New_York]");
        desk.database.sql().update("UPDATE promise SET state = 'kept'");
        model.refresh();
        assertEquals(List.of(id), model.rows().stream().map(AgendaEntry::prospectId).toList());
        assertEquals("Asked for a call", model.rows().getFirst().why());
    }

    @Test
    void aLongGroupIsListedInPartAndCountedInFull() {
        for (int i = 0; i < AgendaService.SHOWN + 20; i++) {
            due("P " + i, "2026-11-24T15:00:00-05:00[America/New_York]", "active", 2);
        }
        model.refresh();
        assertEquals(AgendaService.SHOWN, model.rows().size());
        assertEquals(AgendaService.SHOWN + 20, model.agenda().get().counts().get(AgendaGroup.TODAY));
        assertTrue(model.more());
        model.choose(AgendaGroup.MISSED);
        assertFalse(model.more());
    }

    @Test
    void theSelectionStaysThroughRefreshesAndOpensInTheSession() throws AppException {
        callback("Ann Lee", "2026-11-25T11:00:00-05:00[America/New_York]");
        long bob = callback("Bob Ray", "2026-11-25T12:00:00-05:00[America/New_York]");
        model.refresh();
        assertEquals("Ann Lee", model.selected().get().name(), "the first is looked at first");
        model.select(model.rows().get(1));
        assertEquals(bob, model.detail().get().prospect().id());
        callback("Cleo Fox", "2026-11-24T12:00:00-05:00[America/New_York]");
        model.refresh();
        assertEquals("Bob Ray", model.selected().get().name());
        assertTrue(model.open());
        assertEquals(List.of(bob), opened);
        model.select(null);
        model.refresh();
        assertNull(model.selected().get(), "a closed pane stays closed");
        assertFalse(model.open());
    }

    @Test
    void anEmptyAgendaIsReadAndTheFirstEntryIsSelectedOnceThereIsOne() throws AppException {
        model.refresh();
        assertNotNull(model.agenda().get());
        assertEquals(0, model.agenda().get().count());
        callback("Ann Lee", "2026-11-25T11:00:00-05:00[America/New_York]");
        model.refresh();
        assertEquals("Ann Lee", model.selected().get().name());
    }

    @Test
    void whatIsLeftOfTodayIsSaidInMinutes() throws AppException {
        callback("Ann Lee", "2026-11-24T10:25:00-05:00[America/New_York]");
        callback("Bob Ray", "2026-11-24T12:30:00-05:00[America/New_York]");
        model.refresh();
        assertEquals(List.of("in 25 min", "in 2 h 30 min"), model.rows().stream().map(model::status).toList());
        desk.clock.pass(Duration.ofSeconds(30));
        assertEquals("in 25 min", model.status(model.rows().getFirst()), "not yet under it");
        assertEquals(Instant.parse("2026-11-24T15:25:00Z"), model.rows().getFirst().at());
    }

    @Test
    void aDeskInAnotherZoneHasAnotherDay(@TempDir Path other) throws AppException {
        desk.close();
        desk = new Desk(other, new MovableClock("2026-11-24T22:00:00-08:00[America/Los_Angeles]"));
        callback("Ann Lee", "2026-11-25T08:00:00-05:00[America/New_York]");
        assertEquals(AgendaGroup.TOMORROW, service().load().entries().getFirst().group());
    }
}

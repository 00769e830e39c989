package app.afterbeep.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.HandoffFake;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderViewModelTest extends DeskTest {
    private ReminderViewModel model;
    private final HandoffFake system = new HandoffFake();
    private final List<Long> opened = new ArrayList<>();
    private long inFront;
    private int numbers = 100;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        model = model();
    }

    private ReminderViewModel model() {
        Background background = Background.direct();
        background.onFailure(e -> {
            throw new AssertionError(e);
        });
        ReminderViewModel made = new ReminderViewModel(new ReminderService(new AgendaStore(desk.database.sql()), desk.clock), background, system.handoff(),
            desk.clock, () -> desk.settings, opened::add, id -> id == inFront);
        desk.database.onChange(made::changed);
        return made;
    }

    private long agreed(String name, Outcome outcome, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time + "-05:00[America/New_York]");
        long id = desk.add(name, "+1212555" + "%04d".formatted(numbers++));
        desk.calls.log(desk.card(id), outcome, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
        return id;
    }

    private void at(String time) {
        desk.clock.set("2026-11-24T" + time + "-05:00[America/New_York]");
        model.tick();
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            desk.clock.pass(Duration.ofSeconds(1));
            model.tick();
        }
    }

    private String title() {
        return model.shown().get() == null ? "" : model.shown().get().title();
    }

    @Test
    void itComesFiveMinutesBeforeAndAtTheTimeAndEachOnce() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        at("10:54:50");
        assertEquals("", title());
        seconds(10);
        assertEquals("In 5 min: Ann Lee, Halden Cold Storage", title());
        assertEquals("Asked for a call at 11:00 am", model.shown().get().text());
        seconds(90);
        assertEquals("In 4 min: Ann Lee, Halden Cold Storage", title());
        model.later();
        assertNull(model.shown().get());
        seconds(209);
        assertNull(model.shown().get(), "not again");
        seconds(1);
        assertEquals("Now: Ann Lee, Halden Cold Storage", title());
        seconds(300);
        assertEquals(List.of("In 5 min: Ann Lee, Halden Cold Storage", "Now: Ann Lee, Halden Cold Storage"), system.titles());
    }

    @Test
    void meetingsAndPromisesAreRemindedOfToo() throws AppException {
        agreed("Ann Lee", Outcome.MEETING_BOOKED, "2026-11-24T11:00:00");
        at("11:00:00");
        assertEquals("Meeting at 11:00 am", model.shown().get().text());
        desk.log(desk.card(desk.addAt("America/Chicago", "Bob Ray", "", "+13125550101")), Outcome.LEFT_VOICEMAIL);
        Instant promised = desk.promises.taken(0, desk.clock.instant().plusSeconds(1), desk.clock.instant().plus(Duration.ofDays(9))).first();
        desk.clock.pass(Duration.between(desk.clock.instant(), promised));
        model.tick();
        assertEquals("You promised " + Times.clock(promised.atZone(desk.clock.getZone())), model.shown().get().text(), "on the rep's own clock");
    }

    @Test
    void afterSleepThereIsOneReminderForEachAndNoneForYesterday() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-24T13:00:00");
        agreed("Cleo Fox", Outcome.CALLBACK_REQUESTED, "2026-11-25T09:02:00");
        at("10:00:00");
        at("14:00:00");
        assertEquals(List.of("Earlier: Ann Lee, Halden Cold Storage", "Earlier: Bob Ray, Halden Cold Storage"), system.titles());
        assertEquals(1, model.shown().get().more());
        desk.clock.set("2026-11-25T09:00:00-05:00[America/New_York]");
        model.tick();
        assertEquals("In 2 min: Cleo Fox, Halden Cold Storage", title(), "what was missed is on the agenda");
        assertEquals(3, system.titles().size());
    }

    @Test
    void aNightOfSleepSaysNothingOfADayThatIsOver() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        at("10:00:00");
        desk.clock.set("2026-11-25T08:00:00-05:00[America/New_York]");
        model.tick();
        assertNull(model.shown().get());
        assertEquals(List.of(), system.titles());
    }

    @Test
    void aClockThatGoesBackAndForthRemindsOnce() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        for (String time : List.of("10:56:00", "10:20:00", "10:56:00", "11:01:00", "10:56:00", "09:00:00", "11:02:00", "11:03:00")) {
            at(time);
        }
        assertEquals(List.of("In 4 min: Ann Lee, Halden Cold Storage", "1 min ago: Ann Lee, Halden Cold Storage"), system.titles());
    }

    @Test
    void theOneOnTheScreenNeedsNoReminderAndAKeptPromiseTakesItsReminderAway() throws AppException {
        long ann = agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        long bob = agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        inFront = ann;
        at("11:00:00");
        assertEquals("Now: Bob Ray, Halden Cold Storage", title());
        desk.log(desk.card(bob), Outcome.NO_ANSWER);
        seconds(1);
        assertNull(model.shown().get());
    }

    @Test
    void openBringsTheProspectAndLaterShowsTheNext() throws AppException {
        long ann = agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        agreed("Bob Ray", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:05:00");
        at("11:00:00");
        assertEquals(1, model.shown().get().more());
        model.open();
        assertEquals(List.of(ann), opened);
        assertEquals("In 5 min: Bob Ray, Halden Cold Storage", title());
        model.later();
        model.later();
        assertNull(model.shown().get());
    }

    @Test
    void aMovedPromiseIsRemindedOfAtItsNewTime() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        at("10:56:00");
        AgendaService agenda = new AgendaService(desk.database, new AgendaStore(desk.database.sql()), desk.prospects, desk.promises, desk.attempts,
            desk.cards, desk.clock);
        agenda.move(agenda.load().entries().getFirst(), new Slot(Instant.parse("2026-11-24T17:00:00Z"), desk.clock.getZone()));
        seconds(1);
        assertNull(model.shown().get(), "the old time no longer holds");
        at("11:00:00");
        assertNull(model.shown().get());
        at("11:55:00");
        assertEquals("In 5 min: Ann Lee, Halden Cold Storage", title());
    }

    @Test
    void eachWayCanBeSwitchedOff() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        desk.settings = desk.settings.with(Setting.REMIND_IN_APP, "false");
        at("10:55:00");
        assertNull(model.shown().get());
        assertEquals(1, system.titles().size());
        desk.settings = desk.settings.with(Setting.REMIND_IN_APP, "true").with(Setting.REMIND_SYSTEM, "false");
        at("11:00:00");
        assertEquals("Now: Ann Lee, Halden Cold Storage", title());
        assertEquals(1, system.titles().size());
    }

    @Test
    void aLateStartSaysNothingAboutWhatLeadsTheQueueAnyway() throws AppException {
        agreed("Ann Lee", Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        desk.clock.set("2026-11-24T11:15:01-05:00[America/New_York]");
        model = model();
        model.tick();
        assertNull(model.shown().get());
        assertEquals(List.of(), system.titles());
    }

    @Test
    void manyAtOnceAreOneNotificationOfTheSystem() throws AppException {
        for (int i = 0; i < 5; i++) {
            agreed("Ann " + i, Outcome.CALLBACK_REQUESTED, "2026-11-24T11:00:00");
        }
        at("10:00:00");
        at("11:30:00");
        assertEquals(List.of("5 promises are due"), system.titles());
        assertEquals(4, model.shown().get().more());
    }
}

package app.afterbeep.rehearse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.rehearse.Rehearsal.Part;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.testkit.Texts;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehearseViewModelTest extends DeskTest {
    private RehearseViewModel model;
    private final List<Notice> notices = new ArrayList<>();

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        model = new RehearseViewModel(new RehearsalService(desk.database, new RehearsalStore(desk.database.sql()), desk.scripts, desk.cadences,
            () -> Map.of("first_name", "Marisol", "my_name", "Dana Reyes", "my_company", "Northline", "callback_day", "Thursday", "callback_time", "10:15"),
            desk.clock, () -> desk.settings), Background.direct(), notices::add, desk.calls::undo, desk.clock, () -> desk.settings);
        desk.database.onChange(model::changed);
        model.open(desk.start.seriesId());
    }

    private Part part() {
        return Objects.requireNonNull(Objects.requireNonNull(model.shown().get()).current());
    }

    private Rehearsal rehearsal() {
        return Objects.requireNonNull(model.shown().get()).rehearsal();
    }

    private void take(int seconds) {
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(seconds));
        model.pressTimer();
        model.keep();
    }

    @Test
    void eachMessageIsSpokenThreeTimesThenTheNextHasItsTurn() {
        assertEquals(List.of("Voicemail 1 of 5", "Voicemail 2 of 5", "Voicemail 4 of 5", "Last voicemail"), rehearsal().parts().stream().map(Part::place).toList());
        assertTrue(part().text().text().startsWith("Hi Marisol, Dana Reyes from Northline."));
        assertTrue(part().text().missing().isEmpty());
        int estimate = part().estimate();
        take(estimate);
        assertEquals("as estimated", part().difference());
        take(estimate + 4);
        assertEquals("2 s more than estimated", part().difference());
        take(estimate);
        assertEquals("Voicemail 2 of 5", part().place());
        assertEquals(List.of(estimate, estimate + 4, estimate), rehearsal().parts().getFirst().takes());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"), "nothing of it is an attempt");
        assertFalse(model.timer().used());
    }

    @Test
    void theTakesFeedThePace() {
        assertFalse(rehearsal().pace().measured());
        for (int i = 0; i < 12; i++) {
            // Half as fast again as the start.
            take(Math.round(part().estimate() * 2f / 3));
        }
        assertTrue(rehearsal().pace().measured());
        assertEquals(225, rehearsal().pace().wordsPerMinute(), 12);
        assertEquals(12, desk.number("SELECT count(*) FROM rehearsal"));
        assertTrue(desk.cards.pace().measured(), "on the session screen too");
        assertTrue(rehearsal().parts().stream().allMatch(Part::done));
        take(10);
        assertEquals(13, desk.number("SELECT count(*) FROM rehearsal"), "more makes it surer");
    }

    @Test
    void aBotchedTakeIsThrownAwayAndAKeptOneTakenBack() {
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(9));
        model.again();
        desk.clock.pass(Duration.ofSeconds(16));
        model.keep();
        assertEquals(List.of(16), part().takes());
        model.undo();
        assertEquals(List.of(), part().takes());
        assertEquals(0, desk.number("SELECT count(*) FROM rehearsal"));
        model.pressTimer();
        model.go(1);
        assertFalse(model.timer().used(), "what was not kept is forgotten");
        model.go(-1);
        assertEquals("Voicemail 1 of 5", part().place());
        model.go(-1);
        assertEquals("Last voicemail", part().place());
    }

    @Test
    void nothingSpokenIsNothingKept() {
        model.keep();
        assertEquals(0, desk.number("SELECT count(*) FROM rehearsal"));
        assertEquals("Nothing was spoken yet. Press Space at the beep, speak, then 1.", notices.getLast().text());
    }

    @Test
    void aNewSittingBeginsWithoutTakes() {
        take(17);
        model.close();
        desk.clock.pass(Duration.ofMinutes(5));
        model.open(desk.start.seriesId());
        assertEquals(List.of(), part().takes());
        assertEquals(1, rehearsal().timed());
    }

    @Test
    void aSecondVersionIsRehearsedTooAndASeriesWithoutMessagesSaysSo() {
        Texts.message(desk, desk.start.seriesId(), 2, 2, "Other", "{{my_name}}. Another thought.");
        model.changed();
        assertEquals("Voicemail 2 of 5, version 2", rehearsal().parts().get(2).place());
        desk.database.transaction(() -> desk.database.sql().update("UPDATE script SET removed = 1"));
        model.changed();
        assertNull(Objects.requireNonNull(model.shown().get()).current());
        model.pressTimer();
        model.keep();
        model.go(1);
        assertFalse(model.timer().used());
    }
}

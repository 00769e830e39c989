package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.DeskTest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextCardTest extends DeskTest {
    private static final int PROSPECTS = 40;
    private static final int CLICKS = 150;


    private void add(int count) {
        IntStream.range(0, count).forEach(i -> desk.add("P" + i + " Lee", "+1212555%04d".formatted(i), "+1212555%04d".formatted(i >= PROSPECTS - 4 ? 5000 + i / 2 : 6000 + i)));
    }

    private Card next() {
        return desk.next();
    }

    /// A card that is drawn anew has values of its own.
    private boolean kept() {
        return next().values() == next().values();
    }

    @Test
    void what_was_drawn_beforehand_says_what_a_card_drawn_now_would() {
        add(PROSPECTS);
        Random random = new Random(11);
        int kept = 0;
        for (int i = 0; i < CLICKS; i++) {
            while (desk.queue.turn(false) instanceof Turn.Later later) {
                desk.clock.pass(Duration.between(desk.clock.instant(), later.at()));
            }
            Card card = next();
            desk.queue.prepare(card, false);
            Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
            if (outcome != Outcome.CALLBACK_REQUESTED && outcome != Outcome.MEETING_BOOKED) {
                desk.log(card, outcome);
            }
            if (desk.queue.turn(false) instanceof Turn.Prospect(Card shown, String after)) {
                kept += kept() ? 1 : 0;
                // Of no lane: drawn anew.
                Card drawn = desk.card(shown.prospect().id());
                assertEquals(drawn.prospect(), shown.prospect());
                // Which of the free times is offered first may differ after a promise to somebody else; each of them is free.
                shown.slots().forEach(slot -> assertTrue(desk.promises.taken(shown.prospect().id(), slot.at().minusSeconds(299), slot.at().plusSeconds(299))
                    .isEmpty()));
                assertEquals(drawn.why(), shown.why());
                assertEquals(drawn.values(), shown.values());
                assertEquals(drawn.words(), shown.words());
                assertEquals(drawn.touches(), shown.touches());
                assertEquals(drawn.pace(), shown.pace());
                assertEquals(drawn.attempts(), shown.attempts());
                if (drawn.slots().equals(shown.slots())) {
                    for (Outcome each : Outcome.values()) {
                        assertEquals(drawn.consequence(each), shown.consequence(each));
                    }
                }
            }
            desk.clock.pass(Duration.ofMinutes(1));
        }
        assertTrue(kept > CLICKS / 5, () -> "almost every card was drawn anew");
    }

    @Test
    void a_time_that_the_click_promises_to_somebody_else_is_not_offered() {
        add(2);
        Card first = next();
        Card second = desk.card(first.prospect().id() == 1 ? 2 : 1);
        // Both would be offered this time.
        Card same = first.like(second, true);
        desk.queue.prepare(first, false);
        desk.log(same, Outcome.LEFT_VOICEMAIL);
        assertFalse(next().slots().contains(same.slot()));
    }

    @Test
    void what_is_written_by_anything_but_the_click_lets_the_card_be_drawn_anew() {
        add(3);
        Card first = next();
        desk.queue.prepare(first, false);
        desk.log(first, Outcome.NO_ANSWER);
        assertSame(next().values(), next().values());
        desk.database.transaction(() -> {
            desk.prospects.saveNote(next().prospect().id(), "moved to the night shift");
            return true;
        });
        assertNotSame(next().values(), next().values());
        assertEquals("moved to the night shift", next().prospect().note());
    }

    @Test
    void a_number_that_the_click_puts_on_the_do_not_call_list_is_not_offered() {
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550101", "+12125550102");
        Card ann = next();
        desk.queue.prepare(ann, false);
        desk.log(ann, Outcome.DO_NOT_CALL);
        assertEquals(List.of(true, false), next().prospect().phones().stream().map(app.afterbeep.prospects.Phone::dnc).toList());
    }

    @Test
    void other_settings_or_another_hour_let_the_card_be_drawn_anew() {
        add(3);
        desk.queue.prepare(next(), false);
        desk.log(next(), Outcome.NO_ANSWER);
        assertTrue(kept());
        desk.clock.pass(Duration.ofHours(1));
        assertFalse(kept());
        desk.queue.prepare(next(), false);
        desk.log(next(), Outcome.NO_ANSWER);
        assertTrue(kept());
        desk.settings = desk.settings.with(Setting.MY_COMPANY, "Southline");
        assertFalse(kept());
        assertEquals("Southline", next().values().get("my_company"));
    }
}

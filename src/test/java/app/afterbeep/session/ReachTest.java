package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.Reach;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The key that says how somebody can be reached.
class ReachTest extends DeskTest {
    private SessionViewModel model;
    private final List<Notice> notices = new ArrayList<>();

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        Background background = Background.direct();
        background.onFailure(e -> notices.add(Notice.problem(String.valueOf(e.getMessage()))));
        model = new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, background, new Handoff(address -> {}), notices::add, desk.clock,
            () -> desk.settings);
        desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
    }

    private Card card() {
        return model.card().orElseThrow();
    }

    @Test
    void eachPressSetsTheNextAndTheCardFollowsAtOnce() {
        model.start();
        model.nextReach();
        assertEquals(Reach.ANSWERS, card().prospect().reach());
        assertEquals(Outcome.NO_ANSWER, card().likely());
        assertEquals("Reach – Ann Lee: answers", notices.getLast().text());
        model.nextReach();
        assertEquals(Reach.ASSISTANT, card().prospect().reach());
        assertEquals(Outcome.LEFT_VOICEMAIL, card().likely());
        model.nextReach();
        model.nextReach();
        assertEquals(Reach.UNKNOWN, card().prospect().reach());
        assertEquals("Reach – Ann Lee: as the log suggests", notices.getLast().text());
    }

    @Test
    void undoBringsItBackAndLeavesTheProspectOnTheScreen() {
        model.start();
        model.nextReach();
        model.undo();
        assertEquals("Undone: Reach – Ann Lee", notices.getLast().text());
        assertEquals("Ann Lee", card().prospect().name());
        assertEquals(Reach.UNKNOWN, card().prospect().reach());
        assertEquals(Outcome.LEFT_VOICEMAIL, card().likely());
    }

    @Test
    void theFirstPressTakesOverWhatTheLogSuggests() {
        for (int i = 0; i < 2; i++) {
            desk.log(desk.card(1), Outcome.GATEKEEPER);
            desk.clock.pass(Duration.ofMinutes(7));
        }
        model.whose().open(1);
        assertFalse(card().rapport().reach().byHand());
        model.nextReach();
        assertEquals(Reach.ASSISTANT, card().prospect().reach());
        assertTrue(card().rapport().reach().byHand());
        model.nextReach();
        assertEquals(Reach.NEVER, card().prospect().reach());
    }

    @Test
    void theTimeThatWasSpokenAndTheNoteThatIsTypedStay() {
        model.start();
        model.wording().movePromise();
        var spoken = card().slot();
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(9));
        model.typeNote("Pat answers");
        model.nextReach();
        assertEquals(spoken.at(), card().slot().at());
        assertEquals("Pat answers", model.note());
        assertTrue(model.timer().running(), "the message goes on");
    }

    @Test
    void whileATimeIsAskedForTheKeyDoesNothing() {
        model.start();
        desk.clock.pass(Duration.ofSeconds(2));
        model.press(Outcome.CALLBACK_REQUESTED);
        model.nextReach();
        assertEquals(0, desk.number("SELECT count(*) FROM action"));
    }
}

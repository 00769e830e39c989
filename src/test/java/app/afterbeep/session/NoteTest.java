package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The note of the prospect on the session screen, while it is also written elsewhere.
class NoteTest extends DeskTest {
    private SessionViewModel model;
    private long ann;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        model = new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, Background.direct(), new Handoff(opened -> {}), notice -> {},
            desk.clock, () -> desk.settings);
        ann = desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        model.start();
        read();
    }

    private void read() {
        desk.clock.pass(Duration.ofSeconds(2));
    }

    private String note() {
        return desk.text("SELECT note FROM prospect WHERE id = ?", ann);
    }

    /// As on Prospects: saved there, and the session is told.
    private void elsewhere(String note) {
        desk.calls.saveNote(ann, note(), note);
        model.whose().reread(ann);
    }

    private Slot tomorrow() {
        return new Slot(desk.clock.instant().plus(Duration.ofDays(1)), desk.clock.getZone());
    }

    @Test
    void whatIsWrittenElsewhereWhileAConversationIsOpenStays() {
        model.press(Outcome.CONVERSATION);
        elsewhere("Direct line from May on");
        read();
        model.finishTalk(new CallService.Next(tomorrow(), true));
        assertEquals("Direct line from May on", note());
    }

    @Test
    void whatIsWrittenElsewhereWhileATimeIsAskedStays() {
        model.press(Outcome.CALLBACK_REQUESTED);
        assertNotNull(model.asking().get());
        elsewhere("Direct line from May on");
        read();
        model.choose(tomorrow());
        assertEquals(1, desk.number("SELECT count(*) FROM promise"));
        assertEquals("Direct line from May on", note());
        assertEquals("", desk.text("SELECT note FROM attempt"), "nothing was noted in this call");
    }

    @Test
    void whatAnImportFillsInStays() {
        desk.database.transaction(() -> desk.database.sql().update("UPDATE prospect SET note = 'Met at the fair' WHERE id = ?", ann));
        model.press(Outcome.NO_ANSWER);
        assertEquals("Met at the fair", note());
    }

    @Test
    void whatIsTypedHereAndWhatIsTypedThereBothStay() {
        elsewhere("Likes mornings\nUses pallets");
        assertEquals("Likes mornings\nUses pallets", model.note());
        model.press(Outcome.CONVERSATION);
        model.typeNote("Likes mornings\nUses pallets, 40 a day\nAsk for Pat");
        elsewhere("Uses pallets\nDirect line from May on");
        read();
        model.finishTalk(new CallService.Next(null, false));
        assertEquals("Likes mornings\nUses pallets, 40 a day\nAsk for Pat\nDirect line from May on", note());
    }

    @Test
    void whatWasTypedThereIsShownHereAsSoonAsBothAreKept() {
        model.typeNote("Ask for Pat");
        desk.calls.saveNote(ann, "", "Likes mornings");
        model.whose().saveNote();
        assertEquals("Ask for Pat\nLikes mornings", model.note());
        model.typeNote("Ask for Pat");
        model.press(Outcome.NO_ANSWER);
        assertEquals("Ask for Pat", note(), "a line that was seen and deleted is deleted");
    }

    private String logged() {
        return desk.text("SELECT note FROM attempt WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1");
    }

    @Test
    void whatWasNotedInTheCallIsInTheLogAlsoWhenItWasSavedAndTheCardDrawnAgainBefore() {
        model.typeNote("Ask for Pat");
        model.whose().saveNote();
        model.whose().redraw();
        model.press(Outcome.NO_ANSWER);
        assertEquals("Ask for Pat", logged());
    }

    @Test
    void whatIsWrittenElsewhereMeanwhileIsNotTakenForWhatWasNotedHere() {
        model.typeNote("Ask for Pat");
        model.whose().saveNote();
        elsewhere("Ask for Pat\nDirect line from May on");
        model.typeNote("Direct line from May on");
        model.press(Outcome.NO_ANSWER);
        assertEquals("", logged(), "taken out again");
    }

    @Test
    void whatWasNotedIsInTheLogOfTheOutcomeThatIsPressedAfterAnUndo() {
        model.typeNote("Ask for Pat");
        model.press(Outcome.NO_ANSWER);
        read();
        model.undo();
        read();
        model.press(Outcome.GATEKEEPER);
        assertEquals("Ask for Pat", logged());
        desk.clock.pass(Duration.ofDays(3));
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        assertEquals("", logged(), "it was noted in another call");
    }

    @Test
    void whatWasNotedInAConversationThatIsTakenBackIsInTheLogOfTheOutcomeInItsPlace() {
        model.typeNote("Ask for Pat");
        model.press(Outcome.CONVERSATION);
        read();
        model.undo();
        read();
        model.press(Outcome.GATEKEEPER);
        assertEquals("Ask for Pat", logged());
    }
}

package app.afterbeep.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.State;
import app.afterbeep.cadence.Cadence.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class CadenceTest {
    /// Step 6 was put between 1 and 2; 3 is switched off, 5 was removed.
    private static final Cadence CHANGED = new Cadence(1, "Cold", List.of(step(1, State.ON), step(6, State.ON), step(2, State.ON),
        step(3, State.OFF), step(4, State.ON), step(5, State.REMOVED)), 90, 120);

    private static Step step(int number, State state) {
        return new Step(number, Kind.VOICEMAIL, 2, state);
    }

    @Test
    void goesFromStepToStepInTheOrderOfThePlan() {
        assertEquals(1, CHANGED.first().number());
        assertEquals(6, CHANGED.after(1));
        assertEquals(2, CHANGED.after(6));
        assertEquals(4, CHANGED.after(2), "a step that is off is passed over");
        assertEquals(List.of(1, 2, 3, 4), List.of(CHANGED.ordinal(1), CHANGED.ordinal(6), CHANGED.ordinal(2), CHANGED.ordinal(4)));
    }

    @Test
    void aStepThatIsNoLongerOnGivesWayToTheNextOneThatIs() {
        assertEquals(4, CHANGED.step(3).number());
        assertEquals(3 + 1, CHANGED.ordinal(3));
    }

    @Test
    void pastTheEndComesTheLastStep() {
        for (int gone : List.of(5, 99)) {
            assertEquals(4, CHANGED.step(gone).number());
            assertTrue(CHANGED.isLast(gone));
            assertEquals(4, CHANGED.after(gone));
        }
        assertTrue(CHANGED.isLast(4));
        assertFalse(CHANGED.isLast(2));
    }

    @Test
    void aCadenceHasAStepThatIsOn() {
        assertThrows(IllegalArgumentException.class, () -> new Cadence(1, "Off", List.of(step(1, State.OFF)), 90, 120));
    }
}

package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.ui.PlaceOnScreenRules.Area;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOnScreenRulesTest {
    private static final Area LAPTOP = new Area(0, 24, 1440, 876);
    private static final Area RIGHT = new Area(1440, 0, 2560, 1440);

    private static Area visible(Area wanted) {
        return PlaceOnScreenRules.visible(wanted, List.of(LAPTOP, RIGHT));
    }

    @Test
    void staysWhereAllOfItIsInSight() {
        for (Area there : List.of(new Area(100, 100, 1280, 700), new Area(1500, 200, 1280, 800), new Area(0, 24, 1440, 876), new Area(3000, 640, 1000, 800))) {
            assertEquals(there, visible(there));
        }
    }

    @Test
    void itsFootAndItsSidesAreMovedIntoSight() {
        assertEquals(new Area(100, 200, 1280, 700), visible(new Area(100, 600, 1280, 700)), "the foot was below the screen");
        assertEquals(new Area(0, 60, 1280, 700), visible(new Area(-900, 60, 1280, 700)));
        assertEquals(new Area(1440, 30, 1280, 800), visible(new Area(1300, 30, 1280, 800)), "across two screens: onto the one that has most of it");
        assertEquals(new Area(160, 30, 1280, 800), visible(new Area(700, 30, 1280, 800)));
        assertEquals(new Area(0, 24, 1440, 876), visible(new Area(-100, 400, 1500, 1000)), "too large for its screen");
    }

    @Test
    void aScreenThatIsGonePutsItInTheMiddleOfThePrimaryOne() {
        assertEquals(new Area(80, 62, 1280, 800), PlaceOnScreenRules.visible(new Area(2000, 200, 1280, 800), List.of(LAPTOP)));
    }

    @Test
    void aTitleAboveOrBelowTheScreenIsMovedIntoSight() {
        assertEquals(new Area(0, 24, 600, 300), PlaceOnScreenRules.visible(new Area(0, -20, 600, 300), List.of(LAPTOP)));
        assertEquals(new Area(0, 600, 600, 300), PlaceOnScreenRules.visible(new Area(0, 890, 600, 300), List.of(LAPTOP)));
    }

    @Test
    void isNeverLargerThanItsScreen() {
        assertEquals(new Area(0, 24, 1440, 876), PlaceOnScreenRules.visible(new Area(0, 24, 3840, 2160), List.of(LAPTOP)));
    }

    @Test
    void isAlwaysInSightWhateverWasWritten() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            Area wanted = new Area(random.nextInt(20_000) - 10_000, random.nextInt(20_000) - 10_000, random.nextInt(5000), random.nextInt(5000));
            Area there = PlaceOnScreenRules.visible(wanted, List.of(LAPTOP, RIGHT));
            boolean seen = List.of(LAPTOP, RIGHT).stream().anyMatch(screen -> there.x() >= screen.x() && there.x() + there.width() <= screen.x() + screen.width()
                && there.y() >= screen.y() && there.y() + there.height() <= screen.y() + screen.height());
            assertTrue(seen, wanted + " gives " + there);
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(Optional.of(new Area(-10, 20, 1280, 800)), Area.read(new Area(-10, 20, 1280, 800).written()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "a,b,c,d", "1,2,-3,4", "1,2,3,99999999"})
    void whatCannotBeReadIsNone(String written) {
        assertEquals(Optional.empty(), Area.read(written));
    }
}

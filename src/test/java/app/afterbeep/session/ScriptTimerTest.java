package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTimerTest {
    private static final Instant BEEP = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void measuresFromTheBeepToTheEnd() {
        ScriptTimer timer = new ScriptTimer();
        assertNull(timer.seconds(BEEP), "never used");
        timer.press(BEEP);
        assertEquals(Duration.ofSeconds(6), timer.elapsed(BEEP.plusSeconds(6)));
        timer.press(BEEP.plusMillis(17_600));
        assertEquals(18, timer.seconds(BEEP.plusSeconds(60)));
        assertEquals(BEEP, timer.beep());
    }

    @Test
    void showsOnceItStandsWhatWouldBeLogged() {
        ScriptTimer timer = new ScriptTimer();
        assertEquals(Duration.ZERO, timer.shown(BEEP));
        timer.press(BEEP);
        assertEquals(Duration.ofMillis(17_600), timer.shown(BEEP.plusMillis(17_600)));
        timer.press(BEEP.plusMillis(17_600));
        assertEquals(Duration.ofSeconds(18), timer.shown(BEEP.plusSeconds(60)));
    }

    @Test
    void goesOnAfterAPauseThatIsNotCounted() {
        ScriptTimer timer = new ScriptTimer();
        timer.press(BEEP);
        timer.press(BEEP.plusSeconds(6));
        assertEquals(Duration.ofSeconds(6), timer.elapsed(BEEP.plusSeconds(20)));
        timer.press(BEEP.plusSeconds(30));
        assertEquals(Duration.ofSeconds(9), timer.elapsed(BEEP.plusSeconds(33)));
        timer.stop(BEEP.plusSeconds(34));
        timer.stop(BEEP.plusSeconds(50));
        assertEquals(10, timer.seconds(BEEP.plusSeconds(90)), "stopped twice");
        assertEquals(BEEP, timer.beep());
    }

    @Test
    void aBotchedMessageStartsAgainFromZeroWithABeepOfItsOwn() {
        ScriptTimer timer = new ScriptTimer();
        timer.press(BEEP);
        timer.press(BEEP.plusSeconds(6));
        timer.start(BEEP.plusSeconds(20));
        assertEquals(Duration.ofSeconds(2), timer.elapsed(BEEP.plusSeconds(22)));
        assertEquals(BEEP.plusSeconds(20), timer.beep());
        timer.reset();
        assertNull(timer.beep());
        assertEquals(Duration.ZERO, timer.elapsed(BEEP));
    }

    @Test
    void aClockThatIsSetBackNeverGivesANegativeTime() {
        ScriptTimer timer = new ScriptTimer();
        timer.press(BEEP);
        assertEquals(Duration.ZERO, timer.elapsed(BEEP.minusSeconds(3600)));
        assertEquals(1, timer.seconds(BEEP.minusSeconds(3600)));
    }

    @ParameterizedTest
    @CsvSource({"0, GOOD", "19, GOOD", "20, LONG", "29, LONG", "30, TOO_LONG", "90, TOO_LONG"})
    void isGreenUnderTwentySecondsAmberToThirtyThenRed(int seconds, ScriptTimer.Length length) {
        assertEquals(length, ScriptTimer.length(Duration.ofSeconds(seconds), 20, 30));
    }
}

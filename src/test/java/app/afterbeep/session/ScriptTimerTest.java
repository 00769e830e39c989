package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
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
        timer.press(BEEP.plusSeconds(70));
        assertEquals(Duration.ofSeconds(2), timer.elapsed(BEEP.plusSeconds(72)), "spoken anew");
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

    @ParameterizedTest
    @CsvSource({"10:15, 10:15", "9, 09:00", "2:30 pm, 14:30", "2:30pm, 14:30", "14.30, 14:30", "1430, 14:30", "915, 09:15", "2, 14:00", "12 am, 00:00",
        "12 pm, 12:00", "6:45, 18:45", "6:45 am, 06:45", "25:00, ", "soon, ", "'', "})
    void readsTimesAsPeopleWriteThem(String text, LocalTime time) {
        assertEquals(Optional.ofNullable(time), Times.parseWorking(text));
    }

    @Test
    void quickChoicesAreInTheFutureByDayAndNeverOnAWeekend() {
        for (String now : List.of("2026-11-24T08:05:00-06:00[America/Chicago]", "2026-11-27T19:50:00-06:00[America/Chicago]",
            "2026-11-28T12:00:00-06:00[America/Chicago]")) {
            ZonedDateTime there = ZonedDateTime.parse(now);
            for (boolean meeting : List.of(true, false)) {
                WhenPane.quick(there, meeting).forEach(slot -> {
                    assertEquals(true, slot.at().isAfter(there.toInstant()), slot::toString);
                    assertEquals(true, slot.there().getHour() >= 8 && slot.there().getHour() < 20, slot::toString);
                    assertEquals(true, slot.there().toLocalDate().equals(there.toLocalDate()) || slot.there().getDayOfWeek().getValue() <= 5, slot::toString);
                });
                assertEquals(true, WhenPane.quick(there, meeting).size() >= 3);
            }
        }
    }
}

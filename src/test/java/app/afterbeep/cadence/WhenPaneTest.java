package app.afterbeep.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhenPaneTest {
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

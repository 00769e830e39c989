package app.afterbeep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalClockTest {
    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void asBefore() {
        TimeZone.setDefault(before);
    }

    @Test
    void itsZoneIsThatOfTheMomentAndWhoeverAsksForAnotherKeepsThat() {
        Clock clock = new LocalClock();
        Clock there = clock.withZone(ZoneId.of("Europe/Paris"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        assertEquals(ZoneId.of("Asia/Tokyo"), clock.getZone());
        TimeZone.setDefault(TimeZone.getTimeZone("America/Denver"));
        assertEquals(ZoneId.of("America/Denver"), clock.getZone());
        assertEquals(ZoneId.of("Europe/Paris"), there.getZone());
        assertTrue(Duration.between(Instant.now(), clock.instant()).abs().compareTo(Duration.ofMinutes(1)) < 0);
    }
}

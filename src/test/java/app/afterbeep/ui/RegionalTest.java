package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegionalTest {
    private static final String NAMED = System.getProperty("user.timezone");
    private static final TimeZone BEFORE = TimeZone.getDefault();

    @AfterEach
    void asBefore() {
        System.setProperty("user.timezone", NAMED);
        TimeZone.setDefault(BEFORE);
    }

    /// As if the program had been started there.
    private static ZoneId readAfterAStartIn(String zone) {
        System.setProperty("user.timezone", zone);
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Regional.readComputersZone();
        return ZoneId.systemDefault();
    }

    @Test
    void theComputersZoneIsReadAnewWhereverTheProgramWasStarted() {
        assertEquals(readAfterAStartIn("Asia/Tokyo"), readAfterAStartIn("Pacific/Chatham"));
    }

    @Test
    void aZoneThatWasNamedAtTheStartStays() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        Regional.readZone();
        assertEquals(ZoneId.of("Asia/Tokyo"), ZoneId.systemDefault(), "the tests name theirs");
    }
}

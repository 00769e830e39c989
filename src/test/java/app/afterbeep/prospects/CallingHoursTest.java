package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.Fault;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingHoursTest {
    private static final CallingHours LEGAL = new CallingHours(LocalTime.of(8, 0), LocalTime.of(21, 0));
    private static final CallingHours WORKING = new CallingHours(LocalTime.of(8, 30), LocalTime.of(17, 30),
        day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);

    @Fault(value = 18, how = "calling hours at 07:59:59, 08:00, 20:59:59, 21:00, across DST, in half-hour zones", then = "closed, open, open, closed")
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:59:59-05:00[America/New_York], false",
        "2026-11-24T08:00:00-05:00[America/New_York], true",
        "2026-11-24T20:59:59-05:00[America/New_York], true",
        "2026-11-24T21:00:00-05:00[America/New_York], false",
        // The morning after the clocks went back and the morning after they went forward.
        "2026-11-01T08:00:00-05:00[America/New_York], true",
        "2026-11-01T07:59:59-05:00[America/New_York], false",
        "2026-03-08T08:00:00-04:00[America/New_York], true",
        "2026-03-08T07:59:59-04:00[America/New_York], false",
        // Half-hour zones.
        "2026-11-24T08:00:00+05:30[Asia/Kolkata], true",
        "2026-11-24T07:59:59+05:30[Asia/Kolkata], false",
        "2026-11-24T20:59:59-03:30[America/St_Johns], true",
    })
    void opensAtEightAndClosesAtNineInTheEvening(String at, boolean open) {
        ZonedDateTime moment = ZonedDateTime.parse(at);
        assertEquals(open, LEGAL.open(List.of(moment.getZone()), moment.toInstant()));
    }

    @Fault(value = 18, how = "calling hours of several candidate zones", then = "open only while all of them are")
    @Test
    void severalCandidateZonesMustAllBeOpen() {
        List<ZoneId> zones = List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Los_Angeles"));
        assertFalse(LEGAL.open(zones, Instant.parse("2026-11-24T15:59:59Z")), "7:59:59 in Los Angeles");
        assertTrue(LEGAL.open(zones, Instant.parse("2026-11-24T16:00:00Z")), "8:00 in Los Angeles, 11:00 in New York");
        assertFalse(LEGAL.open(zones, Instant.parse("2026-11-25T02:00:00Z")), "21:00 in New York");
    }

    @Test
    void preferredHoursOpenAgainAfterTheWeekend() {
        ZoneId zone = ZoneId.of("America/Chicago");
        Instant friday = ZonedDateTime.parse("2026-11-20T17:30:00-06:00[America/Chicago]").toInstant();
        assertEquals(ZonedDateTime.parse("2026-11-23T08:30:00-06:00[America/Chicago]").toInstant(), WORKING.nextOpen(List.of(zone), friday));
    }

    @Property(tries = 500)
    void nextOpenIsOpenAndNothingBeforeItIs(@ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
        List<ZoneId> zones = List.of(ZoneId.of("America/New_York"), ZoneId.of("America/Denver"));
        Instant at = Instant.ofEpochSecond(second);
        Instant next = WORKING.nextOpen(zones, at);
        assertTrue(WORKING.open(zones, next));
        assertFalse(next.isBefore(at));
        for (Instant earlier = at; earlier.isBefore(next); earlier = earlier.plusSeconds(300)) {
            assertFalse(WORKING.open(zones, earlier), () -> "already open before " + next);
        }
    }
}

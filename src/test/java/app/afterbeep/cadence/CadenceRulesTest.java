package app.afterbeep.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CadenceRulesTest {
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("America/New_York"));
    private static final CallingHours HOURS = new CallingHours(LocalTime.of(8, 30), LocalTime.of(17, 30), new Holidays().workingDays("US"));
    private static final Cadence CADENCE = new Cadence(1, "Cold", List.of(new Cadence.Step(1, Cadence.Kind.LAST_VOICEMAIL, 0, Cadence.State.ON)), 90, 120);

    @Property(tries = 1000)
    void restEndsOnAWorkingDayAfter90To120Days(@ForAll @LongRange(min = 1, max = 2_000_000) long prospect,
                                               @ForAll @LongRange(min = 1_767_225_600L, max = 1_830_297_600L) long second) {
        Instant now = Instant.ofEpochSecond(second);
        Instant end = CadenceRules.restEnds(CADENCE, prospect, now, ZONES, HOURS);
        long days = ChronoUnit.DAYS.between(now.atZone(ZONES.getFirst()).toLocalDate(), end.atZone(ZONES.getFirst()).toLocalDate());
        assertTrue(days >= 90 && days <= 120, () -> days + " days");
        assertTrue(HOURS.open(ZONES, end));
    }

    @Test
    void aListDoesNotReturnOnOneDay() {
        Instant now = Instant.parse("2026-11-24T15:00:00Z");
        var byDay = LongStream.rangeClosed(1, 1000).boxed().collect(Collectors.groupingBy(
            id -> LocalDate.ofInstant(CadenceRules.restEnds(CADENCE, id, now, ZONES, HOURS), ZONES.getFirst()), Collectors.counting()));
        assertTrue(byDay.size() >= 18, () -> "spread over " + byDay.size() + " days");
        assertTrue(byDay.values().stream().allMatch(count -> count < 200), byDay::toString);
    }

    @Property(tries = 500)
    void busyIsRetriedTheSameDayAfter30To60Minutes(@ForAll @LongRange(min = 1_767_225_600L, max = 1_830_297_600L) long second) {
        Instant now = Instant.ofEpochSecond(second);
        Optional<Instant> retry = CadenceRules.busyRetry(now, ZONES, HOURS);
        retry.ifPresent(at -> {
            Duration wait = Duration.between(now, at);
            assertTrue(wait.toMinutes() >= 30 && wait.compareTo(Duration.ofMinutes(60)) <= 0, wait::toString);
            assertTrue(HOURS.open(ZONES, at));
            assertEquals(now.atZone(ZONES.getFirst()).toLocalDate(), at.atZone(ZONES.getFirst()).toLocalDate());
        });
        if (HOURS.open(ZONES, now) && HOURS.open(ZONES, now.plus(Duration.ofMinutes(41)))) {
            assertTrue(retry.isPresent());
        }
    }

    @Test
    void skipComesBackTodayOrSaysThatTodayIsOver() {
        assertEquals(Optional.of(Instant.parse("2026-11-24T17:00:00Z")),
            CadenceRules.skipUntil(Instant.parse("2026-11-24T15:00:00Z"), ZONES, HOURS));
        assertEquals(Optional.of(Instant.parse("2026-11-24T22:00:00Z")),
            CadenceRules.skipUntil(Instant.parse("2026-11-24T21:30:00Z"), ZONES, HOURS), "half an hour where two are too many");
        assertEquals(Optional.empty(), CadenceRules.skipUntil(Instant.parse("2026-11-24T22:15:00Z"), ZONES, HOURS));
    }
}

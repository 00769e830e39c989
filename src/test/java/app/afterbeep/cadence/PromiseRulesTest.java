package app.afterbeep.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseRulesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Predicate<LocalDate> WORKING = new Holidays().workingDays("US");
    private static final CallingHours HOURS = new CallingHours(LocalTime.of(8, 30), LocalTime.of(17, 30), WORKING);
    private static final CallingHours MINE = new CallingHours(LocalTime.of(8, 0), LocalTime.of(18, 0), WORKING);

    private static PromiseRules.Wish wish(String now, int days, List<ZoneId> zones, NavigableSet<Instant> taken, long spread) {
        Instant at = ZonedDateTime.parse(now).toInstant();
        return new PromiseRules.Wish(at, days, zones, HOURS, MINE, NEW_YORK, List.of(at), between(taken), spread);
    }

    private static BiFunction<Instant, Instant, NavigableSet<Instant>> between(NavigableSet<Instant> taken) {
        return (from, to) -> taken.subSet(from, true, to, true);
    }

    @Test
    void weekendsAndThanksgivingAreNoWorkingDays() {
        Slot slot = PromiseRules.slots(wish("2026-11-24T10:00:00-05:00[America/New_York]", 2, List.of(NEW_YORK), new TreeSet<>(), 1), 1).getFirst();
        assertEquals(LocalDate.of(2026, 11, 27), slot.there().toLocalDate(), "Wednesday, then Friday: Thursday is Thanksgiving");
        Slot overWeekend = PromiseRules.slots(wish("2026-11-20T10:00:00-05:00[America/New_York]", 2, List.of(NEW_YORK), new TreeSet<>(), 1), 1).getFirst();
        assertEquals(LocalDate.of(2026, 11, 24), overWeekend.there().toLocalDate());
    }

    @Test
    void waitOverTheChangeOfClocksKeepsTheSpokenTime() {
        // Clocks go back on Sunday, 1 November 2026.
        Slot slot = PromiseRules.slots(wish("2026-10-30T10:00:00-05:00[America/Chicago]", 1, List.of(CHICAGO), new TreeSet<>(), 7), 1).getFirst();
        assertEquals(LocalDate.of(2026, 11, 2), slot.there().toLocalDate());
        assertEquals(-6 * 3600, slot.there().getOffset().getTotalSeconds());
        assertTrue(HOURS.open(List.of(CHICAGO), slot.at()));
    }

    @Test
    void aFullDayMovesThePromiseToTheNextWorkingDay() {
        NavigableSet<Instant> taken = new TreeSet<>();
        for (int quarter = 0; quarter < 96; quarter++) {
            taken.add(LocalDate.of(2026, 11, 27).atTime(LocalTime.ofSecondOfDay(quarter * 900L)).atZone(NEW_YORK).toInstant());
        }
        Slot slot = PromiseRules.slots(wish("2026-11-24T10:00:00-05:00[America/New_York]", 2, List.of(NEW_YORK), taken, 1), 1).getFirst();
        assertEquals(LocalDate.of(2026, 11, 30), slot.there().toLocalDate());
    }

    @Test
    void whereTheHoursNeverMeetTheProspectsCount() {
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Slot slot = PromiseRules.slots(wish("2026-11-24T10:00:00-05:00[America/New_York]", 1, List.of(tokyo), new TreeSet<>(), 1), 1).getFirst();
        assertTrue(HOURS.open(List.of(tokyo), slot.at()));
    }

    @Provide
    Arbitrary<List<ZoneId>> zones() {
        return Arbitraries.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix",
            "America/St_Johns", "America/Halifax").map(ZoneId::of).list().uniqueElements().ofMinSize(1).ofMaxSize(3);
    }

    @Property(tries = 1500)
    void everySlotKeepsAllRules(@ForAll @LongRange(min = 1_767_225_600L, max = 1_830_297_600L) long second, @ForAll("zones") List<ZoneId> zones,
                                @ForAll @IntRange(min = 1, max = 4) int wait, @ForAll long spread,
                                @ForAll @IntRange(min = 0, max = 40) int promised) {
        Instant now = Instant.ofEpochSecond(second);
        NavigableSet<Instant> taken = new TreeSet<>();
        LongStream.range(0, promised).forEach(i -> taken.add(now.plusSeconds(24 * 3600 + i * 1373 * 60)));
        var wish = new PromiseRules.Wish(now, wait, zones, HOURS, MINE, NEW_YORK, List.of(now), between(taken), spread);
        List<Slot> slots = PromiseRules.slots(wish, 6);
        assertFalse(slots.isEmpty());
        for (Slot slot : slots) {
            assertEquals(zones.getFirst(), slot.zone());
            assertEquals(0, slot.there().getMinute() % 15);
            assertEquals(0, slot.there().getSecond());
            assertTrue(HOURS.open(zones, slot.at()), () -> slot.there() + " is outside the hours of " + zones);
            assertTrue(MINE.open(List.of(NEW_YORK), slot.at()), () -> slot.there() + " is outside the rep's hours");
            assertTrue(taken.stream().allMatch(at -> Duration.between(at, slot.at()).abs().toMinutes() >= 5));
            long workingDays = now.atZone(zones.getFirst()).toLocalDate().plusDays(1).datesUntil(slot.there().toLocalDate().plusDays(1)).filter(WORKING).count();
            assertTrue(workingDays >= wait, () -> slot.there() + " is sooner than " + wait + " working days");
        }
        assertEquals(slots, PromiseRules.slots(wish, 6), "the same wish gives the same slots");
    }

    @Property(tries = 300)
    void anotherTimeOfDayIsChosenWhereThereIsOne(@ForAll @IntRange(min = 8, max = 17) int hour, @ForAll long spread) {
        Slot slot = PromiseRules.slots(wish("2026-11-17T%02d:00:00-05:00[America/New_York]".formatted(hour), 2, List.of(NEW_YORK), new TreeSet<>(),
            spread), 1).getFirst();
        assertTrue(Duration.between(LocalTime.of(hour, 0), slot.there().toLocalTime()).abs().toMinutes() >= 120);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, false, KEPT", "2026-11-24T10:30, false, KEPT", "2026-11-24T10:15, true, KEPT",
        "2026-11-24T10:30:01, false, LATE", "2026-11-24T23:59:59, false, LATE", "2026-11-25T00:00, false, MISSED",
        "2026-11-24T09:59:59, false, MOVED", "2026-11-24T09:59:59, true, RELEASED", "2026-11-23T10:15, false, MOVED",
    })
    void aPromiseForAQuarterPastTen(String called, boolean connect, Promise.State expected) {
        Slot slot = new Slot(LocalDate.of(2026, 11, 24).atTime(10, 15).atZone(CHICAGO).toInstant(), CHICAGO);
        Promise promise = new Promise(1, 1, Promise.Kind.PROMISE, slot.at(), CHICAGO, slot.dayEndsAt(), Promise.State.OPEN);
        Instant now = java.time.LocalDateTime.parse(called).atZone(CHICAGO).toInstant();
        assertEquals(expected, PromiseRules.settle(promise, now, connect));
    }

    private static Promise promise(Promise.Kind kind, String at, ZoneId zone) {
        Slot slot = new Slot(java.time.LocalDateTime.parse(at).atZone(zone).toInstant(), zone);
        return new Promise(1, 1, kind, slot.at(), zone, slot.dayEndsAt(), Promise.State.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward on 14 March 2027, back on 1 November 2026; the day ends at its own midnight.
        "2027-03-14T23:30, 2027-03-14T23:59:59, LATE", "2027-03-14T23:30, 2027-03-15T00:00, MISSED", "2027-03-14T01:55, 2027-03-14T03:05, KEPT",
        "2026-11-01T23:30, 2026-11-01T23:59:59, LATE", "2026-11-01T23:30, 2026-11-02T00:00, MISSED", "2026-11-01T23:50, 2026-11-02T00:01, MISSED",
    })
    void aDayOf23Or25HoursEndsAtMidnightThere(String at, String called, Promise.State expected) {
        Promise promise = promise(Promise.Kind.PROMISE, at, CHICAGO);
        assertEquals(expected, PromiseRules.settle(promise, java.time.LocalDateTime.parse(called).atZone(CHICAGO).toInstant(), false));
    }

    @Test
    void theDayThatCountsIsTheProspectsNotTheReps() {
        Promise promise = promise(Promise.Kind.PROMISE, "2026-11-24T20:00", ZoneId.of("America/Los_Angeles"));
        Instant tomorrowHere = ZonedDateTime.parse("2026-11-25T01:00:00-05:00[America/New_York]").toInstant();
        assertEquals(Promise.State.LATE, PromiseRules.settle(promise, tomorrowHere, false), "still the 24th in Los Angeles");
        assertEquals(Promise.State.MISSED, PromiseRules.settle(promise, tomorrowHere.plus(Duration.ofHours(2)), false));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T10:14:59, MOVED", "2026-11-24T10:15, MISSED", "2026-11-24T16:00, MISSED", "2026-11-25T09:00, MISSED"})
    void movingIsOnlyMovingBeforeItsTime(String moved, Promise.State expected) {
        Promise promise = promise(Promise.Kind.PROMISE, "2026-11-24T10:15", CHICAGO);
        assertEquals(expected, PromiseRules.moved(promise, java.time.LocalDateTime.parse(moved).atZone(CHICAGO).toInstant()));
    }

    @Test
    void aDroppedWordIsMissedAndADroppedMeetingReleased() {
        assertEquals(Promise.State.MISSED, PromiseRules.dropped(promise(Promise.Kind.PROMISE, "2026-11-24T10:15", CHICAGO)));
        assertEquals(Promise.State.MISSED, PromiseRules.dropped(promise(Promise.Kind.CALLBACK, "2026-11-24T10:15", CHICAGO)));
        assertEquals(Promise.State.RELEASED, PromiseRules.dropped(promise(Promise.Kind.MEETING, "2026-11-24T10:15", CHICAGO)));
    }
}

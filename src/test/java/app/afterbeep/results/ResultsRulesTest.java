package app.afterbeep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Days;
import app.afterbeep.results.ResultsRules.Bucket;
import app.afterbeep.results.ResultsRules.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultsRulesTest {
    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

    @Test
    void aRateIsAllOrNothingOnlyWhenItIs() {
        assertEquals(99, ResultsRules.percent(999, 1000));
        assertEquals(100, ResultsRules.percent(1000, 1000));
        assertEquals(1, ResultsRules.percent(1, 1000));
        assertEquals(0, ResultsRules.percent(0, 1000));
        assertEquals(0, ResultsRules.percent(0, 0));
        assertTrue(new Kept(0, 0, 0, 4, 3, 2).rate().isEmpty(), "nothing was due");
        assertEquals(67, new Kept(2, 1, 0, 9, 9, 9).rate().orElseThrow());
    }

    @Test
    void weeksBeginOnTheirFirstDayAcrossTheYear() {
        Days days = new Days(LocalDate.parse("2026-12-30"), LocalDate.parse("2027-01-05"));
        Map<LocalDate, Integer> byDay = Map.of(LocalDate.parse("2026-12-30"), 1, LocalDate.parse("2027-01-03"), 2, LocalDate.parse("2027-01-04"), 4);
        assertEquals(List.of(3, 4), ResultsRules.byWeek(days, days, DayOfWeek.MONDAY, byDay, 0, Integer::sum).stream().map(Bucket::value).toList());
        assertEquals(List.of(1, 6), ResultsRules.byWeek(days, days, DayOfWeek.SUNDAY, byDay, 0, Integer::sum).stream().map(Bucket::value).toList());
        assertEquals(LocalDate.parse("2026-10-18"), ResultsRules.weeks(Days.of(LocalDate.parse("2027-01-03")), DayOfWeek.SUNDAY).from());
    }

    @Test
    void aShortRangeStandsAmongTheDaysBeforeIt() {
        Days today = Days.of(TUESDAY);
        List<Bucket<Integer>> buckets = ResultsRules.buckets(ResultsRules.window(today), today, DayOfWeek.MONDAY, Map.of(), 0, Integer::sum);
        assertEquals(14, buckets.size());
        assertTrue(buckets.getLast().inRange());
        assertFalse(buckets.get(12).inRange());
        assertEquals(12, ResultsRules.byWeek(ResultsRules.weeks(today, DayOfWeek.MONDAY), today, DayOfWeek.MONDAY, Map.of(), 0, Integer::sum).size());
    }

    @Test
    void aYearIsShownByWeek() {
        Days year = new Days(TUESDAY.minusYears(1).plusDays(1), TUESDAY);
        Map<LocalDate, Integer> byDay = new HashMap<>();
        year.from().datesUntil(year.to().plusDays(1)).forEach(day -> byDay.put(day, 1));
        List<Bucket<Integer>> weeks = ResultsRules.buckets(year, year, DayOfWeek.MONDAY, byDay, 0, Integer::sum);
        assertEquals(53, weeks.size());
        assertEquals(365, weeks.stream().mapToInt(Bucket::value).sum());
        assertEquals(45, ResultsRules.buckets(Days.last(45, TUESDAY), year, DayOfWeek.MONDAY, byDay, 0, Integer::sum).size());
        assertEquals(8, ResultsRules.buckets(Days.last(46, TUESDAY), year, DayOfWeek.MONDAY, byDay, 0, Integer::sum).size());
    }

    @Test
    void theBestHourIsNamedOnlyWhenItStandsOut() {
        Map<Slot, Figures> few = Map.of(new Slot(DayOfWeek.MONDAY, 9), calls(9, 9));
        assertEquals(Optional.empty(), ResultsRules.bestHour(few), "too few calls");
        Map<Slot, Figures> alike = new HashMap<>();
        for (int hour = 8; hour < 18; hour++) {
            alike.put(new Slot(DayOfWeek.MONDAY, hour), calls(50, 5));
        }
        assertEquals(Optional.empty(), ResultsRules.bestHour(alike), "all hours are alike");
        alike.put(new Slot(DayOfWeek.FRIDAY, 16), calls(30, 15));
        assertEquals(Optional.of(16), ResultsRules.bestHour(alike));
        alike.put(new Slot(DayOfWeek.FRIDAY, 7), calls(4, 4));
        assertEquals(Optional.of(16), ResultsRules.bestHour(alike), "four calls are luck");
    }

    private static Figures calls(int attempts, int connects) {
        return new Figures(attempts, 0, connects, 0, 0, 0, 0);
    }
}

package app.afterbeep.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.WhenRules.Bounds;
import app.afterbeep.cadence.WhenRules.Verdict;
import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.prospects.CallingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhenRulesTest {
    private static final Predicate<LocalDate> WORKING = new Holidays().workingDays("US");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private final NavigableMap<Instant, String> taken = new TreeMap<>();

    /// Tuesday, 24 November 2026, at 9:00 in Chicago: Thursday is Thanksgiving.
    private Bounds bounds(String... zones) {
        List<ZoneId> places = zones.length == 0 ? List.of(CHICAGO) : Arrays.stream(zones).map(ZoneId::of).toList();
        return new Bounds(at("2026-11-24T09:00"), places, new CallingHours(LocalTime.of(8, 0), LocalTime.of(21, 0)),
            new CallingHours(LocalTime.of(8, 30), LocalTime.of(17, 30), WORKING), new CallingHours(LocalTime.of(8, 0), LocalTime.of(18, 0), WORKING),
            ZoneId.of("America/New_York"), taken, List.of());
    }

    private static Instant at(String inChicago) {
        return LocalDateTime.parse(inChicago).atZone(CHICAGO).toInstant();
    }

    private Verdict judge(What what, String inChicago) {
        return WhenRules.judge(what, bounds(), at(inChicago));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24T08:05:00-06:00[America/Chicago]", "2026-11-27T19:50:00-06:00[America/Chicago]",
        "2026-11-28T12:00:00-06:00[America/Chicago]", "2026-11-25T10:00:00-06:00[America/Chicago]", "2026-12-24T15:00:00-06:00[America/Chicago]"})
    void quickChoicesAreInTheFutureByDayAndOnWorkingDays(String now) {
        ZonedDateTime there = ZonedDateTime.parse(now);
        for (boolean meeting : List.of(true, false)) {
            List<Slot> choices = WhenRules.quick(there, meeting, WORKING);
            assertTrue(choices.size() >= 3, choices::toString);
            for (Slot slot : choices) {
                assertTrue(slot.at().isAfter(there.toInstant()), slot::toString);
                assertTrue(slot.there().getHour() >= 8 && slot.there().getHour() < 20, slot::toString);
                LocalDate day = slot.there().toLocalDate();
                assertTrue(day.equals(there.toLocalDate()) || WORKING.test(day), slot + " is no working day");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"07:59, true", "08:00, false", "20:59, false", "21:00, true"})
    void nobodyIsCalledOutsideTheLegalHours(String time, boolean refused) {
        assertEquals(refused, judge(What.PROMISE, "2026-11-25T" + time).problem().startsWith("Calls are placed between 8:00 am and 9:00 pm there"));
        assertTrue(judge(What.MEETING, "2026-11-25T" + time).good(), "a meeting is no call");
    }

    @Test
    void everyZoneThatComesIntoQuestionMustBeInsideTheLegalHours() {
        Verdict verdict = WhenRules.judge(What.CALLBACK, bounds("America/Chicago", "America/Los_Angeles"), at("2026-11-25T09:30"));
        assertEquals("Calls are placed between 8:00 am and 9:00 pm there, in every zone that comes into question (Central or Pacific). "
            + "Choose a time in between.", verdict.problem());
        assertFalse(verdict.anyway());
        assertTrue(WhenRules.judge(What.CALLBACK, bounds("America/Chicago", "America/Los_Angeles"), at("2026-11-25T10:00")).good());
    }

    @ParameterizedTest
    @CsvSource({"10:10:00, true", "10:10:01, false", "10:15:00, false", "10:19:59, false", "10:20:00, true"})
    void aPromiseKeepsFiveMinutesFromEveryOther(String time, boolean good) {
        taken.put(at("2026-11-25T10:15"), "Bob Ray");
        assertEquals(good, judge(What.PROMISE, "2026-11-25T" + time).good());
    }

    @Test
    void aCollisionSaysWithWhomAndWhatIsFree() {
        taken.put(at("2026-11-25T10:15"), "Bob Ray");
        taken.put(at("2026-11-25T10:31"), "Cleo Fox");
        Verdict verdict = judge(What.PROMISE, "2026-11-25T10:13");
        assertEquals("10:15 am is promised to Bob Ray; 10:45 am is free.", verdict.problem());
        assertFalse(verdict.anyway());
        assertTrue(judge(What.CALLBACK, "2026-11-25T10:15").anyway());
        assertTrue(judge(What.MEETING, "2026-11-25T10:15").anyway());
    }

    @Test
    void nothingIsFreeAfterTheLastQuarterOfTheLegalDay() {
        taken.put(at("2026-11-25T20:45"), "Bob Ray");
        assertEquals("8:45 pm is promised to Bob Ray; the rest of that day is full.", judge(What.CALLBACK, "2026-11-25T20:45").problem());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-11-25T10:00 | ''", "2026-11-25T08:15 | Outside the preferred hours there, 8:30 am to 5:30 pm.",
        "2026-11-25T17:15 | Outside your own hours: 6:15 pm your time.", "2026-11-26T10:00 | No working day there; your day off.",
        "2026-11-28T20:00 | No working day there; your day off."})
    void hintsSpeakAgainstATimeWithoutForbiddingIt(String time, String hint) {
        Verdict verdict = judge(What.CALLBACK, time);
        assertTrue(verdict.good());
        assertEquals(hint, verdict.hint());
    }

    @ParameterizedTest
    @EnumSource(value = What.class, names = "RETURN", mode = EnumSource.Mode.EXCLUDE)
    void thePastIsOver(What what) {
        assertEquals("That time is over there. Choose a later one.", judge(what, "2026-11-24T09:00").problem());
        assertTrue(judge(what, "2026-11-24T09:01").good());
    }

    @Test
    void aRestEndsOnALaterDayAtTheOpeningOfTheHours() {
        assertEquals("Choose a day after today.", judge(What.RETURN, "2026-11-24T20:00").problem());
        assertEquals("", judge(What.RETURN, "2026-11-25T08:30").hint());
        assertEquals("No working day there: the call waits for the next one.", judge(What.RETURN, "2026-11-26T08:30").hint());
        List<Slot> choices = WhenRules.choices(What.RETURN, bounds());
        assertEquals(List.of("2026-11-25T08:30", "2026-12-08T08:30", "2026-12-24T08:30", "2027-02-24T08:30"),
            choices.stream().map(slot -> slot.there().toLocalDateTime().toString()).toList());
    }

    @Test
    void suggestionsComeBeforeWhatPeopleSayMostOften() {
        Slot slot = new Slot(at("2026-11-27T10:15"), CHICAGO);
        assertEquals(List.of(slot), WhenRules.choices(What.PROMISE, bounds().suggesting(List.of(slot))));
        assertEquals(WhenRules.quick(bounds().now().atZone(CHICAGO), true, WORKING), WhenRules.choices(What.MEETING, bounds()));
    }
}

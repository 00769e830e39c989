package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.CallingHours.Span;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HoursRulesTest {
    private static final CallingHours GENERAL = new CallingHours(LocalTime.of(8, 0), LocalTime.of(21, 0));
    private static final Predicate<LocalDate> NO_HOLIDAY = day -> false;

    private static Place place(String country, String region, String... zones) {
        return new Place(0, country, region, Arrays.stream(zones).map(ZoneId::of).toList(), "");
    }

    private static boolean open(Place place, String local) {
        return open(place, local, List.of(), NO_HOLIDAY);
    }

    /// @param local in the first zone of the place
    private static boolean open(Place place, String local, List<OwnHours> own, Predicate<LocalDate> holiday) {
        return HoursRules.legal(place, GENERAL, own, holiday).open(place.zones(), LocalDateTime.parse(local).atZone(place.zone()).toInstant());
    }

    @Test
    void floridaClosesAtEight() {
        Place miami = place("US", "FL", "America/New_York");
        assertFalse(open(miami, "2026-11-24T07:59:59"));
        assertTrue(open(miami, "2026-11-24T08:00:00"));
        assertTrue(open(miami, "2026-11-24T19:59:59"));
        assertFalse(open(miami, "2026-11-24T20:00:00"));
        Place newYork = place("US", "NY", "America/New_York");
        assertFalse(open(newYork, "2026-11-24T07:59:59"));
        assertTrue(open(newYork, "2026-11-24T08:00:00"));
        assertTrue(open(newYork, "2026-11-24T20:59:59"));
        assertFalse(open(newYork, "2026-11-24T21:00:00"));
    }

    @Test
    void aFloridaNumberThatMayRingOnCentralTimeKeepsBothClocks() {
        Place panhandle = place("US", "FL", "America/New_York", "America/Chicago");
        assertFalse(open(panhandle, "2026-11-24T08:30:00"), "7:30 on Central time");
        assertTrue(open(panhandle, "2026-11-24T09:00:00"));
        assertTrue(open(panhandle, "2026-11-24T19:59:59"));
        assertFalse(open(panhandle, "2026-11-24T20:00:00"), "8 pm on Eastern time");
    }

    @Test
    void acrossTheChangeOfTheClocksAndInHalfHourZones() {
        Place miami = place("US", "FL", "America/New_York");
        assertTrue(open(miami, "2026-03-08T08:00:00"), "the day the clocks go forward");
        assertFalse(open(miami, "2026-11-01T20:00:00"), "the day they go back");
        assertTrue(open(miami, "2026-11-01T19:59:59"));
        Place adelaide = place("AU", "SA", "Australia/Adelaide");
        assertFalse(open(adelaide, "2026-11-24T08:59:59"));
        assertTrue(open(adelaide, "2026-11-24T09:00:00"));
        assertFalse(open(adelaide, "2026-11-24T20:00:00"));
        assertFalse(open(place("CA", "NL", "America/St_Johns"), "2026-11-24T08:59:59"));
        assertTrue(open(place("CA", "NL", "America/St_Johns"), "2026-11-24T20:59:59"), "the general hours are stricter than the province's 21:30");
        assertFalse(open(place("CA", "NL", "America/St_Johns"), "2026-11-24T21:00:00"));
    }

    @Test
    void weekendsAndHolidaysHaveHoursOfTheirOwn() {
        Place dallas = place("US", "TX", "America/Chicago");
        assertFalse(open(dallas, "2026-11-22T11:59:59"), "Sunday morning");
        assertTrue(open(dallas, "2026-11-22T12:00:00"));
        Place mobile = place("US", "AL", "America/Chicago");
        assertFalse(open(mobile, "2026-11-22T14:00:00"), "never on a Sunday");
        Predicate<LocalDate> thanksgiving = LocalDate.of(2026, 11, 26)::equals;
        assertTrue(open(mobile, "2026-11-26T14:00:00"));
        assertFalse(open(mobile, "2026-11-26T14:00:00", List.of(), thanksgiving));
        assertTrue(open(dallas, "2026-11-26T14:00:00", List.of(), thanksgiving), "the statute does not speak of holidays");
        assertEquals(LocalDateTime.parse("2026-11-27T08:00").atZone(mobile.zone()).toInstant(), HoursRules.legal(mobile, GENERAL, List.of(), thanksgiving)
            .nextOpen(mobile.zones(), LocalDateTime.parse("2026-11-25T20:00").atZone(mobile.zone()).toInstant()));
        Place paris = place("FR", "", "Europe/Paris");
        assertTrue(open(paris, "2026-11-24T12:59:59"));
        assertFalse(open(paris, "2026-11-24T13:00:00"), "two spans, with a gap at noon");
        assertEquals(LocalDateTime.parse("2026-11-24T14:00").atZone(paris.zone()).toInstant(), HoursRules.legal(paris, GENERAL, List.of(), NO_HOLIDAY)
            .nextOpen(paris.zones(), LocalDateTime.parse("2026-11-24T13:00").atZone(paris.zone()).toInstant()));
    }

    @Test
    void whatTheRepSetsForAPlaceTakesThePlaceOfWhatTheProgramKnows() {
        Place dallas = place("US", "TX", "America/Chicago");
        OwnHours texas = new OwnHours("US", "TX", LocalTime.of(10, 0), LocalTime.of(18, 0));
        assertFalse(open(dallas, "2026-11-24T09:59:59", List.of(texas), NO_HOLIDAY));
        assertFalse(open(dallas, "2026-11-24T18:00:00", List.of(texas), NO_HOLIDAY));
        assertTrue(open(dallas, "2026-11-22T10:00:00", List.of(texas), NO_HOLIDAY));
        OwnHours late = new OwnHours("US", "FL", LocalTime.of(7, 0), LocalTime.of(23, 0));
        Place miami = place("US", "FL", "America/New_York");
        assertTrue(open(miami, "2026-11-24T20:30:00", List.of(late), NO_HOLIDAY));
        assertFalse(open(miami, "2026-11-24T21:00:00", List.of(late), NO_HOLIDAY), "the general hours hold everywhere");
        OwnHours country = new OwnHours("US", "", LocalTime.of(9, 0), LocalTime.of(20, 30));
        assertFalse(open(miami, "2026-11-24T08:30:00", List.of(country), NO_HOLIDAY));
        assertFalse(open(miami, "2026-11-24T20:00:00", List.of(country), NO_HOLIDAY), "the state's rule stands beside the country's");
    }

    @Test
    void aPlaceHasAStateOnlyWhereItMakesADifference() {
        List<ZoneId> eastern = List.of(ZoneId.of("America/New_York"));
        assertEquals("FL", HoursRules.placeOf("US", "", "+13055550142", eastern).region(), "by the area code");
        assertEquals("GA", HoursRules.placeOf("US", "ga", "+13055550142", eastern).region(), "a state that was given outranks the number");
        assertEquals("", HoursRules.placeOf("US", "", "+18005550142", eastern).region(), "a toll-free number");
        assertEquals("", HoursRules.placeOf("US", "", "+14165550142", eastern).region(), "an area code of another country");
        assertEquals("ON", HoursRules.placeOf("CA", "", "+14165550142", eastern).region());
        assertEquals("", HoursRules.placeOf("IT", "RM", "+390655501420", List.of(ZoneId.of("Europe/Rome"))).region());
        assertEquals("", HoursRules.placeOf("", "", "", eastern).region());
    }

    @Test
    void theDataHaveTheirSourceAndTheirStates() {
        assertTrue(HoursRules.laws().stream().allMatch(law -> law.source().length() > 10));
        HoursRules.laws().forEach(law -> {
            assertTrue(law.region().isEmpty() || HoursRules.regions(law.country()).contains(law.region()), law.toString());
            assertTrue(law.span() == null || law.span().from().isBefore(law.span().to()), law.toString());
            assertTrue(Set.of(Locale.getISOCountries()).contains(law.country()), law.toString());
        });
    }

    @Test
    void theStatesAreThoseThatTheHolidayLibraryKnows() {
        for (String country : List.of("US", "CA", "AU", "DE", "AT", "CH", "ES", "GB", "NZ")) {
            assertEquals(HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT))).getCalendarHierarchy().getChildren().keySet()
                .stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()), HoursRules.regions(country), country);
        }
    }

    @Test
    void hoursAreReadAsPeopleWriteThem() {
        Optional<Span> morning = Optional.of(new Span(LocalTime.of(10, 0), LocalTime.of(12, 0)));
        for (String typed : List.of("10-12", "10:00-12:00", "10:00 to 12:00", "between 10 am and 12 pm", "10 – 12", " from 10:00 until 12:00 ")) {
            assertEquals(morning, HoursRules.typed(typed), typed);
        }
        for (String typed : List.of("", "10", "12-10", "10-10", "10-12-14", "mornings", "10-25")) {
            assertEquals(Optional.empty(), HoursRules.typed(typed), typed);
        }
        assertEquals(morning, HoursRules.span(HoursRules.kept(morning.get())));
        assertEquals(Optional.empty(), HoursRules.span(""));
    }
}

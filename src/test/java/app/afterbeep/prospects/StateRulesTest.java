package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"US | Florida; FL; fl; Fla.; US-FL; FLORIDA | FL", "US | N.Y.; New York; new  york | NY", "US | D.C.; Washington, DC; District of Columbia | DC",
        "US | Washington | WA", "CA | Québec; Quebec; QC; PQ | QC", "CA | B.C. | BC", "AU | N.S.W.; New South Wales | NSW", "MX | Nuevo Leon; NL | NLE", "BR | São Paulo; SP | SP"})
    void stateIsKnownByAnySpelling(String country, String texts, String code) {
        for (String text : texts.split(";")) {
            assertEquals(Optional.of(code), StateRules.code(country, text), text);
        }
    }

    @Test
    void theFirstOfSeveralZonesIsGuessedUnlessSomebodySaidIt() {
        Place florida = new Place(0, "US", StateRules.zones("US", "FL", "", List.of(), NOW));
        assertEquals(List.of(Place.Source.NUMBER, Place.Source.STATE), Arrays.stream(Place.Source.values()).filter(florida::guessed).toList());
        assertEquals(false, new Place(0, "US", StateRules.zones("US", "OK", "", List.of(), NOW)).guessed(Place.Source.STATE));
    }

    @Test
    void whatIsNoStateIsNone() {
        assertEquals(Optional.empty(), StateRules.code("US", "Ontario"));
        assertEquals(Optional.empty(), StateRules.code("US", ""));
        assertEquals(Optional.empty(), StateRules.code("DE", "Bayern"));
        assertEquals(Optional.empty(), StateRules.codeOfPostcode("US", "00100"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "US | OK | '' | '' | America/Chicago",
        "US | FL | '' | '' | America/New_York,America/Chicago",
        // The postal code says which part.
        "US | FL | 32501 | '' | America/Chicago",
        "US | Florida | 33101-1234 | '' | America/New_York",
        "US | '' | 2139 | '' | America/New_York",
        "US | '' | 79901 | '' | America/Denver",
        // It has to be one of the state.
        "US | TX | 33101 | '' | America/Chicago,America/Denver",
        // The number says it, as far as it lies in the state.
        "US | TN | '' | America/New_York | America/New_York",
        "US | TN | '' | America/Los_Angeles | America/Chicago,America/New_York",
        "US | IN | '' | America/New_York | America/Indiana/Indianapolis",
        "CA | ON | P9N 1A1 | '' | America/Winnipeg",
        "CA | '' | V6B 1A1 | '' | America/Vancouver",
        "AU | '' | 2880 | '' | Australia/Broken_Hill",
        "AU | WA | 6000 | '' | Australia/Perth",
        "BR | Amazonas | 69005-010 | '' | America/Manaus,America/Rio_Branco",
        "MX | '' | 77500 | '' | America/Cancun",
        "ES | '' | 35001 | '' | Atlantic/Canary",
        "DE | Bayern | 80331 | '' | ''"})
    void zonesAreThoseOfTheStateNarrowedDown(String country, String state, String postcode, String number, String zones) {
        List<ZoneId> numbers = number.isEmpty() ? List.of() : List.of(ZoneId.of(number));
        assertEquals(zones, StateRules.zones(country, state, postcode, numbers, NOW).stream().map(ZoneId::getId).collect(Collectors.joining(",")));
    }

    @Test
    void everyStateOfTheUnitedStatesAndItsPostalCodesAgree() {
        String[] all = ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV "
            + "WI WY").split(" ");
        assertEquals(51, all.length);
        for (String state : all) {
            List<ZoneId> zones = StateRules.zones("US", state, "", List.of(), NOW);
            List<String> prefixes = java.util.stream.IntStream.range(0, 1000).mapToObj("%03d"::formatted)
                .filter(prefix -> StateRules.codeOfPostcode("US", prefix + "01").equals(Optional.of(state))).toList();
            assertEquals(false, prefixes.isEmpty() || zones.isEmpty(), state);
            List<ZoneId> found = prefixes.stream().flatMap(prefix -> StateRules.zones("US", "", prefix + "01", List.of(), NOW).stream()).distinct().toList();
            // The Navajo Nation is in Arizona's postal codes only: few people of the state live by its clock.
            assertEquals(true, found.containsAll(zones) && (zones.containsAll(found) || state.equals("AZ")), state + " " + found + Arrays.toString(zones.toArray()));
        }
    }
}

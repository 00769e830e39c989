package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceRulesTest {
    private static final Instant WINTER = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-24T15:00:00Z");

    @ParameterizedTest
    @CsvSource({"America/Denver,America/Denver", "america/denver,America/Denver", "Mountain,America/Denver", " eastern ,America/New_York",
        "denv,America/Denver", "new york,America/New_York", "Los Ang,America/Los_Angeles", "Louisville,America/Louisville",
        "America/North_Dakota/Center,America/North_Dakota/Center"})
    void aZoneIsWhatTheRepTypes(String typed, String zone) {
        assertEquals(Optional.of(ZoneId.of(zone)), PlaceRules.zone(typed, WINTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Springfield", "a", "12:00", "+5", "Etc/GMT+5"})
    void whatIsNoPlaceOrSeveralIsNone(String typed) {
        assertEquals(Optional.empty(), PlaceRules.zone(typed, WINTER));
    }

    @Test
    void everyZoneOfTheChoiceIsTaken() {
        assertFalse(PlaceRules.zones().isEmpty());
        for (String zone : PlaceRules.zones()) {
            assertEquals(Optional.of(ZoneId.of(zone)), PlaceRules.zone(zone, SUMMER));
        }
    }

    @Test
    void clocksAreComparedAtTheMoment() {
        ZoneId phoenix = ZoneId.of("America/Phoenix");
        ZoneId denver = ZoneId.of("America/Denver");
        assertTrue(PlaceRules.sameClock(phoenix, denver, WINTER));
        assertFalse(PlaceRules.sameClock(phoenix, denver, SUMMER));
    }
}

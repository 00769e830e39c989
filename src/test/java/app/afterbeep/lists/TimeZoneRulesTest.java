package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeZoneRulesTest {
    private static final Instant WINTER = Instant.parse("2026-11-24T14:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-01T14:00:00Z");

    private static List<ZoneId> ids(String names) {
        return Arrays.stream(names.split(" ")).map(ZoneId::of).toList();
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, America/New_York", "america/new_york, America/New_York", "America/New York, America/New_York",
        "EST, America/New_York", "edt, America/New_York", "Eastern, America/New_York", "US/Eastern, America/New_York",
        "Eastern Time (US & Canada), America/New_York", "Central Standard Time, America/Chicago", "PT, America/Los_Angeles",
        "us_slash_eastern, America/New_York", "america_slash_denver, America/Denver", "UTC, Etc/UTC", "Europe/Berlin, Europe/Berlin"})
    void nameIsRead(String text, String zone) {
        assertEquals(ids(zone), TimeZoneRules.zones(text, List.of(), WINTER));
    }

    @ParameterizedTest
    @CsvSource({"MST, America/Phoenix, America/Phoenix", "Mountain Standard Time, America/Phoenix, America/Phoenix", "MT, America/Phoenix, America/Phoenix",
        "CST, America/Regina, America/Regina", "GMT, Africa/Accra, Africa/Accra", "CET, Europe/Berlin, Europe/Berlin", "AST, America/Puerto_Rico, America/Puerto_Rico",
        "MST, America/Denver America/Phoenix, America/Denver America/Phoenix", "EST, America/Chicago America/New_York, America/New_York",
        "MST, America/New_York, America/Denver", "MDT, America/Phoenix, America/Denver", "Mountain Daylight Time, America/Phoenix, America/Denver",
        "US/Mountain, America/Phoenix, America/Denver", "America/Denver, America/Phoenix, America/Denver", "Arizona, America/Denver, America/Phoenix"})
    void abbreviationMeansTheZoneOfTheNumberThatHasIt(String text, String candidates, String zone) {
        assertEquals(ids(zone), TimeZoneRules.zones(text, ids(candidates), SUMMER));
        assertEquals(ids(zone), TimeZoneRules.zones(text, ids(candidates), WINTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-5.00", "-05:00", "-0500", "UTC-5", "GMT-05:00", "-5,0"})
    void offsetPicksTheNumbersZonesThatHaveIt(String text) {
        assertEquals(ids("America/New_York"), TimeZoneRules.zones(text, ids("America/Chicago America/New_York"), WINTER));
        assertEquals(ids("-05:00"), TimeZoneRules.zones(text, ids("America/Denver"), WINTER));
        assertEquals(ids("-05:00"), TimeZoneRules.zones(text, List.of(), WINTER));
    }

    @ParameterizedTest
    @CsvSource({"5.50, Asia/Kolkata", "-3.50, America/St_Johns", "+5:30, Asia/Kolkata", "-3.5, America/St_Johns"})
    void halfHoursCount(String text, String zone) {
        assertEquals(ids(zone), TimeZoneRules.zones(text, ids(zone + " America/New_York"), WINTER));
    }

    @ParameterizedTest
    @CsvSource({"-5.00", "-5"})
    void inSummerAllZonesThatCouldBeMeantStay(String text) {
        assertEquals(ids("America/Chicago America/New_York"), TimeZoneRules.zones(text, ids("America/Chicago America/New_York"), SUMMER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sometimes", "99", "-19:00", "5 o'clock", "123456", "(", "US/"})
    void otherTextMeansNothing(String text) {
        assertEquals(List.of(), TimeZoneRules.zones(text, ids("America/Chicago"), WINTER));
    }
}

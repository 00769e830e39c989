package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormsTest {
    private static final LocalDateTime AFTERNOON = LocalDateTime.parse("2026-11-24T14:05:07");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en-US | 2:05 PM | Tue Nov 24 | Nov 24, 2026 | SUNDAY",
        "en-GB | 14:05   | Tue 24 Nov | 24 Nov 2026  | MONDAY",
        "en-AU | 2:05 PM | Tue 24 Nov | 24 Nov 2026  | MONDAY",
        "de-DE | 14:05   | Tue 24 Nov | 24 Nov 2026  | MONDAY",
        "fr-CA | 14:05   | Tue Nov 24 | Nov 24, 2026 | SUNDAY",
        "es-MX | 2:05 PM | Tue 24 Nov | 24 Nov 2026  | SUNDAY",
        "pt-BR | 14:05   | Tue 24 Nov | 24 Nov 2026  | SUNDAY",
        "ar-EG | 2:05 PM | Tue 24 Nov | 24 Nov 2026  | SATURDAY",
        "fa-IR | 14:05   | Tue Nov 24 | Nov 24, 2026 | SATURDAY",
        "hi-IN | 2:05 PM | Tue 24 Nov | 24 Nov 2026  | SUNDAY",
        "ja-JP | 14:05   | Tue Nov 24 | Nov 24, 2026 | SUNDAY",
        "ko-KR | 2:05 PM | Tue Nov 24 | Nov 24, 2026 | SUNDAY",
        "zh-TW | 2:05 PM | Tue Nov 24 | Nov 24, 2026 | SUNDAY",
        "tr-TR | 14:05   | Tue 24 Nov | 24 Nov 2026  | MONDAY",
        "sv-SE | 14:05   | Tue Nov 24 | Nov 24, 2026 | MONDAY",
    })
    void followTheRegion(String tag, String clock, String date, String year, DayOfWeek first) {
        TimeForms forms = TimeForms.of(Locale.forLanguageTag(tag));
        assertEquals(clock, forms.clock().format(AFTERNOON).toUpperCase(Locale.ENGLISH));
        assertEquals(date, forms.date().format(AFTERNOON));
        assertEquals(year, forms.year().format(AFTERNOON));
        assertEquals(first, forms.firstDay());
    }

    @ParameterizedTest
    @CsvSource({"en-US, '12,345.5'", "de-DE, '12.345,5'", "ar-EG, '12,345.5'", "fa-IR, '12,345.5'", "de-CH, '12’345.5'"})
    void numbersFollowTheRegionInTheDigitsOfTheKeys(String tag, String written) {
        assertEquals(written, String.format(Regional.numbers(Locale.forLanguageTag(tag)), "%,.1f", 12345.5));
    }

    @Test
    void wordsAreEnglishInTheCountryOfTheRep() {
        assertEquals(Locale.of("en", "TR"), Regional.words(Locale.forLanguageTag("tr-TR")));
    }
}

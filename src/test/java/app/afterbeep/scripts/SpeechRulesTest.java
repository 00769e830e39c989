package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechRulesTest {
    private static List<String> cut(String text) {
        return SpeechRules.phrases(text).stream().map(phrase -> text.substring(phrase.from(), phrase.to()).strip()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2:45|two forty five", "10:05|ten oh five", "3:00|three o'clock", "14:00|fourteen hundred", "12|twelve", "204|two hundred four",
        "18250|eighteen thousand two hundred fifty", "1,000,000|one million", "2026|twenty twenty six", "2005|two thousand five", "1905|nineteen oh five",
        "$1,200|one thousand two hundred dollars", "$19.99|nineteen ninety nine", "$3.5M|three point five million dollars", "£20|twenty pounds",
        "12%|twelve percent", "2.5|two point five", "3rd|third", "22nd|twenty second", "30th|thirtieth", "10-15|ten to fifteen",
        "#4|number four", "Dec 3|december three", "Mr. Lee|mister lee", "acme.com|acme dot com", "R & D|r and d", "007|zero zero seven"})
    void numbersAndSignsTakeAsLongAsTheirWords(String written, String said) {
        assertEquals(SpeechRules.millis(said), SpeechRules.millis(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"215-555-0142", "(215) 555-0142", "215.555.0142", "215 555 0142"})
    void aPhoneNumberIsSaidDigitByDigitInThreeGroups(String phone) {
        int digits = SpeechRules.millis("two one five five five five zero one four two");
        assertTrue(SpeechRules.millis(phone) > digits && SpeechRules.millis(phone) < digits + 1000, phone);
        assertEquals(SpeechRules.millis("215-555-0142"), SpeechRules.millis(phone));
        assertEquals(1, SpeechRules.phrases("At " + phone + ".").size(), "and in one go");
    }

    @Test
    void otherNumbersAreNoPhoneNumbers() {
        assertEquals(SpeechRules.millis("twenty twenty six to eleven to twenty four"), SpeechRules.millis("2026-11-24"));
        assertEquals(SpeechRules.millis("two hundred orders four hundred trucks"), SpeechRules.millis("200 orders 400 trucks"));
        assertTrue(SpeechRules.millis("+44 20 7946 0958") > SpeechRules.millis("plus four four two zero seven nine four six zero nine five eight"));
    }

    @Test
    void acronymsAreSpelledOrSaid() {
        assertTrue(SpeechRules.millis("CRM") > SpeechRules.millis("crime"));
        assertEquals(SpeechRules.millis("nasa"), SpeechRules.millis("NASA"));
        assertEquals(SpeechRules.millis("now"), SpeechRules.millis("NOW"));
        assertEquals(SpeechRules.millis("CRM"), SpeechRules.millis("CRMs"));
        assertTrue(SpeechRules.millis("9 am") > SpeechRules.millis("nine a"));
    }

    @Test
    void marksArePausesAndTheLongestCounts() {
        int plain = SpeechRules.millis("so we wait");
        int comma = SpeechRules.millis("so, we wait");
        int colon = SpeechRules.millis("so: we wait");
        int stop = SpeechRules.millis("so. we wait");
        int paragraph = SpeechRules.millis("so\n\nwe wait");
        assertTrue(plain < comma && comma < colon && colon < stop && stop < paragraph);
        assertEquals(stop, SpeechRules.millis("so?!... we wait"));
        assertEquals(plain, SpeechRules.millis("so 🎉 we 👩‍🚀 wait ✅"), "emoji say nothing");
        assertEquals(plain, SpeechRules.millis(" \"so we\" wait.\n\n"), "nobody waits after the last word");
        assertEquals(SpeechRules.millis("the doctor lee way"), SpeechRules.millis("the Dr. Lee way"), "no sentence ends there");
    }

    @Test
    void otherLanguagesAndFancyLettersCountToo() {
        for (String text : List.of("Привет, это Дана.", "你好，我们明天打电话", "שלום מה שלומך", "مرحبا كيف حالك", "안녕하세요", "नमस्ते", "Ωραία")) {
            assertTrue(SpeechRules.millis(text) > 300 && SpeechRules.millis(text) < 4000, text + " " + SpeechRules.millis(text));
        }
        assertEquals(SpeechRules.millis("hello"), SpeechRules.millis("𝐇𝐞𝐥𝐥𝐨"));
        assertEquals(SpeechRules.millis("naive"), SpeechRules.millis("naïve"));
    }

    @Test
    void nothingTakesNoTime() {
        assertEquals(0, SpeechRules.millis(""));
        assertEquals(List.of(), SpeechRules.phrases(""));
        assertEquals(List.of(new Phrase(0, 4, 0, 0)), SpeechRules.phrases(" 🎉\n"));
    }

    @Test
    void aMessageIsCutWhereOneBreathes() {
        assertEquals(List.of("Hi Marisol, it's Dana Reyes, Northline.", "Wherever I meet trucks waiting", "at the dock,", "somebody keeps a private fix.",
            "I'll call you Thursday at 2:45."),
            cut("Hi Marisol, it's Dana Reyes, Northline. Wherever I meet trucks waiting at the dock, somebody keeps a private fix. I'll call you Thursday at 2:45."));
        assertEquals(List.of("He said so.", "\"Why not?\"", "is a fair question."), cut("He said so. \"Why not?\" is a fair question."));
    }

    @Test
    void noPhraseIsLongEvenWithoutPunctuation() {
        String text = "we count each truck and each minute that it waits while nobody is at the dock to let it in or to send it on to the next free gate of the yard";
        List<String> phrases = cut(text);
        assertEquals(text, String.join(" ", phrases));
        phrases.forEach(phrase -> assertTrue(phrase.split(" ").length >= 2 && phrase.split(" ").length <= 6, phrase));
    }

    @Property(tries = 1000)
    void phrasesCoverAnyTextAndAddUpToIts(@ForAll("texts") String text) {
        int millis = SpeechRules.millis(text);
        assertTrue(millis >= 0);
        int at = 0;
        int start = 0;
        for (Phrase phrase : SpeechRules.phrases(text)) {
            assertEquals(at, phrase.from());
            assertEquals(start, phrase.start());
            assertTrue(phrase.to() > phrase.from() && phrase.length() >= 0);
            at = phrase.to();
            start += phrase.length();
        }
        assertEquals(text.length(), at);
        assertEquals(millis, start);
    }

    @Property(tries = 1000)
    void aWordMoreNeverTakesLess(@ForAll("texts") String text, @ForAll @LowerChars @StringLength(min = 1, max = 12) String word) {
        assertTrue(SpeechRules.millis(text + " " + word) > SpeechRules.millis(text));
    }

    @Property
    void anyWordHasASyllable(@ForAll @AlphaChars @StringLength(max = 60) String word) {
        assertTrue(SyllableRules.count(word) >= 1);
    }

    /// Any characters at all, and texts as they may be typed: words, numbers and marks at random.
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.of("Hi", "Ann", ",", ".", "...", "?", " ", " ", " ", "\n", "\n\n", "2:45", "3:00", "pm", "215", "555-0142", "+1", "(", ")", "$", "1,200",
            "19.99", "%", "e.g.", "Dec", "Mr", "st", "rd", "don't", "’", "'", "CRM", "é", "你好", "שלום", "مرحبا", "🎉", "👩‍🚀", "\ud83d", "\u0301", "-", "–", "—", "#", "&", "@",
            "x".repeat(200), "0", "7", "k", "M");
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(200), parts.list().ofMaxSize(40).map(all -> String.join("", all)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "home", "a'", "ely", "1", "1 ", "1-", "+", "(", "\n ", ".", "a.", "é", "é ", "the ", "5:", "1,234,", "好", "\ud83d", "$1"})
    void noTextTakesLong(String part) {
        String text = part.repeat(100_000 / part.length());
        assertTimeout(Duration.ofSeconds(2), () -> SpeechRules.phrases(text + SpeechRules.millis(text)));
    }
}

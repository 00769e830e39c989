package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Hi {{first_name|there}}, {{my_name}} from {{my_company}}. One idea. ; Hi {{first_name|there}}, {{my_name}} from {{my_company}}. Sorry. One idea.",
        "Hi there. It's {{ my_name }}, {{my_company}}! One idea. ; Hi there. It's {{ my_name }}, {{my_company}}! Sorry. One idea.",
        "Who is it? One idea. ; Who is it? Sorry. One idea.", "{{my_name}} here ; {{my_name}} here. Sorry.", "'' ; Sorry."})
    void itIsSpokenAfterTheSentenceThatSaysWhoIsCalling(String body, String expected) {
        assertEquals(expected, OpeningRules.spoken(body, "Sorry."));
    }

    @ParameterizedTest
    @CsvSource({"'Hi Ann,\n\nOne idea.\n\nDana', 'Hi Ann,\n\nSorry.\n\nOne idea.\n\nDana'", "One idea., 'Sorry.\n\nOne idea.'"})
    void itIsWrittenAfterTheGreeting(String body, String expected) {
        assertEquals(expected, OpeningRules.written(body, "Sorry."));
    }
}

package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// When two messages are the same to whoever hears them.
class HeardRulesTest {
    private static final String MESSAGE = "Hi {{first_name|there}}, Dana from Northline. Trucks at {{company}} wait twenty minutes. I'll call {{callback_day}}.";

    @Test
    void caseBlanksAndPunctuationMakeNoOtherMessage() {
        assertTrue(HeardRules.same(MESSAGE, MESSAGE.toUpperCase(java.util.Locale.ROOT).replace(".", " – ").replace(" ", "  ")));
        assertTrue(HeardRules.same("no body", "Nobody!"));
    }

    @Test
    void neitherDoesOneMistypedWord() {
        assertTrue(HeardRules.same(MESSAGE, MESSAGE.replace("Trucks", "Truks")));
        assertFalse(HeardRules.same(MESSAGE, MESSAGE.replace("Trucks", "Trailers")));
        assertFalse(HeardRules.same(MESSAGE, MESSAGE.replace("Trucks", "Truks").replace("twenty", "twenti")));
        assertFalse(HeardRules.same(MESSAGE.replace("twenty", "20"), MESSAGE.replace("twenty", "30")), "another figure is another message");
    }

    @Test
    void otherWordsAreAnotherMessage() {
        assertFalse(HeardRules.same(MESSAGE, MESSAGE + " One more idea."));
        assertFalse(HeardRules.same("Call cats.", "Call bats."), "short messages differ as soon as a word does");
        assertTrue(HeardRules.same("", " "));
        assertFalse(HeardRules.same("", "x"));
    }
}

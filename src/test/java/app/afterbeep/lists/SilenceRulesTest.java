package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SilenceRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "no", "FALSE", "0", "n", "-", "OK to call", "nein"})
    void aPlainNoMayBeCalled(String value) {
        assertFalse(SilenceRules.isSilenced(value));
        assertEquals("", SilenceRules.remark(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1", "x", "DNC", "Do not call", "ja"})
    void aPlainYesNeedsNoRemark(String value) {
        assertTrue(SilenceRules.isSilenced(value));
        assertEquals("", SilenceRules.remark(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2026-10-01", "opted out", "asked Dana not to"})
    void whateverElseStandsThereIsTakenForAYesAndSaid(String value) {
        assertTrue(SilenceRules.isSilenced(value));
        assertEquals("‘" + value + "’ is taken for do not call", SilenceRules.remark(value));
    }
}

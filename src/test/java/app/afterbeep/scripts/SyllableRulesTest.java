package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllableRulesTest {
    @ParameterizedTest
    @CsvSource({
        "1, a the me dock trucks waits asked makes one once through friends quick guess called don't i'll you're they've priest queue bye",
        "2, budget wanted table handled prices changes it'll didn't boss's player poem being table's prism warehouse careful somewhere business people ninety",
        "3, customers deliver period radio video however addition companies employer quieter earliest",
        "4, information material january communicate operator interesting society territory",
        "5, communication refrigerated administrators continuity association california",
        "6, accountability responsibility"})
    void syllables(int count, String words) {
        for (String word : words.split(" ")) {
            assertEquals(count, SyllableRules.count(word), word);
        }
    }
}

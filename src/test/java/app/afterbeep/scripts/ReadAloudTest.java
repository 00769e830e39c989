package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The estimate against a synthesizer; [ReadAloud] says how that was measured.
class ReadAloudTest {
    @Test
    void theEstimateIsWithinEightPercentOfASynthesizer() throws IOException {
        ReadAloud all = ReadAloud.load();
        double voice = all.tuning().voice(SpeechRules::millis);
        ReadAloud.Errors unseen = all.heldOut().errors(SpeechRules::millis, voice);
        assertTrue(unseen.mean() < 8, "not used to tune: " + unseen);
        assertTrue(unseen.worst() < 25, "not used to tune: " + unseen);
        assertTrue(all.errors(SpeechRules::millis, voice).mean() < 8, "all: " + all.errors(SpeechRules::millis, voice));
        assertEquals(1, voice, 0.1, "the standard pace is what the synthesizer calls 150 words a minute");
    }

    @Test
    void countingWordsIsFarWorse() throws IOException {
        ReadAloud all = ReadAloud.load();
        double voice = all.tuning().voice(ReadAloudTest::words);
        assertTrue(all.heldOut().errors(ReadAloudTest::words, voice).mean() > 2 * all.heldOut().errors(SpeechRules::millis, all.tuning().voice(SpeechRules::millis)).mean());
    }

    private static double words(String text) {
        return text.split("\\s+").length * 400.0;
    }

    @Test
    void thereAreTwoHundredSentencesAndNoneTwice() throws IOException {
        assertEquals(200, ReadAloud.load().sentences().stream().map(ReadAloud.Sentence::text).collect(Collectors.toSet()).size());
        assertEquals(100, ReadAloud.load().heldOut().sentences().size());
    }
}

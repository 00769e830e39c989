package app.afterbeep.coach;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The corpus: exact on the half that the rules were tuned on, and still good on the other.
class CorpusTest {
    private static final double FLOOR = 0.9;
    /// By rule, where a half has few of a kind and one miss weighs much.
    private static final double FLOOR_OF_A_RULE = 0.6;

    static Stream<Corpus.Entry> tuned() {
        return Corpus.read().stream().filter(Corpus.Entry::tuned);
    }

    @ParameterizedTest
    @MethodSource("tuned")
    void theTunedHalfIsExact(Corpus.Entry entry) {
        assertEquals(entry.expected(), Corpus.given(entry, Corpus.read()), entry.body());
    }

    @Test
    void theOtherHalfIsHeard() {
        Map<String, Corpus.Score> scores = Corpus.scores(false);
        Corpus.Score all = Corpus.sum(scores);
        assertAll(
            () -> assertTrue(all.precision() >= FLOOR, () -> "precision " + all),
            () -> assertTrue(all.recall() >= FLOOR, () -> "recall " + all),
            () -> scores.forEach((rule, score) -> assertTrue(score.precision() >= FLOOR_OF_A_RULE && score.recall() >= FLOOR_OF_A_RULE, rule
                + " " + score)));
    }

    @Test
    void theCorpusIsWhole() {
        List<Corpus.Entry> all = Corpus.read();
        assertEquals(IntStream.rangeClosed(1, all.size()).boxed().toList(), all.stream().map(Corpus.Entry::number).toList());
        assertTrue(all.size() >= 120);
        assertEquals(all.size(), all.stream().map(Corpus.Entry::body).distinct().count());
        assertTrue(all.stream().filter(e -> e.expected().isEmpty()).count() >= 30, "good ones too");
    }
}

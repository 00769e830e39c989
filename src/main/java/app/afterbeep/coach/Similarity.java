package app.afterbeep.coach;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.CosineSimilarity;

/// How much two messages have in common: the cosine of their words and pairs of words, without the words that say nothing of
/// what a message is about. Words weigh more than pairs, so that the same idea in another order is seen.
final class Similarity {
    private static final CosineSimilarity COSINE = new CosineSimilarity();
    private static final int WORD = 2;
    private static final int PAIR = 1;

    private Similarity() {}

    /// What is compared of a text.
    ///
    /// @param words in the order of the text
    record Vector(Map<CharSequence, Integer> weights, List<Token> words) {}

    static Vector of(Passage passage) {
        Map<CharSequence, Integer> weights = new HashMap<>();
        List<Token> words = passage.tokens().stream().filter(t -> !t.isField() && !Words.STOP.contains(t.word())).toList();
        String before = "";
        for (Token token : words) {
            String stem = stem(token.word());
            weights.merge(stem, WORD, Integer::sum);
            if (!before.isEmpty()) {
                weights.merge(before + " " + stem, PAIR, Integer::sum);
            }
            before = stem;
        }
        return new Vector(weights, words);
    }

    /// 0 to 100; 0 when one of them says nothing.
    static int percent(Vector one, Vector other) {
        return one.weights().isEmpty() || other.weights().isEmpty() ? 0
            : (int) Math.round(100 * COSINE.cosineSimilarity(one.weights(), other.weights()));
    }

    /// The words of `one` that `other` has too, each once.
    static Set<String> shared(Vector one, Vector other) {
        Set<String> shared = new LinkedHashSet<>();
        one.words().stream().filter(t -> other.weights().containsKey(stem(t.word()))).forEach(t -> shared.add(t.word()));
        return shared;
    }

    /// The longest run of words that `other` has too: its first and its last one.
    static Token[] longest(Vector one, Vector other) {
        int best = 0;
        int end = 0;
        int run = 0;
        for (int i = 0; i < one.words().size(); i++) {
            run = other.weights().containsKey(stem(one.words().get(i).word())) ? run + 1 : 0;
            if (run > best) {
                best = run;
                end = i;
            }
        }
        return new Token[] {one.words().get(end - Math.max(0, best - 1)), one.words().get(end)};
    }

    /// "trucks" and "truck" are one word.
    private static String stem(String word) {
        int length = word.length();
        return length > 4 && word.endsWith("ies") ? word.substring(0, length - 3) + "y"
            : length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, length - 1) : word;
    }
}

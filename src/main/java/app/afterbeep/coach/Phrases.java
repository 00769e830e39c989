package app.afterbeep.coach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The phrases of one file, and where they stand in a text.
final class Phrases {
    private static final Set<String> ORDERING = Set.of("please", "just", "simply", "then", "kindly");

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final List<Phrase> others = new ArrayList<>();
    private final Map<String, List<Phrase>> exceptions = new HashMap<>();

    /// Words `first` to `last` of a text, both included.
    record Match(int first, int last, Lexicon.Group group) {}

    Phrases(String file) {
        Lexicon lexicon = Lexicon.read(file);
        for (Lexicon.Group group : lexicon.groups()) {
            group.lines().forEach(line -> add(new Phrase(group, line), byFirst));
        }
        Lexicon.Group none = new Lexicon.Group("", "", List.of());
        lexicon.exceptions().forEach(line -> add(new Phrase(none, line), exceptions));
    }

    private void add(Phrase phrase, Map<String, List<Phrase>> index) {
        Set<String> beginnings = phrase.beginnings();
        beginnings.forEach(word -> index.computeIfAbsent(word, w -> new ArrayList<>()).add(phrase));
        if (beginnings.isEmpty()) {
            others.add(phrase);
        }
    }

    /// All matches in the order of the text: of those that overlap the longest one of the first word.
    List<Match> in(Passage passage, Passage.Sentence sentence) {
        List<Token> tokens = passage.tokens();
        BitSet meantOtherwise = new BitSet();
        List<Match> found = new ArrayList<>();
        if (!exceptions.isEmpty()) {
            for (int at = sentence.first(); at <= sentence.last(); at++) {
                Match match = longest(exceptions.getOrDefault(tokens.get(at).word(), List.of()), passage, sentence, at);
                if (match != null) {
                    meantOtherwise.set(match.first(), match.last() + 1);
                }
            }
        }
        int at = sentence.first();
        while (at <= sentence.last()) {
            Token token = tokens.get(at);
            Match match = longest(token.isField() ? List.of() : byFirst.getOrDefault(token.word(), List.of()), passage, sentence, at);
            Match other = longest(others, passage, sentence, at);
            Match best = match == null || other != null && other.last() > match.last() ? other : match;
            if (best == null || meantOtherwise.nextSetBit(best.first()) >= 0 && meantOtherwise.nextSetBit(best.first()) <= best.last()) {
                at++;
            } else {
                found.add(best);
                at = best.last() + 1;
            }
        }
        return found;
    }

    /// The matches of one group in the whole text.
    List<Match> all(Passage passage, String group) {
        return passage.sentences().stream().flatMap(s -> in(passage, s).stream()).filter(m -> m.group().name().equals(group)).toList();
    }

    private static @Nullable Match longest(List<Phrase> phrases, Passage passage, Passage.Sentence sentence, int at) {
        Match best = null;
        for (Phrase phrase : phrases) {
            int end = phrase.order() && !opensClause(passage, sentence, at) ? -1 : phrase.match(passage, at, sentence.last());
            if (end >= at && (best == null || end > best.last())) {
                best = new Match(at, end, phrase.group());
            }
        }
        return best;
    }

    private static boolean opensClause(Passage passage, Passage.Sentence sentence, int at) {
        return at == sentence.first() || passage.pauses(at)
            || Words.CONNECTORS.contains(passage.tokens().get(at - 1).word()) || ORDERING.contains(passage.tokens().get(at - 1).word());
    }
}

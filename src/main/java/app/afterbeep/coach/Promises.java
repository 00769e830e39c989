package app.afterbeep.coach;

import app.afterbeep.coach.Phrases.Match;
import java.util.List;
import java.util.Optional;

/// How a text promises a call.
final class Promises {
    static final Phrases PHRASES = new Phrases("promise.txt");

    private Promises() {}

    /// A sentence that promises a call in words.
    ///
    /// @param when  a time that stands there as a word, not as a field
    /// @param vague "next week"
    record Promise(Passage.Sentence sentence, Match promise, Optional<Match> when, Optional<Match> vague) {}

    static List<Promise> in(Passage passage) {
        return passage.sentences().stream().flatMap(sentence -> {
            List<Match> matches = PHRASES.in(passage, sentence);
            return named(matches, "promise").map(m -> new Promise(sentence, m, named(matches, "when"), named(matches, "vague"))).stream();
        }).toList();
    }

    private static Optional<Match> named(List<Match> matches, String group) {
        List<Match> of = matches.stream().filter(m -> m.group().name().equals(group)).toList();
        return of.isEmpty() ? Optional.empty() : Optional.of(new Match(of.getFirst().first(), of.getLast().last(), of.getFirst().group()));
    }

    static boolean byField(Passage passage, Passage.Sentence sentence) {
        return passage.tokens().subList(sentence.first(), sentence.last() + 1).stream()
            .anyMatch(t -> t.isField("callback_day") || t.isField("callback_time"));
    }
}

package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Part;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.coach.Phrases.Match;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What the rules have in common that look for phrases: one finding a sentence, whatever it has of them, and the removal as fix.
final class PhraseFindings {
    private final Phrases phrases;
    private final String rule;
    private final String title;

    PhraseFindings(String file, String rule, String title) {
        this.phrases = new Phrases(file);
        this.rule = rule;
        this.title = title;
    }

    /// @param counts which matches do
    /// @param quote  the finding names the words
    List<Finding> in(Reading reading, Severity severity, Predicate<Match> counts, boolean quote) {
        return reading.eachSentence((where, sentence) -> {
            List<Match> matches = phrases.in(where.passage(), sentence).stream().filter(counts).toList();
            if (matches.isEmpty()) {
                return Optional.empty();
            }
            int first = matches.getFirst().first();
            int last = matches.getLast().last();
            String why = matches.getFirst().group().why();
            String words = where.passage().quoted(matches.getFirst().first(), matches.getFirst().last());
            String says = quote ? "\u201c" + words + "\u201d: " + why : why;
            return Optional.of(where.finding(rule, severity, first, last, title, says,
                where.part() == Part.SUBJECT ? Optional.empty() : Removal.of(where.passage(), sentence, first, last)));
        });
    }

    /// Whether a sentence has any of them.
    boolean anyIn(Passage passage, Passage.Sentence sentence) {
        return !phrases.in(passage, sentence).isEmpty();
    }
}

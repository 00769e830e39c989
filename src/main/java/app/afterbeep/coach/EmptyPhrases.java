package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;

/// People hear the first seconds only: none are left for words that say nothing.
final class EmptyPhrases implements Rule {
    static final PhraseFindings PHRASES = new PhraseFindings("empty-phrase.txt", "empty-phrase", "Says nothing yet");

    @Override
    public List<Finding> read(Reading reading) {
        return PHRASES.in(reading, Severity.WARNING, match -> true, true);
    }
}

package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;

/// A message teaches; it does not sell.
final class Pitches implements Rule {
    private static final PhraseFindings PHRASES = new PhraseFindings("pitches.txt", "pitches", "Pitches");

    @Override
    public List<Finding> read(Reading reading) {
        return PHRASES.in(reading, Severity.WARNING, match -> true, true);
    }
}

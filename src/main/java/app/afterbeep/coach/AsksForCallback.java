package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;

/// Nobody owes a callback: a message that asks for one gives the next step away. An email may say the number.
final class AsksForCallback implements Rule {
    static final PhraseFindings PHRASES = new PhraseFindings("asks-for-callback.txt", "asks-for-callback", "Asks for a callback");

    @Override
    public List<Finding> read(Reading reading) {
        return switch (reading.draft().channel()) {
            case VOICEMAIL -> PHRASES.in(reading, Severity.ERROR, match -> true, false);
            case EMAIL -> PHRASES.in(reading, Severity.HINT, match -> match.group().name().equals("asks"), false);
            case CALL_GUIDE -> List.of();
        };
    }
}

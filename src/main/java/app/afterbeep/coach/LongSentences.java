package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A sentence that is heard once has to be followed at once.
final class LongSentences implements Rule {
    /// An email is read: its sentences may be half as long again.
    private static final int READ_TENTHS = 15;
    private static final int LEAST_WORDS = 4;

    @Override
    public List<Finding> read(Reading reading) {
        int heard = reading.draft().limits().sentenceWords();
        int limit = reading.email() ? heard * READ_TENTHS / 10 : heard;
        Passage body = reading.body();
        return body.sentences().stream().filter(s -> words(body, s.first(), s.last()) > limit).map(s -> {
            int words = words(body, s.first(), s.last());
            String why = reading.email() ? "Make it two." : "By ear nobody holds more than " + limit + ". Make it two.";
            return new Finding("long-sentence", Severity.WARNING, Finding.Part.BODY, s.from(), s.to(), "A sentence of " + words + " words", why,
                split(body, s, limit));
        }).toList();
    }

    private static int words(Passage body, int first, int last) {
        Token end = body.tokens().get(last);
        return end.before() + end.spoken() - body.tokens().get(first).before();
    }

    /// Where both halves can stand alone and be followed; the most even one.
    private static Optional<Finding.Fix> split(Passage body, Passage.Sentence s, int limit) {
        record Place(Finding.Fix fix, int longer) {}
        List<Place> places = new ArrayList<>();
        for (int at = s.first() + LEAST_WORDS; at <= s.last() - LEAST_WORDS; at++) {
            String gap = body.gap(at);
            Token token = body.tokens().get(at);
            boolean joined = gap.contains(",") && Words.CONNECTORS.contains(token.word()) && Words.SUBJECTS.contains(body.tokens().get(at + 1).word());
            boolean apart = gap.contains(";") || gap.contains("\u2014");
            int longer = Math.max(words(body, s.first(), at - 1), words(body, at, s.last()));
            if (!(joined || apart) || longer > limit || Words.SUBORDINATE.contains(body.tokens().get(s.first()).word())) {
                continue;
            }
            boolean drops = joined && token.word().equals("and");
            Token next = drops ? body.tokens().get(at + 1) : token;
            int letter = next.isField() ? 0 : Character.charCount(body.text().codePointAt(next.from()));
            String capital = body.written(next.from(), next.from() + letter).toUpperCase(Locale.ROOT);
            places.add(new Place(new Finding.Fix("Split", body.tokens().get(at - 1).to(), next.from() + letter, ". " + capital), longer));
        }
        return places.stream().min(Comparator.comparingInt(Place::longer)).map(Place::fix);
    }
}

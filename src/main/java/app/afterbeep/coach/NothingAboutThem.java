package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;
import java.util.Optional;

/// A message has one idea or one pain that this person recognises: it says "you", or a field of the prospect, more than "we".
final class NothingAboutThem implements Rule {
    /// Fewer words beside greeting and promise are no idea.
    private static final int LEAST = 4;
    private static final int US_TOO_OFTEN = 4;
    private static final int US_PER_THEM = 3;

    @Override
    public List<Finding> read(Reading reading) {
        Passage body = reading.body();
        if (!reading.voicemail() || body.tokens().isEmpty()) {
            return List.of();
        }
        List<Promises.Promise> promises = Promises.in(body);
        int us = 0;
        int them = 0;
        int words = 0;
        for (Passage.Sentence sentence : body.sentences()) {
            List<Token> tokens = body.tokens().subList(sentence.first(), sentence.last() + 1);
            if (Promises.byField(body, sentence) || promises.stream().anyMatch(p -> p.sentence().equals(sentence))
                || AsksForCallback.PHRASES.anyIn(body, sentence) || EmptyPhrases.PHRASES.anyIn(body, sentence)) {
                them += (int) tokens.stream().filter(Reading::aboutThem).count();
                continue;
            }
            boolean opening = !WhoIsCalling.PHRASES.in(body, sentence).isEmpty();
            them += (int) tokens.stream().filter(t -> Words.THEM.contains(t.word()) || Reading.aboutThem(t)).count()
                + (!opening && Words.ADVICE.contains(tokens.getFirst().word()) ? 1 : 0);
            if (!opening) {
                us += (int) tokens.stream().filter(t -> Words.US.contains(t.word())).count();
                words += tokens.size();
            }
        }
        boolean nothing = them == 0 && (us > 0 || words < LEAST);
        boolean mostlyUs = us >= US_TOO_OFTEN && us >= US_PER_THEM * them;
        if (!nothing && !mostlyUs) {
            return List.of();
        }
        String sentence = words < LEAST && them == 0 ? "Beside the greeting there is nothing to keep. Add one idea that they can use."
            : "It talks about you. Say one thing that they see every day.";
        return List.of(Reading.whole("nothing-about-them", Severity.WARNING, "Nothing about them", sentence, Optional.empty()));
    }
}

package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;
import java.util.Optional;

/// After the last message comes a rest of months: a call that it promises would be a broken promise.
final class LastPromises implements Rule {
    @Override
    public List<Finding> read(Reading reading) {
        Passage body = reading.body();
        if (!reading.voicemail() || !reading.draft().last()) {
            return List.of();
        }
        List<Promises.Promise> promises = Promises.in(body);
        return body.sentences().stream().filter(s -> Promises.byField(body, s) || promises.stream().anyMatch(p -> p.sentence().equals(s)))
            .map(s -> new Finding("last-promises", Severity.ERROR, Finding.Part.BODY, s.from(), s.to(), "The last message promises a call",
                "Nobody calls after it, so this promise would be broken.", namesMe(body, s) ? Optional.empty() : Removal.whole(body, s))).toList();
    }

    private static boolean namesMe(Passage body, Passage.Sentence sentence) {
        return body.tokens().subList(sentence.first(), sentence.last() + 1).stream().anyMatch(t -> t.isField("my_name"));
    }
}

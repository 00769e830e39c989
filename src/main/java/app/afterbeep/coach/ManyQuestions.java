package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;
import java.util.Optional;

/// One question stays in the ear; two cancel each other.
final class ManyQuestions implements Rule {
    @Override
    public List<Finding> read(Reading reading) {
        if (!reading.voicemail()) {
            return List.of();
        }
        Passage body = reading.body();
        List<Passage.Sentence> questions = body.sentences().stream()
            .filter(s -> body.written(body.tokens().get(s.last()).to(), s.to()).matches("(?s).*[?\u061f\uff1f].*")).toList();
        if (questions.size() < 2) {
            return List.of();
        }
        Passage.Sentence second = questions.get(1);
        return List.of(new Finding("many-questions", Severity.HINT, Finding.Part.BODY, second.from(), second.to(), questions.size() + " questions",
            "Nobody answers a machine: leave one question that stays with them.", Optional.empty()));
    }
}

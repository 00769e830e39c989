package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.Script.Channel;
import java.util.List;
import java.util.Optional;

/// A time that stands in the text is the same for everybody: what is spoken must be what is scheduled.
final class FixedTime implements Rule {
    @Override
    public List<Finding> read(Reading reading) {
        Passage body = reading.body();
        // What the last message promises, it must not promise at all.
        if (reading.draft().channel() == Channel.CALL_GUIDE || reading.voicemail() && reading.draft().last()) {
            return List.of();
        }
        return Promises.in(body).stream().filter(p -> p.when().isPresent() && !Promises.byField(body, p.sentence())).map(p -> {
            Phrases.Match when = p.when().orElseThrow();
            int from = body.tokens().get(when.first()).from();
            int to = body.tokens().get(when.last()).to();
            return new Finding("fixed-time", Severity.WARNING, Finding.Part.BODY, from, to, "Promises a fixed time",
                "\u201c" + body.quoted(when.first(), when.last()) + "\u201d is what they hear; the fields say what is scheduled.",
                Optional.of(new Finding.Fix("Use the fields", from, to, "{{callback_day}} at {{callback_time}}")));
        }).toList();
    }
}

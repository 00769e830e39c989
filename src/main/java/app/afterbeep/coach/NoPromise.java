package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import java.util.List;
import java.util.Optional;

/// A message says when the next call comes, day and time; the last one of a series does not.
final class NoPromise implements Rule {
    private static final String RULE = "no-promise";
    private static final String WHEN = "{{callback_day}} at {{callback_time}}";

    @Override
    public List<Finding> read(Reading reading) {
        Passage body = reading.body();
        if (!reading.voicemail() || reading.draft().last() || body.tokens().isEmpty()) {
            return List.of();
        }
        Optional<Token> day = body.tokens().stream().filter(t -> t.isField("callback_day")).findFirst();
        Optional<Token> time = body.tokens().stream().filter(t -> t.isField("callback_time")).findFirst();
        if (day.isPresent() && time.isPresent()) {
            return List.of();
        }
        // The other half may be there under a name that is no field: that is a finding of its own.
        if ((day.isPresent() || time.isPresent()) && body.tokens().stream().anyMatch(t -> t.isField()
            && !reading.draft().fields().contains(t.field()))) {
            return List.of();
        }
        if (day.isPresent() || time.isPresent()) {
            return List.of(half(body, day.or(() -> time).orElseThrow(), day.isPresent()));
        }
        List<Promises.Promise> promises = Promises.in(body);
        if (promises.stream().anyMatch(p -> p.when().isPresent())) {
            return List.of();
        }
        return List.of(promises.stream().filter(p -> p.vague().isPresent()).findFirst().map(p -> vague(body, p.vague().orElseThrow()))
            .orElseGet(() -> Reading.whole(RULE, Severity.WARNING, "Promises no call",
                "Say when you will call, then they needn't wonder, and you needn't wait.",
                Optional.of(appended(body.text())))));
    }

    private static Finding half(Passage body, Token token, boolean day) {
        String sentence = day ? "A day alone keeps them waiting: say the time too." : "A time alone says no day: say both.";
        int index = body.tokens().indexOf(token);
        boolean at = index > 0 && body.tokens().get(index - 1).word().equals("at");
        Finding.Fix fix = day ? Reading.insert("Say the time", token.to(), " at {{callback_time}}")
            : Reading.insert("Say the day", at ? body.tokens().get(index - 1).from() : token.from(), at
                ? "{{callback_day}} " : "{{callback_day}} at ");
        return new Finding(RULE, Severity.WARNING, Finding.Part.BODY, token.from(), token.to(), "Half a promise", sentence, Optional.of(fix));
    }

    private static Finding vague(Passage body, Phrases.Match vague) {
        int from = body.tokens().get(vague.first()).from();
        int to = body.tokens().get(vague.last()).to();
        return new Finding(RULE, Severity.WARNING, Finding.Part.BODY, from, to, "Promises no time",
            "\u201c" + body.quoted(vague.first(), vague.last()) + "\u201d can't be kept. Say the time that will be scheduled.",
            Optional.of(new Finding.Fix("Say when", from, to, WHEN)));
    }

    private static Finding.Fix appended(String text) {
        int end = text.stripTrailing().length();
        boolean open = end > 0 && Character.isLetterOrDigit(text.codePointBefore(end)) || text.substring(0, end).endsWith("}}");
        return new Finding.Fix("Say when", end, text.length(), (open ? ". " : " ") + "I'll call you " + WHEN + ".");
    }
}

package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.MergeField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A voicemail says early who is calling: by the field, by the rep's own name, or by somebody's name and company.
final class WhoIsCalling implements Rule {
    static final Phrases PHRASES = new Phrases("who.txt");

    @Override
    public List<Finding> read(Reading reading) {
        Passage body = reading.body();
        if (!reading.voicemail() || body.tokens().isEmpty()) {
            return List.of();
        }
        int within = reading.draft().limits().whoWithinWords();
        Optional<Token> who = said(reading);
        if (who.isEmpty()) {
            return List.of(Reading.whole("who-is-calling", Severity.WARNING, "Doesn't say who is calling",
                "A name in the first words is why they listen to the rest.", Optional.of(introduced(body))));
        }
        if (who.get().before() < within) {
            return List.of();
        }
        Token token = who.get();
        return List.of(new Finding("who-is-calling", Severity.WARNING, Finding.Part.BODY, token.from(), token.to(), "Says late who is calling",
            "The name comes after " + token.before() + " words; within " + within + " they still wonder who it is.", Optional.empty()));
    }

    /// The word with which it is said.
    private static Optional<Token> said(Reading reading) {
        List<Token> tokens = reading.body().tokens();
        String name = Passage.normal(reading.values().getOrDefault(MergeField.MY_NAME.field(), "").strip());
        String firstName = name.split("\\s")[0];
        Optional<Token> own = firstName.isEmpty() ? Optional.empty() : tokens.stream().filter(t -> t.raised()
            && t.word().equals(firstName)).findFirst();
        Optional<Token> phrase = PHRASES.all(reading.body(), "who").stream().map(m -> tokens.get(m.first())).findFirst();
        return own.isPresent() && (phrase.isEmpty() || own.get().before() < phrase.get().before()) ? own : phrase;
    }

    /// After the greeting, as a sentence of its own.
    private static Finding.Fix introduced(Passage body) {
        String who = "{{my_name}} from {{my_company}}.";
        List<Token> tokens = body.tokens();
        int end = 0;
        boolean greets = PHRASES.in(body, body.sentences().getFirst()).stream().anyMatch(m -> m.first() == 0
            && m.group().name().equals("greeting"));
        if (greets) {
            end = PHRASES.in(body, body.sentences().getFirst()).getFirst().last() + 1;
        }
        while (end < tokens.size() && end <= body.sentences().getFirst().last()
            && (tokens.get(end).isField("first_name") || tokens.get(end).isField("full_name") || tokens.get(end).isField("last_name"))) {
            end++;
        }
        if (end == 0 || end >= tokens.size()) {
            int at = tokens.getFirst().from();
            return end == 0 ? Reading.insert("Say who", at, who + " ") : Reading.insert("Say who", body.text().stripTrailing().length(), " " + who);
        }
        Token next = tokens.get(end);
        String between = body.gap(end);
        if (between.contains(",")) {
            int letter = Character.charCount(body.text().codePointAt(next.from()));
            String first = body.written(next.from(), next.from() + letter);
            return new Finding.Fix("Say who", next.from(), next.from() + letter, who + " " + (next.isField()
                ? first : first.toUpperCase(Locale.ROOT)));
        }
        String stop = between.strip().isEmpty() ? ", " : "";
        return stop.isEmpty() ? Reading.insert("Say who", next.from(), who + " ")
            : new Finding.Fix("Say who", tokens.get(end - 1).to(), next.from(), stop + who + " ");
    }
}

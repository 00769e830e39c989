package app.afterbeep.coach;

import app.afterbeep.coach.Draft.Message;
import app.afterbeep.coach.Finding.Part;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.Script.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message that repeats another one is a withdrawal: against the series, and against all that this prospect has heard.
final class Repeats implements Rule {
    private static final int NAMED = 5;
    private static final int LONGEST = 24;

    private record Closest(Message message, int percent, Similarity.Vector vector) {}

    @Override
    public List<Finding> read(Reading reading) {
        Similarity.Vector own = Similarity.of(reading.body());
        if (reading.draft().channel() == Channel.CALL_GUIDE || own.words().isEmpty()) {
            return List.of();
        }
        int limit = reading.draft().limits().similarPercent();
        return Stream.of(
            closest(own, reading.draft().series()).map(c -> c.percent() >= limit ? repeats("repeats", "Repeats \u201c" + c.message().name()
                + "\u201d", own, c)
                : unlike("repeats", "Unlike the other messages", c)),
            closest(own, reading.draft().heard()).map(c -> c.percent() >= limit
                ? repeats("repeats-heard", "They have heard this: \u201c" + c.message().name() + "\u201d", own, c)
                : unlike("repeats-heard", "Unlike all they have heard", c))).flatMap(Optional::stream).toList();
    }

    private static Optional<Closest> closest(Similarity.Vector own, List<Message> others) {
        return others.stream().map(message -> {
            Similarity.Vector vector = Similarity.of(new Passage(message.body(), Map.of(), true));
            return new Closest(message, Similarity.percent(own, vector), vector);
        }).max(Comparator.comparingInt(Closest::percent));
    }

    private static Finding repeats(String rule, String title, Similarity.Vector own, Closest closest) {
        Token[] run = Similarity.longest(own, closest.vector());
        List<String> shared = List.copyOf(Similarity.shared(own, closest.vector()));
        String words = shared.stream().limit(NAMED).map(w -> w.length() > LONGEST ? w.substring(0, LONGEST)
            + "\u2026" : w).collect(Collectors.joining(", ")) + (shared.size() > NAMED ? " \u2026" : "");
        return new Finding(rule, Severity.WARNING, Part.BODY, run[0].from(), run[1].to(), title,
            closest.percent() + " % the same words (" + words + "). Each message brings something new.", Optional.empty());
    }

    private static Finding unlike(String rule, String title, Closest closest) {
        return new Finding(rule, Severity.GOOD, Part.BODY, 0, 0, title,
            "Closest: \u201c" + closest.message().name() + "\u201d, " + closest.percent() + " % the same words.", Optional.empty());
    }
}

package app.afterbeep.calls;

import app.afterbeep.scripts.Script;
import app.afterbeep.ui.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What choosing another message means, in words.
public final class ChoiceRules {
    private ChoiceRules() {}

    /// Which of the messages takes the least time; empty when the one that was chosen does, or when none was.
    static Optional<Integer> shortest(Card card) {
        List<Message> messages = card.words().messages();
        return card.voicemail().isEmpty() ? Optional.empty() : IntStream.range(0, messages.size()).boxed()
            .min(Comparator.comparing(i -> seconds(card, messages.get(i)))).filter(i -> seconds(card, messages.get(i)) < card.seconds());
    }

    /// How long the shortest of the messages takes; empty when it is the one that was chosen.
    public static Optional<Integer> shortestSeconds(Card card) {
        return shortest(card).map(i -> seconds(card, card.words().messages().get(i)));
    }

    private static int seconds(Card card, Message message) {
        return card.pace().seconds(card.said(message.script().body()).text());
    }

    /// "Version 2 of 3, 4 s shorter · email “Three numbers” · promises Thu 10:15 am"; "" where there is nothing to choose.
    public static String words(Card card) {
        Words words = card.words();
        if (!words.choice()) {
            return "";
        }
        if (words.message().isEmpty()) {
            return "This person has heard the step's own message. There is a new one " + from(card, words.messages().getFirst()) + ".";
        }
        Message message = words.message().get();
        List<String> parts = new ArrayList<>();
        if (words.heardAll()) {
            parts.add(capital(from(card, message)) + ": it will not be said again there");
        } else {
            int difference = card.seconds() - seconds(card, words.messages().getFirst());
            parts.add("Version " + (words.chosen() + 1) + " of " + words.messages().size() + (words.chosen() == 0 ? ""
                : difference == 0 ? ", as long" : ", " + Math.abs(difference) + " s " + (difference < 0 ? "shorter" : "longer")));
        }
        if (words.chosen() > 0 || words.heardAll()) {
            parts.add(message.email().map(Script::name).map(name -> "email “" + name + "”").orElse("no email"));
            if (!card.cadence().isGoodbye(card.prospect().step())) {
                parts.add("promises " + Times.moment(card.slot().at(), card.prospect().place().zone(), card.situation().now()));
            }
        }
        return String.join(" · ", parts);
    }

    private static String from(Card card, Message message) {
        Message.From from = message.from();
        return from.series().isEmpty() ? "from step " + card.cadence().ordinal(from.step()) : "from “" + from.series() + "”";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

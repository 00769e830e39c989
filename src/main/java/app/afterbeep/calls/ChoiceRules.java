package app.afterbeep.calls;

import app.afterbeep.scripts.Script;
import app.afterbeep.ui.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What choosing another message means, in words.
public final class ChoiceRules {
    private ChoiceRules() {}

    /// Nobody speaks so evenly that less would be a choice, in seconds.
    private static final int FELT = 2;

    /// Which of the messages takes the least time; empty when the one that was chosen does or nearly so, or when none was.
    static Optional<Integer> shortest(Card card) {
        List<Message> messages = card.words().messages();
        return card.voicemail().isEmpty() ? Optional.empty() : IntStream.range(0, messages.size()).boxed()
            .min(Comparator.comparing(i -> seconds(card, messages.get(i)))).filter(i -> seconds(card, messages.get(i)) <= card.seconds() - FELT);
    }

    /// How long the shortest of the messages takes; empty when the one that was chosen is not noticeably longer.
    public static Optional<Integer> shortestSeconds(Card card) {
        return shortest(card).map(i -> seconds(card, card.words().messages().get(i)));
    }

    private static int seconds(Card card, Message message) {
        return card.pace().seconds(card.said(message.script().body()).text());
    }

    /// "Version 2 of 3, 4 s shorter · email “Three numbers” · promises Thu 10:15 am"; "" where there is nothing to choose.
    public static String words(Card card) {
        return String.join(" · ", Stream.concat(Stream.of(brief(card)), follows(card)).filter(part -> !part.isEmpty()).toList());
    }

    /// "Version 2 of 3, 4 s shorter": without what follows, which the buttons of the outcomes say too.
    public static String brief(Card card) {
        Words words = card.words();
        if (!words.choice()) {
            return "";
        }
        if (words.message().isEmpty()) {
            return "Heard already. There is a new one " + from(card, words.messages().getFirst()) + ".";
        }
        if (words.heardAll()) {
            return capital(from(card, words.message().get())) + ": not said again there";
        }
        int difference = card.seconds() - seconds(card, words.messages().getFirst());
        return "Version " + (words.chosen() + 1) + " of " + words.messages().size() + (words.chosen() == 0 ? ""
            : difference == 0 ? ", as long" : ", " + Math.abs(difference) + " s " + (difference < 0 ? "shorter" : "longer"));
    }

    /// The email and the promise of a message that is not the one that was offered first.
    private static Stream<String> follows(Card card) {
        Words words = card.words();
        if (words.message().isEmpty() || !words.choice() || words.chosen() == 0 && !words.heardAll()) {
            return Stream.of();
        }
        return Stream.of(words.message().flatMap(Message::email).map(Script::name).map(name -> "email “" + name + "”").orElse("no email"),
            card.cadence().isGoodbye(card.prospect().step()) ? ""
                : "promises " + Times.moment(card.slot().at(), card.prospect().place().zone(), card.situation().now()));
    }

    private static String from(Card card, Message message) {
        Message.From from = message.from();
        return from.series().isEmpty() ? "from step " + card.cadence().ordinal(from.step()) : "from “" + from.series() + "”";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.Script.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads a draft. Pure: the same draft gets the same findings, on any thread, fast enough for every keystroke.
public final class Coach {
    private static final List<Rule> SHORTENING = List.of(new AsksForCallback(), new Pitches(), new EmptyPhrases());
    private static final List<Rule> RULES = List.of(new AsksForCallback(), new Pitches(), new EmptyPhrases(), new WhoIsCalling(), new NoPromise(),
        new FixedTime(), new LastPromises(), new NothingAboutThem(), new Fields(), new LongSentences(), new ManyQuestions(), new Subjects(),
        new TooLong(SHORTENING), new Repeats());

    private Coach() {}

    /// All findings, in the order of the text; those about the whole text after them, and what is good last.
    public static List<Finding> read(Draft draft) {
        Reading reading = Reading.of(draft);
        List<Finding> found = new ArrayList<>();
        if (draft.body().isBlank()) {
            found.add(Reading.whole("empty", Severity.WARNING, "Nothing written yet",
                "One idea that they can use, and when you will call.", Optional.empty()));
        }
        RULES.forEach(rule -> found.addAll(rule.read(reading)));
        found.sort(Comparator.comparing((Finding f) -> f.severity() == Severity.GOOD).thenComparing(f -> f.from() == f.to())
            .thenComparing(Finding::part).thenComparing(Finding::from));
        if (found.stream().allMatch(f -> f.severity() == Severity.GOOD)) {
            found.addFirst(Reading.whole("nothing-to-mend", Severity.GOOD, "Nothing to mend", praise(draft),
                Optional.empty()));
        }
        return List.copyOf(found);
    }

    /// No more than the rules have looked for.
    private static String praise(Draft draft) {
        return draft.channel() != Channel.VOICEMAIL ? "Clear, and about them." : draft.last() ? "Short, about them, and it promises no other call."
            : "Short, about them, and it says when you will call.";
    }
}

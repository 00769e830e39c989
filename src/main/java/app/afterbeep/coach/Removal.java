package app.afterbeep.coach;

import app.afterbeep.coach.Finding.Fix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Takes words out of a text so that what stays is sound: a clause where it can be spared, else the sentence. Nothing is offered
/// where a sentence would have to go that says who is calling or when the next call is.
final class Removal {
    private static final Set<String> KEPT = Set.of("my_name", "callback_day", "callback_time");
    private static final Set<String> GREETING = Set.of("hi", "hello", "hey", "dear", "good", "morning", "afternoon", "evening", "day", "there");
    private static final int LONGEST_OPENING = 9;

    private final Passage passage;
    private final List<Token> tokens;
    private final Passage.Sentence sentence;
    private final int first;
    private final int last;

    private Removal(Passage passage, Passage.Sentence sentence, int first, int last) {
        this.passage = passage;
        this.tokens = passage.tokens();
        this.sentence = sentence;
        this.first = first;
        this.last = last;
    }

    /// Takes out the words `first` to `last` of a sentence, and what can't stand without them.
    static Optional<Fix> of(Passage passage, Passage.Sentence sentence, int first, int last) {
        Removal removal = new Removal(passage, sentence, first, last);
        return removal.clause().or(() -> sentence(passage, sentence));
    }

    /// Takes out the whole sentence, unless it has to stay.
    private static Optional<Fix> sentence(Passage passage, Passage.Sentence sentence) {
        return keeps(passage, sentence.first(), sentence.last()) ? Optional.empty() : whole(passage, sentence);
    }

    /// Takes out the whole sentence, whatever it says, unless it is the only one.
    static Optional<Fix> whole(Passage passage, Passage.Sentence sentence) {
        int index = passage.sentences().indexOf(sentence);
        Passage.Sentence before = index == 0 ? null : passage.sentences().get(index - 1);
        Passage.Sentence after = index + 1 == passage.sentences().size() ? null : passage.sentences().get(index + 1);
        boolean ownLine = before == null || passage.written(before.to(), sentence.from()).indexOf('\n') >= 0;
        if (after != null && (ownLine || passage.written(sentence.to(), after.from()).indexOf('\n') < 0)) {
            return Optional.of(new Fix("Remove", sentence.from(), after.from(), ""));
        }
        return before == null ? Optional.empty() : Optional.of(new Fix("Remove", before.to(), sentence.to(), ""));
    }

    private static boolean keeps(Passage passage, int first, int last) {
        return passage.tokens().subList(first, last + 1).stream().anyMatch(t -> KEPT.contains(t.field()));
    }

    private Optional<Fix> clause() {
        int left = left();
        boolean opened = left > sentence.first() && opening(left - 1);
        int right = right(opened);
        if (keeps(passage, left, right)) {
            return Optional.empty();
        }
        boolean head = left == sentence.first();
        boolean tail = right == sentence.last();
        if (head && tail || tokens.get(left).from() == sentence.from() && tail) {
            return Optional.empty();
        }
        if (tail) {
            return opened || connects(left) && standsAlone(sentence.first(), left - 1) ? Optional.of(tail(left)) : Optional.empty();
        }
        int next = right + 1;
        if (head) {
            return connects(next) && next < sentence.last() && standsAlone(next + 1, sentence.last())
                ? Optional.of(head(next + 1)) : Optional.empty();
        }
        return opened ? Optional.of(new Fix("Remove", tokens.get(left).from(), tokens.get(next).from(), "")) : Optional.empty();
    }

    private Fix tail(int left) {
        String end = passage.written(tokens.get(sentence.last()).to(), sentence.to());
        String kept = end.strip().isEmpty() || end.contains("?") || end.contains("!") ? "." : end.strip();
        return new Fix("Remove", tokens.get(left - 1).to(), sentence.to(), kept);
    }

    private Fix head(int stays) {
        int from = tokens.get(stays).from();
        int letter = Character.charCount(passage.text().codePointAt(from));
        String capital = passage.written(from, from + letter).toUpperCase(Locale.ROOT);
        return new Fix("Remove", sentence.from(), from + letter, capital);
    }

    /// Where the clause begins, with the word that joins it to what stands before.
    private int left() {
        int at = first;
        while (at > sentence.first() && !cut(at) && !connects(at)) {
            at--;
        }
        // "..., or I'd be glad if you could ...": the joining word goes with it.
        return at > sentence.first() && !connects(at) && connects(at - 1) && !cut(at) ? at - 1 : at;
    }

    /// Where the clause ends: before a joining word after a comma, after an opening at the next comma, else with the sentence.
    private int right(boolean opened) {
        int at = last;
        while (at < sentence.last() && !(cut(at + 1) && (opened || connects(at + 1)))) {
            at++;
        }
        return at;
    }

    private boolean cut(int index) {
        return passage.pauses(index) || passage.gap(index).contains(" - ");
    }

    private boolean connects(int index) {
        return Words.CONNECTORS.contains(tokens.get(index).word());
    }

    /// A greeting, or who is calling: it may stand alone.
    private boolean opening(int end) {
        List<Token> words = tokens.subList(sentence.first(), end + 1);
        return words.size() <= LONGEST_OPENING && (words.stream().anyMatch(t -> t.isField("my_name"))
            || words.stream().allMatch(t -> GREETING.contains(t.word()) || t.isField("first_name") || t.isField("last_name")
                || t.isField("full_name")));
    }

    private boolean standsAlone(int from, int to) {
        return to - from >= 1 && !Words.SUBORDINATE.contains(tokens.get(from).word());
    }
}

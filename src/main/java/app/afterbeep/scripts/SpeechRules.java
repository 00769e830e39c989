package app.afterbeep.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How long a text takes to say, and where in it the speaker is when.
public final class SpeechRules {
    /// The pace that lengths are measured at, in words a minute: that many words of the program's own messages take a minute.
    public static final int STANDARD = 150;
    /// Milliseconds of a word of which nothing else is known.
    static final int WORD = 60_000 / STANDARD;
    private static final int FEWEST = 3;
    private static final int MOST = 6;
    /// With these a new thought begins.
    private static final Set<String> OPENERS = Set.of(("and but or nor so that which who whom whose what when where why how if because while until before after"
        + " than as in on at to for from with by of about into over under between through without is are was were").split(" "));
    /// Nobody pauses after these.
    private static final Set<String> CLINGERS = Set.of(("a an the my your our their his her its this that these those and but or to of in on at for from with"
        + " by as than i i'll i'd i'm you we they he she it it's who which is are was were be will would not no mr mr. mrs mrs. ms ms. dr dr.").split(" "));

    private SpeechRules() {}

    /// Milliseconds that a speaker of [#STANDARD] words a minute needs for `spoken`, whose fields are filled: the sound of each word and
    /// the pauses between them. Never negative, for any text; a word more never makes it less.
    public static int millis(String spoken) {
        List<SpokenText.Unit> units = SpokenText.units(spoken);
        int millis = units.isEmpty() ? 0 : -units.getLast().pause();
        for (SpokenText.Unit unit : units) {
            millis += unit.voice() + unit.pause();
        }
        return millis;
    }

    /// `spoken` in phrases of about three to six words, cut at punctuation and where a thought begins. They follow each other without a
    /// gap and cover the whole text; their lengths add up to [#millis]. Empty for an empty text.
    public static List<Phrase> phrases(String spoken) {
        List<SpokenText.Unit> units = SpokenText.units(spoken);
        List<Phrase> phrases = new ArrayList<>();
        int from = 0;
        int start = 0;
        int first = 0;
        while (first < units.size()) {
            int next = next(spoken, units, first);
            int length = 0;
            for (int i = first; i < next; i++) {
                length += units.get(i).voice() + (i < units.size() - 1 ? units.get(i).pause() : 0);
            }
            int to = next == units.size() ? spoken.length() : begin(spoken, units.get(next - 1).to(), units.get(next).from());
            phrases.add(new Phrase(from, to, start, length));
            from = to;
            start += length;
            first = next;
        }
        if (units.isEmpty() && !spoken.isEmpty()) {
            phrases.add(new Phrase(0, spoken.length(), 0, 0));
        }
        return phrases;
    }

    /// Where the next phrase begins between two words: after the last blank, so that it has its own opening quote.
    private static int begin(String spoken, int end, int from) {
        int begin = from;
        while (begin > end && !Character.isWhitespace(spoken.charAt(begin - 1))) {
            begin--;
        }
        return begin > end ? begin : from;
    }

    /// The first word of the phrase after the one that begins at `first`.
    private static int next(String spoken, List<SpokenText.Unit> units, int first) {
        int end = stop(units, first);
        // A word or two before a comma go with what follows: "Hi Ann, Dana Reyes from Northline."
        while (end < units.size() && (end - first < FEWEST || stop(units, end) - end < FEWEST) && units.get(end - 1).pause() < SpokenText.SENTENCE
                && stop(units, end) - first <= MOST) {
            end = stop(units, end);
        }
        if (end - first <= MOST) {
            return end;
        }
        int best = first + MOST;
        int bestScore = Integer.MIN_VALUE;
        for (int cut = first + FEWEST; cut <= first + MOST; cut++) {
            int score = score(spoken, units.get(cut - 1), units.get(cut)) - Math.abs(2 * (cut - first) - 9) - (end - cut == 1 ? 8 : end - cut == 2 ? 4 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = cut;
            }
        }
        return best;
    }

    /// Behind the next word with a pause after it, if that is not too far to matter.
    private static int stop(List<SpokenText.Unit> units, int first) {
        int end = first;
        while (end < units.size() && units.get(end).pause() == 0 && end < first + 2 * MOST) {
            end++;
        }
        return Math.min(end + 1, units.size());
    }

    /// How well a phrase ends between two words.
    private static int score(String spoken, SpokenText.Unit last, SpokenText.Unit next) {
        String before = word(spoken, last);
        String after = word(spoken, next);
        boolean name = Character.isUpperCase(spoken.charAt(last.from())) && Character.isUpperCase(spoken.charAt(next.from()));
        boolean apart = Character.isWhitespace(spoken.charAt(Math.max(0, begin(spoken, last.to(), next.from()) - 1)));
        return (OPENERS.contains(after) ? 5 : 0) - (CLINGERS.contains(before) ? 6 : 0) - (name ? 4 : 0) - (apart ? 0 : 20);
    }

    private static String word(String spoken, SpokenText.Unit unit) {
        return unit.to() - unit.from() > 8 ? "" : spoken.substring(unit.from(), unit.to()).toLowerCase(Locale.ROOT);
    }
}

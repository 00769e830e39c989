package app.afterbeep.coach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A phrase as a file of phrases writes it: one element after the other, within one sentence.
final class Phrase {
    private static final int GAP = 4;

    private static final String ORDER = "^ ";

    private final Lexicon.Group group;
    private final boolean order;
    private final List<Element> elements = new ArrayList<>();

    /// @param words    any of these
    /// @param optional may be left out
    /// @param gap      any few words
    /// @param ahead    what comes behind it must stand there, and is no part of the phrase
    /// @param pause    no word: the sentence ends there, or a comma follows
    private record Element(Set<String> words, boolean optional, boolean gap, boolean ahead, boolean pause) {
        boolean takes(Token token) {
            if (token.isField()) {
                return words.contains("{" + token.field() + "}") || token.raised() && words.contains("@");
            }
            String word = token.word();
            int digit = word.length() > 1 && word.charAt(0) == '$' ? 1 : 0;
            return words.contains(word) || words.contains("~") && !Words.STOP.contains(word) || token.raised() && words.contains("@") || Character.isDigit(word.charAt(digit)) && number(word);
        }

        private boolean number(String word) {
            return words.contains("#") || words.contains("#3") && word.matches("\\d{3}") || words.contains("#4") && word.matches("\\d{4}")
                || words.contains("#7") && word.matches("\\d{7,15}|(?:\\d{3}\\.){1,2}\\d{4}");
        }
    }

    Phrase(Lexicon.Group group, String line) {
        this.group = group;
        this.order = line.startsWith(ORDER);
        for (String part : (order ? line.substring(ORDER.length()) : line).split("\\s+")) {
            boolean optional = part.startsWith("[") && part.endsWith("]");
            String bare = optional ? part.substring(1, part.length() - 1) : part;
            elements.add(new Element(Set.copyOf(Arrays.asList(bare.split("\\|"))), optional, part.equals("..."), part.equals(">"), part.equals(".")));
        }
    }

    Lexicon.Group group() {
        return group;
    }

    /// Only where a clause begins.
    boolean order() {
        return order;
    }

    /// The words that it can begin with; empty when it may begin with a field or a number.
    Set<String> beginnings() {
        Set<String> found = new HashSet<>();
        for (Element element : elements) {
            found.addAll(element.words());
            if (!element.optional()) {
                break;
            }
        }
        return found.stream().anyMatch(w -> w.startsWith("{") || w.startsWith("#") || w.equals("@") || w.equals("~")) ? Set.of() : found;
    }

    /// The last word of the longest match that begins with the word `at`, or -1.
    int match(Passage passage, int at, int last) {
        return match(passage, at, last, 0) - 1;
    }

    /// Where the rest goes on, or 0 when `element` and those after it don't match.
    private int match(Passage passage, int at, int last, int element) {
        if (element == elements.size()) {
            return at;
        }
        Element next = elements.get(element);
        if (next.ahead()) {
            return match(passage, at, last, element + 1) > 0 ? at : 0;
        }
        if (next.pause()) {
            return at > last || passage.pauses(at) ? match(passage, at, last, element + 1) : 0;
        }
        if (next.gap()) {
            for (int skipped = 0; skipped <= GAP && at + skipped <= last; skipped++) {
                int end = match(passage, at + skipped, last, element + 1);
                if (end > 0) {
                    return end;
                }
            }
            return 0;
        }
        int end = at <= last && next.takes(passage.tokens().get(at)) ? match(passage, at + 1, last, element + 1) : 0;
        return end == 0 && next.optional() ? match(passage, at, last, element + 1) : end;
    }
}

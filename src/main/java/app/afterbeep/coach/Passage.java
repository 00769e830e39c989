package app.afterbeep.coach;

import app.afterbeep.scripts.MergeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A text read once: its words and fields with the places where they stand, and its sentences.
final class Passage {
    /// A line of an email that is shorter ends where it ends; a longer one was wrapped.
    private static final int WRAPPED = 60;
    private static final int QUOTED = 60;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ITEM = Pattern.compile("\\n\\s*+[-*\u2022]");
    private static final String ENDS = ".!?\u2026\u061f\u06d4\u3002\uff01\uff1f";
    private static final String CLOSING = "\"')]\u201d\u2019\u00bb";

    private final String text;
    private final MergeText filled;
    private final boolean lines;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private int spoken;

    /// Words `first` to `last`, both included, and where they stand.
    ///
    /// @param from with an opening quotation mark
    /// @param to   with the mark that ends it
    record Sentence(int first, int last, int from, int to) {
        boolean holds(Token token) {
            return token.from() >= from && token.to() <= to;
        }
    }

    /// @param lines a line break ends a sentence, as in an email
    Passage(String text, Map<String, String> values, boolean lines) {
        this.text = text;
        this.lines = lines;
        this.filled = MergeText.of(text, values);
        for (MergeText.Piece piece : filled.pieces()) {
            if (piece.own()) {
                words(piece.from(), piece.to());
            } else {
                int words = BLANKS.split(piece.text()).length;
                tokens.add(new Token(normal(piece.text()), MergeText.normal(piece.field()),
                    piece.from(), piece.to(), words, spoken, !piece.text().isEmpty() && Character.isUpperCase(piece.text().codePointAt(0))));
                spoken += words;
            }
        }
    }

    String text() {
        return text;
    }

    MergeText filled() {
        return filled;
    }

    List<Token> tokens() {
        return tokens;
    }

    List<Sentence> sentences() {
        if (sentences.isEmpty() && !tokens.isEmpty()) {
            split();
        }
        return sentences;
    }

    int spoken() {
        return spoken;
    }

    String written(int from, int to) {
        return text.substring(from, to);
    }

    /// The words `first` to `last` as they are written, on one line, and not more than fits into a sentence.
    String quoted(int first, int last) {
        int from = tokens.get(first).from();
        int to = tokens.get(last).to();
        return to - from <= QUOTED ? written(from, to).replaceAll("\\s+", " ") : written(from, from + QUOTED)
            .replaceAll("\\s+", " ").strip() + "\u2026";
    }

    /// What stands between the word `index` and the one before it.
    String gap(int index) {
        return index <= 0 || index >= tokens.size() ? "" : text.substring(tokens.get(index - 1).to(), tokens.get(index).from());
    }

    /// Whether whoever reads it aloud pauses before the word `index`: a comma or a dash stands there.
    boolean pauses(int index) {
        return gap(index).chars().anyMatch(c -> ",;:\u2014\u2013".indexOf(c) >= 0);
    }

    static String normal(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private void words(int from, int to) {
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && inWord(end, at, to)) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end > at) {
                tokens.add(new Token(normal(text.substring(at, end)), "", at, end, 1, spoken++, Character.isUpperCase(text.codePointAt(at))));
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
    }

    private boolean inWord(int at, int start, int end) {
        int c = text.codePointAt(at);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '%' && at > start || c == '$' || c == '#') {
            return true;
        }
        boolean between = at > start && at + 1 < end;
        return between && ((c == '\'' || c == '\u2019') && Character.isLetter(text.charAt(at - 1)) && Character.isLetter(text.charAt(at + 1))
            || (c == ':' || c == '.' || c == ',') && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1)));
    }

    private void split() {
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i == tokens.size() - 1;
            int end = end(i);
            if (last || end >= 0) {
                int from = tokens.get(first).from();
                int least = first == 0 ? 0 : tokens.get(first - 1).to();
                while (from > least && "\"'(\u201c\u2018\u00ab".indexOf(text.charAt(from - 1)) >= 0) {
                    from--;
                }
                sentences.add(new Sentence(first, i, from, end >= 0 ? end : tokens.get(i).to()));
                first = i + 1;
            }
        }
    }

    /// Where the sentence ends that the word `index` ends, or -1 when it ends none.
    private int end(int index) {
        Token token = tokens.get(index);
        int limit = index + 1 < tokens.size() ? tokens.get(index + 1).from() : text.length();
        for (int at = token.to(); at < limit; at++) {
            char c = text.charAt(at);
            if (ENDS.indexOf(c) >= 0) {
                int end = at;
                while (end < limit && (ENDS.indexOf(text.charAt(end)) >= 0 || CLOSING.indexOf(text.charAt(end)) >= 0)) {
                    end++;
                }
                // "example.com" goes on; Chinese leaves no blank after a sentence.
                if ((end == text.length() || Character.isWhitespace(text.charAt(end)) || c > 127) && !abbreviates(token, at, limit)) {
                    return end;
                }
                at = end - 1;
            }
        }
        return breaks(token, limit) ? wordEnd(token.to(), limit) : -1;
    }

    private boolean abbreviates(Token token, int at, int limit) {
        if (text.charAt(at) != '.' || at != token.to() || token.isField() || limit == text.length()) {
            return false;
        }
        String word = token.word();
        if (Words.ABBREVIATIONS.contains(word)) {
            return !Words.SENTENCE_MAY_END.contains(word) || !Character.isUpperCase(text.codePointAt(limit));
        }
        return word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
    }

    /// A blank line, the next item of a list, or in an email the end of a line that was not wrapped.
    private boolean breaks(Token token, int limit) {
        int newline = text.indexOf('\n', token.to());
        if (newline < 0 || newline >= limit) {
            return false;
        }
        String between = text.substring(token.to(), limit);
        if (between.chars().filter(c -> c == '\n').count() > 1 || ITEM.matcher(between).find()) {
            return true;
        }
        return lines && newline - text.lastIndexOf('\n', token.to() - 1) < WRAPPED;
    }

    private int wordEnd(int from, int limit) {
        int at = from;
        while (at < limit && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}

package app.afterbeep.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text as it is read aloud: word by word, each with how long its sound takes and how long the pause after it. One pass from
/// left to right, whatever the text has in it.
final class SpokenText {
    /// Milliseconds of silence, the last ones between the groups of a phone number. Fitted to a synthesizer: decision 13.
    private static final int COMMA = 275;
    private static final int LINE = 395;
    private static final int CLAUSE = 395;
    static final int SENTENCE = 455;
    private static final int PARAGRAPH = 700;
    private static final int DIGITS = 335;

    private final String text;
    private final List<Unit> units = new ArrayList<>();
    private int at;

    /// What is said in one go: a word, a number, a group of digits.
    ///
    /// @param voice milliseconds of its sound
    /// @param pause milliseconds of silence after it, when something follows
    record Unit(int from, int to, int voice, int pause) {}

    private SpokenText(String text) {
        this.text = text;
    }

    static List<Unit> units(String text) {
        return new SpokenText(text).read();
    }

    private List<Unit> read() {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (digit(at)) {
                number("");
            } else if (Character.isLetter(point)) {
                word();
            } else {
                mark(point);
            }
        }
        return units;
    }

    private void add(int from, int voice) {
        units.add(new Unit(from, at, voice, 0));
    }

    private void say(int from, String words) {
        int voice = 0;
        for (String word : words.split(" ")) {
            voice += WordRules.millis(word);
        }
        add(from, voice);
    }

    /// The longest of the pauses that the marks after a word ask for.
    private void pause(int millis) {
        if (!units.isEmpty() && units.getLast().pause() < millis) {
            Unit last = units.removeLast();
            units.add(new Unit(last.from(), last.to(), last.voice(), millis));
        }
    }

    private boolean digit(int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    private boolean letter(int i) {
        return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
    }

    private boolean blank(int i) {
        return i < 0 || i >= text.length() || Character.isWhitespace(text.charAt(i));
    }

    private char at(int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
    }

    // Words ------------------------------------------------------------------------------------------------------------------

    private void word() {
        int from = at;
        if (Character.isIdeographic(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
            add(from, WordRules.millis(text.substring(from, at)));
            return;
        }
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean inside = Character.isLetter(point) && !Character.isIdeographic(point) || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK || (point == '\'' || point == '’') && letter(at + 1) && at > from;
            if (!inside) {
                break;
            }
            at += Character.charCount(point);
        }
        String word = text.substring(from, at);
        boolean hour = (word.equalsIgnoreCase("am") || word.equalsIgnoreCase("pm")) && !units.isEmpty() && digit(units.getLast().to() - 1);
        String full = WordRules.abbreviated(word, at(at) == '.', digit(at + 1) && at(at) == ' ');
        add(from, hour ? WordRules.spelled(2) : WordRules.millis(full));
    }

    // Numbers ----------------------------------------------------------------------------------------------------------------

    private void number(String unit) {
        int from = at;
        if (unit.isEmpty() && phone(at)) {
            return;
        }
        String whole = digits();
        while (at(at) == ',' && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4)) {
            at++;
            whole += digits();
        }
        int minute = at(at) == ':' && whole.length() < 3 && digit(at + 1) && digit(at + 2) && !digit(at + 3) ? pair(at + 1) : 60;
        if (minute < 60 && Integer.parseInt(whole) < 25) {
            at += 3;
            say(from, SpokenNumbers.time(Integer.parseInt(whole), minute, hour(at)));
        } else if (at(at) == '.' && digit(at + 1)) {
            at++;
            String fraction = digits();
            say(from, unit.isEmpty() || fraction.length() != 2 ? SpokenNumbers.decimal(whole, fraction) + large(unit) : SpokenNumbers.money(whole, fraction, unit));
        } else if (ordinal()) {
            at += 2;
            say(from, SpokenNumbers.ordinal(whole));
        } else {
            boolean grouped = at - from > whole.length();
            say(from, (unit.isEmpty() && !grouped ? SpokenNumbers.year(whole) : SpokenNumbers.whole(whole)) + large(unit));
        }
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        for (; digit(at); at++) {
            digits.append(Character.digit(text.charAt(at), 10));
        }
        return digits.toString();
    }

    /// Two digits.
    private int pair(int i) {
        return Character.digit(text.charAt(i), 10) * 10 + Character.digit(text.charAt(i + 1), 10);
    }

    /// "am" or "pm" stands at `i` or after a blank.
    private boolean hour(int i) {
        int first = at(i) == ' ' ? i + 1 : i;
        int second = at(first + 1) == '.' ? first + 2 : first + 1;
        return "aApP".indexOf(at(first)) >= 0 && "mM".indexOf(at(second)) >= 0 && !letter(second + 1);
    }

    private boolean ordinal() {
        String ending = at + 2 <= text.length() && !letter(at + 2) ? text.substring(at, at + 2).toLowerCase(Locale.ROOT) : "";
        return ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th");
    }

    /// "$45k": the letter is part of the number.
    private String large(String unit) {
        String size = unit.isEmpty() || letter(at + 1) ? "" : switch (at(at)) {
            case 'k', 'K' -> " thousand";
            case 'm', 'M' -> " million";
            case 'b', 'B' -> " billion";
            default -> "";
        };
        at += size.isEmpty() ? 0 : 1;
        return size + unit;
    }

    /// A phone number is said digit by digit, with a short pause after each group, and all in one go.
    private boolean phone(int from) {
        int end = PhoneShape.end(text, from);
        if (end < 0) {
            return false;
        }
        int groups = 0;
        StringBuilder digits = new StringBuilder();
        for (at = from; at < end; at++) {
            if (digit(at)) {
                groups += digit(at - 1) && at > from ? 0 : 1;
                digits.append(Character.digit(text.charAt(at), 10));
            }
        }
        say(from, (at(from) == '+' ? "plus " : "") + SpokenNumbers.oneByOne(digits.toString()));
        Unit said = units.removeLast();
        units.add(new Unit(from, end, said.voice() + DIGITS * (groups - 1), 0));
        return true;
    }

    // Everything else --------------------------------------------------------------------------------------------------------

    private void mark(int point) {
        int from = at;
        if ((point == '+' || point == '(') && phone(at)) {
            return;
        }
        at += Character.charCount(point);
        switch (point) {
            case '.' -> point(from);
            case '—', ',', '(', ')', '[', ']', '،', '、', '，' -> pause(COMMA);
            case ';', ':', '؛', '；', '：' -> pause(CLAUSE);
            case '?', '!', '…', '。', '؟', '？', '！', '।' -> pause(SENTENCE);
            case '-', '–' -> dash(from);
            case '\n' -> pause(paragraph() ? PARAGRAPH : LINE);
            case '\u2029' -> pause(PARAGRAPH);
            case '%' -> say(from, "percent");
            case '&' -> say(from, "and");
            case '+' -> say(from, "plus");
            case '=' -> say(from, "equals");
            case '@' -> say(from, "at");
            case '°' -> say(from, "degrees");
            case '#' -> hash(from);
            case '$', '€', '£', '¥' -> money(from, " " + WordRules.currency(point));
            default -> { }
        }
    }

    /// Nothing but blanks up to another end of line.
    private boolean paragraph() {
        int i = at;
        while (at(i) == '\r' || at(i) == '\t' || i < text.length() && at(i) == ' ') {
            i++;
        }
        return at(i) == '\n';
    }

    /// The end of a sentence, or of an abbreviation, or a dot within an address.
    private void point(int from) {
        boolean inside = !units.isEmpty() && units.getLast().to() == from && (letter(at) || digit(at));
        boolean initial = letter(from - 1) && !letter(from - 2) && !digit(from - 2);
        if (inside && !initial && !(Character.isLowerCase(at(from - 1)) && Character.isUpperCase(at(at)))) {
            say(from, "dot");
        } else if (!initial && !(letter(from - 1) && WordRules.abbreviation(lastWord(from)))) {
            pause(SENTENCE);
        }
    }

    private String lastWord(int end) {
        return units.isEmpty() || units.getLast().to() != end ? "" : text.substring(units.getLast().from(), end);
    }

    private void dash(int from) {
        if (digit(from - 1) && digit(at)) {
            say(from, "to");
        } else if (blank(from - 1) && blank(at) || text.charAt(from) == '–' || at(at) == '-') {
            pause(COMMA);
        }
    }

    private void hash(int from) {
        if (digit(at)) {
            say(from, "number");
        }
    }

    private void money(int from, String unit) {
        if (digit(at)) {
            number(unit);
            Unit amount = units.removeLast();
            units.add(new Unit(from, amount.to(), amount.voice(), amount.pause()));
        }
    }
}

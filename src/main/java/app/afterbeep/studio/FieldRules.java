package app.afterbeep.studio;

import app.afterbeep.scripts.MergeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where the merge fields of a text stand, how they are shown, and which one is being typed.
final class FieldRules {
    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}|\\n]++)(?:\\|([^{}\\n]*+))?}}");
    private static final int BRACES = 2;
    /// No line ends at it: of the two braces one becomes the padding of the chip and the other takes no room.
    private static final String OPENING = "\u2060\u202F";
    private static final String CLOSING = "\u202F\u2060";

    private FieldRules() {}

    /// A merge field in a text.
    ///
    /// @param from where its braces begin
    /// @param to   where they end
    record Field(int from, int to, String name) {}

    static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(text);
        while (matcher.find()) {
            if (!matcher.group(1).isBlank()) {
                fields.add(new Field(matcher.start(), matcher.end(), matcher.group(1).strip()));
            }
        }
        return fields;
    }

    /// Names as they are compared with those of the fields in a text.
    static Set<String> keys(Set<String> names) {
        return names.stream().map(MergeText::normal).collect(Collectors.toUnmodifiableSet());
    }

    /// The field as its chip shows it, character for character as long as what is written, so that the caret stands where it seems to stand:
    /// "first name|there" between blanks in the place of the braces, none of which is in the text.
    static String chip(String written) {
        String inside = written.substring(BRACES, written.length() - BRACES);
        int bar = inside.indexOf('|');
        String name = bar < 0 ? inside : inside.substring(0, bar);
        return OPENING + name.replace('_', '\u00A0').replace(' ', '\u00A0') + (bar < 0 ? "" : inside.substring(bar)) + CLOSING;
    }

    /// A field that has been begun and not been closed.
    ///
    /// @param from  where its braces begin
    /// @param typed what stands between them and the caret
    record Begun(int from, String typed) {}

    /// The field that the caret is in while its name is being typed.
    static Optional<Begun> begun(String text, int caret) {
        int from = text.lastIndexOf("{{", caret - BRACES);
        if (caret < BRACES || from < 0) {
            return Optional.empty();
        }
        String typed = text.substring(from + BRACES, caret);
        int rest = caret;
        while (rest < text.length() && (Character.isLetterOrDigit(text.charAt(rest)) || text.charAt(rest) == '_')) {
            rest++;
        }
        boolean closed = text.startsWith("}}", rest) || text.startsWith("|", rest);
        return closed || typed.chars().anyMatch(c -> "{}|\n".indexOf(c) >= 0) || typed.length() > 60 ? Optional.empty() : Optional.of(new Begun(from, typed));
    }

    /// A text and where the caret stands in it.
    record Edited(String text, int caret) {}

    /// Puts the field in the place of what has been typed of it. With a fallback the caret stands where the fallback is to be typed, else behind.
    static Edited complete(String text, int caret, Begun begun, String name, boolean fallback) {
        String field = "{{" + name + (fallback ? "|" : "") + "}}";
        int to = caret;
        while (to < text.length() && text.charAt(to) == '}' && to < caret + BRACES) {
            to++;
        }
        int behind = begun.from() + field.length();
        return new Edited(text.substring(0, begun.from()) + field + text.substring(to), fallback ? behind - BRACES : behind);
    }
}

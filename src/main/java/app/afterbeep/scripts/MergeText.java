package app.afterbeep.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text with merge fields: `{{first_name}}`, with a fallback `{{first_name|there}}`. A missing value is never a blank: it
/// is the fallback, or it is marked and [#missing] names it.
public record MergeText(List<Piece> pieces) {
    /// Possessive, so that a long text with an open brace is read once.
    private static final Pattern FIELD = Pattern.compile("\\{\\{([^{}|]++)(?:\\|([^{}]*+))?}}");

    private static final Pattern GAPS = Pattern.compile("[\\s_-]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public MergeText {
        pieces = List.copyOf(pieces);
    }

    /// A part of the text.
    ///
    /// @param text  what is spoken or sent; for a missing value the field's name in brackets
    /// @param field the merge field it came from, or "" for the script's own words
    /// @param from  where it begins in the script as it is written
    /// @param to    where it ends there
    public record Piece(String text, String field, boolean missing, int from, int to) {
        /// The script's own words, as they are written.
        public boolean own() {
            return field.isEmpty();
        }
    }

    /// Fills the fields of `script`. Field names are compared without regard to case, blanks and underscores.
    public static MergeText of(String script, Map<String, String> values) {
        Map<String, String> byName = values.entrySet().stream()
            .collect(Collectors.toMap(e -> normal(e.getKey()), Map.Entry::getValue, (first, second) -> first));
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = FIELD.matcher(script);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                pieces.add(new Piece(script.substring(end, matcher.start()), "", false, end, matcher.start()));
            }
            String field = matcher.group(1).isBlank() ? matcher.group(1) : matcher.group(1).strip();
            // One line, whatever the import brought: a value never breaks a script or a mail header.
            String value = byName.getOrDefault(normal(field), "").strip();
            value = BLANKS.matcher(value).replaceAll(" ");
            String fallback = matcher.group(2) == null ? "" : matcher.group(2).strip();
            String text = value.isEmpty() ? fallback : value;
            boolean missing = text.isEmpty();
            pieces.add(new Piece(missing ? "[" + field.replace('_', ' ') + "]" : text, field, missing, matcher.start(), matcher.end()));
            end = matcher.end();
        }
        if (end < script.length()) {
            pieces.add(new Piece(script.substring(end), "", false, end, script.length()));
        }
        return new MergeText(pieces);
    }

    /// A field's name as names are compared.
    public static String normal(String field) {
        boolean already = field.chars().allMatch(c -> c >= 'a' && c <= 'z' || c == '_');
        return already && !field.contains("__") ? field : GAPS.matcher(field.toLowerCase(java.util.Locale.ROOT)).replaceAll("_");
    }

    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    /// The text to be filled in again once the missing values are known: as [#text], with the missing fields as fields.
    public String unfilled() {
        return pieces.stream().map(piece -> piece.missing() ? "{{" + piece.field() + "}}" : piece.text()).collect(Collectors.joining());
    }

    /// The fields that have neither value nor fallback, in the order of the text.
    public List<String> missing() {
        return pieces.stream().filter(Piece::missing).map(Piece::field).distinct().toList();
    }

    public int words() {
        String text = text().strip();
        return text.isEmpty() ? 0 : text.split("\\s+").length;
    }
}

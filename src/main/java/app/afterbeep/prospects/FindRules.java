package app.afterbeep.prospects;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is meant by what a rep types or pastes to find somebody.
public final class FindRules {
    /// A number as people paste it: "tel:+1 (215) 555-0142", "0044 20 7946 0018 ext. 7". No letters but those.
    private static final Pattern NUMBER = Pattern.compile("\\W*(?:tel|phone|call)?\\W*(\\d[\\d\\W]*?)(?:[\\W]*(?:ext?|x)\\W*\\d+)?\\W*",
        Pattern.CASE_INSENSITIVE);

    private static final Pattern RUN = Pattern.compile("(?<![\\p{L}\\p{N}@._])\\+?\\d(?:[\\d\\s()/.-]*\\d)?(?![\\p{L}\\p{N}@_])");
    private static final int SHORTEST = 3;
    private static final int LAST = 4;

    private FindRules() {}

    /// The digits of a number in any notation; "" when what was typed is none, or too short for one. A 0 in front of three digits at most is one
    /// of a number's last four, not what stands for the country.
    static String number(String query) {
        String typed = typed(query);
        String digits = typed.length() <= LAST ? typed : abroad(typed);
        return digits.length() >= SHORTEST ? digits : "";
    }

    /// The full-text query for what was typed: every word as a quoted prefix.
    static String match(String query) {
        return words(plain(query));
    }

    /// A number that stands beside words, as pasted from a signature, and the full-text query for those words.
    record Beside(String words, String number) {}

    /// Empty when there are no words, or no number beside them.
    static Optional<Beside> beside(String query) {
        String text = plain(query);
        Matcher run = RUN.matcher(text);
        if (number(query).isEmpty() && run.find()) {
            String words = words(text.substring(0, run.start()) + " " + text.substring(run.end()));
            String number = number(run.group());
            return words.isEmpty() || number.isEmpty() ? Optional.empty() : Optional.of(new Beside(words, number));
        }
        return Optional.empty();
    }

    private static String words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{N}\\p{M}]+")) {
            if (!word.isEmpty()) {
                words.add('"' + word + "\"*");
            }
        }
        return String.join(" ", words);
    }

    /// The digits of a number in any notation, without what only some write: the 0 in brackets or in front, the extension. "" when what was
    /// typed is no number.
    static String digits(String query) {
        return abroad(typed(query));
    }

    private static String abroad(String digits) {
        return digits.replaceFirst("^0+", "");
    }

    private static String typed(String query) {
        Matcher number = NUMBER.matcher(plain(query));
        return number.matches() ? number.group(1).replaceFirst("\\(0\\)", "").replaceAll("\\D", "") : "";
    }

    /// Blanks, dashes and digits as a telephone or a web page shows them, in their plain form; invisible marks of direction left out.
    private static String plain(String query) {
        return Normalizer.normalize(query, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
    }
}

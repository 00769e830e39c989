package app.afterbeep.scripts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How many syllables an English word has: its groups of vowels, less the silent ones, plus those that are two; and a list of
/// words that no such rule gets right. No regular expressions: it is asked for each word at each keystroke.
final class SyllableRules {
    private static final Map<String, Integer> EXCEPTIONS = exceptions();
    /// Before these an e is silent: "statement", "careful".
    private static final List<String> ENDINGS = List.of("ments", "ment", "lessly", "less", "ness", "fully", "ful", "some", "ly");
    /// First halves of compounds, with their silent e: "warehouse".
    private static final List<String> HALVES = List.of("some", "home", "there", "where", "here", "more", "fore", "side", "life", "time", "line", "safe",
        "ware", "store", "place", "space", "voice", "white", "whole", "wide", "care", "score", "house", "horse", "trade", "take", "make", "stake",
        "pipe", "fire", "game", "phone", "wire", "smoke", "base", "face", "cheese", "rate", "state");

    /// A longer one is no word.
    private static final int LONGEST = 40;

    private SyllableRules() {}

    private static Map<String, Integer> exceptions() {
        Map<String, Integer> all = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SyllableRules.class.getResourceAsStream("syllables.txt")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.strip().split(" ");
                for (int i = 1; i < words.length; i++) {
                    all.put(words[i], Integer.valueOf(words[0]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    /// Syllables of `word`, at least 1.
    ///
    /// @param word letters from a to z, and apostrophes
    static int count(String word) {
        Integer known = EXCEPTIONS.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() > LONGEST) {
            return Math.max(1, groups(word));
        }
        int apostrophe = word.lastIndexOf('\'');
        if (apostrophe > 0) {
            return contracted(word.substring(0, apostrophe), word.substring(apostrophe + 1));
        }
        int last = word.length() - 1;
        if (last > 2 && word.charAt(last) == 's' && EXCEPTIONS.containsKey(word.substring(0, last))) {
            return EXCEPTIONS.get(word.substring(0, last)) + (hisses(word.substring(0, last)) ? 1 : 0);
        }
        for (String half : HALVES) {
            if (word.length() > half.length() + 2 && word.startsWith(half) && !vowel(word, half.length())) {
                return 1 + count(word.substring(half.length()));
            }
        }
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem > 2 && word.endsWith(ending) && word.charAt(stem - 1) == 'e') {
                return count(word.substring(0, stem)) + groups(ending);
            }
        }
        return Math.max(1, groups(word) - silent(word));
    }

    /// "It'll", "doesn't", "boss's".
    private static int contracted(String base, String rest) {
        int syllables = count(base);
        boolean voiced = vowel(base, base.length() - 1) || base.endsWith("y") || base.endsWith("w");
        return switch (rest) {
            case "t" -> base.endsWith("n") && base.length() > 3 ? count(base.substring(0, base.length() - 1)) + 1 : syllables;
            case "ll", "d", "ve", "re", "m" -> voiced ? syllables : syllables + 1;
            case "s" -> hisses(base) ? syllables + 1 : syllables;
            default -> syllables + (rest.length() > 2 ? count(rest) : 0);
        };
    }

    /// Whether an s after it is a syllable of its own.
    private static boolean hisses(String word) {
        return word.endsWith("s") || word.endsWith("x") || word.endsWith("z") || word.endsWith("ch") || word.endsWith("sh") || word.endsWith("ce")
            || word.endsWith("ge") || word.endsWith("se") || word.endsWith("ze");
    }

    /// Groups of vowels, those counted twice that are two syllables.
    private static int groups(String word) {
        int groups = 0;
        boolean before = false;
        for (int i = 0; i < word.length(); i++) {
            boolean now = vowel(word, i);
            if (now && (!before || split(word, i))) {
                groups++;
            }
            before = now;
        }
        // "prism", "rhythm"; "practically"
        if (word.endsWith("sm") || word.endsWith("sms") || word.endsWith("thm") || word.endsWith("thms")) {
            return groups + 1;
        }
        return word.endsWith("ically") ? groups - 1 : groups;
    }

    private static boolean vowel(String word, int i) {
        if (i >= word.length()) {
            return false;
        }
        return switch (word.charAt(i)) {
            case 'a', 'e', 'i', 'o' -> true;
            // Not in "quick", "guess".
            case 'u' -> i == 0 || word.charAt(i - 1) != 'q' && !(word.charAt(i - 1) == 'g' && i + 1 < word.length() && "aei".indexOf(word.charAt(i + 1)) >= 0);
            // Not in "yes", "player".
            case 'y' -> i > 0 && ("aeiou".indexOf(word.charAt(i - 1)) < 0 || i + 1 == word.length() || "aeiou".indexOf(word.charAt(i + 1)) < 0);
            default -> false;
        };
    }

    /// Whether the vowel at `i` begins a syllable although a vowel stands before it.
    private static boolean split(String word, int i) {
        char second = word.charAt(i);
        char before = i > 1 ? word.charAt(i - 2) : ' ';
        char after = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
        boolean ing = i > 1 && word.startsWith("ing", i);
        return switch (word.charAt(i - 1)) {
            case 'i' -> splitAfterI(word, i, before, after);
            // "video", "courteous", "being", "created"; not "surgeon"
            case 'e' -> second == 'o' && !(before == 'g' && after != 'm' && after != 'g') || ing || second == 'a' && word.startsWith("creat", i - 3);
            // "manual", "duo", "fluent", "continuity", "issuing", "vacuum"; not "persuade"
            case 'u' -> second == 'a' && before != 's' || second == 'o' || second == 'u' || second == 'e' && after == 'n' || ing || word.startsWith("ity", i);
            // "going", "poetry"
            case 'o' -> ing || second == 'e' && after == 't';
            // "kaolin", "saying"
            case 'a' -> second == 'o' || ing;
            // "carrying"; not "bye"
            case 'y' -> second != 'e' || i + 1 < word.length();
            default -> false;
        };
    }

    private static boolean splitAfterI(String word, int i, char before, char after) {
        boolean last = i + 1 == word.length();
        return switch (word.charAt(i)) {
            // "material", "associate"; not "special", "partial", "Asia", "marriage"
            case 'a' -> after == 't' || !(before == 'c' || before == 't' || before == 's' && last || before == 'r' && after == 'g');
            // "period", "radio"; not "nation", "million"
            case 'o' -> last || "tcsxg".indexOf(before) < 0 && !((before == 'n' || before == 'l') && after == 'n');
            // "medium"
            case 'u' -> before != 'c' && before != 'g';
            // "audience", "society", "carrier", "easiest"; not "patient", "friend", "tier", "priest"
            case 'e' -> switch (after) {
                case 'n' -> before != 'c' && before != 't' && (before != 'r' || i > 3);
                case 't' -> i > 1;
                case 'r' -> i > 3 && i + 3 >= word.length();
                case 's' -> i > 3 && word.startsWith("iest", i - 1);
                default -> false;
            };
            case 'i' -> true;
            default -> false;
        };
    }

    /// 1 when the last e is silent: "made", "makes", "asked".
    private static int silent(String word) {
        int end = word.length();
        boolean past = false;
        if (word.endsWith("ed")) {
            past = true;
            end -= 1;
        } else if (word.endsWith("es")) {
            if (hisses(word.substring(0, end - 1)) || hisses(word.substring(0, end - 2))) {
                return 0;
            }
            end -= 1;
        }
        if (end < 2 || word.charAt(end - 1) != 'e' || vowel(word, end - 2)) {
            return 0;
        }
        char before = word.charAt(end - 2);
        if (past && (before == 't' || before == 'd')) {
            return 0;
        }
        // "table", "handled", "acres"; not "called", "curled"
        boolean liquid = (before == 'l' || before == 'r' && !past) && end > 2 && !vowel(word, end - 3) && word.charAt(end - 3) != before
            && word.charAt(end - 3) != 'r';
        return liquid ? 0 : 1;
    }
}

package app.afterbeep.scripts;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// When two messages are the same to whoever hears them.
public final class HeardRules {
    /// Shorter messages differ as soon as one word does.
    private static final int LONG = 8;
    private static final int TYPO = 2;

    private HeardRules() {}

    /// Whether the two texts, with their fields, are the same apart from case, blanks and punctuation, and from one word that was mistyped.
    public static boolean same(String one, String other) {
        List<String> first = words(one);
        List<String> second = words(other);
        if (String.join("", first).equals(String.join("", second))) {
            return true;
        }
        if (first.size() != second.size() || first.size() < LONG) {
            return false;
        }
        int different = -1;
        for (int i = 0; i < first.size(); i++) {
            if (!first.get(i).equals(second.get(i))) {
                if (different >= 0) {
                    return false;
                }
                different = i;
            }
        }
        return typo(first.get(different), second.get(different));
    }

    /// The words between all else; of two that are only joined differently the letters are the same.
    private static List<String> words(String text) {
        return Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    /// A number that changes is no typo: another figure is another message.
    private static boolean typo(String one, String other) {
        if (one.chars().anyMatch(Character::isDigit) || other.chars().anyMatch(Character::isDigit) || Math.min(one.length(), other.length()) < 3) {
            return false;
        }
        return distance(one, other) <= TYPO;
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}

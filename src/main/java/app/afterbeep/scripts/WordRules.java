package app.afterbeep.scripts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How long one word takes to say at the standard pace.
final class WordRules {
    /// Milliseconds: of a word, of each of its syllables and consonants; of a word without stress; of a letter's name. Fitted to a
    /// synthesizer: decision 13.
    private static final int WORD = 175;
    private static final int SYLLABLE = 66;
    private static final int CONSONANT = 45;
    private static final int SHORT_WORD = 72;
    private static final int SHORT_CONSONANT = 62;
    private static final int SPELLED = 204;

    /// Said without stress, and so faster.
    private static final Set<String> LIGHT = Set.of(("a an the of to and or but in on at by for from with as than that is are was were be been it its it's"
        + " i you he she we they me him her us them my your his our their i'm i'll you'll we'll there's that's has have had do does will would can could"
        + " if so not no o'clock").split(" "));
    /// All in capitals and yet not an acronym, or one that is said as a word.
    private static final Set<String> SAID = Set.of(("a i the and you are for not now all can has was get how who why new our out one two day way may let"
        + " say see use yes your is it's in on at to of or no so we my me be do go if as an by he am up nasa ram rom sim pin lan wan gif nato asap").split(" "));
    private static final Map<String, String> ABBREVIATED = Map.ofEntries(Map.entry("mr", "mister"), Map.entry("mrs", "missis"), Map.entry("ms", "miz"),
        Map.entry("dr", "doctor"), Map.entry("jr", "junior"), Map.entry("sr", "senior"), Map.entry("vs", "versus"), Map.entry("st", "saint"),
        Map.entry("inc", "ink"), Map.entry("ltd", "limited"), Map.entry("corp", "corporation"), Map.entry("co", "company"),
        Map.entry("dept", "department"), Map.entry("approx", "approximately"), Map.entry("ext", "extension"), Map.entry("etc", "etcetera"));
    private static final Map<String, String> DATES = Map.ofEntries(Map.entry("Jan", "January"), Map.entry("Feb", "February"), Map.entry("Mar", "March"),
        Map.entry("Apr", "April"), Map.entry("Jun", "June"), Map.entry("Jul", "July"), Map.entry("Aug", "August"), Map.entry("Sep", "September"),
        Map.entry("Sept", "September"), Map.entry("Oct", "October"), Map.entry("Nov", "November"), Map.entry("Dec", "December"),
        Map.entry("Mon", "Monday"), Map.entry("Tue", "Tuesday"), Map.entry("Wed", "Wednesday"), Map.entry("Thu", "Thursday"), Map.entry("Fri", "Friday"));
    private static final String VOWELS = "aeiouyаеёиоуыэюяіїєαεηιουωæøœıə";

    private WordRules() {}

    /// @param word letters of any script, with the apostrophes in it
    static int millis(String word) {
        return latin(word) ? english(word.replace('’', '\'')) : foreign(word);
    }

    private static boolean latin(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c | 32) < 'a' || (c | 32) > 'z') {
                if (c != '\'' && c != '’') {
                    return false;
                }
            }
        }
        return true;
    }

    private static int english(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int acronym = acronym(word, lower);
        if (acronym > 0) {
            return spelled(acronym);
        }
        return LIGHT.contains(lower) ? SHORT_WORD + SHORT_CONSONANT * consonants(lower) + SYLLABLE * (SyllableRules.count(lower) - 1)
            : WORD + SYLLABLE * SyllableRules.count(lower) + CONSONANT * consonants(lower);
    }

    /// Consonants as they sound: "th", "ck" and "ss" are one.
    private static int consonants(String word) {
        int count = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char before = i > 0 ? word.charAt(i - 1) : ' ';
            boolean silent = "aeiou'".indexOf(c) >= 0 || c == before || c == 'h' && "tscpgw".indexOf(before) >= 0 || c == 'k' && before == 'c'
                || c == 'g' && before == 'n' && i + 1 == word.length() || c == 'y' && i > 0;
            count += silent ? 0 : c == 'x' ? 2 : 1;
        }
        return count;
    }

    /// So many letters are said one by one; 0 for a word.
    private static int acronym(String word, String lower) {
        if (word.length() == 1) {
            return lower.equals("a") || lower.equals("i") || lower.equals("o") ? 0 : 1;
        }
        String base = word.endsWith("'s") || word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - (word.endsWith("'s") ? 2 : 1)) : word;
        if (SAID.contains(lower) || !base.equals(base.toUpperCase(Locale.ROOT))) {
            return 0;
        }
        boolean vowel = base.chars().anyMatch(c -> "AEIOU".indexOf(c) >= 0);
        return base.length() < 4 || !vowel ? base.length() + (base.indexOf('W') >= 0 ? 2 : 0) : 0;
    }

    /// `letters` letters, each by its name.
    static int spelled(int letters) {
        return SPELLED * letters;
    }

    /// Sounds of other languages, guessed: by the vowels, else by the letters.
    private static int foreign(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder();
        int vowels = 0;
        int letters = 0;
        int signs = 0;
        for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            int c = plain.codePointAt(i);
            if (Character.isLetter(c)) {
                letters++;
                vowels += VOWELS.indexOf(c) >= 0 ? 1 : 0;
                signs += Character.isIdeographic(c) ? 1 : 0;
            }
            if (c >= 'a' && c <= 'z' || c == '\'') {
                latin.append((char) c);
            }
        }
        if (letters == 0) {
            return 0;
        }
        if (latin.length() == letters) {
            // "José": an accent says that the last e is spoken.
            boolean open = latin.charAt(latin.length() - 1) == 'e' && word.charAt(word.length() - 1) != 'e';
            return english(latin + (open ? "y" : ""));
        }
        int syllables = signs > 0 ? signs : vowels > 0 ? vowels : (letters + 1) / 2;
        return WORD + SYLLABLE * Math.max(1, syllables) + CONSONANT * Math.max(0, letters - syllables);
    }

    /// `word` in full, when it is short for something.
    ///
    /// @param point  a full stop follows
    /// @param number a number follows
    static String abbreviated(String word, boolean point, boolean number) {
        boolean date = DATES.containsKey(word) && (point || number || !word.equals("Jan") && !word.equals("Mar") && !word.equals("Mon") && !word.equals("Jun"));
        if (date) {
            return DATES.get(word);
        }
        String full = word.length() > 6 ? null : ABBREVIATED.get(word.toLowerCase(Locale.ROOT));
        return full != null && (point || !word.equalsIgnoreCase("co") && !word.equalsIgnoreCase("st")) ? full : word;
    }

    /// Whether the full stop after `word` ends no sentence.
    static boolean abbreviation(String word) {
        return DATES.containsKey(word) || ABBREVIATED.containsKey(word.toLowerCase(Locale.ROOT));
    }

    static String currency(int sign) {
        return switch (sign) {
            case '$' -> "dollars";
            case '€' -> "euros";
            case '£' -> "pounds";
            default -> "yen";
        };
    }
}

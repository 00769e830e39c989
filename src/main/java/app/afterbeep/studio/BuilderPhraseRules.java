package app.afterbeep.studio;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Works the rep's answers into sentences: however an answer is put, a phrase comes out that fits its place.
final class BuilderPhraseRules {
    /// As many words as one breath takes beside the rest of its sentence.
    static final int PAIN_WORDS = 9;
    static final int VALUE_WORDS = 10;
    static final int AUDIENCE_WORDS = 7;
    private static final int LONGEST_WORD = 30;

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[\\p{L}\\p{N}%)]{3}[.!?])\\s+(?=\\p{Lu}|$)|\\R");
    private static final String WE = "(?:we|i|our (?:product|service|company|software|platform|solution|team|app|system|tool)s?|it|my company|"
        + "my team)";
    private static final Pattern HELP = Pattern.compile("^(?:" + WE + " )?(?:help|helps|helped|help out|work with|works with|support|supports|"
        + "sell to|sells to|serve|serves|"
        + "am working with|call|calls|talk to|talk with) (?=\\S)", I);
    private static final Pattern PAIN_HELP = Pattern.compile("^" + WE + " (?:can )?(?:help|helps|let|lets|enable|enables|allow|"
        + "allows) (?:\\S+ ){0,4}?(?:to )?"
        + "(?:stop|avoid|reduce|end|cut|prevent|eliminate|fix|solve|get rid of|deal with|with) ", I);
    private static final Pattern PAIN_SOLVE = Pattern.compile("^(?:" + WE + " )?(?:solve|solves|resolve|resolves|fix|fixes|remove|removes|"
        + "eliminate|eliminates|prevent|prevents|"
        + "get rid of|gets rid of|take care of|takes care of|address|addresses|tackle|tackles) ", I);
    private static final Pattern PAIN_IS = Pattern.compile("^(?:the|their|our|a|one|my|your)(?: \\p{L}+)? (?:pain|problem|issue|challenge|"
        + "trouble|headache)s?"
        + "(?: (?:that )?(?:we|i) (?:solve|resolve|fix))?(?: (?:is|are|of|with)|:)? (?:that |the fact that )?", I);
    private static final Pattern SUFFER = Pattern.compile("^(?:\\p{L}+ ){0,3}?(?:struggle|struggles|suffer|suffers|deal|deals|cope|fight|"
        + "fights|wrestle|have trouble|have problems|"
        + "has trouble|have a problem|are tired|are fed up|are frustrated|is frustrated) (?:with|from|of|by) ", I);
    private static final Pattern PERSON = Pattern.compile("^(?:they|we|you|people|customers|clients|companies|our customers|our clients|"
        + "my customers|my clients|i) (?!(?:who|that|which|in|with|from|of|at|on)\\b)"
        + "(?:always |often |usually |still |just |constantly |regularly |all )?", I);
    private static final Pattern VALUE_LET = Pattern.compile("^(?:" + WE + " )?(?:can )?(?:help|helps|helped|let|lets|enable|enables|enabled|"
        + "allow|allows|allowed) "
        + "(?:(?:them|you|people|customers|clients|companies|teams|our customers|our clients|everybody|everyone|\\p{L}+s|"
            + "\\p{L}+ \\p{L}+s) )?(?:to )?", I);
    private static final Pattern VALUE_IS = Pattern.compile("^(?:the |their |our )?(?:value|result|outcome|benefit|upside|"
        + "effect)s?(?: that follows)?(?: is| are|:) (?:that )?", I);
    private static final Pattern VALUE_WHO = Pattern.compile("^(?:(?:so that|so|and|that|then|because) )?(?:(?:they|you|we|people|customers|"
        + "clients|companies|our customers|our clients|"
        + "my customers|my clients|it|everybody|everyone) (?!(?:who|that|which|in|with|from|of|at|on)\\b))?"
        + "(?:(?:can|could|will|now|then|finally|usually|typically|get to|are able to|being able to|able to|to|is|'ll) )*", I);
    private static final Pattern GIVES = Pattern.compile("^(?:give|gives|gave|bring|brings|brought) (?:(?:them|you|people|customers|clients|"
        + "everybody|everyone) )?", I);
    private static final Pattern SAVES = Pattern.compile("^(save|saves|saved|earn|earns|earned) (?:them|you|people|customers|clients|"
        + "everybody|everyone|us) ", I);
    private static final Pattern MAKES = Pattern.compile("^(?:make|makes|made) (?:them|you|people|customers|clients|everybody|everyone) ", I);
    private static final Set<String> LINKS = Set.of("that", "which", "who", "to", "and", "or", "not", "a", "an", "the", "of", "for", "with",
        "in", "on", "at", "by", "from", "no",
        "their", "our", "your", "my", "more", "less", "fewer", "too", "much", "many", "when", "because", "how", "why", "what", "where", "but",
            "as", "than", "without");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "their", "our", "every", "each", "this", "your");
    private static final Set<String> PRONOUNS = Set.of("they", "we", "you", "i", "he", "she", "nobody", "everybody", "somebody", "everyone", "someone",
        "no-one", "people", "customers");
    private static final Set<String> ANYBODY = Set.of("nobody", "everybody", "somebody", "everyone", "someone", "no-one");
    /// Whatever follows is no verb of the sentence itself.
    private static final Set<String> RELATIVE = Set.of("that", "which", "who", "whose", "to", "and", "or", "when", "because", "how", "why",
        "what", "where");
    private static final Set<String> UNFINISHED = Set.of("a", "an", "the", "of", "and", "or", "that", "which", "who", "to", "because", "when",
        "no", "their", "our", "your", "my", "but", "as", "than", "how",
        "without", "being", "having", "now", "are", "is", "say", "able", "have", "they", "we", "i", "you", "i'm", "don't", "can't", "doesn't");
    private static final Set<String> PREPOSITIONS = Set.of("in", "with", "without", "within", "at", "on", "under", "by");
    private static final Set<String> TRADES = Set.of("logistics", "healthcare", "construction", "retail", "manufacturing", "software",
        "finance", "it", "hr", "insurance",
        "hospitality", "recruiting", "recruitment", "accounting", "banking", "marketing", "education", "health", "tech", "maintenance",
            "transport", "sales", "engineering", "hvac", "plumbing", "roofing", "landscaping", "law", "legal", "real estate", "farming",
        "agriculture", "nonprofit", "government", "property management", "consulting", "energy", "automotive", "security", "pharma", "media");
    private static final Set<String> PROPER = Set.of("I", "I'm", "Excel", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
        "Sunday", "January", "February", "March",
        "April", "June", "July", "August", "September", "October", "November", "December", "Google", "Microsoft", "Salesforce", "Amazon",
            "English", "Christmas", "American", "European",
        "Teams", "Outlook", "Slack");
    private static final Pattern BREAK = Pattern.compile("\\s*[,;:(]\\s*|\\s+[-\\u2013\\u2014]+\\s+"
        + "|\\s+(?=(?:and|or|which|because|so|when|while|but|with|by|due|for|if|although|since|until|before|after|in|on|at|from|during|every|"
            + "that)\\s)", I);

    private BuilderPhraseRules() {}

    /// One line without what can't be spoken: no control characters, braces, quotation marks or pictures, no blanks at the ends or in pairs.
    static String clean(String raw) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(raw, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> kept.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED, Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.ENCLOSING_MARK -> { }
                default -> {
                    if (c == '\u2019' || c == '\u2018') {
                        kept.append('\'');
                    } else if ("{}[]<>|\"\\*_`^~\u201C\u201D\u201E\u00AB\u00BB\uFE0F".indexOf(c) < 0) {
                        kept.appendCodePoint(c);
                    }
                }
            }
        });
        return kept.toString().replaceAll("\\.{2,}|\u2026", " ").replaceAll("\\s+", " ").replaceAll(" (?=[,.;:!?])", "")
            .replaceAll("([,.;:!?])[,.;:!?]+", "$1")
            .replaceAll("^[\\s,.;:!?'\u2013\u2014-]+|[\\s,.;:!?'\u2013\u2014-]+$", "");
    }

    private static String firstSentence(String raw) {
        String[] sentences = SENTENCE_END.split(raw.strip());
        return clean(Arrays.stream(sentences).filter(s -> !clean(s).isEmpty()).findFirst().orElse(""));
    }

    /// A capital at the beginning is the rep's, not the word's, unless the word is a name of its own.
    private static String lowerFirst(String text) {
        String first = text.split(" ", 2)[0];
        boolean own = PROPER.contains(first) || first.length() > 1 && first.chars().skip(1).anyMatch(Character::isUpperCase);
        return own || text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String dropped(Pattern prefix, String text) {
        Matcher matcher = prefix.matcher(text);
        return matcher.lookingAt() && matcher.end() < text.length() ? text.substring(matcher.end()) : text;
    }

    private static String[] words(String text) {
        return text.split(" ");
    }

    private static String rest(String text, int words) {
        String[] parts = text.split(" ", words + 1);
        return parts.length > words ? parts[words] : "";
    }

    /// The phrase, unless it breaks off: an answer of half a sentence is none.
    private static String whole(String phrase) {
        String text = clean(phrase);
        String last = text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return UNFINISHED.contains(last) ? "" : text;
    }

    private static String joined(String first, String rest) {
        return rest.isEmpty() ? first : first + " " + rest;
    }

    /// Where, from 0, a clause has its verb; -1 when the text is none.
    private static int verbAt(String[] words) {
        for (int i = 1; i < Math.min(words.length, 5); i++) {
            String before = words[i - 1].toLowerCase(Locale.ROOT);
            if (RELATIVE.contains(words[i].toLowerCase(Locale.ROOT)) || before.endsWith(",")) {
                return -1;
            }
            boolean determined = i > 1 && DETERMINERS.contains(words[0].toLowerCase(Locale.ROOT)) && i + 1 < words.length
                && !LINKS.contains(words[i + 1].toLowerCase(Locale.ROOT));
            boolean manyBefore = i > 2 && words[0].endsWith("s") && BuilderVerbRules.isOnlyBase(words[i]) && !PRONOUNS.contains(before);
            boolean plural = before.endsWith("s") && !before.endsWith("ss") || Set.of("people", "staff", "children", "men", "women").contains(before);
            boolean finite = Set.of("is", "are", "was", "were", "has", "can't", "cannot", "don't", "doesn't", "won't", "never")
                .contains(words[i].toLowerCase(Locale.ROOT));
            boolean unknown = i == 1 && plural && i + 1 < words.length && unknownVerb(words[i], words[i + 1]);
            boolean nobody = i == 1 && ANYBODY.contains(before) && words[i].endsWith("s");
            if (!LINKS.contains(before) && (finite || unknown || nobody || plural && BuilderVerbRules.isBase(words[i]) || manyBefore
                || !plural && BuilderVerbRules.baseOfThird(words[i]).filter(base -> determined || BuilderVerbRules.isOnlyBase(base)).isPresent())) {
                return i;
            }
        }
        return -1;
    }

    /// After a plural, a word that the lists don't know is a verb where "the" or the like follows: "visitors skirt the shop". Not so: "trucks behind
    /// the dock", "reports missing a date", "forms full of the same questions".
    private static boolean unknownVerb(String word, String next) {
        String w = word.toLowerCase(Locale.ROOT);
        return (DETERMINERS.contains(next.toLowerCase(Locale.ROOT)) || Set.of("them", "us", "me").contains(next.toLowerCase(Locale.ROOT)))
            && w.matches("\\p{L}{3,}") && !w.matches(".*(?:s|ing|ed|ly|ward)") && !LINKS.contains(w) && !NEAR.contains(w) && !BuilderVerbRules.isPast(w);
    }

    /// What stands between two nouns.
    private static final Set<String> NEAR = Set.of("behind", "under", "over", "before", "after", "during", "near", "into", "through", "between",
        "against", "around", "inside", "outside", "above", "below", "beyond", "past", "per", "via", "despite", "about", "along", "among", "except",
        "like", "off", "onto", "until", "till", "upon", "within", "out", "down", "all", "half", "twice", "once", "beside", "since", "throughout",
        "late", "early", "only", "even", "both", "and", "plus", "versus");

    /// What fits after "about": "trucks waiting at the dock", "losing hours on reports".
    static String pain(String raw) {
        String text = lowerFirst(firstSentence(raw));
        for (Pattern prefix : List.of(PAIN_IS, PAIN_HELP, PAIN_SOLVE, SUFFER)) {
            text = lowerFirst(dropped(prefix, text));
        }
        return text.isEmpty() ? "" : whole(object(text));
    }

    private static String object(String text) {
        String clause = dropped(PERSON, text.replaceFirst("(?i)^to (?=\\p{L})", ""));
        String[] words = words(clause);
        String first = words[0].toLowerCase(Locale.ROOT);
        boolean spoken = !clause.equals(text);
        switch (first) {
            case "can't", "cannot", "couldn't", "can" -> {
                boolean can = first.equals("can");
                boolean not = !can || words.length > 1 && words[1].equals("not");
                return (not ? "not being able to " : "being able to ") + rest(clause, can && not ? 2 : 1);
            }
            case "don't", "doesn't", "never" -> {
                if (words.length > 1 && BuilderVerbRules.isBase(words[1])) {
                    return (first.equals("never") ? "never " : "not ") + joined(BuilderVerbRules.gerund(words[1]), rest(clause, 2));
                }
                return "how they " + clause;
            }
            case "are", "is", "'re", "am" -> {
                return words.length > 1 && BuilderVerbRules.isGerund(words[1]) ? rest(clause, 1) : "being " + rest(clause, 1);
            }
            case "no" -> {
                return "having " + clause;
            }
            case "when", "if", "because" -> {
                return "what happens when " + rest(clause, 1);
            }
            default -> { }
        }
        if (BuilderVerbRules.isOnlyBase(first) || BuilderVerbRules.isBase(first) && (spoken || words.length > 2
            && BASE_OBJECT.contains(words[1].toLowerCase(Locale.ROOT)))) {
            return joined(BuilderVerbRules.gerund(first), rest(clause, 1));
        }
        if (spoken) {
            return "how " + (text.matches("(?i)to .*") ? "to " + clause : text.replaceFirst("(?i)^(we|you|i) ", "they "));
        }
        int verb = verbAt(words);
        return verb < 0 ? clause : PRONOUNS.contains(first) || twoClauses(rest(clause, verb + 1)) ? "how " + clause : ofClause(words, verb, clause);
    }

    /// "get sick and vets are expensive": the second half has a verb of its own, which can't be turned as well.
    private static boolean twoClauses(String after) {
        String[] halves = after.split(" (?:and|but|so|because|while) ", 2);
        return halves.length == 2 && verbAt(words(halves[1])) > 0;
    }

    private static final Set<String> BASE_OBJECT = Set.of("the", "a", "an", "their", "our", "your", "too", "for", "hours", "money", "time",
        "to", "on", "much", "many", "every", "each");

    /// "trucks wait at the dock" is "trucks waiting at the dock".
    private static String ofClause(String[] words, int verb, String clause) {
        String subject = String.join(" ", Arrays.asList(words).subList(0, verb));
        String word = words[verb].toLowerCase(Locale.ROOT);
        Optional<String> base = BuilderVerbRules.isBase(word) ? Optional.of(word) : BuilderVerbRules.baseOfThird(word);
        String after = rest(clause, verb + 1);
        if (Set.of("is", "are").contains(word) && verb + 1 < words.length && BuilderVerbRules.isGerund(words[verb + 1])) {
            return subject + " " + after;
        }
        return base.map(b -> joined(subject + " " + BuilderVerbRules.gerund(b), after)).orElse("how " + clause);
    }

    /// What fits after "customers of ours", and after "people who": "turned trucks around faster", "now have fewer no-shows".
    static String value(String raw) {
        String text = lowerFirst(firstSentence(raw));
        for (Pattern prefix : List.of(VALUE_IS, VALUE_LET)) {
            text = lowerFirst(dropped(prefix, text));
        }
        text = dropped(VALUE_WHO, text);
        if (text.isEmpty()) {
            return "";
        }
        if (GIVES.matcher(text).lookingAt()) {
            return whole("now have " + dropped(GIVES, text));
        }
        if (MAKES.matcher(text).lookingAt()) {
            return whole("are now " + dropped(MAKES, text));
        }
        return whole(predicate(SAVES.matcher(text).replaceFirst("$1 ")));
    }

    /// What stands after a noun rather than after a verb.
    private static final Set<String> NOUN_FOLLOWS = Set.of("", "of", "for", "that", "which", "who", "per", "is", "are");

    private static final Pattern UP_OR_DOWN = Pattern.compile("(.+?) ((?:up|down)(?: by)? .*(?:\\d|percent|half|third|quarter|fifth).*)", I);

    private static String predicate(String text) {
        String[] words = words(text);
        String first = words[0].toLowerCase(Locale.ROOT);
        if (text.matches("(?i)(?:no longer|never|always|finally|now|are|have|already) .+")) {
            boolean bare = words.length > 1 && text.matches("(?i)(?:no longer) .+") && BuilderVerbRules.isGerund(words[2]);
            return bare ? "are " + text : first.equals("are") ? "are now " + rest(text, 1) : first.equals("have") ? "now " + text : text;
        }
        if (BuilderVerbRules.isGerund(first)) {
            return first.equals("having") ? "now have " + rest(text, 1) : "are now " + text;
        }
        int verb = verbAt(words);
        if (BuilderVerbRules.isPast(first)) {
            return text;
        }
        String next = words.length > 1 ? words[1].toLowerCase(Locale.ROOT) : "";
        if (BuilderVerbRules.isOnlyBase(first) || BuilderVerbRules.isBase(first) && !next.isEmpty() && !NOUN_FOLLOWS.contains(next)
            && !first.equals("cost")) {
            return "now " + joined(first, rest(text, 1));
        }
        Optional<String> third = BuilderVerbRules.baseOfThird(first);
        if (verb == 1 && first.endsWith("s") && BuilderVerbRules.isBase(words[1])
            && (BuilderVerbRules.isOnlyBase(words[1]) || Set.of("up", "out", "in", "off", "away", "back", "down").contains(words.length > 2 ? words[2] : ""))) {
            // "volunteers sign up by themselves": they do it, and nobody "now volunteers sign up".
            return "say that " + text;
        }
        boolean noun = third.isPresent() && !BuilderVerbRules.isOnlyBase(third.get()) && (NOUN_FOLLOWS.contains(next)
            || BuilderVerbRules.isPast(next));
        if (third.isPresent() && !noun) {
            return third.get().equals("be") ? "are now " + rest(text, 1) : "now " + joined(third.get(), rest(text, 1));
        }
        Matcher figure = UP_OR_DOWN.matcher(text);
        if (figure.matches()) {
            return "saw " + figure.group(1) + " go " + figure.group(2);
        }
        boolean past = DETERMINERS.contains(first) && IntStream.range(2, Math.min(words.length, 4))
            .anyMatch(i -> BuilderVerbRules.isPast(words[i]) && !LINKS.contains(words[i - 1].toLowerCase(Locale.ROOT)));
        if (verb > 0 || past) {
            return "say that " + text;
        }
        if (PREPOSITIONS.contains(first)) {
            return "now work " + text;
        }
        return words.length == 1 && first.endsWith("er") ? "are now " + text : "now have " + text;
    }

    /// What fits after "with": "warehouse managers", "people in logistics".
    static String audience(String raw) {
        String text = lowerFirst(firstSentence(raw));
        text = dropped(HELP, text);
        String[] words = words(text);
        int verb = verbAt(words);
        if (verb > 0 && BuilderVerbRules.isBase(words[verb])) {
            text = String.join(" ", Arrays.asList(words).subList(0, verb));
        }
        text = text.replaceFirst("(?i) (?:to|so that|so|in order to|that they|by|with their|with the|who want|who need)\\b.*$", "");
        text = lowerFirst(clean(text));
        return TRADES.contains(text.toLowerCase(Locale.ROOT)) ? "people in " + text : whole(text);
    }

    /// `phrase` within `most` words, cut where it can be cut; empty when it can't.
    static Optional<String> within(String phrase, int most) {
        if (Arrays.stream(words(phrase)).anyMatch(word -> word.length() > LONGEST_WORD)) {
            return Optional.empty();
        }
        if (words(phrase).length <= most) {
            return Optional.of(phrase);
        }
        List<String> shorter = new ArrayList<>();
        Matcher end = BREAK.matcher(phrase);
        while (end.find()) {
            String cut = clean(phrase.substring(0, end.start()));
            String last = cut.substring(cut.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
            if (words(cut).length <= most && words(cut).length > 1 && !LINKS.contains(last) && !UNFINISHED.contains(last)) {
                shorter.add(cut);
            }
        }
        return shorter.isEmpty() ? Optional.empty() : Optional.of(shorter.getLast());
    }
}

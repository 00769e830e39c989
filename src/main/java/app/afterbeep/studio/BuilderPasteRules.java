package app.afterbeep.studio;

import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.SpeechRules;
import app.afterbeep.settings.Settings;
import app.afterbeep.studio.BuilderAnswers.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a script that the rep has used so far: what of it answers a question, what can be spoken again, and what is left out and why.
final class BuilderPasteRules {
    /// Words of the rep's own that leave room for who is calling and for the promise.
    private static final int WORDS = 30;

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])(?<!\\b(?:Mr|Ms|Dr|St|vs)\\.)\\s+|\\R+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{?[^{}\\n]{1,40}}}?|\\[[^\\[\\]\\n]{1,40}]|<[^<>\\n]{1,40}>|%[A-Za-z_ ]{3,30}%");
    private static final String NAME = "(\\p{Lu}[\\p{L}'-]*(?: (?:(?:van|de|von|der) )?\\p{Lu}[\\p{L}'&.-]*){0,3}|\\{\\{my_name}})";
    private static final String FIRM = "((?:\\p{Lu}|\\d)[\\p{L}\\p{N}'&-]*(?: (?:(?:of|and|&) )?\\p{Lu}[\\p{L}\\p{N}'&-]*){0,3}|\\{\\{my_company}})";
    private static final Pattern GREETING = Pattern.compile("^(?:hi|hello|hey|good (?:morning|afternoon|evening)|"
        + "dear)\\b,?(?: (?:mr|mrs|ms|dr)\\.?)?(?: (\\p{Lu}[\\p{L}'-]*|\\{\\{[^}]*}})(?=[,.!]|$| )(?! \\S+ (?:here|from|with|of|at)\\b))?[,.!]?\\s*", I);
    private static final Pattern WHO = Pattern.compile("(?:(?i:this is|it's|its|it is|my name is|my name's|i'm|i am|here is) )?" + NAME
        + "(?:,| here)?(?:,? (?i:and )?[Ii](?:'m| am))?(?: (?:calling|speaking))? (?:from|with|w/|of|at|over at|here at|calling from) " + FIRM);
    private static final Pattern WHO_STARTS = Pattern.compile("(?i)(?:this is|it's|its|it is|my name is|my name's|i'm|i am)\\s");
    /// How a script begins that greets nobody but says the name.
    private static final Pattern NAMED = Pattern.compile("^\\{\\{first_name[^}]*}}[,!.]?\\s+");
    private static final Pattern PROMISES = Pattern.compile("\\b(?:i'll|i will|i'm going to|i am going to|we'll) (?:\\w+ ){0,2}?(?:call|try|"
        + "ring|phone|follow up|reach out|be in touch|be calling|give you a call)\\b", I);
    private static final Pattern CLOSING = Pattern.compile("^(?:thanks?(?: you)?|thank you|bye|goodbye|have a (?:great|nice|good|wonderful)|"
        + "talk (?:to you )?soon|speak soon|all the best|cheers|take care|looking forward|best(?: regards)?|"
        + "kind regards|regards)\\b.*", I);
    private static final Pattern HELPS = Pattern.compile("^(?:.*?\\b)?(?:we|i|which|that) (?:\\w+ )??(?:help|helps|work with|"
        + "support) (.{3,60}?) (?:to |by )?((?:stop|avoid|cut|reduce|save|get|turn|fill|find|increase|"
        + "improve|grow|win|keep|run|make|eliminate|spend|do|see|close|hire|free|prevent|deliver|sell|handle)\\b.+)$", I);
    private static final Pattern VALUE = Pattern.compile("^(?:.*?\\b)?(?:our|some of our|my|other|most of our) (?:customers|clients|"
        + "users) (?:of ours )?(?:have |typically |usually |now )?(.{3,})$", I);
    private static final Pattern PAIN = Pattern.compile("\\b(?:struggl\\w+ with|suffer\\w* from|tired of|fed up with|frustrated (?:with|by)|"
        + "trouble with|problems? (?:with|of|is)|challenges? (?:with|of|is)|deal\\w* with|tell me (?:that|about)|"
        + "complain\\w* about|hear(?:ing)? about|pain of|headache of) (.{3,})$", I);
    /// What the coach says of a sentence alone that leaves nothing of it to be said.
    private static final Set<String> UNUSABLE = Set.of("asks-for-callback", "pitches", "empty-phrase");

    private BuilderPasteRules() {}

    /// What of the pasted script is said and written again.
    ///
    /// @param message what stands between who is calling and the promise, or ""
    /// @param more    what was too long to be spoken and goes into the email, or ""
    record Own(String message, String more) {}

    /// @param answers what the rep had answered already, and what the script answers beside it
    /// @param left    what could not be used as it stood, each with the reason, for the rep to read
    record Read(BuilderAnswers answers, Own own, List<String> left) {}

    static Read read(String pasted, BuilderAnswers known) {
        BuilderAnswers answers = known;
        List<String> left = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> more = new ArrayList<>();
        String prospect = "";
        int words = 0;
        for (String raw : SENTENCE.split(fields(pasted).strip())) {
            String sentence = raw.replaceAll("\\s+", " ").strip();
            Matcher greeting = GREETING.matcher(sentence);
            if (greeting.find()) {
                prospect = greeting.group(1) == null || greeting.group(1).startsWith("{") ? prospect : greeting.group(1);
                sentence = sentence.substring(greeting.end());
            }
            sentence = kept.isEmpty() ? NAMED.matcher(sentence).replaceFirst("") : sentence;
            Matcher who = WHO.matcher(sentence);
            if (who.find() && (who.start() == 0 || WHO_STARTS.matcher(sentence).find())) {
                answers = answers.or(new BuilderAnswers(own(who.group(1)), own(who.group(2)), "", "", ""));
                String before = BuilderPhraseRules.clean(sentence.substring(0, who.start()));
                String after = sentence.substring(who.end()).replaceFirst("^[\\s,.!;:-]+(?:and )?", "");
                sentence = (before.length() > 3 ? before + ". " : "") + after;
            }
            if (BuilderPhraseRules.clean(sentence.replaceAll("\\{\\{[^}]*}}", "x")).isEmpty()) {
                continue;
            }
            Optional<Finding> finding = coach(sentence, answers);
            String what = finding.filter(f -> f.rule().equals("asks-for-callback")).map(BuilderPasteRules::why).orElse(reason(sentence));
            Matcher helps = HELPS.matcher(bare(sentence));
            Matcher value = VALUE.matcher(bare(sentence));
            if (!what.isEmpty()) {
                left.add("“" + sentence + "” " + what);
            } else if (helps.matches() || value.matches()) {
                BuilderAnswers found = helps.matches() ? new BuilderAnswers("", "", bare(helps.group(1)), "", bare(helps.group(2)))
                    : BuilderAnswers.NONE.with(Question.VALUE, bare(value.group(1)));
                answers = answers.or(found);
                left.add("“" + sentence + "” " + (answers.value().equals(found.value()) ? "is said as their result, in message 4."
                    : "is left out: your answer says what changes for them."));
            } else if (finding.isPresent()) {
                left.add("“" + sentence + "” " + why(finding.get()));
            } else {
                Matcher pain = PAIN.matcher(bare(sentence));
                if (pain.find()) {
                    answers = answers.or(BuilderAnswers.NONE.with(Question.PAIN, bare(pain.group(1))));
                }
                String said = withFields(sentence, answers, prospect);
                int length = said.replaceAll("\\{\\{[^}]*}}", "a b c").split(" ").length;
                boolean room = words + length <= WORDS && more.isEmpty();
                words += room ? length : 0;
                (room ? kept : more).add(said);
                if (!room) {
                    left.add("“" + sentence + "” stands in the first email: the message would be too long.");
                }
            }
        }
        return new Read(answers, new Own(String.join(" ", kept), String.join(" ", more)), List.copyOf(left));
    }

    private static String reason(String sentence) {
        if (PROMISES.matcher(sentence).find()) {
            return "is said with the day and time that are really scheduled.";
        }
        return CLOSING.matcher(sentence).matches() ? "is left out: the promise is the last thing to be heard." : "";
    }

    private static String why(Finding finding) {
        return "is left out: " + finding.sentence().substring(0, 1).toLowerCase(Locale.ROOT) + finding.sentence().substring(1);
    }

    /// What the coach has against the sentence by itself.
    private static Optional<Finding> coach(String sentence, BuilderAnswers answers) {
        Draft draft = new Draft(Script.Channel.VOICEMAIL, false, "", sentence, List.of(), List.of(), BuilderRules.sample(answers), MergeField.names(),
            Pace.learned(List.of(), SpeechRules.STANDARD), Limits.of(Settings.initial()));
        return Coach.read(draft).stream().filter(finding -> UNUSABLE.contains(finding.rule())).findFirst();
    }

    private static String bare(String text) {
        return BuilderPhraseRules.clean(text.replaceAll("\\{\\{([^}|]*)\\|?([^}]*)}}", "$2"));
    }

    /// A name that stands in a field already is known.
    private static String own(String name) {
        return name.startsWith("{{") ? "" : BuilderPhraseRules.clean(name);
    }

    /// Whatever other programs write for a field, as a field of this one; what is none of them loses its brackets.
    private static String fields(String text) {
        return PLACEHOLDER.matcher(text.replace('\u2019', '\'').replace('\u2018', '\'')).replaceAll(found -> {
            String name = found.group().replaceAll("[{}\\[\\]<>%]", "").split("\\|")[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
            boolean my = name.matches("(?:my|your|our|rep|sender|agent|caller|owner|user)\\b.*");
            String field = name.contains("phone") || name.contains("number") ? "{{my_phone}}" : name.matches(".*(?:company|firm|account|"
                + "business|organi[sz]ation).*")
                ? my ? "{{my_company}}" : "{{company|your team}}" : name.contains("name") ? my ? "{{my_name}}" : "{{first_name|there}}"
                : name.contains("day") || name.contains("date") ? "{{callback_day}}" : name.contains("time") ? "{{callback_time}}" : name;
            return Matcher.quoteReplacement(field);
        });
    }

    /// The prospect's name and company and the rep's own, where they are named, as fields.
    private static String withFields(String sentence, BuilderAnswers answers, String prospect) {
        String text = sentence.replaceAll("\\b(you|your team|folks|people|everyone|team|there|"
            + "over) at (?!\\{)\\p{Lu}[\\p{L}\\p{N}&'-]*(?: \\p{Lu}[\\p{L}\\p{N}&'-]*)*", "$1 at {{company|your team}}");
        for (String[] field : new String[][] {{prospect, "{{first_name|there}}"}, {answers.company(), "{{my_company}}"}, {answers.name(),
            "{{my_name}}"}}) {
            text = field[0].isBlank() ? text : text.replaceAll("(?<![\\p{L}{_])" + Pattern.quote(field[0]) + "(?![\\p{L}}_])",
                Matcher.quoteReplacement(field[1]));
        }
        return text.matches(".*[.!?]") ? text : text + ".";
    }
}

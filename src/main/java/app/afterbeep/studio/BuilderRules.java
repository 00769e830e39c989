package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Script;
import app.afterbeep.studio.BuilderAnswers.Question;
import app.afterbeep.studio.BuilderTexts.Family;
import app.afterbeep.studio.BuilderTexts.Idea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Drafts a series from four answers. Pure: the same answers and the same variant give the same series, and any answers give one.
public final class BuilderRules {
    /// A spoken message has so many words or fewer, its fields filled.
    static final int WORDS = 42;
    private static final int NAME_LENGTH = 50;
    private static final int SERIES_NAME = 60;
    /// The steps that leave a message, by position.
    private static final List<Integer> MESSAGES = List.of(1, 2, 4, 5);
    private static final List<Cadence.Step> STEPS = List.of(step(1, Cadence.Kind.VOICEMAIL, 2), step(2, Cadence.Kind.VOICEMAIL, 2),
        step(3, Cadence.Kind.CALL_ONLY, 3), step(4, Cadence.Kind.VOICEMAIL, 4), step(5, Cadence.Kind.LAST_VOICEMAIL, 0));
    private static final int REST_FROM = 90;
    private static final int REST_TO = 120;

    private BuilderRules() {}

    private static Cadence.Step step(int number, Cadence.Kind kind, int waitDays) {
        return new Cadence.Step(number, kind, waitDays, Cadence.State.ON);
    }

    /// The answers as they fit into a sentence; a family's own words where an answer can't be used.
    record Phrases(Family family, String people, String pain, String value, long seed) {}

    /// Typical merge values, so that a draft is measured as it will be spoken.
    public static Map<String, String> sample(BuilderAnswers answers) {
        Map<String, String> values = new HashMap<>(Map.of("first_name", "Marisol", "last_name", "Quintero", "company", "Halden Cold Storage",
            "callback_day", "Thursday",
            "callback_time", "2:45", "last_message_day", "Tuesday", "missed_day", "yesterday", "missed_time", "10:15"));
        String name = BuilderPhraseRules.clean(answers.name());
        String company = BuilderPhraseRules.clean(answers.company());
        values.put("my_name", name.isEmpty() ? "Dana Reyes" : name);
        values.put("my_company", company.isEmpty() ? "Northline" : company);
        return Map.copyOf(values);
    }

    /// The answers that can't be used as they are, each with what to do about it; the draft uses other words in their place.
    public static Map<Question, String> problems(BuilderAnswers answers) {
        Map<Question, String> problems = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            String problem = problem(question, answers.answer(question));
            if (!problem.isEmpty()) {
                problems.put(question, problem);
            }
        }
        return problems;
    }

    private static String problem(Question question, String answer) {
        boolean named = question == Question.NAME || question == Question.COMPANY;
        boolean empty = !named && whole(question, answer).isEmpty() || BuilderPhraseRules.clean(answer).codePoints().noneMatch(Character::isLetter);
        return switch (question) {
            case NAME -> empty ? "Your name is missing." : answer.strip().length() > NAME_LENGTH
                ? "This name is too long to be said at the beginning of a message." : "";
            case COMPANY -> empty ? "Your company is missing: a stranger needs it beside your name."
                : answer.strip().length() > NAME_LENGTH ? "Use the short name of your company: it is said in every message." : "";
            case AUDIENCE -> empty ? "Say whom you help, as in “warehouse managers”." : phrase(question, answer).isEmpty()
                ? "Name them in seven words or fewer." : "";
            case PAIN -> empty ? "Say what they suffer from, as in “trucks waiting at the dock”."
                : phrase(question, answer).isEmpty() ? "Say the pain in nine words or fewer: it is spoken in one breath." : "";
            case VALUE -> empty ? "Say what changes for them, as in “turned trucks around eleven minutes faster”."
                : phrase(question, answer).isEmpty() ? "Say the value in nine words or fewer: it is spoken in one breath." : "";
        };
    }

    /// How an answer is spoken, where that is not as it was typed: nothing is put otherwise or shortened in silence.
    public static Optional<String> said(Question question, BuilderAnswers answers) {
        String answer = answers.answer(question);
        String typed = BuilderPhraseRules.clean(answer);
        String before = question == Question.PAIN ? "about " : question == Question.VALUE ? "customers of ours " : "";
        return question == Question.NAME || question == Question.COMPANY ? Optional.empty()
            : phrase(question, answer).filter(used -> !used.equalsIgnoreCase(typed)).map(used -> "Said as “" + before + used + "”.");
    }

    private static String whole(Question question, String answer) {
        return switch (question) {
            case NAME, COMPANY -> BuilderPhraseRules.clean(answer);
            case AUDIENCE -> BuilderPhraseRules.audience(answer);
            case PAIN -> BuilderPhraseRules.pain(answer);
            case VALUE -> BuilderPhraseRules.value(answer);
        };
    }

    private static Optional<String> phrase(Question question, String answer) {
        int most = question == Question.AUDIENCE ? BuilderPhraseRules.AUDIENCE_WORDS : question == Question.PAIN
            ? BuilderPhraseRules.PAIN_WORDS : BuilderPhraseRules.VALUE_WORDS;
        return Optional.of(whole(question, answer)).filter(text -> BuilderPhraseRules.clean(answer).codePoints().anyMatch(Character::isLetter))
            .filter(text -> text.codePoints().anyMatch(Character::isLetter))
            .flatMap(text -> BuilderPhraseRules.within(text, most));
    }

    private static Phrases phrases(BuilderAnswers answers) {
        Family family = family(answers);
        String key = String.join("\n", whole(Question.AUDIENCE, answers.audience()), whole(Question.PAIN, answers.pain()),
            whole(Question.VALUE, answers.value()))
            .toLowerCase(Locale.ROOT);
        return new Phrases(family, phrase(Question.AUDIENCE, answers.audience()).orElse(family.people()), phrase(Question.PAIN,
            answers.pain()).orElse(family.pain()),
            phrase(Question.VALUE, answers.value()).orElse(family.value()), key.hashCode());
    }

    /// The trade that the answers speak of most; whom the rep helps counts for more than the rest.
    static Family family(BuilderAnswers answers) {
        BuilderTexts texts = BuilderTexts.own();
        Family best = texts.general();
        // One word of the pain alone says little of a trade: hives are "healthy", too.
        int most = 1;
        for (Family family : texts.families()) {
            int hits = 5 * hits(family.words(), answers.audience()) + hits(family.words(), answers.pain()) + hits(family.words(), answers.value());
            if (hits > most) {
                most = hits;
                best = family;
            }
        }
        return best;
    }

    private static int hits(List<Pattern> words, String text) {
        return (int) words.stream().filter(word -> word.matcher(text).find()).count();
    }

    /// The default cadence with a text for every step.
    ///
    /// @param variant 0 for the first draft, 1 for another one, and so on
    public static SeriesDraft draft(BuilderAnswers answers, int variant) {
        return draft(answers, variant, null);
    }

    /// @param own what of a pasted script becomes the first message and its email; null without one
    static SeriesDraft draft(BuilderAnswers answers, int variant, BuilderPasteRules.@Nullable Own own) {
        Phrases phrases = phrases(answers);
        Map<String, String> values = sample(answers);
        List<Idea> ideas = new ArrayList<>(ideas(answers, phrases, variant));
        List<SeriesDraft.Text> texts = new ArrayList<>();
        for (int i = 0; i < MESSAGES.size(); i++) {
            int step = MESSAGES.get(i);
            Spoken spoken = spoken(phrases, variant, i, ideas, values);
            ideas.remove(spoken.idea());
            boolean pasted = step == 1 && own != null && !own.message().isEmpty();
            texts.add(new SeriesDraft.Text(step, Script.Channel.VOICEMAIL, pasted ? "Your own opening" : spoken.idea().name(), "", pasted
                ? frame("greeting", phrases, variant) + " " + own.message() + " " + frame("promise", phrases, variant) : spoken.body()));
            String more = step == 1 && own != null ? own.more() : "";
            texts.add(new SeriesDraft.Text(step, Script.Channel.EMAIL, spoken.idea().name(), spoken.idea().subject(), email(phrases, variant,
                i, spoken.idea(), more)));
            if (step == 2) {
                texts.add(new SeriesDraft.Text(3, Script.Channel.CALL_GUIDE, "If they answer", "", frame("guide", phrases, variant)));
            }
        }
        String[] after = frame("after", phrases, variant).split("\\|", 2);
        texts.add(new SeriesDraft.Text(0, Script.Channel.EMAIL, "After a conversation", after[0], greeting(phrases, variant) + "\n\n"
            + after[1] + SIGNATURE));
        texts.add(new SeriesDraft.Text(0, Script.Channel.CALL_GUIDE, "If they call you", "", frame("received", phrases, variant + 1)));
        texts.add(new SeriesDraft.Text(0, Script.Channel.VOICEMAIL, "Owning a missed call", "", frame("missed", phrases, variant)));
        return new SeriesDraft(name(phrases), STEPS, REST_FROM, REST_TO, texts);
    }

    private static final String SIGNATURE = "\n\n{{my_name}}\n{{my_company}}";

    private static String name(Phrases phrases) {
        String name = "For " + phrases.people();
        return name.length() <= SERIES_NAME ? name : name.substring(0, SERIES_NAME - 1).strip() + "…";
    }

    /// Those that fit the answers best; another variant weighs those that fit nearly as well in another way.
    private static List<Idea> ideas(BuilderAnswers answers, Phrases phrases, int variant) {
        SplittableRandom chance = new SplittableRandom(phrases.seed() * 31 + variant);
        Map<Idea, Double> weight = new HashMap<>();
        List<Idea> ideas = new ArrayList<>(phrases.family().ideas());
        if (!phrases.family().name().equals(BuilderTexts.GENERAL)) {
            ideas.addAll(BuilderTexts.own().general().ideas());
        }
        for (Idea idea : ideas) {
            boolean near = idea.family().equals(phrases.family().name());
            weight.put(idea, 2.0 * hits(idea.tags(), answers.pain()) + hits(idea.tags(), answers.value()) + (near ? 2.5 : 0) + chance.nextDouble(2));
        }
        ideas.sort(Comparator.comparing((Idea idea) -> -weight.get(idea)).thenComparing(Idea::name));
        return ideas.subList(0, MESSAGES.size() + 2);
    }

    private record Spoken(Idea idea, String body, int words) {}

    /// The first idea that fits into the length; the shortest where none does.
    private static Spoken spoken(Phrases phrases, int variant, int index, List<Idea> ideas, Map<String, String> values) {
        int step = MESSAGES.get(index);
        List<Spoken> all = new ArrayList<>();
        for (Idea idea : ideas) {
            List<String> opens = BuilderTexts.own().frames("open" + step);
            for (int i = 0; i < opens.size(); i++) {
                String end = step == 5 ? frame("bye", phrases, variant) : frame("promise", phrases, variant + index);
                String body = frame("greeting", phrases, variant + index) + " " + frame("open" + step, phrases, variant + i) + " "
                    + idea.say() + " " + end;
                all.add(new Spoken(idea, body, MergeText.of(body, values).words()));
            }
        }
        return all.stream().filter(spoken -> spoken.words() <= WORDS).findFirst().orElse(all.stream()
            .min(Comparator.comparingInt(Spoken::words)).orElseThrow());
    }

    private static String email(Phrases phrases, int variant, int index, Idea idea, String more) {
        int step = MESSAGES.get(index);
        String end = step == 5 ? frame("mailbye", phrases, variant) : frame("mailpromise", phrases, variant + index);
        return greeting(phrases, variant + index) + "\n\n" + frame("mail" + step, phrases, variant) + "\n\n" + (more.isEmpty() ? "" : more
            + "\n\n") + idea.mail() + "\n\n"
            + end + SIGNATURE;
    }

    /// "Hi {{first_name|there}},", as in the message.
    private static String greeting(Phrases phrases, int number) {
        String greeting = frame("greeting", phrases, number);
        return greeting.substring(0, greeting.indexOf(',') + 1);
    }

    /// One of the frames of this name: which, the answers decide, and `number` counts on from there.
    private static String frame(String name, Phrases phrases, int number) {
        String frame = one(BuilderTexts.own().frames(name), phrases.seed(), name, number);
        return frame.replace("{ask}", one(phrases.family().asks(), phrases.seed(), "ask", number)).replace("{pain}", phrases.pain())
            .replace("{value}", phrases.value())
            .replace("{people}", phrases.people());
    }

    private static String one(List<String> list, long seed, String name, int number) {
        return list.get((int) Math.floorMod(seed + name.hashCode() + (long) number, (long) list.size()));
    }
}

package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Settings;
import app.afterbeep.studio.BuilderAnswers.Question;
import app.afterbeep.studio.SeriesDraft.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every draft is a series that the coach has nothing against, and other answers give another one.
class BuilderRulesTest {
    private static final int VARIANTS = 3;
    private static final Pace PACE = Pace.learned(List.of(), 150);
    private static final BuilderAnswers DOCK = answers("warehouse managers", "trucks waiting at the dock",
        "turned trucks around eleven minutes faster");

    private static BuilderAnswers answers(String audience, String pain, String value) {
        return new BuilderAnswers("Dana Reyes", "Northline", audience, pain, value);
    }

    static List<BuilderAnswers> samples() {
        try (InputStream in = Objects.requireNonNull(BuilderRulesTest.class.getResourceAsStream("answers.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith(";"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(parts -> answers(parts[0].strip(), parts[1], parts[2].strip())).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Text> messages(SeriesDraft draft) {
        return draft.texts().stream().filter(text -> text.channel() == Channel.VOICEMAIL && text.step() > 0).toList();
    }

    @Test
    void everyDraftPassesTheCoach() {
        List<String> found = new ArrayList<>();
        assertTrue(samples().size() >= 60);
        for (BuilderAnswers answers : samples()) {
            assertEquals(Map.of(), BuilderRules.problems(answers), answers.toString());
            for (int variant = 0; variant < VARIANTS; variant++) {
                SeriesDraft draft = BuilderRules.draft(answers, variant);
                for (Text text : draft.texts()) {
                    for (Finding finding : BuilderViewModel.findings(draft, text, BuilderRules.sample(answers), PACE,
                        Limits.of(Settings.initial()))) {
                        found.add(finding + " in " + text);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /// Whoever has heard the series that the program brings can hear a drafted one.
    @Test
    void noDraftRepeatsTheDefaultSeries() throws IOException {
        try (InputStream in = Objects.requireNonNull(Cadence.class.getResourceAsStream("/app/afterbeep/scripts/default-series.json"))) {
            List<Draft.Message> heard = Pattern.compile("\"channel\": \"voicemail\",\\s+\"name\": \"([^\"]+)\",\\s+\"subject\": \"\",\\s+\"body\": \"([^\"]+)\"")
                .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().map(found -> new Draft.Message(found.group(1),
                    found.group(2))).toList();
            assertEquals(10, heard.size());
            Limits limits = Limits.of(Settings.initial());
            for (BuilderAnswers answers : samples()) {
                for (Text text : messages(BuilderRules.draft(answers, 0))) {
                    assertEquals(List.of(), Coach.read(new Draft(text.channel(), text.step() == 5, "", text.body(), List.of(), heard,
                        BuilderRules.sample(answers), MergeField.names(),
                        PACE, limits)).stream().filter(finding -> finding.severity() != Finding.Severity.GOOD).toList(), text.body());
                }
            }
        }
    }

    @Test
    void everyMessageTakesTwelveToNineteenSeconds() {
        for (BuilderAnswers answers : samples()) {
            for (int variant = 0; variant < VARIANTS; variant++) {
                for (Text text : messages(BuilderRules.draft(answers, variant))) {
                    MergeText spoken = MergeText.of(text.body(), BuilderRules.sample(answers));
                    int seconds = PACE.seconds(spoken.text());
                    assertTrue(seconds >= 12 && seconds <= 19 && spoken.words() <= BuilderRules.WORDS, seconds + " s for " + spoken.text());
                    assertEquals(List.of(), spoken.missing());
                    assertEquals(text.step() != 5, spoken.text().contains("Thursday at 2:45"), spoken.text());
                }
            }
        }
    }

    @Test
    void aSeriesHasEveryTextOfTheDefaultCadence() {
        SeriesDraft draft = BuilderRules.draft(DOCK, 0);
        assertEquals("1 voicemail, 1 email, 2 voicemail, 2 email, 3 call_guide, 4 voicemail, 4 email, 5 voicemail, 5 email, 0 email, 0 call_guide, 0 voicemail",
            draft.texts().stream().map(text -> text.step() + " " + text.channel()).collect(Collectors.joining(", ")));
        assertEquals("2, 2, 3, 4", draft.steps().stream().limit(4).map(step -> Integer.toString(step.waitDays())).collect(Collectors.joining(", ")));
        assertEquals(Cadence.Kind.LAST_VOICEMAIL, draft.steps().getLast().kind());
        assertEquals(90, draft.restFrom());
        assertEquals(120, draft.restTo());
        assertEquals("For warehouse managers", draft.name());
        assertTrue(messages(draft).getFirst().body().contains("trucks waiting at the dock"));
        assertTrue(messages(draft).get(2).body().contains("turned trucks around eleven minutes faster"));
    }

    @Test
    void tradesAreRecognised() {
        Map<String, String> trades = Map.of("warehouse managers", "logistics", "plant managers", "manufacturing", "dental clinics", "clinics",
            "roofers", "construction",
            "IT managers", "software", "insurance brokers", "finance", "restaurant owners", "retail", "HR managers", "recruiting",
                "choir conductors", "general",
            "it is a small group", "general");
        trades.forEach((audience, family) -> assertEquals(family, BuilderRules.family(answers(audience, "", "")).name(), audience));
        assertEquals("general", BuilderRules.family(answers("auto repair shops", "", "")).name(), "no shop that sells");
        assertEquals("general", BuilderRules.family(answers("food banks", "", "")).name(), "no bank with money");
        assertEquals("general", BuilderRules.family(answers("scouts", "", "healthy meals")).name(), "one word beside whom they help is no trade");
        Map.of("law firms", "law", "school principals", "schools", "dairy farmers", "farms", "landlords", "property")
            .forEach((audience, family) -> assertEquals(family, BuilderRules.family(answers(audience, "", "")).name(), audience));
        assertEquals(13, BuilderTexts.own().families().size());
    }

    @Test
    void otherTradesGetOtherIdeas() {
        Set<String> ideas = new HashSet<>();
        for (String audience : List.of("warehouse managers", "plant managers", "dental clinics", "roofers", "IT managers",
            "insurance brokers", "restaurant owners", "recruiters")) {
            List<String> names = messages(BuilderRules.draft(answers(audience, "people who leave", "fewer delays"), 0)).stream()
                .map(Text::name).toList();
            long own = names.stream().filter(name -> BuilderTexts.own().general().ideas().stream().noneMatch(idea -> idea.name()
                .equals(name))).count();
            assertTrue(own >= 2, audience + ": " + names);
            ideas.addAll(names);
        }
        assertTrue(ideas.size() >= 20, ideas.toString());
    }

    @Test
    void otherAnswersWithinATradeGiveOtherTextsAndSoDoesDraftingAgain() {
        SeriesDraft one = BuilderRules.draft(DOCK, 0);
        assertEquals(one, BuilderRules.draft(DOCK, 0));
        SeriesDraft other = BuilderRules.draft(answers("warehouse managers", "claims for short shipments", "halved their claims"), 0);
        for (SeriesDraft draft : List.of(other, BuilderRules.draft(DOCK, 1), BuilderRules.draft(DOCK, 2))) {
            List<Text> before = messages(one);
            List<Text> now = messages(draft);
            for (int i = 0; i < before.size(); i++) {
                assertNotEquals(before.get(i).body(), now.get(i).body());
            }
        }
        assertNotEquals(messages(one).stream().map(Text::name).toList(), messages(other).stream().map(Text::name).toList());
    }

    @Test
    void anIdeaAboutTheAnswerOpensTheSeries() {
        assertEquals("The empty mile", messages(BuilderRules.draft(answers("fleet owners", "empty miles", "fewer empty trips"), 0)).getFirst()
            .name());
        assertEquals("The reminder with a choice", messages(BuilderRules.draft(answers("clinics", "no-shows and late cancels",
            "fewer missed reminders"), 0)).getFirst().name());
        assertEquals("The bouncing ticket", messages(BuilderRules.draft(answers("IT managers", "support tickets in an endless queue",
            "shorter backlogs"), 0)).getFirst().name());
    }

    @Test
    void aProblemIsSaidInOneSentenceThatSaysWhatToDo() {
        Map<Question, String> none = BuilderRules.problems(BuilderAnswers.NONE);
        assertEquals(Set.of(Question.values()), none.keySet());
        none.values().forEach(sentence -> assertTrue(sentence.endsWith(".") && sentence.length() < 90, sentence));
        Map<Question, String> odd = BuilderRules.problems(answers("\uD83D\uDE9A", "x".repeat(300),
            "one two three four five six seven eight nine ten eleven twelve"));
        assertEquals(Set.of(Question.AUDIENCE, Question.PAIN, Question.VALUE), odd.keySet());
        assertEquals(Map.of(), BuilderRules.problems(DOCK));
    }

    @Test
    void whatIsPutOtherwiseIsShown() {
        BuilderAnswers typed = answers("Warehouse managers.", "they lose hours on reports", "turn trucks around faster");
        assertEquals("", BuilderRules.said(Question.AUDIENCE, typed).orElse(""));
        assertEquals("Said as “about losing hours on reports”.", BuilderRules.said(Question.PAIN, typed).orElse(""));
        assertEquals("Said as “customers of ours now turn trucks around faster”.", BuilderRules.said(Question.VALUE, typed).orElse(""));
    }

    /// What stands in the resource: every idea can be spoken in every place.
    @Test
    void theIdeasAreShortAboutThemAndDifferent() {
        List<BuilderTexts.Idea> ideas = BuilderTexts.own().families().stream().flatMap(family -> family.ideas().stream()).toList();
        assertTrue(ideas.size() >= 55, ideas.size() + " ideas");
        assertEquals(ideas.size(), ideas.stream().map(BuilderTexts.Idea::say).distinct().count());
        assertEquals(ideas.size(), ideas.stream().map(BuilderTexts.Idea::subject).distinct().count());
        for (BuilderTexts.Idea idea : ideas) {
            int words = MergeText.of(idea.say(), Map.of("company", "Halden Cold Storage")).words();
            assertTrue(words >= 12 && words <= 20, words + " words: " + idea.say());
            assertTrue(idea.say().contains("{{company|your team}}") && idea.mail().contains("{{company|your team}}"), idea.name());
            assertFalse(idea.subject().isBlank() || idea.tags().isEmpty() || idea.mail().contains("\u2014"), idea.name());
        }
    }
}

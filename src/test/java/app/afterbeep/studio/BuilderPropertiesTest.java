package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.studio.BuilderAnswers.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Whatever is typed or pasted, a whole series comes of it.
class BuilderPropertiesTest {
    private static final Pattern FIELD = Pattern.compile("\\{\\{([a-z_]+)(?:\\|[^{}]+)?}}");
    private static final Set<String> FIELDS = fields();

    private static Set<String> fields() {
        Set<String> fields = new HashSet<>(MergeField.names());
        fields.addAll(Set.of("missed_day", "missed_time"));
        return fields;
    }

    /// What a rep may type, and what nobody should.
    @Provide
    static Arbitrary<String> anything() {
        Arbitrary<String> words = Arbitraries.of("they", "we help", "Trucks", "wait", "losing", "no", "the", "in", "reports.", "customers",
            "who", "can't", "save", "cuts", "are",
            "{{company}}", "{{", "}}", "…", "!!", "(", "-", ",", "20%", "\uD83D\uDE9A", "\u202Eabc", "زبائن", "Kühlhäuser", "倉庫", "\n", "\t",
                "I'm", "", "x".repeat(60), "don't", "is",
            "IT", "so that", "because", "Call me back at 555-0123.", "Hi Sarah,", "this is Tom from", "Brightdesk.", "[Company]", "$1", "\\")
                .list().ofMaxSize(14)
            .map(list -> String.join(" ", list));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, words), net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(200)));
    }

    @Property(tries = 400)
    void anyAnswersGiveAWholeSeries(@ForAll("anything") String name, @ForAll("anything") String company, @ForAll("anything") String audience,
        @ForAll("anything") String pain,
                                    @ForAll("anything") String value, @ForAll @IntRange(max = 1000) int variant) {
        BuilderAnswers answers = new BuilderAnswers(name, company, audience, pain, value);
        BuilderRules.problems(answers).values().forEach(problem -> assertTrue(problem.endsWith("."), problem));
        check(BuilderRules.draft(answers, variant), answers);
        for (Question question : Question.values()) {
            assertFalse(BuilderRules.said(question, answers).orElse("x").isBlank());
        }
    }

    @Property(tries = 400)
    void anyScriptGivesAWholeSeries(@ForAll("anything") String script, @ForAll("anything") String more) {
        BuilderPasteRules.Read read = BuilderPasteRules.read(script + " " + more, BuilderAnswers.NONE);
        SeriesDraft draft = BuilderRules.draft(read.answers(), 0, read.own());
        assertEquals(12, draft.texts().size());
        draft.texts().forEach(text -> assertFalse(text.body().isBlank()));
    }

    private static void check(SeriesDraft draft, BuilderAnswers answers) {
        assertEquals(12, draft.texts().size());
        assertFalse(draft.name().isBlank());
        Map<String, String> values = Map.of("my_name", "Dana Reyes", "my_company", "Northline", "callback_day", "Thursday", "callback_time",
            "2:45", "missed_day", "Monday",
            "missed_time", "9:00");
        for (SeriesDraft.Text text : draft.texts()) {
            assertEquals(text.channel() == Channel.EMAIL, !text.subject().isBlank());
            for (String body : List.of(text.subject(), text.body())) {
                Matcher field = FIELD.matcher(body);
                while (field.find()) {
                    assertTrue(FIELDS.contains(field.group(1)), field.group());
                }
                String rest = field.replaceAll("x");
                assertFalse(rest.contains("{") || rest.contains("}"), rest);
                String filled = MergeText.of(body, values).text();
                assertFalse(filled.matches("(?s).*(?:  |\\.\\.|,,| [.,!?;]|[.!?],|\\t|\\p{Cntrl}&&[^\\n]).*"), filled);
            }
            if (text.channel() == Channel.VOICEMAIL) {
                assertTrue(MergeText.of(text.body(), BuilderRules.sample(answers.with(Question.NAME, "").with(Question.COMPANY, "")))
                    .words() <= 47, text.body());
            }
        }
    }
}

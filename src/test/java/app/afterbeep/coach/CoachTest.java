package app.afterbeep.coach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoachTest {
    private static final String GOOD = "Hi {{first_name|there}}, {{my_name}} from {{my_company}}. Your dock is slowest on Mondays. Ask the first driver why. "
        + "I'll call you {{callback_day}} at {{callback_time}}.";

    private static Finding find(List<Finding> findings, String rule) {
        return findings.stream().filter(f -> f.rule().equals(rule)).findFirst().orElseThrow(() -> new AssertionError(rule + " in " + findings));
    }

    private static String fixed(Draft draft, String rule) {
        return FixPropertiesTest.applied(draft, find(Coach.read(draft), rule)).body();
    }

    private static String about(Draft draft, String rule) {
        Finding finding = find(Coach.read(draft), rule);
        return draft.body().substring(finding.from(), finding.to());
    }

    @Test
    void aGoodMessageHasNothingToMend() {
        assertEquals(List.of("nothing-to-mend"), DraftBuilder.voicemail(GOOD).read().stream().map(Finding::rule).toList());
    }

    @Test
    void theSeriesIsComparedAndSaysWhatIsClosest() {
        List<Finding> unlike = DraftBuilder.voicemail(GOOD).beside("One change",
            "The night crew stopped counting pallets.").beside("Mondays", "A slow dock has other causes.").read();
        Finding good = find(unlike, "repeats");
        assertEquals(Severity.GOOD, good.severity());
        assertEquals("Unlike the other messages", good.title());
        assertTrue(good.sentence().matches("Closest: \u201cMondays\u201d, \\d+ % the same words\\."), good.sentence());

        Draft draft = DraftBuilder.voicemail(GOOD).beside("Two docks", "Ask the first driver why on Mondays your dock is slowest.").draft();
        Finding repeats = find(Coach.read(draft), "repeats");
        assertEquals(Severity.WARNING, repeats.severity());
        assertEquals("Repeats \u201cTwo docks\u201d", repeats.title());
        assertTrue(repeats.sentence().contains("dock, slowest, mondays"), repeats.sentence());
        assertEquals("dock is slowest on Mondays. Ask the first driver", about(draft, "repeats"));
    }

    @Test
    void whatThisPersonHasHeardIsCompared() {
        List<Finding> findings = DraftBuilder.voicemail(GOOD).heard("Old one", GOOD).read();
        assertEquals("They have heard this: \u201cOld one\u201d", find(findings, "repeats-heard").title());
        assertEquals(Severity.GOOD, find(DraftBuilder.voicemail(GOOD).heard("Old one", "Seedlings lean to the south.").read(),
            "repeats-heard").severity());
    }

    @Test
    void aLongMessageSaysWhatIsLeftWithoutTheMarkedParts() {
        Draft draft = DraftBuilder.voicemail(GOOD.replace("I'll call", "We are a leading provider of yard software for docks of every size and kind, in this county and in the next. Please call me back when you have a free minute today or tomorrow. I'll call")).draft();
        Finding tooLong = find(Coach.read(draft), "too-long");
        assertTrue(tooLong.title().matches("\\d+ s over target"), tooLong.title());
        assertTrue(tooLong.sentence().matches("Without the 2 marked parts it is \\d+ s\\."), tooLong.sentence());
        assertEquals(Severity.WARNING, tooLong.severity());
        Limits tight = new Limits(5, 8, 25, 25, 50);
        Finding beyond = find(DraftBuilder.voicemail(GOOD).limits(tight).read(), "too-long");
        assertEquals(Severity.ERROR, beyond.severity());
        assertTrue(beyond.title().endsWith("s over the limit"), beyond.title());
        assertTrue(beyond.sentence().matches("It takes \\d+ s; \\d+ words less bring it to 5 s\\."), beyond.sentence());
    }

    @Test
    void theThresholdsAreSettings() {
        Settings settings = Settings.initial().with(Setting.WHO_WITHIN_WORDS, "5").with(Setting.SENTENCE_WORDS,
            "8").with(Setting.SIMILAR_PERCENT, "90")
            .with(Setting.TARGET_SECONDS, "12").with(Setting.LIMIT_SECONDS, "40");
        assertEquals(new Limits(12, 40, 5, 8, 90), Limits.of(settings));
        String late = "Good morning to you dear {{first_name|there}}, {{my_name}} here. Your dock is slow.";
        assertEquals("Says late who is calling", find(DraftBuilder.voicemail(late).limits(Limits.of(settings)).read(), "who-is-calling").title());
        assertFalse(DraftBuilder.voicemail(late).read().stream().anyMatch(f -> f.rule().equals("who-is-calling")));
    }

    @Test
    void fixesReadAsIfWritten() {
        assertEquals("Hi {{first_name|there}}, {{my_name}} from {{my_company}}. Your dock is slow.",
            fixed(DraftBuilder.voicemail("Hi {{first_name|there}}, your dock is slow.").draft(), "who-is-calling"));
        assertEquals("{{my_name}} from {{my_company}}. Your dock is slow.", fixed(DraftBuilder.voicemail("Your dock is slow.").draft(),
            "who-is-calling"));
        assertEquals("{{my_name}}. I'll call you {{callback_day}} at {{callback_time}}.",
            fixed(DraftBuilder.voicemail("{{my_name}}. I'll call you {{callback_day}} at {{callback_time}}, or call me back at {{my_phone}}.").draft(), "asks-for-callback"));
        assertEquals("Hi {{first_name|there}}. It's {{my_name}}.", fixed(DraftBuilder.voicemail("Hi {{first_name|there}}, I hope you're well. It's {{my_name}}.").draft(), "empty-phrase"));
        assertEquals("{{my_name}}. I have one thought on your dock.",
            fixed(DraftBuilder.voicemail("{{my_name}}. Just touching base, and I have one thought on your dock.").draft(), "empty-phrase"));
        assertEquals("{{my_name}}. I'll call you {{callback_day}} at {{callback_time}}.",
            fixed(DraftBuilder.voicemail("{{my_name}}. I'll call you Thursday at 2.").draft(), "fixed-time"));
        assertEquals("{{my_name}}. I'll try you {{callback_day}} at {{callback_time}}.",
            fixed(DraftBuilder.voicemail("{{my_name}}. I'll try you again soon.").draft(), "no-promise"));
        assertEquals("Your dock. I'll call you {{callback_day}} at {{callback_time}}.", fixed(DraftBuilder.voicemail("Your dock").draft(),
            "no-promise"));
        assertEquals("Hi {{first_name|there}}.", fixed(DraftBuilder.voicemail("Hi {{firstname|there}}.").draft(), "unresolved-field"));
        assertEquals("Hi {{first_name|there}}.", fixed(DraftBuilder.voicemail("Hi {{first_name}}.").without("first_name").draft(),
            "unresolved-field"));
        assertEquals("{{my_name}}. My last one.", fixed(DraftBuilder.voicemail("{{my_name}}. My last one. I'll call you {{callback_day}}.").last().draft(), "last-promises"));
    }

    @Test
    void anEmailIsReadAsAnEmail() {
        String body = "Hi {{first_name|there}},\n\nHere is the list I meant for {{company|your team}}:\n\n- one\n- two\n\n{{my_name}}\n{{my_company}}\n{{my_phone}}";
        assertEquals(List.of("nothing-to-mend"), DraftBuilder.email("Two docks", body).read().stream().map(Finding::rule).toList());
        assertEquals("No subject", find(DraftBuilder.email(" ", body).read(), "subject").title());
        assertEquals("Pretends to be an answer", find(DraftBuilder.email("Re: our talk", body).read(), "subject").title());
        assertEquals("Shouts", find(DraftBuilder.email("READ THIS", body).read(), "subject").title());
        assertEquals("Sounds like advertising", find(DraftBuilder.email("A free trial for you", body).read(), "subject").title());
        assertEquals("A long subject", find(DraftBuilder.email("What we saw at the dock on the first three Mondays of the last quarter",
            body).read(), "subject").title());
        assertEquals(Severity.HINT, find(DraftBuilder.email("Two docks", body + "\n" + "word ".repeat(150).strip() + ".").read(),
            "too-long").severity());
        Finding asks = find(DraftBuilder.email("Two docks", "Call me back.\n\nYour dock is slow.").read(), "asks-for-callback");
        assertEquals(Severity.HINT, asks.severity());
    }

    @Test
    void aGuideMayAskForACall() {
        List<Finding> findings = DraftBuilder.voicemail("Hi {{first_name|there}}, {{my_name}}. Call me back when you have looked.\nWho owns it? And who pays?").channel(Channel.CALL_GUIDE).read();
        assertEquals(List.of("nothing-to-mend"), findings.stream().map(Finding::rule).toList());
    }

    @Test
    void missingValuesAreFoundWithTheirPlace() {
        Draft draft = DraftBuilder.voicemail("Hi {{first_name}}, your {{city}}.").without("first_name").draft();
        assertEquals("{{first_name}}", about(draft, "unresolved-field"));
        assertEquals("No first name", find(Coach.read(draft), "unresolved-field").title());
    }

    static Stream<String> odd() {
        return Stream.of("", " ", "\r\n\r\n", "\ud83d\udc4b", "\ud83d\udc4b {{first_name|\ud83c\udf31}} \ud83d\udc4d!!!",
            "\u0645\u0631\u062d\u0628\u0627 {{first_name}} \u0643\u064a\u0641 \u062d\u0627\u0644\u0643\u061f \u0627\u062a\u0635\u0644 \u0628\u064a.",
            "\u05e9\u05dc\u05d5\u05dd {{first_name|\u05d0\u05ea}}, call me back.", "\u4f60\u597d\u3002\u6253\u7535\u8bdd\u7ed9\u6211\u3002",
                "Hi,\r\ncall me back.\r\n\r\nYour dock.\r\n", "{{", "}}", "{{}}", "{{ }}", "{{|}}", "{{a|b|c}}", "{{{{{{", "....", "?!?!", "'", "\u2019s",
            "e\u0301tat", "\ud83d", "\ud83d call me \udc4b", "\u0000\u0007", "a\tb\u00a0c\u2003d", "I.", "$", "#", "%",
                "{{first_name|{{company}}}}", "Hi [[name]] <<x>>",
            "x".repeat(20_000), "word ".repeat(4_000), "Call me back. ".repeat(1_400), "call me back, or ".repeat(1_200),
                "{{".repeat(10_000), "{{" + " ".repeat(19_998), "[a".repeat(10_000),
            "{{first_name}}".repeat(1_400), "{{zzz}} ".repeat(2_400), ".".repeat(20_000), "a, ".repeat(6_600), "\ud83d\udc4b".repeat(10_000),
                "we offer our solution and ".repeat(800), "_".repeat(20_000), "- ".repeat(10_000), "\n".repeat(20_000),
            "I'll call you Thursday at two or ".repeat(600));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void nothingThrowsOrHangs(String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (Channel channel : Channel.values()) {
                readsSoundly(DraftBuilder.email(text.length() > 500 ? text.substring(0, 500) : text, text).channel(channel).beside("Same",
                    text).heard("Half", text.substring(text.length() / 2)).draft());
                readsSoundly(DraftBuilder.email("", text).channel(channel).last().with("first_name", text).without("company").draft());
            }
        });
    }

    @Property(tries = 300)
    void noTextThrows(@ForAll String text) {
        readsSoundly(DraftBuilder.voicemail(text).beside("Other", text + " call me").draft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void lineBreaksOfEverySystemAreOne(String line) {
        String text = "Hi {{first_name|there}},\n\nCall me back.\n\nYour dock is slow.".replace("\n", line);
        Draft draft = DraftBuilder.email("Two docks", text).draft();
        assertEquals("Call me back", about(draft, "asks-for-callback"));
        assertEquals("Hi {{first_name|there}},\n\nYour dock is slow.".replace("\n", line), fixed(draft, "asks-for-callback"));
    }

    private static void readsSoundly(Draft draft) {
        for (Finding finding : Coach.read(draft)) {
            String text = finding.part() == Finding.Part.SUBJECT ? draft.subject() : draft.body();
            assertTrue(finding.from() >= 0 && finding.from() <= finding.to() && finding.to() <= text.length(), finding::toString);
            finding.fix().ifPresent(fix -> assertTrue(fix.from() >= 0 && fix.from() <= fix.to() && fix.to() <= text.length(), finding::toString));
            assertFalse(finding.title().isBlank() || finding.sentence().isBlank());
            assertTrue(finding.title().length() < 200 && finding.sentence().length() < 400, finding::toString);
        }
    }
}

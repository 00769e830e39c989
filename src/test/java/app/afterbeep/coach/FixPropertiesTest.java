package app.afterbeep.coach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.coach.Finding.Fix;
import app.afterbeep.coach.Finding.Part;
import app.afterbeep.coach.Finding.Severity;
import app.afterbeep.scripts.Script.Channel;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fix takes its finding away and leaves a sound text.
class FixPropertiesTest {
    private static final Pattern UNSOUND = Pattern.compile("  |\\s[,.;:!?](?!\\w)|[,;:][.;:!?]|\\.\\.(?!\\.)|,,|^[\\s,.;:]|[.!?] \\p{Ll}|,\\s*$|\\n\\n\\n| \\n");

    static Stream<Corpus.Entry> corpus() {
        return Corpus.read().stream();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void fixesOfTheCorpus(Corpus.Entry entry) {
        everyFixMends(Corpus.draft(entry, Corpus.read()));
    }

    @Property(tries = 600)
    void fixesOfGeneratedMessages(@ForAll("messages") String body, @ForAll Channel channel, @ForAll boolean last) {
        everyFixMends(DraftBuilder.voicemail(body).channel(channel).draft());
        if (last) {
            everyFixMends(DraftBuilder.voicemail(body).last().draft());
        }
    }

    /// All that can be fixed by key, one after the other, until nothing is left: it ends, and the text is sound.
    @Property(tries = 200)
    void fixingAllEnds(@ForAll("messages") String body) {
        Draft draft = DraftBuilder.voicemail(body).draft();
        for (int steps = 0; ; steps++) {
            assertTrue(steps < 40, draft.body());
            List<Finding> fixable = Coach.read(draft).stream().filter(f -> f.fix().isPresent() && f.part() == Part.BODY).toList();
            if (fixable.isEmpty()) {
                break;
            }
            draft = applied(draft, fixable.getFirst());
            assertSound(draft.body(), body);
        }
    }

    @Provide
    Arbitrary<String> messages() {
        Arbitrary<String> opening = Arbitraries.of("Hi {{first_name|there}}, {{my_name}} from {{my_company}}. ", "Hi {{first_name|there}}. ",
            "Hello {{first_name}}, ", "",
            "Hi {{first_name|there}}, hope all is well. It's {{my_name}}. ",
                "Hey {{first_name|there}}, {{my_name}} here, just checking in. ", "Hi {{firstname}}, it's [Name]. ");
        Arbitrary<String> middle = Arbitraries.of("Your dock waits on Mondays. ",
            "We are the leading provider of doors, and we pride ourselves on it. ",
            "Just touching base, and I have an idea for your gate. ", "I know you're busy, so here is one thought. ", "Could you call me back? ",
            "Your drivers wait at the gate for the one person who has the key, and nobody has ever counted how often that is in a week or in a month, but you could. ",
            "Ask your night crew, or call me at {{my_phone}}. ", "If you want to hear more, give me a ring. ",
                "Our solution helps; your crew decides. ", "Look at {{compny|your yard}} once. ",
            "Nobody owns that cost! Reach me at 555-0142! ", "Sign up today, or don't, but look at your bins. ",
                "\u201cCall me back\u201d is what your people say. ");
        Arbitrary<String> close = Arbitraries.of("I'll call you {{callback_day}} at {{callback_time}}.", "I'll call you Thursday at 2.",
            "I'll try you again next week.", "I'll call {{callback_day}}",
            "I'll ring {{callback_day}} at {{callback_time}}, or call me back at {{my_phone}}.", "I look forward to hearing from you.", "",
                "Feel free to give me a shout, otherwise I'll call {{callback_day}} at {{callback_time}}.",
            "I'll call at {{callback_time}}.", "I'll call tomorrow morning at 9:30, thanks.");
        return Arbitraries.lazyOf(() -> opening.flatMap(o -> middle.list().ofMinSize(0).ofMaxSize(4).flatMap(m ->
            close.map(c -> (o + String.join("", m) + c).strip()))));
    }

    private static void everyFixMends(Draft draft) {
        for (Finding finding : Coach.read(draft)) {
            if (finding.fix().isEmpty()) {
                continue;
            }
            Draft after = applied(draft, finding);
            String what = finding + "\nbefore: " + draft.body() + "\nafter:  " + after.body();
            List<Finding> left = Coach.read(after);
            assertTrue(count(left, finding, after) < count(Coach.read(draft), finding, draft), what);
            if (finding.part() == Part.BODY) {
                assertSound(after.body(), draft.body());
            }
            assertFalse(left.stream().anyMatch(f -> f.severity() == Severity.ERROR && f.rule().equals("unresolved-field")
                && !said(Coach.read(draft)).contains(f.rule())), what);
        }
    }

    private static long count(List<Finding> findings, Finding like, Draft draft) {
        return findings.stream().filter(f -> f.rule().equals(like.rule()) && f.severity() == like.severity() && f.part() == like.part()).count();
    }

    private static String said(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.joining(" "));
    }

    /// Whatever was unsound before may stay so; nothing becomes so.
    private static void assertSound(String after, String before) {
        long now = UNSOUND.matcher(after).results().count();
        long then = UNSOUND.matcher(before).results().count();
        assertTrue(now <= then, "not sound: " + after + "\nbefore: " + before);
        assertEquals(after.strip(), after);
    }

    static Draft applied(Draft draft, Finding finding) {
        Fix fix = finding.fix().orElseThrow();
        boolean subject = finding.part() == Part.SUBJECT;
        String text = subject ? draft.subject() : draft.body();
        String after = text.substring(0, fix.from()) + fix.replacement() + text.substring(fix.to());
        return new Draft(draft.channel(), draft.last(), subject ? after : draft.subject(), subject ? draft.body() : after, draft.series(),
            draft.heard(), draft.values(),
            draft.fields(), draft.pace(), draft.limits());
    }
}

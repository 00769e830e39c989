package app.afterbeep.coach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For each rule what must fire and what must not, as `cases.txt` has it.
class RulesTest {
    static Stream<String> cases() throws IOException {
        try (InputStream in = RulesTest.class.getResourceAsStream("cases.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("+ ")
                || line.startsWith("- ")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void firesOrNot(String line) {
        String rule = line.substring(2, line.indexOf(" | "));
        String text = line.substring(line.indexOf(" | ") + 3).replace("\\n", "\n");
        DraftBuilder draft = text.startsWith("email ") ? DraftBuilder.email("Two docks", text.substring(6))
            : text.startsWith("last ") ? DraftBuilder.voicemail(text.substring(5)).last() : DraftBuilder.voicemail(text);
        List<Finding> findings = draft.read();
        assertEquals(line.startsWith("+"), findings.stream().anyMatch(f -> f.rule().equals(rule)), findings::toString);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsIntoTheText(String line) {
        String text = line.substring(line.indexOf(" | ") + 3);
        for (Finding finding : DraftBuilder.voicemail(text).read()) {
            assertTrue(finding.from() >= 0 && finding.from() <= finding.to() && finding.to() <= text.length(), finding::toString);
            assertTrue(finding.sentence().endsWith(".") || finding.sentence().endsWith("?"), finding::sentence);
        }
    }
}

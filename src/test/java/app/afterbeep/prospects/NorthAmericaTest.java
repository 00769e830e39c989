package app.afterbeep.prospects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NorthAmericaTest {
    private static final List<String> SHAPES = List.of("(%s) %s-%s", "%s-%s-%s", "%s.%s.%s", "%s %s %s", "%s%s%s", "+1%s%s%s", "+1 (%s) %s-%s", "+1-%s-%s-%s",
        "+1 %s.%s %s", " (%s)%s-%s", "+1.%s.%s.%s", "%s- %s -%s");
    private static final int EACH = Integer.getInteger("numbers", 60_000);

    /// Twice each number's exchange, so that the second is answered by what is kept of the first.
    @Test
    void saysWhatTheLibrarySays() {
        Random random = new Random(20261124);
        for (int i = 0; i < EACH; i++) {
            String area = "%03d".formatted(random.nextInt(1_000));
            String exchange = "%03d".formatted(random.nextInt(1_000));
            for (int turn = 0; turn < 3; turn++) {
                String text = SHAPES.get(random.nextInt(SHAPES.size())).formatted(area, exchange, "%04d".formatted(random.nextInt(10_000)));
                String country = List.of("US", "CA", "DE", "JM").get(random.nextInt(4));
                assertEquals(PhoneNumbers.ask(text, country), PhoneNumbers.parse(text, country), text + " in " + country);
            }
        }
    }

    @Test
    void leavesAllElseToTheLibrary() {
        for (String text : List.of("212-555-014", "212-555-01422", "212-555-0142 ext. 7", "1-800-FLOWERS", "+49 30 901820", "(212 555-0142", "212)555-0142",
                "212((555-0142", "2-125-550142", "+1", "", "112-555-0142", "212-155-0142", "１２３-555-0142")) {
            for (String country : List.of("US", "GB")) {
                PhoneNumbers.parse("212-555-0199", "US");
                assertEquals(PhoneNumbers.ask(text, country), PhoneNumbers.parse(text, country), text);
            }
        }
    }
}

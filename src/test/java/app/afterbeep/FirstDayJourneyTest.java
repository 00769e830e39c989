package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.coach.Coach;
import app.afterbeep.coach.Draft;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Limits;
import app.afterbeep.scripts.MergeField;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.Script;
import app.afterbeep.scripts.SpeechRules;
import app.afterbeep.settings.Settings;
import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rep's first day, from an empty folder on: a series from the builder, a word of it changed, rehearsed, and left ten times.
class FirstDayJourneyTest {
    private static final String MORNING = "2026-11-24T11:30:00-05:00[America/New_York]";
    private static final int CALLS = 10;
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEEE 'at' h:mm", Locale.ENGLISH);
    private static final String NEWEST_ATTEMPT = "(SELECT max(id) FROM attempt)";
    private static final String OF_THE_SERIES = " JOIN script_version v ON v.id = script_version_id JOIN script s ON s.id = v.script_id"
        + " JOIN series r ON r.id = s.series_id WHERE r.name = 'For law firms'";

    @TempDir Path folder;

    /// One call as it was: what was read from the screen before the outcome, and who was called.
    private record Said(String name, String spoken) {}

    @Test
    void aSeriesIsDraftedEditedRehearsedAndLeftWithTenProspects() {
        try (RealWindow window = RealWindow.open(folder, MORNING, false)) {
            begin(window);
            draft(window);
            edit(window);
            rehearse(window);
            window.click("nav-session", 1);
            List<Said> calls = new ArrayList<>();
            for (int call = 1; call <= CALLS; call++) {
                calls.add(leave(window, call));
            }
            assertEquals(CALLS, calls.stream().map(Said::name).distinct().count());
            assertEquals(List.of(), calls.stream().filter(call -> !call.spoken().contains("Mind the fax.")).toList(), "the edited text is the one that is spoken");
            assertEquals(CALLS, window.number("SELECT count(*) FROM attempt JOIN script_version v ON v.id = script_version_id "
                + "JOIN script s ON s.id = v.script_id JOIN series r ON r.id = s.series_id WHERE r.name = 'For law firms' "
                + "AND message_seconds IS NOT NULL AND v.body LIKE '%Mind the fax.%'"));
            assertEquals(CALLS, window.number("SELECT count(DISTINCT prospect_id) FROM promise WHERE kind = 'promise' AND state = 'open'"));
            long addresses = window.number("SELECT count(*) FROM attempt a JOIN prospect p ON p.id = a.prospect_id WHERE p.email <> ''");
            assertEquals(addresses, window.number("SELECT count(*) FROM email" + OF_THE_SERIES + " AND state = 'waiting' AND problem = ''"));
            assertEquals(addresses, window.number("SELECT count(*) FROM email"), "and none of another series");
            assertEquals(0, window.number("SELECT count(*) FROM email WHERE subject || body LIKE '%{{%' OR subject || body LIKE '%[%' "
                + "OR subject || body LIKE '%  %'"));
        }
    }

    private static void begin(RealWindow window) {
        window.awaitShown("first-start");
        window.type("first-name", "Sam Okoro");
        window.type("first-company", "Tidewater");
        window.click("first-sample", 1);
        window.awaitText("prospect-name", "Marisol Quintero");
    }

    private static void draft(RealWindow window) {
        window.click("nav-scripts", 1);
        window.awaitText("series", "First round");
        window.key(KeyCode.B);
        window.awaitShown("builder-audience");
        assertEquals("Sam Okoro", window.text("builder-name"), "what was said at the first start is not asked again");
        window.type("builder-audience", "law firms");
        window.type("builder-pain", "contracts that wait for one signature");
        window.type("builder-value", "closed their files a week sooner");
        window.awaitText("builder-state", "The coach has nothing to mend.");
        window.key(KeyCode.ENTER, KeyCode.CONTROL);
        window.awaitShown("series-sheet");
        window.awaitText("series-name", "For law firms");
        window.key(KeyCode.ENTER);
        window.awaitGone("series-sheet");
        window.awaitText("series", "For law firms");
        window.awaitNumber("SELECT count(*) FROM list WHERE series_id = (SELECT id FROM series WHERE name = 'For law firms')", 1);
    }

    private static void edit(RealWindow window) {
        window.awaitText("preview-title", "HEARS IT");
        window.key(KeyCode.E);
        FxThread.await(() -> window.node("editor-text").isFocused(), () -> "the text");
        window.key(KeyCode.END, KeyCode.CONTROL);
        for (String c : " Mind the fax.".codePoints().mapToObj(Character::toString).toList()) {
            FxThread.run(() -> Event.fireEvent(window.node("editor-text"),
                new KeyEvent(KeyEvent.KEY_TYPED, c, c, KeyCode.UNDEFINED, false, false, false, false)));
        }
        window.awaitText("preview-text", "Mind the fax.");
        window.awaitNumber("SELECT count(*) FROM script_version WHERE body LIKE '%Mind the fax.'", 1);
        window.key(KeyCode.ESCAPE);
    }

    private static void rehearse(RealWindow window) {
        FxThread.await(() -> !window.node("editor-text").isFocused(), () -> "the end of typing");
        window.key(KeyCode.R);
        window.awaitText("rehearse-place", "Voicemail 1 of");
        window.key(KeyCode.SPACE);
        window.awaitText("rehearse-timer", "0:01");
        window.key(KeyCode.SPACE);
        window.awaitText("rehearse-hint", "1 keeps the take");
        window.key(KeyCode.DIGIT1);
        window.awaitNumber("SELECT count(*) FROM rehearsal", 1);
        window.key(KeyCode.ESCAPE);
        window.awaitGone("rehearse-place");
        assertEquals(0, window.number("SELECT count(*) FROM attempt"));
    }

    private static Said leave(RealWindow window, int call) {
        window.awaitText("script-text", "Tidewater");
        window.pauseForReading();
        Said said = new Said(window.text("prospect-name"), FxThread.call(() -> window.node("script-text").getAccessibleText()));
        window.key(KeyCode.SPACE);
        window.awaitText("script-timer", "0:01");
        window.key(KeyCode.SPACE);
        window.key(KeyCode.DIGIT1);
        window.awaitNumber("SELECT count(*) FROM attempt WHERE undone_at IS NULL AND outcome = 'left_voicemail'", call);
        window.awaitOther("prospect-name", said.name());
        String promised = SPOKEN.format(Instant.ofEpochMilli(window.number("SELECT at FROM promise WHERE attempt_id = " + NEWEST_ATTEMPT))
            .atZone(ZoneId.of(window.word("SELECT zone FROM promise WHERE attempt_id = " + NEWEST_ATTEMPT))));
        assertAll(said.name(),
            () -> assertTrue(said.spoken().contains(promised), () -> "“" + promised + "” in: " + said.spoken()),
            () -> assertFalse(said.spoken().matches("(?s).*(\\{\\{|}}|\\[|]|  | [.,]|^ ).*"), said.spoken()),
            () -> assertTrue(said.spoken().contains(said.name().split(" ")[0]), said.spoken()),
            () -> assertEquals(List.of(), requests(said.spoken()), said.spoken()));
        return said;
    }

    private static List<Finding> requests(String spoken) {
        Draft draft = new Draft(Script.Channel.VOICEMAIL, false, "", spoken, List.of(), List.of(), Map.of(), MergeField.names(),
            Pace.learned(List.of(), SpeechRules.STANDARD), Limits.of(Settings.initial()));
        return Coach.read(draft).stream().filter(finding -> finding.rule().equals("asks-for-callback") || finding.rule().equals("unresolved-field")).toList();
    }
}

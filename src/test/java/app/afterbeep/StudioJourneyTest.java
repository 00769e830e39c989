package app.afterbeep;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Scripts screen by keyboard alone.
class StudioJourneyTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";
    private static final String ORDER = "SELECT count(*) FROM (SELECT group_concat(number, '' ORDER BY place) AS numbers FROM step WHERE state = 'on') WHERE numbers = ";

    @TempDir Path folder;

    @Test
    void aStepIsMovedCopiedSwitchedOffAndAllOfItUndone() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.click("nav-scripts", 1);
            window.awaitText("series-used", "used by “Sample prospects”, 1 prospect under way");
            window.key(KeyCode.DOWN);
            window.awaitText("step-touched", "Changes apply to 1 prospect under way from their next step on");
            window.key(KeyCode.J);
            window.awaitNumber(ORDER + "'13245'", 1);
            window.key(KeyCode.U);
            window.awaitNumber(ORDER + "'12345'", 1);
            window.key(KeyCode.C);
            window.awaitNumber(ORDER + "'126345'", 1);
            window.awaitShown("step-6");
            window.key(KeyCode.X);
            window.awaitNumber(ORDER + "'12345'", 1);
            window.awaitText("step-switch", "Switch on");
            window.key(KeyCode.A);
            window.awaitShown("step-new");
            window.type("step-new-wait", "none");
            window.key(KeyCode.ENTER);
            window.awaitText("step-new-problem", "Write a number of days from 1 to 365.");
            window.type("step-new-wait", "3");
            window.key(KeyCode.ENTER);
            window.awaitGone("step-new");
            window.awaitNumber("SELECT count(*) FROM step WHERE number = 7 AND kind = 'voicemail' AND state = 'on'", 1);
            for (int i = 0; i < 5; i++) {
                window.key(KeyCode.Z, KeyCode.CONTROL);
                window.pauseForReading();
            }
            window.awaitNumber(ORDER + "'12345'", 1);
            window.awaitNumber("SELECT count(*) FROM step WHERE state <> 'removed'", 5);
            // The call is still there: five actions, five undone.
            window.awaitNumber("SELECT count(*) FROM attempt WHERE undone_at IS NULL", 1);
            window.key(KeyCode.T);
            window.awaitShown("snippets");
            window.type("snippet-text-1", "trucks that wait");
            window.key(KeyCode.ENTER);
            window.awaitNumber("SELECT count(*) FROM snippet WHERE name = 'pain' AND text = 'trucks that wait' AND list_id IS NULL", 1);
        }
    }
}

package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said: worded for one person, spoken with a pause, rehearsed; in the real window, by keyboard.
class MessageJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir Path folder;

    @Test
    void aMessageIsWordedForOnePersonKeptOverARestartAndTakenBack() {
        String before;
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            before = window.text("script-text");
            window.key(KeyCode.E);
            window.awaitShown("wording-text");
            assertTrue(window.focused("wording-text"));
            assertTrue(window.text("wording-text").startsWith("Hi {{first_name|there}}"), "the letter of the key is not typed: " + window.text("wording-text"));
            FxThread.run(() -> ((TextArea) window.node("wording-text")).insertText(0, "Good morning! "));
            window.awaitText("wording-seconds", " s");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("wording-text");
            assertEquals(before, window.text("script-text"));
            window.key(KeyCode.E);
            window.awaitShown("wording-text");
            window.key(KeyCode.DIGIT1, KeyCode.CONTROL);
            FxThread.run(() -> ((TextArea) window.node("wording-text")).insertText(0, "Good morning! "));
            window.key(KeyCode.ENTER);
            window.awaitText("script-text", "Good morning! Hi Marisol");
            window.awaitText("script-choice", "Edited for Marisol");
            assertEquals(0, window.number("SELECT count(*) FROM attempt"));
            window.awaitNumber("SELECT count(*) FROM script_version WHERE prospect_id IS NOT NULL", 1);
        }
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("script-text", "Good morning! Hi Marisol");
            window.key(KeyCode.U);
            window.awaitBeginning("script-text", before.substring(0, 20));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("script-text", "Good morning! Hi Marisol");
            window.pauseForReading();
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM attempt a JOIN script_version v ON v.id = a.script_version_id WHERE v.based_on IS NOT NULL"));
        }
    }

    @Test
    void theTextMovesPhraseByPhraseInOneSizeStandsInAPauseAndBeginsAgain() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.pauseForReading();
            window.awaitText("script-hint", "Space at the beep.");
            List<Double> sizes = sizes(window);
            window.key(KeyCode.SPACE);
            window.awaitText("script-hint", "Beep ");
            FxThread.await(() -> spoken(window) > 0, () -> "a phrase that is spoken");
            window.key(KeyCode.SPACE);
            window.awaitText("script-hint", "Now the outcome.");
            long paused = FxThread.call(() -> spoken(window));
            String time = window.text("script-timer");
            window.pauseForReading();
            assertEquals(paused, FxThread.call(() -> spoken(window)), "the text waits");
            assertEquals(time, window.text("script-timer"));
            window.key(KeyCode.SPACE);
            FxThread.await(() -> spoken(window) > paused, () -> "the next phrase");
            assertEquals(sizes, sizes(window));
            window.key(KeyCode.R);
            FxThread.await(() -> spoken(window) == 0, () -> "the first phrase again");
            window.awaitText("script-timer", "0:00");
        }
    }

    private static long spoken(RealWindow window) {
        return ((TextFlow) window.node("script-text")).getChildren().stream()
            .filter(word -> word.getPseudoClassStates().stream().anyMatch(state -> state.getPseudoClassName().equals("spoken"))).count();
    }

    private static List<Double> sizes(RealWindow window) {
        return FxThread.call(() -> ((TextFlow) window.node("script-text")).getChildren().stream().map(word -> ((Text) word).getFont().getSize()).distinct()
            .collect(Collectors.toList()));
    }

    @Test
    void aSeriesIsRehearsedByKeyboardAndNothingIsLogged() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-scripts", 1);
            window.awaitShown("rehearse");
            window.awaitText("series", "First round");
            window.key(KeyCode.R);
            window.awaitText("rehearse-place", "Voicemail 1 of 5");
            window.hold(KeyCode.SPACE, 6);
            window.awaitText("rehearse-timer", "0:01");
            window.key(KeyCode.SPACE);
            window.awaitText("rehearse-hint", "1 keeps the take");
            window.key(KeyCode.DIGIT1);
            window.awaitText("rehearse-hint", "Take 2 of 3");
            window.awaitNumber("SELECT count(*) FROM rehearsal", 1);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("rehearse-hint", "Take 1 of 3");
            assertEquals(0, window.number("SELECT count(*) FROM rehearsal"));
            window.key(KeyCode.S);
            window.awaitText("rehearse-place", "Voicemail 2 of 5");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("rehearse-place");
            assertEquals(0, window.number("SELECT count(*) FROM attempt"));
            assertFalse(window.shown("toast") && window.text("toast").contains("Nothing"));
        }
    }
}

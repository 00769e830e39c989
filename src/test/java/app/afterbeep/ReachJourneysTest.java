package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deposits, withdrawals and how somebody can be reached, in the real window.
class ReachJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir Path folder;

    @Test
    void oneKeySaysHowSomebodyIsReachedAndTheAccentFollows() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            assertTrue(likely(window, "outcome-left_voicemail"));
            window.key(KeyCode.A);
            window.awaitText("reach", "Answers");
            window.awaitText("card-hint", "No message first");
            assertTrue(likely(window, "outcome-no_answer"));
            assertFalse(likely(window, "outcome-left_voicemail"));
            assertEquals(1, window.number("SELECT count(*) FROM prospect WHERE reach = 'answers'"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("reach", "Reach");
            assertTrue(likely(window, "outcome-left_voicemail"));
            window.awaitNumber("SELECT count(*) FROM prospect WHERE reach <> 'unknown'", 0);
            window.focus("note");
            window.key(KeyCode.A);
            window.pauseForReading();
            assertEquals(0, window.number("SELECT count(*) FROM prospect WHERE reach <> 'unknown'"), "a letter that is typed is text");
        }
    }

    @Test
    void whatIsSetInProspectsIsOnTheCard() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-prospects", 1);
            window.type("prospects-search", "Marisol");
            window.pauseForReading();
            window.key(KeyCode.ENTER);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.key(KeyCode.A);
            window.awaitNumber("SELECT count(*) FROM prospect WHERE reach = 'answers'", 1);
            window.key(KeyCode.A);
            window.awaitNumber("SELECT count(*) FROM prospect WHERE reach = 'assistant'", 1);
            window.click("nav-session", 1);
            window.awaitText("reach", "Assistant");
        }
    }

    /// Also with a hint and a second number the history keeps its last two rows, and the note its place.
    @Test
    void theHistoryKeepsTwoRowsAt960x600() {
        MovableClock clock = new MovableClock("2026-11-20T09:30:00-05:00[America/New_York]");
        try (Desk desk = new Desk(folder, clock)) {
            long ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
            for (int i = 0; i < 2; i++) {
                desk.log(desk.card(ann), Outcome.GATEKEEPER);
                clock.pass(Duration.ofMinutes(10));
            }
            desk.log(desk.card(ann), Outcome.NO_ANSWER);
            clock.set("2026-12-03T10:20:00-05:00[America/New_York]");
        }
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            FxThread.run(() -> {
                window.stage.setWidth(960);
                window.stage.setHeight(600);
            });
            window.awaitText("prospect-name", "Ann Lee");
            window.awaitText("card-hint", "gatekeeper in 2 of the last 3 calls");
            window.awaitText("reach", "Assistant?");
            assertEquals("SO FAR · 0 deposits, 0 withdrawals", window.text("balance"));
            assertTrue(String.valueOf(FxThread.call(() -> window.node("outcome-no_answer").getAccessibleText())).contains("warning, 2nd silent call in a row"));
            FxThread.await(() -> rowsBefore(window, window.node("note")) >= 2, () -> "two rows of the history above the note");
            Bounds note = FxThread.call(() -> window.node("note").localToScene(window.node("note").getBoundsInLocal()));
            Bounds card = FxThread.call(() -> window.node("note").getParent().getParent().localToScene(window.node("note").getParent().getParent().getBoundsInLocal()));
            assertTrue(note.getMaxY() <= card.getMaxY(), "the note is inside its card");
        }
    }

    /// How many lines of the history lie wholly above the note.
    private static long rowsBefore(RealWindow window, Node note) {
        double end = note.localToScene(note.getBoundsInLocal()).getMinY();
        return window.stage.getScene().getRoot().lookupAll(".touch-grid .touch").stream().filter(node -> node instanceof Label)
            .filter(node -> node.localToScene(node.getBoundsInLocal()).getMaxY() <= end).count();
    }

    private static boolean likely(RealWindow window, String id) {
        return FxThread.call(() -> window.node(id).getPseudoClassStates().contains(PseudoClass.getPseudoClass("likely")));
    }
}

package app.afterbeep;

import app.afterbeep.lists.ImportService;
import app.afterbeep.settings.Settings;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.Season;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Results screen in the real window, by keyboard.
class ResultsJourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir
    private Path folder;

    @Test
    void beforeTheFirstCallItSaysWhatItWillShow() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-results", 1);
            window.awaitShown("results-dial");
            window.click("results-dial", 1);
            window.awaitShown("prospect-name");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.click("nav-results", 1);
            window.awaitShown("results-rate");
            window.awaitText("results-attempts", "1 attempt. Tue Nov 24: 1");
        }
    }

    @Test
    void everyPartIsReachedAndReadByKeyboard() throws AppException {
        MovableClock clock = new MovableClock(MORNING);
        try (Desk desk = new Desk(folder, clock)) {
            new ImportService(desk.database, desk.prospects, desk.cadences, clock, Settings::initial).importSample();
            new Season(desk).work(LocalDate.parse("2026-10-26"), LocalDate.parse("2026-11-23"));
        }
        clock.set(MORNING);
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            window.click("nav-results", 1);
            window.awaitText("results-rate", "%");
            window.focus("results-part-overview");
            // The bars of a chart are read with the arrow keys.
            window.focus("results-attempts");
            window.key(KeyCode.LEFT);
            window.key(KeyCode.LEFT);
            window.awaitText("results-attempts-said", "Mon Nov 23: ");
            window.focus("results-part-overview");
            window.key(KeyCode.RIGHT);
            window.awaitShown("ledger-table");
            window.focus("ledger-all");
            window.key(KeyCode.RIGHT);
            FxThread.await(() -> ((TableView<?>) window.node("ledger-table")).getItems().size() < shownBefore(window), () -> "fewer promises");
            window.focus("results-part-promises");
            window.key(KeyCode.RIGHT);
            window.awaitShown("results-scripts");
            window.key(KeyCode.RIGHT);
            window.awaitShown("results-hours");
            window.focus("results-hours");
            window.key(KeyCode.RIGHT);
            window.awaitText("results-hour", "Monday 9 am to 10 am there");
            window.key(KeyCode.DOWN);
            window.awaitText("results-hour", "Tuesday 9 am to 10 am there");
            window.click("results-part-promises", 1);
            window.awaitShown("ledger-table");
            window.focus("ledger-table");
            window.key(KeyCode.ENTER);
            window.awaitShown("prospect-name");
        }
    }

    /// As the chip of all promises says it.
    private static int shownBefore(RealWindow window) {
        return Integer.parseInt(((ToggleButton) window.node("ledger-all")).getText().replaceAll("\\D", ""));
    }
}

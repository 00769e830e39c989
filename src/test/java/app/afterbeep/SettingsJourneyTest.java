package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.start.Program;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups and About, by keyboard in a small window.
class SettingsJourneyTest {
    @TempDir Path folder;

    @Test
    void theNewestBackupIsTheOneToRestoreUntilTheRepChooses() {
        MovableClock clock = new MovableClock(Walk.MORNING);
        try (RealWindow window = RealWindow.open(folder, clock, true, Map.of())) {
            open(window, "settings-backups");
            int before = rows(window);
            backUp(window, clock, before + 1);
            assertEquals(0, selected(window));
            backUp(window, clock, before + 2);
            assertEquals(0, selected(window), "the one that was just made");
            FxThread.run(() -> table(window).getSelectionModel().select(1));
            backUp(window, clock, before + 3);
            assertEquals(2, selected(window), "the one that was chosen");
        }
    }

    @Test
    void whatACheckFindsIsInSight() {
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            FxThread.run(() -> {
                window.stage.setWidth(960);
                window.stage.setHeight(600);
            });
            open(window, "settings-backups");
            window.key(KeyCode.K);
            FxThread.await(() -> window.visible("backups-found") && inSight(window), () -> "what was found, in sight");
        }
    }

    @Test
    void aboutSaysWhatTheCommandLineSaysAndIsCopied() {
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            open(window, "settings-about");
            assertEquals(Program.version(), window.text("about-version"));
            assertEquals(folder.toString(), window.text("about-folder"));
            window.key(KeyCode.C);
            FxThread.await(() -> window.notice().startsWith("Copied"), () -> "a notice");
            String copied = FxThread.call(() -> Clipboard.getSystemClipboard().getString());
            assertTrue(copied.startsWith(Program.version() + "\n"), copied);
            assertTrue(copied.contains(folder.toString()), copied);
        }
    }

    private static void open(RealWindow window, String section) {
        window.awaitShown("prospect-name");
        window.key(KeyCode.F9);
        window.fire(section);
        window.settle();
    }

    private static void backUp(RealWindow window, MovableClock clock, int rows) {
        clock.pass(Duration.ofMinutes(1));
        window.key(KeyCode.B);
        FxThread.await(() -> rows(window) == rows, () -> rows + " backups");
        window.settle();
    }

    private static TableView<?> table(RealWindow window) {
        return (TableView<?>) window.node("backups-table");
    }

    private static int rows(RealWindow window) {
        return table(window).getItems().size();
    }

    private static int selected(RealWindow window) {
        return FxThread.call(() -> table(window).getSelectionModel().getSelectedIndex());
    }

    private static boolean inSight(RealWindow window) {
        Bounds bounds = window.node("backups-found").localToScene(window.node("backups-found").getBoundsInLocal());
        return bounds.getHeight() > 0 && bounds.getMaxY() <= window.stage.getScene().getHeight();
    }
}

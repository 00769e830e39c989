package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was agreed is kept, moved and dropped in the real window, by keyboard.
class AgendaJourneysTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);

    /// Ann was promised a call yesterday and Bob one in six minutes; Cleo is fresh.
    @BeforeEach
    void agreed() throws AppException {
        try (Desk desk = new Desk(folder, clock)) {
            new SettingsStore(desk.database).save(Map.of(Setting.MY_NAME, "Dana Reyes", Setting.MY_COMPANY, "Northline"));
            clock.set("2026-11-20T10:00:00-05:00[America/New_York]");
            callback(desk, "Ann Lee", "+12125550101", "2026-11-23T10:15:00-05:00[America/New_York]");
            callback(desk, "Bob Ray", "+12125550102", "2026-11-24T10:06:00-05:00[America/New_York]");
            clock.set(Desk.TUESDAY_MORNING);
            desk.add("Cleo Fox", "+12125550103");
        }
    }

    private static void callback(Desk desk, String name, String phone, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time);
        desk.calls.log(desk.card(desk.add(name, phone)), Outcome.CALLBACK_REQUESTED,
            new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
    }

    @Test
    void aMissedCallIsMovedByDigitDroppedByKeyAndBothTakenBack() {
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            window.awaitText("prospect-name", "Ann Lee");
            window.click("nav-agenda", 1);
            window.awaitText("agenda-name", "Ann Lee");
            window.key(KeyCode.P);
            window.awaitShown("when");
            window.key(KeyCode.DIGIT1);
            window.awaitGone("when");
            window.awaitShown("toast-undo");
            window.awaitNumber("SELECT count(*) FROM promise WHERE state = 'missed'", 1);
            window.awaitNumber("SELECT count(*) FROM promise WHERE moved_from IS NOT NULL AND state = 'open'", 1);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM promise", 2);
            window.awaitText("agenda-name", "Ann Lee");
            window.awaitText("agenda-drop", "Drop (counts as missed)");
            window.key(KeyCode.X);
            window.awaitShown("toast-undo");
            window.awaitNumber("SELECT count(*) FROM prospect WHERE next_call_at IS NULL", 1);
            window.awaitText("agenda-name", "Bob Ray");
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM prospect WHERE next_call_at IS NULL", 0);
        }
    }

    @Test
    void aComputerThatWakesUpInAnotherZoneShowsItsTimesAndSaysSoOnce() {
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            window.awaitText("prospect-name", "Ann Lee");
            window.key(KeyCode.F9);
            window.click("settings-calling-hours", 1);
            FxThread.await(() -> textOf(window, "settings-zone").equals("Eastern (America/New_York)"), () -> textOf(window, "settings-zone"));
            window.click("nav-agenda", 1);
            window.awaitText("agenda-name", "Ann Lee");
            assertFalse(FxThread.call(() -> shows(window, "your time")), "one zone");
            clock.set("2026-11-24T07:02:00-08:00[America/Los_Angeles]");
            FxThread.await(() -> window.notice().contains("time zone is now Pacific, where it is 7:02 am"), window::notice);
            FxThread.await(() -> shows(window, "7:06 am your time"), () -> "Bob's time on the rep's new clock");
            window.key(KeyCode.F9);
            FxThread.await(() -> textOf(window, "settings-zone").equals("Pacific (America/Los_Angeles)"), () -> textOf(window, "settings-zone"));
        }
    }

    private static String textOf(RealWindow window, String id) {
        return window.node(id) instanceof Label label ? label.getText() : "";
    }

    private static boolean shows(RealWindow window, String part) {
        return window.node("agenda").lookupAll(".label").stream().anyMatch(label -> label instanceof Label shown && shown.getText().contains(part));
    }

    @Test
    void aCollisionSaysWithWhomAndIsTakenAnywayTheSecondTime() {
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            window.awaitText("prospect-name", "Ann Lee");
            window.click("nav-agenda", 1);
            window.awaitText("agenda-name", "Ann Lee");
            window.key(KeyCode.P);
            window.awaitShown("when");
            FxThread.run(() -> ((javafx.scene.control.DatePicker) window.node("when-date")).setValue(java.time.LocalDate.of(2026, 11, 24)));
            window.type("when-time", "10:07");
            window.key(KeyCode.ENTER);
            window.awaitText("when-problem", "10:06 am is promised to Bob Ray; 10:15 am is free.");
            window.awaitText("when-ok", "Move anyway");
            window.key(KeyCode.ENTER);
            window.awaitGone("when");
            window.awaitNumber("SELECT count(*) FROM promise WHERE state = 'open' AND at = 1795532820000", 1);
            window.key(KeyCode.P);
            window.awaitShown("when");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("when");
        }
    }

    @Test
    void theReminderCoversNothingTakesNoKeyAndOpensByKey() {
        try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
            window.awaitText("prospect-name", "Ann Lee");
            assertFalse(window.shown("reminder"));
            window.key(KeyCode.M);
            FxThread.await(() -> !String.valueOf(window.node("script-text").getAccessibleText()).contains("I said I'd call"), () -> "the plain message");
            window.key(KeyCode.M);
            FxThread.await(() -> String.valueOf(window.node("script-text").getAccessibleText()).contains("I said I'd call"), () -> "the owning message");
            String focus = FxThread.call(() -> String.valueOf(window.stage.getScene().getFocusOwner()));
            clock.pass(Duration.ofSeconds(70));
            window.awaitText("reminder-text", "In 5 min: Bob Ray");
            assertEquals(focus, FxThread.call(() -> String.valueOf(window.stage.getScene().getFocusOwner())), "nobody took the keyboard");
            assertEquals("Ann Lee", window.text("prospect-name"), "the prospect on the screen stays");
            FxThread.await(() -> window.node("reminder").localToScene(window.node("reminder").getBoundsInLocal()).getMaxY()
                <= window.node("session").localToScene(window.node("session").getBoundsInLocal()).getMinY() + 1, () -> "the reminder above the session");
            window.awaitText("after", "Cleo Fox");
            clock.pass(Duration.ofSeconds(175));
            window.awaitText("after", "Bob Ray");
            window.key(KeyCode.O);
            window.awaitText("prospect-name", "Bob Ray");
            window.awaitGone("reminder");
            assertTrue(window.shown("nav-agenda"));
        }
    }
}

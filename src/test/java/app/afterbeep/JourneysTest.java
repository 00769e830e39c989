package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a rep does in a day, in the real window, by keyboard and mouse.
class JourneysTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir Path folder;

    @Test
    void aBlockByKeyboardAloneAndTheSameAfterARestart() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.SPACE);
            window.awaitText("script-timer", "0:01");
            window.key(KeyCode.SPACE);
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.pauseForReading();
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Maximiliana");
            window.pauseForReading();
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Niamh O'Donnell");
            window.pauseForReading();
            window.key(KeyCode.DIGIT9);
            window.awaitNumber("SELECT count(*) FROM dnc", 2);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospect-name", "Niamh O'Donnell");
        }
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Niamh O'Donnell");
            assertEquals(3, window.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"));
            assertEquals(2, window.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
            assertEquals(2, window.number("SELECT count(*) FROM promise WHERE state = 'open'"));
            assertEquals(0, window.number("SELECT count(*) FROM dnc"));
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospect-name", "Maximiliana");
            assertEquals(2, window.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"), "undone after the restart");
        }
    }

    @Test
    void whatTheArrowKeysMarkOnTheRailIsShownAndEnterGoesThere() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.focus("nav-session");
            for (int i = 0; i < 5; i++) {
                window.key(KeyCode.DOWN);
            }
            window.awaitShown("timeline");
            assertTrue(window.focused("nav-scripts"), "the keyboard stays on the rail");
            window.key(KeyCode.ENTER);
            FxThread.await(() -> !window.node("nav-scripts").isFocused(), () -> "the keyboard on the screen");
            window.key(KeyCode.DOWN);
            window.awaitText("editor-name", "Ask the newcomer");
        }
    }

    @Test
    void aHeldKeyAndADoubleClickLogOnce() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.hold(KeyCode.DIGIT2, 12);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.pauseForReading();
            window.click("outcome-no_answer", 2);
            window.awaitText("prospect-name", "Maximiliana");
            window.pauseForReading();
            assertEquals(2, window.number("SELECT count(*) FROM attempt"));
        }
    }

    @Test
    void whatTheScriptSpeaksIsWhatTheButtonSaysAndTheFileHolds() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.P);
            String spoken = window.text("script-text").replaceAll("(?s).*you (\\w+) at (\\d+:\\d+).*", "$1 $2");
            String button = window.text("outcome-left_voicemail");
            assertTrue(button.contains(spoken.split(" ")[1]), button + " / " + spoken);
            window.key(KeyCode.DIGIT1);
            window.awaitNumber("SELECT count(*) FROM promise", 1);
            java.time.ZonedDateTime at = java.time.Instant.ofEpochMilli(window.number("SELECT at FROM promise"))
                .atZone(java.time.ZoneId.of("America/New_York"));
            assertEquals(spoken, java.time.format.DateTimeFormatter.ofPattern("EEEE h:mm", java.util.Locale.ENGLISH).format(at));
        }
    }

    @Test
    void theScriptStaysTheLargestThingOnTheScreenAfterAConversationThatIsUndone() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.SPACE);
            window.awaitText("script-timer", "0:02");
            window.key(KeyCode.DIGIT3);
            window.awaitShown("talk");
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitGone("talk");
            window.pauseForReading();
            assertEquals(1, sizes(window).count(), "every word in the same size");
            assertTrue(sizes(window).findFirst().orElse(0) > 20);
            window.key(KeyCode.I);
            window.awaitShown("find-field");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("find-field");
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.pauseForReading();
            assertTrue(sizes(window).min().orElse(0) > 20);
        }
    }

    private static DoubleStream sizes(RealWindow window) {
        return ((TextFlow) window.node("script-text")).getChildren().stream().mapToDouble(word -> ((Text) word).getFont().getSize()).distinct();
    }

    @Test
    void callMeLaterTakesAQuickChoiceAndEscapeTakesNothing() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT5);
            window.awaitShown("when");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("when");
            assertEquals(0, window.number("SELECT count(*) FROM attempt"));
            window.key(KeyCode.DIGIT5);
            window.awaitShown("when");
            window.pauseForReading();
            window.key(KeyCode.DIGIT3);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM promise WHERE kind = 'callback'"));
        }
    }

    @Test
    void theTimeThatIsAskedForBelongsToTheOutcomeThatWasPressedLast() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT5);
            window.awaitText("when-ok", "Call then");
            window.pauseForReading();
            window.click("outcome-meeting_booked", 1);
            window.awaitText("when-ok", "Book it");
            window.pauseForReading();
            window.click("when-2", 1);
            window.awaitNumber("SELECT count(*) FROM promise WHERE kind = 'meeting'", 1);
        }
    }

    @Test
    void whatIsNotedOnProspectsWhileAConversationIsOpenStays() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.pauseForReading();
            window.key(KeyCode.DIGIT3);
            window.awaitShown("talk");
            window.type("note", "Asked for the sheet");
            window.click("nav-prospects", 1);
            window.awaitText("prospects-name", "Marisol Quintero");
            window.awaitText("prospects-note", "Asked for the sheet");
            window.type("prospects-note", "Asked for the sheet\nDirect line from May on");
            window.click("nav-session", 1);
            window.awaitNumber("SELECT count(*) FROM prospect WHERE note LIKE '%Direct line from May on'", 1);
            window.type("note", "Asked for the new sheet");
            window.click("when-2", 1);
            window.click("talk-done", 1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals("Asked for the new sheet\nDirect line from May on", window.word("SELECT note FROM prospect WHERE note <> ''"));
        }
    }

    @Test
    void aConversationEndsWithANextCallAndTheNextProspect() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT3);
            window.awaitShown("talk");
            window.key(KeyCode.N);
            window.type("note", "Asked for the sheet");
            window.click("talk-email", 1);
            window.click("when-2", 1);
            window.click("talk-done", 1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
            assertEquals(1, window.number("SELECT count(*) FROM promise WHERE kind = 'callback'"));
            assertEquals(1, window.number("SELECT count(*) FROM prospect WHERE note = 'Asked for the sheet'"));
        }
    }

    @Test
    void aDateIsTypedWithoutLoggingAnything() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT5);
            window.awaitShown("when-date");
            window.focus("when-date");
            window.key(KeyCode.DIGIT1);
            window.key(KeyCode.DIGIT2);
            window.pauseForReading();
            assertEquals(0, window.number("SELECT count(*) FROM attempt"));
            assertTrue(window.shown("when"));
            window.type("when-time", "23:20");
            window.click("when-ok", 1);
            window.pauseForReading();
            assertEquals(0, window.number("SELECT count(*) FROM attempt"), "no call at night");
        }
    }

    @Test
    void nOpensTheNoteAndTypesNothingAndTabLeavesIt() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.N);
            assertTrue(window.focused("note"));
            assertEquals("", window.text("note"));
            window.key(KeyCode.TAB);
            assertEquals("", window.text("note"));
            assertEquals(false, window.focused("note"));
        }
    }

    @Test
    void callsAreUndoneBehindTheOneThatIsUnderWay() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.SPACE);
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.pauseForReading();
            window.key(KeyCode.SPACE);
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Maximiliana");
            window.pauseForReading();
            window.key(KeyCode.SPACE);
            window.awaitNumber("SELECT count(*) FROM open_call", 1);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM attempt WHERE undone_at IS NULL", 1);
            FxThread.await(() -> window.notice().contains("Deshawn Whitlock. The call with Maximiliana"), window::notice);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM attempt WHERE undone_at IS NULL", 0);
            FxThread.await(() -> window.notice().contains("Marisol Quintero. The call with Maximiliana"), window::notice);
            window.awaitText("prospect-name", "Maximiliana");
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Marisol Quintero");
        }
    }

    @Test
    void digitsTypedIntoTheNoteLogNothingWithCtrlTheyDo() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.N);
            window.type("note", "extension 1");
            window.key(KeyCode.DIGIT1);
            window.key(KeyCode.SPACE);
            assertEquals("0:00", window.text("script-timer"));
            assertEquals(0, window.number("SELECT count(*) FROM attempt"));
            window.key(KeyCode.DIGIT6, KeyCode.CONTROL);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM attempt WHERE outcome = 'gatekeeper'"));
            assertEquals(false, window.focused("note"), "the next note is not the one that was being typed");
        }
    }

    @Test
    void whoIsCallingIsAskedBesideTheScriptAndHeldEmailsAreFilledIn() {
        try (Desk desk = new Desk(folder)) {
            desk.add("Ann Lee", "+12125550101");
            desk.add("Bob Ray", "+12125550102");
        }
        try (RealWindow window = RealWindow.open(folder, MORNING, false)) {
            window.awaitText("prospect-name", "Ann Lee");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Bob Ray");
            assertEquals(1, window.number("SELECT count(*) FROM email WHERE problem <> ''"));
            window.type("my-name", "Sam Okoro");
            window.type("my-company", "Tidewater");
            window.click("my-save", 1);
            window.awaitText("script-text", "Sam Okoro from Tidewater");
            window.awaitGone("my-name");
            assertEquals(1, window.number("SELECT count(*) FROM email WHERE problem = '' AND body LIKE '%Sam Okoro%'"));
            window.pauseForReading();
            window.key(KeyCode.SPACE);
            window.awaitText("script-timer", "0:01");
        }
    }

    @Test
    void theFirstStartOffersSampleProspects() {
        try (RealWindow window = RealWindow.open(folder, MORNING, false)) {
            window.awaitShown("first-start");
            window.type("first-name", "Sam Okoro");
            window.type("first-company", "Tidewater");
            window.click("first-sample", 1);
            window.awaitText("prospect-name", "Marisol Quintero");
            window.awaitText("script-text", "Sam Okoro from Tidewater");
            window.key(KeyCode.DIGIT2);
            window.awaitText("prospect-name", "Deshawn Whitlock");
        }
    }
}

package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.Keys;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices.Again;
import app.afterbeep.ui.Notices.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window itself: its keys, its small form, its place.
class WindowJourneysTest {
    @TempDir Path folder;

    @AfterEach
    void usualKeys() {
        FxThread.run(() -> Keys.use(""));
    }

    @Test
    void aKeyIsChangedSwappedAndPutBack() {
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.F1);
            window.awaitShown("keys-search");
            window.type("keys-search", "write a note session");
            window.key(KeyCode.ENTER);
            window.awaitText("keys-said", "Press the new key");
            window.key(KeyCode.DIGIT7);
            window.awaitText("keys-said", "The digits are the outcomes");
            window.key(KeyCode.J);
            window.awaitText("keys-said", "is now J");
            FxThread.await(() -> window.node("key-session-note").isFocused(), () -> "the keyboard on the line again");
            window.key(KeyCode.ENTER);
            window.key(KeyCode.D);
            window.awaitText("keys-said", "D is “Dial” on Session. Swap the two");
            window.key(KeyCode.ENTER);
            window.awaitText("keys-said", "Swapped");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("keys-search");
            window.key(KeyCode.D);
            assertTrue(window.focused("note"), "D writes the note now");
            window.key(KeyCode.ESCAPE);
            assertTrue(FxThread.call(() -> ((Button) window.node("dial")).getAccessibleText()).endsWith("key J"), "the cap has followed");
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'keys' AND value LIKE '%DIAL=J%' AND value LIKE '%NOTE=D%'", 1);
            window.key(KeyCode.F1);
            window.awaitShown("keys-all-default");
            window.fire("keys-all-default");
            window.key(KeyCode.ESCAPE);
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'keys' AND value = ''", 1);
            window.key(KeyCode.N);
            assertTrue(window.focused("note"), "N writes the note again");
        }
    }

    @Test
    void theSmallWindowDoesWhatTheLargeOneDoes() {
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            double width = window.stage.getWidth();
            window.key(KeyCode.M, KeyCode.CONTROL);
            window.awaitText("mini-name", "Marisol Quintero");
            FxThread.await(() -> window.stage.getWidth() < 500, () -> "a small window, not " + window.stage.getWidth());
            assertFalse(window.shown("nav-agenda"));
            window.pauseForReading();
            window.key(KeyCode.DIGIT1);
            window.awaitText("mini-name", "Deshawn Whitlock");
            window.awaitNumber("SELECT count(*) FROM attempt", 1);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("mini-name", "Marisol Quintero");
            window.pauseForReading();
            window.key(KeyCode.DIGIT5);
            window.awaitShown("when-date");
            window.key(KeyCode.ESCAPE);
            window.awaitShown("mini-left_voicemail");
            window.awaitNumber("SELECT count(*) FROM attempt WHERE undone_at IS NULL", 0);
            window.key(KeyCode.I);
            window.awaitShown("find-field");
            FxThread.await(() -> window.stage.getWidth() > 800, () -> "room for the sheet");
            window.key(KeyCode.ESCAPE);
            FxThread.await(() -> window.stage.getWidth() < 500, () -> "a small window again");
            window.key(KeyCode.I);
            window.awaitShown("find-field");
            window.type("find-field", "Deshawn");
            window.awaitText("find-name", "Deshawn Whitlock");
            window.key(KeyCode.ENTER);
            window.awaitText("mini-name", "Deshawn Whitlock");
            window.awaitShown("mini-back");
            window.key(KeyCode.ESCAPE);
            window.awaitText("mini-name", "Marisol Quintero");
            window.awaitShown("mini-skip");
            window.key(KeyCode.F3);
            window.awaitShown("nav-agenda");
            FxThread.await(() -> window.stage.getWidth() == width, () -> "the large window where it was");
        }
    }

    @Test
    void aNoticeInTheSmallWindowCoversNoOutcomeHoweverLongTheName() {
        String name = "Maximiliana Konstantinopolitanska-Wolfeschlegelsteinhausenbergerdorff van der Bergheim von und zu Oberhausen-Unterwellenborn";
        try (Desk desk = new Desk(folder, new MovableClock(Walk.MORNING))) {
            desk.add(name, "+12125550142");
            desk.add("Bob Cruz", "+12125550143");
        }
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, false)) {
            window.awaitShown("prospect-name");
            window.key(KeyCode.M, KeyCode.CONTROL);
            window.awaitText("mini-name", name);
            window.pauseForReading();
            window.key(KeyCode.DIGIT6);
            window.awaitText("mini-name", "Bob Cruz");
            FxThread.await(() -> top(window, "toast") >= bottom(window, "mini-busy"), () -> top(window, "toast") + " above " + bottom(window, "mini-busy"));
            assertTrue(FxThread.call(() -> ((Label) window.node("toast").lookup(".toast-text")).getTooltip().getText().contains(name)));
        }
    }

    @Test
    void aNoticeOfSeveralLinesHidesNeitherOutcomesNorScript() {
        String name = "Maximiliana Konstantinopolitanska-Wolfeschlegelsteinhausenbergerdorff van der Bergheim von und zu Oberhausen-Unterwellenborn";
        try (Desk desk = new Desk(folder, new MovableClock(Walk.MORNING))) {
            desk.add(name, "+12125550142");
            desk.add("Bob Cruz", "+12125550143");
        }
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, false)) {
            FxThread.run(() -> {
                window.stage.setWidth(960);
                window.stage.setHeight(600);
            });
            window.awaitText("prospect-name", name);
            window.pauseForReading();
            window.key(KeyCode.DIGIT6);
            window.awaitText("prospect-name", "Bob Cruz");
            FxThread.await(() -> window.notice().startsWith("Gatekeeper"), () -> "the outcome");
            beside(window);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitText("prospect-name", name);
            FxThread.await(() -> window.notice().startsWith("Undone"), () -> "Undone");
            beside(window);
            window.pauseForReading();
            window.key(KeyCode.S);
            FxThread.await(() -> window.notice().startsWith("Skip"), () -> window.notice());
            beside(window);
            FxThread.run(() -> ((MainWindow) window.stage.getScene().getRoot()).show(Notice.unsaved("The disk is full: ".repeat(15), new Again(null, () -> {}))));
            beside(window);
        }
    }

    private static void beside(RealWindow window) {
        window.settle();
        FxThread.run(() -> {
            Node toast = window.node("toast");
            List<Node> needed = new ArrayList<>(window.stage.getScene().getRoot().lookupAll(".outcome-consequence"));
            needed.add(window.node("script-text"));
            assertEquals(11, needed.size());
            for (Node words : needed) {
                assertFalse(toast.localToScene(toast.getLayoutBounds()).intersects(words.localToScene(words.getLayoutBounds())), "“" + window.notice() + "” lies on " + words);
            }
        });
    }

    private static double top(RealWindow window, String id) {
        return window.node(id).localToScene(window.node(id).getLayoutBounds()).getMinY();
    }

    private static double bottom(RealWindow window, String id) {
        return window.node(id).localToScene(window.node(id).getLayoutBounds()).getMaxY();
    }

    @Test
    void theWindowComesBackWhereItWasAndStaysOnTop() {
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            FxThread.run(() -> {
                window.stage.setX(40);
                window.stage.setY(30);
                window.stage.setWidth(930);
                window.stage.setHeight(640);
            });
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.T, KeyCode.CONTROL);
            FxThread.await(window.stage::isAlwaysOnTop, () -> "a window on top");
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'window_place' AND value = '40,30,930,640;;'", 1);
        }
        try (RealWindow window = RealWindow.openAgain(folder, Walk.MORNING)) {
            assertEquals("40 30 930 640", FxThread.call(() -> String.format("%.0f %.0f %.0f %.0f", window.stage.getX(), window.stage.getY(),
                window.stage.getWidth(), window.stage.getHeight())));
            assertTrue(FxThread.call(window.stage::isAlwaysOnTop));
        }
    }

    @Test
    void columnsAreMovedAndSortedByKeyboard() {
        try (RealWindow window = RealWindow.open(folder, Walk.MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.key(KeyCode.F3);
            window.awaitShown("agenda-table");
            TableView<?> table = (TableView<?>) window.node("agenda-table");
            FxThread.run(table::requestFocus);
            window.key(KeyCode.F10);
            String before = columns(table);
            // Into the first column's entry, and on to the last item: move right.
            FxThread.await(() -> Window.getWindows().size() > 1, () -> "the menu of the columns");
            window.key(KeyCode.DOWN);
            window.key(KeyCode.RIGHT);
            window.key(KeyCode.UP);
            window.key(KeyCode.ENTER);
            FxThread.await(() -> !columns(table).equals(before), () -> "another order than " + before);
        }
    }

    private static String columns(TableView<?> table) {
        return table.getColumns().stream().map(column -> column.getId()).collect(Collectors.joining(" "));
    }
}

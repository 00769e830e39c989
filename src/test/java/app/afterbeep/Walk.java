package app.afterbeep;

import app.afterbeep.testkit.FxThread;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices.Again;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.controls.ColumnMenu;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Goes through everything that the window can show, by the keyboard as far as there is a key, and stops at each place: for what must hold
/// everywhere.
final class Walk {
    static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    private final RealWindow window;
    private final Path folder;
    private final Look look;

    private Walk(RealWindow window, Path folder, Look look) {
        this.window = window;
        this.folder = folder;
        this.look = look;
    }

    /// Looks at one place: the window, or a list or a menu in front of it.
    interface Look {
        void at(String place, Scene scene);
    }

    /// Through a window with the sample prospects.
    ///
    /// @param folder for the files that are imported
    static void all(RealWindow window, Path folder, Look look) {
        Walk walk = new Walk(window, folder, look);
        window.awaitText("prospect-name", "Marisol Quintero");
        walk.session();
        walk.screens();
        walk.settings();
        walk.log();
        walk.scripts();
        walk.prospects();
        walk.imports();
        walk.mini();
        walk.errors();
    }

    /// Through a window in which nobody is yet.
    static void empty(RealWindow window, Look look) {
        Walk walk = new Walk(window, Path.of("."), look);
        window.awaitShown("first-start");
        walk.at("empty session");
        for (KeyCode key : List.of(KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6, KeyCode.F8)) {
            window.key(key);
            walk.at("empty " + key);
        }
        window.key(KeyCode.M, KeyCode.CONTROL);
        window.awaitShown("mini-session");
        walk.at("empty mini");
    }

    private void at(String place) {
        window.settle();
        look.at(place, window.stage.getScene());
    }

    /// An outcome, once the prospect was read.
    private void press(KeyCode outcome) {
        window.pauseForReading();
        window.key(outcome);
    }

    /// What a key opens, until Esc.
    private void sheet(String place, String id, KeyCode key, KeyCode... modifiers) {
        window.key(key, modifiers);
        opened(place, id);
    }

    /// What a button opens, until Esc.
    private void fired(String place, String button, String id) {
        window.fire(button);
        opened(place, id);
    }

    private void opened(String place, String id) {
        window.awaitShown(id);
        at(place);
        window.key(KeyCode.ESCAPE);
        window.awaitGone(id);
    }

    /// The list or the menu of a control.
    private void popup(String id) {
        window.awaitShown(id);
        FxThread.run(() -> {
            switch (window.node(id)) {
                case MenuButton menu -> menu.show();
                case ComboBoxBase<?> box -> box.show();
                case TableView<?> table -> open(ColumnMenu.open(table));
                default -> throw new AssertionError(id);
            }
        });
        window.settle();
        List<PopupWindow> open = FxThread.call(Walk::popups);
        if (open.isEmpty()) {
            throw new AssertionError("nothing opens at #" + id);
        }
        for (PopupWindow each : open) {
            look.at("list of " + id + (each == open.getFirst() ? "" : ", further"), each.getScene());
        }
        FxThread.run(() -> {
            popups().reversed().forEach(PopupWindow::hide);
            if (window.node(id) instanceof MenuButton menu) {
                menu.hide();
            } else if (window.node(id) instanceof ComboBoxBase<?> box) {
                box.hide();
            }
        });
    }

    private static void open(ContextMenu menu) {
        menu.getSkin().getNode().requestFocus();
    }

    private static List<PopupWindow> popups() {
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance).map(PopupWindow.class::cast).filter(Window::isShowing).toList();
    }

    private void notice(String place, Notice notice) {
        FxThread.run(() -> ((MainWindow) window.stage.getScene().getRoot()).show(notice));
        at(place);
    }

    private void session() {
        at("session");
        window.key(KeyCode.SPACE);
        at("session speaking");
        window.key(KeyCode.SPACE);
        sheet("keys", "keys", KeyCode.F1);
        window.key(KeyCode.DIGIT5);
        window.awaitShown("when-date");
        at("when");
        popup("when-date");
        window.focus("when-date");
        window.key(KeyCode.ESCAPE);
        window.awaitGone("when");
        sheet("wording", "wording-text", KeyCode.E);
        sheet("caller", "caller", KeyCode.I);
        press(KeyCode.DIGIT1);
        window.awaitText("prospect-name", "Deshawn Whitlock");
        at("session with a notice");
        press(KeyCode.DIGIT3);
        window.awaitShown("talk");
        at("talk");
        window.key(KeyCode.ENTER);
        window.awaitGone("talk");
    }

    private void screens() {
        window.key(KeyCode.F3);
        at("agenda");
        window.key(KeyCode.F4);
        at("outbox");
        window.key(KeyCode.F8);
        at("results");
        for (String part : List.of("promises", "steps", "hours")) {
            window.fire("results-part-" + part);
            at("results " + part);
        }
    }

    private void settings() {
        window.key(KeyCode.F9);
        for (String section : window.ids(".section-entry")) {
            window.fire(section);
            at(section);
        }
        window.fire("settings-backups");
        window.key(KeyCode.B);
        FxThread.await(() -> window.visible("backups-table") && !((TableView<?>) window.node("backups-table")).getItems().isEmpty()
            && !window.visible("backups-working"), () -> "a backup");
        at("backups");
        window.key(KeyCode.K);
        window.awaitShown("backups-found");
        at("backups checked");
        sheet("restore", "restore", KeyCode.R);
        popup("backups-table");
    }

    private void log() {
        window.key(KeyCode.F5);
        window.fire("review-today");
        at("review");
        sheet("correct", "correct", KeyCode.E);
        window.key(KeyCode.G);
        window.awaitShown("elsewhere");
        window.type("find-field", "lindq");
        window.awaitText("find-name", "Anders Lindqvist");
        at("elsewhere, who");
        window.key(KeyCode.ENTER);
        window.awaitShown("elsewhere-log");
        at("elsewhere");
        window.key(KeyCode.ESCAPE);
        window.awaitGone("elsewhere");
        sheet("export", "export-hubspot", KeyCode.E, KeyCode.CONTROL);
    }

    private void scripts() {
        window.key(KeyCode.F7);
        window.awaitShown("step-1");
        at("scripts");
        sheet("step kind", "step-change", KeyCode.K);
        sheet("step new", "step-new", KeyCode.A);
        sheet("snippets", "snippets", KeyCode.T);
        fired("rest", "rest", "rest-sheet");
        popup("series");
        popup("editor-more");
        sheet("rehearse", "rehearse-place", KeyCode.R);
        sheet("builder", "builder-audience", KeyCode.B);
    }

    private void prospects() {
        window.key(KeyCode.F6);
        window.awaitText("prospects-name", "Marisol Quintero");
        at("prospects");
        popup("facet-status");
        popup("prospects-order");
        for (KeyCode key : List.of(KeyCode.T, KeyCode.S, KeyCode.R, KeyCode.X)) {
            sheet("deed " + key, "deed", key);
        }
        sheet("add person", "add-person", KeyCode.P);
        sheet("merge", "merge", KeyCode.M);
        window.fire("prospects-dnc");
        window.awaitShown("dnc");
        at("dnc");
        window.fire("dnc-add");
        at("dnc add");
        window.key(KeyCode.ESCAPE);
        window.fire("prospects-everybody");
        window.type("prospects-search", "Anders");
        window.awaitText("prospects-name", "Anders");
        window.focus("prospects-search");
        window.key(KeyCode.ENTER);
        FxThread.await(() -> !window.node("prospects-search").isFocused(), () -> "the keyboard in the table");
        sheet("erase", "erase", KeyCode.DELETE);
        window.type("prospects-search", "");
    }

    private void imports() {
        window.key(KeyCode.O, KeyCode.CONTROL);
        window.awaitShown("import-choose");
        at("import file");
        window.type("import-path", ImportJourneysTest.list(folder, 20).toString());
        window.key(KeyCode.ENTER);
        window.awaitShown("import-name");
        window.fire("import-more");
        window.awaitShown("import-default-value-1");
        at("import options");
        window.key(KeyCode.ENTER, KeyCode.CONTROL);
        window.awaitShown("import-columns");
        at("import columns");
        window.key(KeyCode.ENTER, KeyCode.CONTROL);
        window.awaitShown("import-count-new");
        at("import result");
        window.key(KeyCode.ESCAPE);
        window.awaitGone("import-count-new");
    }

    private void mini() {
        window.key(KeyCode.F2);
        window.key(KeyCode.M, KeyCode.CONTROL);
        window.awaitShown("mini-session");
        at("mini");
        window.key(KeyCode.DIGIT5);
        window.awaitShown("when-date");
        at("mini when");
        window.key(KeyCode.ESCAPE);
        String who = window.text("mini-name");
        press(KeyCode.DIGIT2);
        window.awaitOther("mini-name", who);
        at("mini with a notice");
        press(KeyCode.DIGIT3);
        window.awaitShown("talk");
        at("mini talk");
        window.key(KeyCode.ENTER);
        at("mini after talk");
        window.key(KeyCode.M, KeyCode.CONTROL);
        window.awaitShown("prospect-name");
        at("session again");
    }

    private void errors() {
        notice("session with a problem", Notice.unsaved("The disk is full: this outcome is not saved. Make room, then try again.", new Again(null, () -> {})));
        window.background().db(() -> {
            throw new IllegalStateException("by the walk");
        }, then -> {});
        opened("error", "error-sheet");
        FxThread.run(() -> ((MainWindow) window.stage.getScene().getRoot()).setBanner(SafetyWiring.readingBanner()));
        at("open for reading");
    }
}

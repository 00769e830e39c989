package app.afterbeep;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

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

    /// Looks at one place.
    interface Look {
        void at(String place);
    }

    /// Through a window with the sample prospects.
    ///
    /// @param folder for the files that are imported
    static void all(RealWindow window, Path folder, Look look) {
        Walk walk = new Walk(window, folder, look);
        window.awaitText("prospect-name", "Marisol Quintero");
        walk.session();
        walk.screens();
        walk.log();
        walk.scripts();
        walk.prospects();
        walk.imports();
        walk.mini();
    }

    /// Through a window in which nobody is yet.
    static void empty(RealWindow window, Look look) {
        Walk walk = new Walk(window, Path.of("."), look);
        window.awaitShown("first-start");
        look.at("empty session");
        for (KeyCode key : List.of(KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6, KeyCode.F8)) {
            window.key(key);
            window.pauseForReading();
            look.at("empty " + key);
        }
        window.key(KeyCode.M, KeyCode.CONTROL);
        window.awaitShown("mini-session");
        walk.at("empty mini");
    }

    private void at(String place) {
        window.pauseForReading();
        look.at(place);
    }

    private void sheet(String place, String id, KeyCode key, KeyCode... modifiers) {
        window.key(key, modifiers);
        window.awaitShown(id);
        at(place);
        window.key(KeyCode.ESCAPE);
        window.awaitGone(id);
    }

    private void session() {
        at("session");
        window.key(KeyCode.SPACE);
        at("session speaking");
        window.key(KeyCode.SPACE);
        sheet("keys", "keys", KeyCode.F1);
        sheet("when", "when", KeyCode.DIGIT5);
        sheet("wording", "wording-text", KeyCode.E);
        sheet("caller", "caller", KeyCode.I);
        window.key(KeyCode.DIGIT1);
        window.awaitText("prospect-name", "Deshawn Whitlock");
        at("session with a notice");
        window.key(KeyCode.DIGIT3);
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
        window.key(KeyCode.F9);
        for (String section : window.ids(".section-entry")) {
            window.fire(section);
            at(section);
        }
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
        window.fire("rest");
        window.awaitShown("rest-sheet");
        at("rest");
        window.key(KeyCode.ESCAPE);
        window.awaitGone("rest-sheet");
        sheet("rehearse", "rehearse-place", KeyCode.R);
        sheet("builder", "builder-audience", KeyCode.B);
    }

    private void prospects() {
        window.key(KeyCode.F6);
        window.awaitText("prospects-name", "Marisol Quintero");
        at("prospects");
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
        window.key(KeyCode.DIGIT2);
        at("mini with a notice");
        window.key(KeyCode.DIGIT3);
        at("mini talk");
        window.key(KeyCode.ENTER);
        at("mini after talk");
        window.key(KeyCode.M, KeyCode.CONTROL);
        window.awaitShown("prospect-name");
        at("session again");
    }
}

package app.afterbeep;

import app.afterbeep.exports.CsvFormat;
import app.afterbeep.exports.ExportService;
import app.afterbeep.exports.ExportViewModel;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.MainWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What a rep does beside the session: every screen, their sheets, an import and an export beside the clicks, corrections, another look.
final class RobotTour {
    private static final List<String> SCREENS = List.of("agenda", "outbox", "review", "prospects", "scripts", "results", "settings");
    private static final SortedMap<String, Integer> LOOKS = new TreeMap<>(Map.of("dark", 10, "light", 18, "system", 14));
    private static final int[] AREAS = {212, 312, 617, 404};
    private static final String PEOPLE = "SELECT count(*) FROM prospect";

    private final RealWindow window;
    private final RobotRep rep;
    private final Path folder;
    private final Random random;
    private final ExportViewModel exports;
    private final MovableClock clock;
    private int lists;
    private int people;
    private int latest;

    RobotTour(RealWindow window, RobotRep rep, MovableClock clock, Path folder, Random random) {
        this.window = window;
        this.rep = rep;
        this.clock = clock;
        this.folder = folder;
        this.random = random;
        // The system's file chooser has no keys: what it leads to begins here.
        exports = FxThread.call(() -> new ExportViewModel(new ExportService(window.data.database(), clock), window.background(),
            (MainWindow) window.stage.getScene().getRoot(), window.data.settings()::get, changed -> { }));
    }

    private void open(String screen) {
        rep.read();
        window.click("nav-" + screen, 1);
        window.awaitShown(screen);
    }

    private void sheet(String id, KeyCode key, KeyCode... modifiers) {
        rep.read();
        window.key(key, modifiers);
        window.awaitShown(id);
        window.key(KeyCode.ESCAPE);
        window.awaitGone(id);
    }

    /// Every screen once.
    void screens() {
        SCREENS.forEach(this::open);
    }

    private Path list(int rows) {
        latest = rows;
        StringBuilder text = new StringBuilder("First Name,Last Name,Company,Title,Phone,Email\n");
        for (int i = 0; i < rows; i++, people++) {
            int area = AREAS[people % AREAS.length];
            int line = people / AREAS.length;
            text.append("Ann%d,Lee%d,Company %d,Director,(%d) %03d-%04d,ann%d@example.com%n".formatted(people % 97, people, people % 991, area,
                200 + line / 10_000, line % 10_000, people));
        }
        try {
            return Files.writeString(folder.resolve("list-" + ++lists + ".csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins to bring a list in; the rep goes on meanwhile.
    void beginImport(int rows) {
        rep.read();
        Path list = list(rows);
        window.key(KeyCode.O, KeyCode.CONTROL);
        window.awaitShown("import-path");
        window.type("import-path", list.toString());
        window.key(KeyCode.ENTER);
        window.awaitText("import-kind", "CSV");
        window.key(KeyCode.ENTER);
        window.awaitShown("import-columns");
        FxThread.await(() -> window.node("import-columns").isFocused(), () -> "the columns");
        window.key(KeyCode.ENTER, KeyCode.CONTROL);
        FxThread.await(() -> window.visible("import-go-on") || window.visible("import-dial"), () -> "the import under way");
        window.key(KeyCode.ESCAPE);
        window.awaitGone("import");
    }

    /// Ctrl+Z took back what was done last, which may have been the import: then its people are gone.
    void takeBack() {
        String said = rep.undo();
        if (said.contains("Imported") || said.startsWith("Took back")) {
            people -= latest;
            window.awaitNumber(PEOPLE, people);
        }
    }

    /// Until all lists are in.
    void endImport() {
        window.awaitNumber(PEOPLE, people);
        FxThread.await(() -> !window.visible("import-strip-stop"), () -> "the end of the import");
        if (window.shown("import-strip-close")) {
            window.click("import-strip-close", 1);
            window.awaitGone("import-strip-close");
        }
    }

    void export() {
        Path file = folder.resolve("export-" + random.nextInt(1_000_000) + ".csv");
        FxThread.run(() -> exports.run(ExportViewModel.Wish.everybody(LocalDate.now(clock)), CsvFormat.AFTERBEEP, file));
        FxThread.await(() -> exports.running().get() == null, () -> "the end of the export");
        if (Files.notExists(file)) {
            throw new AssertionError("no export at " + file);
        }
    }

    /// Every theme, each in another size, then as it was. The same in each hour: what JavaFX keeps for a size it keeps from the first hour on.
    void look() {
        LOOKS.forEach((theme, size) -> {
            open("settings");
            window.click("settings-appearance", 1);
            window.click("theme-" + theme, 1);
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'theme' AND value = '" + theme + "'", 1);
            size(size);
            screens();
            rep.toSession();
        });
    }

    private void size(int size) {
        window.type("setting-font_size", Integer.toString(size));
        window.key(KeyCode.ENTER);
        window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'font_size' AND value = '" + size + "'", 1);
    }

    /// A call of today is corrected.
    void correct() {
        open("review");
        window.click("review-today", 1);
        FxThread.await(() -> window.node("review-table") instanceof TableView<?> table && !table.getItems().isEmpty(), () -> "the calls of today");
        FxThread.run(() -> window.node("review-table").requestFocus());
        for (int i = random.nextInt(5); i >= 0; i--) {
            window.key(KeyCode.DOWN);
        }
        rep.read();
        window.key(KeyCode.E);
        window.awaitShown("correct");
        // A call that was received can't have ended as each.
        List<String> outcomes = FxThread.call(() -> Stream.of("no_answer", "gatekeeper", "busy", "left_voicemail", "not_interested")
            .filter(code -> window.visible("correct-" + code)).toList());
        window.click("correct-" + outcomes.get(random.nextInt(outcomes.size())), 1);
        rep.read();
        boolean follows = FxThread.call(() -> window.visible("correct-follow") && !window.node("correct-follow").isDisabled());
        boolean changed = FxThread.call(() -> !window.node("correct-log").isDisabled());
        if (follows || changed) {
            window.click(follows ? "correct-follow" : "correct-log", 1);
        } else {
            window.key(KeyCode.ESCAPE);
        }
        window.awaitGone("correct");
    }

    /// Somebody who called, and a call that was made elsewhere.
    void otherCalls() {
        rep.toSession();
        String before = rep.name();
        find(KeyCode.I);
        window.awaitText("why-now", "They called you");
        rep.read();
        window.key(KeyCode.DIGIT7);
        window.awaitText("prospect-name", before);
        rep.loggedElsewhere();
        open("review");
        find(KeyCode.G);
        window.awaitShown("elsewhere-log");
        window.click("elsewhere-no_answer", 1);
        window.type("elsewhere-time", "9:" + (10 + random.nextInt(19)));
        window.awaitGone("elsewhere-problem");
        window.click("elsewhere-log", 1);
        window.awaitGone("elsewhere");
        rep.loggedElsewhere();
    }

    /// Somebody who is not on the screen.
    private void find(KeyCode key) {
        rep.read();
        window.key(key);
        window.awaitShown("find-field");
        String name = "Lee" + (people - 1 - random.nextInt(200));
        window.type("find-field", name);
        FxThread.await(() -> window.visible("find-name") && window.says("find-name").endsWith(" " + name), () -> name);
        rep.read();
        window.key(KeyCode.ENTER);
    }

    /// Looks for people on Prospects, and opens what can be opened there.
    void search(boolean sheets) {
        open("prospects");
        String name = "Lee" + random.nextInt(people);
        window.type("prospects-search", name);
        window.awaitText("prospects-more", " of ");
        window.key(KeyCode.ENTER);
        window.awaitText("prospects-name", name);
        if (sheets) {
            for (KeyCode key : List.of(KeyCode.T, KeyCode.S, KeyCode.R, KeyCode.X, KeyCode.P, KeyCode.M)) {
                sheet(key == KeyCode.P ? "add-person" : key == KeyCode.M ? "merge" : "deed", key);
            }
            sheet("export", KeyCode.E, KeyCode.CONTROL);
        }
        window.type("prospects-search", "");
        window.awaitText("prospects-more", " prospects");
    }

    /// The sheets of the other screens.
    void sheets() {
        rep.toSession();
        sheet("find-field", KeyCode.I);
        sheet("import", KeyCode.O, KeyCode.CONTROL);
        open("review");
        sheet("find-field", KeyCode.G);
        sheet("export", KeyCode.E, KeyCode.CONTROL);
        open("scripts");
        window.awaitShown("timeline");
        sheet("builder", KeyCode.B);
        sheet("rehearsal", KeyCode.R);
    }

    /// Some more words in a script.
    void edit(int hour) {
        open("scripts");
        window.awaitShown("editor-text");
        window.awaitText("preview-title", "HEARS IT");
        rep.read();
        window.key(KeyCode.E);
        Node text = window.node("editor-text");
        FxThread.await(text::isFocused, () -> "the keyboard in the text");
        window.key(KeyCode.END, KeyCode.CONTROL);
        for (String letter : (" Hour " + hour + ".").split("")) {
            FxThread.run(() -> Event.fireEvent(text, new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false)));
        }
        window.awaitNumber("SELECT count(*) FROM script_version WHERE body LIKE '%Hour " + hour + ".%'", 1);
    }
}

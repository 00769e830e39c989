package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.BackupService;
import app.afterbeep.backups.Tally;
import app.afterbeep.calls.Outcome;
import app.afterbeep.cli.Cli;
import app.afterbeep.start.OneWindow;
import app.afterbeep.start.Started;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.ReadOnlyFolder;
import app.afterbeep.testkit.Typist;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it starts on files that can't be used as they are: one window, the ways out, and what each does.
class OpeningTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);
    private FutureTask<Optional<String>> running;

    @BeforeEach
    void aDayWithABackup() throws Exception {
        FxThread.run(Theme::loadFonts);
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            desk.add("Bob Cruz", "+12125550143");
            desk.log(desk.next(), Outcome.NO_ANSWER);
            new BackupService(file(), clock, () -> "").backUp(Kind.REGULAR, "");
        }
        clock.pass(Duration.ofMinutes(30));
    }

    private Path file() {
        return folder.resolve("afterbeep.db");
    }

    /// Starts the program as `App` does, in a thread that stands for the main one.
    private void start(Path dataDir) {
        Callable<Optional<String>> program = () -> {
            Background background = Background.threads();
            try (Started started = Started.in(dataDir, background.fx()).orElseThrow();
                 Opening opening = new Opening(new Cli.Options(dataDir, clock, true, false), background, started,
                     new Opening.Start(new StartLog(), painted -> {}))) {
                return opening.run().map(Throwable::getMessage);
            }
        };
        running = new FutureTask<>(program);
        Thread.ofPlatform().daemon().start(running);
    }

    private static Node node(String id) {
        return Window.getWindows().stream().filter(Window::isShowing).map(window -> window.getScene().lookup("#" + id)).filter(n -> n != null).findFirst().orElse(null);
    }

    private static String text(String id) {
        return node(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static void await(String id, String text) {
        FxThread.await(() -> node(id) != null && text(id).contains(text), () -> "“" + text + "” in #" + id + ": " + text(id));
    }

    private static Typist typist() {
        return new Typist(FxThread.call(() -> (Stage) Window.getWindows().stream().filter(Window::isShowing).findFirst().orElseThrow()));
    }

    private Optional<String> end() throws Exception {
        FxThread.run(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
        return running.get();
    }

    private List<String> set() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(each -> each.getFileName().toString()).filter(name -> name.contains("damaged")).toList();
        }
    }

    @Test
    void aDamagedFileGivesWayToTheNewestBackupAndIsKept() throws Exception {
        Files.writeString(file(), "no data file any more");
        start(folder);
        await("opening-what", "not Afterbeep's");
        assertEquals("no data file any more", Files.readString(file()));
        typist().key(KeyCode.DIGIT1);
        FxThread.await(() -> node("prospect-name") != null && !text("prospect-name").isEmpty(), () -> "a prospect");
        assertEquals(Optional.empty(), end());
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        }
        assertEquals(1, set().size(), "the damaged one is kept, dated");
        assertEquals("no data file any more", Files.readString(folder.resolve("backups").resolve(set().getFirst())));
    }

    @Test
    void aRestoreInTheWindowShowsWhatItChangesAndOpensTheDataAgain() throws Exception {
        try (Desk desk = new Desk(folder, clock)) {
            desk.log(desk.next(), Outcome.NO_ANSWER);
        }
        start(folder);
        FxThread.await(() -> node("nav-settings") != null, () -> "the window");
        Typist typist = typist();
        FxThread.run(() -> ((ToggleButton) node("nav-settings")).fire());
        FxThread.run(() -> ((ToggleButton) node("settings-backups")).fire());
        FxThread.await(() -> node("backups-table") instanceof TableView<?> table && table.getItems().size() >= 1, () -> "the list");
        FxThread.run(() -> ((TableView<?>) node("backups-table")).getSelectionModel().selectLast());
        FxThread.run(() -> ((Button) node("backups-restore")).fire());
        FxThread.await(() -> node("restore-counts") != null && ((Parent) node("restore-counts")).getChildrenUnmodifiable().stream()
            .anyMatch(n -> n instanceof Labeled l && l.getText().equals("1 fewer")), () -> "what would change");
        typist.key(KeyCode.ENTER);
        FxThread.await(() -> node("restore-counts") == null && node("toast") != null && node("toast").lookupAll(".toast-text").stream()
            .anyMatch(n -> n instanceof Labeled l && l.getText().startsWith("Restored: 2 prospects, 1 attempt, 0 emails.")), () -> "the restored file");
        assertEquals(1, Window.getWindows().stream().filter(Window::isShowing).count(), "in the same window");
        assertEquals(Optional.empty(), end());
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        }
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            assertEquals(1, files.filter(each -> each.toString().contains("before-restore")).count());
        }
    }

    @Test
    void escQuitsAndNothingWasTouched() throws Exception {
        Files.write(file(), new byte[0]);
        start(folder);
        await("opening-what", "is empty");
        typist().key(KeyCode.DOWN);
        typist().key(KeyCode.ESCAPE);
        assertTrue(running.get().orElseThrow().contains("is empty"));
        assertEquals(0, Files.size(file()));
    }

    @Test
    void attemptsThatAreMissingAreSaidAndTheRepMayGoOn() throws Exception {
        new Tally(file()).write(4, clock.instant());
        start(folder);
        await("opening-what", "The latest 3 attempts are missing");
        FxThread.await(() -> node("opening-restore") != null, () -> "the offer of the backup");
        typist().key(KeyCode.DIGIT2);
        FxThread.await(() -> node("prospect-name") != null && !text("prospect-name").isEmpty(), () -> "the session");
        assertEquals(Optional.empty(), end());
        start(folder);
        FxThread.await(() -> node("prospect-name") != null && !text("prospect-name").isEmpty(), () -> "the session at once: it was said");
        end();
    }

    @Test
    void theLogOfAMissingFileIsSaidAndKeptWhenTheRepBeginsAnew() throws Exception {
        Files.delete(file());
        Files.writeString(folder.resolve("afterbeep.db-wal"), "what was done last");
        start(folder);
        await("opening-what", "is missing, but its log afterbeep.db-wal is there");
        typist().key(KeyCode.DIGIT3);
        FxThread.await(() -> node("nav-settings") != null, () -> "the window");
        assertEquals(Optional.empty(), end());
        assertEquals(1, set().size());
        assertEquals("what was done last", Files.readString(folder.resolve("backups").resolve(set().getFirst())));
    }

    @Test
    void aFolderThatAnotherWindowHasIsSaidAndThatWindowComesToTheFront() throws Exception {
        Files.write(file(), new byte[0]);
        Path other = Files.createDirectory(folder.resolve("other"));
        AtomicInteger fronts = new AtomicInteger();
        try (Started there = Started.in(other, Runnable::run).orElseThrow()) {
            there.show(new OneWindow.Window(Runnable::run, lists -> fronts.incrementAndGet()));
            start(folder);
            await("opening-what", "is empty");
            FxThread.run(() -> ((OpeningView) node("opening")).choose(other));
            await("opening-refusal", "Afterbeep is already open on " + other);
            assertEquals(1, fronts.get());
        }
        FxThread.run(() -> ((OpeningView) node("opening")).choose(other));
        FxThread.await(() -> node("nav-settings") != null, () -> "the window, now that the folder is free");
        assertEquals(Optional.empty(), end());
    }

    @Test
    void aFileThatCanOnlyBeReadIsShownAndNothingCanBeLogged() throws Exception {
        Path fixed = folder.resolve("fixed");
        try (ReadOnlyFolder _ = new ReadOnlyFolder(fixed, folder)) {
            start(fixed);
            await("opening-what", "can be read but not written");
            typist().key(KeyCode.DIGIT2);
            FxThread.await(() -> node("reading") != null && !text("prospect-name").isEmpty(), () -> "the session with its banner");
            assertTrue(FxThread.call(() -> node("outcome-no_answer").isDisabled()));
            Typist typist = typist();
            typist.pause(350);
            typist.key(KeyCode.DIGIT2);
            for (String screen : List.of("agenda", "outbox", "review", "prospects", "scripts", "results", "settings", "session")) {
                FxThread.run(() -> ((ToggleButton) node("nav-" + screen)).fire());
                typist.pause(200);
                assertFalse(FxThread.call(() -> node("toast") instanceof Node toast && toast.isVisible() && toast.lookupAll(".toast-text").stream()
                    .anyMatch(n -> n instanceof Labeled l && l.getText().contains("should not"))), screen);
            }
            assertEquals(Optional.empty(), end());
        }
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertEquals(0, files.filter(each -> each.getFileName().toString().startsWith("afterbeep-reading-")).count(), "the copy is gone");
        }
    }
}

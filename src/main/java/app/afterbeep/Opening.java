package app.afterbeep;

import app.afterbeep.OpeningView.Choice;
import app.afterbeep.backups.Backup;
import app.afterbeep.backups.BackupService;
import app.afterbeep.backups.RestoreService;
import app.afterbeep.backups.RestoreService.Restored;
import app.afterbeep.backups.Tally;
import app.afterbeep.cli.Cli;
import app.afterbeep.cli.DataFolder;
import app.afterbeep.db.DbException;
import app.afterbeep.db.DbException.Fault;
import app.afterbeep.start.Errors;
import app.afterbeep.start.OneWindow;
import app.afterbeep.start.Started;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Brings the data into the window: opens the file, asks what to do where that can't be done, and after a restore opens it again in the same
/// window. Belongs to the main thread; the window itself to the FX thread.
final class Opening implements AutoCloseable {
    /// Without a card by then the window comes without one.
    private static final Duration PATIENCE = Duration.millis(400);

    private Cli.Options options;
    private final Path home;
    private final Started started;
    private final Start begun;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Background background;
    private @Nullable Started elsewhere;
    private boolean listsTaken;
    private Future<Data> data;
    private boolean reading;
    private boolean lossAccepted;
    private @Nullable Notice notice;
    private String refusal = "";
    private @Nullable Stage stage;

    /// What is told of the start.
    ///
    /// @param painted gets the window when its first frame with the next prospect has been drawn
    record Start(StartLog log, Consumer<Wiring> painted) {}

    /// Begins to open the file at once.
    Opening(Cli.Options options, Background background, Started started, Start begun) {
        this.begun = begun;
        this.options = options;
        this.home = options.dataDir();
        this.background = background;
        this.started = started;
        this.data = begin();
    }

    private Path file() {
        return options.dataDir().resolve(DataFolder.FILE);
    }

    private Future<Data> begin() {
        Background own = background;
        return own.opening(() -> open(own));
    }

    private Data open(Background own) throws AppException {
        Data opened = Data.open(options, own, reading);
        long latest = opened.database().latestAttempt();
        long missing = reading || lossAccepted ? 0 : new Tally(file()).missing(latest);
        if (missing > 0) {
            String there = Restored.words(opened.database().contents());
            opened.database().close();
            throw new DbException(Fault.LOST, (missing == 1 ? "The latest attempt is" : "The latest " + missing + " attempts are") + " missing in the data file. "
                + "That happens when the file afterbeep.db-wal beside it is deleted after a crash, or when an older file was put in its place. It has " + there + " now.", null);
        }
        begun.log().done("data file");
        return opened;
    }

    /// Shows the window until it is closed.
    ///
    /// @return why there could be none; empty when all went well
    Optional<Throwable> run() throws InterruptedException {
        while (true) {
            Data opened;
            try {
                opened = data.get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (!(cause instanceof DbException)) {
                    return Optional.of(cause);
                }
                Optional<Choice> choice = ask((DbException) cause);
                if (choice.isEmpty()) {
                    hide();
                    return Optional.of(cause);
                }
                follow(choice.get());
                data = begin();
                continue;
            }
            AtomicReference<@Nullable Path> restore = new AtomicReference<>();
            Throwable failure = show(opened, restore);
            background.close();
            Path backup = restore.get();
            if (failure != null || backup == null) {
                return Optional.ofNullable(failure);
            }
            restore(backup);
            background = Background.threads();
            data = begin();
        }
    }

    /// Until the window is closed, or wants a backup restored.
    private @Nullable Throwable show(Data opened, AtomicReference<@Nullable Path> restore) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Platform.runLater(() -> {
            try {
                start(opened, restore, closed);
            } catch (RuntimeException | Error e) {
                failure.set(e);
                closed.countDown();
            }
        });
        closed.await();
        return failure.get();
    }

    private Stage stage() {
        Stage shown = stage;
        if (shown == null) {
            shown = new Stage();
            stage = shown;
            Runtime.getRuntime().addShutdownHook(new Thread(this::closeInTime, "shutdown"));
        }
        return shown;
    }

    private void start(Data opened, AtomicReference<@Nullable Path> restore, CountDownLatch closed) {
        Stage window = stage();
        Wiring wiring = new Wiring(options, background, opened, window, errors());
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> wiring.failed(e));
        Runnable end = () -> {
            window.setOnHidden(e -> { });
            wiring.close();
            closed.countDown();
        };
        window.setOnHidden(e -> end.run());
        wiring.onRestore(backup -> {
            restore.set(backup);
            end.run();
        });
        wiring.start();
        begun.log().done("window");
        PauseTransition wait = new PauseTransition(PATIENCE);
        wait.setOnFinished(e -> window.show());
        wait.play();
        wiring.whenReady(() -> {
            wait.stop();
            if (closed.getCount() == 0) {
                // Closed before it was known who is next: it does not come again.
                return;
            }
            begun.log().done("next prospect");
            window.show();
            begun.log().done("shown");
            wiring.whenPainted(() -> later(window, wiring));
        });
        Optional.ofNullable(elsewhere).orElse(started).show(new OneWindow.Window(background.fx(), wiring::front));
        if (notice != null) {
            wiring.show(notice);
            notice = null;
        }
    }

    /// What the first frame need not wait for.
    private void later(Stage window, Wiring wiring) {
        begun.log().done("painted");
        String line = begun.log().write();
        if (options.startShown()) {
            App.print(line);
        }
        icons(window);
        wiring.later();
        if (!listsTaken && !options.lists().isEmpty()) {
            listsTaken = true;
            wiring.front(options.lists());
        }
        begun.painted().accept(wiring);
    }

    private static void icons(Stage window) {
        if (window.getIcons().isEmpty()) {
            window.getIcons().addAll(Stream.of(32, 64, 256).map(size -> new Image("/app/afterbeep/ui/icon-" + size + ".png")).toList());
        }
    }

    private void hide() {
        Platform.runLater(() -> Optional.ofNullable(stage).ifPresent(Stage::hide));
    }

    /// @return the rep's choice; empty: to quit
    private Optional<Choice> ask(DbException trouble) throws InterruptedException {
        List<Choice> ways = OpeningView.ways(trouble.fault(), backup(), options.clock());
        CountDownLatch chosen = new CountDownLatch(1);
        AtomicReference<@Nullable Choice> answer = new AtomicReference<>();
        Platform.runLater(() -> {
            Stage window = stage();
            OpeningView view = new OpeningView(trouble, refusal, options.dataDir(), ways, choice -> {
                window.setOnHidden(e -> { });
                answer.set(choice);
                chosen.countDown();
            }, window::hide);
            window.setOnHidden(e -> chosen.countDown());
            view.showOn(window);
            icons(window);
        });
        chosen.await();
        return Optional.ofNullable(answer.get());
    }

    private Optional<Backup> backup() {
        try {
            BackupService backups = new BackupService(file(), options.clock(), () -> "");
            backups.verifyAll();
            return backups.standing().newest(options.clock().instant());
        } catch (AppException | DbException e) {
            return Optional.empty();
        }
    }

    private void follow(Choice choice) throws InterruptedException {
        reading = false;
        refusal = "";
        switch (choice.way()) {
            case RESTORE -> restore(choice.path());
            case READ -> reading = true;
            case FOLDER -> move(choice.path());
            case GO_ON -> {
                lossAccepted = true;
                notice = Notice.done("Going on with the file as it is.");
            }
            case ANEW -> beginAnew();
            case AGAIN -> { }
        }
    }

    /// To another folder, unless another window has that one, which then comes to the front.
    private void move(Path folder) throws InterruptedException {
        if (same(folder, options.dataDir())) {
            return;
        }
        Started there = same(folder, home) ? null : Started.in(folder, background.fx()).orElse(null);
        if (there == null && !same(folder, home)) {
            refusal = switch (OneWindow.callFirst(folder, List.of())) {
                case TAKEN_OVER -> "Afterbeep is already open on " + folder + ". Go on in that window, which is in front now, or choose another way here.";
                case IMPORTING -> "An import into " + folder + " is running. Choose that folder again when it has ended.";
                case SILENT -> "Another Afterbeep has " + folder + " and does not answer. Choose that folder again in a moment.";
            };
            return;
        }
        closeElsewhere();
        elsewhere = there;
        options = new Cli.Options(folder, options.clock(), options.clockShown(), options.demo(), options.lists(), options.startShown());
    }

    private static boolean same(Path folder, Path other) {
        return folder.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private void closeElsewhere() {
        if (elsewhere != null) {
            elsewhere.close();
            elsewhere = null;
        }
    }

    private Errors errors() {
        return Optional.ofNullable(elsewhere).orElse(started).errors();
    }

    /// The system ends the program, when the user logs out or by SIGTERM: the window closes as if the rep had closed it, so that what is being typed gets into
    /// the file. After four seconds the program ends in any case: Windows waits for five.
    private void closeInTime() {
        if (ended.getCount() > 0) {
            hide();
            try {
                ended.await(4, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void beginAnew() {
        try {
            Path kept = new RestoreService(file(), options.clock()).setLogAside();
            lossAccepted = true;
            notice = Notice.done("An empty file. The log of the one that is missing is kept as " + kept.getFileName() + " in the folder backups.");
        } catch (AppException e) {
            notice = Notice.problem(String.valueOf(e.getMessage()));
        }
    }

    private void restore(Path backup) {
        try {
            Restored restored = new RestoreService(file(), options.clock()).restore(backup);
            Path aside = restored.setAside();
            notice = Notice.done(restored.sentence() + (aside == null ? "" : " What was here is kept: Settings, Backups."));
        } catch (AppException e) {
            notice = Notice.problem(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        background.close();
        closeElsewhere();
        ended.countDown();
    }
}

package app.afterbeep;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.BackupService;
import app.afterbeep.backups.BackupsPane;
import app.afterbeep.backups.BackupsViewModel;
import app.afterbeep.backups.Tally;
import app.afterbeep.db.Database;
import app.afterbeep.db.Pace;
import app.afterbeep.settings.Setting;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Lazy;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.controls.Controls;
import atlantafx.base.controls.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Makes what keeps the data safe while the window is open: the backups with their section of the settings, and the count of attempts beside the
/// file.
final class SafetyWiring {
    private static final System.Logger LOG = System.getLogger(SafetyWiring.class.getName());
    /// Whether a backup is due is asked no more often.
    private static final Duration LOOK = Duration.ofMinutes(5);

    private final Database database;
    private final BackupService backups;
    private final Background background;
    private final MainWindow window;
    private final Clock clock;
    private final Tally tally;
    private final Lazy<BackupsPane> pane;
    private Instant looked = Instant.MIN;
    private String told = "";
    private long counted;
    /// What is there is set aside next: no other backup is needed at the end.
    private volatile boolean restoring;

    /// @param restore closes the data, and opens the window anew on a backup
    SafetyWiring(Services s, MainWindow window, Consumer<Path> restore) {
        this.database = s.database;
        this.backups = s.data.backups();
        this.background = s.background;
        this.window = window;
        this.clock = s.clock;
        this.tally = new Tally(database.file());
        BackupsViewModel.Doors doors = new BackupsViewModel.Doors(() -> s.settings.get().text(Setting.BACKUP_FOLDER),
            folder -> s.save(Map.of(Setting.BACKUP_FOLDER, folder)), backup -> {
                restoring = true;
                restore.accept(backup);
            });
        pane = new Lazy<>(() -> new BackupsPane(new BackupsViewModel(backups, database, background, window, s.handoff, clock, doors), window));
        if (!database.reading()) {
            database.onChange(this::count);
        }
    }

    /// Above every screen while the file is only open for reading.
    static Region readingBanner() {
        Notification words = new Notification("Open for reading: the data file can't be written. No outcome can be logged, nothing is sent, and what you change now is "
            + "not kept.", Controls.icon("fth-lock"));
        words.setId("reading-text");
        words.setAccessibleText(words.getMessage());
        // It is read, not pressed.
        words.setFocusTraversable(false);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(words);
        banner.setId("reading");
        banner.getStyleClass().addAll("reminder", "reading");
        return banner;
    }

    /// The section of the settings.
    BackupsPane pane() {
        return pane.get();
    }

    /// After each change, off the click.
    private void count() {
        background.db(database::latestAttempt, latest -> {
            if (latest != counted) {
                counted = latest;
                background.io(() -> {
                    tally.write(latest, clock.instant());
                    return latest;
                }, written -> { }, e -> LOG.log(System.Logger.Level.DEBUG, "the count of attempts is not kept", e));
            }
        });
    }

    /// On the database thread, when nothing has been asked of it for a while.
    void idle() {
        Instant now = clock.instant();
        if (!database.reading() && (looked.equals(Instant.MIN) || Duration.between(looked, now).abs().compareTo(LOOK) >= 0)) {
            looked = now;
            String changes = database.changes();
            background.lasting(() -> backups.whenDue(changes), made -> { }, this::failed);
        }
    }

    /// A backup that can't be made is said once, not every few minutes.
    private void failed(Exception e) {
        if (!told.equals(String.valueOf(e.getMessage()))) {
            told = String.valueOf(e.getMessage());
            window.show(Notice.problem(e instanceof AppException ? told : "No backup could be made: " + told));
        }
    }

    /// On the thread of an import, before its first row.
    void beforeImport() throws Exception {
        if (!database.reading()) {
            backups.before(Backup.Kind.BEFORE_IMPORT, background.inTurn(database::changes), Pace.besideClicks());
        }
    }

    /// Closes the database and makes the last backup of the day, on the database thread. Nobody waits for it but the end of the program.
    void close() {
        boolean reading = database.reading();
        String changes = database.changes();
        long latest = database.latestAttempt();
        database.close();
        if (reading || restoring) {
            return;
        }
        try {
            tally.write(latest, clock.instant());
            backups.atClose(changes);
        } catch (AppException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no backup at the end", e);
        }
    }
}

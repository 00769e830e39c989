package app.afterbeep.backups;

import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.BackupService.Kept;
import app.afterbeep.backups.BackupService.Standing;
import app.afterbeep.db.DataFile.Contents;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.db.Pace;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the section Backups of the settings shows and does. On the FX thread.
public final class BackupsViewModel {
    private final BackupService backups;
    private final CheckService checks;
    private final Database database;
    private final Background background;
    private final Notices notices;
    private final Handoff handoff;
    private final Clock clock;
    private final Doors doors;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CheckService.@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper working = new ReadOnlyStringWrapper("");

    /// What this section asks of the rest of the window.
    ///
    /// @param second  the second folder as it is set, "" for none
    /// @param choose  sets it
    /// @param restore closes the data, puts this backup in their place and opens them again
    public record Doors(Supplier<String> second, Consumer<String> choose, Consumer<Path> restore) {}

    /// A restore that the rep is asked about.
    ///
    /// @param now  what is in the file now
    /// @param then what would be
    public record Question(Backup backup, Contents now, Contents then) {}

    public BackupsViewModel(BackupService backups, Database database, Background background, Notices notices, Handoff handoff, Clock clock, Doors doors) {
        this.backups = backups;
        this.checks = new CheckService(database, clock);
        this.database = database;
        this.background = background;
        this.notices = notices;
        this.handoff = handoff;
        this.clock = clock;
        this.doors = doors;
    }

    /// Null until the folder was read.
    ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Question> question() {
        return question.getReadOnlyProperty();
    }

    /// What the last check has found; null before.
    ReadOnlyObjectProperty<CheckService.@Nullable Found> found() {
        return found.getReadOnlyProperty();
    }

    /// What is under way, or "".
    ReadOnlyStringProperty working() {
        return working.getReadOnlyProperty();
    }

    Path folder() {
        return BackupService.folder(database.file());
    }

    String second() {
        return doors.second().get();
    }

    /// The file is only open for reading: a backup of the copy would be none.
    boolean reading() {
        return database.reading();
    }

    /// Reads the folder, then whatever in it nobody has read yet.
    public void refresh() {
        background.io(backups::standing, now -> {
            standing.set(now);
            if (now.kept().stream().anyMatch(kept -> kept.backup().checked() == Backup.Checked.NOT_YET)) {
                background.lasting(() -> {
                    backups.verifyAll();
                    return backups.standing();
                }, standing::set, this::failed);
            }
        }, this::failed);
    }

    /// "Last backup today, 9:30 am · 14 kept".
    String sentence() {
        Standing now = standing.get();
        if (now == null) {
            return "";
        }
        long kept = now.kept().stream().filter(each -> each.backup().good()).count();
        return now.last().map(last -> "Last backup " + when(last.at()) + " · " + kept + " kept").orElse("No backup yet");
    }

    /// "today, 9:30 am".
    String when(Instant at) {
        Instant now = clock.instant();
        String ago = BackupRules.ago(at, now, clock.getZone());
        return ago.equals("today") || ago.equals("yesterday") ? ago + ", " + Times.clock(at.atZone(clock.getZone()))
            : Times.dated(at, clock.getZone(), now) + (at.isAfter(now) ? " (a date to come)" : "");
    }

    static String why(Backup backup) {
        return switch (backup.kind()) {
            case REGULAR -> "";
            case BEFORE_IMPORT -> "before an import";
            case BEFORE_RESTORE -> "set aside by a restore";
            case BEFORE_VERSION -> "before a new version";
            case DAMAGED -> "damaged, kept as it was";
        };
    }

    static String checked(Backup backup) {
        return switch (backup.checked()) {
            case GOOD -> "checked";
            case NOT_YET -> "not yet checked";
            case DAMAGED -> "damaged";
        };
    }

    static String where(Kept kept) {
        return kept.here() && kept.there() ? "both folders" : kept.here() ? "this computer" : "second folder";
    }

    /// Makes one now, also when nothing has changed.
    public void backUpNow() {
        if (!working.get().isEmpty() || reading()) {
            return;
        }
        working.set("Making a backup…");
        background.lasting(() -> backups.backUp(Kind.REGULAR, background.inTurn(database::changes)), made -> {
            working.set("");
            notices.show(Notice.done("Backed up and checked: " + RestoreService.Restored.words(Objects.requireNonNull(made.contents())) + "."));
            refresh();
        }, this::failed);
    }

    private void failed(Exception e) {
        working.set("");
        notices.show(Notice.problem(e instanceof AppException || e instanceof DbException ? String.valueOf(e.getMessage())
            : "Something went wrong that should not: " + e.getClass().getSimpleName() + ". The backups are as they were."));
    }

    /// @param folder "" for none
    void chooseSecond(String folder) {
        doors.choose().accept(folder);
        working.set(folder.isEmpty() ? "" : "Copying to the second folder…");
        background.lasting(() -> {
            backups.bringToSecond();
            return backups.standing();
        }, now -> {
            working.set("");
            standing.set(now);
        }, this::failed);
    }

    void openFolder() {
        if (Files.isDirectory(folder())) {
            handoff.open(folder());
        } else {
            notices.show(Notice.problem("There is no folder of backups yet: the first backup makes it."));
        }
    }

    /// Reads the backup to its end, then asks with what is there now beside it.
    void ask(Kept kept) {
        if (!working.get().isEmpty()) {
            return;
        }
        working.set("Checking the backup…");
        background.lasting(() -> {
            Backup read = backups.verify(kept.backup());
            Contents then = read.contents();
            if (then == null) {
                throw new AppException("This backup is damaged and can't be restored. Choose another one.", null);
            }
            return new Question(read, background.inTurn(database::contents), then);
        }, asked -> {
            working.set("");
            question.set(asked);
        }, e -> {
            failed(e);
            refresh();
        });
    }

    void forget() {
        question.set(null);
    }

    /// What was asked about is done: the window closes its data and opens the restored ones.
    void restore() {
        Question asked = question.get();
        if (asked != null && working.get().isEmpty()) {
            working.set("Restoring…");
            doors.restore().accept(asked.backup().file());
        }
    }

    /// Looks for damage, beside the clicks.
    void check() {
        if (working.get().isEmpty()) {
            working.set("Checking the data…");
            background.lasting(checks::check, this::checked, this::failed);
        }
    }

    /// Derives again what is derived from the log, after a backup.
    void repair() {
        if (!working.get().isEmpty()) {
            return;
        }
        working.set("Deriving it again…");
        background.lasting(() -> {
            backups.before(Kind.REGULAR, background.inTurn(database::changes), Pace.atOnce());
            return background.inTurn(checks::repair);
        }, this::checked, this::failed);
    }

    private void checked(CheckService.Found now) {
        working.set("");
        found.set(now);
        refresh();
    }

    /// "The data are sound." or what is wrong, one sentence a line.
    static List<String> words(CheckService.Found found) {
        return found.sound() ? List.of("The data are sound: the file, the summaries, the queue and the search agree with the log.")
            : found.all().stream().map(line -> Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".").toList();
    }
}

package app.afterbeep.backups;

import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.db.DataFile;
import app.afterbeep.db.DataFile.Contents;
import app.afterbeep.db.DbException;
import app.afterbeep.db.Pace;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the backups of a data file, in the folder `backups` beside it and, as far as it is there, in a second one. Everything here may take
/// seconds and none of it uses the database thread; one call at a time.
public final class BackupService {
    private static final System.Logger LOG = System.getLogger(BackupService.class.getName());
    /// What the data file was when it was closed and just backed up: as long as it is still that, nothing has changed.
    private static final String CLOSED = "closed.txt";

    private final Path file;
    private final Clock clock;
    private final Supplier<String> second;
    private final BackupFolder here;
    /// [app.afterbeep.db.Database#changes] as it was for the last backup; null: not known.
    private @Nullable String backedUp;
    private String secondProblem = "";
    /// Of the one that is being made, or was the last.
    private volatile Pace underWay = Pace.atOnce();

    /// @param second the rep's second folder, "" for none
    public BackupService(Path file, Clock clock, Supplier<String> second) {
        this.file = file;
        this.clock = clock;
        this.second = second;
        this.here = new BackupFolder(folder(file), clock);
    }

    /// Where the backups of a data file are.
    public static Path folder(Path file) {
        return file.resolveSibling("backups");
    }

    /// One row of the list.
    ///
    /// @param here  in the folder beside the data file
    /// @param there in the second folder
    public record Kept(Backup backup, boolean here, boolean there) {}

    /// @param secondProblem why the second folder has not got all of them, or ""
    public record Standing(List<Kept> kept, String secondProblem) {
        /// The latest good one.
        public Optional<Backup> last() {
            return kept.stream().map(Kept::backup).filter(Backup::good).findFirst();
        }

        /// What to restore when the file can't be used.
        public Optional<Backup> newest(Instant now) {
            return BackupRules.newestGood(kept.stream().map(Kept::backup).toList(), now);
        }
    }

    /// Whether the file is what it was when it was last closed and backed up. Before it is opened.
    public boolean unchangedSinceClosed() {
        try {
            return Files.exists(folder(file).resolve(CLOSED)) && Files.notExists(file.resolveSibling(file.getFileName() + "-wal"))
                && Files.readString(folder(file).resolve(CLOSED)).equals(stamp()) && here.list().stream().anyMatch(Backup::good);
        } catch (IOException e) {
            return false;
        }
    }

    /// @param changes as the database says it right after it was opened, when [#unchangedSinceClosed] before
    public synchronized void startsUnchanged(String changes) {
        backedUp = changes;
    }

    private String stamp() throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    /// The file was closed, and nothing has changed since the last backup.
    private void rememberClosed() throws IOException {
        Path half = folder(file).resolve(".copy-closed.tmp");
        OwnerOnly.fill(half, stamp().getBytes(StandardCharsets.UTF_8));
        Files.move(half, folder(file).resolve(CLOSED), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Makes one if it is time for it and there is anything that could be lost, beside the clicks.
    ///
    /// @param changes as the database says it now
    public synchronized Optional<Backup> whenDue(String changes) throws AppException {
        try {
            Instant last = here.list().stream().filter(Backup::good).map(Backup::at).findFirst().orElse(null);
            boolean due = BackupRules.due(last, clock.instant(), clock.getZone(), !changes.equals(backedUp));
            if (due && !empty()) {
                return Optional.of(backUp(Kind.REGULAR, changes, Pace.besideClicks()));
            }
            if (!secondProblem.isEmpty()) {
                // The stick may be back.
                bringToSecond(Pace.besideClicks());
            }
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Makes one, whatever the time, unless nothing has changed since the last one: then that one is meant. A file with nothing in it that could
    /// be lost needs none.
    public synchronized Optional<Backup> before(Kind kind, String changes, Pace pace) throws AppException {
        if (changes.equals(backedUp)) {
            return Optional.empty();
        }
        return empty() ? Optional.empty() : Optional.of(backUp(kind, changes, pace));
    }

    /// Nothing is in it that could be lost. Of a file that can't be read nobody knows: making a backup says what is wrong with it.
    private boolean empty() {
        try {
            return DataFile.untouched(file);
        } catch (DbException e) {
            return false;
        }
    }

    /// The last of the day, if anything has changed. After the file was closed.
    public void atClose(String changes) throws AppException {
        underWay.hurry();
        close(changes);
    }

    private synchronized void close(String changes) throws AppException {
        try {
            if (!changes.equals(backedUp)) {
                if (empty()) {
                    return;
                }
                backUp(Kind.REGULAR, changes, Pace.atOnce());
            }
            rememberClosed();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Makes one now: somebody waits for it.
    ///
    /// @throws AppException when there is no room for it, or the data file is damaged; the earlier ones are untouched
    public Backup backUp(Kind kind, String changes) throws AppException {
        underWay.hurry();
        return backUp(kind, changes, Pace.atOnce());
    }

    private synchronized Backup backUp(Kind kind, String changes, Pace pace) throws AppException {
        underWay = pace;
        Backup made;
        try {
            made = here.add(clock.instant(), kind, pace, copy -> DataFile.copy(file, copy, pace));
        } catch (DbException e) {
            throw new AppException(e.getMessage() + " No backup was made of it; the earlier ones are as they were. Restore one of them under Settings, Backups.", e);
        } catch (IOException e) {
            throw failed(e);
        }
        backedUp = changes;
        bringToSecond(pace);
        try {
            here.thin();
        } catch (IOException e) {
            // One too many does no harm.
            LOG.log(System.Logger.Level.WARNING, "backups are not thinned", e);
        }
        return made;
    }

    private static AppException failed(IOException e) {
        return new AppException("No backup could be made (" + reason(e) + "). Make room, or look at the folder's permissions; what you logged is safe where it is.", e);
    }

    private static String reason(IOException e) {
        String words = String.valueOf(e.getMessage());
        return words.contains("disk is full") || words.contains("No space left") ? "the disk is full" : words;
    }

    /// Copies the file as it is to a place of the rep's choice; it appears there whole or not at all.
    public Contents copyTo(Path target) throws AppException {
        Path half = target.resolveSibling("." + target.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(half);
            DataFile.copy(file, half, Pace.atOnce());
            List<String> problems = DataFile.check(half);
            if (!problems.isEmpty()) {
                throw new AppException("The data file is damaged: " + problems.getFirst() + ". Nothing was written to " + target + ".", null);
            }
            Contents contents = DataFile.contents(half);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DataFile.forceFolder(target.toAbsolutePath().getParent());
            return contents;
        } catch (IOException e) {
            throw new AppException("The backup could not be written to " + target + " (" + reason(e) + "). Nothing was changed.", e);
        } finally {
            discard(half);
        }
    }

    private static void discard(Path half) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a half copy stays", e);
        }
    }

    /// Copies what the second folder has not got yet, and thins it. A folder that is not there is no mistake: it may be a stick.
    ///
    /// @return why not all of them are there, or ""
    public String bringToSecond() {
        return bringToSecond(Pace.atOnce());
    }

    private synchronized String bringToSecond(Pace pace) {
        Optional<Path> folder = second();
        if (folder.isEmpty()) {
            secondProblem = second.get().isBlank() ? "" : "“" + second.get() + "” is no folder.";
            return secondProblem;
        }
        secondProblem = "";
        if (!Files.isDirectory(folder.get())) {
            secondProblem = "The second folder is not there now. What is missing is copied as soon as it is back.";
            return secondProblem;
        }
        try {
            BackupFolder there = new BackupFolder(folder.get(), clock);
            List<Backup> known = there.list();
            for (Backup backup : here.list()) {
                if (backup.good() && known.stream().noneMatch(backup::same)) {
                    there.add(backup.at(), backup.kind(), backup.name(), pace, copy -> OwnerOnly.copy(backup.file(), copy));
                }
            }
            there.thin();
        } catch (IOException | DbException e) {
            secondProblem = "The second folder could not be written (" + e.getMessage() + "). It is tried again with the next backup.";
            LOG.log(System.Logger.Level.WARNING, "the second folder of backups", e);
        }
        return secondProblem;
    }

    private Optional<Path> second() {
        try {
            return second.get().isBlank() ? Optional.empty() : Optional.of(Path.of(second.get().strip())).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// All that there are, the latest first, as far as they are known.
    public synchronized Standing standing() throws AppException {
        try {
            List<Backup> ours = here.list();
            List<Backup> theirs = second().isPresent() ? new BackupFolder(second().get(), clock).list() : List.of();
            List<Kept> kept = new ArrayList<>();
            for (Backup backup : ours) {
                kept.add(new Kept(backup, true, theirs.stream().anyMatch(backup::same)));
            }
            theirs.stream().filter(other -> ours.stream().noneMatch(other::same)).map(other -> new Kept(other, false, true)).forEach(kept::add);
            kept.sort((a, b) -> b.backup().at().compareTo(a.backup().at()));
            return new Standing(kept, secondProblem);
        } catch (IOException e) {
            throw new AppException("The folder of the backups can't be read: " + e.getMessage(), e);
        }
    }

    /// Reads those that nobody knows about yet.
    public synchronized void verifyAll() throws AppException {
        for (Kept kept : standing().kept()) {
            if (kept.backup().checked() == Backup.Checked.NOT_YET) {
                verify(kept.backup());
            }
        }
    }

    /// Reads one to its end.
    public synchronized Backup verify(Backup backup) throws AppException {
        try {
            return new BackupFolder(backup.file().toAbsolutePath().getParent(), clock).verify(backup);
        } catch (IOException | DbException e) {
            throw new AppException(backup.name() + " can't be read: " + e.getMessage(), e);
        }
    }
}

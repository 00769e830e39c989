package app.afterbeep.backups;

import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.db.DataFile;
import app.afterbeep.db.DataFile.Contents;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.db.Pace;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a backup in the place of the data file, which nobody has open meanwhile. What was there is set aside first, dated, and can be restored
/// in its turn. A crash at any moment leaves the old file or the new one under the name, each whole.
public final class RestoreService {
    private static final System.Logger LOG = System.getLogger(RestoreService.class.getName());

    /// Of a data file that is kept as it is.
    private static final List<String> PARTS = List.of("-wal", "");

    private final Path file;
    private final Clock clock;

    /// @param file the data file
    public RestoreService(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// What became of it.
    ///
    /// @param before   null: there was none, or it could not be read
    /// @param setAside where that is now; null: there was none
    /// @param held     emails that may have left since: the rep has to say
    /// @param dnc      do-not-call entries that were kept from the file that was set aside
    public record Restored(@Nullable Contents before, Contents after, @Nullable Path setAside, int held, int dnc) {
        /// "214 prospects, 1,310 attempts, 420 emails".
        public static String words(Contents contents) {
            return "%,d %s, %,d %s, %,d %s".formatted(contents.prospects(), contents.prospects() == 1 ? "prospect" : "prospects",
                contents.attempts(), contents.attempts() == 1 ? "attempt" : "attempts", contents.emails(), contents.emails() == 1 ? "email" : "emails");
        }

        /// What the rep has to know.
        public String sentence() {
            return "Restored: " + words(after) + "." + (held == 0 ? "" : held == 1 ? " One email may have left since: see “Perhaps sent” in the Outbox."
                : " " + held + " emails may have left since: see “Perhaps sent” in the Outbox.")
                + (dnc == 0 ? "" : dnc == 1 ? " One do-not-call entry made since was kept." : " " + dnc + " do-not-call entries made since were kept.");
        }
    }

    /// @throws AppException when the backup is not sound, or there is no room; the data file is then as it was
    public Restored restore(Path backup) throws AppException {
        Path staging = file.resolveSibling(".restore");
        try {
            DataFile.refuse(backup);
            List<String> problems = DataFile.check(backup);
            if (!problems.isEmpty()) {
                throw new AppException(backup.getFileName() + " is damaged: " + problems.getFirst() + ". Choose another backup; nothing was changed.", null);
            }
            OwnerOnly.folder(file.toAbsolutePath().getParent());
            OwnerOnly.remove(staging);
            OwnerOnly.folder(staging);
            Path fresh = staging.resolve(file.getFileName());
            DataFile.copy(backup, fresh, Pace.atOnce());
            Aside aside = Files.exists(file) || Files.exists(DataFile.log(file)) ? setAside() : new Aside(null, null);
            Restored restored = settle(fresh, aside);
            DataFile.force(fresh);
            if (aside.contents() != null) {
                DataFile.closeLog(file);
            }
            Files.deleteIfExists(new Tally(file).path());
            deleteLog();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DataFile.forceFolder(file.toAbsolutePath().getParent());
            return restored;
        } catch (DbException e) {
            throw new AppException(e.getMessage() + " It was not restored; nothing was changed.", e);
        } catch (IOException e) {
            throw new AppException("Not restored: " + e.getMessage() + ". The data file is as it was.", e);
        } finally {
            discard(staging);
        }
    }

    /// Keeps the log of a data file that is missing, dated, so that a new file can be begun.
    ///
    /// @return where it is now
    /// @throws AppException when it can't be kept; it is then where it was
    public Path setLogAside() throws AppException {
        if (Files.exists(file)) {
            throw new AppException("The data file is back in its place. It was opened with its log.", null);
        }
        try {
            Path kept = setAside().path();
            deleteLog();
            return kept;
        } catch (IOException e) {
            throw new AppException("The log could not be kept elsewhere: " + e.getMessage() + ". Nothing was changed.", e);
        }
    }

    /// The log of the old file must never be found beside a new one; all that is in it was set aside.
    private void deleteLog() throws IOException {
        for (String rest : List.of("-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + rest));
        }
        DataFile.forceFolder(file.toAbsolutePath().getParent());
    }

    private static void discard(Path staging) {
        try {
            OwnerOnly.remove(staging);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the folder of the restore stays", e);
        }
    }

    /// @param contents null: it can't be read
    private record Aside(@Nullable Path path, @Nullable Contents contents) {}

    private Aside setAside() throws IOException {
        BackupFolder folder = new BackupFolder(BackupService.folder(file), clock);
        try {
            DataFile.refuse(file);
            Backup backup = folder.add(clock.instant(), Kind.BEFORE_RESTORE, Pace.atOnce(), copy -> DataFile.copy(file, copy, Pace.atOnce()));
            return new Aside(backup.file(), backup.contents());
        } catch (DbException | IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "set aside as it is", e);
            // No backup, but all there is: its bytes, with the log.
            OwnerOnly.folder(folder.path());
            Path kept = folder.free(clock.instant(), Kind.DAMAGED);
            try {
                copyParts(kept);
            } catch (IOException full) {
                for (String rest : PARTS) {
                    Files.deleteIfExists(kept.resolveSibling(kept.getFileName() + rest));
                }
                throw full;
            }
            DataFile.forceFolder(folder.path());
            return new Aside(Files.exists(kept) ? kept : DataFile.log(kept), null);
        }
    }

    private void copyParts(Path kept) throws IOException {
        for (String rest : PARTS) {
            Path part = file.resolveSibling(file.getFileName() + rest);
            if (Files.exists(part)) {
                Path copy = kept.resolveSibling(kept.getFileName() + rest);
                OwnerOnly.copy(part, copy);
                DataFile.force(copy);
            }
        }
    }

    /// Brings the copy to this program's version and takes over what must not be forgotten.
    private Restored settle(Path fresh, Aside aside) throws IOException {
        try (Database database = Database.open(fresh, clock, Runnable::run)) {
            RestoreStore store = new RestoreStore(database.sql());
            boolean compared = aside.contents() != null && DataFile.version(aside.path()) == store.version();
            if (compared) {
                store.attach(aside.path());
            }
            int[] counts = database.transaction(() -> {
                int dnc = compared ? store.keepDnc() : 0;
                if (compared) {
                    store.followEmails();
                }
                return new int[] {dnc, store.holdEmails(compared)};
            });
            return new Restored(aside.contents(), database.contents(), aside.path(), counts[1], counts[0]);
        }
    }
}

package app.afterbeep.outbox;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.BackupService;
import app.afterbeep.backups.RestoreService;
import app.afterbeep.backups.Tally;
import app.afterbeep.db.Database;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.testkit.OldFile;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Every copy of the data file that the program ever makes, for [PrivateDay].
final class PrivateCopies {
    private final Path file;
    private final Path out;
    private final MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);

    /// @param file nobody has it open
    /// @param out  for those that are not beside it
    PrivateCopies(Path file, Path out) {
        this.file = file;
        this.out = out;
    }

    void make() throws IOException, AppException {
        Path second = Files.createDirectory(out.resolve("second"));
        BackupService backups = new BackupService(file, clock, second::toString);
        Backup backup = backups.backUp(Backup.Kind.REGULAR, "morning");
        backups.copyTo(out.resolve("copy.db"));
        backups.atClose("evening");
        new Tally(file).write(1, clock.instant());
        new RestoreService(file, clock).restore(backup.file());
        new Tally(file).write(1, clock.instant());
        backups.atClose("night");
        instead(backup.file());
        update();
    }

    /// Of a file that can't be read any more.
    private void instead(Path backup) throws IOException, AppException {
        Path data = out.resolve("damaged");
        OwnerOnly.folder(data);
        Path damaged = Files.writeString(data.resolve("afterbeep.db"), "no data file any more");
        new RestoreService(damaged, clock).restore(backup);
    }

    /// Of a file of the version before.
    private void update() throws IOException {
        Database.open(OldFile.take(4, out.resolve("old")), clock, Runnable::run).close();
    }

    Database reading() {
        return Database.openForReading(file, clock, Runnable::run);
    }
}

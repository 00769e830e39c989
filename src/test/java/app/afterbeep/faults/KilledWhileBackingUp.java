package app.afterbeep.faults;

import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.BackupService;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// The program as far as it makes backups, one after the other: started by [KilledWhileBackingUpTest] as a process of its own, and killed by it.
public final class KilledWhileBackingUp {
    private KilledWhileBackingUp() {}

    /// @param args the data file, the second folder, when the first one is made
    public static void main(String[] args) throws AppException {
        PrintStream out = System.out;
        MovableClock clock = new MovableClock(args[2]);
        BackupService backups = new BackupService(Path.of(args[0]), clock, () -> args[1]);
        while (!out.checkError()) {
            out.println("began");
            out.println(backups.backUp(Kind.REGULAR, clock.instant().toString()).name());
            clock.pass(Duration.ofHours(1));
        }
    }
}

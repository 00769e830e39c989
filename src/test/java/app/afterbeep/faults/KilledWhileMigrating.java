package app.afterbeep.faults;

import app.afterbeep.db.Database;
import app.afterbeep.testkit.MovableClock;
import java.io.PrintStream;
import java.nio.file.Path;

/// The program as far as it opens its file: started by [KilledWhileMigratingTest] as a process of its own, and killed by it.
public final class KilledWhileMigrating {
    private KilledWhileMigrating() {}

    /// @param args the folder of the data
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        MovableClock clock = new MovableClock("2026-11-24T10:00:00-05:00[America/New_York]");
        // What every start loads, beside a file of its own: only the migration is left for the kill.
        Database.open(Path.of(args[0], "warm", "afterbeep.db"), clock, Runnable::run).close();
        out.println("opening");
        long start = System.nanoTime();
        Database.open(Path.of(args[0], "afterbeep.db"), clock, Runnable::run).close();
        out.println((System.nanoTime() - start) / 1000);
    }
}

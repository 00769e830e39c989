package app.afterbeep.lists;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.PrintStream;
import java.nio.file.Path;

/// The program as far as it imports: started by [KilledWhileImportingTest] as a process of its own, and killed by it. Brings to an end what was
/// interrupted, says what that was, then imports, in pieces or at once.
public final class KilledWhileImporting {
    private KilledWhileImporting() {}

    /// @param args the folder of the data, the list, "beside" or "once"
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        MovableClock clock = new MovableClock("2026-11-25T10:00:00-05:00[America/New_York]");
        Background background = Background.threads();
        long start = System.nanoTime();
        Database database = background.opening(() -> Database.open(Path.of(args[0], "afterbeep.db"), clock, Runnable::run)).get();
        out.println("opened in " + (System.nanoTime() - start) / 1_000_000);
        ImportService service = background.opening(() -> new ImportService(database, new ProspectStore(database.sql(), clock),
            new CadenceStore(database.sql(), clock), clock, Settings::initial)).get();
        service.recover(background).forEach(out::println);
        out.println("recovered");
        ImportReport report = args[2].equals("beside") ? service.importBeside(Path.of(args[1]), ImportOptions.none(), Progress.unwatched(), background)
            : background.opening(() -> service.importFile(Path.of(args[1]), ImportOptions.none())).get();
        out.println(report.counts());
        background.close();
    }
}

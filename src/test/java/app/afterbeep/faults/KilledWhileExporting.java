package app.afterbeep.faults;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.exports.ExportService;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.AppException;
import java.io.PrintStream;
import java.nio.file.Path;

/// The program as far as it exports, over and over: started by [KilledWhileExportingTest] as a process of its own, and killed by it.
public final class KilledWhileExporting {
    private KilledWhileExporting() {}

    /// @param args the folder of the data, the folder to export to
    public static void main(String[] args) throws AppException {
        PrintStream out = System.out;
        Path target = Path.of(args[1]);
        try (LogDesk desk = new LogDesk(Path.of(args[0]))) {
            while (!out.checkError()) {
                desk.exporter.prospects(ExportService.Target.exact(target.resolve("prospects.csv")));
                desk.exporter.calls(ExportService.Target.exact(target.resolve("calls.csv")), LogFilter.all());
                out.println("exported");
            }
        }
    }
}

package app.afterbeep.lists;

import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.exports.CsvFile;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The rows of an import that were not imported, as a file for whoever mends the list. May be written on any thread.
final class RejectsFile {
    private RejectsFile() {}

    /// Line, result, reason, then their own columns. Returns how many.
    static long write(Database database, Clock clock, long importId, Path file) throws AppException {
        try (Snapshot snapshot = database.snapshot()) {
            ImportStore imports = new ImportStore(snapshot.sql(), clock);
            List<String> headers = new ArrayList<>(List.of("line", "result", "reason"));
            headers.addAll(imports.headers(importId));
            return new CsvFile(file, CsvFormat.AFTERBEEP, imports.countLeft(importId), Progress.unwatched()).write(headers, rows ->
                imports.eachLeft(importId, row -> {
                    List<String> cells = new ArrayList<>(List.of(String.valueOf(row.line()), row.result().toString(), row.reason()));
                    cells.addAll(row.cells());
                    rows.accept(cells);
                }));
        }
    }
}

package app.afterbeep.lists;

import app.afterbeep.db.Database;
import app.afterbeep.lists.ImportReport.Result;
import app.afterbeep.lists.ImportService.TakenBack;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The import as its window asks for it: what lasts goes on beside the session.
public final class ImportWindowService implements ImportWork {
    private final ImportService importer;
    private final PastImportStore past;
    private final Background background;
    private final Before before;

    /// What comes before the first row: a backup. When it fails nothing is imported.
    public interface Before {
        void run() throws Exception;
    }

    public ImportWindowService(Database database, ImportService importer, Background background, Before before) {
        this.before = before;
        this.importer = importer;
        past = new PastImportStore(database.sql());
        this.background = background;
    }

    @Override
    public FileLook look(Path file, ImportOptions options) throws AppException {
        return importer.look(file, options);
    }

    @Override
    public FileLook guess(Path file, ImportOptions options) throws AppException {
        return importer.guess(file, options);
    }

    @Override
    public List<PreviewRow> preview(Path file, ImportOptions options) throws AppException {
        return importer.preview(file, options);
    }

    @Override
    public Past importFile(Path file, ImportOptions options, Progress progress) throws Exception {
        before.run();
        ImportReport report = importer.importBeside(file, options, progress, background);
        return background.inTurn(() -> find(report.importId()));
    }

    @Override
    public List<ListSize> lists() {
        return past.lists();
    }

    @Override
    public List<Past> earlier(int limit) {
        return past.latest(limit);
    }

    @Override
    public Past find(long importId) {
        return past.find(importId).orElseThrow();
    }

    @Override
    public List<Row> rows(long importId, Kind kind, long from, int limit) {
        List<ImportReport.Row> rows = switch (kind) {
            case NEW -> importer.rows(importId, Result.IMPORTED, from, limit);
            case UPDATED -> importer.rows(importId, Result.UPDATED, from, limit);
            case DUPLICATE -> importer.rows(importId, Result.DUPLICATE, from, limit);
            case REJECTED -> importer.rows(importId, Result.REJECTED, from, limit);
            case SUPPRESSED -> importer.suppressedRows(importId, from, limit);
            case REMARK -> past.remarks(importId, from, limit);
        };
        Map<Long, String> names = past.names(rows.stream().map(ImportReport.Row::prospectId).filter(id -> id != 0).distinct().toList());
        return rows.stream().map(row -> new Row(row.line(), names.getOrDefault(row.prospectId(), ""), row.reason(),
            kind == Kind.NEW ? person(row.cells()) : row.cells())).toList();
    }

    /// Of somebody new there are first and last name, which stand before, company, number and address.
    private static List<String> person(List<String> cells) {
        return cells.size() < 5 ? cells : List.of(cells.get(2), cells.get(3).isEmpty() ? "" : PhoneNumbers.shown(cells.get(3)), cells.get(4));
    }

    @Override
    public long saveRejects(long importId, Path file) throws AppException {
        return importer.saveRejects(importId, file);
    }

    @Override
    public TakenBack takeBack(long importId, Progress progress) throws AppException {
        return importer.takeBackBeside(importId, progress, background);
    }
}

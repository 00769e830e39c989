package app.afterbeep.transfer;

import app.afterbeep.db.Database;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The import as its window asks for it.
public final class ImportWindowService implements ImportWork {
    private final ImportService importer;
    private final PastImportStore imported;
    private final Clock clock;

    public ImportWindowService(Database database, ImportService importer, Clock clock) {
        this.importer = importer;
        imported = new PastImportStore(database.sql());
        this.clock = clock;
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
    public Past importFile(Path file, ImportOptions options, Progress progress) throws AppException {
        ImportReport report = importer.importFile(file, options, progress);
        return new Past(0, clock.instant(), String.valueOf(file.getFileName()), report.listName(), false, report.imported(), report.updated(), report.duplicates(),
            0, report.rejected(), 0);
    }

    @Override
    public List<ListSize> lists() {
        return imported.lists();
    }

    @Override
    public List<Past> earlier(int limit) {
        return imported.latest(limit);
    }

    @Override
    public List<Row> rows(Past past, Kind kind, long from, int limit) {
        return imported.rows(past.id(), kind, from, limit);
    }

    @Override
    public long saveRejects(Past past, Path file) throws AppException {
        throw new AppException("Not yet", null);
    }

    @Override
    public TakenBack takeBack(long importId) throws AppException {
        throw new AppException("Not yet", null);
    }
}

package app.afterbeep.lists;

import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.exports.CsvFile;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.prospects.DncFile;
import app.afterbeep.prospects.DncListStore;
import app.afterbeep.prospects.DncStore;
import app.afterbeep.prospects.DncViewModel;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/// The do-not-call list in files. Not on the database thread.
public final class DncFiles implements DncViewModel.Files {
    private final Database database;
    private final Clock clock;
    private final Supplier<String> country;

    /// @param country the rep's, for numbers without a country code
    public DncFiles(Database database, Clock clock, Supplier<String> country) {
        this.database = database;
        this.clock = clock;
        this.country = country;
    }

    @Override
    public DncFile open(Path file) throws AppException {
        return DncRows.open(file, country.get(), clock);
    }

    @Override
    public long export(Path file) throws AppException {
        try (Snapshot snapshot = database.snapshot()) {
            DncListStore list = new DncListStore(snapshot.sql(), clock, new DncStore(snapshot.sql(), clock));
            return new CsvFile(file, CsvFormat.AFTERBEEP, 0, Progress.unwatched()).write(DncRows.OURS, rows ->
                list.each(entry -> rows.accept(List.of(entry.kind().toString(), entry.value(), entry.source(),
                    entry.at().atZone(clock.getZone()).toOffsetDateTime().toString(), entry.note()))));
        }
    }
}

package app.afterbeep.transfer;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CorrectionStore;
import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.db.Sql;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Brings a list, or a call log that was exported, into the file. On the database thread, in one transaction: after a crash all of its
/// good rows are there or none. Every row ends as imported, updated, duplicate or rejected.
public final class ImportService {
    public static final String SAMPLE_LIST = "Sample prospects";
    private static final String SAMPLE = "/app/afterbeep/prospects/sample-prospects.csv";

    private final Database database;
    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public ImportService(Database database, ProspectStore prospects, CadenceStore cadences, Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.prospects = prospects;
        this.cadences = cadences;
        this.clock = clock;
        this.settings = settings;
    }

    /// Imports a CSV file of any origin: the encoding, the delimiter, the header row and the meaning of the columns are found
    /// out, as far as `options` do not say them.
    ///
    /// @throws AppException when nothing can be imported: no such file, an empty one, no phone column; nothing is changed
    public ImportReport importFile(Path file, ImportOptions options) throws AppException {
        return importFile(file, options, Progress.unwatched());
    }

    /// The same, watched.
    ///
    /// @throws java.util.concurrent.CancellationException when the progress was cancelled; nothing is changed
    public ImportReport importFile(Path file, ImportOptions options, Progress progress) throws AppException {
        ListFile list = opened(file);
        String name = options.listName().isBlank() ? list.name().replaceFirst("(?<=.)\\.[^.]*$", "") : options.listName().strip();
        return read(list, name, options, new ReadSoFar(progress));
    }

    private static ListFile opened(Path file) throws AppException {
        try {
            return ListFile.open(file);
        } catch (IOException e) {
            throw unreadable(String.valueOf(file.getFileName()), e);
        }
    }

    private static AppException unreadable(String name, Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return new AppException(name + " can't be read: " + cause.getMessage() + ". Nothing was imported.", e);
    }

    /// What the columns of a file are taken for, as far as `options` do not say it. Any thread; nothing is changed.
    ///
    /// @throws AppException when the file can't be read, or is empty
    public FileLook look(Path file, ImportOptions options) throws AppException {
        return look(file, list -> layout(list, options));
    }

    /// The same, as if no file with these headers had been imported before.
    public FileLook guess(Path file, ImportOptions options) throws AppException {
        return look(file, list -> Layout.find(list, options, country(options), clock.instant(), headers -> List.of()));
    }

    private interface Finder {
        Layout find(ListFile list) throws IOException, AppException;
    }

    private static FileLook look(Path file, Finder layout) throws AppException {
        ListFile list = opened(file);
        try {
            return layout.find(list).look(file);
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(list.name(), e);
        }
    }

    /// How the first rows of a file would be read with these options. Any thread; nothing is changed.
    ///
    /// @throws AppException when the file can't be read, or is empty
    public List<PreviewRow> preview(Path file, ImportOptions options) throws AppException {
        ListFile list = opened(file);
        try {
            Layout layout = layout(list, options);
            return Preview.of(layout, rules(layout, options));
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(list.name(), e);
        }
    }

    /// On any thread: what was remembered is read beside the work of the database thread.
    private Layout layout(ListFile list, ImportOptions options) throws IOException, AppException {
        try (Snapshot snapshot = database.snapshot()) {
            return Layout.find(list, options, country(options), clock.instant(), new MappingStore(snapshot.sql(), clock)::columns);
        }
    }

    private String country(ImportOptions options) {
        return options.country().isBlank() ? settings.get().country() : options.country().strip().toUpperCase(Locale.ROOT);
    }

    private RowRules rules(Layout layout, ImportOptions options) {
        return new RowRules(layout.columns(), country(options), clock.getZone(), clock.instant());
    }

    /// Imports thirty fictional people, to try everything with.
    public ImportReport importSample() throws AppException {
        try {
            ListFile sample = ListFile.text("The sample", () -> {
                InputStream in = ImportService.class.getResourceAsStream(SAMPLE);
                if (in == null) {
                    throw new IllegalStateException(SAMPLE + " is not in the program");
                }
                return in;
            }, 0);
            return read(sample, SAMPLE_LIST, new ImportOptions("", "US", Map.of()), new ReadSoFar(Progress.unwatched()));
        } catch (IOException e) {
            throw unreadable("The sample", e);
        }
    }

    private ImportReport read(ListFile file, String list, ImportOptions options, ReadSoFar soFar) throws AppException {
        try {
            MappingStore mappings = new MappingStore(database.sql(), clock);
            Layout layout = Layout.find(file, options, country(options), clock.instant(), mappings::columns).requirePhones(options);
            return database.bulk(() -> {
                try (ListRows rows = layout.way().opening().open()) {
                    if (!options.columns().isEmpty()) {
                        mappings.save(layout.columns().headers(), options.columns());
                    }
                    return LogRowRules.isLog(layout.columns().headers()) ? restore(layout, country(options)).all(rows, soFar)
                        : new ListImport(prospects, cadences, list, layout, rules(layout, options)).all(rows, soFar);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(file.name(), e);
        }
    }

    private LogImport restore(Layout layout, String country) {
        Sql sql = database.sql();
        return new LogImport(new LogImport.Stores(prospects, cadences, new AttemptStore(sql, clock), new CorrectionStore(sql),
            new PromiseStore(sql, clock), new EmailStore(sql, clock), new ScriptStore(sql)), layout,
            new LogRowRules(layout.columns().headers(), country, clock.getZone(), clock.instant()), clock.instant());
    }
}

package app.afterbeep.transfer;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CorrectionStore;
import app.afterbeep.db.Database;
import app.afterbeep.db.Sql;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.KeptStore;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new AppException(file + " is a folder. Name the CSV file in it.", null);
        }
        if (!Files.isRegularFile(file)) {
            throw new AppException("There is no file " + file + ". Check its name and folder.", null);
        }
        String list = options.listName().isBlank() ? name.replaceFirst("(?<=.)\\.[^.]*$", "") : options.listName().strip();
        return read(() -> Files.newInputStream(file), name, list, options, new ReadSoFar(file.toFile().length(), progress));
    }

    /// What the columns of a file are taken for, as far as `options` do not say it. Any thread; nothing is changed.
    ///
    /// @throws AppException when the file can't be read, or is empty
    public FileLook look(Path file, ImportOptions options) throws AppException {
        throw new UnsupportedOperationException(file + " " + options);
    }

    /// How the first rows of a file would be read with these options. Any thread; nothing is changed.
    public List<PreviewRow> preview(Path file, ImportOptions options) throws AppException {
        throw new UnsupportedOperationException(file + " " + options);
    }

    /// Imports thirty fictional people, to try everything with.
    public ImportReport importSample() throws AppException {
        return read(() -> {
            InputStream in = ImportService.class.getResourceAsStream(SAMPLE);
            if (in == null) {
                throw new IllegalStateException(SAMPLE + " is not in the program");
            }
            return in;
        }, "The sample", SAMPLE_LIST, new ImportOptions("", "US", Map.of()), new ReadSoFar(0, Progress.unwatched()));
    }

    private ImportReport read(CsvRows.Source source, String name, String list, ImportOptions options, ReadSoFar soFar)
            throws AppException {
        try {
            String country = options.country().isBlank() ? settings.get().country() : options.country().strip().toUpperCase(Locale.ROOT);
            Charset charset = CsvRows.charset(source);
            Optional<ProspectLayout> ours = ProspectLayout.find(source, charset);
            Layout layout = ours.isPresent() ? new Layout(ours.get().delimiter(), ours.get().headerLine(), HeaderRules.columns(ours.get().headers(), Map.of()))
                : Layout.find(source, charset, name, options.mapping(), country);
            RowRules rules = new RowRules(layout.columns(), country, clock.getZone(), clock.instant());
            // Who is in our own file is in the list that they were in.
            String into = ours.map(ProspectLayout::list).filter(of -> !of.isBlank()).orElse(list);
            ProspectRowRules ourRules = ours.map(of -> new ProspectRowRules(of, into, country, clock.getZone(), clock.instant())).orElse(null);
            return database.bulk(() -> {
                try (CsvRows rows = CsvRows.open(soFar.counting(source), charset, layout.delimiter())) {
                    return LogRowRules.isLog(layout.columns().headers()) ? restore(layout, country).all(rows, soFar)
                        : new ListImport(prospects, new KeptStore(database.sql(), prospects), cadences, into, layout, rules, ourRules).all(rows, soFar);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException | IOException e) {
            throw new AppException(name + " can't be read: " + e.getMessage() + ". Nothing was imported.", e);
        }
    }

    private LogImport restore(Layout layout, String country) {
        Sql sql = database.sql();
        return new LogImport(new LogImport.Stores(prospects, cadences, new AttemptStore(sql, clock), new CorrectionStore(sql),
            new PromiseStore(sql, clock), new EmailStore(sql, clock), new ScriptStore(sql)), layout,
            new LogRowRules(layout.columns().headers(), country, clock.getZone(), clock.instant()), clock.instant());
    }
}

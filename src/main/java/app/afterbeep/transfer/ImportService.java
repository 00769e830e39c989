package app.afterbeep.transfer;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CorrectionStore;
import app.afterbeep.db.Database;
import app.afterbeep.db.Sql;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
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

/// Brings a list, or a call log that was exported, into the file: after a crash all of its good rows are there or none. Every row ends as
/// imported, updated, duplicate or rejected, and can be opened; a list can be taken back. On the database thread, in one transaction, where
/// nothing else is said.
public final class ImportService {
    public static final String SAMPLE_LIST = "Sample prospects";
    private static final String SAMPLE = "/app/afterbeep/prospects/sample-prospects.csv";

    private final Database database;
    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private final ImportStore imports;
    private final TakeBack takeBack;

    public ImportService(Database database, ProspectStore prospects, CadenceStore cadences, Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.prospects = prospects;
        this.cadences = cadences;
        this.clock = clock;
        this.settings = settings;
        this.imports = new ImportStore(database.sql(), clock);
        this.takeBack = new TakeBack(database, prospects, imports, clock);
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
        return importFile(file, options, progress, Pieces.atOnce(database));
    }

    /// The same while the session goes on: called on a thread for lasting work, it reads there and brings the rows into the file in small pieces
    /// on the database thread of `background`. Nobody of the list is called, and nobody is found, before all rows are in. A crash or a cancel
    /// before that leaves nothing of it: what is in the file by then is taken back, after a crash by [#recover].
    public ImportReport importBeside(Path file, ImportOptions options, Progress progress, Background background) throws AppException {
        return importFile(file, options, progress, Pieces.beside(database, background));
    }

    private ImportReport importFile(Path file, ImportOptions options, Progress progress, Pieces pieces) throws AppException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new AppException(file + " is a folder. Name the CSV file in it.", null);
        }
        if (!Files.isRegularFile(file)) {
            throw new AppException("There is no file " + file + ". Check its name and folder.", null);
        }
        String list = options.listName().isBlank() ? name.replaceFirst("(?<=.)\\.[^.]*$", "") : options.listName().strip();
        return read(() -> Files.newInputStream(file), name, list, options, new ReadSoFar(file.toFile().length(), progress), pieces);
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
        }, "The sample", SAMPLE_LIST, new ImportOptions("", "US", Map.of()), new ReadSoFar(0, Progress.unwatched()), Pieces.atOnce(database));
    }

    /// Rows of one result in the order of the file, from the `from`th on, no more than `limit`.
    public List<ImportReport.Row> rows(long importId, ImportReport.Result result, long from, int limit) {
        return imports.rows(importId, result, from, limit);
    }

    /// The imported and updated rows of people who are on the do-not-call list.
    public List<ImportReport.Row> suppressedRows(long importId, long from, int limit) {
        return imports.suppressed(importId, from, limit);
    }

    /// Takes an import back that is done: removes whom it brought and nobody has called, gives those whom it changed back what stood there as far
    /// as it has not changed since, takes off the do-not-call list what it put there. All at once, on the database thread.
    ///
    /// @throws AppException when it can't be taken back, or is already
    public TakenBack takeBack(long importId, Progress progress) throws AppException {
        leave(importId);
        return database.transaction(() -> takeBack.all(importId, Pieces.atOnce(database), progress));
    }

    /// The same while the session goes on, on a thread for lasting work.
    public TakenBack takeBackBeside(long importId, Progress progress, Background background) throws AppException {
        Pieces pieces = Pieces.beside(database, background);
        Optional<String> problem = pieces.last(() -> {
            try {
                leave(importId);
                return Optional.empty();
            } catch (AppException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
        if (problem.isPresent()) {
            throw new AppException(problem.get(), null);
        }
        return takeBack.all(importId, pieces, progress);
    }

    private void leave(long importId) throws AppException {
        ImportStore.Begun begun = imports.find(importId).orElseThrow(() -> new AppException("There is no such import.", null));
        if (begun.kind() != ImportStore.Kind.LIST) {
            throw new AppException("A call log that was restored stays: calls are never deleted.", null);
        }
        if (begun.state() != ImportStore.State.DONE) {
            throw new AppException(begun.state() == ImportStore.State.TAKEN_BACK ? "The import of " + begun.file() + " is already taken back." : busy(begun), null);
        }
        database.transaction(() -> {
            imports.state(importId, ImportStore.State.LEAVING);
            database.forgetUndo("import", importId);
            return importId;
        });
    }

    /// Brings to its end what a crash has interrupted, or an undo has begun: all rows of an import or none. On a thread for lasting work.
    ///
    /// @return what was done, a sentence for each import
    public List<String> recover(Background background) {
        return takeBack.recover(Pieces.beside(database, background));
    }

    /// The same at once, on the database thread.
    List<String> recover() {
        return takeBack.recover(Pieces.atOnce(database));
    }

    private static String busy(ImportStore.Begun begun) {
        return switch (begun.state()) {
            case RUNNING, FINISHING -> begun.file() + " is still being imported. Wait until it is in, or cancel it.";
            default -> "The import of " + begun.file() + " is just being taken back. Try again in a moment.";
        };
    }

    private ImportReport read(CsvRows.Source source, String name, String list, ImportOptions options, ReadSoFar soFar, Pieces pieces)
            throws AppException {
        Optional<ImportStore.Begun> other = pieces.last(() -> imports.unfinished().stream().findFirst());
        if (other.isPresent()) {
            throw new AppException(busy(other.get()), null);
        }
        try {
            String country = options.country().isBlank() ? settings.get().country() : options.country().strip().toUpperCase(Locale.ROOT);
            Charset charset = CsvRows.charset(source);
            Optional<ProspectLayout> ours = ProspectLayout.find(source, charset);
            Layout layout = ours.isPresent() ? new Layout(ours.get().delimiter(), ours.get().headerLine(), HeaderRules.columns(ours.get().headers(), Map.of()))
                : Layout.find(source, charset, name, options.mapping(), country);
            // Who is in our own file is in the list that they were in.
            String into = ours.map(ProspectLayout::list).filter(of -> !of.isBlank()).orElse(list);
            RowRules rules = new RowRules(layout.columns(), options.defaults(), country, clock.getZone(), clock.instant(),
                ours.map(of -> new ProspectRowRules(of, into, country, clock.getZone(), clock.instant())).orElse(null));
            try (CsvRows rows = CsvRows.open(soFar.counting(source), charset, layout.delimiter())) {
                if (LogRowRules.isLog(layout.columns().headers())) {
                    return pieces.last(() -> database.bulk(() -> whole(() -> restore(layout, country, name).all(rows, soFar))));
                }
                ListRun run = new ListRun(new ListRun.Parts(database, prospects, cadences, imports, takeBack, clock), layout, rules, options, name, into);
                return pieces.areBeside() ? run.beside(rows, soFar, pieces) : run.atOnce(rows, soFar);
            }
        } catch (UncheckedIOException | IOException e) {
            throw new AppException(name + " can't be read: " + e.getMessage() + ". Nothing was imported.", e);
        }
    }

    private interface Reading {
        ImportReport all() throws IOException;
    }

    private static ImportReport whole(Reading reading) {
        try {
            return reading.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LogImport restore(Layout layout, String country, String name) {
        Sql sql = database.sql();
        return new LogImport(new LogImport.Stores(prospects, cadences, new AttemptStore(sql, clock), new CorrectionStore(sql),
            new PromiseStore(sql, clock), new EmailStore(sql, clock), new ScriptStore(sql)), layout,
            new LogRowRules(layout.columns().headers(), country, clock.getZone(), clock.instant()), clock.instant(), imports, name);
    }

    /// What became of an import that was taken back.
    ///
    /// @param removed how many people left with it
    /// @param stay    how many stay, since they were called
    public record TakenBack(String file, long removed, long stay) {
        /// For the rep: "Took back the import of leads.csv: 495 people left, 2 stay, since they were called."
        public String words() {
            return "Took back the import of %s: %,d %s left%s.".formatted(file, removed, removed == 1 ? "person" : "people",
                stay == 0 ? "" : ", %,d %s, since they were called".formatted(stay, stay == 1 ? "stays" : "stay"));
        }
    }
}

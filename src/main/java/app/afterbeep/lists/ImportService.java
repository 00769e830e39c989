package app.afterbeep.lists;

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
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    private static final System.Logger LOG = System.getLogger(ImportService.class.getName());

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
    /// on the database thread of `background`. Nobody of the list is called, and nobody is found by name, before all rows are in. A crash or a cancel
    /// before that leaves nothing of it: what is in the file by then is taken back, after a crash by [#recover].
    public ImportReport importBeside(Path file, ImportOptions options, Progress progress, Background background) throws AppException {
        return importFile(file, options, progress, Pieces.beside(database, background));
    }

    private ImportReport importFile(Path file, ImportOptions options, Progress progress, Pieces pieces) throws AppException {
        ImportReport report = imported(file, options, progress, pieces);
        LOG.log(System.Logger.Level.INFO, "an import: " + report.counts());
        return report;
    }

    private ImportReport imported(Path file, ImportOptions options, Progress progress, Pieces pieces) throws AppException {
        ListFile list = opened(file);
        String name = options.listName().isBlank() ? list.name().replaceFirst("(?<=.)\\.[^.]*$", "") : options.listName().strip();
        return read(list, name, options, new ReadSoFar(progress), pieces);
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
        return look(file, list -> {
            Optional<ProspectLayout> ours = ours(list, options);
            return ours.isPresent() ? Layout.of(list, ours.get()) : Layout.find(list, options, country(options), clock.instant(), headers -> List.of());
        });
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
        Optional<ProspectLayout> ours = ours(list, options);
        if (ours.isPresent()) {
            return Layout.of(list, ours.get());
        }
        try (Snapshot snapshot = database.snapshot()) {
            return Layout.find(list, options, country(options), clock.instant(), new MappingStore(snapshot.sql(), clock)::columns);
        }
    }

    /// Whoever says what the columns are has them read so.
    private static Optional<ProspectLayout> ours(ListFile list, ImportOptions options) throws IOException {
        return options.mapping().isEmpty() && options.columns().isEmpty() ? ProspectLayout.find(list) : Optional.empty();
    }

    private String country(ImportOptions options) {
        return options.country().isBlank() ? settings.get().country() : options.country().strip().toUpperCase(Locale.ROOT);
    }

    private RowRules rules(Layout layout, ImportOptions options) {
        String country = country(options);
        ProspectRowRules ours = layout.ours() == null ? null : new ProspectRowRules(layout.ours(), country, clock.getZone(), clock.instant());
        return new RowRules(layout.columns(), country, clock.getZone(), clock.instant(), options.mode() == ImportOptions.Mode.UPDATE_ONLY, ours);
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
            return read(sample, SAMPLE_LIST, new ImportOptions("", "US", Map.of()), new ReadSoFar(Progress.unwatched()), Pieces.atOnce(database));
        } catch (IOException e) {
            throw unreadable("The sample", e);
        }
    }

    /// Rows of one result in the order of the file, from the `from`th on, no more than `limit`.
    public List<ImportReport.Row> rows(long importId, ImportReport.Result result, long from, int limit) {
        return imports.rows(importId, result, from, limit);
    }

    /// The rows of people who are on the do-not-call list.
    public List<ImportReport.Row> suppressedRows(long importId, long from, int limit) {
        return imports.suppressed(importId, from, limit);
    }

    /// Writes the rows that were not imported into a file of their own: line, result, reason, then their cells. On any thread. Returns how many.
    public long saveRejects(long importId, Path file) throws AppException {
        return RejectsFile.write(database, clock, importId, file);
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

    private static String busy(ImportStore.Begun begun) {
        return switch (begun.state()) {
            case RUNNING, FINISHING -> begun.file() + " is still being imported. Wait until it is in, or cancel it.";
            default -> "The import of " + begun.file() + " is just being taken back. Try again in a moment.";
        };
    }

    private ImportReport read(ListFile file, String list, ImportOptions options, ReadSoFar soFar, Pieces pieces) throws AppException {
        Optional<ImportStore.Begun> other = pieces.last(() -> imports.unfinished().stream().findFirst());
        if (other.isPresent()) {
            throw new AppException(busy(other.get()), null);
        }
        try {
            Layout layout = layout(file, options).requirePhones(options);
            try (ListRows rows = layout.way().opening().open()) {
                ImportReport report = layout.ours() == null && LogRowRules.isLog(layout.columns().headers())
                    ? pieces.last(() -> database.bulk(() -> whole(() -> restore(layout, country(options), file.name()).all(rows, soFar))))
                    : list(layout, options, file.name(), list).into(rows, soFar, pieces);
                if (!options.columns().isEmpty()) {
                    pieces.last(() -> database.transaction(() -> {
                        new MappingStore(database.sql(), clock).save(layout.columns().headers(), options.columns());
                        return report;
                    }));
                }
                return report;
            }
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(file.name(), e);
        }
    }

    private ListRun list(Layout layout, ImportOptions options, String file, String list) {
        // Who is in our own file is in the list that they were in.
        String into = layout.ours() == null || layout.ours().list().isBlank() ? list : layout.ours().list();
        return new ListRun(new ListRun.Parts(database, prospects, cadences, imports, takeBack, clock), layout, rules(layout, options), options, file, into);
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
        /// For the rep: "Took back the import of leads.csv: 495 people removed, 2 stay, since they were called."
        public String words() {
            return "Took back the import of %s: %,d %s removed%s.".formatted(file, removed, removed == 1 ? "person" : "people",
                stay == 0 ? "" : ", %,d %s, since they were called".formatted(stay, stay == 1 ? "stays" : "stay"));
        }
    }
}

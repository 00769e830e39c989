package app.afterbeep.transfer;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.settings.Settings;
import app.afterbeep.transfer.ImportReport.Result;
import app.afterbeep.transfer.RowRules.Person;
import app.afterbeep.transfer.RowRules.Rejected;
import app.afterbeep.transfer.RowRules.Target;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Brings a list into the file. On the database thread, in one transaction: after a crash all of its good rows are there or
/// none. Every row ends as imported, duplicate or rejected.
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
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new AppException(file + " is a folder. Name the CSV file in it.", null);
        }
        if (!Files.isRegularFile(file)) {
            throw new AppException("There is no file " + file + ". Check its name and folder.", null);
        }
        String list = options.listName().isBlank() ? name.replaceFirst("(?<=.)\\.[^.]*$", "") : options.listName().strip();
        return read(() -> Files.newInputStream(file), name, list, options);
    }

    /// Imports thirty fictional people, to try everything with.
    public ImportReport importSample() throws AppException {
        return read(() -> {
            InputStream in = ImportService.class.getResourceAsStream(SAMPLE);
            if (in == null) {
                throw new IllegalStateException(SAMPLE + " is not in the program");
            }
            return in;
        }, "The sample", SAMPLE_LIST, new ImportOptions("", "US", Map.of()));
    }

    private ImportReport read(CsvRows.Source source, String name, String list, ImportOptions options) throws AppException {
        try {
            String country = options.country().isBlank() ? settings.get().country() : options.country().strip().toUpperCase(Locale.ROOT);
            Charset charset = CsvRows.charset(source);
            Layout layout = Layout.find(source, charset, name, options.mapping(), country);
            RowRules rules = new RowRules(layout.columns(), country, clock.getZone(), clock.instant());
            return database.bulk(() -> {
                try (CsvRows rows = CsvRows.open(source, charset, layout.delimiter())) {
                    return new Run(list, layout, rules).all(rows);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException | IOException e) {
            throw new AppException(name + " can't be read: " + e.getMessage() + ". Nothing was imported.", e);
        }
    }

    /// One import, while it runs.
    private final class Run {
        private final String list;
        private final Layout layout;
        private final RowRules rules;
        private final Target target;
        /// The names that are known for a number or an address; asked of the file once, then kept up row by row.
        private final Map<String, Set<String>> names = new HashMap<>();
        private final List<ImportReport.Row> left = new ArrayList<>();
        private long firstId;
        private long lastId;
        private int imported;
        private int duplicates;
        private int rejected;

        Run(String list, Layout layout, RowRules rules) {
            this.list = list;
            this.layout = layout;
            this.rules = rules;
            CadenceStore.Start start = cadences.first();
            this.target = new Target(prospects.list(list, start.cadenceId()), start.cadenceId(), start.seriesId());
        }

        ImportReport all(CsvRows rows) throws IOException {
            CsvRows.Row row = rows.next();
            while (row != null) {
                take(row);
                row = rows.next();
            }
            prospects.index(firstId, lastId);
            return new ImportReport(list, imported, 0, duplicates, rejected, layout.columns().headers(), left);
        }

        private void take(CsvRows.Row row) {
            if (row.line() <= layout.headerLine()) {
                beforeData(row);
            } else if (!row.problem().isEmpty()) {
                reject(row, row.problem());
            } else {
                switch (rules.read(row.cells(), target)) {
                    case Rejected no -> reject(row, no.reason());
                    case Person person -> add(row, person);
                }
            }
        }

        /// Notes above the header row are not data, unless a number stands in them.
        private void beforeData(CsvRows.Row row) {
            if (row.line() < layout.headerLine() && row.cells().stream().anyMatch(c -> HeaderRules.looksLikePhone(c, rules.country()))) {
                reject(row, "the row stands above the header row");
            }
        }

        private void reject(CsvRows.Row row, String reason) {
            rejected++;
            left.add(new ImportReport.Row(row.line(), Result.REJECTED, reason, row.cells()));
        }

        private void add(CsvRows.Row row, Person person) {
            Draft draft = person.draft();
            String name = RowRules.nameKey(draft.firstName(), draft.lastName());
            Optional<String> known = contacts(draft).filter(contact -> isKnown(contact, name)).findFirst();
            if (known.isPresent()) {
                duplicates++;
                left.add(new ImportReport.Row(row.line(), Result.DUPLICATE, known.get() + " is already known", row.cells()));
                if (person.doNotCall()) {
                    same(known.get(), name).forEach(prospect -> prospects.suppress(prospect, "import"));
                }
                return;
            }
            imported++;
            long id = prospects.addUnindexed(draft);
            firstId = firstId == 0 ? id : firstId;
            lastId = id;
            contacts(draft).forEach(contact -> remember(contact, name));
            if (person.doNotCall()) {
                prospects.suppress(prospects.find(id).orElseThrow(), "import");
            }
        }

        private boolean isKnown(String contact, String name) {
            Set<String> known = names.computeIfAbsent(contact, c -> new HashSet<>(stored(c).map(Run::key).toList()));
            return name.isEmpty() ? !known.isEmpty() : known.contains(name) || known.contains("");
        }

        private void remember(String contact, String name) {
            names.computeIfAbsent(contact, c -> new HashSet<>()).add(name);
        }

        private Stream<ProspectStore.Name> stored(String contact) {
            return (contact.contains("@") ? prospects.namesByEmail(contact) : prospects.namesByPhone(contact)).stream();
        }

        private static String key(ProspectStore.Name name) {
            return RowRules.nameKey(name.firstName(), name.lastName());
        }

        /// The stored people that a row repeats: who asks not to be called means all of them.
        private List<Prospect> same(String contact, String name) {
            List<Prospect> all = contact.contains("@") ? prospects.byEmail(contact) : prospects.byPhone(contact);
            return all.stream().filter(p -> {
                String other = RowRules.nameKey(p.firstName(), p.lastName());
                return name.isEmpty() || other.isEmpty() || other.equals(name);
            }).toList();
        }

        private static Stream<String> contacts(Draft draft) {
            Stream<String> phones = draft.phones().stream().map(Phone::e164);
            return draft.email().isEmpty() ? phones : Stream.concat(phones, Stream.of(draft.email().toLowerCase(Locale.ROOT)));
        }
    }
}

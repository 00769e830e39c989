package app.afterbeep.transfer;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.ProspectStore.Draft;
import app.afterbeep.settings.Settings;
import app.afterbeep.transfer.HeaderRules.Columns;
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
import org.jspecify.annotations.Nullable;

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

    /// How the rows of a file are to be read.
    ///
    /// @param headerLine the line of the header row; 0 when there is none
    private record Layout(char delimiter, long headerLine, Columns columns) {
        private static final int LOOK_AT = 20;
        private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

        /// The rows at the beginning of a file, as one delimiter splits them.
        private record Sample(char delimiter, List<CsvRows.Row> rows) {
            private int known(CsvRows.Row row, Map<String, String> mapping, String country) {
                return row.problem().isEmpty() ? HeaderRules.known(row.cells(), mapping, country) : 0;
            }

            CsvRows.@Nullable Row header(Map<String, String> mapping, String country) {
                CsvRows.Row best = null;
                int most = 0;
                for (CsvRows.Row row : rows) {
                    int known = known(row, mapping, country);
                    if (known > most) {
                        best = row;
                        most = known;
                    }
                }
                return best;
            }

            int known(Map<String, String> mapping, String country) {
                return rows.stream().mapToInt(row -> known(row, mapping, country)).max().orElse(0);
            }

            /// The column that has numbers in most rows, or -1.
            int phoneColumn(String country) {
                int best = -1;
                long most = 0;
                for (int column = 0; column < rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0); column++) {
                    long phones = phones(column, country);
                    if (phones > most) {
                        best = column;
                        most = phones;
                    }
                }
                return best;
            }

            long phones(int column, String country) {
                return rows.stream().filter(row -> row.cells().size() > column && HeaderRules.looksLikePhone(row.cells().get(column), country)).count();
            }
        }

        static Layout find(CsvRows.Source source, Charset charset, String name, Map<String, String> mapping, String country)
                throws IOException, AppException {
            List<Sample> samples = new ArrayList<>();
            for (char delimiter : DELIMITERS) {
                samples.add(sample(source, charset, delimiter));
            }
            if (samples.getFirst().rows().isEmpty()) {
                throw new AppException(name + " is empty. Choose a file with a header row and one person a row.", null);
            }
            Sample best = samples.getFirst();
            for (Sample sample : samples) {
                best = sample.known(mapping, country) > best.known(mapping, country) ? sample : best;
            }
            CsvRows.Row header = best.header(mapping, country);
            if (header != null) {
                return named(best, header, name, mapping);
            }
            return unnamed(samples, name, mapping, country);
        }

        private static Sample sample(CsvRows.Source source, Charset charset, char delimiter) throws IOException {
            List<CsvRows.Row> rows = new ArrayList<>();
            try (CsvRows csv = CsvRows.open(source, charset, delimiter)) {
                CsvRows.Row row = csv.next();
                while (row != null && rows.size() < LOOK_AT) {
                    rows.add(row);
                    row = csv.next();
                }
            }
            return new Sample(delimiter, rows);
        }

        private static Layout named(Sample sample, CsvRows.Row header, String name, Map<String, String> mapping) throws AppException {
            Columns columns = HeaderRules.columns(header.cells(), mapping);
            if (columns.phones().isEmpty()) {
                throw new AppException(name + " has no phone column. Its columns are " + HeaderRules.shown(columns.headers())
                    + ". If one of them has the numbers, name it with --map phone=COLUMN.", null);
            }
            return new Layout(sample.delimiter(), header.line(), columns);
        }

        /// A file without a header row that is understood: the column with numbers is what it is about.
        private static Layout unnamed(List<Sample> samples, String name, Map<String, String> mapping, String country) throws AppException {
            Sample best = samples.getFirst();
            long most = 0;
            for (Sample sample : samples) {
                int column = sample.phoneColumn(country);
                long phones = column < 0 ? 0 : sample.phones(column, country);
                if (phones > most) {
                    best = sample;
                    most = phones;
                }
            }
            List<String> first = best.rows().getFirst().cells();
            if (most == 0 || !mapping.isEmpty()) {
                HeaderRules.columns(first, mapping);
                throw new AppException(name + " has no phone column. Its first row is " + HeaderRules.shown(first)
                    + ". Name the column that has the numbers with --map phone=COLUMN.", null);
            }
            int phone = best.phoneColumn(country);
            int width = best.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(1);
            boolean strange = first.size() > phone && !first.get(phone).isBlank()
                && first.get(phone).chars().noneMatch(Character::isDigit);
            List<String> headers = new ArrayList<>(strange ? first : List.of());
            while (headers.size() < width) {
                headers.add("");
            }
            Columns guess = HeaderRules.columns(headers, Map.of());
            Columns columns = HeaderRules.columns(headers, Map.of("phone", guess.headers().get(phone)));
            return new Layout(best.delimiter(), strange ? best.rows().getFirst().line() : 0, columns);
        }
    }
}

package app.afterbeep.lists;

import app.afterbeep.lists.FileLook.ColumnLook;
import app.afterbeep.lists.HeaderRules.Columns;
import app.afterbeep.lists.ListFile.Way;
import app.afterbeep.lists.ListRows.Row;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How the rows of a file are to be read.
///
/// @param way        the delimiter or the sheet
/// @param source     whose file it is, or ""
/// @param headerLine the line of the header row; 0 when there is none
/// @param ours       where the columns stand in a file of prospects that we exported; null for any other list
record Layout(String name, Way way, String source, long headerLine, Columns columns, List<ColumnLook> looks, @Nullable ProspectLayout ours) {
    /// What the command line has to say it with; the window asks.
    static final String ON_THE_COMMAND_LINE = " (--map phone=COLUMN)";
    /// A header row is looked for among so many.
    private static final int HEADER_AMONG = 20;
    private static final int LOOK_AT = 120;
    /// A sample of huge rows ends earlier.
    private static final int MAX_SAMPLE = 1024 * 1024;

    /// The rows at the beginning of a file, as one way splits them.
    private record Sample(Way way, List<Row> rows) {
        private List<Row> top() {
            return rows.subList(0, Math.min(HEADER_AMONG, rows.size()));
        }

        private int known(Row row, Map<String, String> mapping, String country) {
            return row.problem().isEmpty() ? HeaderRules.known(row.cells(), mapping, country) : 0;
        }

        @Nullable Row header(Map<String, String> mapping, String country) {
            Row best = null;
            int most = 0;
            for (Row row : top()) {
                int known = known(row, mapping, country);
                if (known > most) {
                    best = row;
                    most = known;
                }
            }
            return best;
        }

        int known(Map<String, String> mapping, String country) {
            return top().stream().mapToInt(row -> known(row, mapping, country)).max().orElse(0);
        }

        int width() {
            return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
        }

        /// In how many rows the column with the most numbers has one.
        long phones(String country) {
            return phones(phoneColumn(country), country);
        }

        /// The column that has numbers in most rows, or -1.
        int phoneColumn(String country) {
            int best = -1;
            long most = 0;
            for (int column = 0; column < width(); column++) {
                long phones = phones(column, country);
                if (phones > most) {
                    best = column;
                    most = phones;
                }
            }
            return best;
        }

        private long phones(int column, String country) {
            return column < 0 ? 0 : top().stream().filter(row -> row.cells().size() > column && HeaderRules.looksLikePhone(row.cells().get(column), country)).count();
        }

        /// What stands in each column below the header row, without the empty cells.
        List<List<String>> values(long headerLine, int width) {
            List<List<String>> values = new ArrayList<>();
            for (int c = 0; c < width; c++) {
                int column = c;
                values.add(rows.stream().filter(row -> row.line() > headerLine && row.problem().isEmpty() && row.cells().size() > column)
                    .map(row -> RowRules.clean(row.cells().get(column))).filter(text -> !text.isEmpty()).toList());
            }
            return values;
        }
    }

    /// The header row of a file: its own, or one that is made.
    private record Header(Sample sample, long line, List<String> cells) {}

    /// Finds out what `options` do not say.
    ///
    /// @param country    for numbers without a country code
    /// @param remembered from headers to what they were the last time; empty for headers that are new
    /// @throws AppException when the file is empty, or `options` name a column or a field that does not exist
    static Layout find(ListFile file, ImportOptions options, String country, Instant now, UnaryOperator<List<String>> remembered)
            throws IOException, AppException {
        List<Sample> samples = new ArrayList<>();
        for (Way way : file.ways()) {
            samples.add(sample(way));
        }
        if (samples.stream().allMatch(sample -> sample.rows().isEmpty())) {
            throw new AppException(file.name() + " is empty. Choose a file with a header row and one person a row.", null);
        }
        ValueRules rules = new ValueRules(country, now);
        if (!file.sheets()) {
            return of(file, header(samples, options.mapping(), country), options, rules, remembered);
        }
        Layout first = null;
        for (Sample sample : samples) {
            if (!sample.rows().isEmpty()) {
                Layout layout = of(file, header(List.of(sample), Map.of(), country), options, rules, remembered);
                if (!layout.columns().phones().isEmpty()) {
                    return layout;
                }
                first = first == null ? layout : first;
            }
        }
        return java.util.Objects.requireNonNull(first);
    }

    /// The layout of a file of prospects that we exported: there is nothing to find out, and nothing to say.
    static Layout of(ListFile file, ProspectLayout ours) throws IOException, AppException {
        List<String> headers = HeaderRules.distinct(ours.headers());
        List<List<String>> values = sample(ours.way()).values(ours.headerLine(), headers.size());
        Columns columns = HeaderRules.columns(headers, Map.of());
        List<String> words = ColumnRules.words(columns);
        List<ColumnLook> looks = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            looks.add(new ColumnLook(headers.get(column), words.get(column), FileLook.Certainty.SURE, ColumnRules.samples(values.get(column))));
        }
        return new Layout(file.name(), ours.way(), SourceRules.OURS, ours.headerLine(), columns, looks, ours);
    }

    private static Sample sample(Way way) throws IOException {
        List<Row> rows = new ArrayList<>();
        long characters = 0;
        try (ListRows all = way.opening().open()) {
            Row row = all.next();
            while (row != null && rows.size() < LOOK_AT && (characters < MAX_SAMPLE || rows.size() < HEADER_AMONG)) {
                rows.add(row);
                characters += row.cells().stream().mapToLong(String::length).sum();
                row = all.next();
            }
        }
        return new Sample(way, rows);
    }

    private static Header header(List<Sample> samples, Map<String, String> mapping, String country) {
        Sample best = samples.getFirst();
        int most = 0;
        for (Sample sample : samples) {
            int known = sample.known(mapping, country);
            if (known > most) {
                best = sample;
                most = known;
            }
        }
        Row header = best.header(mapping, country);
        return header != null ? new Header(best, header.line(), HeaderRules.distinct(header.cells())) : unnamed(samples, country);
    }

    /// A file without a header row that is understood: the column with numbers is what it is about.
    private static Header unnamed(List<Sample> samples, String country) {
        Sample best = samples.getFirst();
        for (Sample sample : samples) {
            long more = sample.phones(country) - best.phones(country);
            best = more > 0 || more == 0 && sample.phones(country) == 0 && sample.width() > best.width() ? sample : best;
        }
        if (SourceRules.isVicidial(best.top().stream().map(Row::cells).toList(), country)) {
            return new Header(best, 0, SourceRules.VICIDIAL_COLUMNS.subList(0, Math.min(best.width(), SourceRules.VICIDIAL_COLUMNS.size())));
        }
        Row first = best.rows().getFirst();
        int phone = best.phoneColumn(country);
        boolean strange = phone < 0 ? best.rows().size() > 1 && first.cells().stream().noneMatch(c -> c.isBlank() || c.chars().anyMatch(Character::isDigit))
            : first.cells().size() > phone && isCaption(first.cells().get(phone));
        List<String> headers = new ArrayList<>(strange ? first.cells() : List.of());
        headers.addAll(Collections.nCopies(Math.max(0, best.width() - headers.size()), ""));
        return new Header(best, strange ? first.line() : 0, HeaderRules.distinct(headers));
    }

    /// "Contacto 1": words above numbers.
    private static boolean isCaption(String cell) {
        return cell.chars().anyMatch(Character::isLetter) && cell.chars().filter(Character::isDigit).count() < 3;
    }

    private static Layout of(ListFile file, Header header, ImportOptions options, ValueRules rules, UnaryOperator<List<String>> remembered)
            throws AppException {
        List<String> headers = header.cells();
        List<List<String>> values = header.sample().values(header.line(), headers.size());
        Columns said = HeaderRules.columns(headers, options.mapping());
        List<String> guessed = ColumnRules.withValues(headers, ColumnRules.words(said), values, rules);
        List<String> before = options.mapping().isEmpty() && options.columns().isEmpty() ? remembered.apply(headers) : List.of();
        List<String> words = !options.columns().isEmpty() ? options.columns() : !before.isEmpty() ? before : guessed;
        Columns columns = ColumnRules.columns(headers, words, options.defaults());
        if (options.mapping().containsKey("phone") && options.columns().isEmpty()) {
            // What the rep named is dialed first; the others stay as second numbers.
            columns = new Columns(headers, columns.columns(), said.phones(), columns.extra(), columns.defaults());
        }
        String source = header.line() == 0 && headers.size() > 1 && headers.getFirst().equals(SourceRules.VICIDIAL_COLUMNS.getFirst())
            ? SourceRules.BY_POSITION : SourceRules.name(headers);
        return new Layout(file.name(), header.sample().way(), source, header.line(), columns,
            ColumnRules.looks(headers, words, guessed, !before.isEmpty(), values, rules), null);
    }

    /// Nobody can be called from a list without numbers; it can only add to people who are known.
    ///
    /// @throws AppException that says so
    Layout requirePhones(ImportOptions options) throws AppException {
        if (columns.phones().isEmpty() && options.mode() != ImportOptions.Mode.UPDATE_ONLY) {
            if (source.equals("LinkedIn")) {
                throw new AppException(name + " has no phone column: LinkedIn gives no numbers away. Add a column with them, or import the file with"
                    + " “update only”, which adds to people who are known.", null);
            }
            throw new AppException(name + " has no phone column. " + (headerLine == 0 ? "Say which column has the numbers"
                : "Its columns are " + HeaderRules.shown(columns.headers()) + ". If one of them has the numbers, say which") + ON_THE_COMMAND_LINE + ".", null);
        }
        return this;
    }

    FileLook look(java.nio.file.Path file) {
        return new FileLook(file, way.kind(), source, headerLine, looks, ours != null);
    }
}

package app.afterbeep.transfer;

import app.afterbeep.transfer.HeaderRules.Columns;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rows of a file are to be read.
///
/// @param headerLine the line of the header row; 0 when there is none
record Layout(char delimiter, long headerLine, Columns columns) {
    /// What the command line has to say it with; the window asks.
    static final String ON_THE_COMMAND_LINE = " (--map phone=COLUMN)";
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
                + ". If one of them has the numbers, say which" + ON_THE_COMMAND_LINE + ".", null);
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
                + ". Say which column has the numbers" + ON_THE_COMMAND_LINE + ".", null);
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

package app.afterbeep.transfer;

import app.afterbeep.prospects.DncFile;
import app.afterbeep.prospects.DncReport.Rejected;
import app.afterbeep.prospects.DncRules;
import app.afterbeep.prospects.DncRules.Item;
import app.afterbeep.prospects.DncRules.Kind;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a do-not-call file: one number, address or domain a line, or a table of which the columns that hold them are found by their headers
/// or, without any, by what stands in them. In bounded memory.
public final class DncRows implements DncFile {
    private static final int PART = 2000;
    private static final int SAMPLE = 200;
    private static final double MOSTLY = 0.6;

    private final CsvRows rows;
    private final String country;
    private final Deque<CsvRows.Row> ahead = new ArrayDeque<>();
    private final boolean header;
    private final List<Integer> columns;
    /// The first two columns are an area code and the rest of the number, as a national registry has them.
    private final boolean split;
    private final long size;
    private long read;
    private boolean begun;

    private DncRows(CsvRows rows, String country, long size) throws IOException {
        this.rows = rows;
        this.country = country;
        this.size = size;
        for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
            ahead.add(row);
            if (ahead.size() == SAMPLE) {
                break;
            }
        }
        List<String> first = ahead.isEmpty() ? List.of() : ahead.getFirst().cells();
        List<List<String>> sample = ahead.stream().filter(row -> row.problem().isEmpty()).map(CsvRows.Row::cells).toList();
        this.split = !sample.isEmpty() && sample.subList(sample.size() > 1 ? 1 : 0, sample.size()).stream()
            .allMatch(cells -> cells.size() >= 2 && cells.get(0).strip().matches("\\d{3}") && cells.get(1).strip().matches("\\d{7}|\\d{3}-\\d{4}"));
        this.header = split ? !first.getFirst().strip().matches("\\d{3}") : first.stream().noneMatch(cell -> item(cell).isPresent()) && sample.size() > 1;
        this.columns = columns(header ? first : List.of(), header ? sample.subList(1, sample.size()) : sample);
    }

    /// @throws AppException when it can't be read, or has nothing in it
    public static DncRows open(Path file, String country) throws AppException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new AppException("There is no file " + file + ". Check its name and folder.", null);
            }
            CsvRows.Source source = () -> Files.newInputStream(file);
            Charset charset = CsvRows.charset(source);
            DncRows opened = new DncRows(CsvRows.open(source, charset, delimiter(source, charset)), country, Files.size(file));
            if (opened.ahead.isEmpty()) {
                opened.close();
                throw new AppException(file.getFileName() + " is empty. Nothing was added.", null);
            }
            return opened;
        } catch (IOException e) {
            throw new AppException(file.getFileName() + " can't be read: " + e.getMessage() + ". Nothing was added.", e);
        }
    }

    private static char delimiter(CsvRows.Source source, Charset charset) throws IOException {
        try (CsvRows lines = CsvRows.open(source, charset, '\u0001')) {
            CsvRows.Row first = lines.next();
            String text = first == null ? "" : String.join("", first.cells());
            return Stream.of('\t', ';', '|').filter(c -> text.indexOf(c) >= 0).findFirst().orElse(',');
        }
    }

    private List<Integer> columns(List<String> headers, List<List<String>> sample) {
        int width = Math.max(headers.size(), sample.stream().mapToInt(List::size).max().orElse(0));
        if (width <= 1) {
            return List.of(0);
        }
        List<Integer> named = IntStream.range(0, headers.size()).filter(i -> headers.get(i).toLowerCase(Locale.ROOT)
            .matches(".*(?:phone|mobile|cell|tel|fax|number|dnc|do not call|e-?mail|domain).*")).boxed()
            .filter(i -> share(sample, i, Kind.values()) > 0).toList();
        // A list has ids, dates and web sites beside its numbers: those must not get onto the list.
        return !named.isEmpty() ? named
            : IntStream.range(0, width).filter(i -> share(sample, i, Kind.PHONE, Kind.EMAIL) >= MOSTLY).boxed().toList();
    }

    /// How many of the filled cells of a column are such entries.
    private double share(List<List<String>> sample, int column, Kind... kinds) {
        List<String> filled = sample.stream().filter(cells -> column < cells.size() && !cells.get(column).isBlank()).map(cells -> cells.get(column)).toList();
        return filled.isEmpty() ? 0 : (double) filled.stream().filter(cell -> item(cell).filter(i -> List.of(kinds).contains(i.kind())).isPresent()).count()
            / filled.size();
    }

    private Optional<Item> item(String cell) {
        return DncRules.item(cell, country);
    }

    @Override
    public Part next() throws IOException {
        List<Item> items = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        CsvRows.Row row = null;
        for (int i = 0; i < PART && (row = row()) != null; i++) {
            take(row, items, rejected);
        }
        return new Part(items, rejected, size == 0 ? 1 : Math.min(1, (double) read / size), row == null);
    }

    private CsvRows.@Nullable Row row() throws IOException {
        CsvRows.Row row = ahead.isEmpty() ? rows.next() : ahead.removeFirst();
        if (row != null && header && !begun) {
            begun = true;
            read += length(row);
            return row();
        }
        begun = true;
        read += row == null ? 0 : length(row);
        return row;
    }

    private static long length(CsvRows.Row row) {
        return row.cells().stream().mapToLong(cell -> cell.length() + 1L).sum();
    }

    private void take(CsvRows.Row row, List<Item> items, List<Rejected> rejected) {
        List<String> cells = row.cells();
        if (!row.problem().isEmpty()) {
            rejected.add(new Rejected(row.line(), row.problem(), shortened(cells)));
            return;
        }
        List<String> filled = split && cells.size() >= 2 ? List.of(cells.get(0).strip() + cells.get(1).strip())
            : columns.stream().filter(i -> i < cells.size()).map(cells::get).filter(cell -> !cell.isBlank()).toList();
        List<Item> found = filled.stream().flatMap(cell -> item(cell).stream()).toList();
        if (found.isEmpty()) {
            rejected.add(new Rejected(row.line(), filled.isEmpty() ? "no number, address or domain in it"
                : "‘" + shortened(filled) + "’ is no possible number, address or domain", shortened(cells)));
        }
        items.addAll(found);
    }

    private static String shortened(List<String> cells) {
        String text = String.join(", ", cells.stream().filter(cell -> !cell.isBlank()).toList());
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

package app.afterbeep.lists;

import app.afterbeep.exports.CellRules;
import app.afterbeep.prospects.DncFile;
import app.afterbeep.prospects.DncReport.Rejected;
import app.afterbeep.prospects.DncRules;
import app.afterbeep.prospects.DncRules.Item;
import app.afterbeep.prospects.DncRules.Kind;
import app.afterbeep.prospects.Kept;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads a do-not-call file: one number, address or domain a line, or a table of which the columns that hold them are found by their headers
/// or, without any, by what stands in them. Entries of our own file come back as they stood. In bounded memory.
public final class DncRows implements DncFile {
    /// Of the file that we write.
    static final List<String> OURS = List.of("kind", "value", "source", "since", "note");
    private static final Set<String> SOURCES = Set.of("outcome", "import", "file", "rep");
    private static final int PART = 2000;
    private static final int SAMPLE = 200;
    private static final double MOSTLY = 0.6;
    /// So many digits were meant to be one.
    private static final int A_NUMBER = 6;

    private final ListRows rows;
    private final String file;
    private final String country;
    private final Clock clock;
    private final Deque<ListRows.Row> ahead = new ArrayDeque<>();
    private final boolean ours;
    private final boolean header;
    private final List<Integer> columns;
    /// The first two columns are an area code and the rest of the number, as a national registry has them.
    private final boolean split;
    private boolean begun;

    private DncRows(ListRows rows, String file, String country, Clock clock) throws IOException {
        this.rows = rows;
        this.file = file;
        this.country = country;
        this.clock = clock;
        for (ListRows.Row row = rows.next(); row != null; row = rows.next()) {
            ahead.add(row);
            if (ahead.size() == SAMPLE) {
                break;
            }
        }
        List<String> first = ahead.isEmpty() ? List.of() : ahead.getFirst().cells();
        List<List<String>> sample = ahead.stream().filter(row -> row.problem().isEmpty()).map(ListRows.Row::cells).toList();
        this.split = !sample.isEmpty() && sample.subList(sample.size() > 1 ? 1 : 0, sample.size()).stream()
            .allMatch(cells -> cells.size() >= 2 && cells.get(0).strip().matches("\\d{3}") && cells.get(1).strip().matches("\\d{7}|\\d{3}-\\d{4}"));
        this.ours = first.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList().equals(OURS);
        this.header = ours || (split ? !first.getFirst().strip().matches("\\d{3}") : first.stream().noneMatch(cell -> item(cell).isPresent()) && sample.size() > 1);
        this.columns = ours ? List.of(OURS.indexOf("value")) : columns(header ? first : List.of(), header ? sample.subList(1, sample.size()) : sample);
    }

    /// @throws AppException when it can't be read, or has nothing in it
    public static DncRows open(Path file, String country, Clock clock) throws AppException {
        try {
            ListFile list = ListFile.open(file);
            DncRows opened = new DncRows(way(list).opening().open(), list.name(), country, clock);
            if (opened.ahead.isEmpty()) {
                opened.close();
                throw new AppException(file.getFileName() + " is empty. Nothing was added.", null);
            }
            return opened;
        } catch (IOException e) {
            throw new AppException(file.getFileName() + " can't be read: " + e.getMessage() + ". Nothing was added.", e);
        }
    }

    /// The first sheet, or the delimiter that makes most cells of the first row.
    private static ListFile.Way way(ListFile list) throws IOException {
        ListFile.Way best = list.ways().getFirst();
        int most = 0;
        for (ListFile.Way way : list.sheets() ? list.ways().subList(0, 1) : list.ways()) {
            try (ListRows rows = way.opening().open()) {
                ListRows.Row first = rows.next();
                if (first != null && first.cells().size() > most) {
                    most = first.cells().size();
                    best = way;
                }
            }
        }
        return best;
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
        List<Kept.Entry> entries = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        ListRows.Row row = null;
        for (int i = 0; i < PART && (row = row()) != null; i++) {
            take(row, entries, rejected);
        }
        return new Part(entries, rejected, rows.share(), row == null);
    }

    private ListRows.@Nullable Row row() throws IOException {
        ListRows.Row row = ahead.isEmpty() ? rows.next() : ahead.removeFirst();
        if (row != null && header && !begun) {
            begun = true;
            return row();
        }
        begun = true;
        return row;
    }

    private void take(ListRows.Row row, List<Kept.Entry> entries, List<Rejected> rejected) {
        List<String> cells = row.cells();
        if (!row.problem().isEmpty()) {
            rejected.add(new Rejected(row.line(), row.problem(), shortened(cells)));
            return;
        }
        List<String> filled = split && cells.size() >= 2 ? List.of(cells.get(0).strip() + cells.get(1).strip())
            : columns.stream().filter(i -> i < cells.size()).map(cells::get).filter(cell -> !cell.isBlank()).toList();
        List<Kept.Entry> found = ours && cells.size() == OURS.size() ? kept(cells).stream().toList()
            : filled.stream().flatMap(cell -> item(cell).stream()).map(item -> new Kept.Entry(item.kind().toString(), item.value(), "file", clock.instant(), file)).toList();
        // Whoever's number can't be read would be called all the same: that is said although the row has an address too.
        List<String> unread = found.isEmpty() ? filled : ours ? List.of()
            : filled.stream().filter(cell -> cell.chars().filter(Character::isDigit).count() >= A_NUMBER && item(cell).isEmpty()).toList();
        if (found.isEmpty() || !unread.isEmpty()) {
            rejected.add(new Rejected(row.line(), unread.isEmpty() ? "no number, address or domain in it"
                : "‘" + shortened(unread) + "’ is no possible number, address or domain", shortened(cells)));
        }
        entries.addAll(found);
    }

    /// An entry as we wrote it; what of it a spreadsheet has changed is read like any other file's.
    private Optional<Kept.Entry> kept(List<String> cells) {
        String value = cells.get(1).strip();
        Optional<Item> item = switch (cells.get(0).strip()) {
            case "phone" -> value.matches("\\+?\\d{7,20}") ? Optional.of(new Item(Kind.PHONE, value.startsWith("+") ? value : "+" + value)) : Optional.empty();
            case "email" -> value.indexOf('@') > 0 ? Optional.of(new Item(Kind.EMAIL, value.toLowerCase(Locale.ROOT))) : Optional.empty();
            default -> item(value);
        };
        return item.map(i -> new Kept.Entry(i.kind().toString(), i.value(), SOURCES.contains(cells.get(2)) ? cells.get(2) : "file", since(cells.get(3)), cells.get(4)));
    }

    private Instant since(String text) {
        try {
            return CellRules.time(text.strip(), country, clock.getZone());
        } catch (DateTimeException e) {
            return clock.instant();
        }
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

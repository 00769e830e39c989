package app.afterbeep.lists;

import app.afterbeep.lists.TextLines.Line;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV text, one at a time, in bounded memory. A row that can't be read costs its first line and no more:
/// reading goes on at the next line, so that one open quote does not swallow a list. Lines may end with CR, LF or both;
/// empty lines are skipped; NULs are left out.
final class CsvRows implements ListRows {
    /// Longer than any note a person writes.
    static final int MAX_CELL = 64 * 1024;
    private static final int MAX_LINES = 1000;
    private static final int MAX_COLUMNS = 4096;

    private final TextLines lines;
    private final DoubleSupplier share;
    private final CsvReaderBuilder csv;
    private final Deque<Line> ahead = new ArrayDeque<>();

    /// @param share how much of the file the reader has taken
    CsvRows(Reader reader, char delimiter, DoubleSupplier share) {
        this.lines = new TextLines(reader);
        this.share = share;
        // Spaces around quotes are what hand-made files have. An open quote is found by what follows it, see #parse.
        csv = CsvReader.builder().fieldSeparator(delimiter).trimWhitespacesAroundQuotes(true).allowUnclosedQuote(true);
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line line = line();
        while (line != null && line.text().isBlank() && !line.tooLong()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        if (line.tooLong()) {
            return unreadable(line, "the line is longer than " + TextLines.MAX_LINE + " characters");
        }
        try {
            List<String> cells = parse(line.text());
            return cells == null ? overLines(line) : new Row(line.number(), cells, "");
        } catch (CsvParseException e) {
            return unreadable(line, problem(e));
        }
    }

    /// A row whose first line ends inside quotes. When the lines after it don't close them, they are rows of their own.
    private Row overLines(Line first) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        List<Line> more = new ArrayList<>();
        String problem = "a quote is opened and not closed";
        while (more.size() < MAX_LINES && text.length() <= MAX_CELL) {
            Line line = line();
            if (line == null) {
                break;
            }
            more.add(line);
            if (line.tooLong()) {
                break;
            }
            text.append('\n').append(line.text());
            if (line.text().indexOf('"') >= 0) {
                try {
                    List<String> cells = parse(text.toString());
                    if (cells != null) {
                        return new Row(first.number(), cells, "");
                    }
                } catch (CsvParseException e) {
                    problem = problem(e);
                    break;
                }
            }
        }
        more.reversed().forEach(ahead::addFirst);
        return unreadable(first, problem);
    }

    /// The cells of the row that `text` is, or null when it ends inside quotes: only then does the last cell reach into the
    /// next line, which is marked by a NUL, since the text has none.
    private @Nullable List<String> parse(String text) {
        CsvRecord row = csv.ofSingleCsvRecord(
            CsvRecordHandler.of(c -> c.maxFields(MAX_COLUMNS).maxFieldSize(MAX_CELL).maxRecordSize(2 * TextLines.MAX_LINE)), text + "\n\0");
        List<String> cells = row.getFields();
        return cells.getLast().endsWith("\0") ? null : cells;
    }

    private static String problem(CsvParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("Unexpected character after closing quote")) {
            return "a quote is closed in the middle of a cell, or was opened and not closed";
        }
        return message.contains("maximum limit of") ? "the row has more than " + MAX_COLUMNS + " columns"
            : "a cell is longer than " + MAX_CELL + " characters";
    }

    private static Row unreadable(Line line, String problem) {
        return new Row(line.number(), List.of(line.text().substring(0, Math.min(200, line.text().length()))), problem);
    }

    private @Nullable Line line() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.removeFirst();
    }

    @Override
    public double share() {
        return share.getAsDouble();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

package app.afterbeep.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV text, one at a time, in bounded memory. A row that can't be read costs its first line and no more:
/// reading goes on at the next line, so that one open quote does not swallow a list. Lines may end with CR, LF or both;
/// empty lines are skipped; NULs are left out.
final class CsvRows implements Closeable {
    /// Longer than any note a person writes.
    static final int MAX_CELL = 64 * 1024;
    private static final int MAX_LINE = 1024 * 1024;
    private static final int MAX_LINES = 1000;
    private static final int MAX_COLUMNS = 4096;

    private final Reader reader;
    private final CsvReaderBuilder csv;
    private final char[] buffer = new char[16 * 1024];
    private int position;
    private int end;
    private boolean afterCr;
    private long lines;
    private final Deque<Line> ahead = new ArrayDeque<>();

    CsvRows(Reader reader, char delimiter) {
        this.reader = reader;
        // Spaces around quotes are what hand-made files have. An open quote is found by what follows it, see #parse.
        csv = CsvReader.builder().fieldSeparator(delimiter).trimWhitespacesAroundQuotes(true).allowUnclosedQuote(true);
    }

    static CsvRows open(Source source, Charset charset, char delimiter) throws IOException {
        return new CsvRows(new InputStreamReader(source.open(), charset), delimiter);
    }

    /// What a list is read from; opened more than once.
    interface Source {
        InputStream open() throws IOException;
    }

    /// One row as it stands in the file.
    ///
    /// @param line    where it begins, from 1
    /// @param cells   for a row that can't be read its text, shortened
    /// @param problem why it can't be read, or ""
    record Row(long line, List<String> cells, String problem) {}

    private record Line(long number, String text, boolean tooLong) {}

    /// UTF-16 by its byte order mark, else UTF-8 when all of it is, else what Windows programs write.
    static Charset charset(Source source) throws IOException {
        try (InputStream in = source.open()) {
            byte[] start = in.readNBytes(2);
            if (Arrays.equals(start, new byte[] {(byte) 0xFF, (byte) 0xFE}) || Arrays.equals(start, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
                return StandardCharsets.UTF_16;
            }
        }
        try (Reader strict = new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
            strict.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    /// The next row, or null at the end.
    @Nullable Row next() throws IOException {
        Line line = line();
        while (line != null && line.text().isBlank() && !line.tooLong()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        if (line.tooLong()) {
            return unreadable(line, "the line is longer than " + MAX_LINE + " characters");
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
            CsvRecordHandler.of(c -> c.maxFields(MAX_COLUMNS).maxFieldSize(MAX_CELL).maxRecordSize(2 * MAX_LINE)), text + "\n\0");
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
        return ahead.isEmpty() ? read() : ahead.removeFirst();
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == end) {
                end = Math.max(0, reader.read(buffer));
                position = 0;
                if (end == 0) {
                    return any ? new Line(++lines, text.toString(), tooLong) : null;
                }
            }
            char c = buffer[position++];
            boolean endOfCrLf = c == '\n' && afterCr;
            afterCr = c == '\r';
            if (endOfCrLf || c == 0 || c == '\uFEFF' && lines == 0 && !any) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                return new Line(++lines, text.toString(), tooLong);
            }
            any = true;
            if (text.length() < MAX_LINE) {
                text.append(c);
            } else {
                tooLong = true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

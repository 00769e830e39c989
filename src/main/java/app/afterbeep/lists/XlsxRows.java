package app.afterbeep.lists;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of an Excel file, as a person sees them: dates as dates, numbers with all their digits, formulas as what came out of them.
/// The rows are streamed; the texts, which Excel stores once for all sheets, are kept as far as they were met.
final class XlsxRows implements ListRows {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    /// What is no part of a number format's shape: texts, escaped characters, colours and conditions.
    private static final Pattern NOT_SHAPE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");
    private static final Pattern DATE = Pattern.compile("(?i).*[ymdhs].*");
    private static final Pattern ZEROS = Pattern.compile("0{2,15}");
    /// Any number that is one; a larger exponent would only fill the memory with zeros.
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,40}(?:\\.\\d{0,40})?(?:[eE][-+]?\\d{1,2})?");
    /// 31 December 9999, as Excel counts days.
    private static final BigDecimal LAST_DATE = BigDecimal.valueOf(2_958_466);
    private static final int MAX_COLUMNS = 4096;

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final SheetGuard guard;
    private final long last;
    private long line;
    private long taken;
    private boolean ended;

    /// @param sheet from 0
    /// @param part  its name in the file
    /// @param last  the last row, for the share; 0 when it is not known
    XlsxRows(Path file, int sheet, String part, long last) throws IOException {
        this.last = last;
        guard = new SheetGuard(file, part);
        if (!guard.reaches(1)) {
            guard.close();
            throw new IOException("the sheet is damaged");
        }
        workbook = workbook(file);
        try {
            stream = workbook.getSheet(sheet).orElseThrow(() -> new IOException("the sheet is missing")).openStream();
            rows = stream.iterator();
        } catch (RuntimeException e) {
            workbook.close();
            guard.close();
            throw new IOException("the sheet is damaged", e);
        }
    }

    /// @throws IOException also when it is damaged
    static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException noStyles) {
            // Small programs write files without styles, in which no number is a date.
            try {
                return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
            } catch (RuntimeException e) {
                throw new IOException("the Excel file is damaged", e);
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (!ended) {
            try {
                if (!guard.reaches(++taken + 1)) {
                    ended = true;
                    return new Row(line + 1, List.of(), "the row is longer than " + SheetGuard.MAX_ROW + " characters; the sheet is not read from here on");
                }
                if (!rows.hasNext()) {
                    ended = true;
                    return null;
                }
                org.dhatim.fastexcel.reader.Row row = rows.next();
                line = row.getRowNum();
                if (row.getCellCount() > MAX_COLUMNS) {
                    return new Row(line, List.of(), "the row has more than " + MAX_COLUMNS + " columns");
                }
                List<String> cells = cells(row);
                if (cells.stream().anyMatch(cell -> cell.length() > CsvRows.MAX_CELL)) {
                    return new Row(line, List.of(), "a cell is longer than " + CsvRows.MAX_CELL + " characters");
                }
                if (!cells.isEmpty()) {
                    return new Row(line, cells, "");
                }
            } catch (RuntimeException e) {
                // The library's own exceptions, and what a damaged file makes of its code.
                ended = true;
                return new Row(line + 1, List.of(), "the sheet is damaged from here on");
            }
        }
        return null;
    }

    private List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>();
        int empty = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            String text = cell == null ? "" : text(cell);
            if (text.isBlank()) {
                empty++;
                continue;
            }
            for (; empty > 0; empty--) {
                cells.add("");
            }
            cells.add(text);
        }
        return cells;
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell, cell.getRawValue());
            case BOOLEAN -> String.valueOf(cell.getValue()).toLowerCase(Locale.ROOT);
            case STRING -> cell.getText();
            case FORMULA -> cell.getValue() instanceof BigDecimal ? number(cell, cell.getRawValue()) : cell.getText();
            case EMPTY, ERROR -> "";
        };
    }

    private static String number(Cell cell, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return "";
        }
        if (!NUMBER.matcher(raw.strip()).matches()) {
            return raw.strip();
        }
        BigDecimal number = new BigDecimal(raw.strip());
        String format = cell.getDataFormatString() == null ? "" : NOT_SHAPE.matcher(cell.getDataFormatString()).replaceAll("");
        boolean date = DATE.matcher(format.replaceFirst("(?i)general", "")).matches() && cell.getType() == CellType.NUMBER;
        if (date && number.signum() >= 0 && number.compareTo(LAST_DATE) < 0) {
            LocalDateTime at = cell.asDate();
            return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : MOMENT.format(at);
        }
        String plain = number.stripTrailingZeros().toPlainString();
        // A postal code of New England: 02139 is the number 2139 with five digits.
        return ZEROS.matcher(format).matches() && plain.matches("\\d+") && plain.length() < format.length()
            ? "0".repeat(format.length() - plain.length()) + plain : plain;
    }

    @Override
    public double share() {
        return ended ? 1 : last == 0 ? 0 : Math.min(1, (double) line / last);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
        guard.close();
    }
}

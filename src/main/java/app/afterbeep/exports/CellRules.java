package app.afterbeep.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How values are written into cells of a CSV file.
public final class CellRules {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    /// What every spreadsheet takes as a date with a time, in any country.
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    private CellRules() {}

    /// ISO 8601 with offset, in seconds; "" for null.
    static String exact(@Nullable Instant at, ZoneId here) {
        return at == null ? "" : EXACT.format(at.atZone(here));
    }

    /// "2026-11-24 09:00:00"; "" for null.
    static String local(@Nullable Instant at, ZoneId here) {
        return at == null ? "" : LOCAL.format(at.atZone(here));
    }

    static String day(Instant at, ZoneId here) {
        return LocalDate.ofInstant(at, here).toString();
    }

    static String number(@Nullable Number value) {
        return value == null ? "" : value.toString();
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe; a number in E.164 can't be one. A text that has one already gets
    /// another, so that taking one off gives the text again.
    static String spreadsheetSafe(String cell) {
        return startsFormula(cell) && !PHONE.matcher(cell).matches() ? "'" + cell : cell;
    }

    /// Takes the apostrophe of [#spreadsheetSafe] off again.
    public static String withoutApostrophe(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == '\'' && startsFormula(cell) ? cell.substring(1) : cell;
    }

    /// After any apostrophes.
    private static boolean startsFormula(String cell) {
        int start = 0;
        while (start < cell.length() && cell.charAt(start) == '\'') {
            start++;
        }
        return start < cell.length() && STARTS_FORMULA.indexOf(cell.charAt(start)) >= 0;
    }
}

package app.afterbeep.exports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How values are written into cells of a CSV file.
public final class CellRules {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    /// What every spreadsheet takes as a date with a time, in any country.
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    /// Year, month and day in any order, then hours, minutes and seconds.
    private static final Pattern SAVED = Pattern.compile(
        "(\\d{4}|\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{1,2})(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s?([AaPp])\\.?[Mm]\\.?)?)?");
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

    /// A time as [#exact] or [#local] writes it, or as a spreadsheet that has opened and saved the file writes the same: "11/24/2026 9:00 AM" in the
    /// United States, "24/11/2026 09:00" and "24.11.2026 09:00" elsewhere; without a time midnight. What only one order makes a date has that order.
    ///
    /// @param country in whose order month and day stand, ISO 3166
    /// @throws DateTimeException when it is no time
    public static Instant time(String text, String country, ZoneId here) {
        if (text.indexOf('T') > 0) {
            return OffsetDateTime.parse(text).toInstant();
        }
        Matcher saved = SAVED.matcher(text);
        if (!saved.matches()) {
            throw new DateTimeException("no time: " + text);
        }
        int first = number(saved, 1);
        int second = number(saved, 3);
        int third = number(saved, 4);
        boolean yearFirst = saved.group(1).length() == 4;
        boolean monthFirst = saved.group(2).equals("/") && (country.equals("US") ? first <= 12 : second > 12);
        LocalDate day = yearFirst ? LocalDate.of(first, second, third)
            : LocalDate.of(third < 100 ? 2000 + third : third, monthFirst ? first : second, monthFirst ? second : first);
        int hour = number(saved, 5);
        String half = saved.group(8);
        return day.atTime(half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0), number(saved, 6), number(saved, 7)).atZone(here).toInstant();
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
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

package app.afterbeep.ui;

import java.time.DayOfWeek;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.Locale;

/// How times and days are written where the rep lives: 12 or 24 hours, month or day first, which day begins the week. The words are English and
/// the digits those of the program's own keys, everywhere.
///
/// @param clock    "2:45 pm" or "14:45"
/// @param spoken   "2:45" or "14:45"
/// @param second   "2:45:07"
/// @param date     "Tue Nov 24" or "Tue 24 Nov"
/// @param monthDay "Nov 24" or "24 Nov"
/// @param year     "Nov 24, 2026" or "24 Nov 2026"
/// @param firstDay of the week
record TimeForms(DateTimeFormatter clock, DateTimeFormatter spoken, DateTimeFormatter second, DateTimeFormatter date, DateTimeFormatter monthDay,
                 DateTimeFormatter year, DayOfWeek firstDay) {
    static TimeForms of(Locale locale) {
        boolean twelve = twelveHours(locale);
        boolean monthFirst = monthFirst(locale);
        return new TimeForms(form(twelve ? "h:mm a" : "HH:mm"), form(twelve ? "h:mm" : "H:mm"), form(twelve ? "h:mm:ss" : "HH:mm:ss"),
            form(monthFirst ? "EEE MMM d" : "EEE d MMM"), form(monthFirst ? "MMM d" : "d MMM"), form(monthFirst ? "MMM d, yyyy" : "d MMM yyyy"),
            WeekFields.of(locale).getFirstDayOfWeek());
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /// The hours from 1 to 12 (h) or from 0 to 11 (K), whatever word for the half of the day stands beside them.
    private static boolean twelveHours(Locale locale) {
        String pattern = quoted(DateTimeFormatterBuilder.getLocalizedDateTimePattern(null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale));
        return pattern.contains("h") || pattern.contains("K");
    }

    private static boolean monthFirst(Locale locale) {
        String pattern = quoted(DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale));
        return pattern.indexOf('M') < pattern.indexOf('d');
    }

    /// Words of the language itself, such as French 'h' between hour and minute, say nothing.
    private static String quoted(String pattern) {
        return pattern.replaceAll("'[^']*'", "");
    }
}

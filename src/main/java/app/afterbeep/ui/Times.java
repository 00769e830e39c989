package app.afterbeep.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people say them: 12 or 24 hours as the default locale has it, English names as in the rest of the program.
public final class Times {
    private static final boolean TWELVE_HOURS = DateTimeFormatterBuilder
        .getLocalizedDateTimePattern(null, FormatStyle.SHORT, IsoChronology.INSTANCE, Locale.getDefault()).contains("a");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(TWELVE_HOURS ? "h:mm a" : "HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern(TWELVE_HOURS ? "h:mm" : "H:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern(TWELVE_HOURS ? "h:mm:ss" : "HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(monthFirst() ? "EEE MMM d" : "EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_YEAR = DateTimeFormatter.ofPattern(monthFirst() ? "MMM d, yyyy" : "d MMM yyyy", Locale.ENGLISH);

    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*(?:([ap])\\.?\\s*m?\\.?)?", Pattern.CASE_INSENSITIVE);

    private Times() {}

    private static boolean monthFirst() {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null, IsoChronology.INSTANCE, Locale.getDefault());
        return pattern.indexOf('M') < pattern.indexOf('d');
    }

    /// "2:45 pm" or "14:45".
    public static String clock(ZonedDateTime time) {
        return clock(time.toLocalTime());
    }

    /// "2:45 pm" or "14:45".
    public static String clock(LocalTime time) {
        return CLOCK.format(time).toLowerCase(Locale.ENGLISH);
    }

    /// "2:45:07": a moment of today, to the second.
    public static String second(ZonedDateTime time) {
        return SECOND.format(time);
    }

    /// Reads a time of day as people type it: "8", "8:30", "8.30", "1430", "20:30", "8 pm", "8:30 p.m."; empty when it is none.
    public static Optional<LocalTime> parse(String typed) {
        Matcher matcher = TYPED.matcher(typed.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(matcher.group(1));
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        if (matcher.group(3) != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (matcher.group(3).equalsIgnoreCase("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    /// Like [#parse], for a call or a meeting: hours before 7 without am or pm are afternoon, "2:30" is 14:30.
    public static Optional<LocalTime> parseWorking(String typed) {
        boolean named = typed.toLowerCase(Locale.ROOT).matches(".*[ap]\\.?\\s*m?\\.?\\s*");
        return parse(typed).map(time -> !named && time.getHour() > 0 && time.getHour() < 7 ? time.plusHours(12) : time);
    }

    /// "2:45", as in a message: nobody says "pm" about a working day.
    public static String spokenTime(ZonedDateTime time) {
        return SPOKEN.format(time);
    }

    /// "Thursday"; from a week on with the date: "Thursday, Dec 3".
    public static String spokenDay(ZonedDateTime time, LocalDate today) {
        String day = time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return ChronoUnit.DAYS.between(today, time.toLocalDate()) < 7 ? day : day + ", " + DATE.format(time).substring(4);
    }

    /// Short, and never ambiguous seen from `now`: "2:45 pm", "Thu 2:45 pm", "Thu Dec 3, 2:45 pm", "Mar 12, 2027".
    public static String moment(Instant at, ZoneId zone, Instant now) {
        ZonedDateTime time = at.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), time.toLocalDate());
        if (days == 0) {
            return clock(time);
        }
        if (Math.abs(days) < 7) {
            return WEEKDAY.format(time) + " " + clock(time);
        }
        return Math.abs(days) < 60 ? DATE.format(time) + ", " + clock(time) : DATE_YEAR.format(time);
    }

    /// Like [#moment], where past and future stand side by side: a weekday alone is one to come, what is over has its date, and
    /// the time of day is never left out.
    public static String dated(Instant at, ZoneId zone, Instant now) {
        ZonedDateTime time = at.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), time.toLocalDate());
        boolean far = Math.abs(days) >= 60;
        return days < 0 && !far ? DATE.format(time) + ", " + clock(time) : moment(at, zone, now) + (far ? ", " + clock(time) : "");
    }

    /// "today", "tomorrow", "yesterday", "Tuesday" within the week, else the date.
    public static String day(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return "today";
        }
        if (days == 1 || days == -1) {
            return days == 1 ? "tomorrow" : "yesterday";
        }
        return Math.abs(days) < 7 ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            : Math.abs(days) < 60 ? DATE.format(day) : DATE_YEAR.format(day);
    }

    /// "Tue Nov 24".
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /// "Central" for America/Chicago; the zone's own name where it has no other.
    public static String zone(ZoneId zone) {
        String name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return name.endsWith(" Time") ? name.substring(0, name.length() - 5) : name;
    }

    /// "0:06", "12:03".
    public static String timer(Duration elapsed) {
        return "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
    }

    /// "00:42:10".
    public static String stopwatch(Duration elapsed) {
        return "%02d:%02d:%02d".formatted(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }
}

package app.afterbeep.ui;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people say them: written as where the rep lives ([TimeForms]), with English names as in the rest of the program.
public final class Times {
    private static final TimeForms HERE = TimeForms.of(Locale.getDefault(Locale.Category.FORMAT));
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})(?:[:.h]?(\\d{2}))?\\s*(?:([ap])\\.?\\s*m?\\.?)?", Pattern.CASE_INSENSITIVE);

    private Times() {}

    /// The day that begins a week where the rep lives.
    public static DayOfWeek firstDay() {
        return HERE.firstDay();
    }

    /// "Nov 24" or "24 Nov".
    public static String monthDay(LocalDate day) {
        return HERE.monthDay().format(day);
    }

    /// "2:45 pm" or "14:45".
    public static String clock(ZonedDateTime time) {
        return clock(time.toLocalTime());
    }

    /// "2:45 pm" or "14:45".
    public static String clock(LocalTime time) {
        return HERE.clock().format(time).toLowerCase(Locale.ENGLISH);
    }

    /// "2:45:07": a moment of today, to the second.
    public static String second(ZonedDateTime time) {
        return HERE.second().format(time);
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
        return HERE.spoken().format(time);
    }

    /// "Thursday"; from a week on with the date: "Thursday, Dec 3".
    public static String spokenDay(ZonedDateTime time, LocalDate today) {
        String day = time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return ChronoUnit.DAYS.between(today, time.toLocalDate()) < 7 ? day : day + ", " + HERE.monthDay().format(time);
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
        return Math.abs(days) < 60 ? HERE.date().format(time) + ", " + clock(time) : HERE.year().format(time);
    }

    /// Like [#moment], where past and future stand side by side: a weekday alone is one to come, what is over has its date, and
    /// the time of day is never left out.
    public static String dated(Instant at, ZoneId zone, Instant now) {
        ZonedDateTime time = at.atZone(zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), time.toLocalDate());
        boolean far = Math.abs(days) >= 60;
        return days < 0 && !far ? HERE.date().format(time) + ", " + clock(time) : moment(at, zone, now) + (far ? ", " + clock(time) : "");
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
            : Math.abs(days) < 60 ? HERE.date().format(day) : HERE.year().format(day);
    }

    /// "Tue Nov 24".
    public static String date(LocalDate day) {
        return HERE.date().format(day);
    }

    /// "Central" for America/Chicago; the zone's own name where it has no other.
    public static String zone(ZoneId zone) {
        String name = zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return name.endsWith(" Time") ? name.substring(0, name.length() - 5) : name;
    }

    /// "0:06", "12:03".
    public static String timer(Duration elapsed) {
        return String.format(Locale.ROOT, "%d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }

    /// "00:42:10".
    public static String stopwatch(Duration elapsed) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart());
    }
}

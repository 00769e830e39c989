package app.afterbeep.agenda;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Promise;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/// Which group a time belongs to, and the words of a line. Days are the rep's: the agenda is the plan of the rep's day.
final class AgendaRules {
    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final int FAR = 60;

    private AgendaRules() {}

    /// From `from` on, and before `to`.
    record Span(Instant from, Instant to) {}

    /// The times of a group; missed ones are told from overdue ones by the promise's own day.
    static Span span(AgendaGroup group, Instant now, ZoneId mine) {
        LocalDate today = now.atZone(mine).toLocalDate();
        Instant tomorrow = start(today.plusDays(1), mine);
        Instant dayAfter = start(today.plusDays(2), mine);
        Instant sunday = start(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1), mine);
        Instant week = sunday.isBefore(dayAfter) ? dayAfter : sunday;
        return switch (group) {
            case MISSED, OVERDUE -> new Span(ALWAYS, now);
            case TODAY -> new Span(now, tomorrow);
            case TOMORROW -> new Span(tomorrow, dayAfter);
            case THIS_WEEK -> new Span(dayAfter, week);
            case LATER -> new Span(week, NEVER);
            case RECYCLING -> new Span(tomorrow, NEVER);
        };
    }

    /// A day of 23 or 25 hours is a day.
    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    static String why(Promise.Kind kind) {
        return switch (kind) {
            case PROMISE -> "You promised";
            case CALLBACK -> "Asked for a call";
            case MEETING -> "Meeting";
        };
    }

    static String why(Prospect.Status status, Prospect.Due due, int step, Cadence.Kind kind) {
        if (status == Prospect.Status.RESTING) {
            return "Back after a rest";
        }
        return switch (due) {
            case PROMISE -> "You promised";
            case CALLBACK -> "Asked for a call";
            case BUSY -> "Line was busy";
            case FRESH, STEP -> status == Prospect.Status.TALKING ? "Call again" : switch (kind) {
                case VOICEMAIL -> "Voicemail " + step + " due";
                case CALL_ONLY -> "Call " + step + " due, no message";
                case LAST_VOICEMAIL -> "Last voicemail due";
            };
        };
    }

    /// The exact time on the clock of `zone`, with as much of the day as it takes: "2:45 pm", "Thu 2:45 pm". The group says
    /// whether a weekday is past or to come.
    static String moment(Instant at, ZoneId zone, Instant now) {
        boolean far = Math.abs(ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), at.atZone(zone).toLocalDate())) >= FAR;
        return Times.moment(at, zone, now) + (far ? ", " + Times.clock(at.atZone(zone)) : "");
    }

    /// The rep's own clock, where it shows another time: "3:45 pm your time"; else "".
    static String yourTime(AgendaEntry entry, ZoneId mine, Instant now) {
        ZonedDateTime here = entry.at().atZone(mine);
        ZonedDateTime there = entry.at().atZone(entry.zone());
        if (here.toLocalDateTime().equals(there.toLocalDateTime())) {
            return "";
        }
        boolean sameDay = here.toLocalDate().equals(there.toLocalDate());
        return (sameDay ? Times.clock(here) : moment(entry.at(), mine, now)) + " your time";
    }

    /// How it stands, in words: "Missed", "Overdue", "in 25 min", "Resting".
    static String status(AgendaEntry entry, ZoneId mine, Instant now) {
        if (!entry.callable() && !entry.meeting()) {
            return "No usable number";
        }
        return switch (entry.group()) {
            case MISSED -> entry.meeting() ? "Past: log how it went" : "Missed";
            case OVERDUE -> entry.meeting() ? "Past: log how it went" : "Overdue";
            case TODAY -> in(Duration.between(now, entry.at()));
            case TOMORROW -> "Tomorrow";
            case THIS_WEEK, LATER -> days(entry, mine, now);
            case RECYCLING -> "Resting";
        };
    }

    private static String days(AgendaEntry entry, ZoneId mine, Instant now) {
        return "in " + ChronoUnit.DAYS.between(now.atZone(mine).toLocalDate(), entry.at().atZone(mine).toLocalDate()) + " days";
    }

    private static String in(Duration left) {
        long minutes = Math.ceilDiv(left.toSeconds(), 60L);
        return minutes < 1 ? "now" : minutes < 60 ? "in " + minutes + " min"
            : "in " + minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}

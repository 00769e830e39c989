package app.afterbeep.agenda;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.Times;
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

    private AgendaRules() {}

    /// From `from` on, and before `to`.
    record Span(Instant from, Instant to) {}

    /// The times of a group; missed ones are told from those due by the promise's own day.
    ///
    /// @param lead so long before its time an entry is due
    static Span span(AgendaGroup group, Instant now, ZoneId mine, Duration lead) {
        LocalDate today = now.atZone(mine).toLocalDate();
        // To the millisecond: what is due at this moment is due.
        Instant due = now.plus(lead).plusMillis(1);
        Instant midnight = start(today.plusDays(1), mine);
        Instant tomorrow = midnight.isBefore(due) ? due : midnight;
        Instant dayAfter = start(today.plusDays(2), mine);
        // The week ends on the day before the one that begins it where the rep lives.
        Instant end = start(today.with(TemporalAdjusters.next(Times.firstDay())), mine);
        Instant week = end.isBefore(dayAfter) ? dayAfter : end;
        return switch (group) {
            case MISSED, DUE_NOW -> new Span(ALWAYS, due);
            case TODAY -> new Span(due, tomorrow);
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

    /// The rep's own clock, where it shows another time: "3:45 pm your time"; else "".
    static String yourTime(AgendaEntry entry, ZoneId mine, Instant now) {
        ZonedDateTime here = entry.at().atZone(mine);
        ZonedDateTime there = entry.at().atZone(entry.zone());
        if (here.toLocalDateTime().equals(there.toLocalDateTime())) {
            return "";
        }
        boolean sameDay = here.toLocalDate().equals(there.toLocalDate());
        return (sameDay ? Times.clock(here) : Times.dated(entry.at(), mine, now)) + " your time";
    }

    /// How it stands, in words: "Missed", "Now", "Late", "in 25 min", "Resting".
    static String status(AgendaEntry entry, ZoneId mine, Instant now) {
        if (!entry.callable() && !entry.meeting()) {
            return "No usable number";
        }
        return switch (entry.group()) {
            case MISSED -> entry.meeting() ? "Past: log how it went" : "Missed";
            case DUE_NOW -> due(entry, now);
            case TODAY -> in(Duration.between(now, entry.at()));
            case TOMORROW -> "Tomorrow";
            case THIS_WEEK, LATER -> days(entry, mine, now);
            case RECYCLING -> "Resting";
        };
    }

    private static String due(AgendaEntry entry, Instant now) {
        if (!entry.agreed()) {
            return "Due";
        }
        boolean past = now.isAfter(entry.at().plus(PromiseRules.KEPT_WITHIN));
        return !past ? "Now" : entry.meeting() ? "Past: log how it went" : "Late by " + span(Duration.between(entry.at(), now).toMinutes());
    }

    /// What dropping it does, for the button.
    static String drop(AgendaEntry entry) {
        return switch (entry.what()) {
            case PROMISE, CALLBACK -> "Drop (counts as missed)";
            case MEETING -> "Drop the meeting";
            case CALL -> "Drop this call";
            case RETURN -> "Don't bring back";
        };
    }

    /// What was dropped, and what holds then.
    static String dropped(AgendaEntry entry) {
        return switch (entry.what()) {
            case PROMISE, CALLBACK -> "Dropped, counts as missed – " + entry.name();
            case MEETING -> "Meeting dropped – " + entry.name();
            case CALL -> "Call dropped – " + entry.name();
            case RETURN -> "Does not come back – " + entry.name();
        };
    }

    private static String days(AgendaEntry entry, ZoneId mine, Instant now) {
        return "in " + ChronoUnit.DAYS.between(now.atZone(mine).toLocalDate(), entry.at().atZone(mine).toLocalDate()) + " days";
    }

    private static String in(Duration left) {
        long minutes = Math.ceilDiv(left.toSeconds(), 60L);
        return minutes < 1 ? "now" : "in " + span(minutes);
    }

    private static String span(long minutes) {
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}

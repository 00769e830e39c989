package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Promise;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Why a card is on the screen, in the rep's words.
final class WhyRules {
    private WhyRules() {}

    /// Why this person now, in one or two sentences, with times as they are there.
    static String why(Prospect prospect, Cadence cadence, Optional<Promise> promise, Instant now) {
        ZoneId zone = prospect.place().zone();
        String step = "Attempt " + cadence.ordinal(prospect.step()) + " of " + cadence.steps().size() + ".";
        if (promise.isPresent()) {
            Promise p = promise.get();
            return said(p, zone, now) + (p.seen(now) == Promise.State.MISSED ? ": missed. Call now. " : ". ") + step;
        }
        return switch (prospect.status()) {
            case RESTING -> prospect.nextCallAt() != null && prospect.nextCallAt().isAfter(now)
                ? "Rests until " + Times.dated(prospect.nextCallAt(), zone, now) + "." : "Back after a rest. A new round begins.";
            case TALKING, MEETING -> "You have talked with " + prospect.name() + ".";
            case CLOSED -> "Closed. You chose to call again.";
            case DNC -> "On your do-not-call list.";
            case ACTIVE -> switch (prospect.due()) {
                case FRESH -> "First attempt. From “" + prospect.listName() + "”.";
                case BUSY -> "The line was busy. " + step;
                default -> due(prospect, zone, now) + ". " + step;
            };
        };
    }

    private static String due(Prospect prospect, ZoneId zone, Instant now) {
        Instant next = prospect.nextCallAt();
        return next == null ? prospect.phones().stream().anyMatch(Phone::usable) ? "No next call is planned" : "Waits for a number"
            : (next.isAfter(now) ? "Due " : "Due since ") + Times.moment(next, zone, now);
    }

    /// "You promised Thu 2:45 pm", as the time is there.
    static String said(Promise promise, ZoneId zone, Instant now) {
        String time = Times.dated(promise.at(), zone, now);
        return switch (promise.kind()) {
            case PROMISE -> "You promised " + time;
            case CALLBACK -> "Asked for a call " + time;
            case MEETING -> "Meeting " + time;
        };
    }

    /// The promise that was missed, as it is spoken at the prospect's place.
    static Map<String, String> missed(Promise promise, Instant now) {
        ZonedDateTime there = promise.at().atZone(promise.zone());
        LocalDate today = now.atZone(promise.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(there.toLocalDate(), today);
        return Map.of("missed_day", days < 7 ? spoken(there.toLocalDate(), today)
            : days < 14 ? "last " + Times.spokenDay(there, there.toLocalDate()) : Times.spokenDay(there, there.toLocalDate().minusDays(7)),
            "missed_time", Times.spokenTime(there));
    }

    private static String spoken(LocalDate day, LocalDate today) {
        return day.equals(today) ? "earlier today" : Times.day(day, today);
    }
}

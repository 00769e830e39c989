package app.afterbeep.cadence;

import app.afterbeep.prospects.CallingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Rest, busy and skip: the waits that are not promises.
public final class CadenceRules {
    private static final Duration BUSY_WAIT = Duration.ofMinutes(35);
    private static final long FIVE_MINUTES = 300;

    private CadenceRules() {}

    /// When a prospect returns after the last voicemail: 90 to 120 days later (the cadence's own span), on a working day at
    /// the opening of the prospect's hours. Spread by prospect, so that a list does not return on one day.
    public static Instant restEnds(Cadence cadence, long prospectId, Instant now, List<ZoneId> zones, CallingHours hours) {
        int span = cadence.restTo() - cadence.restFrom() + 1;
        long days = cadence.restFrom() + Math.floorMod(prospectId * 0x9E3779B97F4A7C15L >>> 33, span);
        LocalDate day = now.atZone(zones.getFirst()).toLocalDate().plusDays(days);
        // A weekend or a holiday moves the return forward, the longest rest moves it back.
        LocalDate last = now.atZone(zones.getFirst()).toLocalDate().plusDays(cadence.restTo());
        LocalDate working = day;
        while (!hours.days().test(working) && working.isBefore(last)) {
            working = working.plusDays(1);
        }
        while (!hours.days().test(working) && working.isAfter(day.minusDays(14))) {
            working = working.minusDays(1);
        }
        return working.atTime(hours.from()).atZone(zones.getFirst()).toInstant();
    }

    /// The retry after a busy line: 30 to 60 minutes later, at a multiple of five; empty when that is outside `hours` or no
    /// longer the same day there.
    public static Optional<Instant> busyRetry(Instant now, List<ZoneId> zones, CallingHours hours) {
        return sameDay(roundUp(now.plus(BUSY_WAIT)), now, zones, hours);
    }

    /// Back later today: after two hours, else after half an hour; empty when the day there is over by then.
    public static Optional<Instant> skipUntil(Instant now, List<ZoneId> zones, CallingHours hours) {
        return sameDay(roundUp(now.plus(Duration.ofHours(2))), now, zones, hours)
            .or(() -> sameDay(roundUp(now.plus(Duration.ofMinutes(30))), now, zones, hours));
    }

    private static Optional<Instant> sameDay(Instant at, Instant now, List<ZoneId> zones, CallingHours hours) {
        ZoneId zone = zones.getFirst();
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today && hours.open(zones, at) ? Optional.of(at) : Optional.empty();
    }

    private static Instant roundUp(Instant at) {
        return Instant.ofEpochSecond(Math.ceilDiv(at.getEpochSecond(), FIVE_MINUTES) * FIVE_MINUTES);
    }
}

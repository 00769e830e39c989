package app.afterbeep.prospects;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/// A daily window, `from` included and `to` not, that must hold in every zone where the prospect could be.
///
/// @param days which local days are open at all
public record CallingHours(LocalTime from, LocalTime to, Predicate<LocalDate> days) {

    /// Every day.
    public CallingHours(LocalTime from, LocalTime to) {
        this(from, to, day -> true);
    }

    public boolean open(List<ZoneId> zones, Instant at) {
        return zones.stream().allMatch(zone -> open(at.atZone(zone)));
    }

    private boolean open(ZonedDateTime there) {
        LocalTime time = there.toLocalTime();
        return !time.isBefore(from) && time.isBefore(to) && days.test(there.toLocalDate());
    }

    /// The first moment from `at` on that is inside the window in all zones; `at` itself when it is open.
    /// Looks 60 days ahead; zones that never agree within them give `at` plus 60 days.
    public Instant nextOpen(List<ZoneId> zones, Instant at) {
        Instant moment = at;
        Instant end = at.plusSeconds(60L * 24 * 3600);
        while (moment.isBefore(end)) {
            Instant earliest = moment;
            for (ZoneId zone : zones) {
                Instant open = nextOpen(zone, moment);
                earliest = open.isAfter(earliest) ? open : earliest;
            }
            if (earliest.equals(moment)) {
                return moment;
            }
            moment = earliest;
        }
        return end;
    }

    private Instant nextOpen(ZoneId zone, Instant at) {
        ZonedDateTime there = at.atZone(zone);
        if (open(there)) {
            return at;
        }
        LocalDate day = there.toLocalTime().isBefore(from) ? there.toLocalDate() : there.toLocalDate().plusDays(1);
        for (int i = 0; i < 60 && !days.test(day); i++) {
            day = day.plusDays(1);
        }
        return day.atTime(from).atZone(zone).toInstant();
    }
}

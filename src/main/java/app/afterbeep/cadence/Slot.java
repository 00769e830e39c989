package app.afterbeep.cadence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A time for a call.
///
/// @param zone the prospect's, in which it is spoken
public record Slot(Instant at, ZoneId zone) {
    public ZonedDateTime there() {
        return at.atZone(zone);
    }

    /// Midnight after the day of the slot, there: from then on a promise for it is missed.
    public Instant dayEndsAt() {
        return there().toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }
}

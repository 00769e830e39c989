package app.afterbeep.agenda;

import app.afterbeep.ui.Lines;
import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// When the rep is reminded of what was agreed, and in which words.
final class ReminderRules {
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private ReminderRules() {}

    /// How long before its time.
    enum Lead { FIVE_MINUTES, NOW }

    /// The reminder whose time has come, the later one where it has for both: after sleep nobody is reminded twice of one promise.
    static Optional<Lead> lead(AgendaEntry entry, Instant now) {
        return !now.isBefore(entry.at()) ? Optional.of(Lead.NOW)
            : !now.isBefore(entry.at().minus(BEFORE)) ? Optional.of(Lead.FIVE_MINUTES) : Optional.empty();
    }

    /// "In 4 min: Ann Lee, Halden Cold Storage".
    static String title(AgendaEntry entry, Instant now) {
        String company = entry.company().isEmpty() || entry.company().equals(entry.name()) ? "" : ", " + Lines.piece(entry.company());
        return when(entry, now) + ": " + Lines.piece(entry.name()) + company;
    }

    private static String when(AgendaEntry entry, Instant now) {
        long left = Math.ceilDiv(Duration.between(now, entry.at()).toSeconds(), 60L);
        long past = Duration.between(entry.at(), now).toMinutes();
        return left > 0 ? "In " + left + " min" : past < 1 ? "Now" : past < 60 ? past + " min ago" : "Earlier";
    }

    /// "You promised 10:15 am", on the rep's own clock.
    static String text(AgendaEntry entry, ZoneId mine) {
        return entry.why() + (entry.what() == What.PROMISE ? " " : " at ") + Times.clock(entry.at().atZone(mine));
    }
}

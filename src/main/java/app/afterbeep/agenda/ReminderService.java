package app.afterbeep.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What the rep may have to be reminded of soon. On the database thread.
public final class ReminderService {
    private static final Duration BACK = Duration.ofDays(2);
    /// The look is repeated every minute, and reminders come 5 minutes before.
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final AgendaStore agenda;
    private final Clock clock;

    public ReminderService(AgendaStore agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    /// Promises, callbacks and meetings that are open, come soon or have come, and whose day is not over; by time.
    public List<AgendaEntry> near() {
        Instant now = clock.instant();
        return agenda.agreed(now.minus(BACK), now.plus(AHEAD), now);
    }
}

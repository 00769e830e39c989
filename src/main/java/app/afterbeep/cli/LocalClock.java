package app.afterbeep.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// The computer's clock, in the zone in which the computer is now: a laptop may go on in another one than it was started in. Who has the zone
/// read anew is [app.afterbeep.ui.Regional#readZone].
final class LocalClock extends Clock {
    private final Clock machine = Clock.systemUTC();

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone);
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }
}

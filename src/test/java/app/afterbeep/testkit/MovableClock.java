package app.afterbeep.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A clock that stands still until a test moves it, or lets it [#run].
public final class MovableClock extends Clock {
    /// Read on the threads of the program.
    private volatile ZonedDateTime now;
    private volatile boolean runs;

    public MovableClock(String now) {
        this.now = ZonedDateTime.parse(now);
    }

    public void set(String time) {
        now = ZonedDateTime.parse(time);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// From now on it is a millisecond later each time that it is asked.
    public void run() {
        runs = true;
    }

    @Override
    public ZoneId getZone() {
        return now.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.toInstant(), zone);
    }

    @Override
    public Instant instant() {
        if (runs) {
            pass(Duration.ofMillis(1));
        }
        return now.toInstant();
    }
}

package app.afterbeep.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One timed sitting of dialing, with a goal.
///
/// @param minutes      planned length
/// @param goal         planned attempts
/// @param pausedAt     since when it is paused, or null
/// @param pausedMillis all earlier pauses
public record Block(long id, Instant startedAt, int minutes, int goal, @Nullable Instant pausedAt, long pausedMillis) {
    /// Time at work, without pauses.
    public Duration elapsed(Instant now) {
        Duration elapsed = Duration.between(startedAt, pausedAt == null ? now : pausedAt).minusMillis(pausedMillis);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    public boolean over(Instant now) {
        return elapsed(now).toMinutes() >= minutes;
    }

    public boolean paused() {
        return pausedAt != null;
    }
}

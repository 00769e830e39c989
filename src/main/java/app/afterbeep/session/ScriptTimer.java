package app.afterbeep.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Measures a message from the beep. Plain code: the time comes from the caller.
public final class ScriptTimer {
    private @Nullable Instant startedAt;
    private @Nullable Instant stoppedAt;

    /// Space: starts at the beep, stops at the end; pressed again the message is spoken anew.
    public void press(Instant now) {
        if (running()) {
            stoppedAt = now;
        } else {
            start(now);
        }
    }

    /// From zero, now: the message was botched.
    public void start(Instant now) {
        startedAt = now;
        stoppedAt = null;
    }

    public void stop(Instant now) {
        if (running()) {
            stoppedAt = now;
        }
    }

    /// As if it had never been used.
    public void reset() {
        startedAt = null;
        stoppedAt = null;
    }

    public boolean running() {
        return startedAt != null && stoppedAt == null;
    }

    public boolean used() {
        return startedAt != null;
    }

    /// Since the beep; zero before it, never negative (a clock may be set back).
    public Duration elapsed(Instant now) {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        Duration elapsed = Duration.between(startedAt, stoppedAt == null ? now : stoppedAt);
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }

    /// The length of the message in whole seconds, at least 1; null when the timer was not used.
    public @Nullable Integer seconds(Instant now) {
        return used() ? (int) Math.max(1, Math.round(elapsed(now).toMillis() / 1000.0)) : null;
    }

    /// Where `elapsed` stands against what is good to listen to.
    public static Length length(Duration elapsed, int targetSeconds, int limitSeconds) {
        return elapsed.toSeconds() < targetSeconds ? Length.GOOD : elapsed.toSeconds() < limitSeconds ? Length.LONG : Length.TOO_LONG;
    }

    /// Green, amber, red; the word goes with the colour.
    public enum Length {
        GOOD("in time"), LONG("getting long"), TOO_LONG("too long");

        private final String word;

        Length(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}

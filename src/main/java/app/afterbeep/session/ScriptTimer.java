package app.afterbeep.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Measures a message from the beep, without the pauses in between. Plain code: the time comes from the caller.
public final class ScriptTimer {
    private @Nullable Instant beep;
    /// Running since then; null while it stands.
    private @Nullable Instant since;
    private Duration before = Duration.ZERO;

    /// Space: starts at the beep, stops, and goes on from where it stopped.
    public void press(Instant now) {
        if (running()) {
            stop(now);
        } else if (used()) {
            since = now;
        } else {
            start(now);
        }
    }

    /// From zero, now: the message was botched, and this is another beep.
    public void start(Instant now) {
        beep = now;
        since = now;
        before = Duration.ZERO;
    }

    public void stop(Instant now) {
        before = elapsed(now);
        since = null;
    }

    /// As if it had never been used.
    public void reset() {
        beep = null;
        since = null;
        before = Duration.ZERO;
    }

    public boolean running() {
        return since != null;
    }

    public boolean used() {
        return beep != null;
    }

    /// When the beep was; null before it.
    public @Nullable Instant beep() {
        return beep;
    }

    /// What has been spoken since the beep; zero before it, never negative (a clock may be set back).
    public Duration elapsed(Instant now) {
        Duration running = since == null ? Duration.ZERO : Duration.between(since, now);
        return before.plus(running.isNegative() ? Duration.ZERO : running);
    }

    /// As it is shown: what has been spoken since the beep and, once the timer stands, the whole seconds that would be logged.
    public Duration shown(Instant now) {
        Integer whole = running() ? null : seconds(now);
        return whole == null ? elapsed(now) : Duration.ofSeconds(whole);
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

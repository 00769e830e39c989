package app.afterbeep;

import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;

/// What a rep does on the session screen, by key: speaks, writes notes, presses outcomes, decides after a conversation, takes back. Knows how many
/// outcomes were pressed, and compares that with the log after each.
final class RobotRep {
    private static final Duration GLANCE = Duration.ofMillis(400);
    private static final Duration MESSAGE = Duration.ofSeconds(14);
    private static final String LOGGED = "SELECT count(*) FROM attempt";
    /// So many quick choices are tried before the question is left.
    private static final int CHOICES = 4;

    private final RealWindow window;
    private final MovableClock clock;
    private final Random random;
    private long pressed;

    RobotRep(RealWindow window, MovableClock clock, Random random) {
        this.window = window;
        this.clock = clock;
        this.random = random;
    }

    /// Outcomes that have to stand in the log.
    long pressed() {
        return pressed;
    }

    long logged() {
        return window.number(LOGGED);
    }

    /// From here on it is counted anew: what had gone wrong has been told.
    void countAnew() {
        pressed = logged();
    }

    /// Another way to log a call was taken.
    void loggedElsewhere() {
        pressed++;
        inTheLog();
    }

    /// Lets as much time pass as it takes to see what is there.
    void read() {
        clock.pass(GLANCE);
    }

    String name() {
        return window.shown("prospect-name") ? window.text("prospect-name") : "";
    }

    /// The session in front, with a card to be called.
    void toSession() {
        if (!window.shown("session")) {
            window.click("nav-session", 1);
        }
        FxThread.await(() -> window.visible("prospect-name") || window.visible("later"), () -> "a prospect");
        if (window.shown("later")) {
            window.click("call-outside", 1);
            window.awaitShown("prospect-name");
        }
        if (window.shown("talk")) {
            endTalk(name());
        }
    }

    /// Everything that belongs to one call, from the card to the next card.
    void call(Outcome outcome) {
        toSession();
        String before = name();
        boolean typing = random.nextInt(5) == 0;
        if (outcome == Outcome.LEFT_VOICEMAIL && random.nextInt(3) > 0) {
            speak();
        }
        if (typing) {
            window.key(KeyCode.N);
            window.type("note", "Note " + pressed + " of the robot: asked for the dock sheet");
        }
        read();
        KeyCode key = KeyCode.valueOf("DIGIT" + outcome.key());
        if (typing) {
            window.key(key, KeyCode.CONTROL);
        } else {
            window.key(key);
        }
        switch (outcome) {
            case CONVERSATION -> {
                window.awaitShown("talk");
                log();
                talk(before);
            }
            case MEETING_BOOKED, CALLBACK_REQUESTED -> {
                if (when(before)) {
                    log();
                }
            }
            default -> {
                another(before);
                log();
            }
        }
        if (outcome == Outcome.GATEKEEPER && random.nextInt(3) == 0 && window.shown("toast-field")) {
            window.type("toast-field", "Jo at the desk, mornings");
            window.key(KeyCode.ENTER);
        }
    }

    private void log() {
        pressed++;
        inTheLog();
    }

    private void inTheLog() {
        window.awaitNumber(LOGGED, pressed);
    }

    private void speak() {
        read();
        window.key(KeyCode.SPACE);
        clock.pass(MESSAGE);
        window.key(KeyCode.SPACE);
    }

    private void another(String before) {
        FxThread.await(() -> !window.visible("when") && !window.visible("talk")
            && (window.visible("later") || window.visible("nobody") || window.visible("prospect-name") && !window.says("prospect-name").equals(before)),
            () -> "another prospect than " + before);
    }

    private void talk(String before) {
        read();
        if (random.nextBoolean()) {
            window.key(KeyCode.DIGIT1);
        }
        if (random.nextInt(3) == 0 && window.shown("talk-email")) {
            window.click("talk-email", 1);
            window.click("talk-done", 1);
            another(before);
        } else {
            endTalk(before);
        }
    }

    private void endTalk(String before) {
        read();
        if (window.focused("note")) {
            // Out of the note first: there Enter is a line break.
            window.key(KeyCode.ESCAPE);
        }
        window.key(KeyCode.ENTER);
        another(before);
    }

    /// Chooses a time; false when none could be had and nothing was logged.
    private boolean when(String before) {
        window.awaitShown("when");
        for (int choice = 1; choice <= CHOICES; choice++) {
            read();
            // What speaks against a time is said at the first press, and outranked by the second.
            for (int press = 0; press < 2; press++) {
                window.key(KeyCode.valueOf("DIGIT" + choice));
                if (settled(() -> !window.visible("when"))) {
                    another(before);
                    return true;
                }
            }
        }
        window.key(KeyCode.ESCAPE);
        window.awaitGone("when");
        return false;
    }

    /// Whether `wanted` came, rather than a word against it.
    private boolean settled(BooleanSupplier wanted) {
        boolean[] came = new boolean[1];
        FxThread.await(() -> {
            came[0] = wanted.getAsBoolean();
            return came[0] || window.visible("when-hint") || window.visible("when-problem");
        }, () -> "the time taken, or a word against it");
        return came[0];
    }

    /// Ctrl+Z: what was done last.
    ///
    /// @return what the window says to it
    String undo() {
        toSession();
        if (window.shown("toast-close")) {
            window.click("toast-close", 1);
            window.awaitGone("toast");
        }
        read();
        window.key(KeyCode.Z, KeyCode.CONTROL);
        // As soon as an import that was undone is gone, another word stands there.
        AtomicReference<String> said = new AtomicReference<>("");
        FxThread.await(() -> said.updateAndGet(before -> window.notice()).matches("(?s)(Undone|Nothing left|Took back).*"), () -> "the word that it is undone");
        read();
        return said.get();
    }
}

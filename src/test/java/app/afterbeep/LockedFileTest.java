package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.Fault;
import app.afterbeep.faults.LockHolder;
import app.afterbeep.faults.Tally;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.FxThread;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another process has the data file locked while a rep presses an outcome in the real window.
@Fault(value = 10, how = "another process holds the write lock")
class LockedFileTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";
    /// In the long form as long as the list of faults says.
    private static final long LONG = Tally.rounds(1) > 1 ? 30_000 : 4_000;

    @TempDir Path folder;

    @Test
    void theClickWaitsForThreeSecondsWhileFramesGoOnAndOneThatWaitsLongerIsKeptAndSaidInWords() throws Exception {
        try (RealWindow window = RealWindow.open(folder, MORNING, true); Child other = Child.start(folder, LockHolder.class, folder.resolve("afterbeep.db"))) {
            window.awaitText("prospect-name", "Marisol Quintero");
            Frames frames = new Frames();
            other.say("lock");
            other.await("locked");
            window.key(KeyCode.DIGIT2);
            FxThread.await(() -> words(window).startsWith("Still saving"), () -> "a word that it waits, but: " + words(window));
            frames.await(3_000);
            assertEquals("Marisol Quintero", window.text("prospect-name"));
            other.say("free");
            other.await("free");
            window.awaitText("prospect-name", "Deshawn Whitlock");
            assertEquals(1, window.number("SELECT count(*) FROM attempt"));
            long slowest = frames.slowestMillis();
            assertTrue(slowest < 1_000, "the window stood still for " + slowest + " ms");
            Tally.add("another process holds the write lock for 3 s during a click", 1, "the click waited and was saved; " + frames.count() + " frames, the longest pause "
                + slowest + " ms");

            window.pauseForReading();
            other.say("lock");
            other.await("locked");
            frames.restart();
            int told = 0;
            while (frames.millis() < LONG) {
                window.key(KeyCode.DIGIT1);
                FxThread.await(() -> words(window).startsWith("Left voicemail – Deshawn Whitlock. Not saved: another program holds the data file"),
                    () -> "the error, but: " + words(window));
                told++;
                assertEquals("Deshawn Whitlock", window.text("prospect-name"));
                window.click("toast-close", 1);
                window.awaitGone("toast");
            }
            assertEquals(1, window.number("SELECT count(*) FROM attempt"));
            other.say("free");
            other.await("free");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Maximiliana");
            assertEquals(2, window.number("SELECT count(*) FROM attempt"));
            assertTrue(frames.slowestMillis() < 1_000, "the window stood still for " + frames.slowestMillis() + " ms");
            Tally.add("another process holds the write lock for " + LONG / 1_000 + " s, clicks meanwhile", told, "each told in words after the wait, the card stayed, nothing logged; the next click was saved");
        }
    }

    private static String words(RealWindow window) {
        return window.node("toast").lookup(".toast-text") instanceof Label label && window.node("toast").isVisible() ? label.getText() : "";
    }

    /// Counts the frames that the window's thread gets to draw.
    private static final class Frames {
        private volatile long count;
        private volatile long slowest;
        private volatile long last;
        private volatile long begun;

        Frames() {
            restart();
            FxThread.run(() -> new AnimationTimer() {
                @Override
                public void handle(long now) {
                    long time = System.nanoTime();
                    slowest = Math.max(slowest, time - last);
                    last = time;
                    count++;
                }
            }.start());
        }

        void restart() {
            count = 0;
            slowest = 0;
            last = System.nanoTime();
            begun = last;
        }

        void await(long millis) {
            FxThread.await(() -> millis() > millis, () -> millis + " ms of frames");
        }

        long millis() {
            return (System.nanoTime() - begun) / 1_000_000;
        }

        long count() {
            return count;
        }

        long slowestMillis() {
            return slowest / 1_000_000;
        }
    }
}

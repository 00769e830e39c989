package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cli.Cli;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// SIGTERM, as a log-out sends it, while a note is being typed: in a process of its own with the whole program in it.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class ClosedByTheSystemTest {
    @TempDir Path folder;

    /// The whole program; types a note as soon as there is a prospect, says so, and waits for its end.
    static final class Typing {
        private Typing() {}

        public static void main(String[] args) {
            Thread.ofPlatform().daemon().start(Typing::type);
            Clock morning = Clock.fixed(Instant.parse("2026-11-24T15:00:00Z"), ZoneId.of("America/New_York"));
            System.exit(new App(new Opening.Start(new StartLog(), painted -> {})).open(new Cli.Options(Path.of(args[0]), morning, true, true, List.of())));
        }

        /// Looks every now and then, from before there is a toolkit.
        private static void type() {
            CountDownLatch typed = new CountDownLatch(1);
            try {
                do {
                    try {
                        Platform.runLater(() -> Window.getWindows().stream().map(window -> window.getScene().lookup("#note")).filter(TextArea.class::isInstance)
                            .filter(note -> typed.getCount() > 0 && !(Window.getWindows().getFirst().getScene().lookup("#prospect-name") instanceof Label name
                                && name.getText().isEmpty())).forEach(note -> {
                                typed.countDown();
                                ((TextArea) note).setText("asks for the dock figures");
                                System.out.println("typed");
                            }));
                    } catch (IllegalStateException e) {
                        // There is no toolkit yet.
                    }
                } while (!typed.await(50, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void whatIsBeingTypedGetsIntoTheFile() throws Exception {
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-Dglass.platform=Headless",
            "-Dprism.order=sw", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Typing.class.getName(), folder.toString())
            .redirectError(folder.resolve("errors.txt").toFile()).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("typed", said.readLine(), () -> errors());
            long begun = System.nanoTime();
            program.destroy();
            assertEquals(143, program.waitFor(), () -> errors());
            assertTrue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) < 5_000);
            assertEquals("asks for the dock figures", note());
            assertTrue(Files.readString(folder.resolve("logs/afterbeep.log")).contains("INFO Started: Afterbeep"));
        } finally {
            program.destroyForcibly();
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private String note() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("afterbeep.db")); var statement = connection.createStatement();
             var row = statement.executeQuery("SELECT note FROM prospect WHERE note <> ''")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}

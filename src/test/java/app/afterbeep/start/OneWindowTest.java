package app.afterbeep.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.start.OneWindow.Answer;
import app.afterbeep.testkit.Child;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The first process is a real one.
@Timeout(60)
class OneWindowTest {
    @TempDir Path folder;

    /// A first window without a screen: says what it is asked for. `hang` never comes to the front.
    static final class First {
        private First() {}

        public static void main(String[] args) throws Exception {
            OneWindow one = OneWindow.take(Path.of(args[0])).orElseThrow();
            one.listen();
            if (!args[1].equals("begins")) {
                one.show(new OneWindow.Window(args[1].equals("hang") ? work -> {} : Runnable::run, lists -> System.out.println("front " + lists)));
            }
            System.out.println("ready");
            System.in.read();
            one.show(new OneWindow.Window(Runnable::run, lists -> System.out.println("late " + lists)));
            System.in.read();
            one.close();
        }
    }

    private Child first(String how) throws IOException {
        return Child.start(folder, First.class, data(), how);
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void aSecondStartBringsTheFirstToTheFrontAndHandsItsListOver() throws Exception {
        try (Child first = first("shows")) {
            first.await("ready");
            assertTrue(OneWindow.take(data()).isEmpty());
            assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(data(), List.of()));
            assertEquals("front []", first.line());
            assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(data(), List.of(Path.of("/lists/autumn leads.csv"))));
            assertEquals("front [/lists/autumn leads.csv]", first.line());
            assertFalse(OwnerOnly.others(data().resolve(OneWindow.PORT)));
            assertFalse(OwnerOnly.others(data().resolve(OneWindow.LOCK)));
        }
        assertTrue(Files.exists(data().resolve(OneWindow.PORT)), "left by the killed one");
        OneWindow.take(data()).orElseThrow().close();
    }

    @Test
    void whoComesBeforeThereIsAWindowIsTakenIntoIt() throws Exception {
        try (Child first = first("begins")) {
            first.await("ready");
            assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(data(), List.of(Path.of("/a.csv"))));
            first.say("");
            assertEquals("late [/a.csv]", first.line());
        }
    }

    @Test
    void oneThatHangsIsNotWaitedForLongerThanTwoSeconds() throws Exception {
        try (Child first = first("hang")) {
            first.await("ready");
            long begun = System.nanoTime();
            assertEquals(Answer.SILENT, OneWindow.callFirst(data(), List.of()));
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(waited.toMillis() >= 1_500 && waited.toMillis() < 4_000, waited.toString());
        }
    }

    @Test
    void aStoppedOneToo() throws Exception {
        try (Child first = first("shows")) {
            first.await("ready");
            assertEquals(0, new ProcessBuilder("kill", "-STOP", Long.toString(first.pid())).start().waitFor());
            assertEquals(Answer.SILENT, OneWindow.callFirst(data(), List.of()));
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotHeard() throws Exception {
        try (Child first = first("shows")) {
            first.await("ready");
            int port = Integer.parseInt(Files.readString(data().resolve(OneWindow.PORT)).split(" ")[0]);
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream().write("0123456789abcdef0123456789abcdef\0/etc/passwd".getBytes(StandardCharsets.UTF_8));
                stranger.shutdownOutput();
                assertEquals(0, stranger.getInputStream().readAllBytes().length);
            }
            try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(silent.isConnected());
                // While it says nothing the next one waits for its turn.
                assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(data(), List.of()));
            }
            assertEquals("front []", first.line());
        }
    }

    @Test
    void anImportIsNotDoneBesideAWindowNorAWindowBesideAnImport() throws Exception {
        try (Child first = first("shows")) {
            first.await("ready");
            AppException refused = assertThrows(AppException.class, () -> OneWindow.alone(data(), () -> {
                throw new AssertionError("must not run");
            }));
            assertTrue(refused.getMessage().contains("Afterbeep is open on this data"), refused.getMessage());
        }
        List<Answer> answers = new ArrayList<>();
        OneWindow.alone(data(), () -> {
            try {
                assertTrue(OneWindow.take(data()).isEmpty());
                answers.add(OneWindow.callFirst(data(), List.of()));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThrows(AppException.class, () -> OneWindow.alone(data(), () -> {}));
        });
        assertEquals(List.of(Answer.IMPORTING), answers);
        OneWindow.take(data()).orElseThrow().close();
    }

    @Test
    void whereNothingCanBeWrittenTheWorkIsDoneAnyway() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        List<String> done = new ArrayList<>();
        OneWindow.alone(file, () -> done.add("done"));
        assertEquals(List.of("done"), done);
        assertThrows(IOException.class, () -> OneWindow.take(file));
    }
}

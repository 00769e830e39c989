package app.afterbeep.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.start.OneWindow.Answer;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

    private Process first(String how) throws IOException {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            First.class.getName(), folder.toString(), how).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals("ready", said(process));
        return process;
    }

    private String said(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = process.getInputStream().read(); c >= 0 && c != '\n'; c = process.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static void next(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    @Test
    void aSecondStartBringsTheFirstToTheFrontAndHandsItsListOver() throws Exception {
        Process first = first("shows");
        try {
            assertTrue(OneWindow.take(folder).isEmpty());
            assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(folder, List.of()));
            assertEquals("front []", said(first));
            assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(folder, List.of(Path.of("/lists/autumn leads.csv"))));
            assertEquals("front [/lists/autumn leads.csv]", said(first));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(OneWindow.PORT))));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(OneWindow.LOCK))));
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(folder.resolve(OneWindow.PORT)), "left by the killed one");
        OneWindow.take(folder).orElseThrow().close();
    }

    @Test
    void whoComesBeforeThereIsAWindowIsTakenIntoIt() throws Exception {
        Process first = first("begins");
        try {
            assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(folder, List.of(Path.of("/a.csv"))));
            next(first);
            assertEquals("late [/a.csv]", said(first));
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void oneThatHangsIsNotWaitedForLongerThanTwoSeconds() throws Exception {
        Process first = first("hang");
        try {
            long begun = System.nanoTime();
            assertEquals(Answer.SILENT, OneWindow.callFirst(folder, List.of()));
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            assertTrue(waited.toMillis() >= 1_500 && waited.toMillis() < 4_000, waited.toString());
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void aStoppedOneToo() throws Exception {
        Process first = first("shows");
        try {
            assertEquals(0, new ProcessBuilder("kill", "-STOP", Long.toString(first.pid())).start().waitFor());
            assertEquals(Answer.SILENT, OneWindow.callFirst(folder, List.of()));
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void whoDoesNotKnowTheSecretIsNotHeard() throws Exception {
        Process first = first("shows");
        try {
            int port = Integer.parseInt(Files.readString(folder.resolve(OneWindow.PORT)).split(" ")[0]);
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream().write("0123456789abcdef0123456789abcdef\0/etc/passwd".getBytes(StandardCharsets.UTF_8));
                stranger.shutdownOutput();
                assertEquals(0, stranger.getInputStream().readAllBytes().length);
            }
            try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(silent.isConnected());
                // While it says nothing the next one waits for its turn.
                assertEquals(Answer.TAKEN_OVER, OneWindow.callFirst(folder, List.of()));
            }
            assertEquals("front []", said(first));
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void anImportIsNotDoneBesideAWindowNorAWindowBesideAnImport() throws Exception {
        Process first = first("shows");
        try {
            AppException refused = assertThrows(AppException.class, () -> OneWindow.alone(folder, () -> {
                throw new AssertionError("must not run");
            }));
            assertTrue(refused.getMessage().contains("Afterbeep is open on this data"), refused.getMessage());
        } finally {
            first.destroyForcibly().waitFor();
        }
        List<Answer> answers = new ArrayList<>();
        OneWindow.alone(folder, () -> {
            try {
                assertTrue(OneWindow.take(folder).isEmpty());
                answers.add(OneWindow.callFirst(folder, List.of()));
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            assertThrows(AppException.class, () -> OneWindow.alone(folder, () -> {}));
        });
        assertEquals(List.of(Answer.IMPORTING), answers);
        OneWindow.take(folder).orElseThrow().close();
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

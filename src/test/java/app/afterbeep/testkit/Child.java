package app.afterbeep.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A part of the program as a process of its own, to be talked to line by line and to be killed. It never lives longer than [#LIMIT].
public final class Child implements AutoCloseable {
    /// Longer than anything that is asked of a child on a slow machine.
    public static final Duration LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    private Child(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).exceptionally(tooLong -> process.destroyForcibly());
    }

    /// Starts `main` on the class path of the tests.
    ///
    /// @param folder for what it says on stderr
    public static Child start(Path folder, Class<?> main, Object... args) throws IOException {
        return start(folder, List.of(), main, args);
    }

    /// @param before a command that takes the one that starts Java as its last arguments, such as `unshare -rm`
    public static Child start(Path folder, List<String> before, Class<?> main, Object... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
            "-XX:-UsePerfData", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dglass.platform=Headless",
            "-Dprism.order=sw", "-Djava.awt.headless=true", "-Duser.country=US", "-Duser.language=en", "-Duser.timezone=America/New_York",
            "-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(args).map(String::valueOf).forEach(command::add);
        return run(folder, command);
    }

    /// Starts any program.
    public static Child run(Path folder, List<String> command) throws IOException {
        Path errors = Files.createTempFile(folder, "errors-", ".txt");
        return new Child(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    public long pid() {
        return process.pid();
    }

    /// The next line that it says; null when it has ended. Waits for it.
    public @Nullable String line() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it has said this line.
    ///
    /// @return what it said before
    public List<String> await(String expected) {
        List<String> before = new ArrayList<>();
        for (String line = line(); !expected.equals(line); line = line()) {
            if (line == null) {
                throw new AssertionError("ended before it said “" + expected + "”, after " + before + ": " + errors());
            }
            before.add(line);
        }
        return before;
    }

    /// Everything else that it says, to its end.
    public List<String> rest() {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /// Says a line to it.
    public void say(String line) {
        try {
            process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits so long, or until it has ended.
    ///
    /// @return whether it has
    public boolean ended(Duration within) {
        try {
            return process.waitFor(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// SIGKILL. What it has said before can still be read.
    public void kill() {
        try {
            // The handle's: the process's own would close what it has said.
            process.toHandle().destroyForcibly();
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits for its end.
    public int exitValue() {
        ended(LIMIT);
        return process.exitValue();
    }

    /// What it has said on stderr.
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}

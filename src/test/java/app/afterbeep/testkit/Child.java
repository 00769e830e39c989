package app.afterbeep.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
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

    /// How a child is started, beside what is usual.
    ///
    /// @param before  a command that takes the one that starts Java as its last arguments, such as `unshare -rm`
    /// @param options of Java; they count more than the usual ones
    public record How(List<String> before, List<String> options) {
        public static final How USUAL = new How(List.of(), List.of());

        public static How after(List<String> command) {
            return new How(command, List.of());
        }

        public static How with(String... options) {
            return new How(List.of(), List.of(options));
        }

        /// Every right that the child does not take from others itself, others have; where the system knows no umask, nothing is different.
        public How umaskOfNothing() {
            return ownersRights() ? new How(List.of("sh", "-c", "umask 0; exec \"$@\"", "sh"), options) : this;
        }
    }

    /// Whether this system knows an owner's rights, as Linux and macOS do.
    public static boolean ownersRights() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /// Starts `main` on the class path of the tests.
    ///
    /// @param folder for what it says on stderr
    public static Child start(Path folder, Class<?> main, Object... args) throws IOException {
        return start(folder, How.USUAL, main, args);
    }

    /// As [#start(Path, Class, Object...)], in another way.
    public static Child start(Path folder, How how, Class<?> main, Object... args) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-XX:-UsePerfData", "-Xshare:auto",
            "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true", "-Duser.country=US", "-Duser.language=en",
            "-Duser.timezone=America/New_York"));
        options.addAll(how.options());
        List<String> command = new ArrayList<>(how.before());
        command.addAll(java(options, main.getName(), args));
        return run(folder, command);
    }

    /// The command that starts `main` on this class path in the Java that runs the tests.
    public static List<String> java(List<String> options, String main, Object... args) {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        Stream.of(args).map(String::valueOf).forEach(command::add);
        return command;
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

    /// Says what the system says when the rep logs out: SIGTERM; where there is no such thing, a line that the child takes for it.
    public void logOut() {
        if (process.supportsNormalTermination()) {
            process.toHandle().destroy();
        } else {
            say("log out");
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

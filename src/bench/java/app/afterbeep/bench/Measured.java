package app.afterbeep.bench;

import app.afterbeep.testkit.Child;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A process of its own, as a rep would start one: how long it took, what it printed, and how much memory it had resident at most.
///
/// @param startedAt when it was started, in milliseconds since 1970
/// @param nanos     until it ended
/// @param peakMib   the most that was resident; 0 where the operating system has no /proc
record Measured(long startedAt, long nanos, List<String> lines, long peakMib) {
    private static final String ZONE = "-Duser.timezone=America/New_York";

    /// Runs a program of this class path in the JVM that the rep has.
    static Measured java(Path folder, List<String> jvm, String main, Object... args) throws IOException, InterruptedException {
        return run(folder, null, Child.java(Stream.concat(Stream.of(ZONE), jvm.stream()).toList(), main, args));
    }

    /// Runs a program of any Java and any class path.
    static Measured java(String java, List<String> jvm, String path, Map<String, String> environment, Path folder, String main, Object... args)
        throws IOException, InterruptedException {
        return run(folder, null, environment, Stream.of(Stream.of(java, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", ZONE), jvm.stream(),
            Stream.of("-cp", path, main), Stream.of(args).map(String::valueOf)).flatMap(part -> part).toList());
    }

    /// The flags that the program is started with.
    static List<String> flags() {
        return Arrays.stream(System.getProperty("bench.jvm", "").split(" ")).filter(flag -> !flag.isBlank()).toList();
    }

    /// Runs a program of the machine.
    ///
    /// @param out where its output goes; null for the lines of the result
    static Measured run(Path folder, @Nullable Path out, List<String> command) throws IOException, InterruptedException {
        return run(folder, out, Map.of(), command);
    }

    private static Measured run(Path folder, @Nullable Path out, Map<String, String> environment, List<String> command)
        throws IOException, InterruptedException {
        Path said = out == null ? Files.createTempFile(folder, "said", ".txt") : out;
        Path wrong = Files.createTempFile(folder, "wrong", ".txt");
        long startedAt = System.currentTimeMillis();
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(wrong.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, memory(process.pid(), "VmHWM"));
        }
        long nanos = System.nanoTime() - start;
        if (process.exitValue() != 0) {
            throw new IOException(command.getLast() + " ended with " + process.exitValue() + ": " + Files.readString(wrong, StandardCharsets.UTF_8));
        }
        return new Measured(startedAt, nanos, out == null ? Files.readAllLines(said) : List.of(), peak);
    }

    /// One line of /proc/PID/status, in MiB.
    static long memory(long pid, String line) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(l -> l.startsWith(line + ":")).findFirst().map(l -> Long.parseLong(l.replaceAll("\\D", "")) >> 10).orElse(0L);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    /// What it printed as `name=value`.
    Optional<String> value(String name) {
        return lines.stream().filter(line -> line.startsWith(name + "=")).map(line -> line.substring(name.length() + 1)).findFirst();
    }

    /// What it printed as `name=nanoseconds`, over and over.
    Samples samples(String name) {
        Samples samples = new Samples();
        lines.stream().filter(line -> line.startsWith(name + "=")).forEach(line -> samples.add(Long.parseLong(line.substring(name.length() + 1))));
        return samples;
    }

    /// As the only sample.
    Samples once() {
        Samples samples = new Samples();
        samples.add(nanos);
        return samples;
    }
}

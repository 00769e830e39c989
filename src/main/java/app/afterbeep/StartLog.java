package app.afterbeep;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What was done when while the program started. Any thread.
final class StartLog {
    private static final System.Logger LOG = System.getLogger(StartLog.class.getName());

    private final List<Step> steps = new CopyOnWriteArrayList<>();

    private record Step(String name, long nanos) {}

    /// A step of the start has come to its end.
    void done(String step) {
        steps.add(new Step(step, System.nanoTime()));
    }

    /// Writes one line at level `DEBUG`: each step with the milliseconds since the JVM was started.
    ///
    /// @return the line
    String write() {
        // Asked last: the answer takes a while itself.
        long up = ManagementFactory.getRuntimeMXBean().getUptime();
        long now = System.nanoTime();
        String line = steps.stream().map(step -> step.name() + " " + (up - TimeUnit.NANOSECONDS.toMillis(now - step.nanos())) + " ms")
            .collect(Collectors.joining(", ", "start: ", ""));
        LOG.log(System.Logger.Level.DEBUG, line);
        return line;
    }
}

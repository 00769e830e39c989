package app.afterbeep;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// What was done when while the program started, for the log. Any thread.
final class StartLog {
    private static final System.Logger LOG = System.getLogger(StartLog.class.getName());

    private final List<Step> steps = new CopyOnWriteArrayList<>();

    private record Step(String name, long at) {}

    /// A step of the start has come to its end.
    void done(String step) {
        steps.add(new Step(step, System.currentTimeMillis()));
    }

    /// Writes one line at level `DEBUG`, and to the standard output if `shown`: each step with the milliseconds since the process was started.
    void write(boolean shown) {
        // Read last: it takes a while itself.
        long began = ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElseGet(() -> steps.getFirst().at());
        String line = steps.stream().map(step -> step.name() + " " + (step.at() - began) + " ms").collect(Collectors.joining(", ", "start: ", ""));
        LOG.log(System.Logger.Level.DEBUG, line);
        if (shown) {
            System.out.println(line);
        }
    }
}

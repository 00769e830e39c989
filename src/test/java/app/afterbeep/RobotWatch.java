package app.afterbeep;

import app.afterbeep.testkit.FxThread;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/// What can be seen of the program from outside while a robot works it: exceptions on any thread, warnings of the log, memory and threads.
final class RobotWatch implements AutoCloseable {
    private static final int COLLECTIONS = 6;
    private static final int LINES = 15;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /// What the tests do on purpose: JavaFX on the class path.
    private static final String CLASS_PATH = "Unsupported JavaFX configuration";

    private final Collection<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final @Nullable UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    private final Logger root = Logger.getLogger("");
    private final Handler records = new Handler() {
        @Override
        public void publish(LogRecord row) {
            if (row.getLevel().intValue() >= Level.WARNING.intValue() && !String.valueOf(row.getMessage()).startsWith(CLASS_PATH)) {
                faults.add("log " + row.getLevel() + " " + row.getLoggerName() + ": " + row.getMessage() + told(row.getThrown()));
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    RobotWatch() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> faults.add("exception on " + thread.getName() + ": " + told(e)));
        root.addHandler(records);
    }

    private static String told(@Nullable Throwable e) {
        return e == null ? "" : " " + e + Stream.of(e.getStackTrace()).limit(LINES).map(line -> "\n      at " + line).collect(Collectors.joining())
            + (e.getCause() == null ? "" : "\n    because of" + told(e.getCause()));
    }

    /// What went wrong so far.
    List<String> faults() {
        return List.copyOf(faults);
    }

    /// From here on what nobody handles, and what the window calls a problem, is one. On the FX thread.
    void look(RealWindow window) {
        window.onFailure(e -> faults.add("not handled: " + told(e)));
        Node toast = window.node("toast");
        toast.getPseudoClassStates().addListener((SetChangeListener<PseudoClass>) change -> {
            if (change.wasAdded() && change.getElementAdded().getPseudoClassName().equals("problem")) {
                faults.add("notice: " + ((Labeled) toast.lookup(".toast-text")).getText());
            }
        });
    }

    /// Bytes in use when nothing more can be collected.
    static long heap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            // What is collected is told to JavaFX and to the cleaners, which let more go.
            FxThread.run(() -> { });
            used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return used;
    }

    /// Bytes of all objects of each class, as the machine counts them.
    static Map<String, Long> histogram() {
        try {
            Object text = ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                new Object[] {new String[0]}, new String[] {String[].class.getName()});
            return text.toString().lines().map(line -> line.strip().split("\\s+")).filter(parts -> parts.length >= 4 && parts[0].endsWith(":"))
                .collect(Collectors.toMap(parts -> parts[3], parts -> Long.parseLong(parts[2]), Long::sum));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nodes of the scene, the hidden ones too.
    static int nodes(Node node) {
        return 1 + (node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().mapToInt(RobotWatch::nodes).sum() : 0);
    }

    /// KiB of this process in memory; 0 where the system does not say.
    static long resident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /// The threads that were not there at the beginning, by name.
    List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread) && thread.isAlive()).map(Thread::getName).sorted()
            .toList();
    }

    /// Gives each thread that was told to end the time to do so.
    void awaitEnd(Predicate<String> whose) {
        Thread.getAllStackTraces().keySet().stream().filter(thread -> !before.contains(thread) && whose.test(thread.getName())).forEach(thread -> {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Override
    public void close() {
        root.removeHandler(records);
        Thread.setDefaultUncaughtExceptionHandler(handler);
    }
}

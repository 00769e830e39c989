package app.afterbeep.faults;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintStream;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs all tests of faults and prints one table: fault, how it was produced, how often, what happened. The exit code is 1 when one of them came
/// to nothing good.
public final class Faults {
    private static final String FORMAT = "%5s | %-96s | %6s | %s";

    /// One line: the rows of a test, or the number of tests that are the same fault made in the same way.
    private record Key(int fault, String how) {}

    private Faults() {}

    /// @param args parts of the names of the classes to run, such as "Killed FullDisk"; none for all
    public static void main(String[] args) {
        PrintStream out = System.out;
        Collector collector = new Collector(out);
        var request = LauncherDiscoveryRequestBuilder.request().selectors(selectPackage("app.afterbeep")).filters(
            ClassNameFilter.includeClassNamePatterns(".*(" + String.join("|", args) + ").*"), TagFilter.includeTags("fault"),
            EngineFilter.includeEngines("junit-jupiter")).build();
        LauncherFactory.create().execute(request, collector);
        out.println();
        out.println(FORMAT.formatted("fault", "how produced", "times", "what happened"));
        collector.lines.entrySet().stream().sorted(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.fault(), b.fault())))
            .forEach(line -> out.println(FORMAT.formatted(line.getKey().fault(), line.getKey().how(), "%,d".formatted(line.getValue().times),
                line.getValue().happened)));
        // The threads of JavaFX would keep the process.
        System.exit(collector.failed ? 1 : 0);
    }

    private static final class Line {
        private long times;
        private String happened = "";
    }

    private static final class Collector implements TestExecutionListener {
        private final PrintStream out;
        private final Map<Key, Line> lines = new LinkedHashMap<>();
        private boolean failed;

        private Collector(PrintStream out) {
            this.out = out;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                out.println("… " + test.getLegacyReportingName() + " of " + test.getSource().map(MethodSource.class::cast).map(MethodSource::getClassName).orElse(""));
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean bad = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
            failed |= bad;
            if (bad) {
                result.getThrowable().ifPresent(e -> e.printStackTrace(out));
            }
            test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast).filter(source -> test.isTest()).ifPresent(source -> {
                Fault fault = Stream.<AnnotatedElement>of(source.getJavaMethod(), source.getJavaClass()).map(element -> element.getAnnotation(Fault.class))
                    .flatMap(found -> Optional.ofNullable(found).stream()).findFirst().orElseThrow();
                List<Tally.Row> rows = Tally.take();
                rows.forEach(row -> add(fault.value(), row.how(), row.times(), row.happened(), false));
                if (rows.isEmpty() || bad) {
                    add(fault.value(), fault.how(), 1, bad ? "FAILED: " + result.getThrowable().orElse(null) : fault.then(), bad);
                }
            });
        }

        private void add(int fault, String how, long times, String happened, boolean bad) {
            Line line = lines.computeIfAbsent(new Key(fault, how), key -> new Line());
            line.times += times;
            if (bad || !line.happened.startsWith("FAILED")) {
                line.happened = happened.lines().findFirst().orElse("");
            }
            // Also at once: a crash later on would take the table with it.
            out.println("so far " + FORMAT.formatted(fault, how, "%,d".formatted(line.times), line.happened));
        }
    }
}

package app.afterbeep.start;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What nobody has handled, from every thread. Each kind is logged with its trace and shown once; when it comes again it is counted, so that an error
/// of every second neither fills the log nor stands in the rep's way.
public final class Errors {
    private static final System.Logger LOG = System.getLogger(Errors.class.getName());

    private final Executor fx;
    private final Map<String, Failure> failures = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private @Nullable Consumer<Failure> shown;

    /// @param fx where they are shown
    public Errors(Executor fx) {
        this.fx = fx;
    }

    /// A kind of error.
    ///
    /// @param code  six letters, the same for the same error in every run
    /// @param times how often it has come
    /// @param trace where, without messages
    public record Failure(String code, int times, String trace) {}

    /// One that comes before there is anybody to count it.
    public static Failure failure(Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "not handled", error);
        return new Failure(TraceRules.code(error), 1, TraceRules.trace(error));
    }

    /// Any thread.
    public synchronized void report(Throwable error) {
        String code = TraceRules.code(error);
        Failure before = failures.get(code);
        Failure failure = new Failure(code, before == null ? 1 : before.times() + 1, before == null ? TraceRules.trace(error) : before.trace());
        failures.put(code, failure);
        if (before == null) {
            LOG.log(System.Logger.Level.ERROR, "not handled", error);
        } else if (Integer.bitCount(failure.times()) == 1) {
            // The 2nd, 4th, 8th time and so on.
            LOG.log(System.Logger.Level.ERROR, "error " + code + " again, " + failure.times() + " times so far");
        }
        tell(code);
    }

    /// One message for each kind is under way to the window at most, however many come.
    private void tell(String code) {
        if (shown != null && waiting.add(code)) {
            Consumer<Failure> to = shown;
            fx.execute(() -> to.accept(take(code)));
        }
    }

    private synchronized Failure take(String code) {
        waiting.remove(code);
        return failures.get(code);
    }

    /// Those that came before there was a window are shown now.
    ///
    /// @param window shows one, on the FX thread
    public synchronized void show(Consumer<Failure> window) {
        shown = window;
        failures.keySet().forEach(this::tell);
    }
}

package app.afterbeep.start;

import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/// What holds from the start of the window to its end: the folder is this process's own, what happens is logged, and what nobody handles is shown.
public final class Started implements AutoCloseable {
    /// For whoever looks for a fault: `-Dafterbeep.log=FINEST`. The log holds no data at any level.
    private static final String LEVEL = "afterbeep.log";
    private static final System.Logger LOG = System.getLogger(Started.class.getName());

    private final Errors errors;
    private final @Nullable OneWindow one;
    private final @Nullable LogFile log;

    private Started(Errors errors, @Nullable OneWindow one, @Nullable LogFile log) {
        this.errors = errors;
        this.one = one;
        this.log = log;
    }

    /// @param fx where errors are shown
    /// @return empty when another process has the folder
    public static Optional<Started> in(Path folder, Executor fx) {
        Errors errors = new Errors(fx);
        OneWindow one = null;
        LogFile log = null;
        try {
            Optional<OneWindow> taken = OneWindow.take(folder);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            one = taken.get();
            log = LogFile.begin(folder, Level.parse(System.getProperty(LEVEL, "INFO")));
            LOG.log(System.Logger.Level.INFO, Program.version() + ", Java " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch") + ", " + Locale.getDefault().toLanguageTag());
            one.listen();
            tighten(folder);
        } catch (IOException e) {
            // A folder that can't be written, or has no locks: whatever opens the data says so, or shows it for reading.
            LOG.log(System.Logger.Level.WARNING, "started without a lock, a log or an ear for second starts", e);
        }
        return Optional.of(new Started(errors, one, log));
    }

    /// What an earlier version or a copy has left readable for others.
    private static void tighten(Path folder) throws IOException {
        if (DataRights.tighten(folder)) {
            LOG.log(System.Logger.Level.WARNING, "others could read something in the data folder; now they can't");
        }
        if (OwnerOnly.others(folder)) {
            LOG.log(System.Logger.Level.WARNING, "others can list the data folder, in which there are also other files; they can't read ours");
        }
    }

    public Errors errors() {
        return errors;
    }

    /// @param window what second starts bring to the front
    public void show(OneWindow.Window window) {
        if (one != null) {
            one.show(window);
        }
    }

    @Override
    public void close() {
        if (one != null) {
            one.close();
        }
        if (log != null) {
            LOG.log(System.Logger.Level.INFO, "ended");
            log.close();
        }
    }
}

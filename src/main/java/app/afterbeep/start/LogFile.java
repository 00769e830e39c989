package app.afterbeep.start;

import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/// The log: `logs/afterbeep.log` in the data folder, readable by its owner only, in four files of half a megabyte at most. It says what the program did and
/// when, never with whom: errors stand in it without their messages, and of other programmers' parts only that they complained, since nobody knows what
/// their messages quote. What can't be written, on a full disk, is left out: a log must never be the reason why something fails.
public final class LogFile extends Handler {
    static final String FOLDER = "logs";
    static final String NAME = "afterbeep.log";
    static final int FILES = 4;
    private static final long MOST_BYTES = 512 << 10;
    private static final String OURS = "app.afterbeep.";
    private static final Pattern CLASS = Pattern.compile("app\\.afterbeep(\\.[a-z]+)*\\.[A-Z]\\w*");

    private final Path folder;
    private final long most;
    private final LogFormatter format = new LogFormatter();
    private FileChannel file;

    private LogFile(Path folder, long most) throws IOException {
        this.folder = folder;
        this.most = most;
        this.file = open();
        setErrorManager(new ErrorManager() {
            @Override
            public void error(String message, Exception e, int code) {
                // Nobody reads it, and it would quote what could not be logged.
            }
        });
    }

    /// What is logged from now on goes to stderr if it is an error, and nowhere else; the way it is set up by Java would quote every message.
    public static void quiet() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        StderrHandler stderr = new StderrHandler();
        root.addHandler(stderr);
    }

    /// What is logged from now on also goes into the file. The folder is that of the one window, which nobody else writes into.
    ///
    /// @throws IOException when it can't be written
    public static LogFile begin(Path dataFolder, Level level) throws IOException {
        LogFile log = new LogFile(dataFolder.resolve(FOLDER), MOST_BYTES);
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        root.addHandler(log);
        return log;
    }

    /// For tests: files of this size, not tied to any logger.
    static LogFile of(Path folder, long most) throws IOException {
        return new LogFile(folder, most);
    }

    /// Whether the message is one of our own, which are known to hold no data: written by a class of ours, by its name. The mail library logs what it says
    /// to the server under the name of our package, as a class of ours extends one of its own.
    static boolean ours(LogRecord record) {
        return record.getLoggerName() != null && CLASS.matcher(record.getLoggerName()).matches() && String.valueOf(record.getSourceClassName()).startsWith(OURS);
    }

    private FileChannel open() throws IOException {
        OwnerOnly.folder(folder);
        return OwnerOnly.open(folder.resolve(NAME), StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record) || !ours(record) && record.getLevel().intValue() < Level.WARNING.intValue()) {
            return;
        }
        try {
            ByteBuffer line = ByteBuffer.wrap(format.format(record).getBytes(StandardCharsets.UTF_8));
            if (file.size() > 0 && file.size() + line.remaining() > most) {
                rotate();
            }
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    /// `afterbeep.log` becomes `afterbeep.log.1`, that one `.2`; the oldest goes.
    private void rotate() throws IOException {
        file.close();
        try {
            for (int older = FILES - 1; older > 0; older--) {
                Path from = folder.resolve(older == 1 ? NAME : NAME + "." + (older - 1));
                if (Files.exists(from)) {
                    Files.move(from, folder.resolve(NAME + "." + older), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } finally {
            file = open();
        }
    }

    @Override
    public void flush() {
        // Every line is handed to the system at once: a killed program has logged it.
    }

    @Override
    public synchronized void close() {
        Logger.getLogger("").removeHandler(this);
        try {
            file.close();
        } catch (IOException e) {
            reportError(null, e, ErrorManager.CLOSE_FAILURE);
        }
    }
}

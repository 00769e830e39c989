package app.afterbeep.start;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;

/// Warnings and errors for whoever started the program on a terminal, as redacted as in the [LogFile].
final class StderrHandler extends ConsoleHandler {
    StderrHandler() {
        setLevel(Level.WARNING);
        setFormatter(new LogFormatter());
    }
}

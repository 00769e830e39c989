package app.afterbeep.start;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// One line for each thing: when, how grave, on which thread's behalf, what. An error follows with its code and its trace, without messages.
final class LogFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        String what = LogFile.ours(record) ? formatMessage(record).replaceAll("\\R", " ") : "(the message of another programmer's part is not kept)";
        Throwable error = record.getThrown();
        return record.getInstant().truncatedTo(ChronoUnit.MILLIS).atZone(ZoneId.systemDefault()).toOffsetDateTime() + " " + record.getLevel().getName() + " "
            + logger.substring(logger.lastIndexOf('.') + 1) + ": " + what + "\n"
            + (error == null ? "" : "error " + TraceRules.code(error) + "\n" + TraceRules.trace(error));
    }
}

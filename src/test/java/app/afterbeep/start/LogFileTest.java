package app.afterbeep.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir Path folder;

    private static LogRecord record(String logger, Level level, String text) {
        LogRecord record = new LogRecord(level, text);
        record.setLoggerName(logger);
        record.setSourceClassName(logger.startsWith("app.afterbeep.outbox") ? "org.eclipse.angus.mail.smtp.SMTPTransport" : logger);
        return record;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("logs"))) {
            return all.sorted().toList();
        }
    }

    @Test
    void aFewFilesOfBoundedSizeTheNewestLast() throws IOException {
        LogFile log = LogFile.of(folder.resolve("logs"), 1_000);
        for (int i = 0; i < 200; i++) {
            log.publish(record("app.afterbeep.db.Database", Level.INFO, "number " + i));
        }
        log.close();
        assertEquals(List.of("afterbeep.log", "afterbeep.log.1", "afterbeep.log.2", "afterbeep.log.3"), files().stream().map(file -> file.getFileName().toString()).toList());
        for (Path file : files()) {
            assertTrue(Files.size(file) <= 1_000, file + " has " + Files.size(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("logs"))));
        assertTrue(Files.readString(folder.resolve("logs/afterbeep.log")).endsWith("INFO Database: number 199\n"));
        assertTrue(Files.readString(folder.resolve("logs/afterbeep.log.1")).contains("number 18"));
    }

    @Test
    void whatOthersSayIsNotKeptAndNoMessageOfAnError() throws IOException {
        LogFile log = LogFile.of(folder.resolve("logs"), 100_000);
        log.publish(record("jakarta.mail", Level.FINEST, "RCPT TO:<canary@example.com>"));
        log.publish(record("app.afterbeep.outbox", Level.WARNING, "no route to canary"));
        log.publish(record("app.afterbeep.outbox.protocol", Level.FINEST, "canary"));
        LogRecord error = record("app.afterbeep.start.Errors", Level.SEVERE, "not handled");
        error.setThrown(new IllegalStateException("canary", new IOException("canary")));
        log.publish(error);
        log.close();
        String text = Files.readString(folder.resolve("logs/afterbeep.log"));
        assertFalse(text.contains("canary"), text);
        assertTrue(text.contains("WARNING outbox: (the message of another programmer's part is not kept)\n"), text);
        assertTrue(text.contains("SEVERE Errors: not handled\nerror " + TraceRules.code(error.getThrown()) + "\njava.lang.IllegalStateException\n"), text);
    }
}

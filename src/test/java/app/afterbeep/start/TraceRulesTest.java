package app.afterbeep.start;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.db.DbException;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TraceRulesTest {
    private static Throwable thrown(String message) {
        try {
            throw new IllegalStateException(message, new IOException(message));
        } catch (IllegalStateException e) {
            e.addSuppressed(new DbException(message, new AppException(message, null)));
            return e;
        }
    }

    private static Throwable elsewhere(String message) {
        return new IllegalStateException(message, new IOException(message));
    }

    @Test
    void theCodeIsThatOfThePlaceWhateverWasBeingWorkedOn() {
        List<String> codes = Stream.of("Ann Lee", "+1 918 555 0142", "").map(message -> TraceRules.code(thrown(message))).distinct().toList();
        assertEquals(1, codes.size());
        assertTrue(codes.getFirst().matches("[BCDFGHJKLMNPQRSTVWXZ]{6}"), codes.getFirst());
        assertNotEquals(codes.getFirst(), TraceRules.code(elsewhere("Ann Lee")));
        assertNotEquals(codes.getFirst(), TraceRules.code(new IllegalArgumentException("Ann Lee")));
    }

    @Test
    void theCodeIsTheSameInEveryRun() {
        IllegalStateException error = new IllegalStateException("Ann Lee");
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("java.util.ArrayList", "get", "ArrayList.java", 427),
            new StackTraceElement("app.afterbeep.session.SessionViewModel", "lambda$log$3", "SessionViewModel.java", 301)});
        assertEquals("WWNVWV", TraceRules.code(error));
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement("java.util.ArrayList", "get", "ArrayList.java", 500),
            new StackTraceElement("app.afterbeep.session.SessionViewModel", "lambda$log$4", "SessionViewModel.java", 399)});
        assertEquals("WWNVWV", TraceRules.code(error), "a build with other line numbers gives it too");
    }

    @Test
    void aTraceNamesClassesAndPlacesAndNoMessage() {
        String trace = TraceRules.trace(thrown("Ann Lee, +19185550142"));
        assertAll(
            () -> assertFalse(trace.contains("Ann"), trace),
            () -> assertFalse(trace.contains("918555"), trace),
            () -> assertTrue(trace.startsWith("java.lang.IllegalStateException\n    at app.afterbeep.start.TraceRulesTest.thrown(TraceRulesTest.java:"), trace),
            () -> assertTrue(trace.contains("suppressed: app.afterbeep.db.DbException\n"), trace),
            () -> assertTrue(trace.contains("caused by: app.afterbeep.ui.AppException\n"), trace),
            () -> assertTrue(trace.contains("caused by: java.io.IOException\n"), trace));
    }

    @Test
    void anErrorThatIsItsOwnCauseIsToldOnce() {
        IllegalStateException one = new IllegalStateException("x");
        IllegalStateException two = new IllegalStateException("y", one);
        one.initCause(two);
        assertEquals(2, TraceRules.trace(one).lines().filter(line -> line.endsWith("IllegalStateException")).count());
        assertEquals(6, TraceRules.code(two).length());
    }

    @Test
    void theDetailsSayWhichProgramOnWhichSystem() {
        Errors.Failure failure = new Errors.Failure("BCDFGH", 3, "java.lang.Error\n");
        assertEquals("""
            Afterbeep 1.2
            Error BCDFGH, 3 times
            Java <java.runtime.version>, <java.vendor>
            System <os.name> <os.version>, <os.arch>
            Locale de-AT

            java.lang.Error
            """, DetailsRules.details(failure, "1.2", name -> "<" + name + ">", Locale.forLanguageTag("de-AT")));
    }
}

package app.afterbeep.start;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// An error in words that may leave this computer: classes and places in the program, never a message. Messages quote what was being
/// worked on: names, numbers, file names, texts, also those of our own exceptions.
public final class TraceRules {
    /// Hard to mistake for each other, and no words.
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 6;
    /// What is further out differs with the way that led there.
    private static final int FRAMES = 4;
    private static final String OURS = "app.afterbeep";

    private TraceRules() {}

    /// Six letters that are the same whenever the same thing goes wrong at the same place.
    public static String code(Throwable error) {
        CRC32 sum = new CRC32();
        for (Throwable each : causes(error)) {
            sum.update(each.getClass().getName().getBytes(StandardCharsets.UTF_8));
            Stream<StackTraceElement> frames = Stream.of(each.getStackTrace());
            (Stream.of(each.getStackTrace()).anyMatch(TraceRules::ours) ? frames.filter(TraceRules::ours) : frames).limit(FRAMES)
                .forEach(frame -> sum.update((frame.getClassName() + frame.getMethodName()).replaceAll("\\d+|/0x.*", "").getBytes(StandardCharsets.UTF_8)));
        }
        StringBuilder code = new StringBuilder();
        for (long rest = sum.getValue(); code.length() < LENGTH; rest /= LETTERS.length()) {
            code.append(LETTERS.charAt((int) (rest % LETTERS.length())));
        }
        return code.toString();
    }

    /// The stack trace without the messages.
    public static String trace(Throwable error) {
        StringBuilder out = new StringBuilder();
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        tell(error, "", out, told);
        return out.toString();
    }

    private static void tell(Throwable error, String before, StringBuilder out, Set<Throwable> told) {
        if (!told.add(error)) {
            return;
        }
        out.append(before).append(error.getClass().getName()).append('\n');
        for (StackTraceElement frame : error.getStackTrace()) {
            out.append("    at ").append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(').append(frame.getFileName()).append(':')
                .append(frame.getLineNumber()).append(")\n");
        }
        for (Throwable more : error.getSuppressed()) {
            tell(more, "suppressed: ", out, told);
        }
        if (error.getCause() != null) {
            tell(error.getCause(), "caused by: ", out, told);
        }
    }

    private static boolean ours(StackTraceElement frame) {
        return frame.getClassName().startsWith(OURS);
    }

    private static List<Throwable> causes(Throwable error) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = error; each != null && !causes.contains(each); each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }
}

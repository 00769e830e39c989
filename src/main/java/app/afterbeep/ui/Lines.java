package app.afterbeep.ui;

import java.text.Bidi;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Puts names and other words of the lists into a line of ours. What is written from right to left stands in it as one piece, so that it changes
/// neither the order of the line nor that of a number beside it (Unicode's first-strong isolate).
public final class Lines {
    /// Before it: a line of ours reads from left to right, whatever stands first in it.
    private static final String ISOLATE = "\u200e\u2068";
    private static final char END = '\u2069';

    private Lines() {}

    /// `part` as one piece; as it is where it reads from left to right.
    public static String piece(String part) {
        boolean turns = Bidi.requiresBidi(part.toCharArray(), 0, part.length());
        return turns && !part.startsWith(ISOLATE) ? ISOLATE + part + END : part;
    }

    /// The parts that there are, `between` them.
    public static String of(String between, String... parts) {
        return Arrays.stream(parts).filter(part -> !part.isEmpty()).map(Lines::piece).collect(Collectors.joining(between));
    }
}

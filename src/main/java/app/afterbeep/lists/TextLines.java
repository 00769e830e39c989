package app.afterbeep.lists;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// The lines of a text, in bounded memory. They may end with CR, LF or both; NULs and a byte order mark are left out.
final class TextLines implements Closeable {
    static final int MAX_LINE = 1024 * 1024;

    private final Reader reader;
    private final char[] buffer = new char[16 * 1024];
    private int position;
    private int end;
    private boolean afterCr;
    private long lines;

    TextLines(Reader reader) {
        this.reader = reader;
    }

    /// @param number  from 1
    /// @param tooLong it goes on after [#MAX_LINE] characters, which are left out
    record Line(long number, String text, boolean tooLong) {}

    /// The next line, or null at the end.
    @Nullable Line next() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == end) {
                end = Math.max(0, reader.read(buffer));
                position = 0;
                if (end == 0) {
                    return any ? new Line(++lines, text.toString(), tooLong) : null;
                }
            }
            char c = buffer[position++];
            boolean endOfCrLf = c == '\n' && afterCr;
            afterCr = c == '\r';
            if (endOfCrLf || c == 0 || c == '\uFEFF' && lines == 0 && !any) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                return new Line(++lines, text.toString(), tooLong);
            }
            any = true;
            if (text.length() < MAX_LINE) {
                text.append(c);
            } else {
                tooLong = true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

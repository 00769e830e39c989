package app.afterbeep.lists;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A text file in any of the encodings that lists come in.
///
/// @param size in bytes; 0 when that is not known
record ListText(Source source, Charset charset, long size) {
    private static final int LOOK_AT = 64 * 1024;
    private static final int APOSTROPHE = 0x92;

    /// What a list is read from; opened more than once.
    interface Source {
        InputStream open() throws IOException;
    }

    /// A reader that knows how far it is.
    static final class Counted {
        private final Reader reader;
        private final long size;
        private long bytes;

        private Counted(Source source, Charset charset, long size) throws IOException {
            this.size = size;
            this.reader = new InputStreamReader(new FilterInputStream(source.open()) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = super.read(buffer, offset, length);
                    bytes += Math.max(0, n);
                    return n;
                }
            }, charset);
        }

        Reader reader() {
            return reader;
        }

        double share() {
            return size == 0 ? 0 : Math.min(1, (double) bytes / size);
        }
    }

    Counted open() throws IOException {
        return new Counted(source, charset, size);
    }

    /// Finds the encoding: by a byte order mark; UTF-16 by the zeros of its Latin letters; UTF-8 when all of it is; else what programs write on
    /// Windows, or on a Mac where the letters say so.
    static ListText of(Source source, long size) throws IOException {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(LOOK_AT);
        }
        Charset utf16 = utf16(start);
        if (utf16 != null) {
            return new ListText(source, utf16, size);
        }
        try (Reader strict = new InputStreamReader(source.open(), StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
            strict.transferTo(Writer.nullWriter());
            return new ListText(source, StandardCharsets.UTF_8, size);
        } catch (CharacterCodingException e) {
            return new ListText(source, Charset.forName(isMac(source) ? "x-MacRoman" : "windows-1252"), size);
        }
    }

    private static @Nullable Charset utf16(byte[] start) {
        if (start.length < 2) {
            return null;
        }
        int mark = (start[0] & 0xFF) << 8 | start[1] & 0xFF;
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return mark == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        int pairs = start.length / 2;
        int highFirst = 0;
        int lowFirst = 0;
        for (int i = 0; i + 1 < start.length; i += 2) {
            highFirst += start[i] == 0 && start[i + 1] != 0 ? 1 : 0;
            lowFirst += start[i] != 0 && start[i + 1] == 0 ? 1 : 0;
        }
        if (Math.max(highFirst, lowFirst) * 2 <= pairs || Math.min(highFirst, lowFirst) * 20 > pairs) {
            return null;
        }
        return highFirst > lowFirst ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /// Letters with accents lie below 0xA0 on a Mac, above 0xBF on Windows. Between letters only they are told from quotes and dashes.
    private static boolean isMac(Source source) throws IOException {
        if (!Charset.isSupported("x-MacRoman")) {
            return false;
        }
        long mac = 0;
        long windows = 0;
        try (InputStream in = source.open()) {
            byte[] buffer = new byte[LOOK_AT];
            int before = 0;
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    int b = buffer[i] & 0xFF;
                    if (isLetter(before)) {
                        mac += b >= 0x80 && b < 0xA0 && b != APOSTROPHE ? 1 : 0;
                        windows += b >= 0xC0 ? 1 : 0;
                    }
                    before = b;
                }
            }
        }
        return mac > windows;
    }

    private static boolean isLetter(int b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}

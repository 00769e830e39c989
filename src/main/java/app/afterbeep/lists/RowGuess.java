package app.afterbeep.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// About how many rows a file has, from its first bytes: good enough to say before it is read.
final class RowGuess {
    private static final int BEGINNING = 1 << 18;
    private static final int SHEET = 1 << 13;
    private static final Pattern DIMENSION = Pattern.compile("<(?:\\w+:)?dimension\\s+ref=\"[A-Z]+(\\d{1,9}):[A-Z]+(\\d{1,9})\"");

    private RowGuess() {}

    /// Without the header row; 0 when it can't be said. Not on the FX thread.
    ///
    /// @param headerLine where the header row is, 0 for none
    static long rows(Path file, long headerLine) {
        try {
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(BEGINNING);
            }
            if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
                return Math.max(0, sheet(file) - (headerLine > 0 ? 1 : 0));
            }
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            long size = Files.size(file);
            if (text.contains("BEGIN:VCARD")) {
                return scaled(count(text, "END:VCARD"), bytes.length, size);
            }
            long lines = scaled(count(text, "\n") + (text.endsWith("\n") || bytes.length < size ? 0 : 1), bytes.length, size);
            return Math.max(0, lines - headerLine);
        } catch (IOException e) {
            return 0;
        }
    }

    /// A sheet says how far it reaches before its first row.
    private static long sheet(Path file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("xl/worksheets/[^/]+\\.xml")) {
                    Matcher matcher = DIMENSION.matcher(new String(zip.readNBytes(SHEET), StandardCharsets.UTF_8));
                    return matcher.find() ? Long.parseLong(matcher.group(2)) - Long.parseLong(matcher.group(1)) + 1 : 0;
                }
            }
        }
        return 0;
    }

    private static long count(String text, String part) {
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static long scaled(long count, long read, long size) {
        return read == 0 ? 0 : Math.round((double) count * size / read);
    }
}

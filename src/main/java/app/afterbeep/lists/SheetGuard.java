package app.afterbeep.lists;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Goes through the rows of a sheet ahead of whoever reads them into memory: what a workbook says about its sizes can be a lie, and a cell of a
/// gigabyte takes no more than a few kilobytes in the file.
final class SheetGuard implements Closeable {
    /// Of XML: as much as a row of the most columns has with a good deal of text in each.
    static final int MAX_ROW = 8 * 1024 * 1024;
    private static final int BLOCK = 1 << 14;
    private static final String ROW = "row";
    private static final String ROWS = "sheetData";

    private final ZipFile zip;
    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private final byte[] name = new byte[ROWS.length() + 1];
    private int length;
    private boolean inName;
    private boolean closing;
    /// A comment or a section of unparsed text has begun: what looks like a tag from here on need not be one.
    private boolean odd;
    private boolean ended;
    private long begun;
    private long since;

    /// @param part the sheet's name in the file; there is nothing to guard when it is not there
    SheetGuard(Path file, String part) throws IOException {
        zip = new ZipFile(file.toFile());
        ZipEntry entry = zip.getEntry(part);
        in = entry == null ? InputStream.nullInputStream() : zip.getInputStream(entry);
    }

    /// Goes on until so many rows have begun, or there are no more; false when one is too long to be read.
    boolean reaches(long rows) throws IOException {
        while (begun < rows && !ended && since <= MAX_ROW) {
            if (at == end) {
                end = in.read(block);
                at = 0;
                ended = end < 0;
                end = Math.max(0, end);
            }
            for (; at < end && begun < rows && !ended; at++) {
                since++;
                take(block[at]);
            }
        }
        return since <= MAX_ROW;
    }

    private void take(byte b) {
        if (b == '<') {
            inName = true;
            closing = false;
            length = 0;
        } else if (inName) {
            inName(b);
        }
    }

    private void inName(byte b) {
        switch (b) {
            case '!' -> odd = true;
            case ':' -> length = 0;
            case '/' -> {
                closing |= length == 0;
                tag();
            }
            case '>', ' ', '\t', '\r', '\n' -> {
                tag();
                inName = false;
            }
            default -> {
                inName = length < name.length;
                if (inName) {
                    name[length++] = b;
                }
            }
        }
    }

    private void tag() {
        String tag = length == 0 || odd ? "" : new String(name, 0, length, StandardCharsets.ISO_8859_1);
        if (tag.equals(ROW) && !closing) {
            begun++;
            since = 0;
            inName = false;
        } else if (tag.equals(ROWS) && closing) {
            ended = true;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

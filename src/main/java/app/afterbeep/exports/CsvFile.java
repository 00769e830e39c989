package app.afterbeep.exports;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A CSV file that appears complete under its name or not at all: it is written beside, brought to the disk, then moved into place.
///
/// @param total how many rows are expected, for the progress
public record CsvFile(Path file, CsvFormat format, long total, Progress progress) {
    private static final System.Logger LOG = System.getLogger(CsvFile.class.getName());
    /// How the name of a file begins that is not whole yet.
    private static final String HALF = ".afterbeep-";

    /// Passes all rows on, one at a time.
    public interface Rows {
        void each(Consumer<List<String>> row);
    }

    /// Passes all rows on as lines that [#lines] wrote, some at a time.
    interface Blocks {
        void each(Consumer<byte[]> block) throws IOException;
    }

    /// Returns how many rows were written under the headers.
    ///
    /// @throws AppException when it can't be written
    /// @throws java.util.concurrent.CancellationException when the progress was cancelled; what stood under the name still does
    public long write(List<String> headers, Rows rows) throws AppException {
        long[] count = {0};
        write(out -> {
            try (Lines lines = lines(out)) {
                lines.header(headers);
                rows.each(row -> {
                    lines.add(row);
                    progress.at(++count[0], total == 0 ? 0 : (double) count[0] / total);
                });
            }
        });
        return count[0];
    }

    /// Like [#write], with lines that were made elsewhere, whoever made them tells the progress.
    void writeBlocks(List<String> headers, Blocks blocks) throws AppException {
        write(out -> {
            try (Lines lines = lines(out)) {
                lines.header(headers);
                lines.flush();
                blocks.each(block -> {
                    try {
                        out.write(block);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        });
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private void write(Content content) throws AppException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new AppException(file + " is a folder. Name a file in it.", null);
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new AppException("The folder " + target.getParent() + " does not exist. Make it, or choose another one.", null);
        }
        try {
            writeBeside(target, content);
        } catch (UncheckedIOException | IOException e) {
            throw new AppException(file + " can't be written: " + reason(e) + ". Make room or choose another folder.", e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof AccessDeniedException || cause instanceof NoSuchFileException ? "access is denied" : String.valueOf(cause.getMessage());
    }

    /// What a program that was killed has left there holds names and numbers. Only what is old: another export may be under way.
    private static void sweep(Path temporary) {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(temporary.getParent(), HALF + "*.tmp")) {
            Instant old = Files.getLastModifiedTime(temporary).toInstant().minus(Duration.ofHours(1));
            for (Path half : halves) {
                if (Files.getLastModifiedTime(half).toInstant().isBefore(old)) {
                    Files.deleteIfExists(half);
                }
            }
        } catch (DirectoryIteratorException | IOException e) {
            // Somebody else's, or gone meanwhile: no reason not to export.
            LOG.log(System.Logger.Level.DEBUG, "not swept", e);
        }
    }

    private static void writeBeside(Path target, Content content) throws IOException {
        Path temporary = OwnerOnly.temporary(target.getParent(), HALF, ".tmp");
        try {
            sweep(temporary);
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                content.write(new Unclosed(Channels.newOutputStream(channel)));
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Stays open for whoever brings it to the disk.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /// Writes rows as lines of this file's format.
    Lines lines(OutputStream out) {
        return new Lines(out, format);
    }

    /// Lines on their way to `out`.
    static final class Lines implements Closeable {
        private final CsvFormat format;
        private final Writer text;
        private final CsvWriter csv;

        private Lines(OutputStream out, CsvFormat format) {
            this.format = format;
            text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        }

        private void header(List<String> headers) throws IOException {
            if (format.byteOrderMark()) {
                text.write('\uFEFF');
            }
            add(headers);
        }

        /// Headers too: those of extra columns come from lists of anybody.
        void add(List<String> row) {
            csv.writeRecord(format.spreadsheetSafe() ? row.stream().map(CellRules::spreadsheetSafe).toList() : row);
        }

        void flush() throws IOException {
            csv.flush();
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}

package app.afterbeep.transfer;

import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
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
record CsvFile(Path file, CsvFormat format, long total, Progress progress) {
    private static final System.Logger LOG = System.getLogger(CsvFile.class.getName());
    /// How the name of a file begins that is not whole yet.
    private static final String HALF = ".afterbeep-";

    /// Passes all rows on, one at a time.
    interface Rows {
        void each(Consumer<List<String>> row);
    }

    /// Returns how many rows were written under the headers.
    ///
    /// @throws AppException when it can't be written
    /// @throws java.util.concurrent.CancellationException when the progress was cancelled; what stood under the name still does
    long write(List<String> headers, Rows rows) throws AppException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new AppException(file + " is a folder. Name a file in it.", null);
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new AppException("The folder " + target.getParent() + " does not exist. Make it, or choose another one.", null);
        }
        try {
            return writeBeside(target, headers, rows);
        } catch (UncheckedIOException | IOException e) {
            throw new AppException(file + " can't be written: " + reason(e) + ". Make room or choose another folder.", e);
        }
    }

    /// Headers too: those of extra columns come from lists of anybody.
    private List<String> safe(List<String> row) {
        return format.spreadsheetSafe() ? row.stream().map(CellRules::spreadsheetSafe).toList() : row;
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof AccessDeniedException || cause instanceof NoSuchFileException ? "access is denied" : String.valueOf(cause.getMessage());
    }

    /// What a program that was killed has left there holds names and numbers. Only what is old: another export may be under way.
    private static void sweep(Path temporary) throws IOException {
        Instant old = Files.getLastModifiedTime(temporary).toInstant().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(temporary.getParent(), HALF + "*.tmp")) {
            for (Path half : halves) {
                if (Files.getLastModifiedTime(half).toInstant().isBefore(old)) {
                    Files.deleteIfExists(half);
                }
            }
        } catch (DirectoryIteratorException | AccessDeniedException | NoSuchFileException e) {
            // Somebody else's, or gone meanwhile: no reason not to export.
            LOG.log(System.Logger.Level.DEBUG, "not swept", e);
        }
    }

    private long writeBeside(Path target, List<String> headers, Rows rows) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), HALF, ".tmp");
        try {
            sweep(temporary);
            long[] count = {0};
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                 Writer text = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
                 CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
                if (format.byteOrderMark()) {
                    text.write('\uFEFF');
                }
                csv.writeRecord(safe(headers));
                rows.each(row -> {
                    csv.writeRecord(safe(row));
                    progress.at(++count[0], total == 0 ? 0 : (double) count[0] / total);
                });
                csv.flush();
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return count[0];
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

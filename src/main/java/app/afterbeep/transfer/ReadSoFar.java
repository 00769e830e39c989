package app.afterbeep.transfer;

import app.afterbeep.ui.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How much of a file has been read: rows are counted, their share of the whole is that of the bytes.
final class ReadSoFar {
    private final long size;
    private final Progress progress;
    private long bytes;
    private long rows;

    /// @param size of the file in bytes, 0 when it is not known
    ReadSoFar(long size, Progress progress) {
        this.size = size;
        this.progress = progress;
    }

    CsvRows.Source counting(CsvRows.Source source) {
        return () -> new Counting(source.open());
    }

    /// One more row is done.
    ///
    /// @throws java.util.concurrent.CancellationException when it was cancelled
    void row() {
        progress.at(++rows, size == 0 ? 0 : (double) bytes / size);
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            bytes += Math.max(0, n);
            return n;
        }
    }
}

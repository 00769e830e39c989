package app.afterbeep.transfer;

import app.afterbeep.ui.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How much of a file has been read: rows are counted, their share of the whole is that of the bytes.
final class ReadSoFar {
    private final long size;
    private final Progress progress;
    /// Counted on the thread that reads, asked for on another one.
    private volatile long bytes;
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
        progress.at(++rows, share());
    }

    /// One more row is done, which is so much of the whole.
    void row(double share) {
        progress.at(++rows, share);
    }

    /// No further row, but so much of the whole is done.
    void at(double share) {
        progress.at(rows, share);
    }

    /// How much of the file has been read, from 0 to 1; 0 when its size is not known.
    double share() {
        return size == 0 ? 0 : (double) bytes / size;
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        /// One thread counts: nothing is lost between reading and writing.
        private void count(int n) {
            bytes = bytes + n;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }
    }
}

package app.afterbeep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The least that a durable click can cost on this disk: as many bytes as a click appends to the write-ahead log, and one
/// fdatasync. Starts over when the log does, so that neither of the two pays for a growing file more often than the other.
final class BareSync implements AutoCloseable {
    private final FileChannel file;
    private final ByteBuffer bytes;

    BareSync(Path folder, int size) throws IOException {
        file = FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        bytes = ByteBuffer.allocateDirect(size);
    }

    long append() {
        try {
            long written = file.write(bytes.clear());
            file.force(false);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startOver() throws IOException {
        file.position(0);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

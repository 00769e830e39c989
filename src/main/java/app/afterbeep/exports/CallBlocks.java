package app.afterbeep.exports;

import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.LogEntryStore;
import app.afterbeep.calls.LogEntryStore.Span;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.db.Snapshot;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The log as lines of a CSV file, made piece by piece on a thread for each snapshot and passed on in the order of time; only a few thousand lines
/// wait at a time, however long a piece is.
final class CallBlocks implements AutoCloseable {
    private static final int SPAN = 2_048;
    private static final int ROWS = 256;
    private static final int WAITING = SPAN / ROWS;

    /// @param ends    no more lines of this piece follow
    /// @param failure why there are no more at all, or null
    private record Block(byte[] bytes, int rows, int withoutId, boolean ends, @Nullable RuntimeException failure) {}

    private final CsvFile lines;
    private final CsvFormat format;
    private final List<Column<LogEntry>> columns;
    private final LogFilter filter;
    private final List<Span> spans;
    /// What is expected where the log is one piece.
    private final long total;
    private final List<BlockingQueue<Block>> queues = new ArrayList<>();
    private final List<Runnable> interrupts = new ArrayList<>();
    private final CountDownLatch running;
    private long rows;
    private long withoutId;

    /// @param snapshots of one moment; whoever opened them closes them after this
    CallBlocks(List<Snapshot> snapshots, CsvFile lines, LogFilter filter, Clock clock) {
        this.lines = lines;
        this.format = lines.format();
        this.filter = filter;
        columns = format.calls(clock.getZone());
        spans = new LogEntryStore(snapshots.getFirst().sql(), clock).spans(filter, SPAN);
        total = spans.size() == 1 ? new CallLogStore(snapshots.getFirst().sql(), clock).count(filter) : 0;
        int threads = Math.min(snapshots.size(), spans.size());
        running = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            int first = i;
            LogEntryStore log = new LogEntryStore(snapshots.get(i).sql(), clock);
            BlockingQueue<Block> queue = new ArrayBlockingQueue<>(WAITING);
            queues.add(queue);
            interrupts.add(Background.beside("exporting", () -> {
                try {
                    make(log, first, threads, queue);
                } finally {
                    running.countDown();
                }
            }));
        }
    }

    List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    /// How many lines were passed on.
    long rows() {
        return rows;
    }

    /// How many of them the other system can't place.
    long withoutId() {
        return withoutId;
    }

    private void make(LogEntryStore log, int first, int threads, BlockingQueue<Block> queue) throws InterruptedException {
        try (Piece piece = new Piece(queue)) {
            for (int i = first; i < spans.size(); i += threads) {
                log.each(filter, spans.get(i), piece::add);
                piece.pass(true);
            }
        } catch (CancellationException | IOException e) {
            // Nobody takes them any more; nothing is written to memory in vain.
        } catch (RuntimeException e) {
            queue.put(new Block(new byte[0], 0, 0, true, e));
        } catch (Error e) {
            // Whoever waits for the next lines would wait for ever.
            queue.put(new Block(new byte[0], 0, 0, true, new IllegalStateException(e)));
        }
    }

    /// The lines of the piece that is made.
    private final class Piece implements AutoCloseable {
        private final BlockingQueue<Block> queue;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        private final CsvFile.Lines csv = lines.lines(bytes);
        /// Of the line that is written: the same list each time, as millions of them would have to be cleared away.
        private final String[] cells = new String[columns.size()];
        private final List<String> row = Arrays.asList(cells);
        private int made;
        private int without;

        Piece(BlockingQueue<Block> queue) {
            this.queue = queue;
        }

        void add(LogEntry entry) {
            without += format.needsId() && entry.externalId().isEmpty() ? 1 : 0;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i).cell().apply(entry);
            }
            csv.add(row);
            if (++made == ROWS) {
                pass(false);
            }
        }

        void pass(boolean ends) {
            try {
                csv.flush();
                queue.put(new Block(bytes.toByteArray(), made, without, ends, null));
            } catch (InterruptedException e) {
                throw new CancellationException("nobody takes the lines");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bytes.reset();
            made = 0;
            without = 0;
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /// Passes all lines on in order and tells the progress.
    void each(Progress progress, Consumer<byte[]> block) {
        for (int i = 0; i < spans.size(); i++) {
            Block next;
            do {
                next = take(queues.get(i % queues.size()));
                block.accept(next.bytes());
                rows += next.rows();
                withoutId += next.withoutId();
                if (next.rows() > 0) {
                    progress.at(rows, total == 0 ? (double) i / spans.size() : (double) rows / total);
                }
            } while (!next.ends());
        }
    }

    private static Block take(BlockingQueue<Block> queue) {
        try {
            Block block = queue.take();
            if (block.failure() != null) {
                throw block.failure();
            }
            return block;
        } catch (InterruptedException e) {
            throw new CancellationException("the program ends");
        }
    }

    /// Waits for the threads, so that their snapshots can be closed.
    @Override
    public void close() {
        interrupts.forEach(Runnable::run);
        try {
            running.await();
        } catch (InterruptedException e) {
            throw new CancellationException("the program ends");
        }
    }
}

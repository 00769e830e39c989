package app.afterbeep.lists;

import app.afterbeep.lists.RowRules.Target;
import app.afterbeep.ui.Background;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The rows of a list, read and understood on a thread of its own while those before them go into the file; only some dozens wait at a time.
final class RowsAhead implements AutoCloseable {
    private static final int CHUNK = 64;
    /// More of them would outlast a collection of the young generation, and fill the old one with what is garbage a moment later.
    private static final int CHUNKS = 2;

    /// One row, ready to be compared.
    ///
    /// @param name     of the person, as [RowRules#nameKey] has it
    /// @param contacts what the person can be known by, best first
    record Read(ListRows.Row row, RowRules.Result result, String name, List<Contact> contacts) {}

    private record Chunk(List<Read> rows, double share, @Nullable Exception failure) {}

    private final BlockingQueue<Chunk> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final Runnable interrupt;
    private Chunk current = new Chunk(List.of(), 0, null);

    /// @param rows    from the beginning of the file; whoever opened them closes them when this is closed
    /// @param matched what people are compared by
    RowsAhead(ListRows rows, Layout layout, RowRules rules, Target target, ImportOptions.Match matched) {
        interrupt = Background.beside("reading", () -> read(rows, layout, rules, target, matched));
    }

    private void read(ListRows rows, Layout layout, RowRules rules, Target target, ImportOptions.Match matched) throws InterruptedException {
        try {
            List<Read> chunk = new ArrayList<>(CHUNK);
            for (ListRows.Row row = rows.next(); row != null; row = rows.next()) {
                Read read = read(row, layout, rules, target, matched);
                if (read != null) {
                    chunk.add(read);
                }
                if (chunk.size() == CHUNK) {
                    chunks.put(new Chunk(chunk, rows.share(), null));
                    chunk = new ArrayList<>(CHUNK);
                }
            }
            if (!chunk.isEmpty()) {
                chunks.put(new Chunk(chunk, 1, null));
            }
            chunks.put(new Chunk(List.of(), 1, null));
        } catch (IOException | RuntimeException e) {
            chunks.put(new Chunk(List.of(), 1, e));
        } catch (Error e) {
            // Whoever waits for the next rows would wait for ever.
            chunks.put(new Chunk(List.of(), 1, new IllegalStateException(e)));
        }
    }

    /// Null for what is no row: the header, and notes above it.
    private static @Nullable Read read(ListRows.Row row, Layout layout, RowRules rules, Target target, ImportOptions.Match matched) {
        if (row.line() <= layout.headerLine()) {
            // Notes above the header row are not data, unless a number stands in them.
            return row.line() < layout.headerLine() && row.cells().stream().anyMatch(c -> HeaderRules.looksLikePhone(c, rules.country()))
                ? rejected(row, "the row stands above the header row") : null;
        }
        if (!row.problem().isEmpty()) {
            return rejected(row, row.problem());
        }
        RowRules.Result result = rules.read(row.cells(), target);
        return result instanceof RowRules.Person person
            ? new Read(row, result, RowRules.nameKey(person.draft().firstName(), person.draft().lastName()), Contact.of(person.draft(), matched))
            : new Read(row, result, "", List.of());
    }

    private static Read rejected(ListRows.Row row, String reason) {
        return new Read(row, new RowRules.Rejected(reason), "", List.of());
    }

    /// The next rows, none at the end.
    List<Read> next() throws IOException {
        try {
            current = chunks.take();
        } catch (InterruptedException e) {
            throw new CancellationException("the program ends");
        }
        if (current.failure() instanceof IOException e) {
            throw e;
        }
        if (current.failure() instanceof RuntimeException e) {
            throw e;
        }
        return current.rows();
    }

    /// How much of the file the rows taken so far are, from 0 to 1.
    double share() {
        return current.share();
    }

    @Override
    public void close() {
        interrupt.run();
    }
}

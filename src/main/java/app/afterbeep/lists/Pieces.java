package app.afterbeep.lists;

import app.afterbeep.db.Database;
import app.afterbeep.ui.Background;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How the work of an import gets at the file: all of it at once, on the database thread inside one transaction, or in many small pieces, each a
/// transaction of its own and short enough that nobody who clicks between two of them notices.
final class Pieces {
    /// A click may have to wait for one, with its commit.
    private static final long NANOS = 6_000_000;
    private static final int FEWEST = 64;
    private static final int MOST = 4096;

    private final Database database;
    private final @Nullable Background background;
    private int size;

    private Pieces(Database database, @Nullable Background background, int size) {
        this.database = database;
        this.background = background;
        this.size = size;
    }

    /// Everything where it is called.
    static Pieces atOnce(Database database) {
        return new Pieces(database, null, Integer.MAX_VALUE);
    }

    /// On the database thread of `background`, called from a thread for lasting work.
    static Pieces beside(Database database, Background background) {
        return new Pieces(database, background, FEWEST);
    }

    boolean areBeside() {
        return background != null;
    }

    /// How many rows the next piece should have, from how long the last ones took.
    int size() {
        return size;
    }

    /// Does one piece of [#size] rows.
    <T> T take(Supplier<T> work) {
        if (background == null) {
            return work.get();
        }
        long[] nanos = {0};
        T result = inTurn(background, () -> {
            long start = System.nanoTime();
            T done = database.piece(work);
            nanos[0] = System.nanoTime() - start;
            return done;
        });
        size = Math.clamp(Math.min(size * 2L, size * NANOS / Math.max(1, nanos[0])), FEWEST, MOST);
        database.settleBeside();
        return result;
    }

    /// Does something that is short whatever the size of the pieces.
    <T> T small(Supplier<T> work) {
        if (background == null) {
            return work.get();
        }
        T done = inTurn(background, () -> database.piece(work));
        database.settleBeside();
        return done;
    }

    /// One transaction that everybody is told of.
    <T> T last(Supplier<T> work) {
        return background == null ? work.get() : inTurn(background, work);
    }

    private static <T> T inTurn(Background background, Supplier<T> work) {
        try {
            return background.inTurn(work::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CancellationException(String.valueOf(e.getMessage()));
        }
    }
}

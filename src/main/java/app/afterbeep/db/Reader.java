package app.afterbeep.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// A second connection that only reads, for screens that count or order more than a click may wait for. Each reading sees one moment. It is
/// opened with the first reading. Any thread; one reading at a time.
public final class Reader implements AutoCloseable {
    private final Path file;
    private volatile @Nullable SQLiteConnection connection;
    private @Nullable Sql sql;

    private Reader(Path file) {
        this.file = file;
    }

    static Reader of(Path file) {
        return new Reader(file);
    }

    /// Runs `work` on the file as it is now.
    ///
    /// @throws DbException when it can't be read, or [#stop] has ended it
    public synchronized <T> T read(Function<Sql, T> work) {
        Sql open = open();
        open.update("BEGIN");
        try {
            return work.apply(open);
        } finally {
            open.update("COMMIT");
        }
    }

    private Sql open() {
        Sql open = sql;
        if (open == null) {
            try {
                SQLiteConnection made = (SQLiteConnection) Connections.reading(file);
                open = new Sql(made);
                connection = made;
                sql = open;
            } catch (SQLException e) {
                throw Sql.explained(e);
            }
        }
        return open;
    }

    /// Ends the reading that is under way, if there is one: nobody waits for its result any more.
    public void stop() {
        SQLiteConnection open = connection;
        if (open != null) {
            try {
                open.getDatabase().interrupt();
            } catch (SQLException e) {
                throw Sql.explained(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        SQLiteConnection open = connection;
        connection = null;
        sql = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                throw Sql.explained(e);
            }
        }
    }
}

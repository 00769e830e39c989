package app.afterbeep.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// The file as it was at one moment, for reading only, on a connection of its own: however long somebody reads here, clicks go
/// on beside it and what they write is not seen. Belongs to the thread that opened it.
public final class Snapshot implements AutoCloseable {
    private final Connection connection;
    private final Sql sql;

    private Snapshot(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    static Snapshot of(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            Snapshot snapshot = new Snapshot(config.createConnection("jdbc:sqlite:" + file));
            snapshot.sql.number("PRAGMA busy_timeout = 5000");
            snapshot.sql.execute("BEGIN");
            // The first read is what fixes the moment.
            snapshot.sql.number("SELECT count(*) FROM sqlite_schema");
            return snapshot;
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }

    public Sql sql() {
        return sql;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }
}

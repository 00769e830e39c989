package app.afterbeep.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The file as it was at one moment, for reading only, on a connection of its own: however long somebody reads here, clicks go
/// on beside it and what they write is not seen. One thread at a time.
public final class Snapshot implements AutoCloseable {
    private static final int TRIES = 20;

    private final Connection connection;
    private final Sql sql;

    private Snapshot(Connection connection) {
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    static Snapshot of(Path file) {
        Snapshot snapshot = opened(file);
        snapshot.begin();
        return snapshot;
    }

    /// Two of the same moment, for two threads that read together; only one when the file does not keep still for a moment.
    static List<Snapshot> pair(Path file) {
        List<Snapshot> pair = List.of(opened(file), opened(file));
        for (int i = 0; i < TRIES; i++) {
            // Says whether another connection has committed since the same connection was asked before.
            long before = pair.getLast().version();
            pair.forEach(Snapshot::begin);
            if (pair.getLast().version() == before) {
                return pair;
            }
            pair.forEach(snapshot -> snapshot.sql.update("COMMIT"));
        }
        pair.getLast().close();
        pair.getFirst().begin();
        return List.of(pair.getFirst());
    }

    private static Snapshot opened(Path file) {
        try {
            return new Snapshot(Connections.reading(file));
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }

    private long version() {
        return sql.number("PRAGMA data_version");
    }

    private void begin() {
        sql.update("BEGIN");
        // The first read is what fixes the moment.
        sql.number("SELECT count(*) FROM sqlite_schema");
    }

    public Sql sql() {
        return sql;
    }

    /// What SQLite finds wrong with it; empty when it is sound.
    public List<String> check() {
        return Database.problems(sql);
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

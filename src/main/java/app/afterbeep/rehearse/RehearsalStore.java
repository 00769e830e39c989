package app.afterbeep.rehearse;

import app.afterbeep.db.Sql;
import java.time.Instant;
import java.util.List;

/// Takes in the file: the rep's pace is learned from them as from messages that were left. On the database thread.
public final class RehearsalStore {
    private final Sql sql;

    public RehearsalStore(Sql sql) {
        this.sql = sql;
    }

    record Take(long versionId, int seconds) {}

    /// @param millis what the message takes at the standard pace
    void add(Instant at, long versionId, int millis, int seconds) {
        sql.insert("INSERT INTO rehearsal (at, script_version_id, message_length, seconds) VALUES (?, ?, ?, ?)", at, versionId, millis, seconds);
    }

    /// All takes from then on, in their order.
    List<Take> since(Instant from) {
        return sql.list("SELECT script_version_id, seconds FROM rehearsal WHERE at >= ? ORDER BY id",
            r -> new Take(r.number("script_version_id"), r.integer("seconds")), from);
    }
}

package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the log said of attempts before they were corrected, as an exported log has it. On the database thread, inside the caller's transaction.
public final class CorrectionStore {
    private final Sql sql;

    public CorrectionStore(Sql sql) {
        this.sql = sql;
    }

    /// One earlier version of an attempt.
    ///
    /// @param until when it was corrected
    public record Version(Instant until, Outcome outcome, Instant at, String note, @Nullable Instant nextCallAt) {}

    /// Reads the versions of one attempt from a JSON array as [LogEntry#was] has it; none from "".
    ///
    /// @throws IllegalArgumentException when it is none; [app.afterbeep.db.DbException] when it is not even JSON
    public List<Version> parse(String json) {
        return json.isBlank() ? List.of() : sql.list("""
            SELECT unixepoch(value ->> 'until') * 1000 AS until, value ->> 'outcome' AS outcome, unixepoch(value ->> 'at') * 1000 AS at,
              coalesce(value ->> 'note', '') AS note, unixepoch(value ->> 'next_call_at') * 1000 AS next_call_at
            FROM json_each(?) ORDER BY key""",
            r -> new Version(known(r.instantOrNull("until")), Outcome.of(r.text("outcome")), known(r.instantOrNull("at")), r.text("note"),
                r.instantOrNull("next_call_at")), json);
    }

    private static Instant known(@Nullable Instant at) {
        if (at == null) {
            throw new IllegalArgumentException("no time");
        }
        return at;
    }

    /// Puts the earlier versions of an attempt back, in this order.
    public void restore(long attemptId, List<Version> versions) {
        versions.forEach(v -> sql.update("INSERT INTO attempt_was (attempt_id, corrected_at, outcome, at, note, next_call_at) VALUES (?, ?, ?, ?, ?, ?)",
            attemptId, v.until(), v.outcome(), v.at(), v.note(), v.nextCallAt()));
    }
}

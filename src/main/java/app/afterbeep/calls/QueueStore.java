package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks into the queue: one seek of the queue index per lane and place, however long the lists are.
/// On the database thread.
public final class QueueStore {
    /// Promises and callbacks; due cadence steps and busy retries; fresh prospects.
    public static final int PROMISED = 0;
    public static final int DUE = 1;
    public static final int FRESH = 2;

    static final String EARLIEST = """
        SELECT p.id, p.place_id, p.next_call_at
        FROM json_each(?1) AS open JOIN prospect p ON p.id = (
          SELECT q.id FROM prospect q INDEXED BY prospect_queue
          WHERE q.lane = ?2 AND q.place_id = open.value AND q.next_call_at <= ?3 AND q.id <> ?4
          ORDER BY q.next_call_at, q.id LIMIT 1)
        """;

    private final Sql sql;

    public QueueStore(Sql sql) {
        this.sql = sql;
    }

    /// A prospect in the queue, and when the next call is due.
    public record Waiting(long prospectId, long placeId, Instant dueAt) {}

    /// The one that is due first in `lane`, at one of `places`, by `until`.
    ///
    /// @param except a prospect to pass over; 0 for none
    public Optional<Waiting> first(int lane, Collection<Place> places, Instant until, long except) {
        return sql.first(EARLIEST + "ORDER BY p.next_call_at, p.id LIMIT 1", QueueStore::waiting, ids(places), lane, until, except);
    }

    /// The one that is due first at each of `places`, now or later.
    public List<Waiting> firsts(int lane, Collection<Place> places, long except) {
        return sql.list(EARLIEST, QueueStore::waiting, ids(places), lane, Long.MAX_VALUE, except);
    }

    private static Waiting waiting(Sql.Row r) {
        return new Waiting(r.number("id"), r.number("place_id"), r.instant("next_call_at"));
    }

    private static String ids(Collection<Place> places) {
        return places.stream().map(place -> Long.toString(place.id())).collect(Collectors.joining(",", "[", "]"));
    }

    /// The lanes of the latest `limit` attempts that were not promised, newest first.
    public List<Integer> latestLanes(int limit) {
        return sql.list("SELECT lane FROM attempt WHERE lane IN (1, 2) AND undone_at IS NULL ORDER BY id DESC LIMIT ?",
            r -> r.integer("lane"), limit);
    }

    /// The call that was under way when the program ended.
    public Optional<Long> openCall() {
        return sql.first("SELECT prospect_id FROM open_call", r -> r.number("prospect_id"));
    }

    /// Marks a call as under way, or with null that none is.
    public void saveOpenCall(@Nullable Long prospectId, String phone, Instant at) {
        if (prospectId == null) {
            sql.update("DELETE FROM open_call");
        } else {
            sql.update("""
                INSERT INTO open_call VALUES (1, ?, ?, ?)
                ON CONFLICT DO UPDATE SET prospect_id = excluded.prospect_id, phone = excluded.phone, started_at = excluded.started_at""",
                prospectId, phone, at);
        }
    }

    /// Passes over a prospect until later today.
    public long addSkip(long prospectId, Instant at, Instant until) {
        return sql.insert("INSERT INTO skip (prospect_id, at, until) VALUES (?, ?, ?)", prospectId, at, until);
    }

    public void saveSkipReason(long skipId, String reason) {
        sql.update("UPDATE skip SET reason = ? WHERE id = ?", reason, skipId);
    }
}

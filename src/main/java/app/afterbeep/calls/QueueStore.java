package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.HoursStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks into the queue: one seek of the queue index per lane and place, however long the lists are.
/// On the database thread.
public final class QueueStore {
    /// Promises and callbacks; due cadence steps and busy retries; fresh prospects.
    public static final int PROMISED = 0;
    public static final int DUE = 1;
    public static final int FRESH = 2;

    /// Time and id in one text: both are in the index, while a look at the prospect itself is one more page of the file for each place.
    private static final String FIRST = """
        (SELECT q.next_call_at || ' ' || q.id FROM prospect q INDEXED BY prospect_queue
          WHERE q.lane = ?1 AND q.place_id = place.id ORDER BY q.next_call_at, q.id LIMIT 1)""";
    private static final String FIRSTS = "SELECT place.id, " + FIRST + " AS first FROM place";
    private static final String FIRSTS_OF_SOME = "SELECT place.id, " + FIRST + " AS first FROM (SELECT value AS id FROM json_each(?2)) place";

    private final Sql sql;

    public QueueStore(Sql sql) {
        this.sql = sql;
    }

    /// The hours that the rep has set for places.
    HoursStore hours() {
        return new HoursStore(sql);
    }

    /// A prospect in the queue, and when the next call is due.
    public record Waiting(long prospectId, long placeId, Instant dueAt) {}

    /// The one that is due first at each place, now or later. Where that one is not due yet, nobody is.
    public List<Waiting> firsts(int lane) {
        return firsts(sql.list(FIRSTS, QueueStore::first, lane));
    }

    /// The same of some places only: who is asleep there is not asked for.
    public List<Waiting> firsts(int lane, List<Long> places) {
        return places.isEmpty() ? List.of() : firsts(sql.list(FIRSTS_OF_SOME, QueueStore::first, lane, places.toString()));
    }

    private static List<Waiting> firsts(List<Optional<Waiting>> places) {
        return places.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Waiting> first(Sql.Row r) {
        String first = r.textAt(2);
        int blank = first.indexOf(' ');
        return blank < 0 ? Optional.empty() : Optional.of(new Waiting(Long.parseLong(first, blank + 1, first.length(), 10), r.longAt(1),
            Instant.ofEpochMilli(Long.parseLong(first, 0, blank, 10))));
    }

    /// The one that is due next in the same lane and at the same place, and is none of `except`: these few are stepped over in the index.
    public Optional<Waiting> after(int lane, Waiting one, List<Long> except) {
        return sql.first("""
            SELECT id, place_id, next_call_at FROM prospect INDEXED BY prospect_queue
            WHERE lane = ? AND place_id = ? AND (next_call_at, id) > (?, ?) AND id NOT IN (SELECT value FROM json_each(?))
            ORDER BY next_call_at, id LIMIT 1""", QueueStore::waiting, lane, one.placeId(), one.dueAt(), one.prospectId(), except.toString());
    }

    /// When the first promise or callback after `at` is due, at any place.
    public Optional<Instant> promisedAfter(Instant at) {
        return sql.first("""
            SELECT (SELECT q.next_call_at FROM prospect q INDEXED BY prospect_queue
              WHERE q.lane = 0 AND q.place_id = place.id AND q.next_call_at > ?1 ORDER BY q.next_call_at LIMIT 1) AS next_call_at
            FROM place ORDER BY next_call_at IS NULL, next_call_at LIMIT 1""", r -> Optional.ofNullable(r.instantOrNull("next_call_at")), at)
            .flatMap(first -> first);
    }

    private static Waiting waiting(Sql.Row r) {
        return new Waiting(r.number("id"), r.number("place_id"), r.instant("next_call_at"));
    }

    /// Whether an import is under way.
    public boolean comingIn() {
        return sql.number("SELECT EXISTS (SELECT 1 FROM import WHERE state NOT IN ('done', 'taken_back', 'leaving'))") == 1;
    }

    /// The lanes of the latest `limit` attempts that were not promised, newest first.
    public List<Integer> latestLanes(int limit) {
        return sql.list("SELECT lane FROM attempt WHERE lane IN (1, 2) AND undone_at IS NULL ORDER BY id DESC LIMIT ?",
            r -> r.integer("lane"), limit);
    }

    /// A state of the file: how many rows were changed here since it was opened, and a number that changes when somebody else writes.
    record Written(long here, long elsewhere) {}

    /// The state of the file now.
    Written written() {
        return new Written(sql.number("SELECT total_changes()"), sql.number("PRAGMA data_version"));
    }

    /// The call that was under way when the program ended.
    public Optional<Long> openCall() {
        return sql.first("SELECT prospect_id FROM open_call WHERE attempt_id IS NULL", r -> r.number("prospect_id"));
    }

    /// Marks a call as under way, or with null that none is.
    public void saveOpenCall(@Nullable Long prospectId, String phone, Instant at) {
        if (prospectId == null) {
            sql.update("DELETE FROM open_call");
        } else {
            putTalkAside(prospectId);
            sql.update("""
                INSERT INTO open_call (id, prospect_id, phone, started_at) VALUES (1, ?, ?, ?)
                ON CONFLICT DO UPDATE SET prospect_id = excluded.prospect_id, phone = excluded.phone, started_at = excluded.started_at, attempt_id = NULL""",
                prospectId, phone, at);
        }
    }

    /// Marks a conversation as logged but not decided upon.
    public void saveOpenTalk(long attemptId, String phone, Instant at) {
        putTalkAside(sql.number("SELECT prospect_id FROM attempt WHERE id = ?", attemptId));
        sql.update("DELETE FROM talk_aside WHERE attempt_id = ?", attemptId);
        sql.update("""
            INSERT OR REPLACE INTO open_call (id, prospect_id, phone, started_at, attempt_id)
            SELECT 1, prospect_id, ?2, ?3, id FROM attempt WHERE id = ?1""", attemptId, phone, at);
    }

    /// Somebody else's conversation that is not decided upon waits until it is taken up again.
    private void putTalkAside(long prospectId) {
        sql.update("INSERT OR IGNORE INTO talk_aside SELECT attempt_id, phone, started_at FROM open_call WHERE attempt_id IS NOT NULL AND prospect_id <> ?", prospectId);
    }

    /// The conversation that was not decided upon when the program ended, and when there was none, nor a call under way, the latest one that was put
    /// aside; not one that was undone since, or that something has followed.
    public Optional<OpenTalk> openTalk() {
        return sql.first("SELECT attempt_id, a.prospect_id, open_call.phone FROM open_call JOIN attempt a ON a.id = attempt_id WHERE undone_at IS NULL", QueueStore::talk)
            .or(() -> sql.first("""
                SELECT attempt_id, a.prospect_id, talk_aside.phone FROM talk_aside CROSS JOIN attempt a ON a.id = attempt_id CROSS JOIN prospect p ON p.id = a.prospect_id
                WHERE a.undone_at IS NULL AND p.status = 'talking' AND p.next_call_at IS NULL AND p.merged_into IS NULL AND p.last_call_at = a.at
                  AND NOT EXISTS (SELECT 1 FROM open_call) ORDER BY talk_aside.started_at DESC LIMIT 1""", QueueStore::talk));
    }

    private static OpenTalk talk(Sql.Row r) {
        return new OpenTalk(r.number("attempt_id"), r.number("prospect_id"), r.text("phone"));
    }

    public record OpenTalk(long attemptId, long prospectId, String phone) {}

    /// Passes over a prospect until later today.
    public long addSkip(long prospectId, Instant at, Instant until) {
        return sql.insert("INSERT INTO skip (prospect_id, at, until) VALUES (?, ?, ?)", prospectId, at, until);
    }

    public void saveSkipReason(long skipId, String reason) {
        sql.update("UPDATE skip SET reason = ? WHERE id = ?", reason, skipId);
    }
}

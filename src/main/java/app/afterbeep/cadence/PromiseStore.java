package app.afterbeep.cadence;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Promises, callbacks and meetings in the file. On the database thread, inside the caller's transaction.
public final class PromiseStore {
    private final Sql sql;

    private final Clock clock;

    public PromiseStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Adds an open one. It counts for the rep's local day of its time.
    public void add(long prospectId, long attemptId, Promise.Kind kind, Slot slot) {
        sql.update("INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, day) VALUES (?, ?, ?, ?, ?, ?, ?)",
            prospectId, attemptId, kind, slot.at(), slot.zone().getId(), slot.dayEndsAt(), LocalDate.ofInstant(slot.at(), clock.getZone()));
    }

    /// One that an exported log has.
    ///
    /// @param settledAt null for an open one
    /// @param moved     it took the place of the one before it
    public record Restored(Promise.Kind kind, Instant at, ZoneId zone, Promise.State state, @Nullable Instant settledAt, boolean moved) {}

    /// Reads the agreed times of one attempt from a JSON array of kind, at, zone, state, settled_at and moved.
    public List<Restored> parse(String json) {
        return sql.list("""
            SELECT value ->> 'kind' AS kind, unixepoch(value ->> 'at') * 1000 AS at, value ->> 'zone' AS zone, value ->> 'state' AS state,
              unixepoch(value ->> 'settled_at') * 1000 AS settled_at, value ->> 'moved' AS moved FROM json_each(?) ORDER BY key""",
            r -> new Restored(Promise.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)), r.instant("at"), ZoneId.of(r.text("zone")),
                Promise.State.valueOf(r.text("state").toUpperCase(Locale.ROOT)), r.instantOrNull("settled_at"), r.flag("moved")), json);
    }

    /// Puts what was agreed in one attempt back, in this order. Who settled it is said by [#linkSettled] once all attempts are there.
    public void restore(long prospectId, long attemptId, List<Restored> agreed) {
        long before = 0;
        for (Restored r : agreed) {
            Slot slot = new Slot(r.at(), r.zone());
            before = sql.insert("""
                INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, day, state, settled_at, moved_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", prospectId, attemptId, r.kind(), r.at(), r.zone().getId(), slot.dayEndsAt(),
                LocalDate.ofInstant(r.at(), clock.getZone()), r.state(), r.settledAt(), r.moved() && before > 0 ? before : null);
        }
    }

    /// The attempt at the moment in which a restored promise was settled is the one that settled it.
    public void linkSettled(long prospectId) {
        sql.update("""
            UPDATE promise SET settled_attempt_id = (SELECT min(id) FROM attempt a WHERE a.prospect_id = promise.prospect_id
                AND a.at / 1000 = promise.settled_at / 1000 AND a.undone_at IS NULL)
            WHERE prospect_id = ? AND settled_at IS NOT NULL AND settled_attempt_id IS NULL""", prospectId);
    }

    /// The promise that the next attempt settles: the latest open one.
    public Optional<Promise> open(long prospectId) {
        return sql.first("SELECT * FROM promise WHERE prospect_id = ? AND state = 'open' ORDER BY id DESC LIMIT 1",
            PromiseStore::promise, prospectId);
    }

    public void settle(long promiseId, Promise.State state, Instant at, long attemptId) {
        sql.update("UPDATE promise SET state = ?, settled_at = ?, settled_attempt_id = ? WHERE id = ?", state, at, attemptId, promiseId);
    }

    /// The promise that this attempt settled.
    public Optional<Promise> settledBy(long attemptId) {
        return sql.first("SELECT * FROM promise WHERE settled_attempt_id = ? ORDER BY id DESC LIMIT 1", PromiseStore::promise, attemptId);
    }

    /// What was agreed in this attempt and no attempt has settled since; the latest first.
    public List<Promise> madeBy(long attemptId) {
        return sql.list("SELECT * FROM promise WHERE attempt_id = ? AND settled_attempt_id IS NULL ORDER BY id DESC", PromiseStore::promise, attemptId);
    }

    /// Takes back what [#madeBy] gives: it was never agreed.
    public void remove(long attemptId) {
        madeBy(attemptId).forEach(promise -> sql.update("DELETE FROM promise WHERE id = ?", promise.id()));
    }

    /// No attempt has settled it after all.
    public void reopen(long promiseId) {
        sql.update("UPDATE promise SET state = 'open', settled_at = NULL, settled_attempt_id = NULL WHERE id = ? AND state <> 'open'", promiseId);
    }

    /// The days whose counted promises differ from the promises themselves, one sentence each; empty when all agree.
    public List<String> wrongDays() {
        return sql.list("""
            WITH made AS (SELECT day, kind, state, count(*) AS promises FROM promise GROUP BY 1, 2, 3),
              counted AS (SELECT day, kind, state, promises FROM promise_day)
            SELECT DISTINCT day, kind FROM (
              SELECT * FROM (SELECT * FROM made EXCEPT SELECT * FROM counted)
              UNION ALL
              SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM made)
            ) ORDER BY day, kind""", r -> "the summary of " + r.text("day") + " differs from the promises of kind " + r.text("kind"));
    }

    /// The times of all open promises to others than `prospectId`, from `from` to `to`.
    public NavigableSet<Instant> taken(long prospectId, Instant from, Instant to) {
        return new TreeSet<>(sql.list("SELECT at FROM promise WHERE state = 'open' AND at BETWEEN ? AND ? AND prospect_id <> ?",
            r -> r.instant("at"), from, to, prospectId));
    }

    /// Open promises to call, callbacks included, that are to be made from `from` on and before `to`.
    public long count(Instant from, Instant to) {
        return sql.number("SELECT count(*) FROM promise WHERE state = 'open' AND kind <> 'meeting' AND at >= ? AND at < ?", from, to);
    }

    static Promise promise(Row r) {
        return new Promise(r.number("id"), r.number("prospect_id"), Promise.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)),
            r.instant("at"), ZoneId.of(r.text("zone")), r.instant("day_ends_at"),
            Promise.State.valueOf(r.text("state").toUpperCase(Locale.ROOT)));
    }
}

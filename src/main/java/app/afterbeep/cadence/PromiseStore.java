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

package app.afterbeep.cadence;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.prospects.Prospect;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Promises, callbacks and meetings in the file. On the database thread, inside the caller's transaction.
public final class PromiseStore {
    /// The slots of a card are on some three working days.
    private static final Duration FIRST_READ = Duration.ofDays(3);

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

    /// An open one in the place of `old`, made in the same call.
    public void addMoved(Promise old, Slot slot) {
        sql.update("""
            INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, day, moved_from)
            SELECT prospect_id, attempt_id, kind, ?, ?, ?, ?, id FROM promise WHERE id = ?""",
            slot.at(), slot.zone().getId(), slot.dayEndsAt(), LocalDate.ofInstant(slot.at(), clock.getZone()), old.id());
    }

    public Optional<Promise> find(long promiseId) {
        return sql.first("SELECT * FROM promise WHERE id = ?", PromiseStore::promise, promiseId);
    }

    /// The promise or callback that was missed and that no attempt has answered since: the prospect waited in vain, and the next
    /// call should say so. One that was dropped before its time counts from its time on.
    public Optional<Promise> unanswered(long prospectId) {
        return sql.first("""
            SELECT * FROM promise WHERE prospect_id = ?1 AND kind <> 'meeting'
              AND (state = 'missed' AND at <= ?2 OR state = 'open' AND day_ends_at <= ?2)
              AND at > coalesce((SELECT max(at) FROM attempt WHERE prospect_id = ?1 AND undone_at IS NULL), 0)
            ORDER BY id DESC LIMIT 1""", PromiseStore::promise, prospectId, clock.instant());
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

    /// The open promise or callback, else the open meeting.
    public Optional<Promise> open(long prospectId) {
        return allOpen(prospectId).stream().findFirst();
    }

    /// All that is open: a call may be agreed beside a meeting, which then comes after it here.
    public List<Promise> allOpen(long prospectId) {
        return sql.list("SELECT * FROM promise WHERE prospect_id = ? AND state = 'open' ORDER BY kind = 'meeting', id DESC", PromiseStore::promise, prospectId);
    }

    /// @param attemptId the attempt that settles it, or null when the rep did without one
    public void settle(long promiseId, Promise.State state, Instant at, @Nullable Long attemptId) {
        sql.update("UPDATE promise SET state = ?, settled_at = ?, settled_attempt_id = ? WHERE id = ?", state, at, attemptId, promiseId);
    }

    /// What this attempt settled; a meeting comes last.
    public List<Promise> settledBy(long attemptId) {
        return sql.list("SELECT * FROM promise WHERE settled_attempt_id = ? ORDER BY kind = 'meeting', id DESC", PromiseStore::promise, attemptId);
    }

    /// What was agreed in this attempt and no attempt has settled since; the latest first.
    public List<Promise> madeBy(long attemptId) {
        return sql.list("SELECT * FROM promise WHERE attempt_id = ? AND settled_attempt_id IS NULL ORDER BY id DESC", PromiseStore::promise, attemptId);
    }

    /// Takes back what [#madeBy] gives: it was never agreed. What was moved to a time that another call has settled stays with it.
    public void remove(long attemptId) {
        // The latest first: one that was moved goes after the one that took its place.
        madeBy(attemptId).forEach(promise -> sql.update(
            "DELETE FROM promise WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM promise WHERE moved_from = ?1)", promise.id()));
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

    /// As [#taken(long, Instant, Instant)], for whoever asks day by day: the file is read for some days at once, and for twice as many the next time.
    public BiFunction<Instant, Instant, NavigableSet<Instant>> taken(long prospectId) {
        return new BiFunction<>() {
            private Duration ahead = FIRST_READ;
            private Instant from = Instant.MAX;
            private Instant to = Instant.MIN;
            private NavigableSet<Instant> known = new TreeSet<>();

            @Override
            public NavigableSet<Instant> apply(Instant first, Instant last) {
                if (first.isBefore(from) || last.isAfter(to)) {
                    from = first;
                    to = last.plus(ahead);
                    ahead = ahead.multipliedBy(2);
                    known = taken(prospectId, from, to);
                }
                return known.subSet(first, true, last, true);
            }
        };
    }

    /// To whom else the times from `from` on are promised, by time.
    public NavigableMap<Instant, String> takenBy(long prospectId, Instant from) {
        NavigableMap<Instant, String> taken = new TreeMap<>();
        sql.each("""
            SELECT m.at, p.first_name, p.last_name, p.company, (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY bad, rank LIMIT 1) AS phone
            FROM promise m JOIN prospect p ON p.id = m.prospect_id WHERE m.state = 'open' AND m.at >= ? AND m.prospect_id <> ?""",
            r -> taken.putIfAbsent(r.instant("at"), Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), r.text("phone"))),
            from, prospectId);
        return taken;
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

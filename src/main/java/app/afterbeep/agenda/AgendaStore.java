package app.afterbeep.agenda;

import app.afterbeep.agenda.AgendaRules.Span;
import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.prospects.Prospect;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Reads the agenda: what was agreed, and what the cadence makes due. Whoever asks not to be called is not in it; neither are
/// fresh prospects, whom nothing makes due at a time. On the database thread.
public final class AgendaStore {
    private static final String WHO = """
        p.first_name, p.last_name, p.company, p.reachable,
          (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY bad, rank LIMIT 1) AS phone
        """;
    private static final String AGREED = """
        FROM promise m JOIN prospect p ON p.id = m.prospect_id
        WHERE m.state = 'open' AND m.at >= ?1 AND m.at < ?2 AND (m.day_ends_at <= ?3) = ?4 AND p.status <> 'dnc'
        """;
    /// Every place's part of the queue is read in the order of time. A prospect with an open promise or callback stands in the agenda with that.
    private static final String DUE = """
        FROM prospect p INDEXED BY prospect_queue
        WHERE p.lane IN (0, 1) AND p.place_id IN (SELECT id FROM place) AND p.next_call_at >= ?1 AND p.next_call_at < ?2
          AND (p.status = 'resting') IN (SELECT value FROM json_each(?3))
          AND (p.lane = 1 OR NOT EXISTS (SELECT 1 FROM promise WHERE prospect_id = p.id AND state = 'open' AND kind <> 'meeting'))
        """;

    private final Sql sql;

    public AgendaStore(Sql sql) {
        this.sql = sql;
    }

    /// The first `limit` entries of a group, by time.
    ///
    /// @param spoken the group's times for what was agreed
    /// @param span   for what the cadence makes due
    List<AgendaEntry> list(AgendaGroup group, Span spoken, Span span, Instant now, int limit) {
        Stream<AgendaEntry> agreed = group == AgendaGroup.RECYCLING ? Stream.empty()
            : sql.list("SELECT m.id AS promise_id, m.prospect_id, m.kind, m.at, m.zone, " + WHO + AGREED + "ORDER BY m.at, m.id LIMIT ?5",
                r -> agreed(r, group), spoken.from(), spoken.to(), now, group == AgendaGroup.MISSED, limit).stream();
        Stream<AgendaEntry> due = group == AgendaGroup.MISSED ? Stream.empty()
            : sql.list("SELECT p.id AS prospect_id, p.next_call_at, p.status, p.due, (SELECT ordinal FROM next_step WHERE prospect_id = p.id) AS step, (SELECT zones FROM place WHERE id = p.place_id) AS zones,"
                + " (SELECT kind FROM next_step WHERE prospect_id = p.id) AS kind, " + WHO + DUE
                + "ORDER BY p.next_call_at, p.id LIMIT ?4",
                r -> due(r, group), span.from(), span.to(), resting(group), limit).stream();
        return Stream.concat(agreed, due).sorted(Comparator.comparing(AgendaEntry::at)).limit(limit).toList();
    }

    /// How many entries a group has.
    long count(AgendaGroup group, Span spoken, Span span, Instant now) {
        long agreed = group == AgendaGroup.RECYCLING ? 0
            : sql.number("SELECT count(*) " + AGREED, spoken.from(), spoken.to(), now, group == AgendaGroup.MISSED);
        long due = group == AgendaGroup.MISSED ? 0 : sql.number("SELECT count(*) " + DUE, span.from(), span.to(), resting(group));
        return agreed + due;
    }

    /// Those whose rest is over stand among the calls of the day.
    private static String resting(AgendaGroup group) {
        return switch (group) {
            case RECYCLING -> "[1]";
            case DUE_NOW, TODAY -> "[0, 1]";
            default -> "[0]";
        };
    }

    /// What was agreed for a time from `from` on and before `to`, by time.
    List<AgendaEntry> agreed(Instant from, Instant to, Instant now) {
        return sql.list("SELECT m.id AS promise_id, m.prospect_id, m.kind, m.at, m.zone, " + WHO + """
            FROM promise m JOIN prospect p ON p.id = m.prospect_id
            WHERE m.state = 'open' AND m.at >= ? AND m.at < ? AND m.day_ends_at > ? AND p.status <> 'dnc' ORDER BY m.at, m.id""",
            r -> agreed(r, AgendaGroup.TODAY), from, to, now);
    }

    /// Whether an email of the call in which this promise was made has not left yet: it may say the promised time.
    boolean emailWaits(long promiseId) {
        return sql.number("""
            SELECT count(*) FROM email WHERE attempt_id = (SELECT attempt_id FROM promise WHERE id = ?) AND state IN ('waiting', 'failed')""",
            promiseId) > 0;
    }

    /// By what a calendar knows a promise again, however often it was moved.
    ///
    /// @param first    the promise that was made in the call
    /// @param made     when
    /// @param moves    how often it was moved since
    record Origin(long first, Instant made, int moves) {}

    Origin origin(long promiseId) {
        return sql.first("""
            WITH RECURSIVE chain (id, moved_from, attempt_id, moves) AS (
              SELECT id, moved_from, attempt_id, 0 FROM promise WHERE id = ?
              UNION ALL SELECT p.id, p.moved_from, p.attempt_id, moves + 1 FROM promise p JOIN chain ON p.id = chain.moved_from)
            SELECT chain.id, attempt.at, moves FROM chain JOIN attempt ON attempt.id = attempt_id WHERE moved_from IS NULL""",
            r -> new Origin(r.number("id"), r.instant("at"), r.integer("moves")), promiseId).orElseThrow();
    }

    private static AgendaEntry agreed(Row r, AgendaGroup group) {
        Promise.Kind kind = Promise.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT));
        return new AgendaEntry(r.number("prospect_id"), r.number("promise_id"), name(r), r.text("company"), r.text("phone"), group,
            r.instant("at"), ZoneId.of(r.text("zone")), AgendaRules.why(kind), What.of(kind), r.flag("reachable"));
    }

    private static AgendaEntry due(Row r, AgendaGroup group) {
        Cadence.Kind kind = r.text("kind").isEmpty() ? Cadence.Kind.VOICEMAIL : Cadence.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT));
        Prospect.Status status = Prospect.Status.valueOf(r.text("status").toUpperCase(Locale.ROOT));
        String why = AgendaRules.why(status,
            Prospect.Due.valueOf(r.text("due").toUpperCase(Locale.ROOT)), r.integer("step"), kind);
        return new AgendaEntry(r.number("prospect_id"), 0, name(r), r.text("company"), r.text("phone"), group, r.instant("next_call_at"),
            ZoneId.of(r.text("zones").split(",", 2)[0]), why, status == Prospect.Status.RESTING ? What.RETURN : What.CALL, r.flag("reachable"));
    }

    private static String name(Row r) {
        return Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), r.text("phone"));
    }
}

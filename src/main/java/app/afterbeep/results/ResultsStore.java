package app.afterbeep.results;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.Days;
import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.results.ResultsRules.Slot;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The summaries that triggers keep beside the log, and the ledger of promises. Reads no attempt but those that settled a
/// shown promise. On the database thread.
public final class ResultsStore {
    private static final String SUMS = "sum(attempts), sum(messages), sum(connects), sum(conversations), sum(meetings), sum(received), sum(reached)";
    private static final String LEDGER = """
        SELECT pr.id, pr.prospect_id, pr.at, pr.zone,
          CASE WHEN pr.state = 'open' AND pr.day_ends_at <= ?1 THEN 'missed' ELSE pr.state END AS shown,
          p.first_name, p.last_name, p.company, (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY rank LIMIT 1) AS phone,
          pr.settled_at, a.outcome, a.direction
        FROM promise pr JOIN prospect p ON p.id = pr.prospect_id LEFT JOIN attempt a ON a.id = pr.settled_attempt_id
        WHERE pr.kind = ?2 AND pr.day BETWEEN ?3 AND ?4
          AND (?5 = '' OR ?5 = CASE WHEN pr.state = 'open' AND pr.day_ends_at <= ?1 THEN 'missed' ELSE pr.state END)
        ORDER BY pr.day DESC, pr.at DESC, pr.id DESC LIMIT ?6""";

    private final Sql sql;
    private final Clock clock;

    public ResultsStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What was counted of each day of the rep that has calls. Added up in SQL: two years have thousands of hours and hundreds of days.
    Map<LocalDate, Figures> byDay(Days days) {
        Map<LocalDate, Figures> found = new HashMap<>();
        sql.each("SELECT day, " + SUMS + " FROM hour_day WHERE day BETWEEN ? AND ? GROUP BY day",
            r -> found.put(LocalDate.parse(r.textAt(1)), figures(r, 2)), days.from(), days.to());
        return found;
    }

    /// What was counted of each weekday and hour at the prospects' places on these days.
    Map<Slot, Figures> byHour(Days days) {
        Map<Slot, Figures> found = new HashMap<>();
        sql.each("SELECT there_weekday, there_hour, " + SUMS + " FROM hour_day WHERE day BETWEEN ? AND ? GROUP BY 1, 2",
            r -> found.put(new Slot(DayOfWeek.of((int) r.longAt(1)), (int) r.longAt(2)), figures(r, 3)), days.from(), days.to());
        return found;
    }

    private static Figures figures(Row r, int at) {
        return new Figures((int) r.longAt(at), (int) r.longAt(at + 1), (int) r.longAt(at + 2), (int) r.longAt(at + 3), (int) r.longAt(at + 4),
            (int) r.longAt(at + 5), (int) r.longAt(at + 6));
    }

    /// Whether there is anything to show, on whatever day.
    boolean any() {
        return sql.number("SELECT EXISTS (SELECT 1 FROM hourly) OR EXISTS (SELECT 1 FROM promise_day)") != 0;
    }

    /// The promises or callbacks that were due on one day.
    record PromiseDay(LocalDate day, boolean callbacks, Kept kept) {}

    /// What became of the promises and callbacks for these days, as it is now. An open one whose day is over there counts as
    /// missed: those are looked up by themselves, since their day may end after the rep's.
    List<PromiseDay> promises(Days days) {
        List<PromiseDay> found = new ArrayList<>(sql.list("""
            SELECT day, kind, state, promises FROM promise_day WHERE day BETWEEN ? AND ? AND kind <> 'meeting'""",
            r -> new PromiseDay(r.day("day"), r.text("kind").equals("callback"), kept(state(r.text("state")), r.integer("promises"))),
            days.from(), days.to()));
        // The day was the rep's when the promise was made; a rep who has moved since has other midnights.
        ZoneId here = clock.getZone();
        found.addAll(sql.list("""
            SELECT day, kind, count(*) AS over FROM promise
            WHERE state = 'open' AND kind <> 'meeting' AND at >= ? AND at < ? AND day_ends_at <= ? AND day BETWEEN ? AND ? GROUP BY day, kind""",
            r -> new PromiseDay(r.day("day"), r.text("kind").equals("callback"), kept(Promise.State.OPEN, -r.integer("over"))
                .plus(kept(Promise.State.MISSED, r.integer("over")))),
            days.from().minusDays(1).atStartOfDay(here).toInstant(), days.to().plusDays(2).atStartOfDay(here).toInstant(), clock.instant(),
            days.from(), days.to()));
        return found;
    }

    private static Promise.State state(String code) {
        return Promise.State.valueOf(code.toUpperCase(Locale.ROOT));
    }

    private static Kept kept(Promise.State state, int count) {
        return switch (state) {
            case KEPT -> new Kept(count, 0, 0, 0, 0, 0);
            case LATE -> new Kept(0, count, 0, 0, 0, 0);
            case MISSED -> new Kept(0, 0, count, 0, 0, 0);
            case MOVED -> new Kept(0, 0, 0, count, 0, 0);
            case RELEASED -> new Kept(0, 0, 0, 0, count, 0);
            case OPEN -> new Kept(0, 0, 0, 0, 0, count);
        };
    }

    /// The latest `limit` promises or callbacks for these days, latest first.
    ///
    /// @param state code, "" for all
    List<LedgerEntry> ledger(Days days, Promise.Kind kind, String state, int limit) {
        return sql.list(LEDGER, ResultsStore::entry, clock.instant(), kind, days.from(), days.to(), state, limit);
    }

    private static LedgerEntry entry(Row r) {
        String name = Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), r.text("phone"));
        return new LedgerEntry(r.number("id"), r.number("prospect_id"), r.instant("at"), ZoneId.of(r.text("zone")), state(r.text("shown")),
            name, r.text("company").equals(name) ? "" : r.text("company"), r.instantOrNull("settled_at"), r.text("outcome"),
            r.text("direction").equals("inbound"));
    }

    /// What came of the placed calls of these days, by step, by whether a message was left, and by its script. A text that was changed for one
    /// person counts as the version that it changes.
    List<StepCount> steps(Days days) {
        return sql.list("""
            SELECT s.id AS series, s.name AS series_name, iif(d.step = 0, 0, coalesce(nullif(o.ordinal, 0), -1)) AS step, d.message, coalesce(c.name, '') AS script, coalesce(v.version, 0) AS version,
              d.attempts, d.connects, d.followed, d.connected
            FROM (SELECT series_id, step, script_version_id, message, sum(attempts) AS attempts, sum(connects) AS connects,
                sum(followed) AS followed, sum(connected) AS connected
              FROM step_day WHERE day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4) d
              JOIN series s ON s.id = d.series_id
              LEFT JOIN step_shown o ON o.cadence_id = s.cadence_id AND o.number = d.step
              LEFT JOIN script_version v ON v.id = coalesce((SELECT based_on FROM script_version WHERE id = d.script_version_id), d.script_version_id)
              LEFT JOIN script c ON c.id = v.script_id
            ORDER BY s.cadence_id, s.position, d.step > 0 AND coalesce(o.ordinal, 0) = 0, coalesce(o.ordinal, 0), d.message DESC, c.variant, v.version""",
            r -> new StepCount(r.number("series"), r.text("series_name"), r.integer("step"), r.flag("message"), r.text("script"),
                r.integer("version"), r.integer("attempts"), r.integer("connects"), r.integer("followed"), r.integer("connected")),
            days.from(), days.to());
    }

    /// The days whose counted steps differ from the log, one sentence each; empty when all agree.
    public List<String> wrongSteps() {
        return sql.list("""
            WITH logged AS (
              SELECT day, series_id, step, coalesce(script_version_id, 0), outcome = 'left_voicemail', count(*), sum(connect), count(next),
                coalesce(sum(next), 0)
              FROM (SELECT *, lead(connect) OVER (PARTITION BY prospect_id ORDER BY at, id) AS next FROM attempt WHERE undone_at IS NULL)
              WHERE direction = 'outbound' GROUP BY 1, 2, 3, 4, 5
            )
            SELECT DISTINCT day FROM (
              SELECT * FROM (SELECT * FROM logged EXCEPT SELECT * FROM step_day)
              UNION ALL
              SELECT * FROM (SELECT * FROM step_day EXCEPT SELECT * FROM logged)
            ) ORDER BY day""",
            r -> "the summary of the steps of " + r.text("day") + " differs from the log");
    }

    /// The days whose counted hours differ from the log, one sentence each; empty when all agree.
    public List<String> wrongHours() {
        return sql.list("""
            WITH logged AS (
              SELECT day, there_weekday, there_hour, sum(placed), sum(placed AND outcome = 'left_voicemail'), sum(placed AND connect),
                sum(placed AND outcome IN ('conversation', 'meeting_booked')), sum(placed AND outcome = 'meeting_booked'), sum(NOT placed),
                sum(NOT placed AND connect)
              FROM (SELECT *, direction = 'outbound' AS placed FROM attempt WHERE undone_at IS NULL) GROUP BY 1, 2, 3
            )
            SELECT DISTINCT day FROM (
              SELECT * FROM (SELECT * FROM logged EXCEPT SELECT * FROM hour_day)
              UNION ALL
              SELECT * FROM (SELECT * FROM hour_day EXCEPT SELECT * FROM logged)
            ) ORDER BY day""",
            r -> "the summary of the hours of " + r.text("day") + " differs from the log");
    }
}

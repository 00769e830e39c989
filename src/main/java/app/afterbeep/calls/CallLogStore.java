package app.afterbeep.calls;

import app.afterbeep.calls.LogEntryStore.Span;
import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.FoundStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The log of attempts as it is read: for the review and for export. Attempts that were undone are not in it. A day is the rep's local day
/// when the attempt was logged, as in the summaries, also for a rep who has moved to another zone since. Who was merged into somebody is the one
/// who was kept.
/// On the database thread.
public final class CallLogStore {
    /// Every filter is a parameter, so that there are two statements in all; without days the range is all of time, which
    /// keeps the index on the time in use.
    private static final String COLUMNS = """
        SELECT a.id, p.id AS prospect_id, a.at, place.zones, a.direction, a.outcome, p.first_name, p.last_name, p.company, a.phone,
          l.name AS list, a.step,
          s.name || ' v' || coalesce((SELECT version FROM script_version WHERE id = v.based_on), v.version) AS script, a.message_seconds, pr.at AS promised_at,
          CASE WHEN pr.state = 'open' AND pr.day_ends_at <= ?1 THEN 'missed' ELSE pr.state END AS promise, a.next_call_at,
          %s AS email,
          a.note, (SELECT group_concat(note, ' · ' ORDER BY id) FROM attempt_note WHERE attempt_id = a.id) AS later
        """.formatted(EmailStore.SHOWN);
    private static final String FROM = """
        FROM attempt a
          JOIN prospect called ON called.id = a.prospect_id
          JOIN prospect p ON p.id = coalesce(called.merged_into, called.id)
          JOIN place ON place.id = p.place_id
          JOIN list l ON l.id = a.list_id
          LEFT JOIN script_version v ON v.id = a.script_version_id
          LEFT JOIN script s ON s.id = v.script_id
          LEFT JOIN promise pr ON pr.id = (SELECT min(id) FROM promise WHERE attempt_id = a.id AND kind = 'promise')
          LEFT JOIN email e ON e.id = (SELECT max(id) FROM email WHERE attempt_id = a.id)
        """;
    private static final String WHERE = """
        WHERE a.undone_at IS NULL AND a.at >= ?2 AND a.at < ?3 AND a.day >= ?9 AND a.day <= ?10
          AND (?4 = '' OR instr(?4, ',' || a.outcome || ',') > 0) AND (?5 = '' OR l.name = ?5)
        """;
    private static final String SELECT = COLUMNS + FROM;
    private static final String TALLY = """
        SELECT l.name AS list, a.direction, a.outcome, count(*) AS attempts,
          sum(EXISTS (SELECT 1 FROM promise WHERE attempt_id = a.id AND kind = 'promise')) AS promises
        FROM attempt a JOIN list l ON l.id = a.list_id
        """;
    private static final String COUNT = "SELECT count(*) FROM attempt a JOIN list l ON l.id = a.list_id ";
    private static final String EMAILS = """
        SELECT id, attempt_id, %s AS shown, to_address, subject, queued_at, due_at, sent_at
        FROM email e WHERE queued_at >= ?2 AND queued_at < ?3 ORDER BY queued_at, id""".formatted(EmailStore.SHOWN);
    private static final String TEXT = """
          AND (a.prospect_id IN (SELECT id FROM (%1$s) UNION SELECT gone.id FROM (%1$s) f JOIN prospect gone ON gone.merged_into = f.id)
            OR a.note LIKE ?8 ESCAPE '!'
            OR EXISTS (SELECT 1 FROM attempt_note WHERE attempt_id = a.id AND note LIKE ?8 ESCAPE '!'))
        """;
    /// Days: no two places are further apart.
    private static final int AROUND = 2;
    static final String ORDER = "ORDER BY a.at, a.id LIMIT ?6";

    private final Sql sql;
    private final Clock clock;

    public CallLogStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Passes each attempt to `call` in the order of time, whatever their number. `call` must not use this store.
    public void each(LogFilter filter, Consumer<LoggedCall> call) {
        each(SELECT, ORDER, filter, -1, r -> call.accept(call(r)));
    }

    /// How many attempts [#each] passes on.
    public long count(LogFilter filter) {
        long[] count = {0};
        each(COUNT, "", filter, -1, r -> count[0] = r.longAt(1));
        return count[0];
    }

    /// The first `limit` attempts in the order of time.
    public List<LoggedCall> list(LogFilter filter, int limit) {
        List<LoggedCall> calls = new ArrayList<>();
        each(SELECT, ORDER, filter, limit, r -> calls.add(call(r)));
        return calls;
    }

    /// How many calls of one list ended so.
    ///
    /// @param list     its name, "" for calls of any
    /// @param promises how many of them announced the next call
    public record Tally(String list, boolean inbound, String outcome, int attempts, int promises) {}

    /// Counts the attempts that `filter` means by list, direction and outcome. Reads each of them.
    public List<Tally> tally(LogFilter filter) {
        List<Tally> tallies = new ArrayList<>();
        each(TALLY, "GROUP BY 1, 2, 3", filter, -1, r -> tallies.add(tally(r.text("list"), r, r.integer("promises"))));
        return tallies;
    }

    /// The attempts of some days by direction and outcome, from the summary: no attempt is read. Without promises.
    public List<Tally> tally(Days days) {
        return sql.list("SELECT direction, outcome, sum(attempts) AS attempts FROM hourly WHERE day BETWEEN ? AND ? GROUP BY 1, 2",
            r -> tally("", r, 0), days.from(), days.to());
    }

    private static Tally tally(String list, Row r, int promises) {
        return new Tally(list, r.text("direction").equals("inbound"), r.text("outcome"), r.integer("attempts"), promises);
    }

    /// How many calls of these days announced the next one, from the summary.
    public int promised(Days days) {
        return (int) sql.number("SELECT coalesce(sum(promises), 0) FROM promise_made WHERE day BETWEEN ? AND ?", days.from(), days.to());
    }

    /// The lists whose prospects were called on these days, by name. Reads an attempt or two of each.
    public List<String> lists(Days days) {
        return sql.list("""
            SELECT name FROM list l WHERE EXISTS (SELECT 1 FROM attempt WHERE list_id = l.id AND undone_at IS NULL AND at >= ? AND at < ?
              AND day BETWEEN ? AND ?) ORDER BY name COLLATE NOCASE, name""", r -> r.text("name"),
            around(days.from(), -AROUND, 0), around(days.to(), AROUND, 0), days.from(), days.to());
    }

    /// The latest day before `day` that has calls.
    public Optional<LocalDate> lastDayBefore(LocalDate day) {
        return sql.first("SELECT day FROM hourly WHERE day < ? ORDER BY day DESC LIMIT 1", r -> r.day("day"), day);
    }

    private void each(String what, String order, LogFilter filter, int limit, Consumer<Row> row) {
        each(what, order, filter, span(filter), limit, row);
    }

    /// The moments that are meant, a little more on both sides.
    Span span(LogFilter filter) {
        return new Span(around(filter.from(), -AROUND, Long.MIN_VALUE), around(filter.to(), AROUND, Long.MAX_VALUE));
    }

    void each(String what, String order, LogFilter filter, Span span, int limit, Consumer<Row> row) {
        String outcomes = filter.outcomes().isEmpty() ? "" : "," + String.join(",", filter.outcomes()) + ",";
        String text = filter.text().strip();
        String select = what + WHERE + (text.isEmpty() ? "" : TEXT.formatted(FoundStore.ids(text, "?7"))) + order;
        if (text.isEmpty()) {
            sql.each(select, row, clock.instant(), span.from(), span.until(), outcomes, filter.list(), limit, "", "", first(filter), last(filter));
        } else {
            String found = FoundStore.argument(text);
            sql.each(select, row, clock.instant(), span.from(), span.until(), outcomes, filter.list(), limit, found.isEmpty() ? "\"\"" : found,
                "%" + text.replaceAll("([!%_])", "!$1") + "%", first(filter), last(filter));
        }
    }

    private static String first(LogFilter filter) {
        return filter.from() == null ? "" : filter.from().toString();
    }

    private static String last(LogFilter filter) {
        return filter.to() == null ? "9999-12-31" : filter.to().toString();
    }

    /// A moment that is beyond `day` wherever the rep was: it keeps the index on the time in use, the day itself decides.
    private static long around(@Nullable LocalDate day, int days, long open) {
        return day == null ? open : day.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private long from(@Nullable LocalDate day) {
        return day == null ? Long.MIN_VALUE : day.atStartOfDay(clock.getZone()).toInstant().toEpochMilli();
    }

    private long until(@Nullable LocalDate day) {
        return day == null ? Long.MAX_VALUE : from(day.plusDays(1));
    }

    private static LoggedCall call(Row r) {
        String note = r.text("note");
        String later = r.text("later");
        String zones = r.text("zones");
        return new LoggedCall(r.number("id"), r.number("prospect_id"), r.instant("at"),
            ZoneId.of(zones.substring(0, (zones + ",").indexOf(','))), r.text("direction"), r.text("outcome"), r.text("first_name"),
            r.text("last_name"), r.text("company"), r.text("phone"), r.text("list"), r.integer("step"), r.text("script"),
            r.integerOrNull("message_seconds"), r.instantOrNull("promised_at"), r.text("promise"), r.instantOrNull("next_call_at"),
            r.text("email"), note(note, later));
    }

    /// What was written at the call and later, as one.
    static String note(String note, String later) {
        return note.isEmpty() || later.isEmpty() ? note + later : note + " · " + later;
    }

    /// Passes each email that was queued on these days to `email`, in the order of queueing. `email` must not use this store.
    ///
    /// @param from first day in the rep's zone, or null
    /// @param to   last day, itself included, or null
    public void eachEmail(@Nullable LocalDate from, @Nullable LocalDate to, Consumer<LoggedEmail> email) {
        sql.each(EMAILS,
            r -> email.accept(new LoggedEmail(r.number("id"), r.number("attempt_id"), r.text("shown"), r.text("to_address"),
                r.text("subject"), r.instant("queued_at"), r.instant("due_at"), r.instantOrNull("sent_at"))),
            clock.instant(), from(from), until(to));
    }

    public long attempts() {
        return sql.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL");
    }

    public long emails() {
        return sql.number("SELECT count(*) FROM email");
    }

    /// How many emails [#eachEmail] passes on.
    public long emails(@Nullable LocalDate from, @Nullable LocalDate to) {
        return sql.number("SELECT count(*) FROM email WHERE queued_at >= ? AND queued_at < ?", from(from), until(to));
    }

    /// The hours whose counted attempts differ from the log, one sentence each; empty when all agree.
    public List<String> wrongHours() {
        return sql.list("""
            WITH logged AS (
              SELECT day, there_weekday, there_hour, direction, outcome, count(*) AS attempts, sum(coalesce(message_seconds, 0)) AS seconds
              FROM attempt WHERE undone_at IS NULL GROUP BY 1, 2, 3, 4, 5
            ), counted AS (
              SELECT day, there_weekday, there_hour, direction, outcome, attempts, message_seconds FROM hourly
            )
            SELECT DISTINCT day, outcome FROM (
              SELECT * FROM (SELECT * FROM logged EXCEPT SELECT * FROM counted)
              UNION ALL
              SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM logged)
            ) ORDER BY day, outcome""",
            r -> "the summary of " + r.text("day") + " differs from the log for " + r.text("outcome"));
    }

    /// The days whose counted promises differ from those that the log announced, one sentence each; empty when all agree.
    public List<String> wrongPromises() {
        return sql.list("""
            WITH made AS (
              SELECT day, count(*) FROM attempt a
              WHERE undone_at IS NULL AND EXISTS (SELECT 1 FROM promise WHERE attempt_id = a.id AND kind = 'promise') GROUP BY day
            ), counted AS (SELECT day, promises FROM promise_made WHERE promises <> 0)
            SELECT DISTINCT day FROM (
              SELECT * FROM (SELECT * FROM made EXCEPT SELECT * FROM counted)
              UNION ALL
              SELECT * FROM (SELECT * FROM counted EXCEPT SELECT * FROM made)
            ) ORDER BY day""", r -> "the summary of the promises made on " + r.text("day") + " differs from the log");
    }
}

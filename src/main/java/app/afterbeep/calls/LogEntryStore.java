package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.outbox.EmailStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The log with all that is known of each attempt, for an export of millions. What an attempt has none or many of (promises, emails, later notes,
/// corrections, numbers) is read for hundreds of attempts at once, and what is the same for many (lists, places, series, scripts) once: a
/// look into each of these tables for each attempt costs four times what the log itself does.
/// On the thread that the connection belongs to.
public final class LogEntryStore {
    private static final String SELECT = """
        SELECT a.id, p.id AS prospect_id, a.at, a.direction, a.outcome, p.first_name, p.last_name, p.company, a.phone, a.list_id, a.step, a.cadence_id,
          a.script_version_id, a.message_seconds, a.next_call_at, a.note, p.title, p.email AS address, p.external_id, p.place_id, p.place_source,
          a.source, a.followed, a.series_id, a.message_words, a.message_length, a.opening_version_id, a.corrected_at, a.corrections
        FROM attempt a
          JOIN prospect called ON called.id = a.prospect_id
          JOIN prospect p ON p.id = coalesce(called.merged_into, called.id)
          JOIN list l ON l.id = a.list_id
        """;
    private static final String TIME = "strftime('%%Y-%%m-%%dT%%H:%%M:%%SZ', %s / 1000, 'unixepoch')";
    private static final Beside PROMISES = Beside.of("""
        SELECT attempt_id, kind, at AS time, CASE WHEN state = 'open' AND day_ends_at <= ?1 THEN 'missed' ELSE state END AS shown,
          json_object('kind', kind, 'at', %s, 'zone', zone, 'state', state, 'settled_at', %s, 'moved', moved_from IS NOT NULL) AS agreed
        FROM promise WHERE attempt_id""".formatted(TIME.formatted("at"), TIME.formatted("settled_at")));
    private static final Beside EMAILS = Beside.of("""
        SELECT attempt_id, %s AS shown, to_address, subject, body, queued_at, due_at, sent_at, message_id
        FROM email e WHERE attempt_id""".formatted(EmailStore.SHOWN));
    private static final Beside NOTES = Beside.of("SELECT attempt_id, note FROM attempt_note WHERE ?1 AND attempt_id");
    private static final Beside WAS = Beside.of("""
        SELECT attempt_id, json_object('until', %s, 'outcome', outcome, 'at', %s, 'note', note, 'next_call_at', %s) AS was
        FROM attempt_was WHERE ?1 AND attempt_id""".formatted(TIME.formatted("corrected_at"), TIME.formatted("at"), TIME.formatted("next_call_at")));
    private static final String PHONES = """
        SELECT prospect_id, e164, extension FROM phone WHERE prospect_id IN (SELECT value FROM json_each(?)) ORDER BY prospect_id, rank""";
    private static final int AT_ONCE = 256;
    /// Ids that lie no further apart are read in one go, with what lies between them.
    private static final int SPARSE = 4;
    private static final int MOST_NAMES = 10_000;

    private final Sql sql;
    private final CallLogStore log;
    private final Clock clock;
    private final Names lists = new Names("SELECT name FROM list WHERE id = ?");
    private final Names zones = new Names("SELECT zones FROM place WHERE id = ?");
    private final Names series = new Names("SELECT name FROM series WHERE id = ?");
    private final Names steps = new Names("SELECT iif(ordinal = 0, '', CAST(ordinal AS TEXT)) AS name FROM step_shown WHERE cadence_id * 10000 + number = ?");
    private final Names scripts = new Names("""
        SELECT s.name || ' v' || coalesce((SELECT version FROM script_version WHERE id = v.based_on), v.version)
        FROM script_version v JOIN script s ON s.id = v.script_id WHERE v.id = ?""");
    private final Names openings = new Names("SELECT s.name || ' v' || v.version FROM script_version v JOIN script s ON s.id = v.script_id WHERE v.id = ?");

    public LogEntryStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.log = new CallLogStore(sql, clock);
        this.clock = clock;
    }

    /// A piece of the log: from one moment until before another, in milliseconds.
    public record Span(long from, long until) {}

    /// The log in pieces of about so many attempts, in order, which together hold all that `filter` means. A filter by text is one piece, since
    /// each piece would search again.
    public List<Span> spans(LogFilter filter, int attempts) {
        Span whole = log.span(filter);
        List<Span> spans = new ArrayList<>();
        long from = whole.from();
        if (filter.text().isBlank()) {
            long start = from;
            while (true) {
                long begun = start;
                Long next = sql.first("SELECT at FROM attempt WHERE at >= ? AND at < ? ORDER BY at LIMIT 1 OFFSET ?", r -> r.longAt(1), begun,
                    whole.until(), attempts).orElse(null);
                if (next == null) {
                    break;
                }
                // So many at one moment are one piece.
                start = next > begun ? next : next + 1;
                spans.add(new Span(from, start));
                from = start;
            }
        }
        spans.add(new Span(from, whole.until()));
        return spans;
    }

    /// Passes each attempt of a piece to `entry` in the order of time, whatever their number. `entry` must not use this store.
    public void each(LogFilter filter, Span span, Consumer<LogEntry> entry) {
        List<Raw> raws = new ArrayList<>(AT_ONCE);
        log.each(SELECT, CallLogStore.ORDER, filter, span, -1, r -> {
            raws.add(raw(r));
            if (raws.size() == AT_ONCE) {
                complete(raws, entry);
            }
        });
        complete(raws, entry);
    }

    /// An attempt with what is known of it so far.
    private static final class Raw {
        final LoggedCall call;
        final LogEntry entry;
        final boolean corrected;
        @Nullable Instant promisedAt;
        String promise = "";
        final List<String> agreed = new ArrayList<>(1);
        String email = "";
        LogEntry.@Nullable Mail mail;
        final List<String> later = new ArrayList<>(0);
        final List<String> was = new ArrayList<>(0);
        String phones = "";

        Raw(LogEntry entry, boolean corrected) {
            this.call = entry.call();
            this.entry = entry;
            this.corrected = corrected;
        }
    }

    private Raw raw(Row r) {
        String known = zones.of(r.number("place_id"));
        String zone = known.substring(0, (known + ",").indexOf(','));
        String source = r.text("place_source");
        LoggedCall call = new LoggedCall(r.number("id"), r.number("prospect_id"), r.instant("at"), ZoneId.of(zone), r.text("direction"), r.text("outcome"),
            r.text("first_name"), r.text("last_name"), r.text("company"), r.text("phone"), lists.of(r.number("list_id")), r.integer("step"),
            scripts.of(r.number("script_version_id")), r.integerOrNull("message_seconds"), null, "", r.instantOrNull("next_call_at"), "", r.text("note"));
        return new Raw(new LogEntry(call, r.text("title"), r.text("address"), r.text("external_id"),
            source.equals("imported") || source.equals("edited") ? zone : "", "", r.text("source"), series.of(r.number("series_id")),
            r.integerOrNull("message_words"), r.integerOrNull("message_length"), openings.of(r.number("opening_version_id")), "", null,
            r.instantOrNull("corrected_at"), "", r.text("followed"), steps.of(r.number("cadence_id") * 10_000 + r.number("step"))), r.number("corrections") != 0);
    }

    private void complete(List<Raw> raws, Consumer<LogEntry> entry) {
        if (raws.isEmpty()) {
            return;
        }
        Map<Long, Raw> attempts = new HashMap<>(AT_ONCE * 2);
        Map<Long, List<Raw>> people = new HashMap<>(AT_ONCE * 2);
        raws.forEach(raw -> {
            attempts.put(raw.call.attemptId(), raw);
            people.computeIfAbsent(raw.call.prospectId(), id -> new ArrayList<>(1)).add(raw);
        });
        Instant now = clock.instant();
        each(PROMISES, now, attempts, LogEntryStore::promise);
        each(EMAILS, now, attempts, LogEntryStore::email);
        each(NOTES, true, attempts, (raw, r) -> raw.later.add(r.text("note")));
        each(WAS, true, attempts, (raw, r) -> raw.was.add(r.text("was")));
        sql.each(PHONES, r -> {
            String phone = r.text("e164") + (r.text("extension").isEmpty() ? "" : ";ext=" + r.text("extension"));
            people.get(r.number("prospect_id")).forEach(raw -> raw.phones += (raw.phones.isEmpty() ? "" : " ") + phone);
        }, json(people));
        raws.forEach(raw -> entry.accept(entry(raw)));
        raws.clear();
    }

    private static void promise(Raw raw, Row r) {
        raw.agreed.add(r.text("agreed"));
        if (raw.promisedAt == null && r.text("kind").equals("promise")) {
            raw.promisedAt = r.instant("time");
            raw.promise = r.text("shown");
        }
    }

    /// The latest counts.
    private static void email(Raw raw, Row r) {
        raw.email = r.text("shown");
        raw.mail = new LogEntry.Mail(r.text("to_address"), r.text("subject"), r.text("body"), r.instant("queued_at"), r.instant("due_at"),
            r.instantOrNull("sent_at"), r.text("message_id"));
    }

    private static LogEntry entry(Raw raw) {
        LoggedCall c = raw.call;
        LogEntry e = raw.entry;
        LoggedCall call = new LoggedCall(c.attemptId(), c.prospectId(), c.at(), c.zone(), c.direction(), c.outcome(), c.firstName(), c.lastName(), c.company(),
            c.phone(), c.list(), c.step(), c.script(), c.messageSeconds(), raw.promisedAt, raw.promise, c.nextCallAt(), raw.email,
            CallLogStore.note(c.note(), String.join(" · ", raw.later)));
        return new LogEntry(call, e.title(), e.emailAddress(), e.externalId(), e.timeZone(), raw.phones, e.source(), e.series(), e.messageWords(),
            e.messageLength(), e.opening(), raw.agreed.isEmpty() ? "" : array(raw.agreed), raw.mail, e.correctedAt(), raw.corrected ? array(raw.was) : "",
            e.followed(), e.stepShown());
    }

    private static String array(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    private interface Addition {
        void add(Raw raw, Row row);
    }

    /// What one table knows of attempts, of all in a range of ids or of some.
    private record Beside(String range, String ids) {
        static Beside of(String select) {
            return new Beside(select + " BETWEEN ?2 AND ?3 ORDER BY attempt_id, id",
                select + " IN (SELECT value FROM json_each(?2)) ORDER BY attempt_id, id");
        }
    }

    private void each(Beside beside, Object first, Map<Long, Raw> attempts, Addition addition) {
        long least = attempts.keySet().stream().mapToLong(id -> id).min().orElseThrow();
        long most = attempts.keySet().stream().mapToLong(id -> id).max().orElseThrow();
        Consumer<Row> row = r -> {
            Raw raw = attempts.get(r.number("attempt_id"));
            if (raw != null) {
                addition.add(raw, r);
            }
        };
        if (most - least < (long) SPARSE * attempts.size()) {
            sql.each(beside.range(), row, first, least, most);
        } else {
            sql.each(beside.ids(), row, first, json(attempts));
        }
    }

    private static String json(Map<Long, ?> ids) {
        return ids.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /// Names that many attempts share, each read once.
    private final class Names {
        private final String select;
        private final Map<Long, String> known = new HashMap<>();

        Names(String select) {
            this.select = select;
        }

        /// "" for 0, which stands for NULL.
        String of(long id) {
            if (id == 0) {
                return "";
            }
            String name = known.get(id);
            if (name == null) {
                name = sql.first(select, r -> r.textAt(1), id).orElse("");
                if (known.size() >= MOST_NAMES) {
                    known.clear();
                }
                known.put(id, name);
            }
            return name;
        }
    }
}

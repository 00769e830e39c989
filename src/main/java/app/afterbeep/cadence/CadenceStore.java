package app.afterbeep.cadence;

import app.afterbeep.db.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Cadences and their series in the file. On the database thread.
public final class CadenceStore {
    /// So many series the program brings.
    private static final int SERIES = 2;

    private final Sql sql;
    private final Clock clock;
    private final Map<Long, Cadence> cadences = new HashMap<>();

    public CadenceStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The cadence and the series that a new list starts with.
    public record Start(long cadenceId, long seriesId) {}

    /// Brings what the program has and the file lacks: in an empty file the default cadence with all its series, in one of an
    /// earlier version the series, opening lines and guides for received calls that have been added since. What stands in the file is left as it is,
    /// so it may run at every start.
    public Start first() {
        Optional<Start> start = start();
        boolean whole = sql.number("""
            SELECT count(*) FROM script JOIN series ON series.id = series_id WHERE step = 0 AND channel IN ('voicemail', 'call_guide')
              AND cadence_id = (SELECT min(cadence_id) FROM series)""") >= 2 * SERIES;
        if (start.isEmpty() || !whole) {
            install(read());
        }
        return start.or(this::start).orElseThrow();
    }

    private Optional<Start> start() {
        return sql.first("SELECT cadence_id, id FROM series ORDER BY cadence_id, position LIMIT 1",
            r -> new Start(r.number("cadence_id"), r.number("id")));
    }

    private void install(String json) {
        sql.update("""
            INSERT INTO cadence (name, rest_from_days, rest_to_days)
            SELECT ?1 ->> '$.cadence.name', ?1 ->> '$.cadence.rest_from_days', ?1 ->> '$.cadence.rest_to_days'
            WHERE NOT EXISTS (SELECT 1 FROM cadence)""", json);
        long cadence = sql.number("SELECT min(id) FROM cadence");
        sql.update("""
            INSERT INTO step (cadence_id, position, kind, wait_days)
            SELECT ?1, value ->> 'position', value ->> 'kind', value ->> 'wait_days' FROM json_each(?2, '$.cadence.steps')
            WHERE NOT EXISTS (SELECT 1 FROM step WHERE cadence_id = ?1)""", cadence, json);
        for (int position = 1; position <= SERIES; position++) {
            installSeries(cadence, position, json, "$.series[" + (position - 1) + "]");
        }
    }

    /// A series that is there gets the opening line and the guide for a received call only, should they be missing.
    private void installSeries(long cadence, int position, String json, String path) {
        boolean there = sql.number("SELECT count(*) FROM series WHERE cadence_id = ? AND position = ?", cadence, position) > 0;
        if (!there) {
            sql.update("INSERT INTO series (cadence_id, position, name) SELECT ?, ?, ? ->> ?", cadence, position, json, path + ".name");
        }
        long series = sql.number("SELECT id FROM series WHERE cadence_id = ? AND position = ?", cadence, position);
        sql.update("""
            INSERT INTO script (series_id, step, channel, name)
            SELECT ?1, value ->> 'step', value ->> 'channel', value ->> 'name' FROM json_each(?2, ?3)
            WHERE (?4 = 0 OR value ->> 'step' = 0 AND value ->> 'channel' IN ('voicemail', 'call_guide'))
            ON CONFLICT DO NOTHING""", series, json, path + ".scripts", there);
        sql.update("""
            INSERT INTO script_version (script_id, version, subject, body, created_at)
            SELECT script.id, 1, coalesce(value ->> 'subject', ''), value ->> 'body', ?
            FROM json_each(?, ?) JOIN script ON series_id = ? AND step = value ->> 'step' AND channel = value ->> 'channel'
            WHERE NOT EXISTS (SELECT 1 FROM script_version WHERE script_id = script.id)""",
            clock.instant(), json, path + ".scripts", series);
    }

    private static String read() {
        try (InputStream in = CadenceStore.class.getResourceAsStream("/app/afterbeep/scripts/default-series.json")) {
            if (in == null) {
                throw new IllegalStateException("the default series is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Cadence find(long id) {
        return cadences.computeIfAbsent(id, this::load);
    }

    private Cadence load(long id) {
        List<Cadence.Step> steps = sql.list("SELECT kind, wait_days FROM step WHERE cadence_id = ? ORDER BY position",
            r -> new Cadence.Step(Cadence.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)), r.integer("wait_days")), id);
        return sql.first("SELECT name, rest_from_days, rest_to_days FROM cadence WHERE id = ?",
            r -> new Cadence(id, r.text("name"), steps, r.integer("rest_from_days"), r.integer("rest_to_days")), id).orElseThrow();
    }

    /// The series of a cadence by its name.
    public Optional<Long> series(long cadenceId, String name) {
        return sql.first("SELECT id FROM series WHERE cadence_id = ? AND name = ?", r -> r.number("id"), cadenceId, name);
    }

    /// The series after `seriesId` in its cadence: what a prospect hears after the rest. Empty after the last one.
    public Optional<Long> nextSeries(long seriesId) {
        return sql.first("""
            SELECT n.id FROM series s JOIN series n ON n.cadence_id = s.cadence_id AND n.position > s.position
            WHERE s.id = ? ORDER BY n.position LIMIT 1""", r -> r.number("id"), seriesId);
    }
}

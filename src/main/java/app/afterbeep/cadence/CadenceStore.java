package app.afterbeep.cadence;

import app.afterbeep.db.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cadences and their series in the file. On the database thread.
public final class CadenceStore {
    /// So many series the program brings.
    private static final int SERIES = 2;

    private final Sql sql;
    private final Clock clock;

    public CadenceStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Brings what the program has and the file lacks: in an empty file the default cadence with all its series, in one of an
    /// earlier version the series, opening lines and guides for received calls that have been added since. What stands in the file is left as it is,
    /// so it may run at every start.
    public Round first() {
        Optional<Round> start = start();
        boolean whole = sql.number("""
            SELECT count(*) FROM script JOIN series ON series.id = series_id WHERE step = 0 AND channel IN ('voicemail', 'call_guide')
              AND cadence_id = (SELECT min(cadence_id) FROM series)""") >= 2 * SERIES;
        if (start.isEmpty() || !whole) {
            install(read());
        }
        return start.or(this::start).orElseThrow();
    }

    private Optional<Round> start() {
        return sql.first("SELECT id FROM series WHERE NOT removed ORDER BY starts DESC, cadence_id, position LIMIT 1", r -> r.number("id")).map(this::round);
    }

    private void install(String json) {
        sql.update("""
            INSERT INTO cadence (name, rest_from_days, rest_to_days)
            SELECT ?1 ->> '$.cadence.name', ?1 ->> '$.cadence.rest_from_days', ?1 ->> '$.cadence.rest_to_days'
            WHERE NOT EXISTS (SELECT 1 FROM cadence)""", json);
        long cadence = sql.number("SELECT min(id) FROM cadence");
        sql.update("""
            INSERT INTO step (cadence_id, number, place, kind, wait_days)
            SELECT ?1, value ->> 'position', value ->> 'position', value ->> 'kind', value ->> 'wait_days' FROM json_each(?2, '$.cadence.steps')
            WHERE NOT EXISTS (SELECT 1 FROM step WHERE cadence_id = ?1)""", cadence, json);
        for (int position = 1; position <= SERIES; position++) {
            installSeries(cadence, position, json, "$.series[" + (position - 1) + "]");
        }
        sql.update("""
            UPDATE series SET next_id = (SELECT id FROM series n WHERE n.cadence_id = ?1 AND n.position = series.position + 1)
            WHERE cadence_id = ?1 AND next_id IS NULL AND position < ?2""", cadence, SERIES);
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
        List<Cadence.Step> plan = sql.list("SELECT number, kind, wait_days, state FROM step WHERE cadence_id = ? ORDER BY place, number",
            r -> new Cadence.Step(r.integer("number"), Cadence.Kind.valueOf(r.text("kind").toUpperCase(Locale.ROOT)), r.integer("wait_days"),
                Cadence.State.valueOf(r.text("state").toUpperCase(Locale.ROOT))), id);
        return sql.first("SELECT name, rest_from_days, rest_to_days FROM cadence WHERE id = ?",
            r -> new Cadence(id, r.text("name"), plan, r.integer("rest_from_days"), r.integer("rest_to_days")), id).orElseThrow();
    }

    /// The cadence of a series.
    public Cadence ofSeries(long seriesId) {
        return find(cadenceOf(seriesId));
    }

    private long cadenceOf(long seriesId) {
        return sql.number("SELECT cadence_id FROM series WHERE id = ?", seriesId);
    }

    /// The round that begins with this series.
    public Round round(long seriesId) {
        long cadence = cadenceOf(seriesId);
        return new Round(cadence, seriesId, find(cadence).first().number());
    }

    /// The round that the prospects of a list begin with.
    public Round roundOf(long listId) {
        return round(sql.number("SELECT series_id FROM list WHERE id = ?", listId));
    }

    public String seriesName(long seriesId) {
        return sql.first("SELECT name FROM series WHERE id = ?", r -> r.text("name"), seriesId).orElseThrow();
    }

    /// The series of this name.
    ///
    /// @param cadenceId outranks other cadences that have one
    public Optional<Long> series(long cadenceId, String name) {
        // One that was taken back has no steps any more.
        return sql.first("""
            SELECT id FROM series WHERE name = ? AND EXISTS (SELECT 1 FROM step WHERE cadence_id = series.cadence_id AND state = 'on')
            ORDER BY cadence_id <> ?, removed, id LIMIT 1""", r -> r.number("id"), name, cadenceId);
    }

    /// What a prospect hears after this series and a rest: the series that was chosen for it, else the same one again.
    public Round next(long seriesId) {
        return round(sql.first("SELECT next_id FROM series WHERE id = ? AND next_id IS NOT NULL", r -> r.number("next_id"), seriesId).orElse(seriesId));
    }
}

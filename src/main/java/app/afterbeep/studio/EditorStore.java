package app.afterbeep.studio;

import app.afterbeep.db.Sql;
import app.afterbeep.scripts.Script;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the editor reads of the file. On the database thread.
final class EditorStore {
    /// Columns that no prospect of the newest few thousand has are offered no more: reading a million takes seconds, and who still writes for them?
    private static final int NEWEST = 3000;

    private final Sql sql;

    EditorStore(Sql sql) {
        this.sql = sql;
    }

    /// A text in its newest version, and how often that was spoken or sent.
    record Newest(Script script, long used) {}

    /// Every text of the series.
    List<Newest> texts(long seriesId) {
        return sql.list("""
            SELECT v.id, v.script_id, s.step, s.channel, s.variant, s.name, v.version, v.subject, v.body,
              iif(s.channel = 'email', (SELECT count(*) FROM email WHERE script_version_id = v.id AND state = 'sent'),
                (SELECT coalesce(sum(attempts), 0) FROM step_day WHERE script_version_id = v.id AND message)) AS used
            FROM script s JOIN script_version v ON v.script_id = s.id
            WHERE s.series_id = ? AND NOT s.removed AND v.version = (SELECT max(version) FROM script_version WHERE script_id = s.id AND prospect_id IS NULL)
            ORDER BY s.step, s.channel = 'call_guide', s.channel = 'email', s.variant""",
            r -> new Newest(new Script(r.number("id"), r.number("script_id"), r.integer("step"),
                Script.Channel.valueOf(r.text("channel").toUpperCase(Locale.ROOT)), r.integer("variant"), r.text("name"), r.integer("version"),
                r.text("subject"), r.text("body")), r.number("used")), seriesId);
    }

    /// The extra columns of the newest prospects, by name.
    List<String> columns() {
        return sql.list("""
            SELECT DISTINCT f.key AS name FROM (SELECT fields FROM prospect ORDER BY id DESC LIMIT ?) p, json_each(p.fields) f ORDER BY f.key COLLATE NOCASE""",
            r -> r.text("name"), NEWEST);
    }

    /// The names of all snippets.
    List<String> snippets() {
        return sql.list("SELECT DISTINCT name FROM snippet ORDER BY name", r -> r.text("name"));
    }

    /// The prospect after this one in the order in which they came, or before it; at an end the one at the other.
    Optional<Long> beside(long prospectId, boolean after) {
        String next = after ? "SELECT id FROM prospect WHERE id > ? ORDER BY id LIMIT 1" : "SELECT id FROM prospect WHERE id < ? ORDER BY id DESC LIMIT 1";
        return sql.first(next, r -> r.number("id"), prospectId)
            .or(() -> sql.first(next, r -> r.number("id"), after ? 0 : Long.MAX_VALUE));
    }
}

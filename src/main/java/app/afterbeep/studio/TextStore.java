package app.afterbeep.studio;

import app.afterbeep.db.Sql;
import app.afterbeep.scripts.Script;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The texts of all series and the snippets, for the Scripts screen. A version that was spoken or queued is never changed. On the database thread.
final class TextStore {
    private static final String NEWEST = """
        SELECT v.id, v.script_id, s.series_id, s.step, s.channel, s.variant, s.name, v.version, v.subject, v.body
        FROM script s JOIN script_version v ON v.script_id = s.id
        WHERE NOT s.removed AND v.version = (SELECT max(version) FROM script_version WHERE script_id = s.id AND prospect_id IS NULL AND NOT removed)
        """;

    private final Sql sql;
    private final Clock clock;

    TextStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static Script script(Sql.Row r) {
        return new Script(r.number("id"), r.number("script_id"), r.integer("step"), Script.Channel.valueOf(r.text("channel").toUpperCase(Locale.ROOT)),
            r.integer("variant"), r.text("name"), r.integer("version"), r.text("subject"), r.text("body"));
    }

    /// Every text that is offered, by series; of each the newest version.
    Map<Long, List<StudioText>> newest() {
        Map<Long, Integer> uses = new HashMap<>();
        // The summary of the log instead of the log, emails by attempts instead of one by one: both are read at every change of the data.
        sql.each("SELECT script_version_id, sum(attempts) AS uses FROM step_day WHERE script_version_id > 0 GROUP BY 1",
            r -> uses.merge(r.number("script_version_id"), r.integer("uses"), Integer::sum));
        sql.each("SELECT script_version_id, count(*) AS uses FROM email WHERE script_version_id IS NOT NULL AND state <> 'withdrawn' GROUP BY 1",
            r -> uses.merge(r.number("script_version_id"), r.integer("uses"), Integer::sum));
        sql.each("SELECT id, based_on FROM script_version WHERE based_on IS NOT NULL",
            r -> uses.merge(r.number("based_on"), uses.getOrDefault(r.number("id"), 0), Integer::sum));
        Map<Long, List<StudioText>> texts = new HashMap<>();
        sql.each(NEWEST + "ORDER BY s.step, s.channel <> 'voicemail', s.channel, s.variant", r -> texts.computeIfAbsent(r.number("series_id"), id -> new ArrayList<>())
            .add(new StudioText(script(r), uses.getOrDefault(r.number("id"), 0))));
        return texts;
    }

    Optional<Script> find(long scriptId) {
        return sql.first(NEWEST + "AND s.id = ?", TextStore::script, scriptId);
    }

    /// The texts of one series, of all steps.
    List<Script> of(long seriesId) {
        return sql.list(NEWEST + "AND s.series_id = ? ORDER BY s.step, s.channel <> 'voicemail', s.channel, s.variant", TextStore::script, seriesId);
    }

    /// Whether somebody was told this version, or a change of it: then the log and the results refer to it.
    private boolean used(long versionId) {
        return sql.number("""
            SELECT EXISTS (SELECT 1 FROM attempt WHERE script_version_id = ?1 OR opening_version_id = ?1)
              OR EXISTS (SELECT 1 FROM email WHERE script_version_id = ?1) OR EXISTS (SELECT 1 FROM rehearsal WHERE script_version_id = ?1)
              OR EXISTS (SELECT 1 FROM script_version WHERE based_on = ?1)""", versionId) > 0;
    }

    /// Changes the text in place as long as nobody was told it, else as a new version.
    void save(Script script, String name, String subject, String body) {
        sql.update("UPDATE script SET name = ?1 WHERE id = ?2 AND name <> ?1", name, script.scriptId());
        if (script.subject().equals(subject) && script.body().equals(body)) {
            return;
        }
        if (used(script.versionId())) {
            addVersion(script.scriptId(), subject, body);
        } else {
            sql.update("UPDATE script_version SET subject = ?, body = ? WHERE id = ?", subject, body, script.versionId());
        }
    }

    private void addVersion(long scriptId, String subject, String body) {
        sql.update("""
            INSERT INTO script_version (script_id, version, subject, body, created_at)
            VALUES (?1, (SELECT coalesce(max(version), 0) + 1 FROM script_version WHERE script_id = ?1), ?2, ?3, ?4)""",
            scriptId, subject, body, clock.instant());
    }

    /// A new text, behind those that the step has of this channel.
    long add(long seriesId, int step, Script.Channel channel, String name, String subject, String body) {
        long id = sql.insert("""
            INSERT INTO script (series_id, step, channel, variant, name)
            VALUES (?1, ?2, ?3, (SELECT coalesce(max(variant), 0) + 1 FROM script WHERE series_id = ?1 AND step = ?2 AND channel = ?3), ?4)""",
            seriesId, step, channel, name);
        addVersion(id, subject, body);
        return id;
    }

    /// No longer offers the text; the log still names it.
    void remove(long scriptId) {
        sql.update("UPDATE script SET removed = 1 WHERE id = ?", scriptId);
    }

    List<Snippet> snippets() {
        return sql.list("SELECT list_id, name, text FROM snippet ORDER BY list_id, id",
            r -> new Snippet(r.numberOrNull("list_id"), r.text("name"), r.text("text")));
    }

    /// These are the snippets of the list, or with null of all lists.
    void saveSnippets(@Nullable Long listId, List<Snippet> snippets) {
        List<String> names = snippets.stream().map(Snippet::name).toList();
        sql.list("SELECT id, name FROM snippet WHERE list_id IS ?", r -> Map.entry(r.number("id"), r.text("name")), listId).stream()
            .filter(old -> !names.contains(old.getValue())).forEach(old -> sql.update("DELETE FROM snippet WHERE id = ?", old.getKey()));
        snippets.forEach(snippet -> sql.update("""
            INSERT INTO snippet (list_id, name, text) VALUES (?1, ?2, ?3)
            ON CONFLICT (coalesce(list_id, 0), name) DO UPDATE SET text = excluded.text WHERE text <> excluded.text""", listId, snippet.name(), snippet.text()));
    }
}

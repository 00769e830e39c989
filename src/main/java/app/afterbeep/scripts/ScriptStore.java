package app.afterbeep.scripts;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The series' texts in the file. On the database thread.
public final class ScriptStore {
    /// So many of the latest timed messages tell how fast the rep speaks now.
    private static final int LEARNED_FROM = 50;

    private final Sql sql;

    public ScriptStore(Sql sql) {
        this.sql = sql;
    }

    /// The newest version of the text for this step and channel; empty as long as nothing is written there.
    public Optional<Script> find(long seriesId, int step, Script.Channel channel) {
        return sql.first("""
            SELECT v.id, v.script_id, s.step, s.channel, s.variant, s.name, v.version, v.subject, v.body
            FROM script s JOIN script_version v ON v.script_id = s.id
            WHERE s.series_id = ? AND s.step = ? AND s.channel = ? AND NOT s.removed AND NOT v.removed AND v.prospect_id IS NULL AND v.body <> ''
            ORDER BY s.variant, v.version DESC LIMIT 1""",
            ScriptStore::script, seriesId, step, channel);
    }

    /// The newest version of every text for this step, of what to say live on any step (0: to somebody who calls), and of
    /// the line that owns a missed promise (step 0); by step. Texts that nobody has written yet are left out.
    public List<Script> texts(long seriesId, int step) {
        return sql.list("""
            SELECT v.id, v.script_id, s.step, s.channel, s.variant, s.name, v.version, v.subject, v.body
            FROM script s JOIN script_version v ON v.script_id = s.id
            WHERE s.series_id = ? AND (s.step = ? OR s.channel = 'call_guide' OR s.step = 0 AND s.channel = 'voicemail')
              AND NOT s.removed AND v.body <> ''
              AND v.version = (SELECT max(version) FROM script_version WHERE script_id = s.id AND prospect_id IS NULL AND NOT removed)
            ORDER BY s.step, s.variant""",
            ScriptStore::script, seriesId, step);
    }

    /// The version that a log names as "The cost nobody owns v1"; empty when it is not in this file.
    ///
    /// @param seriesId outranks other series that have a text of this name
    public Optional<Long> version(String nameAndVersion, long seriesId) {
        return sql.first("""
            SELECT v.id FROM script s JOIN script_version v ON v.script_id = s.id WHERE s.name || ' v' || v.version = ?
            ORDER BY s.series_id <> ?, v.id LIMIT 1""", r -> r.number("id"), nameAndVersion, seriesId);
    }

    private static Script script(Row r) {
        return new Script(r.number("id"), r.number("script_id"), r.integer("step"),
            Script.Channel.valueOf(r.text("channel").toUpperCase(Locale.ROOT)), r.integer("variant"), r.text("name"), r.integer("version"), r.text("subject"),
            r.text("body"));
    }

    /// The newest version of every message of the series, those of several versions for one step too, by step.
    public List<Script> messages(long seriesId) {
        return sql.list("""
            SELECT v.id, v.script_id, s.step, s.channel, s.variant, s.name, v.version, v.subject, v.body
            FROM script s JOIN script_version v ON v.script_id = s.id
            WHERE s.series_id = ? AND s.step > 0 AND s.channel = 'voicemail' AND NOT s.removed AND v.body <> ''
              AND v.version = (SELECT max(version) FROM script_version WHERE script_id = s.id AND prospect_id IS NULL AND NOT removed)
            ORDER BY s.step, s.variant""", ScriptStore::script, seriesId);
    }

    /// What was changed for this prospect only and is still in force, by the id of the script.
    public Map<Long, Script> edited(long prospectId) {
        return sql.list("""
            SELECT v.id, v.script_id, s.step, s.channel, s.variant, s.name, v.version, v.subject, v.body
            FROM script_version v JOIN script s ON s.id = v.script_id WHERE v.prospect_id = ? AND NOT v.removed ORDER BY v.version DESC""",
            ScriptStore::script, prospectId).stream().collect(Collectors.toMap(Script::scriptId, script -> script));
    }

    /// Writes a version of `original` for this prospect only, which takes the place of the one before.
    public void edit(long prospectId, Script original, String body, Instant now) {
        giveUp(prospectId, original);
        sql.insert("""
            INSERT INTO script_version (script_id, version, subject, body, created_at, prospect_id, based_on)
            SELECT ?1, min(0, min(version)) - 1, ?2, ?3, ?4, ?5, ?6 FROM script_version WHERE script_id = ?1""",
            original.scriptId(), original.subject(), body, now, prospectId, original.versionId());
    }

    /// The version that says the words of `spoken`: itself, or when it was edited after it came on the screen one that keeps those words for the
    /// log, offered to nobody.
    public long asSpoken(long prospectId, Script spoken, Instant now) {
        if (sql.number("SELECT count(*) FROM script_version WHERE id = ? AND body = ?", spoken.versionId(), spoken.body()) > 0) {
            return spoken.versionId();
        }
        return sql.insert("""
            INSERT INTO script_version (script_id, version, subject, body, created_at, prospect_id, based_on, removed)
            SELECT ?1, min(0, min(version)) - 1, ?2, ?3, ?4, ?5, ?6, 1 FROM script_version WHERE script_id = ?1""",
            spoken.scriptId(), spoken.subject(), spoken.body(), now, prospectId, spoken.versionId());
    }

    /// From now on this prospect hears the message as it was written for all.
    public void giveUp(long prospectId, Script original) {
        sql.update("UPDATE script_version SET removed = 1 WHERE prospect_id = ? AND script_id = ? AND NOT removed", prospectId, original.scriptId());
    }

    /// The snippets of a list, and those for all lists that it has none of its own for: text by name.
    public Map<String, String> snippets(long listId) {
        Map<String, String> texts = new HashMap<>();
        sql.each("SELECT name, text FROM snippet WHERE list_id = ? OR list_id IS NULL ORDER BY list_id", r -> texts.put(r.text("name"), r.text("text")), listId);
        return texts;
    }

    /// A message that somebody has heard.
    ///
    /// @param basedOn the version that it was edited from for this person, or null
    /// @param body    as it was written, with its fields
    public record Heard(long versionId, long scriptId, @Nullable Long basedOn, String name, String body, Instant at) {
        /// Whether saying `script` would repeat it: this very version, in words that differ by no more than a typo ([HeardRules]), or as it was
        /// changed for them alone. So neither a copied series nor a mended letter brings it back.
        public boolean repeats(Script script) {
            return versionId == script.versionId() || basedOn != null && basedOn == script.versionId() || HeardRules.same(body, script.body());
        }
    }

    /// Every message that was left for this prospect, in any series, the latest first.
    public List<Heard> heard(long prospectId) {
        return heard(prospectId, 0);
    }

    /// As [#heard(long)].
    ///
    /// @param but an attempt that is left out of account, or 0
    public List<Heard> heard(long prospectId, long but) {
        return sql.list("""
            SELECT v.id, v.script_id, v.based_on, s.name, v.body, a.at FROM attempt a JOIN script_version v ON v.id = a.script_version_id
              JOIN script s ON s.id = v.script_id
            WHERE a.prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND a.id <> ? AND a.undone_at IS NULL AND a.outcome = 'left_voicemail' ORDER BY a.at DESC, a.id DESC""",
            r -> new Heard(r.number("id"), r.number("script_id"), r.numberOrNull("based_on"), r.text("name"), r.text("body"), r.instant("at")), prospectId, but);
    }

    /// The latest timed messages, called or rehearsed, newest first: what the rep's pace is learned from. Those of before version 3 of
    /// the file have their words only.
    public List<Pace.Message> timedMessages() {
        return timedMessages(LEARNED_FROM);
    }

    List<Pace.Message> timedMessages(int limit) {
        Stream<Timed> called = sql.list("""
            SELECT at, coalesce(message_length, message_words * ?) AS length, message_seconds AS seconds FROM attempt INDEXED BY attempt_timed
            WHERE message_seconds IS NOT NULL AND message_words IS NOT NULL AND undone_at IS NULL ORDER BY id DESC LIMIT ?""",
            ScriptStore::timed, SpeechRules.WORD, limit).stream();
        Stream<Timed> rehearsed = sql.list("SELECT at, message_length AS length, seconds FROM rehearsal ORDER BY id DESC LIMIT ?",
            ScriptStore::timed, limit).stream();
        return Stream.concat(called, rehearsed).sorted(Comparator.comparing(Timed::at).reversed()).limit(limit).map(Timed::message).toList();
    }

    private record Timed(Instant at, Pace.Message message) {}

    private static Timed timed(Row r) {
        return new Timed(r.instant("at"), new Pace.Message(r.integer("length"), r.integer("seconds")));
    }
}

package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.Balance;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Touch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The log: attempts are added and never deleted. An undo stamps them, a correction keeps what stood there. On the database thread, inside
/// the caller's transaction.
public final class AttemptStore {
    /// Of an attempt that only stands in the log: nothing followed from it.
    public static final String NOTHING = "none";

    private final Sql sql;
    private final Clock clock;
    private final BalanceStore balances;
    private final TouchStore touches;

    public AttemptStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.balances = new BalanceStore(sql);
        this.touches = new TouchStore(sql, clock);
    }

    /// How an attempt got into the log.
    public enum Source {
        /// When it was made.
        SESSION,
        /// Afterwards: a call that was made elsewhere.
        ELSEWHERE,
        /// From an exported call log.
        IMPORT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is logged of one call.
    ///
    /// @param at              when it was made
    /// @param inbound         the prospect called
    /// @param phone           E.164
    /// @param scriptVersionId the message that was spoken, or null
    /// @param openingVersionId the line in it that owned a missed promise, or null
    /// @param length          how long it takes at the standard pace, in milliseconds, or null
    /// @param seconds         how long it took, or null
    /// @param lane            the queue it came from, or null
    /// @param note            what was written about this call
    public record Entry(Prospect prospect, Outcome outcome, Instant at, boolean inbound, Source source, String phone,
                        @Nullable Long scriptVersionId, @Nullable Long openingVersionId, @Nullable Integer words, @Nullable Integer length, @Nullable Integer seconds,
                        @Nullable Integer lane, @Nullable Instant nextCallAt, String note) {

        /// A call that the rep has just made.
        public static Entry now(Prospect prospect, Outcome outcome, Instant at, String phone) {
            return new Entry(prospect, outcome, at, false, Source.SESSION, phone, null, null, null, null, null, null, null, "");
        }
    }

    /// Adds an attempt whose outcome does what it does.
    public long add(Entry entry) {
        return add(entry, "");
    }

    /// Adds an attempt from which nothing follows: it only stands in the log.
    public long addAlone(Entry entry) {
        return add(entry, NOTHING);
    }

    private long add(Entry entry, String followed) {
        Prospect prospect = entry.prospect();
        ZonedDateTime there = entry.at().atZone(prospect.place().zone());
        return sql.insert("""
            INSERT INTO attempt (prospect_id, list_id, direction, source, outcome, at, day, there_weekday, there_hour, phone, cadence_id,
              series_id, step, script_version_id, opening_version_id, message_words, message_length, message_seconds, lane, next_call_at, note, followed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            prospect.id(), prospect.listId(), entry.inbound() ? "inbound" : "outbound", entry.source(), entry.outcome(), entry.at(),
            LocalDate.ofInstant(entry.at(), clock.getZone()), there.getDayOfWeek().getValue(), there.getHour(),
            entry.phone(), prospect.cadenceId(), prospect.seriesId(), prospect.step(), entry.scriptVersionId(), entry.openingVersionId(), entry.words(),
            entry.length(), entry.seconds(), entry.lane(), entry.nextCallAt(), entry.note(), followed);
    }

    /// An attempt as the log has it.
    ///
    /// @param later       what was added to the note after the click, or ""
    /// @param corrections how often it was corrected
    public record Stored(long id, long prospectId, boolean inbound, Outcome outcome, Instant at, String phone, long seriesId, int step,
                         @Nullable Instant nextCallAt, String note, String later, int corrections) {}

    /// Empty when it was undone.
    public Optional<Stored> find(long attemptId) {
        return sql.first("""
            SELECT *, (SELECT group_concat(note, ' · ' ORDER BY id) FROM attempt_note WHERE attempt_id = attempt.id) AS later
            FROM attempt WHERE id = ? AND undone_at IS NULL""", r -> new Stored(r.number("id"), r.number("prospect_id"),
            r.text("direction").equals("inbound"), Outcome.of(r.text("outcome")), r.instant("at"), r.text("phone"), r.number("series_id"),
            r.integer("step"), r.instantOrNull("next_call_at"), r.text("note"), r.text("later"), r.integer("corrections")), attemptId);
    }

    /// Corrects an attempt; what stood there is kept beside it.
    ///
    /// @param there   the prospect's zone
    /// @param script  the message of the step, where none is known of an attempt that left one; else null
    /// @param follows what the new outcome does is done; without it what was done by the old one holds
    public void correct(Stored attempt, Outcome outcome, Instant at, ZoneId there, String note, @Nullable Instant nextCallAt, @Nullable Long script,
                        boolean follows) {
        ZonedDateTime local = at.atZone(there);
        sql.update("""
            UPDATE attempt SET outcome = ?, at = ?, day = ?, there_weekday = ?, there_hour = ?, note = ?, next_call_at = ?,
              script_version_id = coalesce(script_version_id, ?), corrections = corrections + 1, corrected_at = ?,
              followed = iif(?, '', coalesce(nullif(iif(followed = '', ?, followed), ?), ''))
            WHERE id = ?""", outcome, at, LocalDate.ofInstant(at, clock.getZone()), local.getDayOfWeek().getValue(), local.getHour(), note,
            nextCallAt, script, clock.instant(), follows, attempt.outcome(), outcome, attempt.id());
    }

    /// What the log said of an attempt before it was corrected.
    ///
    /// @param noteAfter what the correction made of the note
    public record Was(Instant correctedAt, Outcome outcome, Instant at, String note, String noteAfter) {}

    /// The latest correction first.
    public List<Was> was(long attemptId) {
        return sql.list("""
            SELECT w.corrected_at, w.outcome, w.at, w.note, lead(w.note, 1, a.note) OVER (ORDER BY w.id) AS note_after
            FROM attempt_was w JOIN attempt a ON a.id = w.attempt_id WHERE w.attempt_id = ? ORDER BY w.id DESC""",
            r -> new Was(r.instant("corrected_at"), Outcome.of(r.text("outcome")), r.instant("at"), r.text("note"), r.text("note_after")), attemptId);
    }

    /// Whether this attempt was logged afterwards.
    public boolean elsewhere(long attemptId) {
        return sql.number("SELECT source = 'elsewhere' FROM attempt WHERE id = ?", attemptId) == 1;
    }

    /// When the prospect's latest attempt besides this one was.
    public Optional<Instant> latestOther(long prospectId, long attemptId) {
        return sql.first("SELECT at FROM attempt WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND id <> ? AND undone_at IS NULL ORDER BY at DESC LIMIT 1",
            r -> r.instant("at"), prospectId, attemptId);
    }

    /// When the rep first called the prospect from `from` on, this attempt aside.
    public Optional<Instant> placedFrom(long prospectId, long attemptId, Instant from) {
        return sql.first("""
            SELECT at FROM attempt WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND at >= ? AND id <> ? AND direction = 'outbound' AND undone_at IS NULL ORDER BY at LIMIT 1""",
            r -> r.instant("at"), prospectId, from, attemptId);
    }

    /// How often a number was called between two moments, by whoever shares it.
    public int callsTo(String e164, Instant from, Instant to) {
        return (int) sql.number("SELECT count(*) FROM attempt WHERE at >= ? AND at <= ? AND phone = ? AND direction = 'outbound' AND undone_at IS NULL",
            from, to, e164);
    }

    /// Who is not to be called again in this time, though a cadence says so: who was called in it (a wrong number was somebody else), and
    /// everybody who has only numbers that were called `most` times in it, by whoever shares them. As many as were called, not as the lists are long.
    public Set<Long> calledEnough(Instant from, Instant to, int most) {
        return Set.copyOf(sql.list("""
            WITH call AS MATERIALIZED (SELECT prospect_id, phone, outcome FROM attempt WHERE at >= ?1 AND at <= ?2 AND direction = 'outbound' AND undone_at IS NULL),
              enough AS MATERIALIZED (SELECT phone FROM call WHERE phone <> '' GROUP BY phone HAVING count(*) >= ?3)
            SELECT id FROM prospect WHERE id IN (SELECT prospect_id FROM call WHERE outcome <> 'wrong_number') AND due IN ('fresh', 'step')
            UNION
            SELECT prospect_id AS id FROM phone p WHERE e164 IN (SELECT phone FROM enough) AND NOT EXISTS (
              SELECT 1 FROM phone o WHERE o.prospect_id = p.prospect_id AND bad = 0 AND e164 NOT IN (SELECT phone FROM enough)
                AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = o.e164))""", r -> r.number("id"), from, to, most));
    }

    /// Which of the steps that are on now the attempt was, from 1; 0 for a step that is off or removed.
    public int step(long attemptId) {
        return (int) sql.number("SELECT ordinal FROM attempt a JOIN step_shown s ON s.cadence_id = a.cadence_id AND s.number = a.step WHERE a.id = ?", attemptId);
    }

    /// Whether the prospect had been reached, and left the cadence, before this attempt: since then the step has stood still.
    public boolean talkedBefore(Stored attempt) {
        return sql.number("""
            SELECT count(*) FROM attempt WHERE prospect_id = ? AND id <> ? AND at <= ? AND series_id = ? AND step = ?
              AND outcome IN ('conversation', 'meeting_booked') AND undone_at IS NULL""",
            attempt.prospectId(), attempt.id(), attempt.at(), attempt.seriesId(), attempt.step()) > 0;
    }

    /// The moments at which this attempt got to be as it is: when it was logged, and each time that it was corrected.
    public List<Instant> loggedAround(long attemptId) {
        return sql.list("""
            SELECT at FROM attempt WHERE id = ?1 UNION SELECT corrected_at FROM attempt WHERE id = ?1 AND corrected_at IS NOT NULL
            UNION SELECT at FROM attempt_was WHERE attempt_id = ?1""", r -> r.instant("at"), attemptId);
    }

    /// An attempt as an exported log has it.
    ///
    /// @param id     the one it had, or 0 for a new one
    /// @param step   of the series at that time, not of the prospect's now
    /// @param zone   the prospect's
    /// @param followed whose consequences were done, as [LogEntry#followed] has it
    /// @param corrections how often it was corrected: [CorrectionStore#restore] puts that many versions back
    public record Restored(long id, long prospectId, long listId, long cadenceId, long seriesId, int step, ZoneId zone, String source,
                           boolean inbound, Outcome outcome, Instant at, String phone, @Nullable Long scriptVersionId,
                           @Nullable Long openingVersionId, @Nullable Integer words, @Nullable Integer length, @Nullable Integer seconds,
                           @Nullable Instant nextCallAt, String note, String followed, @Nullable Instant correctedAt, int corrections) {}

    /// Puts an attempt back into the log. It schedules nothing.
    public long restore(Restored r) {
        ZonedDateTime there = r.at().atZone(r.zone());
        return sql.insert("""
            INSERT INTO attempt (id, prospect_id, list_id, direction, source, outcome, at, day, there_weekday, there_hour, phone, cadence_id,
              series_id, step, script_version_id, opening_version_id, message_words, message_length, message_seconds, next_call_at, note, followed,
              corrections, corrected_at)
            VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            r.id(), r.prospectId(), r.listId(), r.inbound() ? "inbound" : "outbound", r.source(), r.outcome(), r.at(),
            LocalDate.ofInstant(r.at(), clock.getZone()), there.getDayOfWeek().getValue(), there.getHour(), r.phone(), r.cadenceId(),
            r.seriesId(), r.step(), r.scriptVersionId(), r.openingVersionId(), r.words(), r.length(), r.seconds(), r.nextCallAt(), r.note(), r.followed(),
            r.corrections(), r.correctedAt());
    }

    /// Whether the log has this call of the prospect's already, to the second or the minute; also one that was corrected since.
    public boolean has(long prospectId, Instant at, ChronoUnit precision, boolean inbound, Outcome outcome) {
        Instant from = at.truncatedTo(precision);
        return sql.number("""
            SELECT EXISTS (SELECT 1 FROM attempt WHERE prospect_id = ?1 AND at >= ?2 AND at < ?3 AND outcome = ?4 AND direction = ?5
                AND undone_at IS NULL)
              OR EXISTS (SELECT 1 FROM attempt a JOIN attempt_was w ON w.attempt_id = a.id WHERE a.prospect_id = ?1 AND w.at >= ?2 AND w.at < ?3
                AND w.outcome = ?4 AND a.direction = ?5 AND a.undone_at IS NULL)""",
            prospectId, from, from.plus(1, precision), outcome, inbound ? "inbound" : "outbound") > 0;
    }

    /// Whether there has ever been an attempt with this id.
    public boolean taken(long id) {
        return sql.number("SELECT EXISTS (SELECT 1 FROM attempt WHERE id = ?)", id) > 0;
    }

    /// Whether nothing was ever logged.
    public boolean isEmpty() {
        return sql.number("SELECT max(id) FROM attempt") == 0;
    }

    /// The attempts of a prospect that had consequences, in the order of time, as its standing is derived from them.
    public List<StandingRules.Past> past(long prospectId) {
        return sql.list("""
            SELECT iif(followed = '', outcome, followed) AS outcome, series_id, step, next_call_at FROM attempt
            WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND followed <> 'none' AND undone_at IS NULL ORDER BY at, id""",
            r -> new StandingRules.Past(Outcome.of(r.text("outcome")), r.number("series_id"), r.integer("step"), r.instantOrNull("next_call_at")),
            prospectId);
    }

    /// What was noted in a call of `day` that was taken back and not logged otherwise since, and still is their note; else "".
    String notedBefore(long prospectId, LocalDate day) {
        return sql.first("""
            SELECT a.note FROM attempt a JOIN prospect p ON p.id = a.prospect_id AND p.note = a.note
            WHERE a.id = (SELECT max(id) FROM attempt WHERE prospect_id = ?) AND a.undone_at IS NOT NULL AND a.day = ?""",
            r -> r.text("note"), prospectId, day).orElse("");
    }

    /// Adds what was learned after the click.
    public void addNote(long attemptId, String note) {
        sql.update("INSERT INTO attempt_note (attempt_id, at, note) VALUES (?, ?, ?)", attemptId, clock.instant(), note);
    }

    /// Whether this attempt is in the log and was not undone.
    public boolean logged(long attemptId) {
        return sql.number("SELECT count(*) FROM attempt WHERE id = ? AND undone_at IS NULL", attemptId) > 0;
    }

    public int count(long prospectId) {
        return (int) sql.number("SELECT count(*) FROM attempt WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND undone_at IS NULL", prospectId);
    }

    /// When the rep placed the latest `limit` attempts, newest first; calls that were received say nothing about when to try.
    public List<Instant> latest(long prospectId, int limit) {
        return sql.list("SELECT at FROM attempt WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND undone_at IS NULL AND direction = 'outbound' ORDER BY at DESC LIMIT ?",
            r -> r.instant("at"), prospectId, limit);
    }

    /// When the latest attempt before `at` was placed.
    public Optional<Instant> lastBefore(Instant at) {
        return sql.first("SELECT at FROM attempt WHERE at < ? AND undone_at IS NULL ORDER BY at DESC LIMIT 1", r -> r.instant("at"), at);
    }

    /// When the latest message was left.
    public Optional<Instant> lastMessage(long prospectId) {
        return sql.first("""
            SELECT at FROM attempt WHERE prospect_id IN (SELECT ?1 UNION ALL SELECT id FROM prospect WHERE merged_into = ?1) AND outcome = 'left_voicemail' AND undone_at IS NULL ORDER BY at DESC LIMIT 1""",
            r -> r.instant("at"), prospectId);
    }

    /// Attempts, messages and conversations since `from`, for the block.
    public Counts counts(Instant from) {
        return sql.first("""
            SELECT count(*) AS attempts, coalesce(sum(outcome = 'left_voicemail'), 0) AS messages,
              coalesce(sum(outcome IN ('conversation', 'meeting_booked')), 0) AS conversations
            FROM attempt WHERE at >= ? AND undone_at IS NULL AND direction = 'outbound'""",
            r -> new Counts(r.integer("attempts"), r.integer("messages"), r.integer("conversations")), from).orElseThrow();
    }

    public record Counts(int attempts, int messages, int conversations) {}

    /// All that was between the rep and a prospect, to be weighed.
    public BalanceRules.Past between(long prospectId) {
        return balances.past(prospectId);
    }

    /// The history of a prospect, newest first: attempts and emails.
    public List<Touch> touches(long prospectId, ZoneId zone, int limit) {
        return touches(prospectId, zone, limit, BalanceRules.balance(between(prospectId), clock.instant()));
    }

    /// Like the other, where the balance is known already.
    List<Touch> touches(long prospectId, ZoneId zone, int limit, Balance balance) {
        return touches.list(prospectId, zone, limit, balance);
    }
}

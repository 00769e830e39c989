package app.afterbeep.outbox;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.prospects.Prospect;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Emails in the file. On the database thread, inside the caller's transaction.
public final class EmailStore {
    /// The state of a row of `email e` as the rep sees it; `?1` is now. A waiting email that lacks nothing is ready when its undo window is
    /// over: nobody has to write that down.
    public static final String SHOWN = "iif(e.state = 'waiting' AND e.problem = '' AND e.due_at <= ?1, 'ready', e.state)";

    private static final String SELECT = """
        SELECT e.*, %s AS shown, p.first_name, p.last_name, p.company
        FROM email e JOIN prospect p ON p.id = e.prospect_id
        """.formatted(SHOWN);

    private final Sql sql;
    private final Clock clock;

    public EmailStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Queues an email that may leave at `dueAt`.
    ///
    /// @param problem what it lacks, or "": it then waits for that, however long
    public void queue(long prospectId, long attemptId, long scriptVersionId, String to, String subject, String body, Instant dueAt,
                      String problem) {
        sql.update("""
            INSERT INTO email (prospect_id, attempt_id, script_version_id, to_address, subject, body, state, problem, queued_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            prospectId, attemptId, scriptVersionId, to, subject, body, Email.State.WAITING, problem,
            clock.instant(), dueAt);
    }

    /// Puts an email of an exported log back, as history: it must not be in a state from which it could leave.
    ///
    /// @param messageId "" when it was never sent; one that is known already is not given twice
    public void restore(long prospectId, long attemptId, Email.State state, String to, String subject, String body, Instant queuedAt,
                        Instant dueAt, @Nullable Instant sentAt, String messageId) {
        sql.update("""
            INSERT INTO email (prospect_id, attempt_id, to_address, subject, body, state, queued_at, due_at, sent_at, message_id)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, iif(?10 <> '' AND EXISTS (SELECT 1 FROM email WHERE message_id = ?10), '', ?10))""",
            prospectId, attemptId, to, subject, body, state, queuedAt, dueAt, sentAt, messageId);
    }

    /// Withdraws everything to this prospect that has not left.
    public void withdrawWaiting(long prospectId) {
        sql.update("UPDATE email SET state = 'withdrawn' WHERE prospect_id = ? AND state IN ('waiting', 'failed')", prospectId);
    }

    /// Withdraws everything that has not left to this address, whoever it belongs to.
    public void withdrawTo(String address) {
        sql.update("UPDATE email SET state = 'withdrawn' WHERE state IN ('waiting', 'failed') AND to_address = ? COLLATE NOCASE", address);
    }

    /// Everything that has not left, by due time, then the latest `limit` that have left or were withdrawn, newest first.
    public List<Email> list(int limit) {
        List<Email> emails = sql.list(SELECT + "WHERE e.state NOT IN ('sent', 'withdrawn') ORDER BY e.due_at, e.id", EmailStore::email,
            clock.instant());
        emails.addAll(sql.list(SELECT + "WHERE e.state IN ('sent', 'withdrawn') ORDER BY e.id DESC LIMIT ?2", EmailStore::email,
            clock.instant(), limit));
        return emails;
    }

    /// Empty when there is none with this id.
    public Optional<Email> find(long id) {
        return sql.first(SELECT + "WHERE e.id = ?2", EmailStore::email, clock.instant(), id);
    }

    /// How many emails are in each state; states without any are left out.
    public Map<Email.State, Long> counts() {
        Map<Email.State, Long> counts = new EnumMap<>(Email.State.class);
        sql.each("SELECT " + SHOWN + " AS shown, count(*) AS n FROM email e GROUP BY shown",
            r -> counts.put(Email.State.valueOf(r.text("shown").toUpperCase(Locale.ROOT)), r.number("n")), clock.instant());
        return counts;
    }

    private static Email email(Row r) {
        return new Email(r.number("id"), r.number("prospect_id"),
            Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), ""), r.text("company"), r.text("to_address"),
            r.text("subject"), r.text("body"), Email.State.valueOf(r.text("shown").toUpperCase(Locale.ROOT)), r.text("problem"),
            r.instant("queued_at"), r.instant("due_at"), r.instantOrNull("sent_at"));
    }

    /// @return false when it was not there to be sent: it has left already or was withdrawn
    public boolean markSent(long id) {
        return sql.update("UPDATE email SET state = 'sent', sent_at = ? WHERE id = ? AND state IN ('waiting', 'failed', 'unknown')",
            clock.instant(), id) == 1;
    }

    /// Gives an email its missing values.
    public void fill(long id, String subject, String body) {
        sql.update("UPDATE email SET subject = ?, body = ?, problem = '' WHERE id = ? AND state = 'waiting'", subject, body, id);
    }

    /// @return false when it has left already
    public boolean withdraw(long id) {
        return sql.update("UPDATE email SET state = 'withdrawn' WHERE id = ? AND state IN ('waiting', 'failed')", id) == 1;
    }
}

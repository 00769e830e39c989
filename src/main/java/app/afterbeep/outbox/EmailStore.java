package app.afterbeep.outbox;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.DncStore;
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
    /// over: nobody has to write that down. One whose last try failed for the moment lacks nothing.
    public static final String SHOWN =
        "iif(e.state = 'waiting' AND (e.problem = '' OR e.next_try_at IS NOT NULL) AND e.due_at <= ?1, 'ready', e.state)";

    /// What the prospect has of the same series, sent from here: what a follow-up answers.
    private static final String EARLIER = """
        FROM email o JOIN attempt oa ON oa.id = o.attempt_id
        WHERE o.prospect_id = e.prospect_id AND oa.series_id = a.series_id AND o.id <> e.id AND o.state = 'sent' AND o.tried_at IS NOT NULL""";

    private static final String SELECT = """
        SELECT e.*, %s AS shown, p.first_name, p.last_name, p.company,
          iif(e.state = 'sent', e.thread, coalesce((SELECT group_concat(o.message_id, ' ' ORDER BY o.sent_at, o.id) %s), '')) AS answers,
          iif(e.state = 'sent', '', coalesce((SELECT o.subject %s ORDER BY o.sent_at, o.id LIMIT 1), '')) AS thread_subject
        FROM email e JOIN prospect p ON p.id = e.prospect_id JOIN attempt a ON a.id = e.attempt_id
        """.formatted(SHOWN, EARLIER, EARLIER);

    /// Lacks nothing, is out of its undo window and back-off by `?1`, and was asked for, or all are (`?2`); not the one that is held (`?3`).
    private static final String LEAVING = """
        e.state = 'waiting' AND e.state NOT IN ('sent', 'withdrawn') AND (e.problem = '' OR e.next_try_at IS NOT NULL)
          AND (e.asked_at IS NOT NULL OR ?2) AND e.id <> ?3""";

    private final Sql sql;
    private final Clock clock;
    private final DncStore dnc;

    public EmailStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.dnc = new DncStore(sql, clock);
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

    /// How many emails to this prospect have not left and still may.
    public long waiting(long prospectId) {
        return sql.number("SELECT count(*) FROM email WHERE prospect_id = ? AND state IN ('waiting', 'failed')", prospectId);
    }

    /// What this attempt queued, in its present state.
    public List<Email> ofAttempt(long attemptId) {
        return sql.list(SELECT + "WHERE e.attempt_id = ?2 ORDER BY e.id", EmailStore::email, clock.instant(), attemptId);
    }

    /// Withdraws what this attempt queued and has not left.
    public void withdrawOf(long attemptId) {
        sql.update("UPDATE email SET state = 'withdrawn' WHERE attempt_id = ? AND state IN ('waiting', 'failed')", attemptId);
        sql.update("UPDATE email SET recalled = 1 WHERE attempt_id = ? AND state IN ('sending', 'unknown')", attemptId);
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
        // What is on its way, or perhaps has left, can't be stopped, but gets no second try.
        sql.update("UPDATE email SET recalled = 1 WHERE prospect_id = ? AND state IN ('sending', 'unknown')", prospectId);
    }

    /// Withdraws everything that has not left to this address, whoever it belongs to.
    public void withdrawTo(String address) {
        sql.update("UPDATE email SET state = 'withdrawn' WHERE state IN ('waiting', 'failed') AND to_address = ? COLLATE NOCASE", address);
        sql.update("UPDATE email SET recalled = 1 WHERE state = 'sending' AND to_address = ? COLLATE NOCASE", address);
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
        // What has left or was withdrawn is counted by its index alone: there may be a million of them.
        sql.each("SELECT state AS shown, count(*) AS n FROM email WHERE state IN ('sent', 'withdrawn', 'sending', 'failed', 'unknown') GROUP BY state",
            r -> counts.put(Email.State.valueOf(r.text("shown").toUpperCase(Locale.ROOT)), r.number("n")));
        sql.each("SELECT " + SHOWN + " AS shown, count(*) AS n FROM email e WHERE e.state = 'waiting' GROUP BY shown",
            r -> counts.put(Email.State.valueOf(r.text("shown").toUpperCase(Locale.ROOT)), r.number("n")), clock.instant());
        return counts;
    }

    private static Email email(Row r) {
        return new Email(r.number("id"), r.number("prospect_id"),
            Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), ""), r.text("company"), r.text("to_address"),
            r.text("subject"), r.text("body"), Email.State.valueOf(r.text("shown").toUpperCase(Locale.ROOT)), r.text("problem"),
            r.instant("queued_at"), r.instant("due_at"), r.instantOrNull("sent_at"), new Email.Journey(r.flag("edited"), r.instantOrNull("asked_at"),
                r.integer("tries"), r.instantOrNull("next_try_at"), r.text("message_id"),
                r.text("answers").isEmpty() ? List.of() : List.of(r.text("answers").split(" ")), r.text("thread_subject")));
    }

    /// @return false when it was not there to be sent: it has left already or was withdrawn
    public boolean markSent(long id) {
        return sql.update("""
            UPDATE email SET state = 'sent', sent_at = ?, problem = '', asked_at = NULL, next_try_at = NULL
            WHERE id = ? AND state IN ('waiting', 'failed', 'unknown')""", clock.instant(), id) == 1;
    }

    /// Gives an email its missing values.
    public void fill(long id, String subject, String body) {
        sql.update("UPDATE email SET subject = ?, body = ?, problem = '' WHERE id = ? AND state = 'waiting'", subject, body, id);
    }

    /// Another address or text, on this email only. One that has failed gets another chance.
    ///
    /// @return false when it has left already or was withdrawn
    public boolean edit(long id, String to, String subject, String body, String problem) {
        return sql.update("""
            UPDATE email SET to_address = ?, subject = ?, body = ?, edited = 1, problem = ?, state = 'waiting', next_try_at = NULL, asked_at = NULL
            WHERE id = ? AND state IN ('waiting', 'failed')""", to, subject, body, problem, id) == 1;
    }

    /// @return false when it has left already
    public boolean withdraw(long id) {
        return sql.update("UPDATE email SET state = 'withdrawn' WHERE id = ? AND state IN ('waiting', 'failed')", id) == 1;
    }

    /// The rep asks for the email to leave, also again after it has failed.
    ///
    /// @return false when it is not there to be sent, or lacks a value
    public boolean ask(long id) {
        return sql.update("""
            UPDATE email SET asked_at = ?1, state = 'waiting', problem = '', next_try_at = NULL
            WHERE id = ?2 AND due_at <= ?1 AND (state = 'failed' OR state = 'waiting' AND (problem = '' OR next_try_at IS NOT NULL))""",
            clock.instant(), id) == 1;
    }

    /// The rep asks for all to leave that are ready.
    ///
    /// @return how many
    public int askAll() {
        return sql.update("""
            UPDATE email SET asked_at = ?1 WHERE state = 'waiting' AND state NOT IN ('sent', 'withdrawn') AND due_at <= ?1
              AND (problem = '' OR next_try_at IS NOT NULL) AND asked_at IS NULL""", clock.instant());
    }

    /// Nobody asks for any email any more.
    public void askNone() {
        sql.update("UPDATE email SET asked_at = NULL WHERE asked_at IS NOT NULL AND state = 'waiting'");
    }

    /// Nobody knows from now on whether it has left.
    ///
    /// @param subject as it was handed over
    /// @return false when it may not leave
    public boolean handOver(long id, String subject, String problem) {
        return sql.update("""
            UPDATE email SET state = 'unknown', subject = ?, problem = ?, asked_at = NULL, next_try_at = NULL
            WHERE id = ? AND state = 'waiting' AND due_at <= ? AND (problem = '' OR next_try_at IS NOT NULL)""", subject, problem, id, clock.instant()) == 1;
    }

    /// The rep says that it has not left: it may be sent again, unless it was withdrawn meanwhile.
    ///
    /// @param dueAt not before this
    /// @return false when it is known what has become of it
    public boolean notLeft(long id, Instant dueAt) {
        return sql.update("""
            UPDATE email SET state = iif(recalled, 'withdrawn', 'waiting'), problem = '', due_at = max(due_at, ?) WHERE id = ? AND state = 'unknown'""",
            dueAt, id) == 1;
    }

    // How emails leave ----------------------------------------------------------------------------------------------------

    /// What is to leave.
    ///
    /// @param now   how many may leave at this moment
    /// @param later how many wait for their undo window or their next try
    /// @param first when the first of those may, or null
    public record Leaving(long now, long later, @Nullable Instant first) {}

    /// @param all  also those that nobody has asked for
    /// @param held the id of one that is not to leave now, or 0
    public Leaving leaving(boolean all, long held) {
        return sql.first("SELECT count(*) FILTER (WHERE max(e.due_at, coalesce(e.next_try_at, 0)) <= ?1) AS now, count(*) AS n, "
            + "min(iif(max(e.due_at, coalesce(e.next_try_at, 0)) > ?1, max(e.due_at, coalesce(e.next_try_at, 0)), NULL)) AS first FROM email e WHERE " + LEAVING,
            r -> new Leaving(r.number("now"), r.number("n") - r.number("now"), r.instantOrNull("first")), clock.instant(), all, held).orElseThrow();
    }

    /// Whose turn it is to leave.
    public Optional<Email> nextLeaving(boolean all, long held) {
        return sql.first(SELECT + "WHERE " + LEAVING + " AND max(e.due_at, coalesce(e.next_try_at, 0)) <= ?1 "
            + "ORDER BY coalesce(e.asked_at, e.due_at), e.due_at, e.id LIMIT 1", EmailStore::email, clock.instant(), all, held);
    }

    /// When the latest connection was made, as far as the clock agrees; null when there was none.
    public @Nullable Instant latestTry() {
        return sql.first("SELECT tried_at FROM email WHERE tried_at IS NOT NULL AND tried_at <= ? ORDER BY tried_at DESC LIMIT 1",
            r -> r.instant("tried_at"), clock.instant()).orElse(null);
    }

    /// How many have left, or may have left, through the rep's account in this time.
    public long left(Instant from, Instant to) {
        return sql.number("SELECT count(*) FROM email WHERE tried_at IS NOT NULL AND tried_at >= ? AND tried_at < ? AND state IN ('sending', 'sent', 'unknown')",
            from, to);
    }

    /// Whether this address or its domain is on the do-not-call list, or the prospect is.
    public boolean suppressed(Email email) {
        return dnc.emailSuppressed(email.to()) || dnc.personSuppressed(email.prospectId());
    }

    /// It is being sent from now on, under this Message-ID unless it has one already.
    ///
    /// @return false when it is not there to be sent any more
    public boolean take(Letter letter, long id) {
        return sql.update("""
            UPDATE email SET state = 'sending', message_id = ?, thread = ?, subject = ?, asked_at = NULL, tried_at = ?, next_try_at = NULL, problem = ''
            WHERE id = ? AND state = 'waiting'""", letter.messageId(), String.join(" ", letter.answers()), letter.subject(), clock.instant(), id) == 1;
    }

    /// It has left, whatever was thought of it meanwhile.
    public void sent(long id) {
        sql.update("UPDATE email SET state = 'sent', sent_at = ?, problem = '' WHERE id = ? AND state IN ('sending', 'unknown')", clock.instant(), id);
    }

    /// It will not leave as it is, or nobody knows. One that was to be withdrawn while it was being sent, and was refused, is withdrawn.
    public void ended(long id, Email.State state, String problem) {
        sql.update("""
            UPDATE email SET state = iif(recalled AND ?1 = 'failed', 'withdrawn', ?1), problem = ?2, asked_at = NULL, next_try_at = NULL
            WHERE id = ?3 AND state IN ('sending', 'waiting')""", state, problem, id);
    }

    /// Nothing of it has left: it waits again, or is withdrawn if that was wished meanwhile.
    ///
    /// @param problem   why, or "" when it is not this email's
    /// @param nextTryAt when it is tried again; null: as soon as that is possible
    public void putBack(long id, @Nullable Instant askedAt, String problem, @Nullable Instant nextTryAt) {
        sql.update("""
            UPDATE email SET state = iif(recalled, 'withdrawn', 'waiting'), asked_at = ?, problem = ?, next_try_at = ?,
              tries = tries + (? IS NOT NULL) WHERE id = ? AND state = 'sending'""", askedAt, problem, nextTryAt, nextTryAt, id);
    }

    /// Every email that the program was sending when it ended: nobody knows.
    public List<Email> orphans() {
        List<Email> orphans = sql.list(SELECT + "WHERE e.state = 'sending' ORDER BY e.id", EmailStore::email, clock.instant());
        orphans.forEach(email -> ended(email.id(), Email.State.UNKNOWN,
            "Afterbeep ended while this was being sent: nobody knows whether it has left. Look into your mail account's sent folder."));
        return orphans;
    }
}

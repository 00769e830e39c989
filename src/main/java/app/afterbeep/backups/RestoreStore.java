package app.afterbeep.backups;

import app.afterbeep.db.Sql;
import java.nio.file.Path;

/// What a restored file must not forget: who must not be called, and which emails have left since. On the thread that has the file open, inside
/// the caller's transaction but for [#attach].
final class RestoreStore {
    /// How an email of the backup is found in the file that was set aside: ids alone are given again after a restore.
    private static final String SAME = "c.id = e.id AND c.attempt_id = e.attempt_id AND c.queued_at = e.queued_at AND c.to_address = e.to_address";
    private static final String OPEN = "e.state IN ('waiting', 'failed', 'sending', 'unknown')";
    private static final String HELD = "Afterbeep was set back to an earlier copy of its data: perhaps this has left since. Look into your mail account's sent folder.";

    private final Sql sql;

    RestoreStore(Sql sql) {
        this.sql = sql;
    }

    /// @param setAside the file as it was until now, of the same version
    void attach(Path setAside) {
        sql.update("ATTACH ? AS newer", setAside.toString());
    }

    long version() {
        return sql.number("PRAGMA user_version");
    }

    /// Do-not-call entries that are only in the file that was set aside come along: who said so must not be called because of a restore.
    ///
    /// @return how many
    int keepDnc() {
        int kept = sql.update("INSERT OR IGNORE INTO dnc (kind, value, source, at, note) SELECT kind, value, source, at, note FROM newer.dnc");
        sql.update("""
            UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id)
            WHERE reachable = 1 AND id IN (SELECT prospect_id FROM dnc_of)""");
        return kept;
    }

    /// Emails of which the file that was set aside knows that they have left, or were withdrawn, or may have left, are so here too.
    void followEmails() {
        sql.update("""
            UPDATE email AS e SET (state, sent_at, tried_at, thread, problem, asked_at) =
                (SELECT c.state, c.sent_at, c.tried_at, c.thread, c.problem, NULL FROM newer.email c WHERE %s),
              message_id = coalesce(nullif(e.message_id, ''), (SELECT c.message_id FROM newer.email c WHERE %s))
            WHERE %s AND EXISTS (SELECT 1 FROM newer.email c WHERE %s AND (c.state IN ('sent', 'withdrawn') OR c.state = 'unknown' AND c.problem <> ?))"""
            .formatted(SAME, SAME, OPEN, SAME), HELD);
        sql.update("UPDATE email AS e SET state = 'unknown', problem = ?1, asked_at = NULL, next_try_at = NULL WHERE " + OPEN
            + " AND EXISTS (SELECT 1 FROM newer.email c WHERE " + SAME + " AND c.state = 'sending')", HELD);
    }

    /// What could leave by itself, or on a click, although it may have left since the backup: nobody knows, so only the rep can say. Those of
    /// which the file that was set aside knows that they still wait go on waiting.
    ///
    /// @param compared there is such a file
    /// @return how many
    int holdEmails(boolean compared) {
        return sql.update("UPDATE email AS e SET state = 'unknown', problem = ?1, asked_at = NULL, next_try_at = NULL WHERE e.state IN ('waiting', 'failed', 'sending')"
            + (compared ? " AND NOT EXISTS (SELECT 1 FROM newer.email c WHERE " + SAME + " AND (c.state IN ('waiting', 'failed') OR c.state = 'unknown' AND c.problem = ?1))"
                : ""), HELD);
    }
}

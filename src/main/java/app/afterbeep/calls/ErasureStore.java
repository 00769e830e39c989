package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Everything the file holds about one person. On the database thread, inside the caller's transaction.
final class ErasureStore {
    /// What stands in the place of a name.
    static final String NAMELESS = "Erased person";

    /// So many digits at the end tell a number from others.
    private static final int NATIONAL = 8;

    private final Sql sql;

    ErasureStore(Sql sql) {
        this.sql = sql;
    }

    /// What would go and what would stay.
    ///
    /// @param others people who share a number or the address: they keep it
    record Count(long attempts, long emails, long sending, long rows, long others, boolean importing) {}

    Count count(long id) {
        return sql.first("""
            WITH same (id) AS (SELECT ?1 UNION SELECT id FROM prospect WHERE merged_into = ?1)
            SELECT (SELECT count(*) FROM attempt WHERE prospect_id IN same AND undone_at IS NULL) AS attempts,
              (SELECT count(*) FROM email WHERE prospect_id IN same) AS emails,
              (SELECT count(*) FROM email WHERE prospect_id IN same AND state = 'sending') AS sending,
              (SELECT count(*) FROM import_row WHERE prospect_id IN same) AS imported,
              (SELECT count(DISTINCT o.prospect_id) FROM phone p JOIN phone o ON o.e164 = p.e164 WHERE p.prospect_id IN same AND o.prospect_id NOT IN same) AS others,
              EXISTS (SELECT 1 FROM import WHERE state NOT IN ('done', 'taken_back')) AS importing""",
            r -> new Count(r.number("attempts"), r.number("emails"), r.number("sending"), r.number("imported"), r.number("others"), r.flag("importing")), id).orElseThrow();
    }

    /// The prospects that are this person: whom they were merged with, too.
    List<Long> same(long id) {
        return sql.list("SELECT id FROM prospect WHERE id = ?1 OR merged_into = ?1", r -> r.number("id"), id);
    }

    /// Keeps what is counted of this prospect and nothing else.
    void erase(long id, Instant now) {
        sql.update("UPDATE promise SET state = 'released', settled_at = ? WHERE prospect_id = ? AND state = 'open'", now, id);
        sql.update("DELETE FROM open_call WHERE prospect_id = ?", id);
        sql.update("DELETE FROM talk_aside WHERE attempt_id IN (SELECT id FROM attempt WHERE prospect_id = ?)", id);
        sql.update("DELETE FROM skip WHERE prospect_id = ?", id);
        sql.update("DELETE FROM phone WHERE prospect_id = ?", id);
        sql.update("""
            UPDATE prospect SET first_name = '', last_name = ?2, title = '', company = '', email = '', city = '', state = '', zip = '', country = '',
              external_id = '', fields = '{}', note = '', reach = 'unknown', status = 'closed', due = 'fresh', next_call_at = NULL, reachable = 0,
              import_line = NULL, merged_into = id WHERE id = ?1""", id, NAMELESS);
        sql.update("DELETE FROM attempt_note WHERE attempt_id IN (SELECT id FROM attempt WHERE prospect_id = ?)", id);
        sql.update("UPDATE attempt_was SET note = '' WHERE attempt_id IN (SELECT id FROM attempt WHERE prospect_id = ?)", id);
        sql.update("UPDATE attempt SET phone = '', note = '' WHERE prospect_id = ?", id);
        // Nobody can follow up what perhaps has left.
        sql.update("""
            UPDATE email SET to_address = '', subject = '', body = '', problem = '', message_id = '', thread = '', asked_at = NULL, next_try_at = NULL,
              state = iif(state = 'sent', 'sent', 'withdrawn') WHERE prospect_id = ?""", id);
        sql.update("UPDATE script_version SET subject = '', body = '' WHERE prospect_id = ?", id);
        sql.update("UPDATE import_row SET cells = '[]', was = '', reason = 'erased on request' WHERE prospect_id = ?", id);
    }

    /// Rows of imports that came to nothing may be of the same person: those that hold the address, or one of the numbers.
    void eraseRows(Prospect person) {
        List<String> numbers = person.phones().stream().map(phone -> phone.e164().replaceAll("\\D", "")).filter(digits -> digits.length() >= NATIONAL)
            .map(digits -> digits.substring(digits.length() - NATIONAL)).toList();
        record Left(long id, String cells) {}
        sql.list("SELECT id, cells FROM import_row WHERE prospect_id IS NULL AND cells <> '[]'", r -> new Left(r.number("id"), r.text("cells"))).stream()
            .filter(left -> !person.email().isEmpty() && left.cells().toLowerCase(Locale.ROOT).contains(person.email().toLowerCase(Locale.ROOT))
                || numbers.stream().anyMatch(left.cells().replaceAll("[^\\d\",]", "")::contains))
            .forEach(left -> sql.update("UPDATE import_row SET cells = '[]', reason = 'erased on request' WHERE id = ?", left.id()));
    }

    /// What was once said about entries of the do-not-call list that hold for this person; of entries that were taken off it, all.
    void eraseNotes(Prospect person) {
        List<String> values = new ArrayList<>(person.phones().stream().map(Phone::e164).toList());
        values.add(person.email().toLowerCase(Locale.ROOT));
        for (String value : values) {
            sql.update("UPDATE dnc SET note = '' WHERE value = ? AND kind <> 'domain'", value);
            sql.update("DELETE FROM dnc_removed WHERE value = ? AND kind <> 'domain'", value);
        }
    }

    /// Nothing that was done before can be taken back any more: the steps back hold names, numbers and texts.
    void forgetUndo() {
        sql.update("DELETE FROM undo_step");
        sql.update("DELETE FROM action");
    }

    /// Words that nobody has any more leave the search index with its next rewriting: now.
    void unindex(List<Long> ids) {
        for (long id : ids) {
            sql.update("DELETE FROM search_stale WHERE prospect_id = ?", id);
            sql.update("DELETE FROM prospect_search WHERE rowid = ?", id);
        }
        sql.update("INSERT INTO prospect_search (prospect_search) VALUES ('optimize')");
    }
}

package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.PersonEdits.Likely;
import app.afterbeep.prospects.PhoneNumbers;
import app.afterbeep.prospects.Prospect;
import java.util.List;

/// Two prospects who are one person. On the database thread, inside the caller's transaction.
final class MergeStore {
    private final Sql sql;

    MergeStore(Sql sql) {
        this.sql = sql;
    }

    /// Who has a number, the address, or name and company in common with this one.
    List<Likely> likely(Prospect p, int limit) {
        return sql.list("""
            SELECT o.id, o.first_name, o.last_name, o.company, min(why) AS why,
              coalesce((SELECT e164 FROM phone WHERE prospect_id = o.id ORDER BY rank LIMIT 1), '') AS number FROM (
                SELECT b.prospect_id AS id, '1same number' AS why FROM phone a JOIN phone b ON b.e164 = a.e164 WHERE a.prospect_id = ?1
                UNION ALL SELECT id, '2same email' FROM prospect WHERE email = ?2 COLLATE NOCASE AND email <> ''
                UNION ALL SELECT f.rowid, '3same name and company' FROM prospect_search f JOIN prospect s ON s.id = f.rowid
                  WHERE prospect_search MATCH ?3 AND s.first_name = ?4 COLLATE NOCASE AND s.last_name = ?5 COLLATE NOCASE AND s.company = ?6 COLLATE NOCASE
              ) l JOIN prospect o ON o.id = l.id WHERE o.id <> ?1 AND o.merged_into IS NULL GROUP BY o.id ORDER BY why, o.id LIMIT ?7""",
            r -> new Likely(r.number("id"), Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), ""), r.text("company"),
                r.text("why").substring(1) + (r.text("number").isEmpty() ? "" : " · " + PhoneNumbers.shown(r.text("number")))),
            p.id(), p.email(), "name : \"" + (p.firstName() + " " + p.lastName()).replace("\"", " ") + "\"", p.firstName(), p.lastName(), p.company(), limit);
    }

    /// `goes` is only kept for the log, with all that was merged into it before.
    void mergeInto(long stays, long goes) {
        sql.update("UPDATE prospect SET merged_into = ? WHERE merged_into = ?", stays, goes);
        sql.update("UPDATE prospect SET merged_into = ? WHERE id = ?", stays, goes);
    }

    /// The number becomes one of the other's, after those that they have.
    void moveNumber(long phoneId, long stays) {
        sql.update("UPDATE phone SET prospect_id = ?1, rank = (SELECT coalesce(max(rank), 0) + 1 FROM phone WHERE prospect_id = ?1) WHERE id = ?2", stays, phoneId);
    }

    void movePromise(long promiseId, long stays) {
        sql.update("UPDATE promise SET prospect_id = ? WHERE id = ?", stays, promiseId);
    }

    void moveSkips(long stays, long goes) {
        sql.update("UPDATE skip SET prospect_id = ? WHERE prospect_id = ?", stays, goes);
    }
}

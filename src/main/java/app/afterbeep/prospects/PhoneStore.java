package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import java.util.List;

/// The numbers of prospects, in the order in which they are dialed. On the database thread, inside the caller's transaction.
public final class PhoneStore {
    private final Sql sql;
    private final DncStore dnc;

    PhoneStore(Sql sql, DncStore dnc) {
        this.sql = sql;
        this.dnc = dnc;
    }

    /// All numbers of a prospect, each with what is known of it.
    List<Phone> of(long prospectId) {
        return sql.list("""
            SELECT phone.*, EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = e164)
                OR EXISTS (SELECT 1 FROM dnc_of_address WHERE dnc_of_address.prospect_id = phone.prospect_id) AS dnc,
              EXISTS (SELECT 1 FROM phone other WHERE other.e164 = phone.e164 AND other.prospect_id <> phone.prospect_id) AS shared
            FROM phone WHERE prospect_id = ? ORDER BY rank""",
            r -> new Phone(r.number("id"), r.integer("rank"), r.text("e164"), r.text("extension"), r.text("label"), r.text("type"), r.flag("valid"),
                r.flag("bad"), r.flag("dnc"), r.flag("shared")), prospectId);
    }

    /// How many numbers the prospect with the most of them has.
    public int most() {
        return (int) sql.number("""
            SELECT max(n) FROM (SELECT count(*) AS n FROM phone JOIN prospect p ON p.id = prospect_id WHERE merged_into IS NULL GROUP BY prospect_id)""");
    }

    /// Adds a number after the ones the prospect has.
    public void add(long prospectId, Phone phone) {
        sql.update("""
            INSERT INTO phone (prospect_id, rank, e164, extension, label, type, valid)
            VALUES (?1, (SELECT coalesce(max(rank), 0) + 1 FROM phone WHERE prospect_id = ?1), ?2, ?3, ?4, ?5, ?6)""",
            prospectId, phone.e164(), phone.extension(), phone.label(), phone.type(), phone.valid());
    }

    /// Another number in the place of this one.
    public void save(long phoneId, Phone phone) {
        sql.update("UPDATE phone SET e164 = ?, extension = ?, type = ?, valid = ?, bad = 0 WHERE id = ?", phone.e164(), phone.extension(), phone.type(),
            phone.valid(), phoneId);
    }

    public void remove(long phoneId) {
        sql.update("DELETE FROM phone WHERE id = ?", phoneId);
    }

    /// The numbers of a prospect in this order, by their ids.
    public void saveOrder(List<Long> phoneIds) {
        // Not over each other: two numbers never have one rank.
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < phoneIds.size(); i++) {
                sql.update("UPDATE phone SET rank = ? WHERE id = ?", i + 1 + (turn == 0 ? 1_000 : 0), phoneIds.get(i));
            }
        }
    }

    /// The number is the prospect's after all. That they may be called follows with [ProspectStore#refresh], which sees that they waited for one.
    public void markGood(long prospectId, String e164) {
        sql.update("UPDATE phone SET bad = 0 WHERE prospect_id = ? AND e164 = ? AND bad = 1", prospectId, e164);
    }

    public void markBad(long prospectId, String e164) {
        sql.update("UPDATE phone SET bad = 1 WHERE prospect_id = ? AND e164 = ?", prospectId, e164);
        dnc.refreshReachable("id = ?", prospectId);
    }
}

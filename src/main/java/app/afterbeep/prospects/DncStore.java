package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Who must not be called: numbers, addresses and domains, by themselves and not by prospect, so that they outlive every deletion and import.
/// What holds for whom is said in one place, the views `dnc_of` and `dnc_of_address` and their like for an address alone
/// ([#emailSuppressed]): an import, the queue, the dialing and the outbox ask here. On the database thread, inside the caller's transaction.
public final class DncStore {
    private final Sql sql;
    private final Clock clock;

    public DncStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Whether this address, or a domain that it is at or below, is on the do-not-call list, whoever has it.
    public boolean emailSuppressed(String email) {
        return !email.isEmpty() && sql.number("""
            SELECT EXISTS (SELECT 1 FROM dnc WHERE kind = 'email' AND value = ?1) OR EXISTS (SELECT 1 FROM dnc WHERE kind = 'domain' AND value IN (
              WITH RECURSIVE suffix (name) AS (
                SELECT substr(?1, instr(?1, '@') + 1) UNION ALL SELECT substr(name, instr(name, '.') + 1) FROM suffix WHERE instr(name, '.') > 0)
              SELECT name FROM suffix))""", email.toLowerCase(Locale.ROOT)) == 1;
    }

    /// Whether this number is on the list, whoever has it. E.164.
    public boolean numberSuppressed(String e164) {
        return sql.number("SELECT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = ?)", e164) == 1;
    }

    /// Whether the person as a whole must be neither called nor emailed: by their address, its domain, or because they said so.
    public boolean personSuppressed(long prospectId) {
        return sql.number("""
            SELECT EXISTS (SELECT 1 FROM prospect WHERE id = ?1 AND status = 'dnc') OR EXISTS (SELECT 1 FROM dnc_of_address WHERE prospect_id = ?1)""",
            prospectId) == 1;
    }

    /// Suppresses the person for good: every number, the email; the numbers hold for everybody who shares them.
    /// Emails that have not left are withdrawn, an open promise is released.
    ///
    /// @param source what asked for it, for the DNC list: "outcome", "import" or "rep"
    public void suppress(Prospect prospect, String source) {
        suppress(prospect, source, "");
    }

    /// @param note who asked for it, or ""
    void suppress(Prospect prospect, String source, String note) {
        for (Phone phone : prospect.phones()) {
            add("phone", phone.e164(), source, note);
        }
        if (!prospect.email().isEmpty()) {
            add("email", prospect.email().toLowerCase(Locale.ROOT), source, note);
        }
        sql.update("UPDATE prospect SET status = 'dnc', next_call_at = NULL WHERE id = ?", prospect.id());
        // Whoever asks for it, the outcome or an import: nothing that is queued or promised is left.
        sql.update("UPDATE email SET state = 'withdrawn' WHERE prospect_id = ? AND state IN ('waiting', 'failed')", prospect.id());
        release("?2", prospect.id());
        for (Phone phone : prospect.phones()) {
            holds("phone", phone.e164());
        }
        if (!prospect.email().isEmpty()) {
            holds("email", prospect.email().toLowerCase(Locale.ROOT));
        }
    }

    /// Suppresses numbers and an address of somebody who is not in the file themselves; they hold for everybody who shares them.
    public void suppress(List<Phone> phones, String email, String source) {
        for (Phone phone : phones) {
            add("phone", phone.e164(), source, "");
            holds("phone", phone.e164());
        }
        if (!email.isEmpty()) {
            add("email", email.toLowerCase(Locale.ROOT), source, "");
            holds("email", email.toLowerCase(Locale.ROOT));
        }
    }

    /// The entries for this person's numbers and address that an outcome put there within ten seconds of one of these moments, and that nobody
    /// else who asked not to be called has as well.
    public List<Long> entriesOf(long prospectId, List<Instant> moments) {
        return sql.list("""
            SELECT id, at FROM dnc WHERE id IN (SELECT dnc_id FROM dnc_of WHERE prospect_id = ?1) AND source = 'outcome' AND NOT EXISTS (
              SELECT 1 FROM prospect o WHERE o.id <> ?1 AND o.status = 'dnc' AND (
                kind = 'email' AND o.id IN (SELECT id FROM prospect WHERE email = value COLLATE NOCASE AND email <> '')
                OR kind = 'phone' AND o.id IN (SELECT prospect_id FROM phone WHERE e164 = value)))""",
            r -> Map.entry(r.number("id"), r.instant("at")), prospectId).stream()
            .filter(entry -> moments.stream().anyMatch(at -> !entry.getValue().isBefore(at) && entry.getValue().isBefore(at.plusSeconds(10))))
            .map(Map.Entry::getKey).toList();
    }

    /// How many entries of the do-not-call list hold for this person.
    public long count(long prospectId) {
        return sql.number("SELECT count(*) FROM dnc_of WHERE prospect_id = ?", prospectId);
    }

    /// Takes entries off the do-not-call list: they were put there in error.
    public void free(List<Long> dncIds) {
        dncIds.forEach(id -> sql.update("DELETE FROM dnc WHERE id = ?", id));
    }

    /// Puts an entry of another file of ours on the list, as it stood there. Returns whether it was not there yet.
    boolean restore(Kept.Entry entry) {
        boolean isNew = sql.update("INSERT INTO dnc (kind, value, source, at, note) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            entry.kind(), entry.value(), entry.source(), entry.at(), entry.note()) == 1;
        if (isNew) {
            holds(entry.kind(), entry.value());
        }
        return isNew;
    }

    /// How many entries there are.
    public long count() {
        return sql.number("SELECT count(*) FROM dnc");
    }

    /// Puts an entry on the list; false when it stands there already. What holds for whom follows with [#holds].
    private boolean add(String kind, String value, String source, String note) {
        return sql.update("INSERT INTO dnc (kind, value, source, at, note) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", kind, value, source,
            clock.instant(), note) == 1;
    }

    /// An entry is on the list: nobody who has it is called any more, so what was agreed with them is let go, and nothing that waits for them leaves.
    void holds(String kind, String value) {
        hold(who(kind), value);
        switch (kind) {
            case "phone" -> {}
            case "email" -> sql.update("UPDATE email SET state = 'withdrawn' WHERE to_address = ? COLLATE NOCASE AND state IN ('waiting', 'failed')", value);
            default -> sql.update("""
                UPDATE email SET state = 'withdrawn' WHERE state IN ('waiting', 'failed') AND (to_address LIKE '%@' || ?1 OR to_address LIKE '%.' || ?1)""",
                value);
        }
    }

    /// Who has a value of this kind, which is `?2` in it.
    private static String who(String kind) {
        return switch (kind) {
            case "phone" -> "SELECT prospect_id FROM phone WHERE e164 = ?2";
            case "email" -> "SELECT id FROM prospect WHERE email = ?2 COLLATE NOCASE AND email <> ''";
            default -> "SELECT rowid FROM prospect_search WHERE prospect_search MATCH 'email : \"' || ?2 || '\"'";
        };
    }

    /// An entry came off the list: a person whom no other one holds for goes on in their cadence, or as somebody one has talked with. Not before the
    /// day that their last call had left them to; where they stood before nobody has written down.
    void freed(String kind, String value) {
        sql.update("""
            UPDATE prospect SET due = iif(last_outcome = '', 'fresh', 'step'),
              status = iif(EXISTS (SELECT 1 FROM attempt a WHERE a.prospect_id = prospect.id AND a.undone_at IS NULL AND a.series_id = prospect.series_id
                AND a.step = prospect.step AND a.outcome IN ('conversation', 'meeting_booked')), 'talking', 'active'),
              next_call_at = iif(last_outcome = '', ?3, max(?1, coalesce((SELECT a.next_call_at FROM attempt a
                WHERE a.prospect_id = prospect.id AND a.undone_at IS NULL ORDER BY a.at DESC, a.id DESC LIMIT 1), 0)))
            WHERE status = 'dnc' AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM dnc_of WHERE prospect_id = prospect.id)
              AND id IN (""" + who(kind) + ")", clock.instant(), value, Prospect.AT_ONCE);
        callAgain(who(kind), value);
        dueAgain(who(kind), value);
    }

    /// Who has no next call because the last one found that there is no right number, and has a number now, is due at once.
    ///
    /// @param who those that have `value`, which is `?2` in it
    void callAgain(String who, Object value) {
        sql.update("""
            UPDATE prospect SET next_call_at = ?1 WHERE reachable = 1 AND next_call_at IS NULL AND status IN ('active', 'talking')
              AND 'wrong_number' = (SELECT iif(followed = '', outcome, followed) FROM attempt
                WHERE prospect_id = prospect.id AND followed <> 'none' AND undone_at IS NULL ORDER BY at DESC, id DESC LIMIT 1)
              AND id IN (""" + who + ")", clock.instant(), value);
    }

    /// Whoever can be called again and lost meanwhile what was agreed with them is due like anybody else.
    ///
    /// @param who those that have `value`, which is `?2` in it
    void dueAgain(String who, Object value) {
        sql.update("""
            UPDATE prospect SET due = iif(due IN ('promise', 'callback'), ?1, due), status = iif(status = 'meeting', ?3, status)
            WHERE reachable = 1 AND (due IN ('promise', 'callback') OR status = 'meeting')
              AND NOT EXISTS (SELECT 1 FROM promise WHERE prospect_id = prospect.id AND state = 'open') AND id IN (""" + who + ")",
            Prospect.Due.STEP, value, Prospect.Status.TALKING);
    }

    /// The numbers or the address of a person have changed: what is on the list may hold for them now.
    void refresh(long prospectId) {
        refreshReachable("id = ?", prospectId);
        release("SELECT prospect_id FROM dnc_of JOIN prospect ON prospect.id = prospect_id WHERE prospect_id = ?2 AND reachable = 0", prospectId);
    }

    /// Entries are on the list: whoever can't be called any more loses what was agreed with them.
    ///
    /// @param who the ids of those that have `value`, which is `?2` in it
    void hold(String who, Object value) {
        refreshReachable("id IN (" + who.replace("?2", "?") + ")", value);
        release("SELECT id FROM prospect WHERE reachable = 0 AND id IN (" + who + ")", value);
    }

    /// What was agreed with somebody who must not be called any more is neither kept nor broken, unless the promised day is over: that was missed.
    private void release(String who, Object value) {
        sql.update("UPDATE promise SET state = CASE WHEN day_ends_at <= ?1 THEN 'missed' ELSE 'released' END, settled_at = ?1 WHERE state = 'open' AND prospect_id IN ("
            + who + ")", clock.instant(), value);
    }

    /// Brings the cached `reachable` to what numbers and DNC list say.
    void refreshReachable(String where, Object argument) {
        sql.update("UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id) WHERE " + where, argument);
    }
}

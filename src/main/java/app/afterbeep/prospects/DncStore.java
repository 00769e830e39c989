package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The do-not-call list: numbers and addresses, by themselves and not by prospect, so that they outlive every deletion and import.
/// On the database thread, inside the caller's transaction.
public final class DncStore {
    private static final String DNC_OF = """
        SELECT id, at FROM dnc WHERE (kind = 'phone' AND value IN (SELECT e164 FROM phone WHERE prospect_id = ?1)
          OR kind = 'email' AND value = (SELECT lower(email) FROM prospect WHERE id = ?1))""";

    /// One letter begins the names of half the list.
    private static final int SHORTEST_NAME = 2;

    private final Sql sql;
    private final Clock clock;

    DncStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Whether this address is on the do-not-call list, whoever has it.
    public boolean emailSuppressed(String email) {
        return !email.isEmpty() && has("email", email.toLowerCase(Locale.ROOT));
    }

    /// Whether this number is on the list, whoever has it. E.164.
    boolean numberSuppressed(String e164) {
        return has("phone", e164);
    }

    private boolean has(String kind, String value) {
        return sql.number("SELECT count(*) FROM dnc WHERE kind = ? AND value = ?", kind, value) > 0;
    }

    /// Suppresses the person for good: every number, the email; the numbers hold for everybody who shares them.
    /// Emails that have not left are withdrawn, an open promise is released.
    ///
    /// @param source what asked for it, for the DNC list: "outcome" or "import"
    public void suppress(Prospect prospect, String source) {
        for (Phone phone : prospect.phones()) {
            add("phone", phone.e164(), source);
        }
        if (!prospect.email().isEmpty()) {
            add("email", prospect.email().toLowerCase(Locale.ROOT), source);
        }
        sql.update("UPDATE prospect SET status = 'dnc', next_call_at = NULL WHERE id = ?", prospect.id());
        // Whoever asks for it, the outcome or an import: nothing that is queued or promised is left.
        sql.update("UPDATE email SET state = 'withdrawn' WHERE prospect_id = ? AND state IN ('waiting', 'failed')", prospect.id());
        if (!prospect.email().isEmpty()) {
            sql.update("UPDATE email SET state = 'withdrawn' WHERE to_address = ? COLLATE NOCASE AND state IN ('waiting', 'failed')", prospect.email());
        }
        sql.update("UPDATE promise SET state = 'released', settled_at = ? WHERE prospect_id = ? AND state = 'open'", clock.instant(), prospect.id());
        for (Phone phone : prospect.phones()) {
            refreshReachable("id IN (SELECT prospect_id FROM phone WHERE e164 = ?)", phone.e164());
        }
        if (!prospect.email().isEmpty()) {
            refreshReachable("email = ? COLLATE NOCASE AND email <> ''", prospect.email());
        }
    }

    /// The entries for this person's numbers and address that an outcome put there within ten seconds of one of these moments, and that nobody
    /// else who asked not to be called has as well.
    public List<Long> entriesOf(long prospectId, List<Instant> moments) {
        return sql.list(DNC_OF + " AND source = 'outcome' AND NOT EXISTS ("
            + "SELECT 1 FROM prospect o WHERE o.id <> ?1 AND o.status = 'dnc' AND (kind = 'email' AND o.email = value COLLATE NOCASE AND o.email <> ''"
            + " OR kind = 'phone' AND EXISTS (SELECT 1 FROM phone WHERE prospect_id = o.id AND e164 = value)))",
            r -> Map.entry(r.number("id"), r.instant("at")), prospectId).stream()
            .filter(entry -> moments.stream().anyMatch(at -> !entry.getValue().isBefore(at) && entry.getValue().isBefore(at.plusSeconds(10))))
            .map(Map.Entry::getKey).toList();
    }

    /// How many entries of the do-not-call list hold for this person.
    public long count(long prospectId) {
        return sql.list(DNC_OF, r -> r.number("id"), prospectId).size();
    }

    /// Takes entries off the do-not-call list: they were put there in error.
    public void free(List<Long> dncIds) {
        dncIds.forEach(id -> sql.update("DELETE FROM dnc WHERE id = ?", id));
    }

    private void add(String kind, String value, String source) {
        sql.update("INSERT INTO dnc (kind, value, source, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", kind, value, source, clock.instant());
    }

    /// Puts an entry of another file of ours on the list, as it stood there. Returns whether it was not there yet.
    boolean restore(Kept.Entry entry) {
        boolean isNew = sql.update("INSERT INTO dnc (kind, value, source, at, note) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            entry.kind(), entry.value(), entry.source(), entry.at(), entry.note()) > 0;
        if (isNew) {
            switch (entry.kind()) {
                case "phone" -> refreshReachable("id IN (SELECT prospect_id FROM phone WHERE e164 = ?)", entry.value());
                case "email" -> refreshReachable("email = ? COLLATE NOCASE AND email <> ''", entry.value());
                default -> refreshReachable("email LIKE '%@' || ?", entry.value());
            }
        }
        return isNew;
    }

    /// One entry of the do-not-call list.
    ///
    /// @param who the prospects that have it, "" when none does any more
    public record Dnc(long id, String kind, String value, String source, Instant at, String who) {}

    /// The latest entries first: those whose number or address has `query` in it (a number in any notation), or whose owner has words that
    /// begin so; all for an empty query.
    public List<Dnc> list(String query, int limit) {
        String text = query.strip();
        String digits = text.replaceAll("\\D", "");
        String words = text.length() < SHORTEST_NAME || text.contains("@") ? "" : FindRules.match(text);
        String match = words.isEmpty() || words.startsWith("phones") ? "\"\"" : "{name company} : (" + words + ")";
        // Owners are only looked up for the entries that are shown: the list may be long, and is read with each letter.
        return sql.list("""
            SELECT dnc.*, CASE kind
              WHEN 'phone' THEN (SELECT group_concat(DISTINCT coalesce(nullif(trim(first_name || ' ' || last_name), ''), company))
                FROM phone JOIN prospect p ON p.id = prospect_id WHERE e164 = dnc.value)
              ELSE (SELECT group_concat(DISTINCT coalesce(nullif(trim(first_name || ' ' || last_name), ''), company))
                FROM prospect p WHERE p.email = dnc.value COLLATE NOCASE AND p.email <> '') END AS who
            FROM dnc WHERE ?1 = '' OR id IN (
              SELECT id FROM dnc WHERE instr(value, ?1) > 0 OR length(?2) > 2 AND instr(value, ?2) > 0
              UNION ALL SELECT d.id FROM prospect_search s JOIN phone ON prospect_id = s.rowid JOIN dnc d ON d.kind = 'phone' AND d.value = e164
                WHERE prospect_search MATCH ?3
              UNION ALL SELECT d.id FROM prospect_search s JOIN prospect p ON p.id = s.rowid JOIN dnc d ON d.kind = 'email' AND d.value = lower(p.email)
                WHERE prospect_search MATCH ?3)
            ORDER BY id DESC LIMIT ?4""",
            r -> new Dnc(r.number("id"), r.text("kind"), r.text("value"), r.text("source"), r.instant("at"), r.text("who").replace(",", ", ")),
            text.toLowerCase(Locale.ROOT), digits, match, limit);
    }

    /// How many numbers and addresses are on the do-not-call list.
    public long count() {
        return sql.number("SELECT count(*) FROM dnc");
    }

    /// Brings the cached `reachable` to what numbers and DNC list say.
    void refreshReachable(String where, Object argument) {
        sql.update("""
            UPDATE prospect SET reachable =
              EXISTS (SELECT 1 FROM phone WHERE prospect_id = prospect.id AND bad = 0
                AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = e164))
              AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'email' AND value = lower(prospect.email))
              AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'domain' AND value = lower(substr(prospect.email, instr(prospect.email, '@') + 1)))
            WHERE\s""" + where, argument);
    }
}

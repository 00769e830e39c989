package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.DncRules.Item;
import app.afterbeep.prospects.DncRules.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The do-not-call list as the rep keeps it: what stands on it, what came off it and why. Found by seeks, however long it is. On the database
/// thread, inside the caller's transaction.
public final class DncListStore {
    /// One letter begins the names of half the list.
    private static final int SHORTEST_NAME = 2;
    private static final int NAMES = 3;
    private static final String NAME = "coalesce(nullif(trim(first_name || ' ' || last_name), ''), nullif(company, ''), email)";
    private static final String ENTRY = """
        SELECT dnc.*, CASE kind
          WHEN 'phone' THEN (SELECT group_concat(name, char(10)) FROM (SELECT DISTINCT %1$s AS name
            FROM phone JOIN prospect p ON p.id = prospect_id WHERE e164 = dnc.value LIMIT 4))
          WHEN 'email' THEN (SELECT group_concat(name, char(10)) FROM (SELECT DISTINCT %1$s AS name
            FROM prospect p WHERE p.email = dnc.value COLLATE NOCASE AND p.email <> '' LIMIT 4))
          ELSE (SELECT group_concat(name, char(10)) FROM (SELECT DISTINCT %1$s AS name FROM prospect p WHERE p.id IN (
              SELECT rowid FROM prospect_search WHERE prospect_search MATCH 'email : "' || dnc.value || '"')
            AND (p.email LIKE '%%@' || dnc.value OR p.email LIKE '%%.' || dnc.value) LIMIT 4)) END AS who
        FROM dnc\s""".formatted(NAME);

    private final Sql sql;
    private final Clock clock;
    private final DncStore dnc;

    public DncListStore(Sql sql, Clock clock, DncStore dnc) {
        this.sql = sql;
        this.clock = clock;
        this.dnc = dnc;
    }

    /// One entry of the do-not-call list.
    ///
    /// @param who the prospects that have it, "" when none does any more
    public record Dnc(long id, Kind kind, String value, String source, Instant at, String note, String who) {}

    /// An entry that came off the list.
    public record Removed(long id, Kind kind, String value, Instant at, String note, Instant removedAt, String reason) {}

    /// The latest entries first: those that `query` finds, a number by its beginning or its last four digits and more, an address by its
    /// beginning or its domain's, all by the names of who has them; all for an empty query.
    ///
    /// @param kind null for every kind
    /// @param home the country code of numbers without one, "1"
    public List<Dnc> list(String query, @Nullable Kind kind, String home, int limit) {
        String text = query.strip().toLowerCase(Locale.ROOT);
        String kinds = kind == null ? "" : kind.toString();
        if (text.isEmpty()) {
            return kind == null ? sql.list(ENTRY + "ORDER BY id DESC LIMIT ?", DncListStore::entry, limit)
                : sql.list(ENTRY + "WHERE kind = ? ORDER BY id DESC LIMIT ?", DncListStore::entry, kind, limit);
        }
        String digits = DncRules.isNumberLike(text) ? text.replaceAll("\\D", "") : "";
        String words = text.length() < SHORTEST_NAME || text.contains("@") || !digits.isEmpty() ? "" : FindRules.match(text);
        String match = words.isEmpty() ? "\"\"" : "{name company} : (" + words + ")";
        String from = digits.isEmpty() ? text : "+" + digits;
        String atHome = "+" + home + digits.replaceFirst("^0+", "");
        return sql.list(ENTRY + """
            WHERE id IN (
              SELECT id FROM (SELECT id FROM dnc WHERE kind = 'phone' AND ?2 <> '' AND value >= ?3 AND value < ?3 || ':' LIMIT ?7)
              UNION ALL SELECT id FROM (SELECT id FROM dnc WHERE kind = 'phone' AND ?2 <> '' AND value >= ?4 AND value < ?4 || ':' LIMIT ?7)
              UNION ALL SELECT id FROM (SELECT id FROM dnc INDEXED BY dnc_last_digits WHERE kind = 'phone' AND length(?2) >= 4 AND substr(value, -4) = substr(?2, -4)
                AND substr(value, -length(?2)) = ?2 LIMIT ?7)
              UNION ALL SELECT id FROM (SELECT id FROM dnc WHERE kind = 'email' AND value >= ?1 AND value < ?1 || char(1114111) LIMIT ?7)
              UNION ALL SELECT id FROM (SELECT id FROM dnc INDEXED BY dnc_domain WHERE kind <> 'phone' AND substr(value, instr(value, '@') + 1) >= ?1
                AND substr(value, instr(value, '@') + 1) < ?1 || char(1114111) LIMIT ?7)
              UNION ALL SELECT id FROM (SELECT d.id FROM prospect_search s CROSS JOIN phone ON prospect_id = s.rowid
                CROSS JOIN dnc d ON d.kind = 'phone' AND d.value = e164 WHERE prospect_search MATCH ?5 LIMIT ?7)
              UNION ALL SELECT id FROM (SELECT d.id FROM prospect_search s CROSS JOIN prospect p ON p.id = s.rowid
                CROSS JOIN dnc d ON d.kind = 'email' AND d.value = lower(p.email) WHERE prospect_search MATCH ?5 LIMIT ?7))
              AND (?6 = '' OR kind = ?6)
            ORDER BY id DESC LIMIT ?7""", DncListStore::entry, text, digits, from, atHome, match, kinds, limit);
    }

    private static Dnc entry(Sql.Row r) {
        List<String> who = Arrays.stream(r.text("who").split("\n")).filter(name -> !name.isEmpty()).toList();
        return new Dnc(r.number("id"), Kind.of(r.text("kind")), r.text("value"), r.text("source"), r.instant("at"), r.text("note"),
            String.join(", ", who.subList(0, Math.min(NAMES, who.size()))) + (who.size() > NAMES ? " and others" : ""));
    }

    public Optional<Dnc> find(long id) {
        return sql.first(ENTRY + "WHERE id = ?", DncListStore::entry, id);
    }

    /// What came off the list, the latest first.
    public List<Removed> removed(int limit) {
        return sql.list("SELECT * FROM dnc_removed ORDER BY id DESC LIMIT ?", r -> new Removed(r.number("id"), Kind.of(r.text("kind")), r.text("value"),
            r.instant("at"), r.text("note"), r.instant("removed_at"), r.text("reason")), limit);
    }

    /// Every entry, for an export, in the order of adding.
    public void each(Consumer<Dnc> entry) {
        sql.each(ENTRY + "ORDER BY id", r -> entry.accept(entry(r)));
    }

    /// Puts an entry on the list, and it holds at once; false when it stood there already.
    ///
    /// @param source "rep" or "file"
    public boolean add(Item item, String source, String note) {
        boolean added = insert(new Kept.Entry(item.kind().toString(), item.value(), source, clock.instant(), note), null);
        if (added) {
            dnc.holds(item.kind().toString(), item.value());
        }
        return added;
    }

    private boolean insert(Kept.Entry entry, @Nullable Long importId) {
        return sql.update("INSERT INTO dnc (kind, value, source, at, note, import_id) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", entry.kind(),
            entry.value(), entry.source(), entry.at(), entry.note(), importId) == 1;
    }

    /// The file that entries come from. Each part of it counts by itself, so it is never half done.
    public long addImport(String file) {
        return sql.insert("INSERT INTO import (at, file, kind, state) VALUES (?, ?, 'dnc', 'done')", clock.instant(), file);
    }

    /// Puts many entries on the list, and they hold at once.
    ///
    /// @return how many were not there yet
    public int addAll(List<Kept.Entry> entries, long importId) {
        long last = sql.number("SELECT max(id) FROM dnc");
        int added = 0;
        for (Kept.Entry entry : entries) {
            added += insert(entry, importId) ? 1 : 0;
        }
        dnc.hold("SELECT prospect_id FROM dnc CROSS JOIN phone ON e164 = value WHERE dnc.id > ?2 AND kind = 'phone'", last);
        sql.list("SELECT kind, value FROM dnc WHERE id > ? AND kind <> 'phone'", r -> new Item(Kind.of(r.text("kind")), r.text("value")), last)
            .forEach(item -> dnc.holds(item.kind().toString(), item.value()));
        return added;
    }

    public void endImport(long importId, int added, int known, int rejected) {
        sql.update("UPDATE import SET imported = ?, duplicates = ?, rejected = ? WHERE id = ?", added, known, rejected, importId);
    }

    /// Takes an entry off the list, and keeps what stood there with the reason. A person whom nothing else holds for may be called again.
    public void remove(Dnc entry, String reason) {
        sql.update("""
            INSERT INTO dnc_removed (kind, value, source, at, note, removed_at, reason) SELECT kind, value, source, at, note, ?, ? FROM dnc WHERE id = ?""",
            clock.instant(), reason, entry.id());
        sql.update("DELETE FROM dnc WHERE id = ?", entry.id());
        dnc.freed(entry.kind().toString(), entry.value());
    }
}

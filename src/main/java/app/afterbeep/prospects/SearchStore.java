package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.util.List;
import java.util.function.LongSupplier;

/// The search index, and the people it finds: what a query means to it is [FoundStore]'s. On the database thread, inside the caller's transaction.
public final class SearchStore {
    private static final String SUMMARY = """
        SELECT p.id, p.first_name, p.last_name, p.company, p.email, p.reachable, (SELECT ordinal FROM next_step WHERE prospect_id = p.id) AS step,
          p.due, p.next_call_at, p.last_outcome, p.last_call_at,
          iif(p.reachable = 0 AND EXISTS (SELECT 1 FROM dnc_of WHERE prospect_id = p.id), 'dnc', p.status) AS status,
          l.name AS list_name, place.id AS place_id, place.country, place.region, place.zones, place.hours,
          (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY bad, rank LIMIT 1) AS phone
        FROM prospect p JOIN list l ON l.id = p.list_id JOIN place ON place.id = p.place_id
        """;

    /// So many pages of 4 kB are written at a time.
    private static final int TIDIED = 16;
    /// Of one size, while very many rows are added: the more there may be, the less often each word is written.
    private static final int MOST_PARTS = 16;

    private final Sql sql;
    private final LongSupplier everybody;

    /// @param everybody how many prospects there are
    SearchStore(Sql sql, LongSupplier everybody) {
        this.sql = sql;
        this.everybody = everybody;
    }

    /// Prospects whose name, company or email has words that begin with each word of `query`, or who have a number that
    /// begins or ends with it, in the order of adding; all for an empty query. A number may be typed or pasted in any notation.
    public List<Summary> find(String query, int limit) {
        String found = FoundStore.argument(query);
        return found.isEmpty() ? summaries(sql, "WHERE p.merged_into IS NULL ORDER BY p.id LIMIT ?", limit)
            : summaries(sql, "WHERE p.merged_into IS NULL AND p.id IN (SELECT f.id FROM (" + FoundStore.first(query, "?1")
                + ") f ORDER BY f.id LIMIT ?2) ORDER BY p.id", found, limit);
    }

    /// How many prospects [#find] finds with that limit.
    public long count(String query, int limit) {
        String found = FoundStore.argument(query);
        return found.isEmpty() ? Math.min(limit, everybody.getAsLong())
            : sql.number("SELECT count(*) FROM (SELECT DISTINCT id FROM (" + FoundStore.ids(query, "?1") + ") LIMIT ?2)", found, limit);
    }

    /// @param where which prospects `p`, and their order
    static List<Summary> summaries(Sql sql, String where, Object... arguments) {
        return sql.list(SUMMARY + where, SearchStore::summary, arguments);
    }

    private static Summary summary(Row r) {
        return new Summary(r.number("id"), Prospect.shownName(r.text("first_name"), r.text("last_name"), r.text("company"), r.text("phone")),
            r.text("company"), r.text("phone"), r.text("email"), r.text("list_name"),
            Prospect.Status.of(r.text("status")), r.flag("reachable"), r.integer("step"), Prospect.Due.of(r.text("due")),
            r.instantOrNull("next_call_at"), PlaceStore.place(r, "place_id", ""), r.text("last_outcome"), r.instantOrNull("last_call_at"));
    }

    /// Makes the prospects with ids from `first` to `last` findable by their current texts.
    public void index(long first, long last) {
        sql.update("""
            INSERT OR REPLACE INTO prospect_search (rowid, name, company, email, note)
            SELECT id, name, company, email, note FROM prospect_words WHERE id BETWEEN ? AND ?""", first, last);
        sql.update("DELETE FROM search_stale WHERE prospect_id BETWEEN ? AND ?", first, last);
    }

    /// Like [#index], of people who were never findable: what is looked for before each row costs a sixth of it.
    public void indexNew(long first, long last) {
        sql.update("""
            INSERT INTO prospect_search (rowid, name, company, email, note)
            SELECT id, name, company, email, note FROM prospect_words WHERE id BETWEEN ? AND ?""", first, last);
    }

    /// To be called before what is indexed piece by piece, with [#tidy] after each: SQLite would put the index in order by itself at some commits, a
    /// megabyte at once, and write each word five times over instead of three. It stays so in the file: what is added by hand later are small parts, of
    /// which SQLite joins 64 at a time. https://sqlite.org/fts5.html#the_automerge_configuration_option
    public int indexInPieces() {
        return set("automerge", 0) + set("usermerge", MOST_PARTS) + set("crisismerge", 4 * MOST_PARTS);
    }

    private int set(String option, int value) {
        return sql.update("INSERT INTO prospect_search (prospect_search, rank) VALUES (?, ?)", option, value);
    }

    /// Puts a small part of the index in order.
    ///
    /// @return whether there is more
    public boolean tidy() {
        long before = sql.number("SELECT total_changes()");
        set("merge", TIDIED);
        return sql.number("SELECT total_changes()") - before >= 2;
    }

    /// Makes those findable by their current texts whose texts have changed since. Cheap when there are none.
    void indexStale() {
        if (stale()) {
            sql.update("DELETE FROM prospect_search WHERE rowid IN (SELECT prospect_id FROM search_stale)");
            sql.update("""
                INSERT OR REPLACE INTO prospect_search (rowid, name, company, email, note)
                SELECT id, name, company, email, note FROM prospect_words WHERE id IN (SELECT prospect_id FROM search_stale)""");
            sql.update("DELETE FROM search_stale");
        }
    }

    boolean stale() {
        return sql.number("SELECT EXISTS (SELECT 1 FROM search_stale)") == 1;
    }
}

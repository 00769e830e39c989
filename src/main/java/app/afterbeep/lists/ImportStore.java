package app.afterbeep.lists;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.lists.ImportReport.Result;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Imports with what became of their rows. On the database thread, inside the caller's transaction.
final class ImportStore {
    private final Sql sql;
    private final Clock clock;

    ImportStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What an import is of.
    enum Kind {
        LIST, CALLS, DNC;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// How far an import is, as table import has it.
    enum State {
        RUNNING, FINISHING, DONE, LEAVING, TAKEN_BACK;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One import.
    ///
    /// @param madeList its list was made by it
    record Begun(long id, Kind kind, String file, State state, long listId, boolean madeList, long firstId, long lastId, int imported) {}

    /// What became of its rows, in numbers.
    record Counts(int imported, int updated, int duplicates, int rejected, int suppressed) {}

    /// Stores that an import has begun; it is running.
    ///
    /// @param listId   0 for none
    /// @param headers the columns of the file
    long begin(Kind kind, String file, long listId, boolean madeList, List<String> headers) {
        return sql.insert("""
            INSERT INTO import (at, file, kind, list_id, made_list, headers) VALUES (?, ?, ?, nullif(?, 0), ?, ?)""",
            clock.instant(), file, kind, listId, madeList, json(headers));
    }

    Optional<Begun> find(long id) {
        return sql.first("SELECT * FROM import WHERE id = ?", ImportStore::begun, id);
    }

    /// The imports that are neither done nor taken back, in the order of their beginning.
    List<Begun> unfinished() {
        return sql.list("SELECT * FROM import INDEXED BY import_unfinished WHERE state NOT IN ('done', 'taken_back') ORDER BY id", ImportStore::begun);
    }

    private static Begun begun(Row r) {
        return new Begun(r.number("id"), Kind.valueOf(r.text("kind").toUpperCase(java.util.Locale.ROOT)), r.text("file"), State.valueOf(r.text("state").toUpperCase(java.util.Locale.ROOT)), r.number("list_id"),
            r.flag("made_list"), r.number("first_id"), r.number("last_id"), r.integer("imported"));
    }

    void state(long id, State state) {
        sql.update("UPDATE import SET state = ? WHERE id = ?", state, id);
    }

    /// The statement that marks an import that is done as one to be taken back, for its undo.
    static String leave(long id) {
        return "UPDATE import SET state = 'leaving' WHERE id = " + id + " AND state = 'done'";
    }

    /// How far it is: between which ids its prospects are, and what became of its rows.
    void progress(long id, long firstId, long lastId, Counts counts) {
        sql.update("""
            UPDATE import SET first_id = ?, last_id = ?, imported = ?, updated = ?, duplicates = ?, rejected = ?, suppressed = ? WHERE id = ?""",
            firstId, lastId, counts.imported(), counts.updated(), counts.duplicates(), counts.rejected(), counts.suppressed(), id);
    }

    /// Makes those with ids from `first` to `last` due: in the order of adding, or as our own file says, of whom nobody could be reached so far.
    void makeDue(long importId, long first, long last) {
        sql.update("""
            UPDATE prospect SET next_call_at = ? WHERE id BETWEEN ? AND ? AND import_id = ? AND next_call_at IS NULL AND status = 'active'
              AND due = 'fresh' AND last_outcome = ''""", Prospect.AT_ONCE, first, last, importId);
        sql.update("""
            UPDATE prospect SET reachable = (SELECT reachable FROM reachable_now WHERE id = prospect.id)
            WHERE id BETWEEN ? AND ? AND import_id = ? AND reachable = 0""", first, last, importId);
    }

    /// Keeps a row that there is something to say about.
    ///
    /// @param was what it changed and let go as a JSON array, see [ImportedStore#changed] and [ImportedStore#letGo]
    void note(long importId, ImportReport.Row row, boolean suppressed, String was) {
        sql.update("""
            INSERT INTO import_row (import_id, line, result, suppressed, reason, prospect_id, cells, was) VALUES (?, ?, ?, ?, ?, nullif(?, 0), ?, ?)""",
            importId, row.line(), row.result(), suppressed, row.reason(), row.prospectId(), json(row.cells()), was);
    }

    /// Rows of one result in the order of the file, in pages: those that were imported without a remark have the person's name, company, number
    /// and address for cells.
    List<ImportReport.Row> rows(long importId, Result result, long from, int limit) {
        return result == Result.IMPORTED ? imported(importId, from, limit)
            : sql.list("SELECT * FROM import_row WHERE import_id = ? AND result = ? ORDER BY id LIMIT ? OFFSET ?", this::row, importId, result, limit, from);
    }

    private List<ImportReport.Row> imported(long importId, long from, int limit) {
        Optional<Begun> begun = find(importId);
        if (begun.isEmpty() || begun.get().firstId() == 0) {
            return List.of();
        }
        Begun b = begun.get();
        // With nobody else between them a page far down is found by its id.
        boolean dense = b.lastId() - b.firstId() + 1 == b.imported();
        return sql.list("""
            SELECT p.import_line AS line, 'imported' AS result, p.id AS prospect_id, '' AS cells, first_name, last_name, company, email,
              (SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY rank LIMIT 1) AS phone,
              coalesce((SELECT reason FROM import_row r WHERE r.import_id = ?1 AND r.result = 'imported' AND r.prospect_id = p.id), '') AS reason
            FROM prospect p WHERE p.id BETWEEN ?2 AND ?3 AND p.import_id = ?1 ORDER BY p.id LIMIT ?4 OFFSET ?5""",
            r -> new ImportReport.Row(r.number("line"), Result.IMPORTED, r.text("reason"), List.of(r.text("first_name"), r.text("last_name"),
                r.text("company"), r.text("phone"), r.text("email")), r.number("prospect_id")),
            importId, dense ? b.firstId() + from : b.firstId(), b.lastId(), limit, dense ? 0 : from);
    }

    /// The rows of people who are on the do-not-call list.
    List<ImportReport.Row> suppressed(long importId, long from, int limit) {
        return sql.list("SELECT * FROM import_row INDEXED BY import_row_suppressed WHERE import_id = ? AND suppressed = 1 ORDER BY id LIMIT ? OFFSET ?",
            this::row, importId, limit, from);
    }

    private ImportReport.Row row(Row r) {
        return new ImportReport.Row(r.number("line"), Result.valueOf(r.text("result").toUpperCase(java.util.Locale.ROOT)), r.text("reason"),
            texts(r.text("cells")), r.number("prospect_id"));
    }

    /// The columns of its file.
    List<String> headers(long importId) {
        return sql.first("SELECT headers FROM import WHERE id = ?", r -> r.text("headers"), importId).map(this::texts).orElse(List.of());
    }

    long countLeft(long importId) {
        return sql.number("SELECT duplicates + rejected FROM import WHERE id = ?", importId);
    }

    /// Passes on every row that was not imported, duplicates and rejected ones, in the order of the file; for any number of them.
    void eachLeft(long importId, java.util.function.Consumer<ImportReport.Row> row) {
        sql.each("SELECT * FROM import_row WHERE import_id = ? AND +result IN ('duplicate', 'rejected') ORDER BY id", r -> row.accept(row(r)), importId);
    }

    private List<String> texts(String json) {
        return JsonTexts.read(json);
    }

    private static String json(List<String> texts) {
        return JsonTexts.write(texts);
    }
}

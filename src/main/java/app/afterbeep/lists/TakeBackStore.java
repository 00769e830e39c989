package app.afterbeep.lists;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.PlaceStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes an import back, piece by piece. On the database thread, inside the caller's transaction.
final class TakeBackStore {
    private static final List<String> FIELDS = List.of("title", "company", "email", "city", "state", "zip", "country", "external_id", "note", "fields",
        "place_id", "place_source", "reach", "status", "next_call_at");
    /// What an import can change of somebody, as a JSON object.
    static final String STANDING = FIELDS.stream().map(f -> "'" + f + "', " + f).collect(Collectors.joining(", ", "json_object(", ")"));

    /// Restored where what the import put there still stands.
    private static final String RESTORE = "UPDATE prospect SET " + FIELDS.stream()
        .map(f -> "%1$s = iif(json_type(?1, '$.fields.%1$s') IS NOT NULL AND %1$s IS json_extract(?1, '$.fields.%1$s[1]'), json_extract(?1, '$.fields.%1$s[0]'), %1$s)"
            .formatted(f)).collect(Collectors.joining(", ")) + " WHERE id = ?2";

    /// Whoever was called stays, also when the call was taken back since: it stands in the log. So does who has a text of their own, is on the
    /// line just now, or was merged with somebody.
    private static final String STAYS = """
        (EXISTS (SELECT 1 FROM attempt WHERE prospect_id = p.id) OR EXISTS (SELECT 1 FROM email WHERE prospect_id = p.id)
          OR EXISTS (SELECT 1 FROM promise WHERE prospect_id = p.id) OR EXISTS (SELECT 1 FROM open_call WHERE prospect_id = p.id)
          OR EXISTS (SELECT 1 FROM script_version WHERE prospect_id = p.id) OR EXISTS (SELECT 1 FROM prospect m WHERE m.merged_into = p.id)
          OR p.merged_into IS NOT NULL)""";

    /// A promise or an email that was let go is as before, unless the person was called since.
    private static final String GIVE_BACK = "UPDATE %s WHERE id = json_extract(?1, '$.%s') AND state = '%s' AND NOT EXISTS (SELECT 1 FROM attempt a"
        + " WHERE a.prospect_id = ?2 AND a.undone_at IS NULL AND a.at > (SELECT i.at FROM import i JOIN import_row r ON r.import_id = i.id WHERE r.id = ?3))";

    private final Sql sql;
    private final PlaceStore places;
    private final Clock clock;

    TakeBackStore(Sql sql, PlaceStore places, Clock clock) {
        this.sql = sql;
        this.places = places;
        this.clock = clock;
    }

    /// Removes those of this import with ids from `first` to `last` who were never called; returns how many.
    int remove(long importId, long first, long last) {
        List<Long> leaving = sql.list("SELECT id FROM prospect p WHERE id BETWEEN ? AND ? AND import_id = ? AND NOT " + STAYS, r -> r.number("id"), first,
            last, importId);
        for (long id : leaving) {
            sql.update("DELETE FROM phone WHERE prospect_id = ?", id);
            sql.update("DELETE FROM skip WHERE prospect_id = ?", id);
            sql.update("DELETE FROM prospect_search WHERE rowid = ?", id);
            sql.update("DELETE FROM prospect WHERE id = ?", id);
        }
        // A call that was taken back is no reason to be called again.
        sql.update("""
            UPDATE prospect SET status = 'closed', next_call_at = NULL WHERE id BETWEEN ? AND ? AND import_id = ? AND last_outcome = '' AND status = 'active'
              AND due = 'fresh'""", first, last, importId);
        return leaving.size();
    }

    /// How many of this import are still there.
    long staying(long importId, long first, long last) {
        return sql.number("SELECT count(*) FROM prospect WHERE id BETWEEN ? AND ? AND import_id = ?", first, last, importId);
    }

    /// The latest rows that changed somebody and are not taken back yet, `most` of them.
    List<Long> changes(long importId, int most) {
        return sql.list("SELECT id FROM import_row WHERE import_id = ? AND was <> '' ORDER BY id DESC LIMIT ?", r -> r.number("id"), importId, most);
    }

    /// Gives those whom this row has changed back what stood there before, as far as it has not changed since; a number that was called stays.
    /// Returns who they are.
    List<Long> restore(long rowId) {
        List<Map.Entry<Long, String>> changes = sql.list("""
            SELECT json_extract(c.value, '$.id') AS id, c.value AS was FROM import_row, json_each(was) c WHERE import_row.id = ?""",
            r -> Map.entry(r.number("id"), r.text("was")), rowId);
        changes.forEach(change -> {
            sql.update("""
                DELETE FROM phone WHERE id IN (SELECT value FROM json_each(?1, '$.phones')) AND prospect_id = ?2
                  AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.prospect_id = ?2 AND attempt.phone = e164)""", change.getValue(), change.getKey());
            Place before = places.of(change.getKey());
            sql.update(RESTORE, change.getValue(), change.getKey());
            places.keepWords(change.getKey(), before);
            sql.update(GIVE_BACK.formatted("promise SET state = 'open', settled_at = NULL", "promise", "released"), change.getValue(), change.getKey(), rowId);
            sql.update(GIVE_BACK.formatted("email SET state = json_extract(?1, '$.state')", "email", "withdrawn"), change.getValue(), change.getKey(), rowId);
        });
        sql.update("UPDATE import_row SET was = '' WHERE id = ?", rowId);
        return changes.stream().map(Map.Entry::getKey).toList();
    }

    /// Takes off the do-not-call list what this import put there, and keeps that in mind with the reason; `most` entries, returns how many.
    int free(long importId, String reason, int most) {
        List<Long> ids = sql.list("SELECT id FROM dnc WHERE import_id = ? LIMIT ?", r -> r.number("id"), importId, most);
        for (long id : ids) {
            sql.update("INSERT INTO dnc_removed (kind, value, source, at, note, removed_at, reason) SELECT kind, value, source, at, note, ?, ? FROM dnc WHERE id = ?",
                clock.instant(), reason, id);
            sql.update("DELETE FROM dnc WHERE id = ?", id);
        }
        return ids.size();
    }

    /// Its list, when the import made it and nobody is or was in it; and actions that nobody can undo any more.
    void close(ImportStore.Begun begun) {
        sql.update("UPDATE import SET state = 'taken_back' WHERE id = ?", begun.id());
        if (begun.madeList()) {
            sql.update("UPDATE import SET list_id = NULL WHERE id = ? AND NOT EXISTS (SELECT 1 FROM prospect WHERE list_id = ?)", begun.id(), begun.listId());
            sql.update("""
                DELETE FROM list WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM prospect WHERE list_id = ?1) AND NOT EXISTS (SELECT 1 FROM attempt WHERE list_id = ?1)
                  AND NOT EXISTS (SELECT 1 FROM snippet WHERE list_id = ?1) AND NOT EXISTS (SELECT 1 FROM import WHERE list_id = ?1)""", begun.listId());
        }
        sql.update("""
            DELETE FROM action WHERE undone_at IS NULL AND prospect_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM prospect WHERE id = action.prospect_id)""");
    }
}

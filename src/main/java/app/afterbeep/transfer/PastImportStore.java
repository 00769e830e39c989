package app.afterbeep.transfer;

import app.afterbeep.db.Sql;
import app.afterbeep.transfer.ImportWork.Kind;
import app.afterbeep.transfer.ImportWork.ListSize;
import app.afterbeep.transfer.ImportWork.Past;
import app.afterbeep.transfer.ImportWork.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The imports that were done, and their rows, a page at a time. On the database thread.
final class PastImportStore {
    private static final String PAST = """
        SELECT i.id, at, file, coalesce(l.name, file) AS list, state, imported, updated, duplicates, suppressed, rejected,
          (SELECT count(*) FROM import_row WHERE import_id = i.id AND result = 'imported' AND reason <> '') AS remarks
        FROM import i LEFT JOIN list l ON l.id = i.list_id""";
    private static final String WHO = "coalesce(nullif(trim(first_name || ' ' || last_name), ''), company, '')";

    private final Sql sql;

    PastImportStore(Sql sql) {
        this.sql = sql;
    }

    List<ListSize> lists() {
        return sql.list("SELECT name, (SELECT count(*) FROM prospect WHERE list_id = list.id) AS prospects FROM list ORDER BY name COLLATE NOCASE",
            r -> new ListSize(r.text("name"), r.number("prospects")));
    }

    List<Past> latest(int limit) {
        return sql.list(PAST + " WHERE state IN ('done', 'taken_back') ORDER BY i.id DESC LIMIT ?", PastImportStore::past, limit);
    }

    Optional<Past> find(long id) {
        return sql.first(PAST + " WHERE i.id = ?", PastImportStore::past, id);
    }

    private static Past past(Sql.Row r) {
        return new Past(r.number("id"), r.instant("at"), r.text("file"), r.text("list"), r.text("state").equals("taken_back"), r.number("imported"),
            r.number("updated"), r.number("duplicates"), r.number("suppressed"), r.number("rejected"), r.number("remarks"));
    }

    List<String> headers(long id) {
        return sql.list("SELECT value FROM import, json_each(headers) WHERE import.id = ? ORDER BY key", r -> r.text("value"), id);
    }

    List<Row> rows(long id, Kind kind, long from, int limit) {
        if (kind == Kind.NEW) {
            return people(id, from, limit);
        }
        String which = switch (kind) {
            case UPDATED -> "result = 'updated'";
            case DUPLICATE -> "result = 'duplicate'";
            case REJECTED -> "result = 'rejected'";
            case REMARK -> "result = 'imported' AND reason <> ''";
            default -> "result IN ('imported', 'updated') AND suppressed = 1";
        };
        return sql.list("SELECT line, reason, " + WHO + " AS who, (SELECT group_concat(value, char(31) ORDER BY key) FROM json_each(cells)) AS cells"
            + " FROM import_row r LEFT JOIN prospect p ON p.id = r.prospect_id WHERE r.import_id = ? AND " + which
            + " ORDER BY r.result, r.id LIMIT ? OFFSET ?",
            r -> new Row(r.number("line"), r.text("who"), r.text("reason"), List.of(r.text("cells").split("\u001f", -1))), id, limit, from);
    }

    private List<Row> people(long id, long from, int limit) {
        return sql.list("SELECT " + WHO + " AS who, company, email, coalesce((SELECT e164 FROM phone WHERE prospect_id = p.id ORDER BY rank LIMIT 1), '') AS phone"
            + " FROM prospect p JOIN import i ON i.id = ?1 WHERE p.id BETWEEN i.first_id AND i.last_id AND p.import_id = ?1 ORDER BY p.id LIMIT ?2 OFFSET ?3",
            r -> new Row(0, r.text("who"), "", Stream.of(r.text("company"), r.text("phone"), r.text("email")).filter(cell -> !cell.isEmpty()).toList()),
            id, limit, from);
    }
}

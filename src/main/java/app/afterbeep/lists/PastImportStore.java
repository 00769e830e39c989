package app.afterbeep.lists;

import app.afterbeep.db.Sql;
import app.afterbeep.lists.ImportWork.ListSize;
import app.afterbeep.lists.ImportWork.Past;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The imports that were done, for the window. On the database thread.
final class PastImportStore {
    private static final String PAST = """
        SELECT i.id, at, file, coalesce(l.name, '') AS list, kind, state, imported, updated, duplicates, suppressed, rejected
        FROM import i LEFT JOIN list l ON l.id = i.list_id""";
    /// Nobody counts more remarks than so many.
    private static final int REMARKS = 10_000;

    private final Sql sql;

    PastImportStore(Sql sql) {
        this.sql = sql;
    }

    List<ListSize> lists() {
        return sql.list("SELECT name, (SELECT count(*) FROM prospect WHERE list_id = list.id) AS prospects FROM list ORDER BY name COLLATE NOCASE",
            r -> new ListSize(r.text("name"), r.number("prospects")));
    }

    List<Past> latest(int limit) {
        return sql.list(PAST + " WHERE state IN ('done', 'taken_back') AND kind IN ('list', 'calls') ORDER BY i.id DESC LIMIT ?", r -> past(r, 0), limit);
    }

    /// With how many of its rows have a remark.
    Optional<Past> find(long id) {
        long remarks = sql.number("SELECT count(*) FROM (SELECT 1 FROM import_row WHERE import_id = ? AND result = 'imported' AND reason <> ? LIMIT ?)", id,
            ListImport.SUPPRESSED, REMARKS);
        return sql.first(PAST + " WHERE i.id = ?", r -> past(r, remarks), id);
    }

    private static Past past(Sql.Row r, long remarks) {
        return new Past(r.number("id"), r.instant("at"), r.text("file"), r.text("list"), r.text("kind").equals("calls"), r.text("state").equals("taken_back"),
            r.number("imported"), r.number("updated"), r.number("duplicates"), r.number("suppressed"), r.number("rejected"), remarks);
    }

    /// The imported rows that have a remark.
    List<ImportReport.Row> remarks(long id, long from, int limit) {
        return sql.list("SELECT * FROM import_row WHERE import_id = ? AND result = 'imported' AND reason <> ? ORDER BY id LIMIT ? OFFSET ?",
            r -> new ImportReport.Row(r.number("line"), ImportReport.Result.IMPORTED, r.text("reason"), JsonTexts.read(r.text("cells")),
                Optional.ofNullable(r.numberOrNull("prospect_id")).orElse(0L)), id, ListImport.SUPPRESSED, limit, from);
    }

    /// What these prospects are called, by id; the company where there is no name.
    Map<Long, String> names(List<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        sql.each("SELECT id, coalesce(nullif(trim(first_name || ' ' || last_name), ''), company) AS who FROM prospect WHERE id IN (SELECT value FROM json_each(?))",
            r -> names.put(r.number("id"), r.text("who")), ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        return names;
    }
}

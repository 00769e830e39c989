package app.afterbeep.lists;

import app.afterbeep.db.Sql;
import java.time.Clock;
import java.util.List;

/// What the columns of files were, by all their headers, so that the next file of the same kind needs no word. On the thread of `sql`.
final class MappingStore {
    private final Sql sql;
    private final Clock clock;

    MappingStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What these headers were the last time, in their order; empty when the rep has not said it.
    List<String> columns(List<String> headers) {
        return sql.list("SELECT j.value AS word FROM mapping, json_each(mapping.columns) j WHERE headers = ? ORDER BY j.key", r -> r.text("word"), json(headers));
    }

    void save(List<String> headers, List<String> columns) {
        sql.update("INSERT INTO mapping (headers, columns, used_at) VALUES (?1, ?2, ?3) ON CONFLICT (headers) DO UPDATE SET columns = ?2, used_at = ?3",
            json(headers), json(columns), clock.instant());
    }

    private String json(List<String> texts) {
        StringBuilder json = new StringBuilder("[");
        texts.forEach(text -> json.append(json.length() == 1 ? "" : ",").append(RowRules.quoted(text)));
        return json.append(']').toString();
    }
}

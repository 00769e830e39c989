package app.afterbeep.studio;

import app.afterbeep.db.Sql;
import java.util.List;
import java.util.Optional;

/// What the editor reads of the file. On the database thread.
final class EditorStore {
    /// Columns that no prospect of the newest few thousand has are offered no more: reading a million takes seconds, and who still writes for them?
    private static final int NEWEST = 3000;

    private final Sql sql;

    EditorStore(Sql sql) {
        this.sql = sql;
    }

    /// The extra columns of the newest prospects, by name.
    List<String> columns() {
        return sql.list("""
            SELECT DISTINCT f.key AS name FROM (SELECT fields FROM prospect ORDER BY id DESC LIMIT ?) p, json_each(p.fields) f ORDER BY f.key COLLATE NOCASE""",
            r -> r.text("name"), NEWEST);
    }

    /// The names of all snippets.
    List<String> snippets() {
        return sql.list("SELECT DISTINCT name FROM snippet ORDER BY name", r -> r.text("name"));
    }

    /// The prospect after this one in the order in which they came, or before it; at an end the one at the other.
    Optional<Long> beside(long prospectId, boolean after) {
        String next = after ? "SELECT id FROM prospect WHERE id > ? ORDER BY id LIMIT 1" : "SELECT id FROM prospect WHERE id < ? ORDER BY id DESC LIMIT 1";
        return sql.first(next, r -> r.number("id"), prospectId)
            .or(() -> sql.first(next, r -> r.number("id"), after ? 0 : Long.MAX_VALUE));
    }
}

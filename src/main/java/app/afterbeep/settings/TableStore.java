package app.afterbeep.settings;

import app.afterbeep.db.Database;

/// How the rep has laid out tables: widths and order of columns, what rows are ordered by. On the database thread.
public final class TableStore {
    private final Database database;

    public TableStore(Database database) {
        this.database = database;
    }

    /// What was saved; "" when nothing was.
    public String load(String what) {
        return database.sql().first("SELECT value FROM setting WHERE key = ?", r -> r.text("value"), "table " + what).orElse("");
    }

    public void save(String what, String layout) {
        database.transaction(() -> database.sql().update("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            "table " + what, layout));
    }
}

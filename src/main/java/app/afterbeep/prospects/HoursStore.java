package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import java.time.LocalTime;
import java.util.List;

/// The calling hours that the rep has set for countries and states. On the database thread, inside the caller's transaction.
public final class HoursStore {
    private final Sql sql;
    private String read = "";
    private List<OwnHours> known = List.of();

    public HoursStore(Sql sql) {
        this.sql = sql;
    }

    /// By country and state. The same list as long as nothing has changed: it is asked for with every look at the queue.
    public List<OwnHours> list() {
        String now = sql.first("SELECT group_concat(country || region || ' ' || opens || closes, ',') FROM calling_hours", r -> r.textAt(1)).orElse("");
        if (!now.equals(read)) {
            known = all();
            read = now;
        }
        return known;
    }

    private List<OwnHours> all() {
        return sql.list("SELECT * FROM calling_hours ORDER BY country, region", r -> new OwnHours(r.text("country"), r.text("region"),
            LocalTime.parse(r.text("opens")), LocalTime.parse(r.text("closes"))));
    }

    /// Sets the hours of a country or a state, in the place of those that were set before.
    public void save(OwnHours hours) {
        sql.update("INSERT OR REPLACE INTO calling_hours (country, region, opens, closes) VALUES (?, ?, ?, ?)", hours.country(), hours.region(),
            hours.opens().toString(), hours.closes().toString());
    }

    /// What the program knows holds there again.
    public void remove(String country, String region) {
        sql.update("DELETE FROM calling_hours WHERE country = ? AND region = ?", country, region);
    }
}

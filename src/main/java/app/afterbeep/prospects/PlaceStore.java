package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.util.List;

/// The places that prospects are in, and who is where. On the database thread, inside the caller's transaction.
public final class PlaceStore {
    private final Sql sql;
    private List<Place> all = List.of();

    PlaceStore(Sql sql) {
        this.sql = sql;
    }

    /// All places that prospects are in: a few dozen, or hundred. The same list as long as none was added: a place never changes and never goes, and
    /// it is asked for with every look at the queue.
    public List<Place> all() {
        Place last = sql.first("SELECT * FROM place ORDER BY id DESC LIMIT 1", r -> place(r, "id", "")).orElse(null);
        if (last == null || all.isEmpty() || !all.getLast().equals(last)) {
            all = sql.list("SELECT * FROM place ORDER BY id", r -> place(r, "id", ""));
        }
        return all;
    }

    /// @param prefix of the other columns
    static Place place(Row r, String id, String prefix) {
        return new Place(r.number(id), r.text(prefix + "country"), r.text(prefix + "region"), Place.parse(r.text(prefix + "zones")), r.text(prefix + "hours"));
    }

    /// The id of such a place; it is added when nobody is there yet.
    long id(Place place) {
        // Not remembered here: a transaction that is rolled back takes its places with it.
        return sql.first("SELECT id FROM place WHERE country = ? AND region = ? AND zones = ? AND hours = ?", r -> r.number("id"),
                place.country(), place.region(), place.zoneNames(), place.hours())
            .orElseGet(() -> sql.insert("INSERT INTO place (country, region, zones, hours) VALUES (?, ?, ?, ?)", place.country(), place.region(),
                place.zoneNames(), place.hours()));
    }

    /// Puts the prospect where the rep says; this outranks what the number said.
    public void save(long prospectId, Place place) {
        save(prospectId, place, Place.Source.EDITED);
    }

    /// Puts the prospect where something else says.
    public void save(long prospectId, Place place, Place.Source source) {
        sql.update("UPDATE prospect SET place_id = ?, place_source = ? WHERE id = ?", id(place), source, prospectId);
    }

    /// Puts the prospect where a list says. Hours that the rep has set for them stay.
    ///
    /// @param source how the list says it
    public void saveListed(long prospectId, Place listed, Place.Source source) {
        String hours = sql.first("SELECT hours FROM place WHERE id = (SELECT place_id FROM prospect WHERE id = ?)", r -> r.text("hours"), prospectId).orElse("");
        save(prospectId, listed.with(hours), source);
    }

    /// When the prospect may be called, as the rep says; where they are is known as before.
    public void saveHours(long prospectId, Place place) {
        sql.update("UPDATE prospect SET place_id = ? WHERE id = ?", id(place), prospectId);
    }
}

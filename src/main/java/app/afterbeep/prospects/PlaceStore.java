package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import app.afterbeep.db.Sql.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/// The places that prospects are in, and who is where. On the database thread, inside the caller's transaction.
public final class PlaceStore {
    private final Sql sql;
    private final Clock clock;
    private List<Place> all = List.of();

    PlaceStore(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
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

    /// Puts the prospect where something else says. What was promised for a time of day there is for that time where they are now.
    public void save(long prospectId, Place place, Place.Source source) {
        Place before = of(prospectId);
        sql.update("UPDATE prospect SET place_id = ?, place_source = ? WHERE id = ?", id(place), source, prospectId);
        keepWords(prospectId, before);
    }

    /// Where the prospect is.
    public Place of(long prospectId) {
        return sql.first("SELECT * FROM place WHERE id = (SELECT place_id FROM prospect WHERE id = ?)", r -> place(r, "id", ""), prospectId).orElseThrow();
    }

    /// Where the prospect is has changed: a message that named a time of day and no zone is kept when their clock says so, wherever that is. One to
    /// somebody who could be in several zones named its zone, and a callback or a meeting was set with the zone in view: their moment stays.
    public void keepWords(long prospectId, Place before) {
        Place now = of(prospectId);
        if (before.zones().size() > 1 || before.zone().equals(now.zone())) {
            return;
        }
        sql.first("SELECT id, at FROM promise WHERE prospect_id = ? AND state = 'open' AND kind = 'promise' AND zone = ? ORDER BY id DESC LIMIT 1",
            r -> Map.entry(r.number("id"), r.instant("at")), prospectId, before.zone().getId()).ifPresent(promise -> {
                ZonedDateTime there = promise.getValue().atZone(before.zone()).withZoneSameLocal(now.zone());
                Instant at = there.toInstant();
                sql.update("UPDATE promise SET at = ?, zone = ?, day_ends_at = ?, day = ? WHERE id = ?", at, now.zone().getId(),
                    there.toLocalDate().plusDays(1).atStartOfDay(now.zone()).toInstant(), LocalDate.ofInstant(at, clock.getZone()), promise.getKey());
                sql.update("UPDATE prospect SET next_call_at = ? WHERE id = ? AND due = 'promise' AND next_call_at = ?", at, prospectId,
                    promise.getValue());
            });
    }

    /// Puts the prospect where a list says. Hours that the rep has set for them stay.
    ///
    /// @param source how the list says it
    public void saveListed(long prospectId, Place listed, Place.Source source) {
        save(prospectId, listed.with(of(prospectId).hours()), source);
    }

    /// When the prospect may be called, as the rep says; where they are is known as before.
    public void saveHours(long prospectId, Place place) {
        sql.update("UPDATE prospect SET place_id = ? WHERE id = ?", id(place), prospectId);
    }
}

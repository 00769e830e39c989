package app.afterbeep.calls;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.Deeds.Series;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Many prospects at once, by their ids: where they stand, what is agreed with them and waits for them. On the thread of its connection.
final class PeopleStore {
    private static final int AT_ONCE = 20_000;

    private final Sql sql;

    PeopleStore(Sql sql) {
        this.sql = sql;
    }

    /// How many of some people.
    ///
    /// @param promises promises and callbacks that are open
    record Tally(long people, long dnc, long underWay, long meetings, long promises, long emails, long inList) {
        Tally plus(Tally other) {
            return new Tally(people + other.people, dnc + other.dnc, underWay + other.underWay, meetings + other.meetings, promises + other.promises,
                emails + other.emails, inList + other.inList);
        }
    }

    /// @param list the name of a list, to be told who is in it already
    Tally tally(long[] ids, String list) {
        Tally all = new Tally(0, 0, 0, 0, 0, 0, 0);
        for (int from = 0; from < ids.length; from += AT_ONCE) {
            String json = json(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + AT_ONCE)));
            all = all.plus(sql.first("""
                SELECT count(*) AS people, total(status = 'dnc') AS dnc, total(status IN ('active', 'resting')) AS under_way, total(status = 'meeting') AS meetings,
                  total(list_id = (SELECT id FROM list WHERE name = ?2)) AS in_list,
                  (SELECT count(*) FROM promise WHERE state = 'open' AND kind <> 'meeting' AND prospect_id IN (SELECT value FROM json_each(?1))) AS promises,
                  (SELECT count(*) FROM email WHERE state IN ('waiting', 'failed') AND prospect_id IN (SELECT value FROM json_each(?1))) AS emails
                FROM prospect WHERE id IN (SELECT value FROM json_each(?1))""",
                r -> new Tally(r.number("people"), r.number("dnc"), r.number("under_way"), r.number("meetings"), r.number("promises"), r.number("emails"),
                    r.number("in_list")), json, list).orElseThrow());
        }
        return all;
    }

    /// Where somebody stands.
    ///
    /// @param heard they have heard a message of their series
    record Standing(long id, Status status, Due due, @Nullable Instant nextCallAt, long seriesId, int step, Place place, @Nullable Instant lastCallAt,
                    boolean heard) {}

    /// Those of `ids` who are there and not on the do-not-call list.
    List<Standing> standing(long[] ids) {
        return sql.list("""
            SELECT p.id, p.status, p.due, p.next_call_at, p.series_id, p.step, p.last_call_at, place.id AS place_id, place.country, place.region,
              place.zones, place.hours,
              EXISTS (SELECT 1 FROM attempt WHERE prospect_id IN (SELECT p.id UNION ALL SELECT id FROM prospect WHERE merged_into = p.id)
                AND series_id = p.series_id AND outcome = 'left_voicemail' AND undone_at IS NULL) AS heard
            FROM prospect p JOIN place ON place.id = p.place_id
            WHERE p.id IN (SELECT value FROM json_each(?)) AND p.status <> 'dnc' AND p.merged_into IS NULL""",
            r -> new Standing(r.number("id"), Status.valueOf(r.text("status").toUpperCase(Locale.ROOT)), Due.valueOf(r.text("due").toUpperCase(Locale.ROOT)),
                r.instantOrNull("next_call_at"), r.number("series_id"), r.integer("step"),
                new Place(r.number("place_id"), r.text("country"), r.text("region"), Stream.of(r.text("zones").split(",")).map(ZoneId::of).toList(), r.text("hours")),
                r.instantOrNull("last_call_at"), r.flag("heard")), json(ids));
    }

    /// Those of `ids` with whom a call or a meeting is agreed.
    Set<Long> promised(long[] ids) {
        return Set.copyOf(sql.list("SELECT DISTINCT prospect_id FROM promise WHERE state = 'open' AND prospect_id IN (SELECT value FROM json_each(?))",
            r -> r.number("prospect_id"), json(ids)));
    }

    /// Those of `ids` for whom an email waits or is on its way.
    Set<Long> mailed(long[] ids) {
        return Set.copyOf(sql.list("""
            SELECT DISTINCT prospect_id FROM email WHERE state IN ('waiting', 'failed', 'sending', 'unknown')
              AND prospect_id IN (SELECT value FROM json_each(?))""", r -> r.number("prospect_id"), json(ids)));
    }

    void toList(long[] ids, long listId) {
        sql.update("UPDATE prospect SET list_id = ?1 WHERE list_id <> ?1 AND id IN (SELECT value FROM json_each(?2))", listId, json(ids));
    }

    List<String> lists() {
        return sql.list("SELECT name FROM list ORDER BY name COLLATE NOCASE", r -> r.text("name"));
    }

    List<Series> series() {
        return sql.list("SELECT id, name FROM series WHERE NOT removed ORDER BY cadence_id, position", r -> new Series(r.number("id"), r.text("name")));
    }

    private static String json(long[] ids) {
        return Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
    }
}

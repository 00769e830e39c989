package app.afterbeep.calls;

import app.afterbeep.calls.PlaceHours.Use;
import app.afterbeep.prospects.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Which places are open in one minute, worked out once for all looks at the queue in it: hours begin and end with a minute. On the database thread.
final class OpenPlaces {
    private final List<Place> places;
    private final PlaceHours hours;
    private final Instant minute;
    private final Map<Long, Place> byId = new HashMap<>();
    private final Map<Use, Open> open = new EnumMap<>(Use.class);

    /// @param next when each place opens that is closed, as far as somebody has asked
    private record Open(List<Long> ids, Set<Long> set, Map<Long, Instant> next) {}

    OpenPlaces(List<Place> places, PlaceHours hours, Instant now) {
        this.places = places;
        this.hours = hours;
        this.minute = now.truncatedTo(ChronoUnit.MINUTES);
        places.forEach(place -> byId.put(place.id(), place));
    }

    /// Whether it still holds.
    boolean of(List<Place> others, PlaceHours otherHours, Instant now) {
        return places == others && hours == otherHours && minute.equals(now.truncatedTo(ChronoUnit.MINUTES));
    }

    /// The ids of those that are open.
    List<Long> ids(Use use) {
        return open(use).ids;
    }

    private Open open(Use use) {
        return open.computeIfAbsent(use, u -> {
            List<Long> ids = places.stream().filter(place -> hours.at(place, u).open(place.zones(), minute)).map(Place::id).toList();
            return new Open(ids, new HashSet<>(ids), new HashMap<>());
        });
    }

    /// When somebody there can be called.
    ///
    /// @param now a moment in this minute
    /// @param due not earlier than that
    Instant nextOpen(long id, Use use, Instant now, Instant due) {
        Place place = Objects.requireNonNull(byId.get(id));
        if (due.isAfter(now)) {
            return hours.at(place, use).nextOpen(place.zones(), due);
        }
        return open(use).set.contains(id) ? now
            : open(use).next.computeIfAbsent(id, closed -> hours.at(place, use).nextOpen(place.zones(), minute));
    }
}

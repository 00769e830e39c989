package app.afterbeep.prospects;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where a prospect could be, and when they may be called there: a country, every time zone that is possible.
///
/// @param id      0 while not stored
/// @param country ISO 3166, "" when unknown
/// @param region  ISO 3166-2 without the country ("FL"), of states that rules of their own are known for; else ""
/// @param zones   at least one, the most likely first
/// @param hours   "10:00-12:00" there: hours that the rep has set for somebody; "" for those of the place
public record Place(long id, String country, String region, List<ZoneId> zones, String hours) {
    public Place {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("a place has at least one time zone");
        }
    }

    /// Somewhere in a country, with its hours.
    public Place(long id, String country, List<ZoneId> zones) {
        this(id, country, "", zones, "");
    }

    /// The same with other time zones: the state stays, as its hours hold for its numbers wherever they ring.
    public Place in(List<ZoneId> others) {
        return new Place(0, country, region, others, hours);
    }

    /// The same with hours that the rep has set for somebody, "10:00-12:00"; "" for those of the place.
    public Place with(String personal) {
        return new Place(0, country, region, zones, personal);
    }

    /// The zone in which times are shown and spoken.
    public ZoneId zone() {
        return zones.getFirst();
    }

    /// Whether the first zone is only the most likely of several, and nobody has said it.
    public boolean guessed(Source source) {
        return zones.size() > 1 && (source == Source.NUMBER || source == Source.STATE);
    }

    public String zoneNames() {
        return zones.stream().map(ZoneId::getId).collect(Collectors.joining(","));
    }

    static List<ZoneId> parse(String zoneNames) {
        return Arrays.stream(zoneNames.split(",")).map(ZoneId::of).toList();
    }

    /// How the place became known; a later one outranks an earlier one.
    public enum Source {
        UNKNOWN, NUMBER, STATE, IMPORTED, EDITED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

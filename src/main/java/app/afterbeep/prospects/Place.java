package app.afterbeep.prospects;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where a prospect could be: a country and every time zone that is possible.
///
/// @param id      0 while not stored
/// @param country ISO 3166, "" when unknown
/// @param zones   at least one, the most likely first
public record Place(long id, String country, List<ZoneId> zones) {
    public Place {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("a place has at least one time zone");
        }
    }

    /// The zone in which times are shown and spoken.
    public ZoneId zone() {
        return zones.getFirst();
    }

    public String zoneNames() {
        return zones.stream().map(ZoneId::getId).collect(Collectors.joining(","));
    }

    static List<ZoneId> parse(String zoneNames) {
        return Arrays.stream(zoneNames.split(",")).map(ZoneId::of).toList();
    }

    /// How the place became known; a later one outranks an earlier one.
    public enum Source {
        UNKNOWN, NUMBER, IMPORTED, EDITED;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}

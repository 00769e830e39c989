package app.afterbeep.prospects;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Which time zone the rep means.
public final class PlaceRules {
    /// As people in North America call them.
    private static final Map<String, String> NAMES = Map.of("eastern", "America/New_York", "central", "America/Chicago",
        "mountain", "America/Denver", "pacific", "America/Los_Angeles");

    /// All zones that have a place, by name.
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")).sorted().toList();

    private PlaceRules() {}

    /// IANA names, for a choice.
    public static List<String> zones() {
        return ZONES;
    }

    /// The zone that was typed: an IANA name in any case ("america/denver"), the name of a North American zone ("Mountain"), or
    /// a city or its beginning ("denv"). Empty when nothing matches, or places whose clocks differ.
    ///
    /// @param now when the clocks are compared
    public static Optional<ZoneId> zone(String typed, Instant now) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (NAMES.containsKey(text)) {
            return Optional.of(ZoneId.of(NAMES.get(text)));
        }
        List<Predicate<String>> ways = List.of(id -> id.equals(text), id -> city(id).equals(text), id -> city(id).startsWith(text));
        for (Predicate<String> way : ways) {
            List<String> found = ZONES.stream().filter(id -> way.test(id.toLowerCase(Locale.ROOT))).toList();
            if (!found.isEmpty()) {
                boolean agree = found.stream().map(id -> ZoneId.of(id).getRules().getOffset(now)).distinct().count() == 1;
                return agree ? found.stream().min(Comparator.comparing(String::length)).map(ZoneId::of) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String city(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /// Whether the clocks of two zones show the same at `at`.
    public static boolean sameClock(ZoneId one, ZoneId other, Instant at) {
        return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }
}

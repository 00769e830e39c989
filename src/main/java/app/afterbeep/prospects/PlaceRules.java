package app.afterbeep.prospects;

import app.afterbeep.ui.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which time zone the rep means, and where somebody is.
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

    /// What says where somebody is; missing texts are "".
    ///
    /// @param country ISO 3166, as it stands with them
    /// @param home    the country of those who name none
    /// @param number  the one that is dialed first, or [PhoneNumbers#NONE]
    public record Clues(String country, String home, String state, String zip, PhoneNumbers.Parsed number) {
        /// The country they are in. Of who names none it is the number's, unless the state lies in another one, as with a mobile that moved from Canada to Ohio.
        private String there() {
            String otherwise = number.country().isEmpty() ? home : number.country();
            return !country.isEmpty() ? country : state.isEmpty() ? otherwise
                : Stream.of(otherwise, home, "US", "CA").filter(each -> StateRules.code(each, state).isPresent()).findFirst().orElse(otherwise);
        }
    }

    /// Where somebody is, and what says so.
    public record Where(Place place, Place.Source source) {}

    /// Every zone that the state, the postal code or the number names, those of the address first: which of them a text for a time zone means.
    public static List<ZoneId> possible(Clues clues, Instant now) {
        PhoneNumbers.Parsed number = clues.number();
        return Stream.concat(StateRules.zones(clues.there(), clues.state(), clues.zip(), number.zones(), now).stream(), number.zones().stream()).distinct().toList();
    }

    /// The time zones that somebody has said say it best, then the state or the postal code, then the number.
    ///
    /// @param said empty when nobody has said any
    /// @param here for those of whom nothing is known
    /// @param now  when clocks are compared
    public static Where where(Clues clues, List<ZoneId> said, ZoneId here, Instant now) {
        PhoneNumbers.Parsed number = clues.number();
        String there = clues.there();
        String named = clues.country().isEmpty() ? number.country() : clues.country();
        boolean addressed = !(clues.state().isEmpty() && clues.zip().isEmpty());
        String region = HoursRules.regions(there).isEmpty() ? ""
            : StateRules.code(there, clues.state()).or(() -> StateRules.codeOfPostcode(there, clues.zip())).orElse("");
        if (!said.isEmpty()) {
            return new Where(HoursRules.placeOf(named, region, number.e164(), said), Place.Source.IMPORTED);
        }
        List<ZoneId> zones = addressed ? StateRules.zones(there, clues.state(), clues.zip(), number.zones(), now) : List.of();
        if (zones.isEmpty() && addressed && !clues.country().isEmpty()) {
            zones = PhoneNumbers.onlyZone(there).map(List::of).orElse(List.of());
        }
        if (!zones.isEmpty()) {
            return new Where(HoursRules.placeOf(there, region, number.e164(), zones), Place.Source.STATE);
        }
        return number.zones().isEmpty() ? new Where(HoursRules.placeOf(named, region, number.e164(), List.of(here)), Place.Source.UNKNOWN)
            : new Where(HoursRules.placeOf(number.country(), number.country().equals(there) ? region : "", number.e164(), number.zones()), Place.Source.NUMBER);
    }

    /// What a time zone is called beside others: "Eastern", "Eastern (Indianapolis)", "Central European (Berlin)".
    public static String label(ZoneId zone) {
        return Times.zone(zone) + (NAMES.containsValue(zone.getId()) || !zone.getId().contains("/") ? "" : " (" + city(zone.getId()).replace('_', ' ') + ")");
    }

    /// Whether the clocks of two zones show the same at `at`.
    public static boolean sameClock(ZoneId one, ZoneId other, Instant at) {
        return one.getRules().getOffset(at).equals(other.getRules().getOffset(at));
    }
}

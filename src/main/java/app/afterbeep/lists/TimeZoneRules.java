package app.afterbeep.lists;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the time zone column of a list: an IANA name, what people in North America call their zone, or an offset from UTC.
final class TimeZoneRules {
    private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?\\s*([+-]?)(\\d{1,2})(?::?([0-5]\\d)|([.,]\\d+))?");
    private static final Map<String, String> NAMES = Map.ofEntries(
        names("America/New_York", "EST", "EDT", "ET", "EASTERN"), names("America/Chicago", "CST", "CDT", "CT", "CENTRAL"),
        names("America/Denver", "MST", "MDT", "MT", "MOUNTAIN"), names("America/Los_Angeles", "PST", "PDT", "PT", "PACIFIC"),
        names("America/Anchorage", "AKST", "AKDT", "AKT"), names("Pacific/Honolulu", "HST", "HDT", "HT"),
        names("America/Halifax", "AST", "ADT", "ATLANTIC"),
        names("America/St_Johns", "NST", "NDT", "NEWFOUNDLAND"), names("Europe/London", "GMT", "BST"),
        names("Europe/Paris", "CET", "CEST"), names("Etc/UTC", "UTC", "Z"))
        .entrySet().stream().flatMap(e -> e.getValue().stream().map(name -> Map.entry(name, e.getKey())))
        .collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue));

    private static final Map<String, String> STATES = Map.of("ARIZONA", "America/Phoenix", "ALASKA", "America/Anchorage", "HAWAII", "Pacific/Honolulu");
    /// What clocks show only where they are changed.
    private static final Pattern DAYLIGHT = Pattern.compile(".{1,2}DT|BST|CEST|.*\\bDAYLIGHT\\b.*");

    private static final Map<String, ZoneId> IANA = ZoneId.getAvailableZoneIds().stream()
        .collect(Collectors.toUnmodifiableMap(id -> id.toUpperCase(Locale.ROOT), ZoneId::of, (first, second) -> first));

    private TimeZoneRules() {}

    private static Entry<String, List<String>> names(String zone, String... names) {
        return Map.entry(zone, List.of(names));
    }

    /// The zones that `text` can mean, empty when it can't be read.
    ///
    /// @param candidates where they could be: of these, an abbreviation means those with this standard time, an offset those that have it as their
    ///                   standard time or at `now`
    static List<ZoneId> zones(String text, List<ZoneId> candidates, Instant now) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace("_SLASH_", "/");
        if (name.isEmpty()) {
            return List.of();
        }
        // "Eastern Time (US & Canada)", "US/Eastern", "Eastern Standard Time", HubSpot's "us_slash_eastern"
        String word = name.replaceFirst("^US[/ ]", "").replaceFirst("\\(.*", "")
            .replaceFirst("\\s+(?:STANDARD|DAYLIGHT)?\\s*TIME\\s*$", "").strip();
        if (STATES.containsKey(word)) {
            return List.of(ZoneId.of(STATES.get(word)));
        }
        if (NAMES.containsKey(word)) {
            ZoneId usual = ZoneId.of(NAMES.get(word));
            // US/Mountain is one zone.
            return name.startsWith("US/") ? List.of(usual) : called(usual, DAYLIGHT.matcher(name).matches(), candidates, now);
        }
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            return atOffset(offset, candidates, now);
        }
        ZoneId zone = IANA.get(name.replace(' ', '_'));
        return zone == null ? List.of() : List.of(zone);
    }

    /// Of zones with this name those where the number could be: "MST" is Arizona's as well as Denver's. Else the usual one.
    private static List<ZoneId> called(ZoneId usual, boolean daylight, List<ZoneId> candidates, Instant now) {
        List<ZoneId> there = candidates.stream().filter(zone -> zone.getRules().getStandardOffset(now).equals(usual.getRules().getStandardOffset(now))
            && (!daylight || zone.getRules().nextTransition(now) != null)).toList();
        return there.isEmpty() ? List.of(usual) : there;
    }

    private static List<ZoneId> atOffset(Matcher text, List<ZoneId> candidates, Instant now) {
        double fraction = text.group(4) == null ? 0 : Double.parseDouble("0" + text.group(4).replace(',', '.'));
        int minutes = Integer.parseInt(text.group(2)) * 60 + (text.group(3) == null ? 0 : Integer.parseInt(text.group(3)))
            + (int) Math.round(fraction * 60);
        try {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((text.group(1).equals("-") ? -60 : 60) * minutes);
            List<ZoneId> there = candidates.stream().filter(zone -> zone.getRules().getStandardOffset(now).equals(offset)
                || zone.getRules().getOffset(now).equals(offset)).toList();
            return there.isEmpty() ? List.of(offset) : there;
        } catch (DateTimeException e) {
            return List.of();
        }
    }
}

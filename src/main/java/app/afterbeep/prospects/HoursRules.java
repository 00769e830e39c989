package app.afterbeep.prospects;

import app.afterbeep.prospects.CallingHours.Span;
import app.afterbeep.ui.Times;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which hours and holidays hold where: what the law says at a place, as far as the program knows it (`calling-hours.csv`), and where a state
/// makes a difference at all. Knows nothing of what the rep has set but what it is told.
public final class HoursRules {
    private static final List<Law> LAWS = read("calling-hours.csv").map(HoursRules::law).toList();
    private static final Map<String, List<Law>> BY_PLACE = LAWS.stream().collect(Collectors.groupingBy(law -> key(law.country, law.region)));
    private static final Map<String, Set<String>> REGIONS = regions();
    private static final Map<String, String> AREA_CODES = areaCodes();

    private HoursRules() {}

    /// One line of the program's own data.
    ///
    /// @param region   ISO 3166-2 without the country, "" for the whole country
    /// @param days     as written: "mon-sat"; "holidays" for the public holidays there
    /// @param span     null: nobody is called then
    /// @param source   the statute, in words
    public record Law(String country, String region, String days, @Nullable Span span, String source) {
        private boolean ofHolidays() {
            return days.equals("holidays");
        }

        private boolean on(DayOfWeek day) {
            return !ofHolidays() && weekdays().contains(day);
        }

        private EnumSet<DayOfWeek> weekdays() {
            String[] ends = days.split("-");
            return EnumSet.range(day(ends[0]), day(ends[ends.length - 1]));
        }

        private static DayOfWeek day(String name) {
            return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name)).findFirst().orElseThrow();
        }
    }

    private static Stream<String> read(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HoursRules.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Law law(String line) {
        String[] cells = line.split(",", 6);
        return new Law(cells[0], cells[1], cells[2], cells[3].isEmpty() ? null : new Span(LocalTime.parse(cells[3]), LocalTime.parse(cells[4])),
            cells[5].replaceAll("^\"|\"$", ""));
    }

    private static Map<String, Set<String>> regions() {
        Map<String, Set<String>> regions = new HashMap<>();
        read("regions.txt").map(line -> List.of(line.split(" "))).forEach(words -> regions.put(words.getFirst(), Set.copyOf(words.subList(1, words.size()))));
        return regions;
    }

    private static Map<String, String> areaCodes() {
        Map<String, String> codes = new HashMap<>();
        read("area-codes.txt").map(line -> line.split(" ")).forEach(words -> {
            for (int i = 2; i < words.length; i++) {
                codes.put(words[i], key(words[0], words[1]));
            }
        });
        return codes;
    }

    private static String key(String country, String region) {
        return country + "-" + region;
    }

    /// All that the program knows, by country and state.
    public static List<Law> laws() {
        return LAWS;
    }

    /// The states of a country that have calling hours or public holidays of their own, by ISO 3166-2 without the country: only these make a
    /// [Place] of their own.
    public static Set<String> regions(String country) {
        return REGIONS.getOrDefault(country, Set.of());
    }

    /// The state in which the area code of a number lies: "FL" for +1 305 …; "" where there is none, or more than one.
    ///
    /// @param country only a state of this country
    public static String regionOf(String country, String e164) {
        String place = e164.length() == 12 && e164.startsWith("+1") ? AREA_CODES.getOrDefault(e164.substring(2, 5), "") : "";
        return place.startsWith(country + "-") && !country.isEmpty() ? place.substring(country.length() + 1) : "";
    }

    /// Where somebody could be.
    ///
    /// @param state what is known of it, by ISO 3166-2 without the country ("FL"); else "": then the number says it where it can
    /// @param e164  the number that is dialed first, or ""
    /// @param zones at least one, the most likely first
    public static Place placeOf(String country, String state, String e164, List<ZoneId> zones) {
        String region = state.isEmpty() ? regionOf(country, e164) : state.toUpperCase(Locale.ROOT);
        return new Place(0, country, regions(country).contains(region) ? region : "", zones, "");
    }

    /// When the law lets somebody be called there: inside the rep's general hours, and inside those of the country and of the state.
    ///
    /// @param general what the rep has set for everywhere
    /// @param own     what the rep has set for single places: each takes the place of what the program knows about this country or this state
    /// @param holiday the public holidays there
    public static CallingHours legal(Place place, CallingHours general, List<OwnHours> own, Predicate<LocalDate> holiday) {
        CallingHours country = of(place.country(), "", own, holiday).map(general::and).orElse(general);
        return place.region().isEmpty() ? country : of(place.country(), place.region(), own, holiday).map(country::and).orElse(country);
    }

    private static Optional<CallingHours> of(String country, String region, List<OwnHours> own, Predicate<LocalDate> holiday) {
        return own.stream().filter(hours -> hours.country().equals(country) && hours.region().equals(region)).findFirst()
            .map(hours -> new CallingHours(hours.opens(), hours.closes()))
            .or(() -> Optional.ofNullable(BY_PLACE.get(key(country, region))).map(laws -> of(laws, holiday)));
    }

    private static CallingHours of(List<Law> laws, Predicate<LocalDate> holiday) {
        Map<DayOfWeek, List<Span>> week = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(day -> day,
            day -> laws.stream().filter(law -> law.on(day)).flatMap(law -> Stream.ofNullable(law.span)).toList()));
        List<Law> onHolidays = laws.stream().filter(Law::ofHolidays).toList();
        List<Span> holidays = onHolidays.stream().flatMap(law -> Stream.ofNullable(law.span)).toList();
        List<Span> all = new ArrayList<>(holidays);
        week.values().forEach(all::addAll);
        return new CallingHours(day -> !onHolidays.isEmpty() && holiday.test(day) ? holidays : week.getOrDefault(day.getDayOfWeek(), List.of()),
            all.stream().map(Span::from).min(LocalTime::compareTo).orElse(LocalTime.NOON),
            all.stream().map(Span::to).max(LocalTime::compareTo).orElse(LocalTime.NOON));
    }

    /// What holds at a place beside the general hours, by its sources; empty where the program knows nothing of its own.
    public static List<Law> lawsAt(Place place) {
        return Stream.of("", place.region()).distinct().flatMap(region -> BY_PLACE.getOrDefault(key(place.country(), region), List.of()).stream()).toList();
    }

    /// Hours that are kept as "10:00-12:00"; empty for "".
    public static Optional<Span> span(String kept) {
        String[] ends = kept.split("-");
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
    }

    /// Hours as they are kept.
    public static String kept(Span span) {
        return span.from() + "-" + span.to();
    }

    /// "10:00 am to 12:00 pm".
    public static String words(Span span) {
        return Times.clock(span.from()) + " to " + Times.clock(span.to());
    }

    /// The hours that were typed: "10-12", "10:00 to 12:00", "2 pm - 4:30 pm", "10:00 and 12:00". Empty when it is none, or the end is not after the beginning.
    public static Optional<Span> typed(String text) {
        String[] ends = text.strip().toLowerCase(Locale.ROOT).replaceAll("^(?:between|from)\\s+", "").split("\\s*(?:-|–|—|\\bto\\b|\\band\\b|\\buntil\\b)\\s*");
        if (ends.length != 2) {
            return Optional.empty();
        }
        return Times.parse(ends[0]).flatMap(from -> Times.parse(ends[1]).map(to -> new Span(from, to))).filter(span -> span.from().isBefore(span.to()));
    }
}

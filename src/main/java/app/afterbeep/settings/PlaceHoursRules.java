package app.afterbeep.settings;

import app.afterbeep.prospects.CallingHours.Span;
import app.afterbeep.prospects.HoursRules;
import app.afterbeep.prospects.HoursRules.Law;
import app.afterbeep.prospects.OwnHours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the rep may set about the hours of a place, and how it reads on the screen.
final class PlaceHoursRules {
    private PlaceHoursRules() {}

    /// What was typed, judged.
    sealed interface Judged {
        record Good(OwnHours hours) implements Judged {}

        /// @param why says what to type instead
        record Bad(String why) implements Judged {}
    }

    /// @param country a name or two letters
    /// @param state   its code, as FL; "" for the whole country
    static Judged judge(String country, String state, String hours) {
        Optional<String> code = Arrays.stream(Locale.getISOCountries())
            .filter(each -> each.equalsIgnoreCase(country.strip()) || SettingRules.countryName(each).equalsIgnoreCase(country.strip())).findFirst();
        if (code.isEmpty()) {
            return new Judged.Bad("Type a country's name or its two letters, such as US, CA or GB.");
        }
        String region = state.strip().toUpperCase(Locale.ROOT);
        if (!region.isEmpty() && !HoursRules.regions(code.get()).contains(region)) {
            return new Judged.Bad(HoursRules.regions(code.get()).isEmpty() ? "The states of " + SettingRules.countryName(code.get()) + " are not told apart. Leave the state empty."
                : "Type the state by its code, such as " + HoursRules.regions(code.get()).stream().sorted().findFirst().orElseThrow() + ", or leave it empty.");
        }
        Optional<Span> span = HoursRules.typed(hours);
        return span.<Judged>map(s -> new Judged.Good(new OwnHours(code.get(), region, s.from(), s.to())))
            .orElse(new Judged.Bad("Type the hours as 9:00 to 18:00."));
    }

    /// "United States, FL".
    static String place(String country, String region) {
        return SettingRules.countryName(country) + (region.isEmpty() ? "" : ", " + region);
    }

    static String words(OwnHours hours) {
        return HoursRules.words(new Span(hours.opens(), hours.closes()));
    }

    /// What the program knows about one place.
    ///
    /// @param hours  "mon-sat 8:00 am to 8:00 pm, not on holidays"
    record Known(String place, String hours, String source) {}

    static List<Known> known() {
        Map<String, List<Law>> places = new LinkedHashMap<>();
        HoursRules.laws().forEach(law -> places.computeIfAbsent(place(law.country(), law.region()), place -> new ArrayList<>()).add(law));
        return places.entrySet().stream().map(place -> new Known(place.getKey(), String.join(", ", place.getValue().stream().map(PlaceHoursRules::words).toList()),
            place.getValue().getFirst().source())).toList();
    }

    private static String words(Law law) {
        String days = switch (law.days()) {
            case "mon-sun" -> "every day";
            case "holidays" -> "holidays";
            default -> Arrays.stream(law.days().split("-")).map(day -> Character.toUpperCase(day.charAt(0)) + day.substring(1))
                .reduce((from, to) -> from + " to " + to).orElseThrow();
        };
        return law.span() == null ? "not on " + days : days + " " + HoursRules.words(law.span());
    }
}

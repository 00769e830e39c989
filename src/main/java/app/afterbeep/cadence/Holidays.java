package app.afterbeep.cadence;

import app.afterbeep.prospects.Place;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Working days: not Saturday, not Sunday, no public holiday of the country or, where it is known, of the state (by jollyday). Any thread; a
/// place's year is worked out once.
public final class Holidays {
    private final Map<Year, Map<String, Map<LocalDate, String>>> years = new ConcurrentHashMap<>();

    /// @param country ISO 3166; one that is unknown has weekends only
    public Predicate<LocalDate> workingDays(String country) {
        return workingDays(country, "");
    }

    /// Working days at a place, with the holidays of its state.
    public Predicate<LocalDate> workingDays(Place place) {
        return workingDays(place.country(), place.region());
    }

    private Predicate<LocalDate> workingDays(String country, String region) {
        Predicate<LocalDate> holiday = holiday(country, region);
        return day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }

    /// Public holidays at a place.
    public Predicate<LocalDate> holidays(Place place) {
        return holiday(place.country(), place.region());
    }

    private Predicate<LocalDate> holiday(String country, String region) {
        Function<LocalDate, String> name = names(country, region);
        return day -> !name.apply(day).isEmpty();
    }

    /// What a day is called at a place that has a public holiday then: "Thanksgiving Day"; "" for any other day.
    public Function<LocalDate, String> names(String country, String region) {
        String key = country + "-" + region;
        return day -> years.computeIfAbsent(Year.of(day.getYear()), year -> new ConcurrentHashMap<>())
            .computeIfAbsent(key, place -> load(country, region, Year.of(day.getYear()))).getOrDefault(day, "");
    }

    private static Map<LocalDate, String> load(String country, String region, Year year) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
            return Map.of();
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        return (region.isEmpty() ? manager.getHolidays(year) : manager.getHolidays(year, region.toLowerCase(Locale.ROOT))).stream()
            .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
            .collect(Collectors.toMap(Holiday::getDate, holiday -> holiday.getDescription(Locale.ENGLISH), (one, other) -> one.compareTo(other) <= 0 ? one : other));
    }
}

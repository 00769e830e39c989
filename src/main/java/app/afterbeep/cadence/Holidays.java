package app.afterbeep.cadence;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Working days: not Saturday, not Sunday, no nationwide public holiday (by jollyday). Any thread; a country's year is worked
/// out once.
public final class Holidays {
    private final Map<String, Set<LocalDate>> byCountryAndYear = new ConcurrentHashMap<>();

    /// @param country ISO 3166; one that is unknown has weekends only
    public Predicate<LocalDate> workingDays(String country) {
        return day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday(country, day);
    }

    private boolean holiday(String country, LocalDate day) {
        return byCountryAndYear.computeIfAbsent(country + day.getYear(), key -> load(country, day.getYear())).contains(day);
    }

    private static Set<LocalDate> load(String country, int year) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT))) {
            return Set.of();
        }
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT))).getHolidays(Year.of(year)).stream()
            .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY).map(Holiday::getDate).collect(Collectors.toSet());
    }
}

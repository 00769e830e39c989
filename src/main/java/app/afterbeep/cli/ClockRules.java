package app.afterbeep.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Predicate;

/// Clocks that tell another time than the machine's and go on ticking, for trying things and for support.
final class ClockRules {
    private static final ZoneId DEMO_ZONE = ZoneId.of("America/New_York");
    private static final LocalTime DEMO_TIME = LocalTime.of(9, 30);

    private ClockRules() {}

    /// A clock that starts at `text`: ISO 8601 with an offset, `Z` or a `[Region]`. Its zone is the region; without one the
    /// machine's zone where that has the same offset then, else the offset.
    ///
    /// @param machine the clock to tick with, in the machine's zone
    /// @return empty when `text` is no such time, or one before 1970 or after 9999
    static Optional<Clock> startingAt(String text, Clock machine) {
        try {
            ZonedDateTime start = DateTimeFormatter.ISO_ZONED_DATE_TIME.parse(text.strip(), ZonedDateTime::from);
            if (start.getYear() < 1970 || start.getYear() > 9999) {
                return Optional.empty(); // days are kept with four digits for the year
            }
            boolean here = start.getZone() instanceof ZoneOffset
                && machine.getZone().getRules().getOffset(start.toInstant()).equals(start.getOffset());
            return Optional.of(starting(start.toInstant(), here ? machine.getZone() : start.getZone(), machine));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A clock that starts at 9:30 in New York, on the first day from today on that is neither a weekend nor in `holidays`.
    static Clock workingMorning(Clock machine, Predicate<LocalDate> holidays) {
        LocalDate day = LocalDate.now(machine.withZone(DEMO_ZONE));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || holidays.test(day)) {
            day = day.plusDays(1);
        }
        return starting(day.atTime(DEMO_TIME).atZone(DEMO_ZONE).toInstant(), DEMO_ZONE, machine);
    }

    private static Clock starting(Instant start, ZoneId zone, Clock machine) {
        return Clock.offset(machine.withZone(zone), Duration.between(machine.instant(), start));
    }
}

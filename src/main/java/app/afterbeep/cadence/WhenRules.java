package app.afterbeep.cadence;

import app.afterbeep.prospects.CallingHours;
import app.afterbeep.prospects.Place;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Times;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which times come into question, and what speaks against one that was named.
public final class WhenRules {
    private static final int MOST_CHOICES = 6;
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int QUARTERS_A_DAY = 96;

    private WhenRules() {}

    /// What the time is for.
    public enum What {
        PROMISE, CALLBACK, MEETING,
        /// A call that nobody was promised.
        CALL,
        /// The end of a rest: a date.
        RETURN;

        public static What of(Promise.Kind kind) {
            return valueOf(kind.name());
        }

        /// Outside the legal hours nobody is called; a meeting is no call, and a return is offered inside them only.
        boolean call() {
            return this != MEETING && this != RETURN;
        }
    }

    /// What a time has to keep to.
    ///
    /// @param zones     where the prospect could be; the first is the one in which times are named
    /// @param preferred the prospect's preferred hours; its days are the working days
    /// @param mine      the rep's hours, in `myZone`
    /// @param taken     to whom else a time is promised
    /// @param slots     what the slot rules suggest, the best first; empty where people name the time themselves
    public record Bounds(Instant now, List<ZoneId> zones, CallingHours legal, CallingHours preferred, CallingHours mine, ZoneId myZone,
                         NavigableMap<Instant, String> taken, List<Slot> slots) {
        public ZoneId zone() {
            return zones.getFirst();
        }

        /// The same, as they are at `then`.
        public Bounds at(Instant then) {
            return new Bounds(then, zones, legal, preferred, mine, myZone, taken, slots);
        }

        /// With other suggestions.
        public Bounds suggesting(List<Slot> suggested) {
            return new Bounds(now, zones, legal, preferred, mine, myZone, taken, suggested);
        }
    }

    /// What is to be said about a time.
    ///
    /// @param problem why it can't be, or ""
    /// @param anyway  the rep may take it all the same
    /// @param hint    what speaks against it without forbidding it, or ""
    public record Verdict(String problem, boolean anyway, String hint) {
        public boolean good() {
            return problem.isEmpty();
        }

        /// The time can't be, whatever the rep says.
        public boolean forbids() {
            return !good() && !anyway;
        }

        /// What may be overruled and what is only to be known, or "".
        public String warning() {
            return forbids() ? "" : (problem + " " + hint).strip();
        }
    }

    /// What speaks against calling, meeting or returning at `at`.
    public static Verdict judge(What what, Bounds b, Instant at) {
        ZonedDateTime there = at.atZone(b.zone());
        if (what == What.RETURN) {
            boolean past = !there.toLocalDate().isAfter(b.now().atZone(b.zone()).toLocalDate());
            return past ? no("Choose a day after today.") : new Verdict("", false, b.preferred().days().test(there.toLocalDate()) ? ""
                : "No working day there: the call waits for the next one.");
        }
        if (!at.isAfter(b.now())) {
            return no("That time is over there. Choose a later one.");
        }
        if (what.call() && !b.legal().open(b.zones(), at)) {
            boolean first = b.legal().open(List.of(b.zone()), at);
            String spans = spans(b.legal(), there.toLocalDate());
            if (spans.isEmpty()) {
                return no("Nobody may be called there on " + Times.date(there.toLocalDate()) + ": the law at that place. Choose another day.");
            }
            return no("Calls are placed between " + spans + " there"
                + (first ? ", in every zone that comes into question (" + zoneNames(b.zones()) + ")" : "") + ". Choose a time in between.");
        }
        Instant clash = clash(b.taken(), at);
        if (clash != null) {
            String next = free(what, b, at).map(free -> Times.clock(free.atZone(b.zone())) + " is free").orElse("the rest of that day is full");
            return new Verdict(Times.clock(clash.atZone(b.zone())) + " is promised to " + b.taken().get(clash) + "; " + next + ".",
                what != What.PROMISE, hint(b, at));
        }
        return new Verdict("", false, hint(b, at));
    }

    /// "8:00 am and 8:00 pm", or "" on a day that is closed.
    private static String spans(CallingHours hours, LocalDate day) {
        return hours.on().apply(day).stream().map(span -> Times.clock(span.from()) + " and " + Times.clock(span.to())).collect(Collectors.joining(", or between "));
    }

    /// Why nobody is called at this place now, without what to do.
    public static String closed(Place place, CallingHours legal, Instant now) {
        return place.zones().stream().map(now::atZone).filter(there -> !legal.open(List.of(there.getZone()), now)).findFirst().map(there -> {
            String spans = spans(legal, there.toLocalDate()).replace(" and ", " to ").replace("between ", "");
            return "Not dialed: it is " + Times.clock(there) + " there" + (place.zones().size() > 1 ? " (" + Times.zone(there.getZone()) + ")" : "")
                + (spans.isEmpty() ? ", and nobody may be called there on this day." : ", outside " + spans + ".");
        }).orElse("");
    }

    /// Like [#judge], at the moment in which the time is written.
    ///
    /// @throws AppException with what speaks against it, when it can't be
    public static void requirePossible(What what, Bounds b, Instant at) throws AppException {
        Verdict verdict = judge(what, b, at);
        if (verdict.forbids()) {
            throw new AppException("Nothing was done. " + verdict.problem(), null);
        }
    }

    private static Verdict no(String problem) {
        return new Verdict(problem, false, "");
    }

    private static String zoneNames(List<ZoneId> zones) {
        return zones.stream().map(Times::zone).distinct().collect(Collectors.joining(" or "));
    }

    /// The nearest promise to somebody else that is less than 5 minutes away, or null.
    private static @Nullable Instant clash(NavigableMap<Instant, String> taken, Instant at) {
        return Stream.of(taken.floorKey(at), taken.ceilingKey(at)).filter(t -> t != null && Duration.between(t, at).abs().compareTo(PromiseRules.APART) < 0)
            .min(java.util.Comparator.comparing(t -> Duration.between(t, at).abs())).orElse(null);
    }

    /// The next quarter-hour of that day that is nobody else's.
    private static Optional<Instant> free(What what, Bounds b, Instant at) {
        Instant quarter = Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), QUARTER.toSeconds()) * QUARTER.toSeconds());
        LocalDate day = LocalDate.ofInstant(at, b.zone());
        return Stream.iterate(quarter.plus(QUARTER), next -> next.plus(QUARTER)).limit(QUARTERS_A_DAY)
            .takeWhile(next -> LocalDate.ofInstant(next, b.zone()).equals(day))
            .filter(next -> clash(b.taken(), next) == null && (!what.call() || b.legal().open(b.zones(), next))).findFirst();
    }

    private static String hint(Bounds b, Instant at) {
        List<String> hints = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(at, b.zone());
        if (!b.preferred().days().test(day)) {
            hints.add("no working day there");
        } else if (!b.preferred().open(b.zones(), at)) {
            hints.add("outside the preferred hours there, " + Times.clock(b.preferred().from()) + " to " + Times.clock(b.preferred().to()));
        }
        ZonedDateTime here = at.atZone(b.myZone());
        if (!b.mine().days().test(here.toLocalDate())) {
            hints.add("your day off");
        } else if (!b.mine().open(List.of(b.myZone()), at)) {
            hints.add("outside your own hours: " + Times.clock(here) + " your time");
        }
        String said = String.join("; ", hints);
        return said.isEmpty() ? "" : Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
    }

    /// What to choose from by digit: the suggestions, else what people say most often.
    public static List<Slot> choices(What what, Bounds b) {
        return what == What.RETURN ? returns(b) : !b.slots().isEmpty() ? b.slots().stream().limit(MOST_CHOICES).toList()
            : quick(b.now().atZone(b.zone()), what == What.MEETING, b.preferred().days());
    }

    /// The beginning of the preferred hours on `day`: when a rest ends.
    public static Slot returning(Bounds b, LocalDate day) {
        return new Slot(day.atTime(b.preferred().from()).atZone(b.zone()).toInstant(), b.zone());
    }

    /// The next working day, and in two weeks, one month, three months.
    private static List<Slot> returns(Bounds b) {
        LocalDate today = LocalDate.ofInstant(b.now(), b.zone());
        return Stream.of(today.plusDays(1), today.plusWeeks(2), today.plusMonths(1), today.plusMonths(3))
            .map(day -> workday(day, b.preferred().days())).distinct().map(day -> returning(b, day)).toList();
    }

    /// What people say most often, seen from `now` there: later today, tomorrow, next week. Never in the past, never at night, and
    /// on working days but for today.
    static List<Slot> quick(ZonedDateTime now, boolean meeting, Predicate<LocalDate> working) {
        List<ZonedDateTime> times = new ArrayList<>();
        ZonedDateTime hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!meeting) {
            times.add(now.truncatedTo(ChronoUnit.MINUTES).plusMinutes(60 - now.getMinute() % 15));
            times.add(hour.withHour(16));
        }
        ZonedDateTime next = workday(hour.plusDays(1), working);
        times.add(next.withHour(9));
        times.add(next.withHour(meeting ? 11 : 14));
        times.add(workday(next.plusDays(1), working).withHour(10));
        times.add(workday(hour.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), working).withHour(10));
        if (meeting) {
            times.add(workday(next.plusDays(1), working).withHour(14));
            times.add(workday(hour.plusDays(7), working).withHour(hour.getHour() >= 9 && hour.getHour() <= 16 ? hour.getHour() : 14));
        }
        return times.stream().filter(t -> t.isAfter(now.plusMinutes(10)) && t.getHour() >= 8 && t.getHour() < 20).distinct().sorted()
            .map(t -> new Slot(t.toInstant(), t.getZone())).toList();
    }

    private static ZonedDateTime workday(ZonedDateTime day, Predicate<LocalDate> working) {
        return day.plusDays(ChronoUnit.DAYS.between(day.toLocalDate(), workday(day.toLocalDate(), working)));
    }

    /// `day` itself or the next working day; after a month without one `day` again.
    private static LocalDate workday(LocalDate day, Predicate<LocalDate> working) {
        return Stream.iterate(day, d -> d.plusDays(1)).limit(31).filter(working).findFirst().orElse(day);
    }
}

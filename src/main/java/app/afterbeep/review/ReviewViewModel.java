package app.afterbeep.review;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.PlaceRules;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.review.ReviewService.Called;
import app.afterbeep.review.ReviewService.Page;
import app.afterbeep.exports.ExportViewModel.Wish;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Reading;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the Review screen shows and does. On the FX thread.
public final class ReviewViewModel {
    private final ReviewService review;
    private final Background background;
    private final Notices notices;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Called> called = new ReadOnlyObjectWrapper<>();
    private Span span = Span.LAST_DAY;
    private @Nullable Days range;
    private Set<String> outcomes = Set.of();
    private String list = "";
    private String text = "";
    private final Reading reading;
    private @Nullable LoggedCall wanted;

    /// Which days the rep looks at.
    public enum Span { LAST_DAY, TODAY, WEEK, RANGE }

    /// What is on the screen.
    ///
    /// @param lastDay the day before today that has calls
    public record Shown(Span span, Days days, LocalDate lastDay, Page page) {}

    public ReviewViewModel(ReviewService review, Background background, Notices notices, Clock clock) {
        this.review = review;
        this.background = background;
        this.reading = Reading.beside(background);
        this.notices = notices;
        this.clock = clock;
    }

    /// Null until first read.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The selected call.
    public ReadOnlyObjectProperty<@Nullable Called> called() {
        return called.getReadOnlyProperty();
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId here() {
        return clock.getZone();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Yesterday or the last day with calls, today, or the last seven days.
    public void look(Span at) {
        span = at;
        outcomes = Set.of();
        list = "";
        refresh();
    }

    /// These days; in either order.
    public void look(LocalDate from, LocalDate to) {
        range = Days.between(from, to);
        look(Span.RANGE);
    }

    /// Only attempts that ended so; null for all.
    public void filter(@Nullable String outcome) {
        outcomes = outcome == null ? Set.of() : Set.of(outcome);
        refresh();
    }

    /// Only calls of this list; "" for all.
    public void filterList(String name) {
        list = name;
        refresh();
    }

    /// Only attempts whose prospect or note has what was typed.
    public void search(String typed) {
        text = typed;
        refresh();
    }

    public String text() {
        return text;
    }

    /// Whether only a part of the days' attempts is asked for.
    public boolean filtered() {
        return !outcomes.isEmpty() || !list.isEmpty() || !text.isBlank();
    }

    /// All attempts of these days.
    public void clearFilters() {
        outcomes = Set.of();
        list = "";
        text = "";
        refresh();
    }

    /// Reads the log anew. While one reading runs only the latest of the next ones is kept.
    public void refresh() {
        Span at = span;
        Days chosen = range;
        Set<String> ended = outcomes;
        String words = text;
        String from = list;
        reading.ask(() -> {
            LocalDate lastDay = review.lastDay();
            Days days = days(at, chosen, lastDay);
            return new Shown(at, days, lastDay, review.read(days.filter(ended, from, words)));
        }, read -> {
            shown.set(read);
            if (wanted != null) {
                readCalled(wanted);
            }
        }, this::problem);
    }

    private Days days(Span at, @Nullable Days chosen, LocalDate lastDay) {
        return switch (at) {
            case LAST_DAY -> Days.of(lastDay);
            case TODAY -> Days.of(today());
            case WEEK -> Days.lastSeven(today());
            case RANGE -> chosen == null ? Days.lastSeven(today()) : chosen;
        };
    }

    /// Shows who was called; null for nobody.
    public void select(@Nullable LoggedCall call) {
        wanted = call;
        if (call == null) {
            called.set(null);
        } else {
            readCalled(call);
        }
    }

    private void readCalled(LoggedCall call) {
        background.db(() -> review.called(call), read -> {
            if (call.equals(wanted)) {
                called.set(read.orElse(null));
            }
        });
    }

    /// Exactly what is shown, without the table's limit: what an export writes. Null before the log was read.
    public @Nullable Wish export() {
        Shown now = shown.get();
        if (now == null) {
            return null;
        }
        long calls = now.page().size();
        return new Wish(now.page().filter(), daysName(now.days()) + " · %,d %s".formatted(calls, calls == 1 ? "call" : "calls")
            + (filtered() ? ", as filtered" : ""), "afterbeep-calls-" + now.days().fileName());
    }

    private void problem(Exception e) {
        notices.show(Notice.problem(String.valueOf(e.getMessage())));
    }

    /// "Yesterday, Mon Nov 23", or by its date alone when that was longer ago.
    public String lastDayName(LocalDate day) {
        return (day.equals(today().minusDays(1)) ? "Yesterday, " : "") + daysName(Days.of(day));
    }

    /// "Mon Nov 23", "Tue Nov 17 to Mon Nov 23": the days in words, with their years unless all is this year's.
    public String daysName(Days days) {
        boolean years = days.from().getYear() != today().getYear() || days.to().getYear() != today().getYear();
        return days.oneDay() ? dayName(days.from(), years) : dayName(days.from(), years) + " to " + dayName(days.to(), years);
    }

    private static String dayName(LocalDate day, boolean year) {
        return Times.date(day) + (year ? ", " + day.getYear() : "");
    }

    /// When it was, here: the time alone when only one day is shown, else with the date on a line above it.
    public String time(LoggedCall call) {
        ZonedDateTime at = call.at().atZone(here());
        Shown now = shown.get();
        return now != null && now.days().oneDay() ? Times.clock(at) : Times.date(at.toLocalDate()) + "\n" + Times.clock(at);
    }

    /// What the attempt scheduled, at the prospect's place.
    public String next(LoggedCall call) {
        Instant next = call.nextCallAt();
        return next == null ? "" : dated(next, call.zone()) + (PlaceRules.sameClock(here(), call.zone(), next) ? "" : " there");
    }

    public static String person(LoggedCall call) {
        return Prospect.shownName(call.firstName(), call.lastName(), call.company(), call.phone());
    }

    /// "Left voicemail"; a call that was received says so.
    public static String outcome(LoggedCall call) {
        return called(call) + label(call.outcome());
    }

    /// As it stands in the table.
    static String shortOutcome(LoggedCall call) {
        return called(call) + shortLabel(call.outcome());
    }

    private static String called(LoggedCall call) {
        return call.direction().equals("inbound") ? "They called: " : "";
    }

    /// The word for an outcome's code, also for one of a newer version.
    public static String label(String code) {
        return Arrays.stream(Outcome.values()).filter(outcome -> outcome.code().equals(code)).findFirst().map(Outcome::label)
            .orElse(code.replace('_', ' '));
    }

    /// "No answer" for "No answer, no message".
    static String shortLabel(String code) {
        return label(code).replaceFirst(",.*", "");
    }

    /// Style class for the state of an email: what failed must be seen.
    static String emailTone(LoggedCall call) {
        return call.email().equals("failed") || call.email().equals("unknown") ? "problem" : "quiet";
    }

    /// What the log said of a call before it was corrected: "No answer, no message, 9:14 am (corrected Tue 10:02 am)".
    String was(AttemptStore.Was was) {
        String note = was.note().equals(was.noteAfter()) ? "" : was.note().isEmpty() ? ", no note" : ", “" + was.note() + "”";
        return was.outcome().label() + ", " + Times.moment(was.at(), here(), was.correctedAt()) + note + " (corrected "
            + Times.moment(was.correctedAt(), here(), now()) + ")";
    }

    /// The promised time there, and here where the clocks differ; "" without a promise.
    public String promised(LoggedCall call) {
        Instant at = call.promisedAt();
        if (at == null) {
            return "";
        }
        String there = dated(at, call.zone());
        return PlaceRules.sameClock(here(), call.zone(), at) ? there : there + " there\n" + dated(at, here()) + " here";
    }

    /// Beside a call of another day a bare time would be taken for one of that day.
    private String dated(Instant at, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(LocalDate.ofInstant(now(), zone));
        return (today ? "Today " : "") + Times.dated(at, zone, now());
    }
}

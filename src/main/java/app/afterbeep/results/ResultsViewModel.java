package app.afterbeep.results;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.PlaceRules;
import app.afterbeep.results.ResultsService.Page;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Reading;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the Results screen shows and does. On the FX thread.
public final class ResultsViewModel {
    private final ResultsService results;
    private final Clock clock;
    private final LongConsumer open;

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private Span span = Span.MONTH;
    private @Nullable Days range;
    private Part part = Part.OVERVIEW;
    private Filter filter = Filter.ALL;
    private @Nullable LedgerEntry selected;
    private final Reading reading;

    /// Which days the rep looks at.
    public enum Span { TODAY, WEEK, MONTH, YEAR, RANGE }

    /// Which part of the results is in front.
    public enum Part { OVERVIEW, PROMISES, STEPS, HOURS }

    /// Which promises the ledger shows; the last one shows what prospects asked for instead.
    enum Filter {
        ALL, KEPT, LATE, MISSED, MOVED, RELEASED, OPEN, CALLBACKS;

        /// The code of the state that is meant, "" for all.
        String state() {
            return this == ALL || this == CALLBACKS ? "" : name().toLowerCase(Locale.ROOT);
        }

        int count(Kept promises, Kept callbacks) {
            return switch (this) {
                case ALL -> promises.all();
                case KEPT -> promises.kept();
                case LATE -> promises.late();
                case MISSED -> promises.missed();
                case MOVED -> promises.moved();
                case RELEASED -> promises.released();
                case OPEN -> promises.open();
                case CALLBACKS -> callbacks.all();
            };
        }
    }

    /// What is on the screen.
    ///
    /// @param ledger empty while another part is in front
    record Shown(Span span, Part part, Filter filter, Page page, List<LedgerEntry> ledger) {}

    /// @param open opens a prospect in the session
    public ResultsViewModel(ResultsService results, Background background, Clock clock, LongConsumer open) {
        this.results = results;
        this.reading = new Reading(background);
        this.clock = clock;
        this.open = open;
    }

    /// Null until first read.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void look(Span at) {
        span = at;
        refresh();
    }

    /// These days; in either order.
    void look(LocalDate from, LocalDate to) {
        range = Days.between(from, to);
        look(Span.RANGE);
    }

    void turnTo(Part to) {
        part = to;
        refresh();
    }

    void filter(Filter by) {
        filter = by;
        refresh();
    }

    /// Reads the summaries anew. While one reading runs only the latest of the next ones is kept.
    void refresh() {
        Span at = span;
        Days days = days();
        Part front = part;
        Filter by = filter;
        reading.ask(() -> new Shown(at, front, by, results.read(days),
            front == Part.PROMISES ? results.ledger(days, by == Filter.CALLBACKS, by.state()) : List.of()), shown::set);
    }

    private Days days() {
        return switch (span) {
            case TODAY -> Days.of(today());
            case WEEK -> Days.lastSeven(today());
            case MONTH -> Days.last(30, today());
            case YEAR -> new Days(today().minusYears(1).plusDays(1), today());
            case RANGE -> range == null ? Days.last(30, today()) : range;
        };
    }

    void select(@Nullable LedgerEntry entry) {
        selected = entry;
    }

    /// Opens the selected promise's prospect in the session; false when none is selected.
    boolean open() {
        LedgerEntry entry = selected;
        if (part != Part.PROMISES || entry == null) {
            return false;
        }
        open.accept(entry.prospectId());
        return true;
    }

    /// "Mon Nov 23", "Tue Nov 17 to Mon Nov 23": the days in words, with their years where these differ.
    static String name(Days days) {
        String from = Times.date(days.from());
        String to = Times.date(days.to());
        return days.oneDay() ? from : days.from().getYear() == days.to().getYear() ? from + " to " + to
            : from + ", " + days.from().getYear() + " to " + to + ", " + days.to().getYear();
    }

    /// When the call was to be made, at the prospect's place.
    String there(LedgerEntry entry) {
        return Times.moment(entry.at(), entry.zone(), clock.instant());
    }

    /// The same by the rep's clock, "" when it shows the same.
    String here(LedgerEntry entry) {
        ZoneId here = clock.getZone();
        return PlaceRules.sameClock(here, entry.zone(), entry.at()) ? "" : Times.moment(entry.at(), here, clock.instant()) + " here";
    }

    static String state(LedgerEntry entry) {
        String word = entry.state().toString();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// When that was settled, seen from the time that was agreed: "2 min after", "35 min before", "Thu 4:10 pm".
    String called(LedgerEntry entry) {
        Instant settled = entry.settledAt();
        if (settled == null) {
            return entry.state() == Promise.State.MISSED ? "not on that day" : "";
        }
        long minutes = Math.round(Duration.between(entry.at(), settled).toSeconds() / 60.0);
        return minutes == 0 ? "to the minute" : Math.abs(minutes) < 60 ? Math.abs(minutes) + " min " + (minutes > 0 ? "after" : "before")
            : Times.moment(settled, entry.zone(), clock.instant());
    }

    /// By which attempt it was settled: "Left voicemail".
    static String by(LedgerEntry entry) {
        String label = Arrays.stream(Outcome.values()).filter(outcome -> outcome.code().equals(entry.outcome())).findFirst()
            .map(outcome -> outcome.label().replaceFirst(",.*", "")).orElse(entry.outcome().replace('_', ' '));
        return entry.inbound() ? "They called: " + label : label;
    }
}

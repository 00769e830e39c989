package app.afterbeep.results;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.Days;
import app.afterbeep.results.ResultsRules.Bucket;
import app.afterbeep.results.ResultsRules.Slot;
import app.afterbeep.ui.Times;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the results of some days. On the database thread.
public final class ResultsService {
    /// Nobody reads more promises by eye.
    static final int LIMIT = 2_000;

    private final ResultsStore store;

    public ResultsService(ResultsStore store) {
        this.store = store;
    }

    /// The results of some days.
    ///
    /// @param any       there is a call or a promise on whatever day
    /// @param figures   of these days
    /// @param promises  for these days
    /// @param callbacks for these days
    /// @param charted   by day or week; short ranges among the days before them
    /// @param due       promises by the same days or weeks
    /// @param weeks     promises by week
    /// @param hours     by weekday and hour at the prospects' places
    public record Page(Days days, boolean any, Figures figures, Kept promises, Kept callbacks, List<Bucket<Figures>> charted,
                       List<Bucket<Kept>> due, List<Bucket<Kept>> weeks, Map<Slot, Figures> hours, List<StepCount> steps) {}

    public Page read(Days days) {
        Days shown = ResultsRules.window(days);
        Days weeks = ResultsRules.weeks(days, Times.firstDay());
        Map<LocalDate, Figures> byDay = store.byDay(shown);
        Map<Slot, Figures> hours = store.byHour(days);
        Map<LocalDate, Kept> promises = new HashMap<>();
        Kept callbacks = Kept.NONE;
        for (ResultsStore.PromiseDay day : store.promises(new Days(earlier(shown.from(), weeks.from()), days.to()))) {
            if (!day.callbacks()) {
                promises.merge(day.day(), day.kept(), Kept::plus);
            } else if (days.has(day.day())) {
                callbacks = callbacks.plus(day.kept());
            }
        }
        return new Page(days, store.any(), hours.values().stream().reduce(Figures.NONE, Figures::plus),
            promises.entrySet().stream().filter(day -> days.has(day.getKey())).map(Map.Entry::getValue).reduce(Kept.NONE, Kept::plus), callbacks,
            ResultsRules.buckets(shown, days, Times.firstDay(), byDay, Figures.NONE, Figures::plus),
            ResultsRules.buckets(shown, days, Times.firstDay(), promises, Kept.NONE, Kept::plus),
            ResultsRules.byWeek(weeks, days, Times.firstDay(), promises, Kept.NONE, Kept::plus), Map.copyOf(hours), store.steps(days));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /// The promises for these days, latest first, [#LIMIT] at most.
    ///
    /// @param callbacks those that prospects asked for, instead of those that the rep announced
    /// @param state     only in this state; "" for all
    public List<LedgerEntry> ledger(Days days, boolean callbacks, String state) {
        return store.ledger(days, callbacks ? Promise.Kind.CALLBACK : Promise.Kind.PROMISE, state, LIMIT);
    }
}

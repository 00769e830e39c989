package app.afterbeep.review;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.CallLogStore.Tally;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.db.Database;
import app.afterbeep.db.Reader;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Touch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads the log for the review: the table beside the clicks, on any thread, one person on the database thread.
public final class ReviewService implements AutoCloseable {
    /// Nobody reviews more by eye; the export has no limit.
    static final int LIMIT = 5_000;
    private static final int TOUCHES = 500;
    private static final Set<String> CONNECTS = Arrays.stream(Outcome.values()).filter(Outcome::connect).map(Outcome::code)
        .collect(Collectors.toUnmodifiableSet());

    private final Reader reader;
    private final AttemptStore attempts;
    private final ProspectStore prospects;
    private final Clock clock;

    public ReviewService(Database database, AttemptStore attempts, ProspectStore prospects, Clock clock) {
        this.reader = database.reader();
        this.attempts = attempts;
        this.prospects = prospects;
        this.clock = clock;
    }

    /// The figures above the table, of all outcomes. Calls that were received are no attempts: they count apart.
    public record Figures(int attempts, int messages, int connects, int conversations, int promises, int received) {}

    /// What the table shows.
    ///
    /// @param calls    the first [#LIMIT] in the order of time
    /// @param size     how many there are in all: what an export has
    /// @param outcomes how many calls of these days ended as each outcome, by code
    /// @param lists    the lists whose prospects were called on these days, by name
    public record Page(LogFilter filter, List<LoggedCall> calls, long size, Figures figures, Map<String, Integer> outcomes, List<String> lists) {}

    /// Reads the first attempts that `filter` means, and counts those of all outcomes beside them. Whole days are counted by the summaries
    /// beside the log, so that a year costs no more than its rows on the screen; with a text or a list each attempt is looked at.
    public Page read(LogFilter filter) {
        return reader.read(sql -> read(new CallLogStore(sql, clock), filter));
    }

    private static Page read(CallLogStore log, LogFilter filter) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        boolean whole = filter.text().isBlank() && filter.list().isEmpty() && from != null && to != null;
        List<Tally> found = whole ? log.tally(new Days(from, to)) : log.tally(new LogFilter(from, to, Set.of(), "", filter.text()));
        List<String> lists = whole ? log.lists(new Days(from, to))
            : found.stream().map(Tally::list).distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        List<Tally> counted = found.stream().filter(tally -> filter.list().isEmpty() || filter.list().equals(tally.list())).toList();
        int promises = whole ? log.promised(new Days(from, to)) : counted.stream().mapToInt(Tally::promises).sum();
        Map<String, Integer> outcomes = new TreeMap<>();
        counted.forEach(tally -> outcomes.merge(tally.outcome(), tally.attempts(), Integer::sum));
        long size = outcomes.entrySet().stream().filter(e -> filter.outcomes().isEmpty() || filter.outcomes().contains(e.getKey()))
            .mapToLong(Map.Entry::getValue).sum();
        return new Page(filter, log.list(filter, LIMIT), size, figures(counted, promises), outcomes, lists);
    }

    private static Figures figures(List<Tally> counted, int promises) {
        Map<String, Integer> made = counted.stream().filter(tally -> !tally.inbound())
            .collect(Collectors.groupingBy(Tally::outcome, Collectors.summingInt(Tally::attempts)));
        int attempts = made.values().stream().mapToInt(Integer::intValue).sum();
        int received = counted.stream().filter(Tally::inbound).mapToInt(Tally::attempts).sum();
        int connects = CONNECTS.stream().mapToInt(code -> made.getOrDefault(code, 0)).sum();
        int conversations = made.getOrDefault(Outcome.CONVERSATION.code(), 0) + made.getOrDefault(Outcome.MEETING_BOOKED.code(), 0);
        return new Figures(attempts, made.getOrDefault(Outcome.LEFT_VOICEMAIL.code(), 0), connects, conversations, promises, received);
    }

    /// The day that is looked back on: yesterday, or the last day before it when nobody was called then. Yesterday when there
    /// was no call before today at all.
    public LocalDate lastDay() {
        LocalDate today = LocalDate.now(clock);
        return reader.read(sql -> new CallLogStore(sql, clock).lastDayBefore(today)).orElse(today.minusDays(1));
    }

    /// Who was called, with the whole history.
    ///
    /// @param was       what the log said before each correction, the latest first
    /// @param step      which of the steps that are on now it was, from 1; 0 for a step that is off or removed
    /// @param elsewhere the call was logged afterwards
    public record Called(LoggedCall call, Prospect prospect, int step, List<Touch> touches, List<AttemptStore.Was> was, boolean elsewhere) {}

    public Optional<Called> called(LoggedCall call) {
        return prospects.find(call.prospectId())
            .map(prospect -> new Called(call, prospect, attempts.step(call.attemptId()), attempts.touches(prospect.id(), prospect.place().zone(), TOUCHES),
                attempts.was(call.attemptId()), attempts.elsewhere(call.attemptId())));
    }

    @Override
    public void close() {
        reader.close();
    }
}

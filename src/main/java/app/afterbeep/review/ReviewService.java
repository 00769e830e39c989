package app.afterbeep.review;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Touch;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the log for the review. On the database thread.
public final class ReviewService {
    /// Nobody reviews more by eye; the export has no limit.
    static final int LIMIT = 5_000;
    private static final int TOUCHES = 500;
    private static final Set<String> CONNECTS = Arrays.stream(Outcome.values()).filter(Outcome::connect).map(Outcome::code)
        .collect(Collectors.toUnmodifiableSet());

    private final CallLogStore log;
    private final AttemptStore attempts;
    private final ProspectStore prospects;
    private final Clock clock;

    public ReviewService(CallLogStore log, AttemptStore attempts, ProspectStore prospects, Clock clock) {
        this.log = log;
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

    /// Reads the attempts that `filter` means, and counts those of all outcomes beside them, in one pass: rows, figures and
    /// counts can't disagree.
    public Page read(LogFilter filter) {
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<String, Integer> made = new TreeMap<>();
        Set<String> lists = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<LoggedCall> calls = new ArrayList<>();
        int[] promises = {0};
        long[] size = {0};
        log.each(new LogFilter(filter.from(), filter.to(), Set.of(), "", filter.text()), call -> {
            lists.add(call.list());
            if (!filter.list().isEmpty() && !filter.list().equals(call.list())) {
                return;
            }
            outcomes.merge(call.outcome(), 1, Integer::sum);
            if (call.direction().equals("outbound")) {
                made.merge(call.outcome(), 1, Integer::sum);
            }
            promises[0] += call.promisedAt() == null ? 0 : 1;
            if (filter.outcomes().isEmpty() || filter.outcomes().contains(call.outcome())) {
                size[0]++;
                if (calls.size() < LIMIT) {
                    calls.add(call);
                }
            }
        });
        return new Page(filter, List.copyOf(calls), size[0], figures(made, promises[0],
            outcomes.values().stream().mapToInt(Integer::intValue).sum()), outcomes, List.copyOf(lists));
    }

    private static Figures figures(Map<String, Integer> outcomes, int promises, int all) {
        int attempts = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        int connects = CONNECTS.stream().mapToInt(code -> outcomes.getOrDefault(code, 0)).sum();
        int conversations = outcomes.getOrDefault(Outcome.CONVERSATION.code(), 0) + outcomes.getOrDefault(Outcome.MEETING_BOOKED.code(), 0);
        return new Figures(attempts, outcomes.getOrDefault(Outcome.LEFT_VOICEMAIL.code(), 0), connects, conversations, promises, all - attempts);
    }

    /// The day that is looked back on: yesterday, or the last day before it when nobody was called then. Yesterday when there
    /// was no call before today at all.
    public LocalDate lastDay() {
        LocalDate today = LocalDate.now(clock);
        return attempts.lastBefore(today.atStartOfDay(clock.getZone()).toInstant())
            .map(at -> LocalDate.ofInstant(at, clock.getZone())).orElse(today.minusDays(1));
    }

    /// Who was called, with the whole history.
    ///
    /// @param was       what the log said before each correction, the latest first
    /// @param elsewhere the call was logged afterwards
    public record Called(LoggedCall call, Prospect prospect, List<Touch> touches, List<AttemptStore.Was> was, boolean elsewhere) {}

    public Optional<Called> called(LoggedCall call) {
        return prospects.find(call.prospectId())
            .map(prospect -> new Called(call, prospect, attempts.touches(prospect.id(), prospect.place().zone(), TOUCHES),
                attempts.was(call.attemptId()), attempts.elsewhere(call.attemptId())));
    }
}

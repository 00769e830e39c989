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

    /// The figures above the table, of all outcomes.
    public record Figures(int attempts, int messages, int connects, int conversations, int promises) {}

    /// What the table shows.
    ///
    /// @param calls    the first [#LIMIT] in the order of time
    /// @param size     how many there are in all: what an export has
    /// @param outcomes how many attempts of these days ended as each outcome, by code
    public record Page(LogFilter filter, List<LoggedCall> calls, long size, Figures figures, Map<String, Integer> outcomes) {}

    /// Reads the attempts that `filter` means, and counts those of all outcomes beside them, in one pass: rows, figures and
    /// counts can't disagree.
    public Page read(LogFilter filter) {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<LoggedCall> calls = new ArrayList<>();
        int[] promises = {0};
        long[] size = {0};
        log.each(new LogFilter(filter.from(), filter.to(), Set.of(), filter.list(), filter.text()), call -> {
            outcomes.merge(call.outcome(), 1, Integer::sum);
            promises[0] += call.promisedAt() == null ? 0 : 1;
            if (filter.outcomes().isEmpty() || filter.outcomes().contains(call.outcome())) {
                size[0]++;
                if (calls.size() < LIMIT) {
                    calls.add(call);
                }
            }
        });
        return new Page(filter, List.copyOf(calls), size[0], figures(outcomes, promises[0]), outcomes);
    }

    private static Figures figures(Map<String, Integer> outcomes, int promises) {
        int connects = CONNECTS.stream().mapToInt(code -> outcomes.getOrDefault(code, 0)).sum();
        int conversations = outcomes.getOrDefault(Outcome.CONVERSATION.code(), 0) + outcomes.getOrDefault(Outcome.MEETING_BOOKED.code(), 0);
        return new Figures(outcomes.values().stream().mapToInt(Integer::intValue).sum(),
            outcomes.getOrDefault(Outcome.LEFT_VOICEMAIL.code(), 0), connects, conversations, promises);
    }

    /// The day that is looked back on: yesterday, or the last day before it when nobody was called then. Yesterday when there
    /// was no call before today at all.
    public LocalDate lastDay() {
        LocalDate today = LocalDate.now(clock);
        return attempts.lastBefore(today.atStartOfDay(clock.getZone()).toInstant())
            .map(at -> LocalDate.ofInstant(at, clock.getZone())).orElse(today.minusDays(1));
    }

    /// Who was called, with the whole history.
    public record Called(LoggedCall call, Prospect prospect, List<Touch> touches) {}

    public Optional<Called> called(LoggedCall call) {
        return prospects.find(call.prospectId())
            .map(prospect -> new Called(call, prospect, attempts.touches(prospect.id(), prospect.place().zone(), TOUCHES)));
    }
}

package app.afterbeep.calls;

import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.PlaceHours.Use;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Lines;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says who is next. On the database thread.
public final class QueueService {
    /// A promise is shown this long before its time.
    public static final Duration PROMISE_LEAD = Duration.ofMinutes(2);

    private final QueueStore queue;
    private final ProspectStore prospects;
    private final PromiseStore promises;
    private final AttemptStore attempts;
    private final CardService cards;
    private final NextCard nextCard;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private @Nullable OpenPlaces open;

    public QueueService(QueueStore queue, ProspectStore prospects, PromiseStore promises, AttemptStore attempts, CardService cards, Clock clock,
                        Supplier<Settings> settings) {
        this.queue = queue;
        this.prospects = prospects;
        this.promises = promises;
        this.attempts = attempts;
        this.cards = cards;
        this.clock = clock;
        this.settings = settings;
        this.nextCard = new NextCard(queue, promises, cards::pace, clock, settings);
    }

    /// Whose turn it is at the start of the program: a call that was under way when it ended comes first, also a conversation that is logged
    /// while nobody has said what comes next.
    public Turn start() {
        return queue.openTalk().map(open -> show(new Look(), prospects.survivor(open.prospectId()), null, "You had talked when Afterbeep closed. What comes next?", false))
            .or(() -> queue.openCall()
            .map(open -> show(new Look(), prospects.survivor(open), null, "This call was open when Afterbeep closed. How did it end?", false)))
            .orElseGet(() -> turn(false));
    }

    /// Whose turn it is now.
    ///
    /// @param outside also call outside the preferred hours; the legal hours always hold
    public Turn turn(boolean outside) {
        Look look = new Look();
        return look.pick(outside, 0, null).map(pick -> show(look, pick.waiting().prospectId(), pick.lane(), null, outside))
            .orElseGet(() -> later(look));
    }

    /// The card of a prospect that the rep chose, or that an undo brought back.
    public Turn turnOf(long prospectId, boolean outside) {
        return show(new Look(), prospects.survivor(prospectId), null, null, outside);
    }

    /// The card of the same prospect, or of whom they were merged into, drawn again because a setting or the place has changed. The queue that it came from, the number that was
    /// dialed and, with `promised`, the time that was chosen or spoken stay as they were; a time that is no longer free there does not.
    public Turn again(Card before, boolean outside, boolean promised) {
        if (!(show(new Look(), prospects.survivor(before.prospect().id()), before.lane(), null, outside) instanceof Turn.Prospect(Card card, String after))) {
            throw new IllegalStateException("a card that was drawn");
        }
        return new Turn.Prospect(card.like(before, promised && cards.free(card.prospect(), before.slot().at())), after);
    }

    /// The card of a prospect who has called.
    ///
    /// @param e164 the number they called from as far as the rep knows, or ""
    public Turn caller(long prospectId, String e164) {
        return new Turn.Prospect(cards.caller(prospects.survivor(prospectId), e164), "");
    }

    /// Draws the card of whoever comes after `card` beforehand, so that the click on it is answered at once. To be called when nobody waits.
    public void prepare(Card card, boolean outside) {
        Look look = new Look();
        look.pick(outside, card.prospect().id(), card.lane()).ifPresent(pick -> {
            long next = pick.waiting().prospectId();
            nextCard.prepare(next, pick.lane(), () -> cards.beforehand(next, pick.lane(), card.slot().at()));
        });
    }

    /// Runs a click on a prospect; the card of whoever comes after may outlast it.
    ///
    /// @param suppresses it puts somebody on the do-not-call list
    <T> T during(long prospectId, boolean suppresses, Supplier<T> click) {
        return nextCard.during(prospectId, suppresses, click);
    }

    private Turn show(Look look, long prospectId, @Nullable Integer lane, @Nullable String why, boolean outside) {
        Card card = why != null ? cards.card(prospectId, lane, why) : nextCard.of(prospectId, lane).orElseGet(() -> cards.card(prospectId, lane, null));
        return new Turn.Prospect(card, after(look, prospectId, card.lane(), outside));
    }

    /// Who comes after the prospect on the screen, as things are now.
    ///
    /// @param words     as in [Turn.Prospect]
    /// @param changesAt when the next promise becomes due, or null when none waits: until then the words hold
    public record After(String words, @Nullable Instant changesAt) {}

    /// Looks again who comes after `card`; the card keeps the turn.
    public After after(Card card, boolean outside) {
        Look look = new Look();
        Instant changes = queue.promisedAfter(look.now.plus(PROMISE_LEAD)).map(at -> at.minus(PROMISE_LEAD)).orElse(null);
        return new After(after(look, card.prospect().id(), card.lane(), outside), changes);
    }

    private String after(Look look, long prospectId, @Nullable Integer lane, boolean outside) {
        return look.pick(outside, prospectId, lane).flatMap(pick -> prospects.find(pick.waiting().prospectId())
            .map(next -> after(next, pick.waiting().dueAt()))).orElse("");
    }

    private String after(Prospect next, Instant dueAt) {
        String company = next.company().isEmpty() || next.name().equals(next.company()) ? "" : ", " + Lines.piece(next.company());
        String due = next.due() == Prospect.Due.FRESH ? "first attempt" : "due " + Times.moment(dueAt, clock.getZone(), clock.instant());
        return Lines.piece(next.name()) + company + " · " + due;
    }

    private record Pick(QueueStore.Waiting waiting, int lane) {}

    /// One look at the queue: who has the turn and who comes after are picked from the same reading of each lane.
    private final class Look {
        private final Instant now = clock.instant();
        private final Map<Integer, List<QueueStore.Waiting>> firsts = new HashMap<>();
        private final OpenPlaces places = places(now);
        private final Map<Use, Map<Integer, List<QueueStore.Waiting>>> inside = new EnumMap<>(Use.class);
        private @Nullable Set<Long> called;

        /// Promises and callbacks that are due, then due steps and fresh prospects, interleaved.
        private Optional<Pick> pick(boolean outside, long except, @Nullable Integer laneBefore) {
            return first(QueueStore.PROMISED, true, except).or(() -> {
                boolean freshFirst = freshFirst(laneBefore);
                return first(freshFirst ? QueueStore.FRESH : QueueStore.DUE, outside, except)
                    .or(() -> first(freshFirst ? QueueStore.DUE : QueueStore.FRESH, outside, except));
            });
        }

        private Optional<Pick> first(int lane, boolean outside, long except) {
            Instant until = lane == QueueStore.PROMISED ? now.plus(PROMISE_LEAD) : now;
            return opened(lane, use(lane, outside)).stream().filter(w -> !w.dueAt().isAfter(until))
                .flatMap(w -> callable(lane, w, except).stream()).filter(w -> !w.dueAt().isAfter(until))
                .min(Comparator.comparing(QueueStore.Waiting::dueAt).thenComparing(QueueStore.Waiting::prospectId)).map(w -> new Pick(w, lane));
        }

        /// `first` or, where that one is not to be called any more today, whoever comes after it at the same place.
        private Optional<QueueStore.Waiting> callable(int lane, QueueStore.Waiting first, long except) {
            Set<Long> over = lane == QueueStore.PROMISED ? Set.of() : called();
            return first.prospectId() == except || over.contains(first.prospectId())
                ? queue.after(lane, first, Stream.concat(over.stream(), Stream.of(except)).toList()) : Optional.of(first);
        }

        private Set<Long> called() {
            if (called == null) {
                called = attempts.calledEnough(cards.today(), now, settings.get().number(Setting.ATTEMPTS_PER_NUMBER));
            }
            return called;
        }

        private List<QueueStore.Waiting> firsts(int lane) {
            return firsts.computeIfAbsent(lane, queue::firsts);
        }

        /// The first at each place that is open now.
        private List<QueueStore.Waiting> opened(int lane, Use use) {
            return inside.computeIfAbsent(use, each -> new HashMap<>()).computeIfAbsent(lane, each -> queue.firsts(lane, places.ids(use)));
        }
    }

    private static Use use(int lane, boolean outside) {
        return lane == QueueStore.PROMISED ? Use.PROMISED : outside ? Use.OUTSIDE : Use.PREFERRED;
    }

    /// After so many due steps a fresh prospect has its turn.
    private boolean freshFirst(@Nullable Integer laneBefore) {
        int due = Math.max(0, settings.get().number(Setting.DUE_PER_FRESH));
        List<Integer> lanes = Stream.concat(Stream.ofNullable(laneBefore).filter(lane -> lane != QueueStore.PROMISED),
            queue.latestLanes(due).stream()).limit(due).toList();
        return lanes.size() == due && lanes.stream().allMatch(lane -> lane == QueueStore.DUE);
    }

    private OpenPlaces places(Instant now) {
        List<Place> all = prospects.places().all();
        PlaceHours held = cards.hours();
        if (open == null || !open.of(all, held, now)) {
            open = new OpenPlaces(all, held, now);
        }
        return open;
    }

    /// Who comes first when nobody can be called now.
    private Turn later(Look look) {
        record Coming(long prospectId, Instant at) {}
        Instant tomorrow = LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Coming next = null;
        for (int lane : List.of(QueueStore.PROMISED, QueueStore.DUE, QueueStore.FRESH)) {
            for (QueueStore.Waiting first : look.firsts(lane)) {
                for (QueueStore.Waiting w : Stream.concat(Stream.of(first), look.callable(lane, first, 0).stream()).distinct().toList()) {
                    Instant due = lane == QueueStore.PROMISED ? w.dueAt().minus(PROMISE_LEAD) : look.called().contains(w.prospectId()) ? tomorrow : w.dueAt();
                    // Who is not due before then is not called before then.
                    Instant at = next != null && !due.isBefore(next.at()) ? due : look.places.nextOpen(w.placeId(), use(lane, false), look.now, due);
                    if (next == null || at.isBefore(next.at())) {
                        next = new Coming(w.prospectId(), at);
                    }
                }
            }
        }
        if (next == null) {
            return new Turn.Nobody(prospects.any(), queue.comingIn());
        }
        Prospect prospect = prospects.find(next.prospectId()).orElseThrow();
        return new Turn.Later(Lines.of(", ", prospect.name(), prospect.company()),
            Times.moment(next.at(), clock.getZone(), look.now), next.at(), look.pick(true, 0, null).isPresent());
    }
}

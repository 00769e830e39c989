package app.afterbeep.calls;

import app.afterbeep.ui.Lines;
import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Holidays;
import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.calls.PlaceHours.Use;
import app.afterbeep.prospects.Balance;
import app.afterbeep.prospects.CallingHours;
import app.afterbeep.prospects.HoursStore;
import app.afterbeep.prospects.OwnHours;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.Pace;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
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
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says who is next and draws the card. On the database thread.
public final class QueueService {
    /// A promise is shown this long before its time.
    public static final Duration PROMISE_LEAD = Duration.ofMinutes(2);
    private static final int EARLIER_ATTEMPTS = 3;
    private static final int SLOTS = 9;
    private static final int TOUCHES = 40;

    private final QueueStore queue;
    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final ScriptStore scripts;
    private final PromiseStore promises;
    private final AttemptStore attempts;
    private final Holidays holidays;
    private final HoursStore own;
    private final MergeValues merge;
    private final MessageChoice choice;
    private final NextCard nextCard;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private PlaceHours hours;
    private @Nullable OpenPlaces open;
    /// While a card is drawn beforehand: what the one on the screen promises.
    private @Nullable Instant spoken;

    public QueueService(QueueStore queue, ProspectStore prospects, CadenceStore cadences, ScriptStore scripts, PromiseStore promises,
                        AttemptStore attempts, Holidays holidays, Clock clock, Supplier<Settings> settings) {
        this.queue = queue;
        this.prospects = prospects;
        this.cadences = cadences;
        this.scripts = scripts;
        this.promises = promises;
        this.attempts = attempts;
        this.holidays = holidays;
        this.clock = clock;
        this.settings = settings;
        this.own = queue.hours();
        this.hours = new PlaceHours(settings.get(), List.of(), holidays);
        this.merge = new MergeValues(attempts, scripts, clock, settings);
        this.choice = new MessageChoice(scripts, cadences, prospects);
        this.nextCard = new NextCard(queue, promises, this::pace, clock, settings);
    }

    /// Whose turn it is at the start of the program: a call that was under way when it ended comes first, also a conversation that is logged
    /// while nobody has said what comes next.
    public Turn start() {
        return queue.openTalk().map(open -> show(new Look(), open.prospectId(), null, "You had talked when Afterbeep closed. What comes next?", false))
            .or(() -> queue.openCall()
            .map(open -> show(new Look(), open, null, "This call was open when Afterbeep closed. How did it end?", false)))
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

    /// The card of the same prospect, drawn again because a setting or the place has changed. The queue that it came from, the number that was
    /// dialed and, with `promised`, the time that was chosen or spoken stay as they were; a time that is no longer free there does not.
    public Turn again(Card before, boolean outside, boolean promised) {
        if (!(show(new Look(), before.prospect().id(), before.lane(), null, outside) instanceof Turn.Prospect(Card card, String after))) {
            throw new IllegalStateException("a card that was drawn");
        }
        return new Turn.Prospect(card.like(before, promised && free(card.prospect(), before.slot().at())), after);
    }

    private boolean free(Prospect prospect, Instant at) {
        return at.isAfter(clock.instant()) && preferred(prospect.place()).open(prospect.place().zones(), at)
            && PromiseRules.free(promises.taken(prospect.id(), at.minus(PromiseRules.KEPT_WITHIN), at.plus(PromiseRules.KEPT_WITHIN)), at);
    }

    /// The card of a prospect who has called.
    ///
    /// @param e164 the number they called from as far as the rep knows, or ""
    public Turn caller(long prospectId, String e164) {
        Prospect prospect = asItStands(prospects.find(prospectId).orElseThrow());
        Optional<Promise> promise = promises.open(prospectId);
        String agreed = promise.map(p -> " " + WhyRules.said(p, prospect.place().zone(), clock.instant()) + ".")
            .orElse(prospect.suppressed() ? " On your do-not-call list: they stay there." : "");
        Card card = draw(prospect, cadences.ofSeries(prospect.seriesId()), null, "They called you." + agreed, promise, true, 0);
        return new Turn.Prospect(prospect.phones().stream().filter(phone -> phone.e164().equals(e164)).findFirst()
            .or(() -> prospect.phones().stream().findFirst()).map(card::withDialed).orElse(card), "");
    }

    /// The card as it was before one attempt, with the times of today: for what a correction of the attempt would do.
    ///
    /// @param asItWas the prospect with the step, the series and the status that it had then
    /// @param promise the one that was open then, or null
    Card cardBefore(long attempt, Prospect asItWas, @Nullable Promise promise, boolean inbound, String phone) {
        Card card = draw(asItWas, cadences.ofSeries(asItWas.seriesId()), null, "", Optional.ofNullable(promise), inbound, attempt);
        return asItWas.phones().stream().filter(p -> p.e164().equals(phone)).findFirst().map(card::withDialed).orElse(card);
    }

    /// Draws the card of whoever comes after `card` beforehand, so that the click on it is answered at once. To be called when nobody waits.
    public void prepare(Card card, boolean outside) {
        Look look = new Look();
        look.pick(outside, card.prospect().id(), card.lane()).ifPresent(pick -> {
            // The time that the click most likely promises is left to it: offered here too, it would make the card untrue.
            spoken = card.slot().at();
            try {
                nextCard.prepare(pick.waiting().prospectId(), pick.lane(), () -> card(pick.waiting().prospectId(), pick.lane(), null));
            } finally {
                spoken = null;
            }
        });
    }

    /// The times that are promised to others, with the one that is being spoken.
    private BiFunction<Instant, Instant, NavigableSet<Instant>> taken(long prospectId) {
        BiFunction<Instant, Instant, NavigableSet<Instant>> promised = promises.taken(prospectId);
        Instant also = spoken;
        return also == null ? promised : (from, to) -> {
            NavigableSet<Instant> taken = promised.apply(from, to);
            if (also.isBefore(from) || also.isAfter(to)) {
                return taken;
            }
            NavigableSet<Instant> with = new TreeSet<>(taken);
            with.add(also);
            return with;
        };
    }

    /// Runs a click on a prospect; the card of whoever comes after may outlast it.
    ///
    /// @param suppresses it puts somebody on the do-not-call list
    <T> T during(long prospectId, boolean suppresses, Supplier<T> click) {
        return nextCard.during(prospectId, suppresses, click);
    }

    private Turn show(Look look, long prospectId, @Nullable Integer lane, @Nullable String why, boolean outside) {
        Card card = why != null ? card(prospectId, lane, why) : nextCard.of(prospectId, lane).orElseGet(() -> card(prospectId, lane, null));
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
                called = attempts.calledEnough(today(), now, settings.get().number(Setting.ATTEMPTS_PER_NUMBER));
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

    /// When the rep's day began.
    private Instant today() {
        return LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    }

    /// How often this number was called today, by whoever shares it.
    public int callsToday(String e164) {
        return attempts.callsTo(e164, today(), clock.instant());
    }

    /// After so many due steps a fresh prospect has its turn.
    private boolean freshFirst(@Nullable Integer laneBefore) {
        int due = Math.max(0, settings.get().number(Setting.DUE_PER_FRESH));
        List<Integer> lanes = Stream.concat(Stream.ofNullable(laneBefore).filter(lane -> lane != QueueStore.PROMISED),
            queue.latestLanes(due).stream()).limit(due).toList();
        return lanes.size() == due && lanes.stream().allMatch(lane -> lane == QueueStore.DUE);
    }

    private PlaceHours hours() {
        List<OwnHours> set = own.list();
        if (!hours.of(settings.get(), set)) {
            hours = new PlaceHours(settings.get(), set, holidays);
        }
        return hours;
    }

    private OpenPlaces places(Instant now) {
        List<Place> all = prospects.places();
        PlaceHours held = hours();
        if (open == null || !open.of(all, held, now)) {
            open = new OpenPlaces(all, held, now);
        }
        return open;
    }

    /// When the law lets somebody be called at a place: the rep's general hours, those of the country and of the state.
    public CallingHours legal(Place place) {
        return hours().at(place, Use.PROMISED);
    }

    /// When cadence and fresh calls are placed: on working days, in the hours that were set for this person, else in the rep's preferred ones.
    public CallingHours preferred(Place place) {
        return hours().at(place, Use.PREFERRED);
    }

    /// The hours that held for whoever was in this queue lane.
    CallingHours callable(Prospect prospect) {
        return prospect.due() == Prospect.Due.PROMISE || prospect.due() == Prospect.Due.CALLBACK ? legal(prospect.place()) : preferred(prospect.place());
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
            return new Turn.Nobody(prospects.any());
        }
        Prospect prospect = prospects.find(next.prospectId()).orElseThrow();
        return new Turn.Later(Lines.of(", ", prospect.name(), prospect.company()),
            Times.moment(next.at(), clock.getZone(), look.now), next.at(), look.pick(true, 0, null).isPresent());
    }

    private Card card(long prospectId, @Nullable Integer laneFound, @Nullable String whyFound) {
        Prospect stored = prospects.find(prospectId).orElseThrow();
        Cadence cadence = cadences.ofSeries(stored.seriesId());
        Prospect prospect = asItStands(stored, cadence);
        Optional<Promise> promise = promises.open(prospectId);
        String why = whyFound != null ? whyFound : WhyRules.why(prospect, cadence, promise, clock.instant());
        Integer lane = laneFound != null ? laneFound : prospect.due() == Prospect.Due.FRESH ? QueueStore.FRESH : null;
        return draw(prospect, cadence, lane, why, promise, false, 0);
    }

    /// The prospect with the step that comes next as the cadence is now: whoever has not begun the round begins with its first step, and a step
    /// that is no longer on gives way to the next one that is.
    Prospect asItStands(Prospect stored) {
        return asItStands(stored, cadences.ofSeries(stored.seriesId()));
    }

    private static Prospect asItStands(Prospect stored, Cadence cadence) {
        boolean begins = stored.due() == Prospect.Due.FRESH || stored.status() == Prospect.Status.RESTING;
        return stored.at((begins ? cadence.first() : cadence.step(stored.step())).number());
    }

    private Card draw(Prospect prospect, Cadence cadence, @Nullable Integer lane, String why, Optional<Promise> promise, boolean inbound, long before) {
        long prospectId = prospect.id();
        Settings s = settings.get();
        Instant now = clock.instant();
        Place place = prospect.place();
        int step = prospect.step();
        List<Instant> earlier = Stream.concat(Stream.of(now), attempts.latest(prospectId, EARLIER_ATTEMPTS).stream()).toList();
        List<Slot> slots = slots(prospect, earlier, cadence.step(step).waitDays(), SLOTS);
        Slot tomorrow = slots(prospect, earlier, 1, 1).getFirst();
        Optional<Promise> missed = promises.unanswered(prospectId);
        Map<String, String> values = merge.of(prospect);
        missed.ifPresent(p -> values.putAll(WhyRules.missed(p, now)));
        Words words = choice.of(new MessageChoice.Wish(prospect, cadence, inbound, missed.isPresent(), before, values));
        var situation = new OutcomeRules.Situation(prospect, cadence, dialed(prospect), now, preferred(place), slots.getFirst(), tomorrow,
            !words.messages().isEmpty() && !words.heardAll(), promise.orElse(null), words.message().map(Message::mail).orElse(null),
            cadences.next(prospect.seriesId()), s.flag(Setting.RECYCLE_NOT_INTERESTED), s.number(Setting.UNDO_SECONDS), inbound);
        BalanceRules.Past past = attempts.between(prospectId);
        Balance balance = BalanceRules.balance(past, now);
        var rapport = new Rapport(balance, BalanceRules.silent(past), BalanceRules.heard(past), ReachRules.found(prospect.reach(), past), legal(place));
        return new Card(prospect, attempts.count(prospectId), why, promise.isPresent(), lane, cadence, words, values, slots, 0,
            pace(), attempts.touches(prospectId, place.zone(), TOUCHES, balance), situation, rapport);
    }

    /// The number that is called first: one that has not been called often enough today, when there is one.
    private @Nullable Phone dialed(Prospect prospect) {
        List<Phone> usable = prospect.phones().stream().filter(Phone::usable).toList();
        int most = settings.get().number(Setting.ATTEMPTS_PER_NUMBER);
        return usable.size() < 2 ? prospect.phone().orElse(null)
            : usable.stream().filter(phone -> callsToday(phone.e164()) < most).findFirst().or(prospect::phone).orElse(null);
    }

    /// The rep's pace: learned from the latest timed messages, else as it is set.
    public Pace pace() {
        return Pace.learned(scripts.timedMessages(), settings.get().number(Setting.WORDS_PER_MINUTE));
    }

    private List<Slot> slots(Prospect prospect, List<Instant> earlier, int waitDays, int count) {
        return slots(prospect, clock.instant(), earlier, waitDays, count);
    }

    private List<Slot> slots(Prospect prospect, Instant from, List<Instant> earlier, int waitDays, int count) {
        return PromiseRules.slots(new PromiseRules.Wish(from, waitDays, prospect.place().zones(), preferred(prospect.place()),
            mine(), clock.getZone(), earlier, taken(prospect.id()), prospect.id()), count);
    }

    private CallingHours mine() {
        Settings s = settings.get();
        return new CallingHours(s.time(Setting.MY_FROM), s.time(Setting.MY_TO), holidays.workingDays(s.country()));
    }

    /// What a time for this prospect has to keep to.
    public WhenRules.Bounds bounds(Prospect prospect) {
        Instant now = clock.instant();
        return new WhenRules.Bounds(now, prospect.place().zones(), legal(prospect.place()), preferred(prospect.place()), mine(),
            clock.getZone(), promises.takenBy(prospect.id(), now), List.of());
    }

    /// Like [#bounds], with the slots that come into question from the day of `agreed` on, but never today and never `agreed` itself.
    public WhenRules.Bounds boundsToMove(Prospect prospect, @Nullable Instant agreed) {
        Instant now = clock.instant();
        Instant dayBefore = agreed == null ? now : agreed.minus(Duration.ofDays(1));
        List<Slot> slots = slots(prospect, dayBefore.isAfter(now) ? dayBefore : now, attempts.latest(prospect.id(), EARLIER_ATTEMPTS), 1, SLOTS);
        return bounds(prospect).suggesting(slots.stream().filter(slot -> !slot.at().equals(agreed)).sorted(Comparator.comparing(Slot::at)).toList());
    }
}

package app.afterbeep.calls;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws the card of a prospect: the words, the times that are free, what each outcome would do. On the database thread.
public final class CardService {
    private static final int EARLIER_ATTEMPTS = 3;
    private static final int SLOTS = 9;
    private static final int TOUCHES = 40;

    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final ScriptStore scripts;
    private final PromiseStore promises;
    private final AttemptStore attempts;
    private final Holidays holidays;
    private final HoursStore own;
    private final MergeValues merge;
    private final MessageChoice choice;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private PlaceHours hours;
    /// While a card is drawn beforehand: what the one on the screen promises.
    private @Nullable Instant spoken;

    public CardService(QueueStore queue, ProspectStore prospects, CadenceStore cadences, ScriptStore scripts, PromiseStore promises,
                       AttemptStore attempts, Holidays holidays, Clock clock, Supplier<Settings> settings) {
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
    }

    /// The card of a prospect as things are now.
    ///
    /// @param laneFound the queue lane that they came from, or null
    /// @param whyFound  why they are shown, when it is not their turn that says it
    Card card(long prospectId, @Nullable Integer laneFound, @Nullable String whyFound) {
        Prospect stored = prospects.find(prospectId).orElseThrow();
        Cadence cadence = cadences.ofSeries(stored.seriesId());
        Prospect prospect = asItStands(stored, cadence);
        List<Promise> open = promises.allOpen(prospectId);
        Optional<Promise> promise = open.stream().findFirst();
        String why = whyFound != null ? whyFound : WhyRules.why(prospect, cadence, promise, clock.instant());
        Integer lane = laneFound != null ? laneFound : prospect.due() == Prospect.Due.FRESH ? QueueStore.FRESH : null;
        return draw(prospect, cadence, lane, why, open, false, 0);
    }

    /// Like [#card], with the time that the click on the card on the screen most likely promises left to it: offered here too, it would make this
    /// card untrue.
    Card beforehand(long prospectId, int lane, Instant promising) {
        spoken = promising;
        try {
            return card(prospectId, lane, null);
        } finally {
            spoken = null;
        }
    }

    /// The card of a prospect who has called.
    ///
    /// @param e164 the number they called from as far as the rep knows, or ""
    Card caller(long prospectId, String e164) {
        Prospect prospect = asItStands(prospects.find(prospectId).orElseThrow());
        List<Promise> open = promises.allOpen(prospectId);
        String agreed = open.stream().findFirst().map(p -> " " + WhyRules.said(p, prospect.place().zone(), clock.instant()) + ".")
            .orElse(prospect.suppressed() ? " On your do-not-call list: they stay there." : "");
        Card card = draw(prospect, cadences.ofSeries(prospect.seriesId()), null, "They called you." + agreed, open, true, 0);
        return prospect.phones().stream().filter(phone -> phone.e164().equals(e164)).findFirst()
            .or(() -> prospect.phones().stream().findFirst()).map(card::withDialed).orElse(card);
    }

    /// The card as it was before one attempt, with the times of today: for what a correction of the attempt would do.
    ///
    /// @param asItWas the prospect with the step, the series and the status that it had then
    /// @param promise the one that was open then, or null
    Card cardBefore(long attempt, Prospect asItWas, @Nullable Promise promise, boolean inbound, String phone) {
        Card card = draw(asItWas, cadences.ofSeries(asItWas.seriesId()), null, "", promise == null ? List.of() : List.of(promise), inbound, attempt);
        return asItWas.phones().stream().filter(p -> p.e164().equals(phone)).findFirst().map(card::withDialed).orElse(card);
    }

    /// Whether this time can still be promised to them.
    boolean free(Prospect prospect, Instant at) {
        return at.isAfter(clock.instant()) && preferred(prospect.place()).open(prospect.place().zones(), at)
            && PromiseRules.free(promises.taken(prospect.id(), at.minus(PromiseRules.KEPT_WITHIN), at.plus(PromiseRules.KEPT_WITHIN)), at);
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

    private Card draw(Prospect prospect, Cadence cadence, @Nullable Integer lane, String why, List<Promise> open, boolean inbound, long before) {
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
        var situation = new OutcomeRules.Situation(prospect, cadence, dialed(prospect), now, preferred(place), retry(prospect), slots.getFirst(), tomorrow,
            !words.messages().isEmpty() && !words.heardAll(), open, words.message().map(Message::mail).orElse(null),
            cadences.next(prospect.seriesId()), s.flag(Setting.RECYCLE_NOT_INTERESTED), s.number(Setting.UNDO_SECONDS), inbound);
        BalanceRules.Past past = attempts.between(prospectId);
        Balance balance = BalanceRules.balance(past, now);
        var rapport = new Rapport(balance, BalanceRules.silent(past), BalanceRules.heard(past), ReachRules.found(prospect.reach(), past), legal(place));
        return new Card(prospect, attempts.count(prospectId), why, !open.isEmpty(), lane, cadence, words, values, slots, 0,
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

    /// When the rep's day began.
    Instant today() {
        return LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
    }

    /// How often this number was called today, by whoever shares it.
    public int callsToday(String e164) {
        return attempts.callsTo(e164, today(), clock.instant());
    }

    /// The hours of all places, as they are set now.
    PlaceHours hours() {
        List<OwnHours> set = own.list();
        if (!hours.of(settings.get(), set)) {
            hours = new PlaceHours(settings.get(), set, holidays);
        }
        return hours;
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
        return prospect.due().agreed() ? legal(prospect.place()) : preferred(prospect.place());
    }

    /// The hours in which a busy line is tried again: those of the call itself. Whoever calls outside the preferred hours does so again.
    private CallingHours retry(Prospect prospect) {
        CallingHours hours = callable(prospect);
        return hours.open(prospect.place().zones(), clock.instant()) ? hours : hours().at(prospect.place(), Use.OUTSIDE);
    }
}

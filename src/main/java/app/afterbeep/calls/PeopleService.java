package app.afterbeep.calls;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.CadenceRules;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Holidays;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Round;
import app.afterbeep.calls.PeopleStore.Standing;
import app.afterbeep.calls.PeopleStore.Tally;
import app.afterbeep.db.Database;
import app.afterbeep.db.Reader;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.prospects.CallingHours;
import app.afterbeep.prospects.Deed;
import app.afterbeep.prospects.Deeds;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Prospect.Due;
import app.afterbeep.prospects.Prospect.Status;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/// What the rep does to many prospects at once. Whoever goes to rest or on the do-not-call list is released as the outcomes do it: the same rest,
/// the same release of promises, the same withdrawal of emails. In pieces, so that clicks go on between them; one undo takes all of it back.
public final class PeopleService implements Deeds, AutoCloseable {
    /// Enough to know from when to when a rest is spread.
    private static final int SAMPLE = 3_000;

    private final Database database;
    private final Reader reader;
    private final ProspectStore prospects;
    private final CadenceStore cadences;
    private final PromiseStore promises;
    private final EmailStore emails;
    private final Holidays holidays;
    private final Supplier<Settings> settings;
    private final Clock clock;
    private final PeopleStore people;

    public PeopleService(Database database, ProspectStore prospects, CadenceStore cadences, PromiseStore promises, EmailStore emails, Holidays holidays,
                         Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.reader = database.reader();
        this.prospects = prospects;
        this.cadences = cadences;
        this.promises = promises;
        this.emails = emails;
        this.holidays = holidays;
        this.settings = settings;
        this.clock = clock;
        this.people = new PeopleStore(database.sql());
    }

    @Override
    public Choices choices() {
        return new Choices(people.lists(), people.series());
    }

    @Override
    public List<String> consequences(Deed deed, long[] ids) {
        return reader.read(sql -> {
            PeopleStore store = new PeopleStore(sql);
            Tally tally = store.tally(ids, deed instanceof Deed.ToList list ? list.name() : "");
            if (!(deed instanceof Deed.ToRest rest)) {
                return PeopleRules.consequences(deed, tally, null, null);
            }
            Known known = new Known(new CadenceStore(sql, clock), new QueueStore(sql));
            List<Instant> returns = store.standing(Arrays.copyOf(ids, Math.min(SAMPLE, ids.length))).stream().map(p -> restEnds(p, rest, known)).sorted().toList();
            return returns.isEmpty() ? PeopleRules.consequences(deed, tally, null, null)
                : PeopleRules.consequences(deed, tally, day(returns.getFirst()), day(returns.getLast()));
        });
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    @Override
    public int pieceSize(Deed deed) {
        return switch (deed) {
            case Deed.ToList list -> 1_000;
            case Deed.ToSeries series -> 250;
            case Deed.ToRest rest -> 250;
            case Deed.ToDnc dnc -> 50;
        };
    }

    @Override
    public OptionalLong piece(Deed deed, long action, String label, long[] ids) {
        return database.piece(action, label, () -> {
            switch (deed) {
                case Deed.ToList(String name) -> people.toList(ids, prospects.list(name, cadences.first().seriesId()));
                case Deed.ToSeries series -> toSeries(ids, series);
                case Deed.ToRest rest -> rest(ids, rest);
                case Deed.ToDnc dnc -> suppress(ids);
            }
        });
    }

    private void toSeries(long[] ids, Deed.ToSeries to) {
        Round round = cadences.round(to.seriesId());
        Cadence cadence = cadences.find(round.cadenceId());
        Known known = new Known(cadences, new QueueStore(database.sql()));
        for (Standing p : people.standing(ids)) {
            boolean underWay = p.status() == Status.ACTIVE || p.status() == Status.RESTING;
            if (to.keepStep() && underWay) {
                int step = p.due() != Due.FRESH && cadence.plan().stream().anyMatch(s -> s.number() == p.step()) ? cadence.step(p.step()).number() : round.step();
                prospects.schedule(p.id(), p.status(), to.seriesId(), step, p.due(), p.nextCallAt());
            } else if (p.status() != Status.MEETING && (underWay || !to.keepStep())) {
                boolean agreed = p.due().agreed();
                boolean fresh = p.lastCallAt() == null;
                Due due = agreed && p.nextCallAt() != null ? p.due() : fresh ? Due.FRESH : Due.STEP;
                prospects.schedule(p.id(), Status.ACTIVE, to.seriesId(), round.step(), due,
                    due == p.due() && agreed ? p.nextCallAt() : fresh ? Prospect.AT_ONCE : again(p, known));
            }
        }
    }

    /// Not twice on one day: at once for whoever was not called today, else when their next day opens.
    private Instant again(Standing p, Known known) {
        ZoneId there = p.place().zone();
        LocalDate today = LocalDate.now(clock.withZone(there));
        Instant last = p.lastCallAt();
        return last == null || LocalDate.ofInstant(last, there).isBefore(today) ? clock.instant()
            : opening(today.plusDays(1), known.hours(p), there);
    }

    private static Instant opening(LocalDate from, CallingHours hours, ZoneId there) {
        LocalDate day = from;
        for (int i = 0; i < 14 && !hours.days().test(day); i++) {
            day = day.plusDays(1);
        }
        return day.atTime(hours.from()).atZone(there).toInstant();
    }

    private void rest(long[] ids, Deed.ToRest rest) {
        Known known = new Known(cadences, new QueueStore(database.sql()));
        Set<Long> promised = people.promised(ids);
        Set<Long> mailed = people.mailed(ids);
        record Returning(Standing prospect, Round round, Instant at) {}
        // Those who return at the same moment stand together: one step takes them back.
        List<Returning> all = people.standing(ids).stream().map(p -> new Returning(p, known.after(p), restEnds(p, rest, known)))
            .sorted(Comparator.comparing((Returning r) -> r.round().seriesId()).thenComparing(Returning::at)).toList();
        for (Returning r : all) {
            if (promised.contains(r.prospect().id())) {
                release(r.prospect().id());
            }
            if (mailed.contains(r.prospect().id())) {
                emails.withdrawWaiting(r.prospect().id());
            }
        }
        all.forEach(r -> prospects.schedule(r.prospect().id(), Status.RESTING, r.round().seriesId(), r.round().step(), Due.STEP, r.at()));
    }

    private void release(long prospectId) {
        Instant now = clock.instant();
        promises.allOpen(prospectId).forEach(promise -> promises.settle(promise.id(), PromiseRules.released(promise, now), now, null));
    }

    private Instant restEnds(Standing p, Deed.ToRest rest, Known known) {
        LocalDate until = rest.until();
        return until == null ? CadenceRules.restEnds(known.cadence(p.seriesId()), p.id(), clock.instant(), p.place().zones(), known.hours(p))
            : opening(until, known.hours(p), p.place().zone());
    }

    private void suppress(long[] ids) {
        for (long id : ids) {
            prospects.find(id).filter(p -> p.status() != Status.DNC).ifPresent(prospect -> {
                prospects.dnc().suppress(prospect, "rep");
                emails.withdrawWaiting(id);
                emails.withdrawTo(prospect.email());
            });
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    /// What is the same for many.
    private final class Known {
        private final CadenceStore plans;
        private final Map<Long, Cadence> ofSeries = new HashMap<>();
        private final Map<Long, Round> own = new HashMap<>();
        private final Map<Long, Round> next = new HashMap<>();
        private final PlaceHours hours;

        Known(CadenceStore plans, QueueStore places) {
            this.plans = plans;
            this.hours = new PlaceHours(settings.get(), places.hours().list(), holidays);
        }

        Cadence cadence(long seriesId) {
            return ofSeries.computeIfAbsent(seriesId, plans::ofSeries);
        }

        /// What is heard after a rest: the next series; their own for who has heard nothing of it, or rests already.
        Round after(Standing p) {
            return p.heard() && p.status() != Status.RESTING ? next.computeIfAbsent(p.seriesId(), plans::next) : own.computeIfAbsent(p.seriesId(), plans::round);
        }

        CallingHours hours(Standing p) {
            return hours.at(p.place(), PlaceHours.Use.PREFERRED);
        }
    }
}

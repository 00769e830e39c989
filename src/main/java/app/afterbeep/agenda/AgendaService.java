package app.afterbeep.agenda;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.cadence.WhenRules.What;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CardService;
import app.afterbeep.calls.QueueService;
import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Touch;
import app.afterbeep.ui.AppException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rep reads on the agenda, and changes there. On the database thread, but for [#load].
public final class AgendaService {
    /// Lines of one group: more than a day's work. The count says how many there are.
    static final int SHOWN = 300;
    private static final int TOUCHES = 40;
    private static final String NO_CALL = ". No next call: find them in Prospects";
    private static final String STALE_EMAIL = ". The email that waits may say the old time: see Outbox";

    private final Database database;
    private final AgendaStore agenda;
    private final ProspectStore prospects;
    private final PromiseStore promises;
    private final AttemptStore attempts;
    private final CardService cards;
    private final Clock clock;

    public AgendaService(Database database, AgendaStore agenda, ProspectStore prospects, PromiseStore promises, AttemptStore attempts,
                         CardService cards, Clock clock) {
        this.database = database;
        this.agenda = agenda;
        this.prospects = prospects;
        this.promises = promises;
        this.attempts = attempts;
        this.cards = cards;
        this.clock = clock;
    }

    /// @param entries by group and time, at most [#SHOWN] of each group
    /// @param counts  of every group, of all there are
    public record Agenda(List<AgendaEntry> entries, Map<AgendaGroup, Long> counts) {
        public long count() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// The agenda as it is now. Any thread: with very many prospects it takes seconds, so it reads a snapshot.
    public Agenda load() {
        try (Snapshot snapshot = database.snapshot()) {
            return load(new AgendaStore(snapshot.sql()));
        }
    }

    private Agenda load(AgendaStore agenda) {
        Instant now = clock.instant();
        List<AgendaEntry> entries = new ArrayList<>();
        Map<AgendaGroup, Long> counts = new EnumMap<>(AgendaGroup.class);
        for (AgendaGroup group : AgendaGroup.values()) {
            AgendaRules.Span spoken = AgendaRules.span(group, now, clock.getZone(), QueueService.PROMISE_LEAD);
            AgendaRules.Span span = AgendaRules.span(group, now, clock.getZone(), Duration.ZERO);
            List<AgendaEntry> some = agenda.list(group, spoken, span, now, SHOWN);
            entries.addAll(some);
            counts.put(group, some.size() < SHOWN ? some.size() : agenda.count(group, spoken, span, now));
        }
        return new Agenda(List.copyOf(entries), counts);
    }

    /// A prospect with the history.
    public record Detail(Prospect prospect, List<Touch> touches) {}

    public Detail detail(long prospectId) {
        Prospect prospect = prospects.find(prospectId).orElseThrow();
        return new Detail(prospect, attempts.touches(prospectId, prospect.place().zone(), TOUCHES));
    }

    /// What another time for `entry` has to keep to.
    public WhenRules.Bounds bounds(AgendaEntry entry) {
        Prospect prospect = prospects.find(entry.prospectId()).orElseThrow();
        return switch (entry.what()) {
            case PROMISE, CALLBACK, CALL -> cards.boundsToMove(prospect, entry.at());
            case MEETING, RETURN -> cards.bounds(prospect);
        };
    }

    /// Gives an entry another time. What was agreed becomes `moved` before its time and `missed` from then on ([PromiseRules#moved]),
    /// and a new promise, callback or meeting of the same call stands in its place; the queue follows. A call of the cadence and
    /// the end of a rest are only put at another time.
    ///
    /// @return the action's label; it says so when an email that has not left may still say the old time
    /// @throws AppException when the entry is no longer as it was shown, or the time can't be any more
    public String move(AgendaEntry entry, Slot slot) throws AppException {
        Promise promise = current(entry);
        Prospect prospect = prospects.find(entry.prospectId()).orElseThrow();
        WhenRules.requirePossible(entry.what(), cards.bounds(prospect), slot.at());
        String label = "Moved – " + entry.name();
        boolean stale = promise != null && promise.kind() == Promise.Kind.PROMISE && agenda.emailWaits(promise.id());
        // Of nobody: taking it back must not give this prospect the turn.
        return database.action(label, null, () -> {
            if (promise == null) {
                prospects.reschedule(prospect.id(), slot.at());
            } else {
                promises.settle(promise.id(), PromiseRules.moved(promise, clock.instant()), clock.instant(), null);
                promises.addMoved(promise, slot);
                if (promise.kind() != Promise.Kind.MEETING) {
                    prospects.schedule(prospect.id(), prospect.status(), prospect.seriesId(), prospect.step(),
                        promise.kind() == Promise.Kind.PROMISE ? Prospect.Due.PROMISE : Prospect.Due.CALLBACK, slot.at());
                }
            }
            return stale ? label + STALE_EMAIL : label;
        });
    }

    /// Takes an entry off the agenda: a promise or callback counts as missed, a meeting is released. The prospect has no next call
    /// then and stands in Prospects; one who rested does not come back.
    ///
    /// @return the action's label; it says so when no next call is left
    /// @throws AppException when the entry is no longer as it was shown
    public String drop(AgendaEntry entry) throws AppException {
        Promise promise = current(entry);
        Prospect prospect = prospects.find(entry.prospectId()).orElseThrow();
        Prospect.Status status = entry.what() == What.RETURN ? Prospect.Status.CLOSED
            : entry.what() == What.MEETING && prospect.status() == Prospect.Status.MEETING ? Prospect.Status.TALKING : prospect.status();
        String label = AgendaRules.dropped(entry);
        return database.action(label, null, () -> {
            if (promise != null) {
                promises.settle(promise.id(), PromiseRules.dropped(promise), clock.instant(), null);
            }
            // Beside a meeting a call may have been agreed: that one stays.
            Instant next = entry.what() == What.MEETING ? prospect.nextCallAt() : null;
            prospects.schedule(prospect.id(), status, prospect.seriesId(), prospect.step(), prospect.due(), next);
            return entry.what() == What.RETURN || next != null ? label : label + NO_CALL;
        });
    }

    /// The open promise behind `entry`, or null for a call that nobody was promised.
    private @Nullable Promise current(AgendaEntry entry) throws AppException {
        Promise promise = entry.agreed() ? promises.find(entry.promiseId()).orElse(null) : null;
        boolean same = entry.agreed() ? promise != null && promise.state() == Promise.State.OPEN
            : prospects.find(entry.prospectId()).filter(p -> entry.at().equals(p.nextCallAt())).isPresent();
        if (!same) {
            throw new AppException(entry.name() + " has changed since. Nothing was done; look at the agenda again.", null);
        }
        return promise;
    }
}

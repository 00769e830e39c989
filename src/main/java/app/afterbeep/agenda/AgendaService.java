package app.afterbeep.agenda;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Touch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the rep reads on the agenda. On the database thread.
public final class AgendaService {
    /// Lines of one group: more than a day's work. The count says how many there are.
    static final int SHOWN = 300;
    private static final int TOUCHES = 40;

    private final AgendaStore agenda;
    private final ProspectStore prospects;
    private final AttemptStore attempts;
    private final Clock clock;

    public AgendaService(AgendaStore agenda, ProspectStore prospects, AttemptStore attempts, Clock clock) {
        this.agenda = agenda;
        this.prospects = prospects;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// @param entries by group and time, at most [#SHOWN] of each group
    /// @param counts  of every group, of all there are
    public record Agenda(List<AgendaEntry> entries, Map<AgendaGroup, Long> counts) {
        public long count() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// The agenda as it is now.
    public Agenda load() {
        Instant now = clock.instant();
        List<AgendaEntry> entries = new ArrayList<>();
        Map<AgendaGroup, Long> counts = new EnumMap<>(AgendaGroup.class);
        for (AgendaGroup group : AgendaGroup.values()) {
            AgendaRules.Span span = AgendaRules.span(group, now, clock.getZone());
            List<AgendaEntry> some = agenda.list(group, span, now, SHOWN);
            entries.addAll(some);
            counts.put(group, some.size() < SHOWN ? some.size() : agenda.count(group, span, now));
        }
        return new Agenda(List.copyOf(entries), counts);
    }

    /// A prospect with the history.
    public record Detail(Prospect prospect, List<Touch> touches) {}

    public Detail detail(long prospectId) {
        Prospect prospect = prospects.find(prospectId).orElseThrow();
        return new Detail(prospect, attempts.touches(prospectId, prospect.place().zone(), TOUCHES));
    }
}

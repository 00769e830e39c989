package app.afterbeep.agenda;

import app.afterbeep.agenda.AgendaService.Agenda;
import app.afterbeep.agenda.AgendaService.Detail;
import app.afterbeep.ui.Background;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the agenda shows. On the FX thread.
public final class AgendaViewModel {
    private final AgendaService service;
    private final Background background;
    private final Clock clock;
    private final LongConsumer open;

    private final ReadOnlyObjectWrapper<@Nullable Agenda> agenda = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AgendaGroup> group = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AgendaEntry> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final ObservableList<AgendaEntry> rows = FXCollections.observableArrayList();
    private boolean loaded;
    private boolean listing;

    /// @param open brings a prospect into the session
    public AgendaViewModel(AgendaService service, Background background, Clock clock, LongConsumer open) {
        this.service = service;
        this.background = background;
        this.clock = clock;
        this.open = open;
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Agenda> agenda() {
        return agenda.getReadOnlyProperty();
    }

    /// The group that is shown; null for all.
    public ReadOnlyObjectProperty<@Nullable AgendaGroup> group() {
        return group.getReadOnlyProperty();
    }

    /// The entries of the group that is shown.
    public ObservableList<AgendaEntry> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable AgendaEntry> selected() {
        return selected.getReadOnlyProperty();
    }

    /// The history of the selected prospect; null until it is read.
    public ReadOnlyObjectProperty<@Nullable Detail> detail() {
        return detail.getReadOnlyProperty();
    }

    /// Reads the agenda again: on coming to the front, after a change of the data, and as time passes. The selection stays.
    public void refresh() {
        background.db(service::load, this::show);
    }

    private void show(Agenda now) {
        list(now);
        loaded |= !rows.isEmpty();
        agenda.set(now);
    }

    /// Shows one group, or with null all.
    public void choose(@Nullable AgendaGroup shown) {
        group.set(shown);
        if (agenda.get() != null) {
            list(agenda.get());
        }
        if (selected.get() == null) {
            select(rows.isEmpty() ? null : rows.getFirst());
        }
    }

    private void list(Agenda now) {
        AgendaEntry before = selected.get();
        List<AgendaEntry> next = now.entries().stream().filter(e -> group.get() == null || e.group() == group.get()).toList();
        listing = true;
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        listing = false;
        AgendaEntry again = before == null ? null : rows.stream().filter(before::same).findFirst().orElse(null);
        // The first entry is looked at first; later nobody is selected unless the rep does.
        select(again != null ? again : (before != null || !loaded) && !rows.isEmpty() ? rows.getFirst() : null);
    }

    /// Ignored while the rows are being replaced: a table then selects whatever moves into the place.
    public void select(@Nullable AgendaEntry entry) {
        if (listing) {
            return;
        }
        boolean other = selected.get() == null || entry == null || selected.get().prospectId() != entry.prospectId();
        selected.set(entry);
        if (other) {
            detail.set(null);
        }
        if (entry != null) {
            background.db(() -> service.detail(entry.prospectId()), read -> {
                if (selected.get() != null && selected.get().prospectId() == read.prospect().id()) {
                    detail.set(read);
                }
            });
        }
    }

    /// Brings the selected prospect into the session; false when nobody is selected.
    public boolean open() {
        AgendaEntry entry = selected.get();
        if (entry != null) {
            open.accept(entry.prospectId());
        }
        return entry != null;
    }

    /// Whether the chosen group has more entries than are listed.
    public boolean more() {
        return total() > rows.size();
    }

    /// How many entries the chosen group has.
    public long total() {
        return agenda.get() == null ? 0 : group.get() == null ? agenda.get().count() : agenda.get().counts().getOrDefault(group.get(), 0L);
    }

    public Instant now() {
        return clock.instant();
    }

    /// The time at the prospect's place.
    public String there(AgendaEntry entry) {
        return AgendaRules.moment(entry.at(), entry.zone(), clock.instant());
    }

    /// The same on the rep's clock, or "" when that shows no other time.
    public String here(AgendaEntry entry) {
        return AgendaRules.yourTime(entry, clock.getZone(), clock.instant());
    }

    public String status(AgendaEntry entry) {
        return AgendaRules.status(entry, clock.getZone(), clock.instant());
    }

    public java.time.ZonedDateTime today() {
        return clock.instant().atZone(clock.getZone());
    }
}

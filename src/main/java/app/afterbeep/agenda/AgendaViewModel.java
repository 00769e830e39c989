package app.afterbeep.agenda;

import app.afterbeep.agenda.AgendaService.Agenda;
import app.afterbeep.agenda.AgendaService.Detail;
import app.afterbeep.cadence.Slot;
import app.afterbeep.cadence.WhenRules;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Reading;
import app.afterbeep.ui.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the agenda shows. On the FX thread.
public final class AgendaViewModel {
    private final AgendaService service;
    private final CalendarService calendar;
    private final Background background;
    private final Reading reading;
    private final Handoff handoff;
    private final Notices notices;
    private final Clock clock;
    private final Session session;

    private final ReadOnlyObjectWrapper<@Nullable Agenda> agenda = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AgendaGroup> group = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable AgendaEntry> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final ObservableList<AgendaEntry> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Moving> moving = new ReadOnlyObjectWrapper<>();
    private boolean loaded;
    private boolean listing;
    private boolean busy;

    public AgendaViewModel(AgendaService service, CalendarService calendar, Background background, Handoff handoff, Notices notices,
                           Clock clock, Session session) {
        this.service = service;
        this.calendar = calendar;
        this.background = background;
        this.reading = Reading.beside(background);
        this.handoff = handoff;
        this.notices = notices;
        this.clock = clock;
        this.session = session;
    }

    /// What the agenda needs of the session.
    ///
    /// @param open   brings a prospect into it
    /// @param reread draws a prospect's card again, should it have the turn
    /// @param undo   takes the latest action back
    public record Session(LongConsumer open, LongConsumer reread, Runnable undo) {}

    /// An entry that is being given another time.
    public record Moving(AgendaEntry entry, WhenRules.Bounds bounds) {}

    /// Null while nothing is being moved.
    public ReadOnlyObjectProperty<@Nullable Moving> moving() {
        return moving.getReadOnlyProperty();
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
        reading.ask(service::load, this::show);
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
        int place = before == null ? 0 : rows.indexOf(before);
        List<AgendaEntry> next = now.entries().stream().filter(e -> group.get() == null || e.group() == group.get()).toList();
        listing = true;
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        listing = false;
        // What was moved is a new promise to the same prospect; where one was dropped, the next line moves into its place.
        AgendaEntry again = before == null ? null : rows.stream().filter(before::same).findFirst()
            .or(() -> rows.stream().filter(row -> row.prospectId() == before.prospectId()).findFirst()).orElse(null);
        // The first entry is looked at first; later nobody is selected unless the rep does.
        select(again != null ? again : (before != null || !loaded) && !rows.isEmpty() ? rows.get(Math.clamp(place, 0, rows.size() - 1)) : null);
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
            session.open().accept(entry.prospectId());
        }
        return entry != null;
    }

    /// Asks for another time for the selected entry; false when none is selected.
    public boolean move() {
        AgendaEntry entry = selected.get();
        if (entry != null && !busy) {
            background.db(() -> service.bounds(entry), bounds -> moving.set(new Moving(entry, bounds)));
        }
        return entry != null;
    }

    public void cancelMoving() {
        moving.set(null);
    }

    /// The other time.
    public void moveTo(Slot slot) {
        Moving asked = moving.get();
        moving.set(null);
        if (asked != null) {
            String when = asked.entry().what() == WhenRules.What.RETURN ? Times.date(slot.there().toLocalDate())
                : Times.dated(slot.at(), slot.zone(), clock.instant()) + (asked.entry().zone().equals(clock.getZone()) ? "" : " there");
            act(asked.entry(), () -> service.move(asked.entry(), slot), label -> "Moved to " + when + label.substring("Moved".length()));
        }
    }

    /// Takes the selected entry off the agenda; false when none is selected.
    public boolean drop() {
        AgendaEntry entry = selected.get();
        if (entry != null) {
            act(entry, () -> service.drop(entry), label -> label);
        }
        return entry != null;
    }

    private void act(AgendaEntry entry, Callable<String> work, UnaryOperator<String> words) {
        if (busy) {
            return;
        }
        busy = true;
        background.db(work, label -> {
            busy = false;
            notices.show(Notice.undoable(words.apply(label), session.undo()));
            session.reread().accept(entry.prospectId());
            refresh();
        }, e -> {
            busy = false;
            notices.show(Notice.problem(String.valueOf(e.getMessage())));
            refresh();
        });
    }

    /// Opens the selected entry in the calendar that the computer has; false when none is selected.
    public boolean openInCalendar() {
        AgendaEntry entry = selected.get();
        if (entry != null) {
            background.io(() -> calendar.one(entry), file -> {
                handoff.open(file);
                notices.show(Notice.done("Calendar file opened – " + entry.name() + ". If no calendar shows it, export the agenda and import that"));
            });
        }
        return entry != null;
    }

    /// Writes everything that is agreed into a file that calendars read.
    public void export(Path file) {
        background.io(() -> calendar.export(file), count -> notices.show(Notice.done("Exported " + count
            + (count == 1 ? " entry" : " entries") + " to " + file.getFileName())));
    }

    /// "afterbeep-2026-11-24.ics".
    public String exportName() {
        return "afterbeep-" + today().toLocalDate() + ".ics";
    }

    /// What dropping `entry` does, for the button.
    public static String drop(AgendaEntry entry) {
        return AgendaRules.drop(entry);
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
        return Times.dated(entry.at(), entry.zone(), clock.instant());
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

package app.afterbeep.prospects;

import app.afterbeep.prospects.ProspectService.Person;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the Prospects screen shows and does. On the FX thread.
public final class ProspectsViewModel {
    private final ProspectService prospects;
    private final Edits edits;
    private final Background background;
    private final Notices notices;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<@Nullable Person> person = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper zoneProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hoursProblem = new ReadOnlyStringWrapper("");
    private @Nullable Long wanted;
    private NoteDraft note = new NoteDraft("");

    /// What the rep can change here. What begins with save runs on the database thread, the others on the FX thread.
    ///
    /// @param changed is told the id of a prospect that was changed
    /// @param undo    takes the latest action back
    public record Edits(BiConsumer<Prospect, Place> savePlace, SaveNote saveNote, LongConsumer changed, Runnable undo,
                        BiConsumer<Prospect, Reach> saveReach, SaveHours saveHours) {}

    /// Saves a note that was `before` when it was typed; on the database thread.
    public interface SaveNote {
        void save(long prospectId, String before, String note);
    }

    /// Says when somebody may be called, as it was typed; on the database thread.
    public interface SaveHours {
        /// @return the hours as they are kept
        String save(Prospect prospect, String typed) throws AppException;
    }

    public ProspectsViewModel(ProspectService prospects, Edits edits, Background background, Notices notices, Clock clock) {
        this.prospects = prospects;
        this.edits = edits;
        this.background = background;
        this.notices = notices;
        this.clock = clock;
    }

    /// Who is selected.
    public ReadOnlyObjectProperty<@Nullable Person> person() {
        return person.getReadOnlyProperty();
    }

    /// Why the typed time zone was not taken, or "".
    public ReadOnlyStringProperty zoneProblem() {
        return zoneProblem.getReadOnlyProperty();
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId here() {
        return clock.getZone();
    }

    /// Reads everything on the screen anew.
    public void refresh() {
        if (wanted != null) {
            readPerson(wanted);
        }
    }

    /// Shows all about one person; null for nobody.
    public void select(@Nullable Long prospectId) {
        if (prospectId == null) {
            leave();
            wanted = null;
            person.set(null);
        } else if (!prospectId.equals(wanted)) {
            leave();
            wanted = prospectId;
            readPerson(prospectId);
        }
    }

    private void leave() {
        saveNote();
        zoneProblem.set("");
        hoursProblem.set("");
    }

    private void readPerson(long id) {
        background.db(() -> prospects.person(id), read -> {
            if (wanted != null && wanted == id) {
                set(id, read);
            }
        });
    }

    private void set(long id, Optional<Person> read) {
        String stored = read.map(p -> p.prospect().note()).orElse("");
        Person before = person.get();
        if (before != null && before.prospect().id() == id) {
            note.reread(stored);
        } else {
            note = new NoteDraft(stored);
        }
        person.set(read.orElse(null));
    }

    /// The note as it is being typed.
    public void typeNote(String text) {
        note.type(text);
    }

    /// The note of the selected person, with what has been typed.
    public String note() {
        return note.text();
    }

    /// Saves the note, if it has changed: after a pause in typing and before the person leaves the screen.
    public void saveNote() {
        Person now = person.get();
        if (now != null && note.changed()) {
            NoteDraft typed = note;
            String text = typed.text();
            String before = typed.save();
            long id = now.prospect().id();
            background.db(() -> {
                edits.saveNote().save(id, before, text);
                return prospects.person(id);
            }, saved -> {
                typed.saved();
                show(id, saved);
            }, e -> {
                typed.notSaved(before);
                problem(e);
            });
        }
    }

    private void show(long id, Optional<Person> saved) {
        if (wanted != null && wanted == id) {
            set(id, saved);
        }
        edits.changed().accept(id);
    }

    /// Puts the selected person into the time zone that was typed or chosen, to be undone.
    public void saveZone(String typed) {
        Person now = person.get();
        if (now == null) {
            return;
        }
        Prospect prospect = now.prospect();
        Optional<ZoneId> zone = PlaceRules.zone(typed, now());
        if (zone.isEmpty()) {
            zoneProblem.set("There is no one time zone “" + typed.strip() + "”. Type a large city in it, such as Denver.");
            return;
        }
        zoneProblem.set("");
        Place place = prospect.place().in(List.of(zone.get()));
        if (place.zones().equals(prospect.place().zones())) {
            return;
        }
        background.db(() -> {
            edits.savePlace().accept(prospect, place);
            return prospects.person(prospect.id());
        }, saved -> {
            show(prospect.id(), saved);
            notices.show(Notice.undoable(prospect.name() + " is now in " + Times.zone(zone.get()) + " time, where it is "
                + Times.clock(now().atZone(zone.get())) + saved.map(person -> ProspectRules.promiseStays(prospect, person.prospect(), now())).orElse(""),
                edits.undo()));
        }, this::problem);
    }

    /// Says how the selected person can be reached, to be undone.
    public void saveReach(Reach reach) {
        Person now = person.get();
        if (now == null || now.prospect().reach() == reach) {
            return;
        }
        Prospect prospect = now.prospect();
        background.db(() -> {
            edits.saveReach().accept(prospect, reach);
            return prospects.person(prospect.id());
        }, saved -> {
            show(prospect.id(), saved);
            notices.show(Notice.undoable(ProspectRules.reachSet(prospect, reach), edits.undo()));
        }, this::problem);
    }

    /// The next one of the four.
    public void nextReach() {
        Person now = person.get();
        if (now != null) {
            saveReach(now.prospect().reach().next());
        }
    }

    /// Why the typed hours were not taken, or "".
    public ReadOnlyStringProperty hoursProblem() {
        return hoursProblem.getReadOnlyProperty();
    }

    /// Says when the selected person may be called, to be undone; "" for the hours of the place.
    public void saveHours(String typed) {
        Person now = person.get();
        if (now == null || typed.strip().equals(ProspectRules.hours(now.prospect().place()))) {
            hoursProblem.set("");
            return;
        }
        Prospect prospect = now.prospect();
        background.db(() -> {
            String kept = edits.saveHours().save(prospect, typed);
            return Map.entry(kept, prospects.person(prospect.id()));
        }, saved -> {
            hoursProblem.set("");
            show(prospect.id(), saved.getValue());
            notices.show(Notice.undoable(prospect.name() + (saved.getKey().isEmpty() ? " is called in the usual hours again"
                : " is called only from " + HoursRules.span(saved.getKey()).map(HoursRules::words).orElse("") + " there"), edits.undo()));
        }, e -> hoursProblem.set(String.valueOf(e.getMessage())));
    }

    /// The typed zone is given up.
    public void forgetZone() {
        zoneProblem.set("");
    }

    private void problem(Exception e) {
        notices.show(Notice.problem(String.valueOf(e.getMessage())));
    }

    /// When this one was called last.
    public String lastCall(Summary row) {
        Instant at = row.lastCallAt();
        return at == null ? "" : Times.moment(at, here(), now());
    }

    /// When this one is called next, in words.
    public String nextCall(Summary row) {
        return ProspectRules.nextCall(row, here(), now());
    }
}

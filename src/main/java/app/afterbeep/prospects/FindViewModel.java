package app.afterbeep.prospects;

import app.afterbeep.prospects.ProspectService.Found;
import app.afterbeep.prospects.ProspectService.Person;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Reading;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Finds one person while the rep types, and shows who it is before anything is opened. An answer to what is no longer asked is never shown.
/// On the FX thread.
public final class FindViewModel {
    private static final Found NOTHING = new Found("", List.of(), 0);

    private final ProspectService prospects;
    private final Function<Prospect, List<String>> pending;
    private final Adding adding;
    private final Background background;
    private final Clock clock;

    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable Preview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String query = "";
    private final Reading reading;
    private @Nullable Long wanted;

    /// Who is selected.
    ///
    /// @param pending what was agreed or waits, a sentence each
    public record Preview(Person person, List<String> pending) {}

    /// Adds somebody whom nobody knows, on the database thread: the id of the new prospect.
    public interface Adding {
        long add(Stranger stranger) throws Exception;
    }

    /// Somebody who is not in any list.
    ///
    /// @param name   first and last, or ""
    /// @param number in any notation
    public record Stranger(String name, String company, String number) {}

    /// @param pending what was agreed or waits with a prospect, on the database thread
    public FindViewModel(ProspectService prospects, Function<Prospect, List<String>> pending, Adding adding, Background background, Clock clock) {
        this.prospects = prospects;
        this.pending = pending;
        this.adding = adding;
        this.background = background;
        this.reading = new Reading(background);
        this.clock = clock;
    }

    /// What was found for what is typed; nothing before anything is.
    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Preview> preview() {
        return preview.getReadOnlyProperty();
    }

    /// Why a stranger could not be added, or "".
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    public Instant now() {
        return clock.instant();
    }

    public ZoneId here() {
        return clock.getZone();
    }

    public String query() {
        return query;
    }

    /// As if nothing had been typed yet.
    public void begin() {
        problem.set("");
        search("");
    }

    /// Searches for what was typed. While one search runs only the latest of the next ones is kept.
    public void search(String typed) {
        query = typed;
        if (typed.isBlank()) {
            found.set(NOTHING);
            select(null);
        } else {
            reading.ask(() -> prospects.search(typed), read -> {
                // An answer to older typing is never shown.
                if (typed.equals(query)) {
                    found.set(read);
                }
            }, e -> problem.set(String.valueOf(e.getMessage())));
        }
    }

    /// Shows who this is; null for nobody.
    public void select(@Nullable Long prospectId) {
        wanted = prospectId;
        if (prospectId == null) {
            preview.set(null);
            return;
        }
        background.db(() -> prospects.person(prospectId).map(person -> new Preview(person, pending.apply(person.prospect()))), read -> {
            if (prospectId.equals(wanted)) {
                preview.set(read.orElse(null));
            }
        });
    }

    /// The number of `person` that was typed or pasted, E.164; "" when it was not a number of theirs.
    public String number(Prospect person) {
        String digits = FindRules.digits(query);
        return digits.length() < 3 ? "" : person.phones().stream().map(Phone::e164).filter(e164 -> e164.contains(digits)).findFirst().orElse("");
    }

    /// What can be said of a stranger already: the number or the name that was typed.
    public Stranger stranger() {
        return FindRules.digits(query).isEmpty() ? new Stranger(query.strip(), "", "") : new Stranger("", "", query.strip());
    }

    /// Adds a stranger, then tells `added` who it is.
    public void add(Stranger stranger, LongConsumer added) {
        problem.set("");
        background.db(() -> adding.add(stranger), added::accept, e -> problem.set(String.valueOf(e.getMessage())));
    }
}

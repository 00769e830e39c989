package app.afterbeep.studio;

import app.afterbeep.prospects.Summary;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Reading;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Whom a text is shown for, and how somebody else is found. On the FX thread.
final class PersonViewModel {
    private final EditorService service;
    private final Consumer<Person> shown;
    private final Reading searching;
    private final ReadOnlyObjectWrapper<@Nullable Person> person = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Summary>> found = new ReadOnlyObjectWrapper<>(List.of());

    /// @param shown gets the person whenever they are read, also the same one again
    PersonViewModel(EditorService service, Background background, Consumer<Person> shown) {
        this.service = service;
        this.shown = shown;
        this.searching = new Reading(background);
    }

    /// Null until somebody is read.
    ReadOnlyObjectProperty<@Nullable Person> person() {
        return person.getReadOnlyProperty();
    }

    /// Whom the search has found.
    ReadOnlyObjectProperty<List<Summary>> found() {
        return found.getReadOnlyProperty();
    }

    /// Who it was, as the file has them now; at first who is next. On the database thread.
    Person again(@Nullable Person before) {
        return before == null || before.id() == 0 ? service.next() : service.person(before.id());
    }

    /// Shows what [#again] has read, unless another person was asked for meanwhile.
    void show(@Nullable Person before, Person now) {
        if (before == null || before.equals(person.get())) {
            show(now);
        }
    }

    private void show(Person now) {
        person.set(now);
        shown.accept(now);
    }

    /// The next prospect of the lists, or the one before.
    void beside(boolean after) {
        Person now = person.get();
        if (now != null) {
            searching.ask(() -> service.beside(now, after), this::show);
        }
    }

    void choose(long prospectId) {
        searching.ask(() -> service.person(prospectId), this::show);
    }

    void search(String typed) {
        if (typed.isBlank()) {
            found.set(List.of());
        } else {
            searching.ask(() -> service.search(typed), found::set);
        }
    }
}

package app.afterbeep.outbox;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which emails the outbox lists, and which of them is selected while they come, change and leave. On the FX thread.
final class EmailList {
    private final ReadOnlyObjectWrapper<OutboxFilter> filter = new ReadOnlyObjectWrapper<>(OutboxFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable Email> selected = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Email> rows = FXCollections.observableArrayList();
    /// Something was listed before: where nothing is selected now, that is the rep's will.
    private boolean loaded;
    private boolean listing;

    ReadOnlyObjectProperty<OutboxFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Email> selected() {
        return selected.getReadOnlyProperty();
    }

    ObservableList<Email> rows() {
        return rows;
    }

    /// Lists others of these.
    void choose(OutboxFilter shown, List<Email> emails) {
        filter.set(shown);
        show(emails, true);
        if (selected.get() == null) {
            select(rows.isEmpty() ? null : rows.getFirst());
        }
    }

    /// Lists those of `emails` that the filter lets through.
    ///
    /// @param follow the selected email stays selected wherever it moves to
    void show(List<Email> emails, boolean follow) {
        Email before = selected.get();
        int place = before == null ? 0 : Math.max(0, rows.indexOf(before));
        List<Email> next = emails.stream().filter(filter.get()::lists).toList();
        listing = true;
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        listing = false;
        Email again = before == null || !follow ? null : rows.stream().filter(e -> e.id() == before.id()
            && (e.state() != Email.State.SENT || before.state() == Email.State.SENT)).findFirst().orElse(null);
        // Where one has left the list, the next has its place: a stack of emails is worked off from the top.
        Email neighbor = rows.isEmpty() || before == null && loaded ? null : rows.get(Math.min(place, rows.size() - 1));
        select(again != null ? again : neighbor);
        loaded |= !rows.isEmpty();
    }

    /// Ignored while the rows are being replaced: a table then selects whatever moves into the place.
    void select(@Nullable Email email) {
        if (!listing) {
            selected.set(email);
        }
    }
}

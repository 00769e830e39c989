package app.afterbeep.outbox;

import app.afterbeep.outbox.OutboxService.Outbox;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Times;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the outbox shows and does. On the FX thread.
public final class OutboxViewModel {
    private final OutboxService service;
    private final Background background;
    private final Handoff handoff;
    private final Notices notices;
    private final Clock clock;
    private final Runnable undo;

    private final ReadOnlyObjectWrapper<@Nullable Outbox> outbox = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OutboxFilter> filter = new ReadOnlyObjectWrapper<>(OutboxFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable Email> selected = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Email> rows = FXCollections.observableArrayList();
    private final Set<Long> handedOver = new HashSet<>();
    private boolean loaded;
    private boolean listing;

    /// @param undo takes the latest action back
    public OutboxViewModel(OutboxService service, Background background, Handoff handoff, Notices notices, Clock clock, Runnable undo) {
        this.service = service;
        this.background = background;
        this.handoff = handoff;
        this.notices = notices;
        this.clock = clock;
        this.undo = undo;
    }

    /// Null until it is read.
    public ReadOnlyObjectProperty<@Nullable Outbox> outbox() {
        return outbox.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OutboxFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// The emails that the filter lists.
    public ObservableList<Email> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable Email> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Reads the outbox again: on coming to the front and after a change of the data. The selection stays.
    public void refresh() {
        background.db(service::load, now -> {
            list(now);
            loaded |= !rows.isEmpty();
            outbox.set(now);
        });
    }

    /// Called every second: a waiting email whose undo window is over has become ready.
    public void tick() {
        Instant now = clock.instant();
        if (outbox.get() != null && outbox.get().emails().stream().anyMatch(e -> e.state() == Email.State.WAITING && e.problem().isEmpty()
            && !e.dueAt().isAfter(now))) {
            refresh();
        }
    }

    public void choose(OutboxFilter shown) {
        filter.set(shown);
        if (outbox.get() != null) {
            list(outbox.get());
        }
        if (selected.get() == null) {
            select(rows.isEmpty() ? null : rows.getFirst());
        }
    }

    private void list(Outbox now) {
        list(now, true);
    }

    /// @param follow the selected email stays selected wherever it moves to
    private void list(Outbox now, boolean follow) {
        Email before = selected.get();
        int place = before == null ? 0 : Math.max(0, rows.indexOf(before));
        List<Email> next = now.emails().stream().filter(filter.get()::lists).toList();
        listing = true;
        if (!next.equals(rows)) {
            rows.setAll(next);
        }
        listing = false;
        Email again = before == null || !follow ? null : rows.stream().filter(e -> e.id() == before.id()).findFirst().orElse(null);
        // Where one has left the list, the next has its place: a stack of emails is worked off from the top.
        Email neighbor = rows.isEmpty() || before == null && loaded ? null : rows.get(Math.min(place, rows.size() - 1));
        select(again != null ? again : neighbor);
    }

    /// Ignored while the rows are being replaced: a table then selects whatever moves into the place.
    public void select(@Nullable Email email) {
        if (!listing) {
            selected.set(email);
        }
    }

    /// Opens the selected email in the mail program, once its undo window is over and nothing is missing in it.
    public void open() {
        Email email = selected.get();
        if (email == null) {
            return;
        }
        if (!OutboxRules.mayLeave(email)) {
            notices.show(Notice.problem("Not opened. " + reason(email)));
            return;
        }
        background.db(() -> service.handOver(email), address -> handOver(email, address));
    }

    private void handOver(Email email, URI address) {
        try {
            handoff.open(address.toString());
            handedOver.add(email.id());
            notices.show(Notice.done("Handed to your mail program. Send it there, then mark it as sent"));
            // The same email, with another action to offer.
            selected.set(null);
            selected.set(email);
        } catch (AppException e) {
            notices.show(Notice.problem(e.getMessage()));
        }
    }

    /// Copies subject and text, for a mail program that can't be opened from here.
    public void copy() {
        Email email = selected.get();
        if (email != null) {
            handoff.copy(subject(email) + "\n\n" + body(email));
            notices.show(Notice.done("Copied subject and text"));
        }
    }

    public void markSent() {
        Email email = selected.get();
        if (email != null && canMark(email)) {
            background.db(() -> {
                service.markSent(email);
                return service.load();
            }, now -> {
                list(now, false);
                outbox.set(now);
                notices.show(Notice.done("Marked as sent – " + who(email)));
            });
        }
    }

    public void withdraw() {
        Email email = selected.get();
        if (email != null && canWithdraw(email)) {
            background.db(() -> {
                service.withdraw(email);
                return service.load();
            }, now -> {
                list(now, false);
                outbox.set(now);
                notices.show(Notice.undoable("Withdrew the email – " + who(email), undo));
            });
        }
    }

    public boolean canOpen(Email email) {
        return OutboxRules.mayLeave(email);
    }

    public boolean canMark(Email email) {
        return OutboxRules.mayBeMarked(email);
    }

    public boolean canWithdraw(Email email) {
        return OutboxRules.mayBeWithdrawn(email);
    }

    /// Whether it only waits for what the settings can give it.
    public boolean lacksMine(Email email) {
        return OutboxRules.lacksMine(email);
    }

    /// Whether it was opened in the mail program since the start.
    public boolean handedOver(Email email) {
        return handedOver.contains(email.id());
    }

    /// The prospect's name, else the company, else the address.
    public String who(Email email) {
        return email.name();
    }

    /// With "[my name]" in the place of a value that is missing.
    public String subject(Email email) {
        return MergeText.of(email.subject(), Map.of()).text();
    }

    /// With "[my name]" in the place of a value that is missing.
    public String body(Email email) {
        return MergeText.of(email.body(), Map.of()).text();
    }

    public String state(Email email) {
        return OutboxRules.state(email, clock.getZone(), clock.instant());
    }

    /// What stands in the way of the email, or what has become of it; "" when it may leave.
    public String reason(Email email) {
        return OutboxRules.reason(email, clock.getZone(), clock.instant());
    }

    public String queued(Email email) {
        return Times.moment(email.queuedAt(), clock.getZone(), clock.instant());
    }

    /// How many the filter counts; more than are listed when very many have left.
    public long total() {
        return outbox.get() == null ? 0 : filter.get().count(outbox.get().counts());
    }
}

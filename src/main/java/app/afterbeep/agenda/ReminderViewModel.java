package app.afterbeep.agenda;

import app.afterbeep.agenda.ReminderRules.Lead;
import app.afterbeep.cadence.PromiseRules;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Lines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reminds the rep of what was agreed, 5 minutes before and at the time, in the window and through the system. Each reminder
/// comes once, whatever the clock does; it never takes the turn from the prospect on the screen. On the FX thread.
public final class ReminderViewModel {
    private static final int MOST_AT_ONCE = 3;

    private final ReminderService service;
    private final Background background;
    private final Handoff handoff;
    private final Clock clock;
    private final Supplier<Settings> settings;
    private final LongConsumer open;
    private final LongPredicate inFront;

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final List<AgendaEntry> waiting = new ArrayList<>();
    private final Set<Reminded> reminded = new HashSet<>();
    private List<AgendaEntry> near = List.of();
    private @Nullable Instant looked;
    private boolean changed;

    /// @param open    brings a prospect into the session
    /// @param inFront whether a prospect has the turn: of that one nobody needs to be reminded
    public ReminderViewModel(ReminderService service, Background background, Handoff handoff, Clock clock, Supplier<Settings> settings,
                             LongConsumer open, LongPredicate inFront) {
        this.service = service;
        this.background = background;
        this.handoff = handoff;
        this.clock = clock;
        this.settings = settings;
        this.open = open;
        this.inFront = inFront;
    }

    /// @param more so many further reminders wait
    public record Shown(AgendaEntry entry, String title, String text, int more) {}

    private record Reminded(long promiseId, Lead lead) {}

    /// The reminder in the window, or null.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The data have changed: a promise may have been made, moved or kept.
    public void changed() {
        changed = true;
    }

    /// Once a second, whatever screen is in front.
    public void tick() {
        Instant now = clock.instant();
        // A minute has passed, or the clock was set.
        if (changed || looked == null || Duration.between(looked, now).abs().toSeconds() >= 60) {
            boolean first = looked == null;
            changed = false;
            looked = now;
            background.db(service::near, found -> {
                near = found;
                if (first) {
                    found.stream().filter(entry -> now.isAfter(entry.at().plus(PromiseRules.KEPT_WITHIN))).forEach(this::pass);
                }
                remind();
            });
        } else {
            remind();
        }
    }

    /// Late already at the start of the program: it leads the queue, which says enough.
    private void pass(AgendaEntry late) {
        reminded.add(new Reminded(late.promiseId(), Lead.NOW));
    }

    private void remind() {
        Instant now = clock.instant();
        List<AgendaEntry> fresh = near.stream().filter(entry -> ReminderRules.lead(entry, now).filter(lead -> isNew(entry, lead)).isPresent())
            .filter(entry -> !inFront.test(entry.prospectId())).toList();
        if (settings.get().flag(Setting.REMIND_IN_APP)) {
            waiting.removeIf(old -> fresh.stream().anyMatch(old::same));
            waiting.addAll(fresh);
        }
        if (settings.get().flag(Setting.REMIND_SYSTEM)) {
            tellSystem(fresh, now);
        }
        waiting.removeIf(old -> near.stream().noneMatch(old::same) || inFront.test(old.prospectId()));
        show(now);
    }

    private boolean isNew(AgendaEntry entry, Lead lead) {
        if (reminded.contains(new Reminded(entry.promiseId(), Lead.NOW))) {
            return false;
        }
        return reminded.add(new Reminded(entry.promiseId(), lead));
    }

    private void tellSystem(List<AgendaEntry> fresh, Instant now) {
        if (fresh.size() > MOST_AT_ONCE) {
            String names = fresh.stream().map(AgendaEntry::name).map(Lines::piece).collect(Collectors.joining(", "));
            background.io(() -> handoff.announce(fresh.size() + " promises are due", names), told -> {}, e -> {});
        } else {
            for (AgendaEntry entry : fresh) {
                String title = ReminderRules.title(entry, now);
                String text = ReminderRules.text(entry, clock.getZone());
                // A reminder that the system does not show still stands in the window.
                background.io(() -> handoff.announce(title, text), told -> {}, e -> {});
            }
        }
    }

    private void show(Instant now) {
        shown.set(waiting.isEmpty() ? null : new Shown(waiting.getFirst(), ReminderRules.title(waiting.getFirst(), now),
            ReminderRules.text(waiting.getFirst(), clock.getZone()), waiting.size() - 1));
    }

    /// Brings the prospect of the reminder into the session.
    public void open() {
        Shown now = shown.get();
        later();
        if (now != null) {
            open.accept(now.entry().prospectId());
        }
    }

    /// Takes the reminder away; the prospect still is next in the queue.
    public void later() {
        if (!waiting.isEmpty()) {
            waiting.removeFirst();
            show(clock.instant());
        }
    }
}

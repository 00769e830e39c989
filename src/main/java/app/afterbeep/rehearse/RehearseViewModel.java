package app.afterbeep.rehearse;

import app.afterbeep.rehearse.Rehearsal.Part;
import app.afterbeep.session.ScriptTimer;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The messages of a series, spoken in turn, three times each. On the FX thread.
public final class RehearseViewModel {
    private final RehearsalService service;
    private final Background background;
    private final Notices notices;
    private final Runnable undo;
    private final Clock clock;
    private final Supplier<Settings> settings;

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ScriptTimer timer = new ScriptTimer();
    private long series;
    private Instant since = Instant.EPOCH;
    private boolean open;
    private boolean busy;

    /// @param undo takes the latest action back
    public RehearseViewModel(RehearsalService service, Background background, Notices notices, Runnable undo, Clock clock, Supplier<Settings> settings) {
        this.service = service;
        this.background = background;
        this.notices = notices;
        this.undo = undo;
        this.clock = clock;
        this.settings = settings;
    }

    /// @param part the message whose turn it is; negative when the series has none
    public record Shown(Rehearsal rehearsal, int part) {
        public @Nullable Part current() {
            return part < 0 ? null : rehearsal.parts().get(part);
        }

        boolean done() {
            return rehearsal.parts().stream().allMatch(Part::done);
        }
    }

    /// Null until the series is read.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    public ScriptTimer timer() {
        return timer;
    }

    public Instant now() {
        return clock.instant();
    }

    Settings settings() {
        return settings.get();
    }

    /// Begins a sitting with a series.
    public void open(long seriesId) {
        series = seriesId;
        since = clock.instant();
        open = true;
        busy = false;
        timer.reset();
        shown.set(null);
        read();
    }

    /// The sitting is over; what was kept stays.
    public void close() {
        open = false;
        timer.reset();
    }

    /// The data have changed: a take was taken back, or a message worded anew.
    public void changed() {
        if (open && !busy) {
            read();
        }
    }

    private void read() {
        long wanted = series;
        background.db(() -> service.of(wanted, since), rehearsal -> show(rehearsal, shown.get() == null ? 0 : shown.get().part()));
    }

    private void show(Rehearsal rehearsal, int part) {
        shown.set(new Shown(rehearsal, Math.min(part, rehearsal.parts().size() - 1)));
    }

    /// Space: the beep, a pause, and on it goes.
    void pressTimer() {
        if (current() != null) {
            timer.press(clock.instant());
        }
    }

    /// The take was botched: it is thrown away and starts again from zero.
    void again() {
        if (timer.used()) {
            timer.start(clock.instant());
        }
    }

    /// Keeps the take that was spoken. After the third one the next message has its turn.
    void keep() {
        Part part = current();
        Integer seconds = timer.seconds(clock.instant());
        if (part == null || busy) {
            return;
        }
        if (seconds == null) {
            notices.show(Notice.problem("Nothing was spoken yet. Press Space at the beep, speak, then 1."));
            return;
        }
        timer.stop(clock.instant());
        busy = true;
        long wanted = series;
        background.db(() -> {
            service.keep(part, seconds);
            return service.of(wanted, since);
        }, rehearsal -> {
            busy = false;
            timer.reset();
            int now = shown.get() == null ? 0 : shown.get().part();
            show(rehearsal, rehearsal.parts().get(Math.min(now, rehearsal.parts().size() - 1)).done() ? next(rehearsal.parts(), now) : now);
        }, e -> {
            busy = false;
            notices.show(Notice.problem("Not kept. Press 1 again."));
        });
    }

    /// The next one that was not spoken often enough, from `now` on and then from the first; the same one when all were.
    private static int next(List<Part> parts, int now) {
        return IntStream.range(1, parts.size()).map(step -> (now + step) % parts.size()).filter(i -> !parts.get(i).done()).findFirst().orElse(now);
    }

    /// Another message has its turn: the next (1) or the one before (-1). The take that was not kept is forgotten.
    void go(int by) {
        Shown now = shown.get();
        if (now != null && now.current() != null && !busy) {
            timer.reset();
            shown.set(new Shown(now.rehearsal(), Math.floorMod(now.part() + by, now.rehearsal().parts().size())));
        }
    }

    /// Takes the latest take back.
    void undo() {
        if (!busy) {
            undo.run();
        }
    }

    private @Nullable Part current() {
        return shown.get() == null ? null : shown.get().current();
    }
}

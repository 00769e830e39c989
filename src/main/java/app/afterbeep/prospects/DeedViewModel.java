package app.afterbeep.prospects;

import app.afterbeep.prospects.Deeds.Choices;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Does something to many prospects: says before what it will do, then does it piece by piece, so that the session goes on. On the FX thread.
public final class DeedViewModel {
    private final Deeds deeds;
    private final Background background;
    private final Notices notices;
    private final Runnable undo;
    private final Runnable changed;
    private final Reading reading;
    private final ReadOnlyObjectWrapper<List<String>> consequences = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private boolean stopped;
    private long asked;

    /// @param changed runs when it is done, or part of it is
    public DeedViewModel(Deeds deeds, Background background, Notices notices, Runnable undo, Runnable changed) {
        this.deeds = deeds;
        this.background = background;
        this.notices = notices;
        this.undo = undo;
        this.changed = changed;
        reading = Reading.beside(background);
    }

    /// What the deed that was last looked at would do, a sentence each; empty while it is counted.
    public ReadOnlyObjectProperty<List<String>> consequences() {
        return consequences.getReadOnlyProperty();
    }

    /// How far a long deed is, or "".
    public ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Reads what can be chosen.
    public void choices(Consumer<Choices> show) {
        background.db(deeds::choices, show);
    }

    /// Says in [#consequences] what it would do.
    public void look(Deed deed, long[] ids) {
        long now = ++asked;
        consequences.set(List.of());
        reading.ask(() -> deeds.consequences(deed, ids), said -> {
            if (now == asked) {
                consequences.set(said);
            }
        }, this::problem);
    }

    /// Does it. One at a time: another one waits for its end.
    public boolean carryOut(Deed deed, long[] ids) {
        if (!progress.get().isEmpty()) {
            notices.show(Notice.problem("Wait until the last change is done, or stop it."));
            return false;
        }
        stopped = false;
        String label = deed.label() + " – " + people(ids.length);
        piece(deed, label, ids, 0, 0);
        return true;
    }

    /// No further piece is done; what is done can be undone.
    public void stop() {
        stopped = true;
    }

    private void piece(Deed deed, String label, long[] ids, int from, long action) {
        int to = Math.min(ids.length, from + deeds.pieceSize(deed));
        if (to < ids.length) {
            progress.set(deed.label() + ": %,d of %,d".formatted(from, ids.length));
        }
        background.db(() -> deeds.piece(deed, action, label, Arrays.copyOfRange(ids, from, to)), next -> went(deed, label, ids, to, next), e -> {
            end();
            notices.show(Notice.problem((from == 0 ? "" : "Done for the first %,d, then stopped: ".formatted(from)) + e.getMessage()));
        });
    }

    private void went(Deed deed, String label, long[] ids, int to, OptionalLong next) {
        if (next.isPresent() && to < ids.length && !stopped) {
            piece(deed, label, ids, to, next.getAsLong());
            return;
        }
        end();
        if (next.isEmpty()) {
            notices.show(Notice.done("Taken back: " + label));
        } else if (next.getAsLong() == 0 && to == ids.length) {
            notices.show(Notice.done("Nobody was changed: they are as you want them already."));
        } else {
            notices.show(Notice.undoable(to == ids.length ? label : label + ", stopped after %,d".formatted(to), undo));
        }
    }

    private void end() {
        progress.set("");
        changed.run();
    }

    private void problem(Exception e) {
        notices.show(Notice.problem(String.valueOf(e.getMessage())));
    }

    static String people(long count) {
        return count == 1 ? "1 person" : "%,d people".formatted(count);
    }
}

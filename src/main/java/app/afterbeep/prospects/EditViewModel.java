package app.afterbeep.prospects;

import app.afterbeep.prospects.PersonEdits.Likely;
import app.afterbeep.prospects.PersonEdits.Line;
import app.afterbeep.prospects.PersonEdits.Merge;
import app.afterbeep.prospects.PersonEdits.Newcomer;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Corrects one person, adds one by hand, makes two one. Every edit is saved at once and can be undone. On the FX thread.
public final class EditViewModel {
    private final PersonEdits edits;
    private final ProspectService prospects;
    private final Background background;
    private final Notices notices;
    private final Runnable undo;
    private final LongConsumer changed;
    private final Reading reading;
    private final ReadOnlyObjectWrapper<@Nullable Merge> merge = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Likely>> likely = new ReadOnlyObjectWrapper<>(List.of());

    /// One edit, on the database thread: what it did, in a sentence.
    public interface Edit {
        String run(PersonEdits edits) throws Exception;
    }

    /// @param changed is told who was changed, also who is now another one
    public EditViewModel(PersonEdits edits, ProspectService prospects, Background background, Notices notices, Runnable undo, LongConsumer changed) {
        this.edits = edits;
        this.prospects = prospects;
        this.background = background;
        this.notices = notices;
        this.undo = undo;
        this.changed = changed;
        reading = new Reading(background);
    }

    /// Does an edit of this person; a problem is a sentence for the place where it was typed.
    public void edit(long prospectId, Edit edit, Consumer<String> problem) {
        background.db(() -> edit.run(edits), said -> {
            problem.accept("");
            notices.show(Notice.undoable(said, undo));
            changed.accept(prospectId);
        }, e -> problem.accept(String.valueOf(e.getMessage())));
    }

    /// Adds somebody, then tells `added` who it is.
    public void add(Newcomer newcomer, LongConsumer added, Consumer<String> problem) {
        record Added(long id, boolean suppressed) {}
        background.db(() -> {
            long id = edits.add(newcomer);
            return new Added(id, prospects.person(id).filter(person -> person.prospect().suppressed()).isPresent());
        }, done -> {
            notices.show(Notice.done(done.suppressed() ? "Added. They are on your do-not-call list, so they are not offered" : "Added, as a fresh prospect"));
            added.accept(done.id());
        }, e -> problem.accept(String.valueOf(e.getMessage())));
    }

    /// Two that would be one; null while nobody is chosen.
    public ReadOnlyObjectProperty<@Nullable Merge> merge() {
        return merge.getReadOnlyProperty();
    }

    /// Who may be the same person as the one that [#beginMerge] was told, or who was found.
    public ReadOnlyObjectProperty<List<Likely>> likely() {
        return likely.getReadOnlyProperty();
    }

    /// Looks for those who may be the same as this one.
    public void beginMerge(Prospect prospect) {
        merge.set(null);
        likely.set(List.of());
        reading.ask(() -> edits.likely(prospect), likely::set);
    }

    /// Looks for somebody else by words; those that are likely when nothing is typed.
    public void find(Prospect prospect, String typed) {
        reading.ask(() -> typed.isBlank() ? edits.likely(prospect) : prospects.search(typed).rows().stream().filter(row -> row.id() != prospect.id()).limit(20)
            .map(row -> new Likely(row.id(), row.name(), row.company(), row.phone().isEmpty() ? row.email() : PhoneNumbers.shown(row.phone()))).toList(), likely::set);
    }

    /// Sets these two side by side.
    public void compare(long stays, long goes) {
        background.db(() -> edits.merge(stays, goes), read -> merge.set(read.orElse(null)));
    }

    /// Of this line the value of the other one, or one's own, is kept.
    public void choose(Line line, boolean other) {
        Merge now = merge.get();
        if (now != null) {
            List<Line> lines = new ArrayList<>(now.lines());
            lines.replaceAll(each -> each.what().equals(line.what()) ? each.choosing(other) : each);
            merge.set(new Merge(now.stays(), now.goes(), lines, now.consequences()));
        }
    }

    /// Makes them one.
    public void carryOut(Runnable done) {
        Merge now = merge.get();
        if (now != null) {
            background.db(() -> edits.carryOut(now), said -> {
                notices.show(Notice.undoable(said, undo));
                changed.accept(now.goes().id());
                changed.accept(now.stays().id());
                done.run();
            }, e -> notices.show(Notice.problem(String.valueOf(e.getMessage()))));
        }
    }
}

package app.afterbeep.lists;

import app.afterbeep.db.Database;
import app.afterbeep.lists.ImportStore.Begun;
import app.afterbeep.lists.ImportStore.State;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.SearchStore;
import app.afterbeep.ui.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Takes imports back, and brings to an end what was interrupted: the one way for an undo, for a cancelled import and for one that a crash cut
/// off. Each piece may be the last one before the next crash.
final class TakeBack {
    private static final int CHANGES = 16;

    private final Database database;
    private final ProspectStore prospects;
    private final ImportStore imports;
    private final TakeBackStore store;

    TakeBack(Database database, ProspectStore prospects, ImportStore imports, Clock clock) {
        this.database = database;
        this.prospects = prospects;
        this.imports = imports;
        this.store = new TakeBackStore(database.sql(), prospects.places(), clock);
    }

    /// Takes back an import, whatever its state.
    ImportService.TakenBack all(long importId, Pieces pieces, Progress progress) {
        Begun begun = pieces.take(() -> {
            imports.state(importId, State.LEAVING);
            return imports.find(importId).orElseThrow();
        });
        long people = begun.firstId() == 0 ? 0 : begun.lastId() - begun.firstId() + 1;
        long removed = 0;
        // From the last one down, so that a crash leaves a list without its end, not without its beginning.
        for (long to = begun.lastId(); people > 0 && to >= begun.firstId(); ) {
            long last = to;
            long from = Math.max(begun.firstId(), last - pieces.size() + 1L);
            removed += pieces.take(() -> store.remove(importId, from, last));
            to = from - 1;
            progress.at(begun.lastId() - to, (double) (begun.lastId() - to) / people);
        }
        // Off the list first: whoever is on it gets nothing back that was agreed with them.
        String reason = "the import of " + begun.file() + " was taken back";
        while (pieces.take(() -> store.free(importId, reason, CHANGES)) > 0) {
            progress.at(people, 1);
        }
        while (pieces.take(() -> restore(importId)) > 0) {
            progress.at(people, 1);
        }
        long gone = removed;
        return pieces.last(() -> {
            long stay = people == 0 ? 0 : store.staying(importId, begun.firstId(), begun.lastId());
            if (pieces.areBeside()) {
                database.transaction(() -> close(begun));
            } else {
                close(begun);
            }
            return new ImportService.TakenBack(begun.file(), gone, stay);
        });
    }

    private int restore(long importId) {
        List<Long> rows = store.changes(importId, CHANGES);
        for (long row : rows) {
            store.restore(row).forEach(prospects::refresh);
        }
        return rows.size();
    }

    private long close(Begun begun) {
        store.close(begun);
        database.forgetUndo("import", begun.id());
        return begun.id();
    }

    /// Makes the people of an import due and findable, and it is done.
    void finish(long importId, long firstId, long lastId, Pieces pieces, ReadSoFar soFar) {
        SearchStore search = prospects.search();
        pieces.small(search::indexInPieces);
        for (long next = firstId; firstId > 0 && next <= lastId; ) {
            long from = next;
            long to = Math.min(lastId, from + pieces.size() / 2);
            pieces.take(() -> {
                imports.makeDue(importId, from, to);
                search.index(from, to);
                return to;
            });
            while (pieces.small(search::tidy)) {
                continue;
            }
            next = to + 1;
            soFar.at(ListRun.READING + (1 - ListRun.READING) * (next - firstId) / (lastId - firstId + 1));
        }
    }

    /// What a crash has interrupted, or an undo has begun.
    List<String> recover(Pieces pieces) {
        List<String> done = new ArrayList<>();
        for (Begun begun : pieces.last(imports::unfinished)) {
            if (begun.state() == State.FINISHING) {
                finish(begun.id(), begun.firstId(), begun.lastId(), pieces, new ReadSoFar(Progress.unwatched()));
                pieces.last(() -> database.transaction(() -> {
                    imports.state(begun.id(), State.DONE);
                    return begun.id();
                }));
                done.add("The import of " + begun.file() + " was interrupted and is complete now.");
            } else {
                boolean interrupted = begun.state() == State.RUNNING;
                ImportService.TakenBack taken = all(begun.id(), pieces, Progress.unwatched());
                done.add(interrupted ? "The import of " + begun.file() + " was interrupted. Nothing of it was kept: import it again." : taken.words());
            }
        }
        return done;
    }
}

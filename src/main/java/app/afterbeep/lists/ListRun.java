package app.afterbeep.lists;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.lists.RowRules.Target;
import app.afterbeep.lists.RowsAhead.Read;
import app.afterbeep.prospects.KeptStore;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;

/// How the rows of one list get into the file: in one transaction, or in pieces while the session goes on. What becomes of each row is
/// [ListImport]'s to say, and the same either way.
final class ListRun {
    /// So much of the whole is done when all rows are in.
    static final double READING = 0.75;

    private static final int AT_ONCE = 4_096;

    private final Parts parts;
    private final Layout layout;
    private final RowRules rules;
    private final ImportOptions options;
    private final String file;
    private final String list;

    /// What it works with.
    record Parts(Database database, ProspectStore prospects, CadenceStore cadences, ImportStore imports, TakeBack takeBack, Clock clock) {}

    /// An import that has begun.
    private record Begun(long importId, Target target, boolean first) {}

    ListRun(Parts parts, Layout layout, RowRules rules, ImportOptions options, String file, String list) {
        this.parts = parts;
        this.layout = layout;
        this.rules = rules;
        this.options = options;
        this.file = file;
        this.list = list;
    }

    private Begun begin() {
        boolean made = !parts.prospects().hasList(list);
        long listId = parts.prospects().list(list, parts.cadences().first().seriesId());
        long importId = parts.imports().begin(ImportStore.Kind.LIST, file, listId, made, layout.columns().headers());
        return new Begun(importId, new Target(listId, parts.cadences().roundOf(listId)), !parts.prospects().any());
    }

    ImportReport into(ListRows rows, ReadSoFar soFar, Pieces pieces) throws IOException {
        return pieces.areBeside() ? beside(rows, soFar, pieces) : atOnce(rows, soFar);
    }

    /// In one transaction on the database thread. The first list of all is compared in memory and gets its indexes last.
    private ImportReport atOnce(ListRows rows, ReadSoFar soFar) {
        long[] id = {0};
        ImportReport report = parts.database().bulk(() -> {
            Begun begun = begin();
            id[0] = begun.importId();
            try (ImportedStore people = new ImportedStore(parts.database().sql(), parts.clock(), parts.prospects().dnc(), begun.importId(), true);
                 RowsAhead ahead = new RowsAhead(rows, layout, rules, begun.target(), options.match())) {
                List<String> indexes = begun.first() ? people.takeIndexesOff() : List.of();
                ListImport run = run(people, begun, true);
                people.begin();
                long indexed = 0;
                for (List<Read> next = ahead.next(); !next.isEmpty(); next = ahead.next()) {
                    for (Read read : next) {
                        run.take(read);
                        soFar.row(ahead.share());
                    }
                    indexed = index(run, indexed, AT_ONCE);
                }
                index(run, indexed, 1);
                people.putIndexesBack(indexes);
                run.suppressWaiting();
                parts.imports().progress(begun.importId(), run.firstId(), run.lastId(), run.counts());
                parts.imports().state(begun.importId(), ImportStore.State.DONE);
                return run.report(list, layout.columns().headers());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        done(report);
        return report;
    }

    /// Makes those findable who have come since the one with the id `indexed`, as long as the reading has to go on anyway, once they are so many.
    private long index(ListImport run, long indexed, int many) {
        long from = Math.max(indexed + 1, run.firstId());
        if (run.firstId() == 0 || run.lastId() - from + 1 < many) {
            return indexed;
        }
        parts.prospects().search().indexNew(from, run.lastId());
        return run.lastId();
    }

    private ListImport run(ImportedStore people, Begun begun, boolean due) {
        Known known = begun.first() ? new KnownByHash(people) : new KnownByIndex(people, begun.importId());
        KeptStore kept = new KeptStore(parts.database().sql(), parts.prospects());
        return new ListImport(new ListImport.Parts(parts.prospects(), parts.imports(), people, kept, known, begun.first(), due), options, begun.importId(), file);
    }

    private void done(ImportReport report) {
        if (report.imported() + report.updated() + report.suppressed() > 0) {
            parts.database().action(label(report), () -> ImportStore.leave(report.importId()));
        }
    }

    private String label(ImportReport report) {
        int people = report.imported() > 0 ? report.imported() : report.updated() > 0 ? report.updated() : report.suppressed();
        String counted = "%,d %s".formatted(people, people == 1 ? "person" : "people");
        return report.imported() + report.updated() > 0 ? (report.imported() > 0 ? "Imported " : "Updated ") + counted + " from " + file
            : "Do not call – " + counted + " of " + file;
    }

    /// In pieces, on a thread for lasting work.
    ///
    /// @throws CancellationException when it was cancelled; everything is taken back then
    private ImportReport beside(ListRows rows, ReadSoFar soFar, Pieces pieces) throws IOException {
        Begun started = pieces.take(this::begin);
        Begun begun = new Begun(started.importId(), started.target(), false);
        ImportedStore people = pieces.last(() -> new ImportedStore(parts.database().sql(), parts.clock(), parts.prospects().dnc(), begun.importId(), false));
        try {
            ListImport run = run(people, begun, false);
            try (RowsAhead ahead = new RowsAhead(rows, layout, rules, begun.target(), options.match())) {
                all(ahead, run, people, begun, soFar, pieces);
                pieces.take(() -> {
                    parts.imports().state(begun.importId(), ImportStore.State.FINISHING);
                    return begun;
                });
            } catch (IOException | RuntimeException e) {
                leave(begun, pieces, e);
                throw e;
            }
            try {
                parts.takeBack().finish(begun.importId(), run.firstId(), run.lastId(), pieces, soFar);
            } catch (CancellationException e) {
                leave(begun, pieces, e);
                throw e;
            }
            ImportReport report = run.report(list, layout.columns().headers());
            return pieces.last(() -> {
                parts.database().transaction(() -> {
                    parts.imports().state(begun.importId(), ImportStore.State.DONE);
                    return begun;
                });
                done(report);
                return report;
            });
        } finally {
            pieces.last(() -> {
                people.close();
                return people;
            });
        }
    }

    /// What can't be taken back now, on a full disk, is at the next start.
    private void leave(Begun begun, Pieces pieces, Exception cause) {
        try {
            parts.takeBack().all(begun.importId(), pieces, Progress.unwatched());
        } catch (DbException | CancellationException e) {
            cause.addSuppressed(e);
        }
    }

    private void all(RowsAhead ahead, ListImport run, ImportedStore people, Begun begun, ReadSoFar soFar, Pieces pieces) throws IOException {
        for (List<Read> next = ahead.next(); !next.isEmpty(); next = ahead.next()) {
            for (int from = 0; from < next.size(); ) {
                List<Read> piece = next.subList(from, Math.min(next.size(), from + pieces.size()));
                pieces.take(() -> {
                    people.begin();
                    piece.forEach(run::take);
                    parts.imports().progress(begun.importId(), run.firstId(), run.lastId(), run.counts());
                    return piece;
                });
                from += piece.size();
                piece.forEach(read -> soFar.row(READING * ahead.share()));
            }
        }
    }
}

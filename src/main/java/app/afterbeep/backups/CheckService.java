package app.afterbeep.backups;

import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.CallLogStore;
import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.results.ResultsStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Looks for damage in the data file, and derives again what can be derived; a large log takes seconds. The check reads on a connection of its
/// own, on any thread; the repair belongs to the database thread.
public final class CheckService {
    private final Database database;
    private final Clock clock;

    public CheckService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What was found, one sentence each.
    ///
    /// @param derivable what [#repair] mends
    /// @param broken    what only a backup can mend
    public record Found(List<String> derivable, List<String> broken) {
        public boolean sound() {
            return derivable.isEmpty() && broken.isEmpty();
        }

        public List<String> all() {
            List<String> all = new ArrayList<>(broken);
            all.addAll(derivable);
            return all;
        }
    }

    /// Changes nothing.
    public Found check() {
        try (Snapshot snapshot = database.snapshot()) {
            return check(snapshot);
        }
    }

    private Found check(Snapshot snapshot) {
        List<String> damage = snapshot.check();
        List<String> indexes = damage.stream().filter(CheckService::ofAnIndex).toList();
        List<String> broken = new ArrayList<>(damage.stream().filter(line -> !ofAnIndex(line)).toList());
        if (!broken.isEmpty()) {
            // What a damaged file says about its own rows means nothing.
            return new Found(indexes, broken);
        }
        List<String> derivable = new ArrayList<>(indexes);
        CheckStore store = new CheckStore(snapshot.sql());
        CallLogStore log = new CallLogStore(snapshot.sql(), clock);
        ResultsStore results = new ResultsStore(snapshot.sql(), clock);
        if (indexes.isEmpty()) {
            derivable.addAll(log.wrongHours());
            derivable.addAll(log.wrongPromises());
            derivable.addAll(new PromiseStore(snapshot.sql(), clock).wrongDays());
            if (derivable.isEmpty()) {
                // These follow from the hours above: one cause is named once.
                derivable.addAll(results.wrongHours());
                derivable.addAll(results.wrongSteps());
            }
            derivable.addAll(store.wrongDerived());
            broken.addAll(store.broken());
        }
        return new Found(derivable, broken);
    }

    /// SQLite's words for an index that does not fit its table: the table is whole, and the index made again from it.
    private static boolean ofAnIndex(String line) {
        return line.contains(" missing from index ") || line.startsWith("wrong # of entries in index ") || line.startsWith("non-unique entry in index ");
    }

    /// Derives all summaries, indexes and the search again, in one transaction. A backup comes first.
    ///
    /// @return what is wrong still
    public Found repair() {
        database.bulk(() -> {
            new CheckStore(database.sql()).repair();
            return true;
        });
        return check();
    }
}

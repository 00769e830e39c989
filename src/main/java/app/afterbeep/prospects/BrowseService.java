package app.afterbeep.prospects;

import app.afterbeep.db.Database;
import app.afterbeep.db.Reader;
import app.afterbeep.prospects.FacetRules.Table;
import java.util.List;

/// Looks through all prospects, beside the clicks: on any thread but the database thread, each kind of reading on a connection of its own.
public final class BrowseService implements AutoCloseable {
    private final Reader order;
    private final Reader pages;
    private final Reader counts;

    public BrowseService(Database database) {
        order = database.reader();
        pages = database.reader();
        counts = database.reader();
    }

    /// The first rows that are found, with their ids.
    ///
    /// @param all whether these are all that are found
    public record First(List<Summary> rows, boolean all) {}

    public First first(Filter filter, int limit) {
        return order.read(sql -> {
            BrowseStore store = new BrowseStore(sql);
            long[] ids = store.first(filter, limit);
            return new First(store.rows(java.util.Arrays.stream(ids).boxed().toList()), ids.length < limit);
        });
    }

    /// The ids of all that are found, in order.
    public long[] ids(Filter filter, Order by) {
        return order.read(sql -> new BrowseStore(sql).ids(filter, by));
    }

    public List<Summary> rows(List<Long> ids) {
        return pages.read(sql -> new BrowseStore(sql).rows(ids));
    }

    /// How many there are of each kind among those whom the words find.
    public Table table(String query) {
        return counts.read(sql -> new BrowseStore(sql).table(query));
    }

    /// Ends the readings of [#first] and [#ids] that are under way: something else is looked for.
    public void stopFinding() {
        order.stop();
    }

    /// Ends a [#table] that is under way.
    public void stopCounting() {
        counts.stop();
    }

    @Override
    public void close() {
        order.close();
        pages.close();
        counts.close();
    }
}

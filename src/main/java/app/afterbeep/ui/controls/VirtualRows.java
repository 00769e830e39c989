package app.afterbeep.ui.controls;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// Rows of a table of any length: only their ids are held, eight bytes each, and the few pages that were looked at last. A page that comes into
/// view is asked for and shown when it comes. On the FX thread.
///
/// @param <T> what is shown of a row
public final class VirtualRows<T> extends ObservableListBase<VirtualRows.Row<T>> {
    public static final int PAGE = 50;
    private static final int PAGES_KEPT = 60;

    private final long[] ids;
    private final long total;
    private final IntConsumer wanted;
    /// What stood there before the data changed, for the moment until it is read again.
    private final Map<Integer, Map<Long, T>> old = new HashMap<>();
    private final Map<Integer, Map<Long, T>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<Long, T>> eldest) {
            return size() > PAGES_KEPT;
        }
    };

    /// One line.
    ///
    /// @param value null while it is being read, or when it is gone
    public record Row<T>(int index, long id, @Nullable T value) {}

    /// @param total  how many there will be in all, when these ids are only the first of them
    /// @param wanted is told the number of a page that is looked at and not there; again whenever it is looked at
    public VirtualRows(long[] ids, long total, IntConsumer wanted) {
        this.ids = ids;
        this.total = total;
        this.wanted = wanted;
    }

    @Override
    public Row<T> get(int index) {
        Map<Long, T> page = pages.get(index / PAGE);
        if (page == null) {
            wanted.accept(index / PAGE);
            page = pages.getOrDefault(index / PAGE, old.get(index / PAGE));
        }
        return new Row<>(index, ids[index], page == null ? null : page.get(ids[index]));
    }

    @Override
    public int size() {
        return ids.length;
    }

    /// How many there are in all: as many as rows, or more while only the first are here; -1 when nobody knows yet.
    public long total() {
        return total;
    }

    public long id(int index) {
        return ids[index];
    }

    /// All ids, in order; not to be changed.
    public long[] ids() {
        return ids;
    }

    /// The ids of one page; none for one past the end.
    public List<Long> page(int number) {
        int from = Math.min(number * PAGE, ids.length);
        return Arrays.stream(ids, from, Math.min(from + PAGE, ids.length)).boxed().toList();
    }

    /// Where this id stands, or -1.
    public int at(long id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /// A page has been read. Whoever shows it draws it again.
    public void fill(int page, List<T> values, ToLongFunction<T> key) {
        Map<Long, T> rows = new HashMap<>();
        values.forEach(value -> rows.put(key.applyAsLong(value), value));
        pages.put(page, rows);
        old.remove(page);
    }

    /// The pages of the list before, as far as they are the same: nothing blinks when nothing has changed.
    public void takeOver(VirtualRows<T> before) {
        before.pages.forEach((number, rows) -> {
            if (rows.keySet().containsAll(page(number))) {
                pages.put(number, rows);
            }
        });
        before.old.forEach((number, rows) -> {
            if (rows.keySet().containsAll(page(number))) {
                old.put(number, rows);
            }
        });
    }

    /// All rows are to be read anew when they are looked at; until then they stand as they are.
    public void forget() {
        old.putAll(pages);
        pages.clear();
    }

    /// Without reading any row: tables ask for it.
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof Row<?> r ? r.index() < ids.length && ids[r.index()] == r.id() ? r.index() : at(r.id()) : -1;
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }
}

package app.afterbeep.ui.controls;

import java.util.Arrays;
import java.util.BitSet;

/// Which rows of a long table are chosen for an action: one bit a row, by the id when the rows change.
public final class Marks {
    private final long[] ids;
    private final BitSet marked;

    public Marks(long[] ids) {
        this(ids, new BitSet());
    }

    private Marks(long[] ids, BitSet marked) {
        this.ids = ids;
        this.marked = marked;
    }

    public boolean has(int index) {
        return marked.get(index);
    }

    public int count() {
        return marked.cardinality();
    }

    public void toggle(int index) {
        marked.flip(index);
    }

    /// These and no others.
    public void only(int from, int to) {
        marked.clear();
        marked.set(Math.min(from, to), Math.max(from, to) + 1);
    }

    public void all() {
        marked.set(0, ids.length);
    }

    public void none() {
        marked.clear();
    }

    /// The marked ids, in the order of the rows.
    public long[] marked() {
        return marked.stream().mapToLong(index -> ids[index]).toArray();
    }

    /// The same people among other rows; who is not there any more is not marked. Takes a moment for very many.
    public Marks among(long[] others) {
        BitSet there = new BitSet();
        if (!marked.isEmpty()) {
            long[] sorted = marked();
            Arrays.sort(sorted);
            for (int i = 0; i < others.length; i++) {
                if (Arrays.binarySearch(sorted, others[i]) >= 0) {
                    there.set(i);
                }
            }
        }
        return new Marks(others, there);
    }
}

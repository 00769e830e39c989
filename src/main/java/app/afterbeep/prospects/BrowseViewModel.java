package app.afterbeep.prospects;

import app.afterbeep.prospects.BrowseService.First;
import app.afterbeep.prospects.FacetRules.Table;
import app.afterbeep.prospects.FacetRules.Value;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Reading;
import app.afterbeep.ui.controls.Marks;
import app.afterbeep.ui.controls.VirtualRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Who is found, in which order, how many of each kind. The first rows come at once, then all ids, then the counts; of what is typed and chosen
/// meanwhile only the latest is read. On the FX thread.
public final class BrowseViewModel {
    /// As many as a high window shows.
    private static final int FIRST = VirtualRows.PAGE;
    /// Of the pages that a drag of the scroll bar passes, only the latest are read.
    private static final int PAGES_AT_ONCE = 4;
    private static final Table NOBODY = new Table(List.of(), Map.of(), Map.of());

    private final BrowseService browse;
    private final Consumer<Exception> problem;
    private final Reading finding;
    private final Reading paging;
    private final Reading counting;
    private final Consumer<String> remember;

    private final ReadOnlyObjectWrapper<Listing> listing;
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(new Counts(Map.of(), -1));
    private final ReadOnlyObjectWrapper<Integer> filled = new ReadOnlyObjectWrapper<>(0);
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private Filter filter = Filter.NONE;
    private Order order = Order.ADDED;
    private Table table = NOBODY;
    private @Nullable String counted;
    private boolean stale;
    private long age;

    /// What stands in the table.
    ///
    /// @param marks which rows are marked
    public record Listing(Filter filter, Order order, VirtualRows<Summary> rows, Marks marks) {}

    /// What the facets say; empty until counted.
    ///
    /// @param everybody how many there are without words and facets, -1 while nobody knows
    public record Counts(Map<Facet, List<Value>> values, long everybody) {}

    /// @param remember is told the order that was chosen
    public BrowseViewModel(BrowseService browse, Background background, Consumer<Exception> problem, Consumer<String> remember) {
        this.browse = browse;
        this.problem = problem;
        this.remember = remember;
        finding = Reading.beside(background);
        paging = Reading.beside(background);
        counting = Reading.beside(background);
        listing = new ReadOnlyObjectWrapper<>(new Listing(filter, order, rows(new long[0], -1), new Marks(new long[0])));
    }

    public ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    /// Changes with each page that has been read.
    public ReadOnlyObjectProperty<Integer> filled() {
        return filled.getReadOnlyProperty();
    }

    public Filter filter() {
        return filter;
    }

    public Order order() {
        return order;
    }

    /// The order that was remembered, before anything is read.
    public void start(String remembered) {
        order = Order.of(remembered);
        read();
    }

    public void search(String typed) {
        look(filter.with(typed));
    }

    /// Chooses a value of a facet, or no longer.
    public void toggle(Facet facet, String value) {
        look(filter.toggled(facet, value));
    }

    public void clearFacets() {
        look(filter.withoutFacets());
    }

    /// Only this list: what an import has brought.
    public void look(Filter next) {
        if (!next.equals(filter)) {
            filter = next;
            read();
        }
    }

    public void sort(Order next) {
        if (!next.equals(order)) {
            order = next;
            remember.accept(next.toString());
            read();
        }
    }

    /// The data have changed: what is in view is read at once, order and counts with the next [#tick].
    public void refresh() {
        stale = true;
        if (listing.get().rows().total() < 0) {
            tick();
        } else {
            listing.get().rows().forget();
            filled.set(filled.get() + 1);
        }
    }

    /// Once a second, and when the screen comes to the front: brings order and counts to what the file says, one reading at a time.
    public void tick() {
        if (stale && !finding.running() && !counting.running()) {
            stale = false;
            counted = null;
            read();
        }
    }

    private void read() {
        long asked = ++age;
        Filter wantedFilter = filter;
        Order wantedOrder = order;
        if (finding.running()) {
            browse.stopFinding();
        }
        if (wantedOrder.equals(Order.ADDED)) {
            finding.ask(() -> browse.first(wantedFilter, FIRST), first -> {
                if (asked == age) {
                    showFirst(first);
                    if (!first.all()) {
                        readAll(asked, wantedFilter, wantedOrder);
                    }
                }
            }, e -> failed(asked, e));
        } else {
            readAll(asked, wantedFilter, wantedOrder);
        }
        count();
    }

    private void readAll(long asked, Filter of, Order by) {
        record All(VirtualRows<Summary> rows, Marks marks) {}
        Marks before = listing.get().marks();
        finding.ask(() -> {
            long[] ids = browse.ids(of, by);
            return new All(rows(ids, ids.length), before.among(ids));
        }, all -> {
            if (asked == age) {
                show(all.rows(), listing.get().marks() == before ? all.marks() : listing.get().marks().among(all.rows().ids()));
            }
        }, e -> failed(asked, e));
    }

    private VirtualRows<Summary> rows(long[] ids, long total) {
        return new VirtualRows<>(ids, total, this::want);
    }

    private void showFirst(First first) {
        long[] ids = first.rows().stream().mapToLong(Summary::id).toArray();
        Listing now = listing.get();
        boolean same = now.filter().equals(filter) && now.order().equals(order) && now.rows().total() >= 0 && !first.all();
        if (same) {
            // The rows that are on the screen stay until all are known: a jump to the end must not be lost to a click elsewhere.
            return;
        }
        VirtualRows<Summary> rows = rows(ids, first.all() ? ids.length : -1);
        rows.fill(0, first.rows(), Summary::id);
        show(rows, now.marks().among(ids));
    }

    private void show(VirtualRows<Summary> rows, Marks marks) {
        wanted.clear();
        rows.takeOver(listing.get().rows());
        listing.set(new Listing(filter, order, rows, marks));
        showCounts();
    }

    private void failed(long asked, Exception e) {
        // What was stopped for something newer failed as it should.
        if (asked == age) {
            problem.accept(e);
        }
    }

    private void count() {
        String query = filter.query();
        if (query.equals(counted)) {
            showCounts();
            return;
        }
        if (counting.running()) {
            browse.stopCounting();
        }
        counting.ask(() -> browse.table(query), read -> {
            if (query.equals(filter.query())) {
                counted = query;
                table = read;
                showCounts();
            }
        }, e -> {
            if (query.equals(filter.query()) && !counting.running()) {
                counted = null;
            }
        });
    }

    private void showCounts() {
        if (filter.query().equals(counted)) {
            long all = filter.query().isBlank() ? FacetRules.found(table, Filter.NONE) : counts.get().everybody();
            counts.set(new Counts(FacetRules.values(table, filter), all));
        }
    }

    /// What the chosen values are called, for the chips.
    public Map<Facet, List<Value>> chosen() {
        Map<Facet, List<Value>> chosen = new LinkedHashMap<>();
        filter.chosen().forEach((facet, codes) -> chosen.put(facet, codes.stream()
            .map(code -> new Value(code, FacetRules.label(facet, code, table.lists()), 0)).collect(Collectors.toList())));
        return chosen;
    }

    private void want(int page) {
        wanted.remove(page);
        wanted.addLast(page);
        while (wanted.size() > PAGES_AT_ONCE) {
            wanted.removeFirst();
        }
        if (!paging.running()) {
            page();
        }
    }

    private void page() {
        VirtualRows<Summary> rows = listing.get().rows();
        List<Integer> pages = List.copyOf(wanted);
        wanted.clear();
        List<Long> ids = new ArrayList<>();
        pages.forEach(page -> ids.addAll(rows.page(page)));
        if (ids.isEmpty()) {
            return;
        }
        paging.ask(() -> browse.rows(ids), read -> {
            Map<Long, Summary> byId = read.stream().collect(Collectors.toMap(Summary::id, row -> row));
            pages.forEach(page -> rows.fill(page, rows.page(page).stream().map(byId::get).filter(java.util.Objects::nonNull).toList(), Summary::id));
            if (!wanted.isEmpty()) {
                page();
            }
            filled.set(filled.get() + 1);
        }, problem);
    }
}

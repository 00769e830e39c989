package app.afterbeep.prospects;

import app.afterbeep.db.Sql;
import app.afterbeep.prospects.FacetRules.Group;
import app.afterbeep.prospects.FacetRules.Step;
import app.afterbeep.prospects.FacetRules.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks through all prospects for the Prospects screen: who is found, in which order, how many of each kind. On any one thread, for one moment
/// of the file; at a million prospects some of it takes a second, so not on the database thread.
public final class BrowseStore {
    /// Where the prospect stands, as the table says it.
    private static final String STANDS = """
        CASE WHEN p.status = 'dnc' THEN 'dnc' WHEN p.reachable = 1 THEN p.status
          WHEN EXISTS (SELECT 1 FROM dnc_of WHERE prospect_id = p.id) THEN 'dnc'
          ELSE 'no_number' END""";
    private static final List<String> STATUSES = List.of("active", "resting", "talking", "meeting", "closed", "dnc", FacetRules.NO_NUMBER);
    private static final String STEP_KEY = "p.cadence_id * 10000 + p.step";

    private final Sql sql;

    public BrowseStore(Sql sql) {
        this.sql = sql;
    }

    /// The first ones that the words and facets find, in the order of adding: what is on the screen while [#ids] is still read.
    public long[] first(Filter filter, int limit) {
        boolean words = FindRules.number(filter.query()).isEmpty() && !FoundStore.isBlank(filter.query());
        return numbers("SELECT p.id" + found(filter, FoundStore.first(filter.query(), "?1")) + " ORDER BY " + (words ? "s.id" : "p.id") + " LIMIT " + limit,
            arguments(filter));
    }

    /// All that are found, in order.
    public long[] ids(Filter filter, Order order) {
        if (order.by() == Order.By.ADDED) {
            long[] ids = everybody(filter) ? all() : numbers(from(filter), arguments(filter));
            Arrays.parallelSort(ids);
            return order.descending() ? reversed(ids) : ids;
        }
        return numbers(from(filter) + " ORDER BY " + by(order), arguments(filter));
    }

    private static boolean everybody(Filter filter) {
        return FoundStore.isBlank(filter.query()) && filter.chosen().isEmpty();
    }

    /// By way of the narrowest index there is: the rows themselves are a hundred times as long.
    private long[] all() {
        long[] ids = numbers("SELECT id FROM prospect INDEXED BY prospect_list", new Object[0]);
        Set<Long> merged = Arrays.stream(numbers("SELECT id FROM prospect WHERE merged_into IS NOT NULL", new Object[0])).boxed().collect(Collectors.toSet());
        return merged.isEmpty() ? ids : Arrays.stream(ids).filter(id -> !merged.contains(id)).toArray();
    }

    /// How many prospects there are.
    public long count() {
        return sql.number("SELECT count(*) FROM prospect INDEXED BY prospect_list") - sql.number("SELECT count(*) FROM prospect WHERE merged_into IS NOT NULL");
    }

    private static String by(Order order) {
        String way = order.descending() ? " DESC" : "";
        return switch (order.by()) {
            case ADDED -> "p.id" + way;
            case NAME -> "trim(p.first_name || ' ' || p.last_name) = '', iif(p.first_name || p.last_name = '', p.company,"
                + " trim(p.first_name || ' ' || p.last_name)) COLLATE NOCASE" + way + ", p.id";
            case COMPANY -> "p.company = '', p.company COLLATE NOCASE" + way + ", p.id";
            case LIST -> "(SELECT name FROM list WHERE id = p.list_id) COLLATE NOCASE" + way + ", p.id";
            case NEXT_CALL -> "p.next_call_at IS NULL, p.next_call_at" + way + ", p.id";
            case LAST_CALL -> "p.last_call_at IS NULL, p.last_call_at" + way + ", p.id";
        };
    }

    private static String from(Filter filter) {
        return "SELECT p.id" + found(filter);
    }

    private static String found(Filter filter) {
        return found(filter, FoundStore.ids(filter.query(), "?1"));
    }

    private static String found(Filter filter, String ids) {
        StringBuilder text = new StringBuilder(FoundStore.isBlank(filter.query()) ? " FROM prospect p WHERE p.merged_into IS NULL"
            : FindRules.number(filter.query()).isEmpty() ? " FROM (" + ids + ") s CROSS JOIN prospect p ON p.id = s.id WHERE p.merged_into IS NULL"
            : " FROM (SELECT DISTINCT id FROM (" + ids + ")) s CROSS JOIN prospect p ON p.id = s.id WHERE p.merged_into IS NULL");
        filter.chosen().forEach((facet, values) -> text.append(" AND ").append(switch (facet) {
            case LIST -> "p.list_id IN (SELECT value FROM json_each(?))";
            case STATUS -> values.contains("dnc") || values.contains(FacetRules.NO_NUMBER) ? STANDS + " IN (SELECT value FROM json_each(?))"
                : "p.reachable = 1 AND p.status IN (SELECT value FROM json_each(?))";
            case STEP -> "p.status = 'active' AND iif(p.due = 'fresh', " + (values.contains("1") ? "1" : "0") + ", " + STEP_KEY
                + " IN (SELECT value FROM json_each(?)))";
            case ZONE -> "p.place_id IN (SELECT value FROM json_each(?))";
            case OUTCOME -> "p.last_outcome IN (SELECT value FROM json_each(?))";
        }));
        return text.toString();
    }

    private Object[] arguments(Filter filter) {
        List<Object> arguments = new ArrayList<>();
        if (!FoundStore.isBlank(filter.query())) {
            arguments.add(FoundStore.argument(filter.query()));
        }
        filter.chosen().forEach((facet, values) -> arguments.add(switch (facet) {
            case LIST -> "[" + String.join(",", values) + "]";
            case STATUS, OUTCOME -> values.stream().map(code -> '"' + code + '"').collect(Collectors.joining(",", "[", "]"));
            case STEP -> FacetRules.keys(FacetRules.ordinals(plan()), values).toString();
            case ZONE -> zones().entrySet().stream().filter(place -> values.contains(place.getValue())).map(Map.Entry::getKey).toList().toString();
        }));
        return arguments.toArray();
    }

    private List<Step> plan() {
        return sql.list("SELECT cadence_id, number, state FROM step ORDER BY cadence_id, place, number",
            r -> new Step(r.number("cadence_id"), r.integer("number"), r.text("state").equals("on")));
    }

    private Map<Long, String> zones() {
        Map<Long, String> zones = new HashMap<>();
        sql.each("SELECT id, zones FROM place", r -> zones.put(r.number("id"), r.text("zones").split(",")[0]));
        return zones;
    }

    /// The prospects of one page, in the order of `ids`; who is gone meanwhile is left out.
    public List<Summary> rows(List<Long> ids) {
        Map<Long, Summary> rows = SearchStore.summaries(sql, "WHERE p.id IN (SELECT value FROM json_each(?))", ids.toString())
            .stream().collect(Collectors.toMap(Summary::id, row -> row));
        return ids.stream().map(rows::get).filter(java.util.Objects::nonNull).toList();
    }

    /// How many there are of each kind among those whom the words find.
    public Table table(String query) {
        Map<Long, Integer> ordinals = FacetRules.ordinals(plan());
        Map<Group, Long> counts = new HashMap<>();
        Filter words = Filter.NONE.with(query);
        // List and status in one number: a million rows are sorted by few and short columns.
        sql.each("SELECT p.list_id * 8 + " + stands() + ", iif(p.status = 'active', iif(p.due = 'fresh', -1, " + STEP_KEY
                + "), 0), p.place_id, p.last_outcome, count(*)" + found(words) + " GROUP BY 1, 2, 3, 4",
            r -> counts.merge(new Group(r.longAt(1) / 8, STATUSES.get((int) (r.longAt(1) % 8)), ordinal(r.longAt(2), ordinals), r.longAt(3), r.textAt(4), 0),
                r.longAt(5), Long::sum),
            arguments(words));
        Map<Long, String> lists = new HashMap<>();
        sql.each("SELECT id, name FROM list", r -> lists.put(r.number("id"), r.text("name")));
        return new Table(counts.entrySet().stream().map(e -> new Group(e.getKey().list(), e.getKey().status(), e.getKey().step(), e.getKey().place(),
            e.getKey().outcome(), e.getValue())).toList(), lists, zones());
    }

    private static String stands() {
        StringBuilder number = new StringBuilder("CASE " + STANDS);
        for (int i = 0; i < STATUSES.size(); i++) {
            number.append(" WHEN '").append(STATUSES.get(i)).append("' THEN ").append(i);
        }
        return number.append(" END").toString();
    }

    private static int ordinal(long key, Map<Long, Integer> ordinals) {
        return key == 0 ? 0 : key == -1 ? 1 : ordinals.getOrDefault(key, 1);
    }

    private long[] numbers(String text, Object[] arguments) {
        long[][] found = {new long[256]};
        int[] size = {0};
        sql.each(text, r -> {
            if (size[0] == found[0].length) {
                found[0] = Arrays.copyOf(found[0], size[0] * 2);
            }
            found[0][size[0]++] = r.longAt(1);
        }, arguments);
        return Arrays.copyOf(found[0], size[0]);
    }

    private static long[] reversed(long[] ids) {
        long[] back = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            back[i] = ids[ids.length - 1 - i];
        }
        return back;
    }
}

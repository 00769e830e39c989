package app.afterbeep.faults;

import app.afterbeep.calls.CallLogStore;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.db.Database;
import app.afterbeep.results.ResultsStore;
import app.afterbeep.testkit.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a data file holds, to be compared, and what is wrong with it.
final class Contents {
    private Contents() {}

    /// Every row of every table that is not derived by SQLite itself.
    static Map<String, List<String>> of(Database database) {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : database.sql().list("""
            SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'""", r -> r.text("name"))) {
            List<String> columns = database.sql().list("SELECT name FROM pragma_table_xinfo('" + table + "')", r -> "quote(" + r.text("name") + ")");
            tables.put(table, database.sql().list("SELECT concat_ws('|', " + String.join(", ", columns) + ") FROM " + table + " ORDER BY 1", r -> r.textAt(1)));
        }
        return tables;
    }

    /// What is in the one and not in the other; empty when they hold the same.
    static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> actual) {
        List<String> differences = new ArrayList<>();
        expected.forEach((table, rows) -> {
            List<String> others = actual.getOrDefault(table, List.of());
            rows.stream().filter(row -> !others.contains(row)).forEach(row -> differences.add("lacks " + table + " " + row));
            others.stream().filter(row -> !rows.contains(row)).forEach(row -> differences.add("has " + table + " " + row));
        });
        actual.keySet().stream().filter(table -> !expected.containsKey(table)).forEach(table -> differences.add("has table " + table));
        return differences;
    }

    /// Where the file is unsound, or its caches and summaries say something else than its log.
    static List<String> problems(Desk desk) {
        List<String> problems = new ArrayList<>(desk.database.check());
        CallLogStore log = new CallLogStore(desk.database.sql(), desk.clock);
        problems.addAll(log.wrongHours());
        problems.addAll(log.wrongPromises());
        problems.addAll(new PromiseStore(desk.database.sql(), desk.clock).wrongDays());
        ResultsStore results = new ResultsStore(desk.database.sql(), desk.clock);
        problems.addAll(results.wrongHours());
        problems.addAll(results.wrongSteps());
        return problems;
    }
}

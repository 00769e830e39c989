package app.afterbeep.db;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes whole actions back. While an action runs, temporary triggers note for each row it changes the statement that
/// changes it back, in the same transaction (SQLite's own recipe: https://sqlite.org/undoredo.html). So nothing that an
/// action does can be forgotten here, and it survives a restart.
///
/// An attempt is stamped instead of deleted. An email that has left stops the whole undo, as does any row that has changed
/// since: undo never overwrites what came later.
public final class Undo {
    /// Deeper than a rep goes back in one sitting.
    static final int KEPT = 30;
    /// After a longer pause what is typed is an action of its own: one undo takes back no more than a rep remembers.
    private static final Duration GOES_ON = Duration.ofMinutes(5);

    private static final List<String> TABLES = List.of("prospect", "phone", "promise", "email", "dnc", "dnc_removed", "skip", "attempt_was", "cadence", "step", "series",
        "script", "script_version", "list", "snippet", "rehearsal");
    /// What the log may name stays in the file when its making is taken back, and is only offered no longer: the log itself is never deleted.
    private static final Map<String, String> TAKEN_OUT = Map.of("step", "state = ''removed''", "series", "removed = 1", "script", "removed = 1",
        "script_version", "removed = 1");
    /// A series that an import has brought prospects or calls to meanwhile stays, with its steps and texts: they would be left without any.
    private static final String IN_USE = " AND NOT EXISTS (SELECT 1 FROM prospect WHERE series_id = series.id)"
        + " AND NOT EXISTS (SELECT 1 FROM list WHERE series_id = series.id)"
        + " AND NOT EXISTS (SELECT 1 FROM attempt WHERE series_id = series.id AND undone_at IS NULL)";
    /// Left where it is: nothing shows a cadence that no series has, and a list may have got prospects meanwhile.
    private static final Set<String> NEVER_DELETED = Set.of("cadence", "list");
    /// Not taken back row by row: a note is typed, not clicked; that an email gets no second try has a step of its own, an email that waits again
    /// waits anew, and the latest outcome follows the log by itself.
    private static final Map<String, Set<String>> LEFT_ALONE = Map.of("prospect", Set.of("note", "last_outcome", "last_call_at"), "email", Set.of("recalled", "due_at"),
        "attempt", Set.of("undone_at"));
    /// An email that has left, or may have, stays and stops the undo.
    private static final Set<String> GONE = Set.of("sending", "sent", "unknown");
    private static final Pattern EMAIL_STEP = Pattern.compile("(?:DELETE FROM|UPDATE) email .*?WHERE id = (\\d+)", Pattern.DOTALL);

    /// From so many steps on they are gathered; so many rows in one step.
    private static final int MANY = 100;
    private static final int MOST_ROWS = 5_000;
    /// Undoes a change of where one prospect stands: numbers and codes only, nothing that was typed.
    private static final String ALIKE = "(?:UPDATE (?:prospect|promise) SET id = id(?:, \\w+ = (?:NULL|\\d+|'\\w*'))+|DELETE FROM dnc) WHERE id";
    private static final Pattern ROW = Pattern.compile("(" + ALIKE + ") = (\\d+)((?: AND \\w+ IS (?:NULL|\\d+|'\\w*'))*)");
    private static final Pattern ROWS = Pattern.compile(ALIKE + " IN \\(([\\d,]+)\\)");
    /// A change with such values only, and its values.
    private static final Pattern PLAIN = Pattern.compile(
        "(?:UPDATE \\w+ SET id = id(?:, \\w+ = (?:NULL|\\d{1,18}|'\\w*'))+|DELETE FROM \\w+) WHERE id (?:= \\d{1,18}|IN \\([\\d,]+\\))(?: AND \\w+ (?:=|IS) (?:NULL|\\d{1,18}|'\\w*'))*");
    private static final Pattern VALUE = Pattern.compile("(?<= (?:=|IS) )(?:NULL|\\d+|'\\w*')|(?<= IN )\\([\\d,]+\\)");
    /// Any change of one row, and the columns that it changes.
    private static final Pattern ANY_ROW = Pattern.compile("(?:UPDATE|DELETE FROM) (\\w+)( SET id = id(, .*?)?)? WHERE id = (\\d+)(?: AND .*)?", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile(", (\\w+) = ");

    private final Sql sql;
    private final Clock clock;
    /// The latest action before the program began.
    private final long before;
    /// The steps before the transaction that runs: those are gathered already.
    private long gathered;

    Undo(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.before = sql.number("SELECT max(id) FROM action");
    }

    /// An action that can be, or was, taken back.
    ///
    /// @param label what was done, as the rep knows it: "Left voicemail – Ann Lee"
    public record Action(long id, String label, @Nullable Long prospectId) {}

    void watch() {
        sql.execute("CREATE TEMP TABLE current_action (id INTEGER)");
        TABLES.forEach(this::watch);
        sql.execute("""
            CREATE TEMP TRIGGER undo_attempt_insert AFTER INSERT ON main.attempt
            WHEN (SELECT id FROM current_action) IS NOT NULL
            BEGIN
              INSERT INTO undo_step (action_id, sql) SELECT id, 'UPDATE attempt SET undone_at = ? WHERE id = ' || new.id FROM current_action;
            END""");
        // That an email gets no second try goes with the action that wished it. Whatever has become of the email meanwhile, this can always be taken back.
        sql.execute("""
            CREATE TEMP TRIGGER undo_email_recall AFTER UPDATE OF recalled ON main.email
            WHEN (SELECT id FROM current_action) IS NOT NULL AND new.recalled > old.recalled
            BEGIN
              INSERT INTO undo_step (action_id, sql) SELECT id, 'UPDATE email SET recalled = 0, state = iif(state = ''withdrawn'', ''waiting'', state) WHERE id = '
                || new.id FROM current_action;
            END""");
        // The only update of an attempt that is an action is a correction.
        watchUpdates("attempt", columns("attempt"));
    }

    /// table_info leaves generated columns out, which is what an UPDATE needs.
    private List<String> columns(String table) {
        return sql.list("SELECT name FROM pragma_table_info('" + table + "')", r -> r.text("name"));
    }

    private void watch(String table) {
        List<String> columns = columns(table);
        if (TAKEN_OUT.containsKey(table)) {
            trigger(table, "insert", "", "'UPDATE " + table + " SET " + TAKEN_OUT.get(table) + " WHERE id = ' || new.id"
                + (table.equals("series") ? " || '" + IN_USE + "'" : ""));
        } else if (!NEVER_DELETED.contains(table)) {
            trigger(table, "insert", "", "'DELETE FROM " + table + " WHERE id = ' || new.id"
                + (table.equals("email") ? " || ' AND state NOT IN (''sending'', ''sent'', ''unknown'')'" : ""));
        }
        trigger(table, "delete", "", "'INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (' || "
            + columns.stream().map(c -> "quote(old." + c + ")").collect(Collectors.joining(" || ', ' || ")) + " || ')'");
        watchUpdates(table, columns);
    }

    private void watchUpdates(String table, List<String> columns) {
        List<String> undone = columns.stream().filter(column -> !LEFT_ALONE.getOrDefault(table, Set.of()).contains(column)).toList();
        String changed = undone.stream().map(c -> "old." + c + " IS NOT new." + c).collect(Collectors.joining(" OR ", " AND (", ")"));
        trigger(table, "update", changed, "'UPDATE " + table + " SET id = id' || "
            + undone.stream().map(c -> "iif(old." + c + " IS new." + c + ", '', ', " + c + " = ' || quote(old." + c + "))")
                .collect(Collectors.joining(" || "))
            + " || ' WHERE id = ' || new.id || "
            + (table.equals("email") ? "' AND state = ' || quote(new.state) || " : "")
            + undone.stream().map(c -> "iif(old." + c + " IS new." + c + ", '', ' AND " + c + " IS ' || quote(new." + c + "))")
                .collect(Collectors.joining(" || ")));
    }

    private void trigger(String table, String event, String condition, String inverse) {
        sql.execute("CREATE TEMP TRIGGER undo_" + table + "_" + event + " AFTER " + event + " ON main." + table + """

            WHEN (SELECT id FROM current_action) IS NOT NULL%s
            BEGIN
              INSERT INTO undo_step (action_id, sql) SELECT id, %s FROM current_action;
            END""".formatted(condition, inverse));
    }

    /// Stops the watch, for bulk work that is not undone row by row: saves a look per row.
    void unwatch() {
        sql.list("SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'", r -> r.text("name"))
            .forEach(name -> sql.execute("DROP TRIGGER temp." + name));
        sql.execute("DROP TABLE temp.current_action");
    }

    void begin(String label, @Nullable Long prospectId) {
        begin(label, prospectId, null);
    }

    /// The action goes on when the latest one is about the same and was only just done.
    void goOn(String label, String about) {
        Optional<Long> latest = sql.first("SELECT id FROM action WHERE id = (SELECT max(id) FROM action) AND undone_at IS NULL AND day = ? AND about = ? AND at >= ?",
            r -> r.number("id"), LocalDate.now(clock), about, clock.instant().minus(GOES_ON));
        if (latest.isPresent()) {
            sql.update("UPDATE action SET at = ?, label = ? WHERE id = ?", clock.instant(), label, latest.get());
            goOn(latest.get());
        } else {
            begin(label, null, about);
        }
    }

    /// The next piece of an action that is made in several transactions; false when it was taken back meanwhile.
    boolean resume(long action) {
        if (sql.number("SELECT count(*) FROM action WHERE id = ? AND undone_at IS NULL", action) == 0) {
            return false;
        }
        goOn(action);
        return true;
    }

    /// The action that runs.
    long current() {
        return sql.number("SELECT id FROM current_action");
    }

    /// A step that no trigger writes: the note of a prospect is typed, and only some actions take it back, unless it was typed into since.
    void keepNote(long prospectId, String becomes) {
        sql.update("""
            INSERT INTO undo_step (action_id, sql)
            SELECT current_action.id, 'UPDATE prospect SET note = iif(note = ' || quote(?2) || ', ' || quote(note) || ', note) WHERE id = ' || prospect.id
            FROM current_action, prospect WHERE prospect.id = ?1""", prospectId, becomes);
    }

    private void goOn(long action) {
        sql.update("INSERT INTO current_action VALUES (?)", action);
        gathered = sql.number("SELECT max(id) FROM undo_step");
    }

    private void begin(String label, @Nullable Long prospectId, @Nullable String about) {
        long id = sql.insert("INSERT INTO action (at, day, label, prospect_id, about) VALUES (?, ?, ?, ?, ?)",
            clock.instant(), LocalDate.now(clock), label, prospectId, about);
        goOn(id);
    }

    /// An action that one statement takes back.
    void once(String label, String step) {
        begin(label, null);
        sql.update("INSERT INTO undo_step (action_id, sql) SELECT id, ? FROM current_action", step);
        end();
    }

    /// An action that has changed nothing is none: the next undo takes back what was done before it.
    void end() {
        gather();
        sql.update("DELETE FROM action WHERE id = (SELECT id FROM current_action) AND NOT EXISTS (SELECT 1 FROM undo_step WHERE action_id = action.id)");
        sql.update("DELETE FROM current_action");
        sql.update("DELETE FROM action WHERE id <= (SELECT max(id) FROM action) - ?", KEPT);
    }

    /// Many rows that were changed in the same way are one step: each step is a statement to be prepared, and a list has thousands of prospects.
    private void gather() {
        if (sql.number("SELECT count(*) FROM undo_step WHERE action_id = (SELECT id FROM current_action) AND id > ?", gathered) < MANY) {
            return;
        }
        List<Step> steps = sql.list("SELECT id, sql FROM undo_step WHERE action_id = (SELECT id FROM current_action) AND id > ? ORDER BY id",
            r -> new Step(r.number("id"), r.text("sql")), gathered);
        if (eachOnce(steps)) {
            Map<String, List<Step>> ways = new LinkedHashMap<>();
            steps.stream().filter(step -> !way(step).isEmpty()).forEach(step -> ways.computeIfAbsent(way(step), way -> new ArrayList<>()).add(step));
            ways.values().forEach(this::gather);
            return;
        }
        for (int from = 0, to; from < steps.size(); from = to) {
            String way = way(steps.get(from));
            to = from + 1;
            while (!way.isEmpty() && to < steps.size() && way(steps.get(to)).equals(way)) {
                to++;
            }
            gather(steps.subList(from, to));
        }
    }

    /// Whether no column of a row was changed twice: then it does not matter in which order the rows are changed back.
    private static boolean eachOnce(List<Step> steps) {
        Set<String> seen = new HashSet<>();
        for (Step step : steps) {
            Matcher row = ANY_ROW.matcher(step.sql());
            if (!row.matches()) {
                return false;
            }
            for (Matcher column = COLUMN.matcher(row.group(3) == null ? "" : row.group(3)); column.find(); ) {
                if (!seen.add(row.group(1) + row.group(4) + column.group(1))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// One step for all of these, which are alike.
    private void gather(List<Step> alike) {
        if (alike.size() > MOST_ROWS) {
            gather(alike.subList(0, MOST_ROWS));
            gather(alike.subList(MOST_ROWS, alike.size()));
        } else if (alike.size() > 1) {
            String rows = alike.stream().map(step -> ROW.matcher(step.sql()).replaceFirst("$2")).collect(Collectors.joining(","));
            // What comes off the do-not-call list does so after all else, as it was put there before: it frees whoever is on it.
            Step kept = alike.getFirst().sql().startsWith("DELETE") ? alike.getFirst() : alike.getLast();
            sql.update("UPDATE undo_step SET sql = ? WHERE id = ?", ROW.matcher(kept.sql()).replaceFirst("$1 IN (" + rows + ")$3"), kept.id());
            alike.stream().filter(step -> step.id() != kept.id()).forEach(step -> sql.update("DELETE FROM undo_step WHERE id = ?", step.id()));
        }
    }

    private record Step(long id, String sql) {}

    /// The step without its row; "" for one that can't be gathered.
    private static String way(Step step) {
        Matcher row = ROW.matcher(step.sql());
        return row.matches() ? row.group(1) + row.group(3) : "";
    }

    /// The action that the next undo takes back: the latest that is not undone yet, of today or since the program began, which may be yesterday.
    Optional<Action> next() {
        return sql.first("SELECT id, label, prospect_id FROM action WHERE undone_at IS NULL AND (day = ? OR id > ?) ORDER BY id DESC LIMIT 1",
            r -> new Action(r.number("id"), r.text("label"), r.numberOrNull("prospect_id")), LocalDate.now(clock), before);
    }

    /// Actions that changed this row and nothing else are past: they must not stand between the rep and the undo of what came before them.
    void forget(String table, long id) {
        String step = "UPDATE " + table + " SET % WHERE id = " + id + " AND %";
        sql.update("""
            DELETE FROM action WHERE undone_at IS NULL AND EXISTS (SELECT 1 FROM undo_step WHERE action_id = action.id)
              AND NOT EXISTS (SELECT 1 FROM undo_step WHERE action_id = action.id AND sql NOT LIKE ?)""", step);
    }

    /// Takes `action` back, inside the caller's transaction.
    ///
    /// @param window how long an email that waits again through it does not leave
    /// @throws DbException when something of it has changed since; the caller's transaction must then be rolled back
    void take(Action action, Duration window) {
        List<String> steps = sql.list("SELECT sql FROM undo_step WHERE action_id = ? ORDER BY id DESC", r -> r.text("sql"), action.id());
        for (String step : steps) {
            if (run(step) < rows(step)) {
                throw new DbException(hasLeft(step) ? "The email of “" + action.label() + "” has already left, so it can't be undone."
                    : "“" + action.label() + "” can't be undone: something of it has changed since.", null);
            }
            Matcher email = EMAIL_STEP.matcher(step);
            if (email.lookingAt()) {
                sql.update("UPDATE email SET due_at = max(due_at, ?) WHERE id = ? AND state = 'waiting'", clock.instant().plus(window), Long.parseLong(email.group(1)));
            }
        }
        sql.update("UPDATE action SET undone_at = ? WHERE id = ?", clock.instant(), action.id());
    }

    /// Runs a step and says how many rows it has changed. Of thousands that differ in their values only one statement is prepared: the triggers
    /// on a prospect make that ten times as long as to run it.
    private int run(String step) {
        if (!PLAIN.matcher(step).matches()) {
            return sql.execute(step, clock.instant());
        }
        List<@Nullable Object> values = new ArrayList<>();
        String statement = VALUE.matcher(step).replaceAll(value -> {
            String text = value.group();
            if (text.startsWith("(")) {
                values.add("[" + text.substring(1, text.length() - 1) + "]");
                return "(SELECT value FROM json_each(?))";
            }
            values.add(text.equals("NULL") ? null : text.startsWith("'") ? text.substring(1, text.length() - 1) : (Object) Long.valueOf(text));
            return "?";
        });
        return sql.update(statement, values.toArray());
    }

    /// How many rows a step changes: as many as it names.
    private static long rows(String step) {
        Matcher rows = ROWS.matcher(step);
        return rows.lookingAt() ? rows.group(1).chars().filter(c -> c == ',').count() + 1 : 1;
    }

    private boolean hasLeft(String step) {
        Matcher email = EMAIL_STEP.matcher(step);
        return email.lookingAt() && sql.first("SELECT state FROM email WHERE id = ?", r -> r.text("state"), Long.parseLong(email.group(1)))
            .filter(GONE::contains).isPresent();
    }
}

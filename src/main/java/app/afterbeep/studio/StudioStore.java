package app.afterbeep.studio;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cadences, series and which list uses which, for the Scripts screen. On the database thread.
public final class StudioStore {
    private static final String UNDER_WAY = "status = 'active' AND due <> 'fresh'";

    private final Sql sql;
    private final CadenceStore cadences;
    private final TextStore texts;

    public StudioStore(Sql sql, CadenceStore cadences, Clock clock) {
        this.sql = sql;
        this.cadences = cadences;
        this.texts = new TextStore(sql, clock);
    }

    /// Their texts and snippets.
    TextStore texts() {
        return texts;
    }

    private record Head(long id, String name, boolean starts, long cadenceId, @Nullable Long nextId) {}

    /// How many prospects stand where.
    record Count(long listId, long seriesId, long cadenceId, int step, boolean fresh, int prospects) {}

    /// Every series that is offered, in the order in which they were made, and every list.
    record Overview(List<StudioSeries> series, List<StudioList> lists) {}

    /// Without the prospects: how many stand where is nothing of a series.
    List<StudioSeries> series() {
        return overview(List.of()).series();
    }

    /// @param all what [#counts] gave
    Overview overview(List<Count> all) {
        List<Head> heads = sql.list("SELECT id, name, cadence_id, next_id,"
            + " id = (SELECT id FROM series WHERE NOT removed ORDER BY starts DESC, cadence_id, position LIMIT 1) AS starts FROM series WHERE NOT removed ORDER BY cadence_id, position",
            r -> new Head(r.number("id"), r.text("name"), r.flag("starts"), r.number("cadence_id"), r.numberOrNull("next_id")));
        List<Count> counts = all.stream().filter(count -> !count.fresh()).toList();
        List<StudioList> lists = lists(all);
        Map<Long, List<StudioText>> written = texts.newest();
        Map<Long, Cadence> plans = new HashMap<>();
        List<StudioSeries> found = new ArrayList<>();
        for (Head head : heads) {
            Cadence cadence = plans.computeIfAbsent(head.cadenceId(), cadences::find);
            Map<Integer, Integer> nextSteps = new HashMap<>();
            counts.stream().filter(count -> count.cadenceId() == head.cadenceId())
                .forEach(count -> nextSteps.merge(count.step(), count.prospects(), Integer::sum));
            found.add(new StudioSeries(head.id(), head.name(), head.starts(), cadence, head.nextId(),
                (int) heads.stream().filter(other -> other.cadenceId() == head.cadenceId()).count() - 1,
                written.getOrDefault(head.id(), List.of()), lists.stream().filter(list -> list.seriesId() == head.id()).toList(),
                counts.stream().filter(count -> count.seriesId() == head.id()).mapToInt(Count::prospects).sum(), nextSteps));
        }
        return new Overview(found, lists);
    }

    /// All that is shown of the prospects, in one look at all of them: a second at a million.
    static List<Count> counts(Sql sql) {
        return sql.list("""
            SELECT list_id, series_id, cadence_id, step, due = 'fresh' AS fresh, count(*) AS prospects FROM prospect
            WHERE status = 'active' GROUP BY 1, 2, 3, 4, 5""",
            r -> new Count(r.number("list_id"), r.number("series_id"), r.number("cadence_id"), r.integer("step"), r.flag("fresh"), r.integer("prospects")));
    }

    private List<StudioList> lists(List<Count> counts) {
        return sql.list("SELECT id, name, series_id FROM list ORDER BY name", r -> new StudioList(r.number("id"), r.text("name"), r.number("series_id"),
            counts.stream().filter(count -> count.fresh() && count.listId() == r.number("id")).mapToInt(Count::prospects).sum()));
    }

    Cadence cadence(long cadenceId) {
        return cadences.find(cadenceId);
    }

    /// Makes `plan` the steps of the cadence; steps that the file does not have yet are added.
    void savePlan(long cadenceId, List<Step> plan) {
        List<Step> before = cadences.find(cadenceId).plan();
        for (int place = 1; place <= plan.size(); place++) {
            Step step = plan.get(place - 1);
            if (before.stream().anyMatch(old -> old.number() == step.number())) {
                sql.update("""
                    UPDATE step SET place = ?3, kind = ?4, wait_days = ?5, state = ?6
                    WHERE cadence_id = ?1 AND number = ?2 AND (place, kind, wait_days, state) <> (?3, ?4, ?5, ?6)""",
                    cadenceId, step.number(), place, step.kind(), step.waitDays(), step.state());
            } else {
                addStep(cadenceId, step, place);
            }
        }
    }

    private void addStep(long cadenceId, Step step, int place) {
        sql.update("INSERT INTO step (cadence_id, number, place, kind, wait_days, state) VALUES (?, ?, ?, ?, ?, ?)", cadenceId, step.number(), place, step.kind(),
            step.waitDays(), step.state());
    }

    /// Whoever has step `from` next has `to` next.
    void shift(long cadenceId, int from, int to) {
        sql.update("UPDATE prospect SET step = ? WHERE cadence_id = ? AND step = ? AND " + UNDER_WAY, to, cadenceId, from);
    }

    void saveRest(long cadenceId, int from, int to) {
        sql.update("UPDATE cadence SET rest_from_days = ?, rest_to_days = ? WHERE id = ?", from, to, cadenceId);
    }

    /// A cadence with these steps; one that the file has already under this name gets a number behind it.
    long addCadence(String name, List<Step> plan, int restFrom, int restTo) {
        long id = sql.insert("INSERT INTO cadence (name, rest_from_days, rest_to_days) VALUES (?, ?, ?)", free(name, "SELECT count(*) FROM cadence WHERE name = ?"),
            restFrom, restTo);
        for (int place = 1; place <= plan.size(); place++) {
            addStep(id, plan.get(place - 1), place);
        }
        return id;
    }

    long addSeries(long cadenceId, String name) {
        return sql.insert("INSERT INTO series (cadence_id, position, name) VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM series WHERE cadence_id = ?1), ?2)",
            cadenceId, freeName(name));
    }

    /// The name, with a number behind it when a series has it already.
    String freeName(String name) {
        return free(name, "SELECT count(*) FROM series WHERE name = ? COLLATE NOCASE AND NOT removed");
    }

    private String free(String name, String taken) {
        String free = name;
        for (int number = 2; sql.number(taken, free) > 0; number++) {
            free = name + " " + number;
        }
        return free;
    }

    void rename(long seriesId, String name) {
        sql.update("UPDATE series SET name = ? WHERE id = ?", name, seriesId);
    }

    void saveNext(long seriesId, @Nullable Long nextId) {
        sql.update("UPDATE series SET next_id = ? WHERE id = ?", nextId, seriesId);
    }

    /// No longer offers the series: lists, prospects who have not begun it and series that are followed by it take `instead`. So do those under
    /// way in it after their rest when nothing else follows it: one that is removed is never begun again.
    void removeSeries(long seriesId, long instead) {
        sql.update("UPDATE series SET removed = 1 WHERE id = ?", seriesId);
        sql.update("UPDATE series SET next_id = NULL WHERE id = ? AND next_id = ?", instead, seriesId);
        sql.update("UPDATE series SET next_id = ? WHERE next_id = ? OR removed AND next_id IS NULL", instead, seriesId);
        sql.list("SELECT id FROM list WHERE series_id = ?", r -> r.number("id"), seriesId).forEach(list -> saveListSeries(list, instead));
        sql.update("""
            UPDATE prospect SET series_id = ?1, cadence_id = (SELECT cadence_id FROM series WHERE id = ?1), step = ?2
            WHERE series_id = ?3 AND (status = 'resting' OR status = 'active' AND due = 'fresh')""", instead, cadences.round(instead).step(), seriesId);
    }

    /// Prospects of the list who have not been called yet begin with this series; whoever has, stays in theirs.
    void saveListSeries(long listId, long seriesId) {
        sql.update("UPDATE list SET series_id = ?1, cadence_id = (SELECT cadence_id FROM series WHERE id = ?1) WHERE id = ?2", seriesId, listId);
        sql.update("""
            UPDATE prospect SET series_id = ?1, cadence_id = (SELECT cadence_id FROM series WHERE id = ?1), step = ?2
            WHERE list_id = ?3 AND status = 'active' AND due = 'fresh'""", seriesId, cadences.round(seriesId).step(), listId);
    }

    /// New lists begin with this series.
    void startWith(long seriesId) {
        sql.update("UPDATE series SET starts = (id = ?1) WHERE starts <> (id = ?1)", seriesId);
    }

    /// The other series that go through the same steps, this one too.
    List<Long> sharing(long cadenceId) {
        return sql.list("SELECT id FROM series WHERE cadence_id = ? AND NOT removed ORDER BY position", r -> r.number("id"), cadenceId);
    }

    /// Whether the series is offered under this name by another one.
    boolean nameTaken(String name, long except) {
        return sql.number("SELECT count(*) FROM series WHERE name = ? COLLATE NOCASE AND id <> ? AND NOT removed", name, except) > 0;
    }
}

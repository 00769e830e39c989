package app.afterbeep.bench;

import app.afterbeep.db.Sql;
import app.afterbeep.testkit.Desk;
import java.util.List;

/// Millions of attempts at once: the triggers that count them are put aside, and what they keep is worked out at the end.
final class Bulk {
    private static final List<String> SUMMARIES = List.of(
        "DELETE FROM hourly", "DELETE FROM hour_day", "DELETE FROM step_day", "DELETE FROM promise_day", "DELETE FROM promise_made",
        """
        INSERT INTO hourly SELECT day, there_weekday, there_hour, direction, outcome, count(*), sum(coalesce(message_seconds, 0))
        FROM attempt WHERE undone_at IS NULL GROUP BY 1, 2, 3, 4, 5""",
        """
        INSERT INTO hour_day SELECT day, there_weekday, there_hour, sum(placed), sum(placed AND outcome = 'left_voicemail'), sum(placed AND connect),
          sum(placed AND outcome IN ('conversation', 'meeting_booked')), sum(placed AND outcome = 'meeting_booked'), sum(NOT placed),
          sum(NOT placed AND connect)
        FROM (SELECT *, direction = 'outbound' AS placed FROM attempt WHERE undone_at IS NULL) GROUP BY 1, 2, 3""",
        """
        INSERT INTO step_day SELECT day, series_id, step, coalesce(script_version_id, 0), outcome = 'left_voicemail', count(*), sum(connect),
          count(next), coalesce(sum(next), 0)
        FROM (SELECT *, lead(connect) OVER (PARTITION BY prospect_id ORDER BY at, id) AS next FROM attempt WHERE undone_at IS NULL)
        WHERE direction = 'outbound' GROUP BY 1, 2, 3, 4, 5""",
        "INSERT INTO promise_day SELECT day, kind, state, count(*) FROM promise GROUP BY 1, 2, 3",
        """
        INSERT INTO promise_made SELECT a.day, count(*) FROM promise p JOIN attempt a ON a.id = p.attempt_id
        WHERE p.kind = 'promise' AND p.moved_from IS NULL AND a.undone_at IS NULL GROUP BY a.day""",
        """
        UPDATE prospect SET last_outcome = (SELECT outcome FROM attempt WHERE prospect_id = prospect.id AND undone_at IS NULL
          ORDER BY at DESC, attempt.id DESC LIMIT 1) WHERE id IN (SELECT prospect_id FROM attempt)""");

    private Bulk() {}

    static void settle(Desk desk, Runnable work) {
        desk.database.bulk(() -> {
            Sql sql = desk.database.sql();
            record Trigger(String name, String text) {}
            List<Trigger> triggers = sql.list("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('attempt', 'promise', 'hourly')",
                r -> new Trigger(r.text("name"), r.text("sql")));
            triggers.forEach(trigger -> sql.update("DROP TRIGGER " + trigger.name()));
            work.run();
            SUMMARIES.forEach(sql::update);
            triggers.forEach(trigger -> sql.update(trigger.text()));
            return true;
        });
    }
}

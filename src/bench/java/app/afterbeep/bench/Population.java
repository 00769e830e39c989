package app.afterbeep.bench;

import app.afterbeep.db.Sql;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.testkit.Desk;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Prospects made of their number alone, the same at every run: 70 % fresh, 20 % with a step due within a month before or
/// after now, 5 % promised (twenty a day, from five days ago on, as far ahead as that takes), the rest resting or closed. Those
/// who are not fresh have a history. Nobody used the timer: the queries that look for a few timed messages find none.
final class Population {
    /// Forty places whose zones are those of the Americas: none is open at three in the morning in New York.
    private static final List<String> ZONES = List.of(
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix", "America/Anchorage",
        "Pacific/Honolulu", "America/Detroit", "America/Boise", "America/Indiana/Indianapolis", "America/Kentucky/Louisville",
        "America/Toronto", "America/Vancouver", "America/Winnipeg", "America/Edmonton", "America/Halifax", "America/Regina",
        "America/St_Johns", "America/Mexico_City", "America/Tijuana", "America/Bogota", "America/Lima", "America/Panama",
        "America/Jamaica", "America/Puerto_Rico", "America/Santo_Domingo", "America/Caracas", "America/La_Paz", "America/Guatemala",
        "America/Costa_Rica");
    static final int SEED = 20_261_122;
    private static final int PLACES = 40;
    private static final int[] AREAS = {212, 312, 303, 213, 602, 617, 404, 305, 713, 206, 503, 702, 801, 615, 504, 816, 414, 313, 216, 412};
    /// Numbers from 1 on, each with another that looks like chance (Knuth's multiplier, and a seed).
    private static final String PICKED = """
        WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1),
          picked AS (SELECT n, (n * 2654435761 + %d) >> 7 AS chance FROM number)
        """.formatted(SEED);

    private Population() {}

    static void settle(Desk desk, int size) {
        new SettingsStore(desk.database).save(Map.of(Setting.MY_NAME, "Dana Reyes", Setting.MY_COMPANY, "Northline", Setting.MY_PROBLEM,
            "trucks waiting at the dock", Setting.MY_RESULT, "turned trucks around eleven minutes faster"));
        Bulk.settle(desk, () -> people(desk, size));
        desk.prospects.search().index(1, size);
    }

    private static void people(Desk desk, int size) {
        Sql sql = desk.database.sql();
        for (int i = 0; i < PLACES; i++) {
            String zone = ZONES.get(i % ZONES.size());
            // The last ten are numbers that could be in either of two zones.
            sql.update("INSERT INTO place (country, zones) VALUES ('US', ?)", i < ZONES.size() ? zone : zone + ",America/Cancun");
        }
        sql.update(PICKED + """
            INSERT INTO prospect (id, list_id, first_name, last_name, title, company, email, place_id, place_source, status, cadence_id,
              series_id, step, due, next_call_at, created_at)
            SELECT n, ?2, 'First' || (n % 997), 'Last' || (n % 49999), 'Director', 'Company ' || (n % 99991), 'p' || n || '@example.com',
              1 + chance / 7919 % 40, 'number', iif(lane < 95, 'active', iif(lane < 98, 'resting', 'closed')), ?3, ?4,
              iif(lane < 70, 1, 1 + chance / 100 % 5), iif(lane < 70, 'fresh', iif(lane BETWEEN 90 AND 94, 'promise', 'step')),
              CASE
                WHEN lane < 70 THEN 0
                WHEN lane < 90 THEN ?5 + (chance / 1000 % 60 - 30) * 86400000 + chance % 86400000
                WHEN lane < 95 THEN ?5 - 5 * 86400000 + n * 216000 / 900000 * 900000
                WHEN lane < 98 THEN ?5 + (30 + chance % 90) * 86400000
              END, ?5
            FROM (SELECT n, chance, chance % 100 AS lane FROM picked)""",
            size, desk.prospects.list("Generated", desk.start.seriesId()), desk.start.cadenceId(), desk.start.seriesId(),
            desk.clock.instant());
        sql.update("INSERT INTO phone (prospect_id, rank, e164) SELECT id, 1, '+1212' || (1000000 + id) FROM prospect");
        sql.update("""
            INSERT INTO attempt (prospect_id, list_id, direction, outcome, at, day, there_weekday, there_hour, phone, cadence_id,
              series_id, step, lane)
            SELECT id, list_id, 'outbound', iif(step % 2, 'left_voicemail', 'no_answer'), at, date(at / 1000, 'unixepoch'),
              1 + id % 5, 9 + id % 8, '+1212' || (1000000 + id), cadence_id, series_id, step, 0
            FROM (
              SELECT p.id, list_id, cadence_id, series_id, value AS step, created_at - (95 - value * 20 + p.id % 14) * 86400000 AS at
              FROM prospect p, json_each('[1, 2, 3, 4]') WHERE due <> 'fresh')""");
        sql.update("""
            INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at)
            SELECT id, (SELECT max(id) FROM attempt WHERE prospect_id = p.id), 'promise', next_call_at, 'America/New_York',
              next_call_at + 43200000
            FROM prospect p WHERE due = 'promise'""");
        sql.update("""
            INSERT INTO email (prospect_id, attempt_id, to_address, subject, body, state, queued_at, due_at)
            SELECT a.prospect_id, a.id, p.email, 'A question', 'Hello', 'sent', a.at, a.at
            FROM attempt a JOIN prospect p ON p.id = a.prospect_id WHERE outcome = 'left_voicemail'""");
    }

    /// A list as another system writes it: a column that nobody needs, numbers in three notations, one row in fifty twice.
    static void list(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("first_name,last_name,title,company,phone,email,city,state,zip,source\r\n");
            for (int i = 0; i < rows; i++) {
                int n = i % 50 == 49 ? i - 1 : i;
                // Area codes and exchanges from 200 on, as they are given out.
                int area = AREAS[n % AREAS.length];
                int exchange = 200 + n / AREAS.length / 10_000 % 700;
                String line = "%04d".formatted(n / AREAS.length % 10_000);
                String phone = switch (n % 3) {
                    case 0 -> "(" + area + ") " + exchange + "-" + line;
                    case 1 -> "+1" + area + exchange + line;
                    default -> area + "." + exchange + "." + line;
                };
                out.write("First%d,Last%d,Director,Company %d,%s,q%d@example.com,Springfield,,,web\r\n".formatted(n % 997, n % 49_999, n % 99_991, phone, n));
            }
        }
    }
}

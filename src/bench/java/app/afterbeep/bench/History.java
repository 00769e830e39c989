package app.afterbeep.bench;

import app.afterbeep.db.Sql;
import app.afterbeep.testkit.Desk;

/// A log over two years: every hour of the working day, every outcome and step, in the order of time; five attempts for each prospect.
final class History {
    private History() {}

    static void settle(Desk desk, int attempts) {
        int people = attempts / 5;
        Bulk.settle(desk, () -> {
            Sql sql = desk.database.sql();
            sql.update("INSERT INTO place (country, zones) VALUES ('US', 'America/New_York')");
            sql.update("""
                INSERT INTO prospect (id, list_id, first_name, last_name, title, company, email, place_id, place_source, cadence_id, series_id, created_at)
                WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
                SELECT n, ?, 'First' || (n % 997), 'Last' || (n % 49999), 'Director', 'Company ' || (n % 99991), 'p' || n || '@example.com', 1, 'number', ?, ?, 0
                FROM number""", people, desk.prospects.list("Generated", desk.start.seriesId()), desk.start.cadenceId(), desk.start.seriesId());
            sql.update("INSERT INTO phone (prospect_id, rank, e164) SELECT id, 1, '+1212' || (1000000 + id) FROM prospect");
            attempts(sql, "SELECT n, (n * 2654435761 + ?4) >> 7 AS chance FROM number", Population.SEED, attempts);
            sql.update("""
                INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, state, day)
                SELECT prospect_id, id, 'promise', at + 86400000, 'America/New_York', at + 120000000,
                  CASE WHEN id % 100 = 0 THEN 'open' WHEN id % 10 = 1 THEN 'missed' WHEN id % 10 = 2 THEN 'moved' WHEN id % 10 = 3 THEN 'late' ELSE 'kept' END,
                  date(at / 1000 + 86400, 'unixepoch')
                FROM attempt WHERE outcome = 'left_voicemail'""");
        });
    }

    /// One attempt for each number of `picked`.
    static int attempts(Sql sql, String picked, int chance, int size) {
        return sql.update("""
            INSERT INTO attempt (prospect_id, list_id, direction, outcome, at, day, there_weekday, there_hour, phone, cadence_id, series_id, step,
              script_version_id)
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?1), picked AS (%s)
            SELECT 1 + chance %% ?2, 1, iif(chance / 31 %% 90, 'outbound', 'inbound'),
              CASE chance / 7 %% 20 WHEN 0 THEN 'conversation' WHEN 1 THEN 'meeting_booked' WHEN 2 THEN 'not_interested' WHEN 3 THEN 'callback_requested'
                WHEN 4 THEN 'gatekeeper' WHEN 5 THEN 'busy' WHEN 6 THEN 'wrong_number' WHEN 7 THEN 'do_not_call'
                ELSE iif(chance / 7 %% 2, 'left_voicemail', 'no_answer') END,
              1732536000000 + n * 63072000000 / ?3, date(1732536000 + n * 63072000 / ?3, 'unixepoch'), 1 + n * 730 / ?3 %% 7, 8 + chance / 11 %% 12, '', 1, 1,
              1 + chance / 13 %% 5, NULL
            FROM picked""".formatted(picked), size, size / 5, size, chance);
    }
}

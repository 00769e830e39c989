package app.afterbeep.bench;

import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.db.Sql;
import app.afterbeep.results.ResultsService;
import app.afterbeep.results.ResultsStore;
import app.afterbeep.review.ReviewService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Measures the results page, and Review over two years, for logs of several sizes, beside the same figures grouped from the log, and what
/// the summaries cost an attempt that is logged. Sizes are the arguments.
public final class ResultsBench {
    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int READS = 40;
    private static final int LOGGED = 2_000;
    private static final String NOW = "2026-11-24T12:00:00-05:00[America/New_York]";
    /// All that the page shows: figures, the map of hours, and what the next attempt became.
    private static final String LOG = """
        SELECT day, there_weekday, there_hour, direction, outcome, series_id, step, script_version_id, count(*), sum(connect), sum(next)
        FROM (SELECT *, lead(connect) OVER (PARTITION BY prospect_id ORDER BY at, id) AS next FROM attempt WHERE undone_at IS NULL)
        WHERE day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4, 5, 6, 7, 8""";

    private ResultsBench() {}

    public static void main(String[] args) throws IOException {
        List<Integer> sizes = args.length == 0 ? SIZES : Arrays.stream(args).map(Integer::valueOf).toList();
        System.out.println("p50 / p99 in ms");
        System.out.println("attempts | 30 days         | 2 years          | ledger, 30 days | Review, 2 years | GROUP BY over the log | one attempt, its triggers | without those of Results");
        for (int size : sizes) {
            Path folder = Files.createTempDirectory("afterbeep-bench");
            try (Desk desk = new Desk(folder, new MovableClock(NOW))) {
                settle(desk, size);
                System.out.println(measure(desk, size));
            }
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private static String measure(Desk desk, int size) {
        LocalDate today = LocalDate.now(desk.clock);
        Days month = Days.last(30, today);
        Days years = Days.last(730, today);
        ResultsService results = new ResultsService(new ResultsStore(desk.database.sql(), desk.clock));
        Samples short30 = new Samples();
        Samples two = new Samples();
        Samples ledger = new Samples();
        Samples reviewed = new Samples();
        ReviewService review = new ReviewService(new CallLogStore(desk.database.sql(), desk.clock), desk.attempts, desk.prospects, desk.clock);
        Samples log = new Samples();
        for (int i = 0; i < READS; i++) {
            // The first ones are not counted: the program has run before the rep opens the page.
            Samples to = i < READS / 4 ? new Samples() : short30;
            to.time(() -> results.read(month));
            (i < READS / 4 ? new Samples() : two).time(() -> results.read(years));
            (i < READS / 4 ? new Samples() : ledger).time(() -> results.ledger(month, false, ""));
            (i < READS / 4 ? new Samples() : reviewed).time(() -> review.read(LogFilter.between(years.from(), years.to())));
        }
        int[] rows = {0};
        for (int i = 0; i < 3; i++) {
            log.time(() -> {
                desk.database.sql().each(LOG, r -> rows[0]++, years.from(), years.to());
                return rows;
            });
        }
        Samples with = insert(desk, size);
        List.of("step_day_counts", "hour_day_counts", "hour_day_recounts").forEach(name -> desk.database.sql().update("DROP TRIGGER " + name));
        return "%8d | %15s | %16s | %15s | %15s | %21s | %25s | %s".formatted(size, short30, two, ledger, reviewed, log, with, insert(desk, size));
    }

    /// Inserts attempts of their own without a commit each, so that what the triggers cost is not lost in the disk's time.
    private static Samples insert(Desk desk, int size) {
        Samples samples = new Samples();
        desk.database.transaction(() -> {
            for (int i = 0; i < LOGGED; i++) {
                int n = i;
                samples.time(() -> attempts(desk.database.sql(), "SELECT ?1 AS n, ?4 AS chance", n * 7919, size));
            }
            return true;
        });
        return samples;
    }

    private static void settle(Desk desk, int size) {
        desk.database.bulk(() -> {
            Sql sql = desk.database.sql();
            sql.update("INSERT INTO place (country, zones) VALUES ('US', 'America/New_York')");
            sql.update("""
                INSERT INTO prospect (id, list_id, first_name, last_name, place_id, place_source, cadence_id, series_id, created_at)
                WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
                SELECT n, ?, 'First' || n % 997, 'Last' || n % 49999, 1, 'number', ?, ?, 0 FROM number""",
                size / 5, desk.prospects.list("Generated", desk.start.seriesId()), desk.start.cadenceId(), desk.start.seriesId());
            attempts(sql, "SELECT n, (n * 2654435761 + ?4) >> 7 AS chance FROM number", 20_261_122, size);
            return sql.update("""
                INSERT INTO promise (prospect_id, attempt_id, kind, at, zone, day_ends_at, state, day)
                SELECT prospect_id, id, 'promise', at + 86400000, 'America/New_York', at + 120000000,
                  CASE WHEN id % 100 = 0 THEN 'open' WHEN id % 10 = 1 THEN 'missed' WHEN id % 10 = 2 THEN 'moved' WHEN id % 10 = 3 THEN 'late' ELSE 'kept' END,
                  date(at / 1000 + 86400, 'unixepoch')
                FROM attempt WHERE outcome = 'left_voicemail'""");
        });
    }

    /// One attempt for each number, in the order of time over two years: every hour of the working day, every outcome and step.
    private static int attempts(Sql sql, String picked, int chance, int size) {
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

package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.results.ResultsService;
import app.afterbeep.results.ResultsStore;
import app.afterbeep.review.ReviewService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;

/// The results page and Review over a log of two years, beside the same figures grouped from the log, and what the summaries cost an attempt.
final class ResultsBench implements Benchmark {
    private static final int READS = 300;
    private static final int SLOW_READS = 10;
    private static final int LOGGED = 2_000;
    /// All that the page shows: figures, the map of hours, and what the next attempt became.
    private static final String LOG = """
        SELECT day, there_weekday, there_hour, direction, outcome, series_id, step, script_version_id, count(*), sum(connect), sum(next)
        FROM (SELECT *, lead(connect) OVER (PARTITION BY prospect_id ORDER BY at, id) AS next FROM attempt WHERE undone_at IS NULL)
        WHERE day BETWEEN ? AND ? GROUP BY 1, 2, 3, 4, 5, 6, 7, 8""";

    @Override
    public void run(Ground ground, Table table) throws IOException {
        Path folder = ground.log();
        int size = ground.attempts();
        try (Desk desk = new Desk(folder, new MovableClock(Ground.NOON))) {
            LocalDate today = LocalDate.now(desk.clock);
            Days month = Days.last(30, today);
            Days years = Days.last(730, today);
            ResultsService results = new ResultsService(new ResultsStore(desk.database.sql(), desk.clock));
            ReviewService review = new ReviewService(desk.database, desk.attempts, desk.prospects, desk.clock);
            int[] rows = {0};
            Samples grouped = new Samples();
            grouped.time(() -> {
                desk.database.sql().each(LOG, r -> rows[0]++, years.from(), years.to());
                return rows;
            });
            Samples read = reads(ground.times(READS), () -> results.read(month));
            table.row("results page, 30 days", size, read, Peer.of("GROUP BY", read, grouped), new Target("p99 <= 5 ms", read.millis(0.99) <= 5));
            read = reads(ground.times(READS), () -> results.read(years));
            table.row("results page, 2 years", size, read, Peer.of("GROUP BY", read, grouped), new Target("p99 <= 50 ms", read.millis(0.99) <= 50));
            table.row("  the promises behind it, 30 days", size, reads(ground.times(READS) / 10, () -> results.ledger(month, false, "")), Peer.NONE, Target.NONE);
            table.row("review, 2 years", size, reads(ground.times(READS) / 10, () -> review.read(LogFilter.between(years.from(), years.to()))), Peer.NONE, Target.NONE);
            table.row("review, 2 years, of one list", size,
                reads(ground.times(SLOW_READS), () -> review.read(new LogFilter(years.from(), years.to(), Set.of(), "Generated", ""))), Peer.NONE, Target.NONE);
            table.row("review, 2 years, with a text", size,
                reads(ground.times(SLOW_READS), () -> review.read(new LogFilter(years.from(), years.to(), Set.of(), "", "last499"))), Peer.NONE, Target.NONE);
            Samples with = insert(desk, size);
            for (String trigger : new String[] {"step_day_counts", "hour_day_counts", "hour_day_recounts"}) {
                desk.database.sql().update("DROP TRIGGER " + trigger);
            }
            table.row("an attempt with the triggers of Results", size, with, Peer.of("without them", with, insert(desk, size)), Target.NONE);
        }
        OwnerOnly.remove(folder);
    }

    /// The first ones are not counted: the program has run before the rep opens the page.
    private static <T> Samples reads(int times, Supplier<T> read) {
        Samples samples = new Samples();
        for (int i = -times / 4; i < times; i++) {
            (i < 0 ? new Samples() : samples).time(read);
        }
        return samples;
    }

    /// Inserts attempts of their own without a commit each, so that what the triggers cost is not lost in the disk's time.
    private static Samples insert(Desk desk, int size) {
        Samples samples = new Samples();
        desk.database.transaction(() -> {
            for (int i = 0; i < LOGGED; i++) {
                int n = i;
                samples.time(() -> History.attempts(desk.database.sql(), "SELECT ?1 AS n, ?4 AS chance", n * 7919, size));
            }
            return true;
        });
        return samples;
    }
}

package app.afterbeep.bench;

import java.io.IOException;
import java.util.List;

/// All benchmarks on generated data, beside what the machine can do at best, in one table. What counts are the ratios: other work on the machine
/// slows both sides.
///
/// The first argument is how many prospects the largest file has (a million unless said otherwise; the log has five attempts for each), `keep`
/// as the second leaves the generated files for the next run, and a third names the one benchmark to run.
public final class Bench {
    private static final int MOST = 1_000_000;
    private static final List<Benchmark> ALL = List.of(new ClickBench(), new WindowBench(), new ImportBench(), new ExportBench(), new SearchBench(),
        new ResultsBench(), new ScreensBench(), new BackupBench(), new EraseBench());

    private Bench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int most = args.length > 0 ? Integer.parseInt(args[0].replace("_", "")) : MOST;
        boolean keep = args.length > 1 && args[1].equals("keep");
        String only = args.length > 2 ? args[2] : "";
        try (Ground ground = new Ground(most, keep)) {
            Table table = new Table();
            for (Benchmark benchmark : ALL) {
                if (benchmark.getClass().getSimpleName().startsWith(only)) {
                    benchmark.run(ground, table);
                }
            }
        }
    }
}

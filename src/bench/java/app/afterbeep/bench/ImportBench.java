package app.afterbeep.bench;

import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.transfer.ImportOptions;
import app.afterbeep.transfer.ImportReport;
import app.afterbeep.transfer.ImportService;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Measures an import of a list that is generated (first argument: how many rows): at once as the command line does it, in pieces as the window
/// does it, and in pieces with a click every 50 ms beside it; before it the sqlite3 command line on the same list, where there is one.
public final class ImportBench {
    private static final String NOON = "2026-11-24T12:00:00-05:00[America/New_York]";
    private static final List<String> AREAS = List.of("205", "212", "213", "214", "303", "305", "312", "404", "415", "504", "602", "612", "617", "702", "801", "919");
    private static final List<String> FIRST = List.of("Ann", "Bob", "Cara", "Dan", "Eve", "Finn", "Gail", "Hugo", "Iris", "Jack", "Kim", "Leo", "Mia", "Ned");
    private static final List<String> LAST = List.of("Lee", "Ortiz", "Novak", "Smith", "Jones", "Brown", "Garcia", "Miller", "Davis", "Wilson", "Moore");
    private static final List<String> COMPANIES = List.of("Halden Cold Storage", "Northline Freight", "Acme Tools", "Blue River Foods", "Cedar Dental");
    private static final int CLICKERS = 600;

    private ImportBench() {}

    public static void main(String[] args) throws Exception {
        int rows = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("afterbeep-bench");
        Path list = generate(folder.resolve("list.csv"), rows);
        System.out.printf(Locale.ROOT, "sqlite3 .import, dedupe, 3 indexes: %s s%n", seconds(() -> sqlite(folder, list)));
        for (String way : List.of("at once", "in pieces", "in pieces, with clicks")) {
            Path data = Files.createTempDirectory(folder, "data");
            run(data, list, way);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static void run(Path data, Path list, String way) throws Exception {
        Background background = Background.threads();
        Desk desk = background.opening(() -> new Desk(data, new MovableClock(NOON))).get();
        ImportService importer = background.opening(() -> new ImportService(desk.database, desk.prospects, desk.cadences, desk.clock, () -> desk.settings)).get();
        boolean clicking = way.endsWith("clicks");
        background.inTurn(() -> {
            for (int i = 0; clicking && i < CLICKERS; i++) {
                desk.add("Prospect P" + i, "+1646%07d".formatted(2_000_000 + i));
            }
            desk.database.checkpoint();
            return true;
        });
        AtomicReference<String> done = new AtomicReference<>("");
        long start = System.nanoTime();
        Background.beside("import", () -> done.set(imported(way, importer, list, background)));
        Samples clicks = new Samples();
        int clicked = 0;
        while (done.get().isEmpty()) {
            Thread.sleep(Duration.ofMillis(50));
            if (clicking && clicked < CLICKERS) {
                clicks.time(() -> click(background, desk));
                clicked++;
            }
        }
        System.out.printf(Locale.ROOT, "%-24s %6.1f s  %s%s%n", way, (System.nanoTime() - start) / 1e9, done.get(),
            clicking ? "; clicks p50 / p99 in ms: " + clicks + " of " + clicked + ", logged " + background.inTurn(() -> desk.number("SELECT count(*) FROM attempt")) : "");
        background.inTurn(() -> {
            desk.close();
            return true;
        });
        background.close();
    }

    private static Object click(Background background, Desk desk) {
        try {
            return background.inTurn(() -> desk.log(desk.next(), Outcome.NO_ANSWER));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String imported(String way, ImportService importer, Path list, Background background) {
        try {
            ImportReport report = way.equals("at once") ? background.inTurn(() -> importer.importFile(list, ImportOptions.none()))
                : importer.importBeside(list, ImportOptions.none(), Progress.unwatched(), background);
            return report.counts();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static String seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return "%.1f".formatted((System.nanoTime() - start) / 1e9);
    }

    private static int sqlite(Path folder, Path list) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sqlite3", folder.resolve("peer.db").toString()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (PrintWriter in = new PrintWriter(process.outputWriter())) {
            in.println("PRAGMA journal_mode=WAL;\n.mode csv\n.import " + list + " raw");
            in.println("CREATE TABLE p AS SELECT * FROM raw WHERE rowid IN (SELECT min(rowid) FROM raw GROUP BY Phone, \"First Name\", \"Last Name\");");
            in.println("CREATE INDEX a ON p(Phone); CREATE INDEX b ON p(Email); CREATE INDEX c ON p(State);");
        }
        return process.waitFor();
    }

    /// The same list each time: every hundredth row repeats an earlier one.
    private static Path generate(Path file, int rows) throws IOException {
        Random random = new Random(20261124);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("First Name,Last Name,Company,Title,Phone,Email,City,State,Zip,Industry");
            String kept = "";
            for (int i = 0; i < rows; i++) {
                String first = FIRST.get(random.nextInt(FIRST.size()));
                String last = LAST.get(random.nextInt(LAST.size())) + i % 977;
                String row = "%s,%s,\"%s %d\",Director,(%s) %d-%04d,%s.%s%d@example.com,Town%d,NY,%d,Industry %d".formatted(first, last,
                    COMPANIES.get(random.nextInt(COMPANIES.size())), i % 5003, AREAS.get(random.nextInt(AREAS.size())), 200 + random.nextInt(800),
                    random.nextInt(10_000), first.toLowerCase(Locale.ROOT), last.toLowerCase(Locale.ROOT), i, i % 997, 10_000 + random.nextInt(89_999), i % 37);
                kept = i % 100 == 50 ? row : kept;
                out.println(i % 100 == 99 ? kept : row);
            }
        }
        return file;
    }
}

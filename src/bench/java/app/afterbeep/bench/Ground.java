package app.afterbeep.bench;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// What all benchmarks stand on: generated files of several sizes, each made once and copied for whoever writes into it. They lie in the
/// temporary folder under the size, the seed and the schema that they were made with, and are removed at the end unless they are kept.
final class Ground implements AutoCloseable {
    static final String NIGHT = "2026-11-24T03:00:00-05:00[America/New_York]";
    static final String NOON = "2026-11-24T12:00:00-05:00[America/New_York]";
    static final String DATA = "afterbeep.db";
    /// Attempts for each prospect.
    private static final int ATTEMPTS = 5;
    private static final int LEAST = 1_000;
    private static final int LONG = 100_000;

    private final int most;
    private final boolean keep;
    private final Path folder = Path.of(System.getProperty("java.io.tmpdir"), "afterbeep-bench");
    private final String schema;
    private int made;

    /// @param most how many prospects the largest file has
    Ground(int most, boolean keep) throws IOException {
        this.most = most;
        this.keep = keep;
        Files.createDirectories(folder);
        Path empty = fresh();
        try (Desk desk = new Desk(empty, new MovableClock(NIGHT))) {
            schema = "v%d-%08x".formatted(desk.number("PRAGMA user_version"),
                desk.text("SELECT group_concat(sql ORDER BY name) FROM sqlite_schema").hashCode());
        }
        OwnerOnly.remove(empty);
    }

    int most() {
        return most;
    }

    int attempts() {
        return most * ATTEMPTS;
    }

    /// How often something is measured: a short run only shows that it can be.
    int times(int full) {
        return most >= LONG ? full : Math.ceilDiv(full, 10);
    }

    /// A thousand, a tenth and all.
    List<Integer> sizes() {
        return IntStream.of(LEAST, most / 10, most).filter(size -> size >= LEAST).distinct().boxed().toList();
    }

    /// A folder with a data file of so many prospects in all lanes of the queue; for the caller alone.
    Path people(int size) throws IOException {
        return copy(made("people", size, Population::settle));
    }

    /// A folder with a data file of the most prospects and a log of five attempts each; for the caller alone.
    Path log() throws IOException {
        return copy(made("log", most, (desk, size) -> History.settle(desk, attempts())));
    }

    /// A list as a rep gets it, with this many rows.
    Path list(int rows) throws IOException {
        Path file = folder.resolve("list-%d.csv".formatted(rows));
        if (Files.notExists(file)) {
            Path half = fresh().resolve("list.csv");
            Population.list(half, rows);
            Files.move(half, file);
            OwnerOnly.remove(half.getParent());
        }
        return file;
    }

    private Path made(String name, int size, BiConsumer<Desk, Integer> settle) throws IOException {
        Path file = folder.resolve("%s-%d-%d-%s.db".formatted(name, size, Population.SEED, schema));
        if (Files.notExists(file)) {
            Path making = fresh();
            try (Desk desk = new Desk(making, new MovableClock(NIGHT))) {
                settle.accept(desk, size);
                desk.database.checkpoint();
            }
            Files.move(making.resolve(DATA), file);
            OwnerOnly.remove(making);
        }
        return file;
    }

    private Path copy(Path file) throws IOException {
        Path copy = fresh();
        Files.copy(file, copy.resolve(DATA));
        return copy;
    }

    /// An empty folder.
    Path fresh() throws IOException {
        return Files.createDirectories(folder.resolve(ProcessHandle.current().pid() + "-" + ++made));
    }

    /// Whether the command line of SQLite is there to be measured beside.
    static boolean hasSqlite3() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "sqlite3")));
    }

    @Override
    public void close() throws IOException {
        if (!keep) {
            OwnerOnly.remove(folder);
        }
    }
}

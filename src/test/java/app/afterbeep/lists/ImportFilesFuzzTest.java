package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Ten thousand files through the real import: no crash, no hang, and each row is accounted for under its line. What fails is kept in
/// target/fuzz; put it into src/test/resources/app/afterbeep/lists/fuzz, where it is tried for good.
final class ImportFilesFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneId.of("America/New_York"));
    /// In each of 100 tries, of both kinds; `mvn test -Dtest=ImportFilesFuzzTest -Dfuzz.files=1000` for a long night.
    private static final int FILES = Integer.getInteger("fuzz.files", 50);
    private static final int SECONDS = 20;
    /// Rows that may stand above the header row, and it.
    private static final int ABOVE = 21;

    private static Path folder = Path.of("");
    private static @Nullable Database opened;
    /// Of its own: a number with a broken digit may be one that a proper file has later.
    private static @Nullable Database broken;
    private static @Nullable ExecutorService worker;
    private static long numbers;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("afterbeep-fuzz");
        opened = open("proper.db");
        broken = open("broken.db");
        worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    }

    private static Database open(String name) {
        Database database = Database.open(folder.resolve(name), CLOCK, Runnable::run);
        // What is lost when the power fails does not matter here.
        database.sql().update("PRAGMA synchronous = OFF");
        return database;
    }

    @AfterContainer
    static void close() throws IOException {
        Objects.requireNonNull(worker).shutdownNow();
        List<String> problems = new ArrayList<>();
        for (Database database : List.of(Objects.requireNonNull(opened), Objects.requireNonNull(broken))) {
            problems.addAll(database.check());
            database.close();
        }
        OwnerOnly.remove(folder);
        assertEquals(List.of(), problems);
    }

    private interface Check {
        void of(byte[] bytes) throws Exception;
    }

    /// Within its time, and kept when it fails.
    private static void limited(String name, byte[] bytes, Check check) throws Exception {
        try {
            Objects.requireNonNull(worker).submit(() -> {
                check.of(bytes);
                return true;
            }).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Path kept = Files.createDirectories(Path.of("target", "fuzz")).resolve(name + ".csv");
            Files.write(kept, bytes);
            Throwable cause = e instanceof TimeoutException ? e : e.getCause();
            throw new AssertionError((e instanceof TimeoutException ? "it hangs: " : cause + ": ") + kept, cause);
        }
    }

    private static ImportReport imported(Database database, byte[] bytes) throws IOException, AppException {
        Path file = Files.write(folder.resolve("list.csv"), bytes);
        return new ImportService(database, new ProspectStore(database.sql(), CLOCK), new CadenceStore(database.sql(), CLOCK), CLOCK,
            Settings::initial).importFile(file, ImportOptions.none());
    }

    private static int sum(ImportReport report) {
        return report.imported() + report.updated() + report.duplicates() + report.rejected();
    }

    private static Set<Long> lines(ImportReport report, ImportReport.Result result) {
        return report.rows().stream().filter(row -> row.result() == result).map(ImportReport.Row::line).collect(Collectors.toCollection(TreeSet::new));
    }

    private static long stored(Database database) {
        return database.sql().number("SELECT count(*) FROM prospect");
    }

    /// Whatever the file is; empty when nothing of it can be imported.
    private static Optional<ImportReport> sound(@Nullable Database into, byte[] bytes) throws IOException {
        Database database = Objects.requireNonNull(into);
        long before = stored(database);
        try {
            ImportReport report = imported(database, bytes);
            assertEquals(before + report.imported(), stored(database));
            assertEquals(report.duplicates() + report.rejected(), report.left().size(), report::counts);
            assertEquals(report.rows().size(), report.rows().stream().map(ImportReport.Row::line).distinct().count(), "each row is reported once");
            assertEquals(report.updated(), lines(report, ImportReport.Result.UPDATED).size());
            report.rows().forEach(row -> assertTrue(!row.reason().isBlank() && row.line() > 0, row::toString));
            return Optional.of(report);
        } catch (AppException e) {
            assertEquals(before, stored(database));
            String message = String.valueOf(e.getMessage());
            assertTrue(message.endsWith(".") && message.length() < 4000, message);
            return Optional.empty();
        }
    }

    @Property(tries = 100)
    void everyRowOfAProperFileIsAccountedForUnderItsLine(@ForAll long seed) throws Exception {
        for (int i = 0; i < FILES; i++) {
            numbers += 20;
            FuzzFile file = FuzzFile.of(seed + i, numbers);
            limited("structure-" + (seed + i), file.bytes(), bytes -> {
                Optional<ImportReport> read = sound(opened, bytes);
                // Without any row there is nothing that the columns could be told by.
                assertTrue(read.isPresent() || file.good().isEmpty(), file.what());
                if (read.isPresent()) {
                    ImportReport report = read.get();
                    assertEquals(file.bad(), lines(report, ImportReport.Result.REJECTED), () -> file.what() + "\n" + report);
                    assertEquals(Set.of(), lines(report, ImportReport.Result.DUPLICATE), () -> file.what() + "\n" + report);
                    assertEquals(file.good().size() + file.bad().size(), sum(report), () -> file.what() + "\n" + report);
                }
            });
        }
    }

    @Property(tries = 100)
    void brokenBytesCostTheirRowsAtMost(@ForAll long seed) throws Exception {
        for (int i = 0; i < FILES; i++) {
            numbers += 20;
            FuzzFile file = FuzzFile.of(seed + i, numbers);
            limited("bytes-" + (seed + i), file.broken(seed + i), bytes -> {
                Optional<ImportReport> read = sound(broken, bytes);
                if (read.isPresent() && sum(read.get()) > 0) {
                    ImportReport report = read.get();
                    List<Long> records = NaiveRows.counts(bytes);
                    assertTrue(records.isEmpty() || records.stream().anyMatch(n -> sum(report) <= n && sum(report) >= n - ABOVE),
                        () -> records + " records, but " + report.counts() + ", " + file.what());
                }
            });
        }
    }

    @Example
    void whatFailedOnceDoesNotFailAgain() throws Exception {
        try (Stream<Path> files = Files.list(regressions())) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".md")).sorted().toList()) {
                limited(String.valueOf(file.getFileName()), Files.readAllBytes(file), bytes -> sound(broken, bytes));
            }
        }
    }

    private static Path regressions() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ImportFilesFuzzTest.class.getResource("fuzz")).toURI());
    }
}

package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever a file holds: no crash, and every row is imported or in the report.
final class ImportFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneId.of("America/New_York"));
    private static final AtomicLong NEXT_NUMBER = new AtomicLong();

    private static Path folder = Path.of("");
    private static @Nullable Database opened;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("afterbeep-fuzz");
        opened = Database.open(folder.resolve("afterbeep.db"), CLOCK, Runnable::run);
    }

    @AfterContainer
    static void close() throws IOException {
        List<String> problems = database().check();
        database().close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        assertEquals(List.of(), problems);
    }

    private static Database database() {
        return Objects.requireNonNull(opened);
    }

    private static ImportReport imported(byte[] bytes) throws IOException, AppException {
        Path file = Files.write(folder.resolve("list.csv"), bytes);
        Database database = database();
        return new ImportService(database, new ProspectStore(database.sql(), CLOCK), new CadenceStore(database.sql(), CLOCK), CLOCK,
            Settings::initial).importFile(file, ImportOptions.none());
    }

    private static long stored() {
        return database().sql().number("SELECT count(*) FROM prospect");
    }

    @Provide
    Arbitrary<String> csvLike() {
        Arbitrary<String> piece = Arbitraries.of(",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", "\0", "'", "=", "+", " ", " ::: ", "\uFEFF",
            "Name", "Phone", "Mobile", "Email", "Do Not Call", "yes", "Time Zone", "-5.00", "918 555 0142", "+1 918-555-0143", "12", "Ann Lee",
            "é", "😀", "ann@example.com", "sep=;", "{", "\\", "\u2028", "{{x}}", "x".repeat(300));
        return piece.list().ofMaxSize(80).map(pieces -> String.join("", pieces));
    }

    private static void survives(byte[] bytes) throws IOException {
        long before = stored();
        try {
            ImportReport report = imported(bytes);
            assertEquals(before + report.imported(), stored());
            assertEquals(report.left().size(), report.duplicates() + report.rejected());
            assertTrue(report.rows().stream().noneMatch(row -> row.reason().isBlank()));
        } catch (AppException e) {
            assertEquals(before, stored());
            assertTrue(e.getMessage() != null && e.getMessage().endsWith("."), e.getMessage());
        }
    }

    @Property(tries = 400)
    void randomBytesNeverCrash(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        survives(bytes);
    }

    @Property(tries = 400)
    void randomStructuresNeverCrash(@ForAll("csvLike") String text) throws IOException {
        survives(text.getBytes(StandardCharsets.UTF_8));
        survives(("Name,Phone\n" + text).getBytes(StandardCharsets.UTF_8));
        survives(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> text = Arbitraries.strings().withChars("abc é\"',;\n\r\t|=+-{}\\😀").ofMaxLength(12);
        Arbitrary<String> phone = Arbitraries.of("918 555 0142", "", "12", "+44 20 7946 0958", "unique", "unique", "unique", "(918) 555-0143 x5");
        return Combinators.combine(text, phone, text, text).as((name, number, email, note) -> List.of(name, number, email, note))
            .list().ofMaxSize(25);
    }

    @Property(tries = 300)
    void everyRowOfAProperFileIsImportedOrReportedUnderItsLine(@ForAll("tables") List<List<String>> table) throws Exception {
        StringWriter csv = new StringWriter();
        List<Long> starts = new ArrayList<>();
        long line = 2;
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(csv)) {
            writer.writeRecord("Name", "Phone", "Email", "Note");
            for (List<String> row : table) {
                List<String> cells = row.stream().map(c -> c.equals("unique") ? "212 %07d".formatted(2_000_000 + NEXT_NUMBER.incrementAndGet()) : c).toList();
                writer.writeRecord(cells);
                starts.add(line);
                line += 1 + cells.stream().mapToLong(c -> c.replace("\r\n", "\n").chars().filter(ch -> ch == '\n' || ch == '\r').count()).sum();
            }
        }
        long before = stored();
        ImportReport report = imported(csv.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(table.size(), report.imported() + report.updated() + report.duplicates() + report.rejected());
        assertEquals(before + report.imported(), stored());
        Set<Long> reported = new HashSet<>(report.rows().stream().map(ImportReport.Row::line).toList());
        assertEquals(report.rows().size(), reported.size());
        assertTrue(starts.containsAll(reported), () -> reported + " of " + starts);
        for (int i = 0; i < table.size(); i++) {
            if (table.get(i).get(1).equals("12")) {
                assertTrue(reported.contains(starts.get(i)), "a row without a usable number is reported");
            }
            if (table.get(i).get(1).equals("unique")) {
                long start = starts.get(i);
                assertTrue(report.rows().stream().filter(r -> r.line() == start).noneMatch(r -> r.result() == ImportReport.Result.REJECTED));
            }
        }
    }

    @Property(tries = 1000)
    void linesAreReadOnceEach(@ForAll("csvLike") String text) throws IOException {
        try (CsvRows rows = new CsvRows(new StringReader(text), ',', () -> 0)) {
            long last = 0;
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                assertTrue(row.line() > last, "rows come in the order of the file");
                last = row.line();
            }
        }
    }
}

package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.lists.ImportReport.Result;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The rule for duplicates (first row in file order wins; by number or address under the same name or none), written down once more, slowly and
/// plainly, and compared with every way in which a list gets into the file.
class ImportRulePropertiesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneId.of("America/New_York"));

    /// A row of a list of few people, so that they meet.
    record Line(String first, String last, String phone1, String phone2, String email) {
        String csv() {
            return String.join(",", first, last, phone1, phone2, email);
        }

        String name() {
            return (first + last).toLowerCase(Locale.ROOT).replace("é", "e").replaceAll("[^a-z]", "");
        }

        List<String> contacts() {
            return Stream.of(digits(phone1), digits(phone2), email.toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty()).toList();
        }

        private static String digits(String phone) {
            return phone.isEmpty() ? "" : phone.replaceAll("\\D", "").replaceFirst("^1?(?=\\d{10}$)", "+1");
        }
    }

    @Provide
    Arbitrary<List<Line>> lists() {
        Arbitrary<String> first = Arbitraries.of("Ann", "ann", "Bob", "Zoé", "Zoe", "");
        Arbitrary<String> last = Arbitraries.of("Lee", "LEE", "Ray", "");
        Arbitrary<String> phone = Arbitraries.of("(918) 555-0142", "+1 918 555 0142", "918.555.0143", "918 555 0144", "1-918-555-0145", "");
        Arbitrary<String> email = Arbitraries.of("a@example.com", "A@Example.com", "b@example.com", "", "", "");
        return Combinators.combine(first, last, phone, phone, email).as(Line::new).list().ofMinSize(1).ofMaxSize(40);
    }

    /// For each line of the file what becomes of its row: the rule, and nothing else.
    private static Map<Long, Result> reference(List<Line> before, List<Line> list) {
        List<Line> kept = new ArrayList<>(before);
        Map<Long, Result> results = new TreeMap<>();
        for (int i = 0; i < list.size(); i++) {
            Line line = list.get(i);
            boolean number = !line.phone1().isEmpty() || !line.phone2().isEmpty();
            boolean repeats = kept.stream().anyMatch(k -> k.contacts().stream().anyMatch(line.contacts()::contains)
                && (k.name().isEmpty() || line.name().isEmpty() || k.name().equals(line.name())));
            results.put(i + 2L, !number ? Result.REJECTED : repeats ? Result.DUPLICATE : Result.IMPORTED);
            if (number && !repeats) {
                kept.add(line);
            }
        }
        return results;
    }

    private static List<Line> winners(List<Line> list) {
        Map<Long, Result> results = reference(List.of(), list);
        return java.util.stream.IntStream.range(0, list.size()).filter(i -> results.get(i + 2L) == Result.IMPORTED).mapToObj(list::get).toList();
    }

    @Property(tries = 120)
    void whoWinsIsWhatTheRuleSaysHoweverTheListGetsIn(@ForAll("lists") List<Line> list, @ForAll("lists") List<Line> second) throws Exception {
        assertEquals(reference(List.of(), list), results(list, List.of(), false), "into an empty file, compared in memory");
        assertEquals(reference(List.of(), list), results(list, List.of(), true), "in pieces, compared in the file");
        assertEquals(reference(winners(list), second), results(second, list, false), "into a file that has people");
    }

    /// Nobody is changed: who is known is a duplicate.
    private static Map<Long, Result> results(List<Line> list, List<Line> before, boolean beside) throws IOException, AppException {
        Path folder = Files.createTempDirectory("rule");
        try (Database database = Database.open(folder.resolve("afterbeep.db"), CLOCK, Runnable::run)) {
            database.sql().update("PRAGMA synchronous = OFF");
            ImportService service = new ImportService(database, new ProspectStore(database.sql(), CLOCK), new CadenceStore(database.sql(), CLOCK), CLOCK,
                Settings::initial);
            ImportOptions create = new ImportOptions("", "", Map.of(), List.of(), Map.of(), ImportOptions.Mode.CREATE, ImportOptions.Match.ANY);
            if (!before.isEmpty()) {
                service.importFile(file(folder, before), create);
            }
            ImportReport report = beside ? service.importBeside(file(folder, list), create, Progress.unwatched(), Background.direct())
                : service.importFile(file(folder, list), create);
            Map<Long, Result> results = new HashMap<>();
            for (Result result : Result.values()) {
                service.rows(report.importId(), result, 0, 1000).forEach(row -> results.put(row.line(), row.result()));
            }
            assertEquals(list.size(), results.size());
            return new TreeMap<>(results);
        } finally {
            OwnerOnly.remove(folder);
        }
    }

    private static Path file(Path folder, List<Line> list) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), "First Name,Last Name,Phone,Phone 2,Email\n"
            + String.join("\n", list.stream().map(Line::csv).toList()) + "\n");
    }
}

package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.exports.ExportService.Target;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.Reach;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/// Whatever a rep's file holds: exported, imported into an empty one and exported again, it gives the same bytes.
final class RoundTripPropertyTest {
    private static byte[] empty = {};

    private Path folder;
    private LogDesk from;
    private LogDesk into;

    @BeforeTry
    void open() throws IOException {
        folder = Files.createTempDirectory("afterbeep-round");
        from = desk("from");
        into = desk("into");
    }

    /// An empty file with the cadence in it; made once, since a migration takes longer than all the rest.
    private LogDesk desk(String name) throws IOException {
        Path of = Files.createDirectory(folder.resolve(name));
        if (empty.length > 0) {
            Files.write(of.resolve("afterbeep.db"), empty);
            return new LogDesk(of);
        }
        new LogDesk(of).close();
        empty = Files.readAllBytes(of.resolve("afterbeep.db"));
        return new LogDesk(of);
    }

    @AfterTry
    void close() throws IOException {
        from.close();
        into.close();
        OwnerOnly.remove(folder);
    }

    /// One row of somebody's list.
    record Row(List<String> cells) {}

    /// Something that happened since: what, to whom, with which value.
    record Event(int kind, int who, int value) {}

    private static final List<String> HEADERS = List.of("First Name", "Last Name", "Mobile", "Phone", "Other Phone", "Email", "Company", "City", "State",
        "Zip", "Country", "Time Zone", "ID", "Notes", "Do Not Call", "Reach", "Status", "Pet Name", "=pet_name", "All Numbers", "due");

    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(2, Arbitraries.just("")),
            net.jqwik.api.Tuple.of(4, Arbitraries.of("Ann", "ann", "Łukasz", "山田", "محمد", "Zoë", "O'Neil", "Dr. J", "x😀y", "'quoted", "\"", "a, b", "Σ", "-")),
            net.jqwik.api.Tuple.of(2, Arbitraries.strings().withChars("ab é\"',;=+-@\t{}\\").ofMaxLength(10)));
    }

    private static Arbitrary<String> note() {
        return Arbitraries.oneOf(text(), Arbitraries.of("=SUM(A1)", "+1", "-x", "@y", "'=z", "''=z", "line 1\nline 2", "\"q\"\n\n\"r\"", "a;b;c", "  ", "'+19185550142"),
            Arbitraries.strings().withChars("ab\n\"',;=\t\r '").ofMaxLength(20));
    }

    private static Arbitrary<String> phone() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 12).map("(918) 555-01%02d"::formatted), Arbitraries.integers().between(0, 99).map("212 555 02%02d"::formatted),
            Arbitraries.of("", "", "918 555 0142 x7", "918 555 0142 ext. 12", "+44 20 7946 0958", "+1 800 555 0100", "+1 242 322 1234", "918 555 0143 ::: 918 555 0144",
                "+61 2 9374 4000", "+1 123 456 7890"));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<List<String>> names = text().list().ofSize(2);
        Arbitrary<List<String>> phones = phone().list().ofSize(3);
        Arbitrary<String> email = Arbitraries.of("", "", "Ann.Lee@Example.COM", "ann.lee@example.com", "b@example.org", "two@a.com; three@b.com", "no email");
        Arbitrary<List<String>> places = Combinators.combine(text(), text(), Arbitraries.of("", "OK", "FL", "Texas"), Arbitraries.of("", "01234", "74103"),
            Arbitraries.of("", "USA", "gb", "Neverland"), Arbitraries.of("", "", "America/Denver", "EST", "-6", "Mars")).as(List::of);
        Arbitrary<List<String>> rest = Combinators.combine(text(), note(), Arbitraries.of("", "", "", "yes"), Arbitraries.of("", "assistant", "10k"), text(), text(), note())
            .as((a, b, c, d, e, f, g) -> List.of(a, b, c, d, e, f, g));
        return Combinators.combine(names, phones, email, places, rest, text(), text()).as((n, p, e, w, r, x, y) -> {
            List<String> cells = new ArrayList<>(n);
            cells.addAll(p);
            cells.add(e);
            cells.addAll(w);
            cells.addAll(r);
            cells.add(x);
            cells.add(y);
            return new Row(cells);
        }).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(Arbitraries.integers().between(0, 15), Arbitraries.integers().between(0, 20), Arbitraries.integers().between(0, 100)).as(Event::new)
            .list().ofMaxSize(14);
    }

    private void live(List<Row> first, List<Row> second, List<Event> events) throws Exception {
        list("Autumn, \"hot\"", first);
        from.desk.clock.pass(Duration.ofMillis(61_234));
        list("Second list", second);
        for (Event event : events) {
            happen(event);
            from.desk.clock.pass(Duration.ofMillis(401_777));
        }
        settle();
        from.now("2026-11-25T18:00:00");
        into.now("2026-11-25T18:00:00");
    }

    /// What was put into the tables by hand holds for everybody.
    private void settle() {
        from.desk.database.transaction(() -> {
            from.desk.database.sql().list("SELECT id FROM prospect", r -> r.number("id")).forEach(from.desk.prospects::refresh);
            return true;
        });
    }

    private void list(String name, List<Row> rows) throws IOException, AppException {
        StringWriter csv = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(csv)) {
            writer.writeRecord(HEADERS);
            rows.forEach(row -> writer.writeRecord(row.cells()));
        }
        from.importer.importFile(from.file("list.csv", csv.toString()), new ImportOptions(name, "US", java.util.Map.of()));
    }

    private void happen(Event event) {
        List<Prospect> all = new ArrayList<>();
        from.desk.prospects.each(all::add);
        if (all.isEmpty()) {
            return;
        }
        Prospect p = all.get(event.who() % all.size());
        int value = event.value();
        from.desk.database.transaction(() -> {
            switch (event.kind()) {
                case 0 -> from.desk.prospects.phones().markBad(p.id(), p.phones().get(value % p.phones().size()).e164());
                case 1 -> from.desk.prospects.saveReach(p.id(), Reach.values()[value % Reach.values().length]);
                case 2 -> from.desk.prospects.places().save(p.id(), new Place(0, "US", value % 2 == 0 ? "FL" : "",
                    List.of(ZoneId.of("America/Chicago"), ZoneId.of("America/New_York")).subList(value % 3 == 0 ? 1 : 0, 2), value % 5 == 0 ? "10:00-12:00" : ""));
                case 3 -> from.desk.prospects.saveNote(p.id(), List.of("", " two\n\nlines ", "'=1+1", "=1", "\t", "\"", "+19185550142").get(value % 7));
                case 4 -> from.desk.database.sql().update("INSERT INTO dnc (kind, value, source, at, note) VALUES ('domain', 'example.com', 'rep', ?, 'a;b\nc')"
                    + " ON CONFLICT DO NOTHING", from.desk.clock.instant());
                case 5 -> from.desk.database.sql().update("INSERT INTO dnc (kind, value, source, at) VALUES ('email', 'ann.lee@example.com', 'file', ?)"
                    + " ON CONFLICT DO NOTHING", from.desk.clock.instant());
                case 6 -> from.desk.database.sql().update("INSERT INTO dnc (kind, value, source, at) VALUES ('phone', ?, 'file', ?) ON CONFLICT DO NOTHING",
                    p.phones().getFirst().e164(), from.desk.clock.instant());
                default -> { }
            }
            return true;
        });
    }

    /// What nobody can do with an import of today but the file can hold.
    private void oddities(List<Event> events) {
        for (Event event : events) {
            long id = from.desk.number("SELECT id FROM prospect WHERE merged_into IS NULL ORDER BY id LIMIT 1 OFFSET ?", event.who() % 5);
            if (id > 0) {
                var sql = from.desk.database.sql();
                from.desk.database.transaction(() -> switch (event.kind()) {
                    case 8 -> sql.update("UPDATE prospect SET merged_into = (SELECT min(id) FROM prospect) WHERE id = ? AND id > (SELECT min(id) FROM prospect)", id);
                    case 9 -> sql.update("UPDATE prospect SET status = ?, next_call_at = NULL WHERE id = ?", List.of("closed", "meeting", "talking", "dnc").get(event.value() % 4), id);
                    case 10 -> sql.update("UPDATE prospect SET status = 'resting', step = 3, due = 'step', next_call_at = ? WHERE id = ?",
                        from.desk.clock.instant().plusSeconds(event.value() * 86_400L), id);
                    case 11 -> sql.update("UPDATE prospect SET series_id = (SELECT max(id) FROM series) WHERE id = ?", id);
                    case 12 -> sql.update("UPDATE prospect SET first_name = '', last_name = '' WHERE id = ?", id);
                    case 13 -> sql.update("UPDATE phone SET label = 'main line; \"x\"' WHERE prospect_id = ?", id);
                    case 14 -> sql.update("UPDATE prospect SET due = ?, next_call_at = ? WHERE id = ?", List.of("busy", "promise", "callback", "step").get(event.value() % 4),
                        from.desk.clock.instant().plusSeconds(event.value()), id);
                    case 15 -> sql.update("UPDATE phone SET bad = 1 WHERE prospect_id = ?", id);
                    default -> 0;
                });
            }
        }
    }

    private static Path prospects(LogDesk desk, CsvFormat format) throws AppException {
        Path file = desk.folder.resolve("prospects-" + format + ".csv");
        desk.exporter.prospects(new Target(file, format, Progress.unwatched()));
        return file;
    }

    private static Path calls(LogDesk desk) throws AppException {
        Path file = desk.folder.resolve("calls.csv");
        desk.exporter.calls(Target.exact(file), LogFilter.all());
        return file;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 20)
    void prospectsComeBackByteForByteAndASecondTimeNothingChanges(@ForAll("rows") List<Row> first, @ForAll("rows") List<Row> second, @ForAll("events") List<Event> events)
            throws Exception {
        live(first, second, events);
        oddities(events);
        settle();
        for (CsvFormat format : List.of(CsvFormat.AFTERBEEP, CsvFormat.EXCEL)) {
            Path file = prospects(from, format);
            Path exact = prospects(from, CsvFormat.AFTERBEEP);
            try (LogDesk other = desk(format.toString())) {
                other.now("2026-11-25T18:00:00");
                ImportReport report = other.importer.importFile(file, ImportOptions.none());
                assertEquals(from.desk.number("SELECT count(*) FROM prospect WHERE merged_into IS NULL"), report.imported(), report::counts);
                assertEquals(text(exact), text(prospects(other, CsvFormat.AFTERBEEP)), "from " + format);
                assertEquals(reachable(from), reachable(other));
                String state = other.desk.state();
                ImportReport again = other.importer.importFile(file, ImportOptions.none());
                assertEquals(report.imported(), again.duplicates(), again::counts);
                assertEquals(state, other.desk.state());
                assertEquals(List.of(), other.desk.database.check());
            }
        }
        ImportReport here = from.importer.importFile(prospects(from, CsvFormat.AFTERBEEP), ImportOptions.none());
        assertEquals(0, here.imported() + here.updated() + here.rejected(), () -> here.counts() + here.rows());
    }

    private static List<String> reachable(LogDesk desk) {
        return desk.desk.database.sql().list("SELECT reachable || ' ' || coalesce(lane, '-') AS r FROM prospect WHERE merged_into IS NULL ORDER BY id", r -> r.text("r"));
    }

    @Property(tries = 20)
    void prospectsAndThenTheirCallsComeBackByteForByte(@ForAll("rows") List<Row> first, @ForAll("rows") List<Row> second, @ForAll("events") List<Event> events,
            @ForAll("events") List<Event> more) throws Exception {
        live(first, second, events);
        from.now("2026-11-24T11:00:00");
        for (Event event : more) {
            call(event);
            from.desk.clock.pass(Duration.ofMinutes(17 + event.value()));
        }
        from.desk.database.sql().update("UPDATE email SET state = 'withdrawn' WHERE state IN ('waiting', 'sending', 'failed')");
        from.now("2026-11-25T18:00:00");
        Path people = prospects(from, CsvFormat.AFTERBEEP);
        Path log = calls(from);
        into.importer.importFile(people, ImportOptions.none());
        into.importer.importFile(log, ImportOptions.none());
        assertEquals(text(people), text(prospects(into, CsvFormat.AFTERBEEP)));
        assertEquals(text(log), text(calls(into)));
        assertEquals(reachable(from), reachable(into));
        assertEquals(0, into.importer.importFile(log, ImportOptions.none()).imported());
        assertEquals(List.of(), into.log.wrongHours());
        assertEquals(List.of(), into.desk.database.check());
    }

    private void call(Event event) throws AppException {
        if (from.desk.queue.turn(false) instanceof Turn.Prospect(Card card, String after)) {
            Outcome outcome = Outcome.values()[event.value() % Outcome.values().length];
            var chosen = Set.of(Outcome.CALLBACK_REQUESTED, Outcome.MEETING_BOOKED).contains(outcome) ? card.slot() : null;
            from.desk.calls.log(card, outcome, new CallService.Details(event.who(), chosen, List.of("", "=1", "'=2\n3").get(event.who() % 3)));
        }
    }
}

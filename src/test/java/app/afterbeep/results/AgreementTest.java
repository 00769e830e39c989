package app.afterbeep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.results.ResultsService.Page;
import app.afterbeep.review.ReviewService;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.AppException;
import app.afterbeep.exports.ExportService;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three days at the desk, played through: Results, the ledger, Review and the exported call log say the same, to the row.
class AgreementTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final Days ALL = new Days(MONDAY.minusDays(1), MONDAY.plusDays(3));

    @TempDir Path folder;
    private LogDesk logs;
    private Desk desk;
    private ResultsService results;
    private ReviewService review;

    @BeforeEach
    void threeDays() {
        logs = new LogDesk(folder);
        desk = logs.desk;
        ResultsStore store = new ResultsStore(desk.database.sql(), desk.clock);
        results = new ResultsService(store);
        review = new ReviewService(desk.database, desk.attempts, desk.prospects, desk.clock);
        logs.now("2026-11-16T11:30:00");
        List<Long> people = List.of(at("America/New_York", 1), at("America/Chicago", 2), at("America/Los_Angeles", 3), at("America/New_York", 4),
            at("America/Chicago", 5), at("America/New_York", 6), at("America/New_York", 7));
        for (long person : people) {
            log(person, person == 7 ? Outcome.NO_ANSWER : Outcome.LEFT_VOICEMAIL);
        }
        Map<Long, Instant> promised = people.subList(0, 6).stream().collect(Collectors.toMap(Function.identity(),
            person -> desk.promises.open(person).orElseThrow().at()));
        assertTrue(promised.values().stream().allMatch(at -> LocalDate.ofInstant(at, desk.clock.getZone()).equals(WEDNESDAY)), promised::toString);
        // Tuesday: one is reached before it was promised, one asks for another time, and the seventh answers.
        logs.now("2026-11-17T11:40:00");
        log(6, Outcome.CONVERSATION);
        log(7, Outcome.MEETING_BOOKED);
        log(5, Outcome.LEFT_VOICEMAIL);
        // Wednesday: two are kept, one is late, the third's day passes.
        desk.clock.set(promised.get(1L).atZone(desk.clock.getZone()).toString());
        log(1, Outcome.LEFT_VOICEMAIL);
        desk.clock.set(promised.get(2L).minusSeconds(600).atZone(desk.clock.getZone()).toString());
        log(2, Outcome.NOT_INTERESTED);
        desk.clock.set(promised.get(4L).plusSeconds(3600).atZone(desk.clock.getZone()).toString());
        log(4, Outcome.NO_ANSWER);
        undone(4);
    }

    private long at(String zone, int number) {
        return desk.addAt(zone, "Person Number" + number, "p" + number + "@example.com", "+1212555010" + number);
    }

    private void log(long person, Outcome outcome) {
        desk.clock.pass(Duration.ofSeconds(20));
        try {
            var card = desk.card(person);
            desk.calls.log(card, outcome, new CallService.Details(null, outcome == Outcome.MEETING_BOOKED ? card.slot() : null, ""));
        } catch (AppException e) {
            throw new AssertionError(e);
        }
    }

    /// What was taken back counts nowhere.
    private void undone(long person) {
        log(person, Outcome.NO_ANSWER);
        desk.calls.undo();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aDayIsOverWhereTheProspectIs() {
        logs.now("2026-11-19T02:59:00");
        assertEquals(new Kept(2, 1, 0, 1, 1, 1), results.read(Days.of(WEDNESDAY)).promises(), "it is still Wednesday in Los Angeles");
        logs.now("2026-11-19T03:00:00");
        Kept kept = results.read(Days.of(WEDNESDAY)).promises();
        assertEquals(new Kept(2, 1, 1, 1, 1, 0), kept);
        assertEquals(50, kept.rate().orElseThrow());
    }

    @Test
    void everyPageSaysTheSameToTheRow() throws IOException, AppException {
        logs.now("2026-11-19T12:00:00");
        for (Days days : List.of(ALL, Days.of(MONDAY), Days.of(MONDAY.plusDays(1)), Days.of(WEDNESDAY))) {
            Page page = results.read(days);
            agreesWithReview(page, review.read(LogFilter.between(days.from(), days.to())));
            agreesWithLedger(page);
        }
        Page page = results.read(ALL);
        // The log's own column, for the promises that the calls of these days announced for these days.
        assertEquals(ledgerStates(page), csvStates());
        assertEquals(csv().stream().filter(row -> row.get("direction").equals("outbound")).count(), page.figures().attempts());
        assertEquals(csv().stream().filter(row -> row.get("outcome").equals("left_voicemail")).count(), page.figures().messages());
        assertEquals(page.figures().attempts(), page.steps().stream().mapToInt(StepCount::attempts).sum());
        assertEquals(page.figures().connects(), page.steps().stream().mapToInt(StepCount::connects).sum());
        assertEquals(List.of(), logs.log.wrongPromises());
        assertEquals(List.of(), new ResultsStore(desk.database.sql(), desk.clock).wrongSteps());
        assertEquals(List.of(), desk.promises.wrongDays());
    }

    @Test
    void aRepWhoHasMovedSinceFindsTheSameCallsOnTheSameDay() throws IOException, AppException {
        logs.now("2026-11-18T23:40:00");
        desk.attempts.add(AttemptStore.Entry.now(desk.prospects.find(7).orElseThrow(), Outcome.BUSY, desk.clock.instant(), ""));
        desk.clock.set("2026-11-20T09:00:00+09:00[Asia/Tokyo]");
        LogFilter wednesday = LogFilter.between(WEDNESDAY, WEDNESDAY);
        Page page = results.read(Days.of(WEDNESDAY));
        ReviewService.Page reviewed = review.read(wednesday);
        agreesWithReview(page, reviewed);
        assertEquals(WEDNESDAY, review.lastDay());
        assertEquals(reviewed.size(), logs.log.count(wednesday));
        assertTrue(reviewed.outcomes().containsKey("busy"));
        Path file = folder.resolve("wednesday.csv");
        assertEquals(reviewed.size(), logs.exporter.calls(ExportService.Target.exact(file), wednesday).rows());
    }

    private static void agreesWithReview(Page page, ReviewService.Page review) {
        assertEquals(review.calls().size(), review.size());
        assertEquals(review.calls().stream().collect(Collectors.groupingBy(LoggedCall::outcome, Collectors.summingInt(call -> 1))), review.outcomes());
        assertEquals(review.calls().stream().filter(call -> call.promisedAt() != null).count(), review.figures().promises());
        assertEquals(review.calls().stream().map(LoggedCall::list).distinct().toList(), review.lists());
        List<Outcome> outcomes = review.calls().stream().filter(call -> call.direction().equals("outbound")).map(LoggedCall::outcome).map(Outcome::of).toList();
        Figures f = page.figures();
        assertEquals(outcomes.size(), f.attempts());
        assertEquals(outcomes.stream().filter(Outcome::connect).count(), f.connects());
        assertEquals(outcomes.stream().filter(Outcome.MEETING_BOOKED::equals).count(), f.meetings());
        assertEquals(List.of(review.figures().attempts(), review.figures().messages(), review.figures().connects(), review.figures().conversations()),
            List.of(f.attempts(), f.messages(), f.connects(), f.conversations()), "nobody called back");
        assertEquals(f, page.charted().stream().filter(bucket -> bucket.inRange()).map(bucket -> bucket.value()).reduce(Figures.NONE, Figures::plus));
    }

    private void agreesWithLedger(Page page) {
        Kept counted = results.ledger(page.days(), false, "").stream().map(entry -> switch (entry.state()) {
            case KEPT -> new Kept(1, 0, 0, 0, 0, 0);
            case LATE -> new Kept(0, 1, 0, 0, 0, 0);
            case MISSED -> new Kept(0, 0, 1, 0, 0, 0);
            case MOVED -> new Kept(0, 0, 0, 1, 0, 0);
            case RELEASED -> new Kept(0, 0, 0, 0, 1, 0);
            case OPEN -> new Kept(0, 0, 0, 0, 0, 1);
        }).reduce(Kept.NONE, Kept::plus);
        assertEquals(counted, page.promises());
        for (Promise.State state : Promise.State.values()) {
            assertTrue(results.ledger(page.days(), false, state.toString()).stream().allMatch(entry -> entry.state() == state));
        }
        assertEquals(counted, page.due().stream().filter(bucket -> bucket.inRange()).map(bucket -> bucket.value()).reduce(Kept.NONE, Kept::plus));
    }

    private Map<String, Long> ledgerStates(Page page) {
        return new TreeMap<>(results.ledger(page.days(), false, "").stream().collect(Collectors.groupingBy(entry -> entry.name() + " " + entry.at() + " "
            + entry.state(), Collectors.counting())));
    }

    private Map<String, Long> csvStates() throws IOException, AppException {
        return new TreeMap<>(csv().stream().filter(row -> !row.get("promise").isEmpty())
            .filter(row -> ALL.has(LocalDate.ofInstant(Instant.parse(instant(row)), desk.clock.getZone())))
            .collect(Collectors.groupingBy(row -> row.get("first_name") + " " + row.get("last_name") + " " + instant(row) + " " + row.get("promise"),
                Collectors.counting())));
    }

    private static String instant(Map<String, String> row) {
        return OffsetDateTime.parse(row.get("promised_at")).toInstant().toString();
    }

    /// The exported call log.
    private List<Map<String, String>> csv() throws IOException, AppException {
        Path file = folder.resolve("calls.csv");
        logs.exporter.calls(ExportService.Target.exact(file), LogFilter.all());
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }
}

package app.afterbeep.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Days;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.Outcome;
import app.afterbeep.review.ReviewService.Figures;
import app.afterbeep.review.ReviewViewModel.Shown;
import app.afterbeep.review.ReviewViewModel.Span;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.exports.ExportService;
import app.afterbeep.exports.ExportViewModel;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReviewViewModelTest extends LogDeskTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private ReviewViewModel model;

    @BeforeEach
    void fill() throws Exception {
        desk.now("2026-11-20T09:00:00");
        desk.list("""
            First Name,Last Name,Company,Phone,Time Zone
            Ann,Lee,Oak & Iron,(303) 555-0144,America/Denver
            Bob,Ray,Kestrel Mills,(215) 555-0145,America/New_York
            Cleo,,,(215) 555-0146,America/New_York
            """);
        model = new ReviewViewModel(new ReviewService(desk.desk.database, desk.desk.attempts, desk.desk.prospects, desk.desk.clock),
            Background.direct(), desk, desk.desk.clock);
    }

    private Shown shown() {
        Shown shown = model.shown().get();
        assertNotNull(shown);
        return shown;
    }

    private List<String> names() {
        return shown().page().calls().stream().map(ReviewViewModel::person).toList();
    }

    @Test
    void looksBackAtYesterday() {
        desk.log("2026-11-20T10:00:00", "Ann", Outcome.NO_ANSWER);
        desk.log("2026-11-23T10:00:00", "Bob", Outcome.NO_ANSWER);
        desk.log("2026-11-24T10:00:00", "Cleo", Outcome.NO_ANSWER);
        model.refresh();
        assertEquals(Days.of(MONDAY), shown().days());
        assertEquals(List.of("Bob Ray"), names());
        assertEquals("Yesterday, Mon Nov 23", model.lastDayName(shown().lastDay()));
    }

    @Test
    void looksBackAtTheLastDayWithCallsWhenYesterdayHadNone() {
        desk.log("2026-11-20T10:00:00", "Ann", Outcome.NO_ANSWER);
        desk.now("2026-11-23T08:00:00");
        model.refresh();
        assertEquals(Days.of(FRIDAY), shown().days());
        assertEquals("Fri Nov 20", model.lastDayName(shown().lastDay()));
    }

    @Test
    void aCallThatWasUndoneMakesNoDay() {
        desk.log("2026-11-20T10:00:00", "Ann", Outcome.NO_ANSWER);
        desk.log("2026-11-23T10:00:00", "Bob", Outcome.NO_ANSWER);
        desk.desk.calls.undo();
        desk.now("2026-11-24T08:00:00");
        model.refresh();
        assertEquals(Days.of(FRIDAY), shown().days());
    }

    @Test
    void withoutAnyCallYesterdayIsEmpty() {
        model.refresh();
        assertEquals(Days.of(FRIDAY.minusDays(1)), shown().days());
        assertEquals(List.of(), names());
        assertFalse(model.filtered());
    }

    @Test
    void aDayEndsAtMidnightOfTheRep() {
        desk.log("2026-11-23T23:59:59", "Ann", Outcome.NO_ANSWER);
        desk.log("2026-11-24T00:00:00", "Bob", Outcome.NO_ANSWER);
        model.refresh();
        assertEquals(List.of("Ann Lee"), names());
        model.look(Span.TODAY);
        assertEquals(List.of("Bob Ray"), names());
    }

    @Test
    void lastSevenDaysEndToday() {
        desk.log("2026-11-17T12:00:00", "Ann", Outcome.NO_ANSWER);
        desk.log("2026-11-18T12:00:00", "Bob", Outcome.NO_ANSWER);
        desk.log("2026-11-24T12:00:00", "Cleo", Outcome.NO_ANSWER);
        model.look(Span.WEEK);
        assertEquals(List.of("Bob Ray", "Cleo"), names());
        assertEquals("Wed Nov 18\n12:00 pm", model.time(shown().page().calls().getFirst()));
    }

    @Test
    void aRangeMayBeGivenInEitherOrder() {
        desk.log("2026-11-17T12:00:00", "Ann", Outcome.NO_ANSWER);
        desk.log("2026-11-18T12:00:00", "Bob", Outcome.NO_ANSWER);
        desk.log("2026-12-08T12:00:00", "Cleo", Outcome.NO_ANSWER);
        model.look(LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 17));
        assertEquals(List.of("Ann Lee", "Bob Ray"), names());
        assertEquals("Tue Nov 17\n12:00 pm", model.time(shown().page().calls().getFirst()));
        assertEquals("afterbeep-calls-2026-11-17-to-2026-11-18", wish().name());
    }

    private void aDay() {
        desk.log("2026-11-23T10:00:00", "Ann", Outcome.LEFT_VOICEMAIL, 17, Instant.parse("2026-11-26T21:30:00Z"));
        desk.log("2026-11-23T10:05:00", "Bob", Outcome.NO_ANSWER);
        desk.log("2026-11-23T10:10:00", "Cleo", Outcome.CONVERSATION);
        desk.log("2026-11-23T10:15:00", "Bob", Outcome.NOT_INTERESTED);
        desk.log("2026-11-23T10:20:00", "Cleo", Outcome.MEETING_BOOKED);
        desk.now("2026-11-24T08:00:00");
        model.refresh();
    }

    @Test
    void figuresAndCountsAreThoseOfAllOutcomes() {
        aDay();
        Figures all = new Figures(5, 1, 3, 2, 1, 0);
        assertEquals(all, shown().page().figures());
        model.filter("no_answer");
        assertEquals(List.of("Bob Ray"), names());
        assertTrue(model.filtered());
        assertEquals(all, shown().page().figures());
        assertEquals(Map.of("left_voicemail", 1, "no_answer", 1, "conversation", 1, "not_interested", 1, "meeting_booked", 1),
            shown().page().outcomes());
        model.filter(null);
        assertEquals(5, names().size());
    }

    @Test
    void aRangeOverTheNewYearSaysBothYears() {
        model.look(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 11, 23));
        assertEquals("Wed Oct 1, 2025 to Mon Nov 23, 2026", model.daysName(shown().days()));
        model.look(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 1));
        assertEquals("Wed Oct 1, 2025", model.daysName(shown().days()), "not this year's");
        model.look(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 23));
        assertEquals("Thu Oct 1 to Mon Nov 23", model.daysName(shown().days()));
    }

    @Test
    void aTimeOfTodayIsNotTakenForOneOfThatDay() {
        desk.log("2026-11-20T10:00:00", "Ann", Outcome.LEFT_VOICEMAIL, 17, Instant.parse("2026-11-24T21:30:00Z"));
        desk.now("2026-11-24T08:00:00");
        model.refresh();
        assertEquals("Today 2:30 pm there", model.next(shown().page().calls().getFirst()));
    }

    @Test
    void otherDaysBeginWithAllOutcomes() {
        aDay();
        model.filter("no_answer");
        model.look(Span.WEEK);
        assertEquals(5, names().size());
    }

    @Test
    void findsByNameAndByNumber() {
        aDay();
        model.search("kestrel");
        assertEquals(List.of("Bob Ray", "Bob Ray"), names());
        model.search("(303) 555 0144");
        assertEquals(List.of("Ann Lee"), names());
        model.clearFilters();
        assertEquals(5, names().size());
    }

    private ExportViewModel.Wish wish() {
        return java.util.Objects.requireNonNull(model.export());
    }

    private List<String> exported() throws IOException, AppException {
        Path file = folder.resolve("calls.csv");
        desk.exporter.calls(ExportService.Target.exact(file), java.util.Objects.requireNonNull(wish().filter()));
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    @Test
    void exportIsExactlyWhatIsShown() throws IOException, AppException {
        aDay();
        model.filter("not_interested");
        assertEquals("afterbeep-calls-2026-11-23", wish().name());
        assertEquals("Mon Nov 23 · 1 call, as filtered", wish().words());
        assertEquals(shown().page().calls().stream().map(call -> Long.toString(call.attemptId())).toList(),
            exported().stream().map(row -> row.substring(0, row.indexOf(','))).toList());
        assertEquals(1, exported().size());
        model.search("Ann");
        assertEquals(List.of(), exported());
    }

    @Test
    void theTableIsLimitedAndTheExportIsNot() throws IOException, AppException {
        desk.now("2026-11-23T10:00:00");
        desk.desk.database.bulk(() -> {
            var ann = desk.prospect("Ann");
            for (int i = 0; i <= ReviewService.LIMIT; i++) {
                desk.desk.attempts.add(AttemptStore.Entry.now(ann, Outcome.NO_ANSWER, desk.desk.clock.instant(), ""));
            }
            return ann;
        });
        model.look(Span.TODAY);
        assertEquals(5_000, shown().page().calls().size());
        assertEquals(5_001, shown().page().size());
        assertEquals(5_001, exported().size());
        assertTrue(wish().words().endsWith(" · 5,001 calls"), wish().words());
    }

    @Test
    void theSelectedCallShowsItsProspectAndThePromiseThereAndHere() {
        aDay();
        LoggedCall call = shown().page().calls().getFirst();
        model.select(call);
        assertEquals("Ann Lee", assertCalled().prospect().name());
        assertEquals(1, assertCalled().touches().size());
        assertEquals("Thu 2:30 pm there\nThu 4:30 pm here", model.promised(call));
        assertEquals("Thu 2:30 pm there", model.next(call));
        assertEquals("10:00 am", model.time(call));
        model.select(null);
        assertNull(model.called().get());
    }

    private ReviewService.Called assertCalled() {
        ReviewService.Called called = model.called().get();
        assertNotNull(called);
        return called;
    }

    @Test
    void aChangeOfTheDataReachesTheSelectedCall() {
        aDay();
        LoggedCall call = shown().page().calls().getFirst();
        model.select(call);
        desk.log("2026-11-24T08:00:00", "Ann", Outcome.NO_ANSWER);
        model.refresh();
        assertEquals(2, assertCalled().touches().size());
        assertEquals(Days.of(MONDAY), shown().days());
        model.look(Span.TODAY);
        assertEquals(Days.of(TUESDAY), shown().days());
        assertEquals(List.of("Ann Lee"), names());
    }

    @Test
    void outcomesOfNewerVersionsAreWordsToo() {
        assertEquals("No answer, no message", ReviewViewModel.label("no_answer"));
        assertEquals("No answer", ReviewViewModel.shortLabel("no_answer"));
        assertEquals("called back", ReviewViewModel.label("called_back"));
    }
}

package app.afterbeep.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.LogService;
import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.Background;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The times that are agreed in the sheets of the log are judged like those of the session and the agenda.
final class LogSheetsTest extends LogDeskTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    private LogService log;

    @BeforeEach
    void fill() throws Exception {
        log = new LogService(desk.desk.database, desk.desk.prospects, desk.desk.attempts, desk.desk.promises, desk.desk.emails, desk.desk.cards,
            desk.desk.clock, () -> desk.desk.settings);
        desk.desk.add("Ann Lee", "+12125550101");
    }

    private static CallInput callback(String time) {
        return new CallInput(Outcome.CALLBACK_REQUESTED, TODAY, "10:00", "", WEDNESDAY, time);
    }

    @Test
    void aCorrectionSaysWhatSpeaksAgainstTheTimeThatWasAgreed() {
        long attempt = desk.desk.log(desk.desk.card(1), Outcome.NO_ANSWER).attemptId();
        CorrectViewModel model = new CorrectViewModel(log, Background.direct(), desk, desk.desk.clock, () -> {}, id -> {});
        model.open(attempt);
        model.enter(callback("3 am"));
        String night = model.preview().get().missing();
        assertTrue(night.startsWith("Calls are placed between"), night);
        model.correct(true, () -> {});
        assertEquals(0, desk.desk.number("SELECT count(*) FROM promise"));
        model.enter(callback("2 pm"));
        assertEquals("", model.preview().get().missing());
        model.correct(true, () -> {});
        assertEquals(1, desk.desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
    }

    @Test
    void aCallMadeElsewhereSaysWhatSpeaksAgainstTheTimeThatWasAgreed() {
        ElsewhereViewModel model = new ElsewhereViewModel(log, Background.direct(), desk, desk.desk.clock, () -> {}, id -> {});
        model.choose(1L);
        model.enter(callback("3 am"), false, true);
        String night = model.preview().get().problem();
        assertTrue(night.startsWith("Calls are placed between"), night);
        model.log(() -> {});
        assertEquals(0, desk.desk.number("SELECT count(*) FROM attempt"));
        model.enter(callback("3 am"), false, false);
        assertEquals("", model.preview().get().problem(), "only the log: nothing is scheduled");
        model.enter(callback("2 pm"), false, true);
        model.log(() -> {});
        assertEquals(1, desk.desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
    }

    @Test
    void aTimeThatIsPromisedToSomebodyElseIsNamedAndMayBeTaken() throws Exception {
        desk.desk.add("Bob Ray", "+12125550102");
        ElsewhereViewModel model = new ElsewhereViewModel(log, Background.direct(), desk, desk.desk.clock, () -> {}, id -> {});
        model.choose(2L);
        model.enter(callback("2 pm"), false, true);
        model.log(() -> {});
        model.choose(1L);
        model.enter(callback("2 pm"), false, true);
        String taken = model.preview().get().hint();
        assertTrue(taken.contains("is promised to Bob Ray"), taken);
        assertEquals("", model.preview().get().problem());
        model.log(() -> {});
        assertEquals(2, desk.desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
    }
}

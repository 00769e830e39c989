package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CorrectionRules.Case;
import app.afterbeep.calls.CorrectionRules.Change;
import app.afterbeep.calls.CorrectionRules.Correction;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A prospect with a log, in which everything that is derived agrees at the end.
abstract class LogTest extends DeskTest {
    LogService log;
    long ann;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        log = new LogService(desk.database, desk.prospects, desk.attempts, desk.promises, desk.emails, desk.cards, desk.clock, () -> desk.settings);
        ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
    }

    @AfterEach
    @Override
    protected void close() {
        assertEquals(List.of(), new CallLogStore(desk.database.sql(), desk.clock).wrongHours());
        assertEquals(List.of(), new CallLogStore(desk.database.sql(), desk.clock).wrongPromises());
        assertEquals(List.of(), desk.promises.wrongDays());
        assertEquals(List.of(), desk.database.check());
        super.close();
    }

    Prospect ann() {
        return desk.prospects.find(ann).orElseThrow();
    }

    long logged(Outcome outcome) {
        long id = desk.log(desk.card(ann), outcome).attemptId();
        desk.clock.pass(Duration.ofMinutes(5));
        return id;
    }

    Case opened(long attempt) {
        return log.open(attempt).orElseThrow();
    }

    Correction correction(Case c, Outcome outcome) {
        return correction(c, outcome, c.attempt().at(), c.attempt().note(), null);
    }

    Correction correction(Case c, Outcome outcome, Instant at, String note, @Nullable Slot chosen) {
        return CorrectionRules.of(c, new Change(outcome, at, note, chosen), desk.clock.instant());
    }

    Correction correct(long attempt, Outcome outcome, boolean follow) throws AppException {
        Case c = opened(attempt);
        Correction correction = correction(c, outcome);
        log.correct(c, correction, follow);
        return correction;
    }

    String promises() {
        return desk.text("SELECT coalesce(group_concat(kind || ' ' || state, ', '), '') FROM (SELECT * FROM promise ORDER BY id)");
    }
}

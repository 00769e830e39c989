package app.afterbeep.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.AttemptStore.Source;
import app.afterbeep.calls.Days;
import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.DeskTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultsStoreTest extends DeskTest {
    private ResultsStore store;

    @BeforeEach
    void desk() {
        store = new ResultsStore(desk.database.sql(), desk.clock);
        desk.add("Ann Lee", "+12125550101");
    }

    @Test
    void theFileKnowsTheSameConnectsAsTheProgram() {
        for (Outcome outcome : Outcome.values()) {
            log(outcome, false);
        }
        assertEquals(Arrays.stream(Outcome.values()).filter(Outcome::connect).map(Outcome::code).sorted().toList(),
            desk.database.sql().list("SELECT outcome FROM attempt WHERE connect = 1 ORDER BY 1", r -> r.text("outcome")));
    }

    @Test
    void theNextAttemptCountsWhicheverSideItCameFrom() {
        log(Outcome.LEFT_VOICEMAIL, false);
        log(Outcome.LEFT_VOICEMAIL, false);
        log(Outcome.CONVERSATION, true);
        log(Outcome.NO_ANSWER, false);
        // Both messages were followed, the second by a call that reached the rep; the received call itself is no step.
        assertEquals(List.of("message 2 followed 2 connected 1", "none 1 followed 0 connected 0"), store.steps(Days.of(LocalDate.parse("2026-11-24"))).stream()
            .map(s -> (s.message() ? "message " : "none ") + s.attempts() + " followed " + s.followed() + " connected " + s.connected()).toList());
    }

    @Test
    void checkFindsASummaryThatDiffers() {
        log(Outcome.LEFT_VOICEMAIL, false);
        desk.database.sql().update("UPDATE step_day SET attempts = 7");
        desk.database.sql().update("INSERT INTO promise_day VALUES ('2026-11-25', 'promise', 'kept', 3)");
        assertEquals(List.of("the summary of the steps of 2026-11-24 differs from the log"), store.wrongSteps());
        assertEquals(List.of("the summary of 2026-11-25 differs from the promises of kind promise"), desk.promises.wrongDays());
    }

    private void log(Outcome outcome, boolean inbound) {
        desk.clock.pass(Duration.ofMinutes(1));
        desk.database.transaction(() -> desk.attempts.add(new AttemptStore.Entry(desk.prospects.find(1).orElseThrow(), outcome, desk.clock.instant(), inbound,
            Source.SESSION, "", null, null, null, null, null, null, null, "")));
    }
}

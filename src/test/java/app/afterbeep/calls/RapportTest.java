package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.Balance;
import app.afterbeep.prospects.Reach;
import app.afterbeep.prospects.Touch;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the card says of deposits, withdrawals and how somebody can be reached, on a real file.
class RapportTest extends DeskTest {
    private long ann;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        ann = desk.add("Ann Lee", "+12125550101");
    }

    private Card card() {
        return desk.card(ann);
    }

    private List<String> entries() {
        return card().rapport().balance().entries().stream().map(e -> e.sign() + " " + e.words()).toList();
    }

    /// A call at another time of the same day, and back.
    private void log(Outcome outcome) {
        desk.log(card(), outcome);
        desk.clock.pass(Duration.ofMinutes(7));
    }

    private Instant promised() {
        return card().situation().promise().at();
    }

    private Touch touch(String begins) {
        return card().touches().stream().filter(touch -> touch.what().startsWith(begins)).findFirst().orElseThrow();
    }

    @Test
    void messagesEmailsAndKeptPromisesAddUpAndTheHistorySaysWhich() throws AppException {
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        assertEquals(List.of("+ message"), entries());
        desk.outbox.markSent(desk.outbox.list().getFirst());
        assertEquals(List.of("+ message", "+ email"), entries());
        desk.clock.pass(Duration.between(desk.clock.instant(), promised()));
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        assertEquals(List.of("+ message", "+ email", "+ promise kept", "+ message"), entries());
        Card card = card();
        assertEquals("4 deposits, 0 withdrawals", card.rapport().balance().words());
        Touch first = touch("Voicemail 1");
        assertEquals("++", first.signs());
        assertEquals("Deposit: message. Deposit: promise kept", first.spoken());
        assertEquals(card.rapport().balance().entries().size(), card.touches().stream().mapToInt(touch -> touch.entries().size()).sum(),
            "each entry stands in the history");
    }

    @Test
    void anUndoTakesBackWhatTheCallBrought() {
        log(Outcome.NO_ANSWER);
        Balance before = card().rapport().balance();
        log(Outcome.NO_ANSWER);
        assertEquals(List.of("− 2nd silent call in a row"), entries());
        assertEquals("No answer, no message · 2nd silent call in a row", card().touches().getFirst().what());
        assertEquals(Touch.Weight.WITHDRAWAL, card().touches().getFirst().weight());
        desk.calls.undo();
        assertEquals(before, card().rapport().balance());
        assertEquals(1, card().rapport().silent());
    }

    @Test
    void theSecondSilentCallIsNamedBeforeItIsPressedAndMayBePressed() {
        assertEquals("", card().warning(Outcome.NO_ANSWER));
        log(Outcome.NO_ANSWER);
        assertEquals("2nd silent call in a row", card().warning(Outcome.NO_ANSWER));
        log(Outcome.BUSY);
        assertEquals("2nd silent call in a row", card().warning(Outcome.NO_ANSWER), "nobody's phone rang");
        log(Outcome.GATEKEEPER);
        assertEquals("", card().warning(Outcome.NO_ANSWER));
    }

    @Test
    void aMessageWithTheWordsOfAnotherIsARepetitionAlsoUnderAnotherName() {
        Card first = card();
        String heard = first.voicemail().orElseThrow().body();
        desk.log(first, Outcome.LEFT_VOICEMAIL);
        Rapport rapport = card().rapport();
        assertEquals("They have heard this one", BalanceRules.warning(Outcome.LEFT_VOICEMAIL, rapport.silent(), rapport.heard(), heard.toUpperCase(Locale.ROOT)));
        long again = desk.database.sql().insert("""
            INSERT INTO script_version (script_id, version, body, created_at) SELECT script_id, 99, upper(body), 0 FROM script_version WHERE id = ?""",
            first.voicemail().orElseThrow().versionId());
        desk.clock.pass(Duration.ofMinutes(7));
        desk.database.transaction(() -> desk.attempts.addAlone(new AttemptStore.Entry(card().prospect(), Outcome.LEFT_VOICEMAIL, desk.clock.instant(), false,
            AttemptStore.Source.ELSEWHERE, "+12125550101", again, null, null, null, null, null, null, "")));
        assertEquals(List.of("+ message", "− repeated message"), entries());
        assertEquals("Voicemail 2 · repeated message", card().touches().stream().filter(t -> t.weight() == Touch.Weight.WITHDRAWAL).findFirst().orElseThrow().what());
    }

    @Test
    void aPromiseIsWarnedOfWhileItCanBeKeptAndThenOnceItIsLate() {
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        assertEquals("", card().promiseWarning());
        assertEquals("", card().skipWarning());
        desk.clock.pass(Duration.between(desk.clock.instant(), promised()));
        assertTrue(card().promiseWarning().startsWith("Call by "), card().promiseWarning());
        assertEquals("the promise is late", card().skipWarning());
        desk.clock.pass(Duration.ofMinutes(20));
        assertEquals("Late already. Without a call today it is missed.", card().promiseWarning());
        desk.clock.pass(Duration.ofDays(1));
        assertEquals("", card().promiseWarning(), "why now says it");
        assertEquals(List.of("+ message", "− promise missed"), entries());
    }

    @Test
    void aSkipInTheEveningBreaksThePromise() {
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        Instant evening = promised().atZone(desk.clock.getZone()).withHour(20).withMinute(45).toInstant();
        desk.clock.pass(Duration.between(desk.clock.instant(), evening));
        assertEquals("the promise is missed", card().skipWarning());
    }

    @Test
    void reachSetByHandMovesTheAccentAndUndoBringsItBack() {
        assertEquals(Outcome.LEFT_VOICEMAIL, card().likely());
        desk.calls.saveReach(card().prospect(), Reach.ANSWERS);
        Card card = card();
        assertEquals(Reach.ANSWERS, card.prospect().reach());
        assertEquals(Outcome.NO_ANSWER, card.likely());
        assertEquals("No message first: they answer.", card.advice().words());
        assertTrue(card.consequence(Outcome.NO_ANSWER).startsWith("Message owed"), card.consequence(Outcome.NO_ANSWER));
        log(Outcome.NO_ANSWER);
        assertEquals(Outcome.LEFT_VOICEMAIL, card().likely(), "a second silent call would be a withdrawal");
        assertEquals(1, card().prospect().step(), "the message stays owed");
        assertEquals("No answer, no message – Ann Lee", desk.calls.undo().orElseThrow().label());
        assertEquals("Reach – Ann Lee", desk.calls.undo().orElseThrow().label());
        assertEquals(Reach.UNKNOWN, card().prospect().reach());
    }

    @Test
    void theLogSuggestsUntilTheRepSaysOtherwise() {
        log(Outcome.GATEKEEPER);
        log(Outcome.GATEKEEPER);
        assertEquals(Reach.ASSISTANT, card().rapport().reach().reach());
        assertFalse(card().rapport().reach().byHand());
        desk.calls.saveReach(card().prospect(), Reach.NEVER);
        assertEquals(Reach.NEVER, card().rapport().reach().reach());
        desk.calls.saveReach(card().prospect(), Reach.UNKNOWN);
        assertEquals(Reach.ASSISTANT, card().rapport().reach().reach());
    }

    @Test
    void aCallerIsNeitherWarnedOfNorAdvisedOn() {
        log(Outcome.NO_ANSWER);
        desk.calls.saveReach(card().prospect(), Reach.ANSWERS);
        if (desk.queue.caller(ann, "") instanceof Turn.Prospect(Card caller, String after)) {
            assertEquals(Outcome.CONVERSATION, caller.likely());
            assertEquals("", caller.advice().words());
            assertEquals("", caller.warning(Outcome.NO_ANSWER));
        } else {
            throw new AssertionError("no card");
        }
    }
}

package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.BalanceRules.Call;
import app.afterbeep.calls.BalanceRules.Past;
import app.afterbeep.calls.ReachRules.Advice;
import app.afterbeep.calls.ReachRules.Found;
import app.afterbeep.calls.ReachRules.Next;
import app.afterbeep.prospects.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachRulesTest {
    private static final Next MESSAGE_OWED = new Next(true, false, false, 0);

    /// @param outcomes by key, oldest first: 1 voicemail, 2 no answer, 3 conversation, 6 gatekeeper, 0 busy; i a call from them
    private static Past past(String outcomes) {
        List<Call> calls = new ArrayList<>();
        for (char key : outcomes.toCharArray()) {
            Outcome outcome = List.of(Outcome.values()).stream().filter(o -> o.key().equals(key == 'i' ? "3" : "" + key)).findFirst().orElseThrow();
            calls.add(new Call(calls.size() + 1, Instant.ofEpochSecond(calls.size()), key == 'i', outcome, "", List.of()));
        }
        return new Past(calls, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'', UNKNOWN, ''",
        "2121, UNKNOWN, ''",
        "13, UNKNOWN, ''",
        "16, UNKNOWN, ''",
        "33, ANSWERS, answered each of the last 2 calls",
        "1323, ANSWERS, answered 2 of the last 4 calls",
        "35111, ANSWERS, answered 2 of the last 5 calls",
        "33111111, ANSWERS, answered 2 of the last 8 calls",
        "331111111111, NEVER, no answer in 10 calls",
        "66, ASSISTANT, gatekeeper in each of the last 2 calls",
        "6261, ASSISTANT, gatekeeper in 2 of the last 4 calls",
        "6611111, UNKNOWN, ''",
        "33666, ASSISTANT, gatekeeper in 3 of the last 5 calls",
        "66333, ANSWERS, answered 3 of the last 5 calls",
        "12121, NEVER, no answer in 5 calls",
        "1212, UNKNOWN, ''",
        "612121, UNKNOWN, ''",
        "121230, UNKNOWN, ''",
        "1000021, UNKNOWN, ''",
        "12i12i1, NEVER, no answer in 5 calls",
        "ii, UNKNOWN, ''"})
    void theLogSuggests(String outcomes, Reach reach, String why) {
        Found found = ReachRules.found(Reach.UNKNOWN, past(outcomes));
        assertEquals(reach, found.reach());
        assertEquals(why, found.why());
        assertFalse(found.byHand());
    }

    @Test
    void whatTheRepHasSetOutranksTheLog() {
        Found found = ReachRules.found(Reach.NEVER, past("3333"));
        assertEquals(Reach.NEVER, found.reach());
        assertTrue(found.byHand());
    }

    @Test
    void whoAnswersIsFirstTriedWithoutAMessage() {
        Advice advice = ReachRules.advice(ReachRules.found(Reach.ANSWERS, past("")), MESSAGE_OWED);
        assertEquals(Outcome.NO_ANSWER, advice.outcome());
        assertEquals("No message first: they answer.", advice.words());
        assertEquals(Outcome.NO_ANSWER, ReachRules.advice(ReachRules.suggested(past("31331")), MESSAGE_OWED).outcome());
    }

    @Test
    void aSuggestionThatIsNotSureLeavesTheOutcomeToTheCadence() {
        Advice advice = ReachRules.advice(ReachRules.suggested(past("31311")), MESSAGE_OWED);
        assertNull(advice.outcome());
        assertEquals("No message first: answered 2 of the last 5 calls.", advice.words());
    }

    @Test
    void aSecondSilentCallIsNeverAdvised() {
        Advice advice = ReachRules.advice(ReachRules.found(Reach.ANSWERS, past("")), new Next(true, false, false, 1));
        assertNull(advice.outcome());
        assertEquals("Leave the message: the last call was silent.", advice.words());
    }

    @Test
    void aPromisedCallAndTheLastMessageAreAsTheCadenceSays() {
        Found answers = ReachRules.found(Reach.ANSWERS, past(""));
        assertEquals("", ReachRules.advice(answers, new Next(true, false, true, 0)).words());
        assertEquals("", ReachRules.advice(answers, new Next(true, true, false, 0)).words());
        assertEquals("", ReachRules.advice(answers, new Next(false, false, false, 0)).words());
    }

    @Test
    void theOthersAreToldWhatHelpsAndKeepTheirOutcome() {
        for (Reach reach : List.of(Reach.ASSISTANT, Reach.NEVER)) {
            for (boolean message : List.of(true, false)) {
                Advice advice = ReachRules.advice(ReachRules.found(reach, past("")), new Next(message, false, false, 0));
                assertNull(advice.outcome());
                assertFalse(advice.words().isEmpty());
                assertFalse(advice.more().isEmpty());
            }
        }
        assertEquals("Stay neutral: gatekeeper in each of the last 2 calls.", ReachRules.advice(ReachRules.suggested(past("66")), MESSAGE_OWED).words());
        assertEquals("Leave the message: no answer in 5 calls.", ReachRules.advice(ReachRules.suggested(past("12121")), MESSAGE_OWED).words());
        assertEquals("", ReachRules.advice(ReachRules.suggested(past("1")), MESSAGE_OWED).words());
    }

    @Test
    void theKeyGoesThroughAllFourAndACodeOrLabelIsUnderstood() {
        assertEquals(Reach.UNKNOWN, Reach.UNKNOWN.next().next().next().next());
        assertEquals(Optional.of(Reach.ASSISTANT), Reach.find(" Assistant Screens "));
        assertEquals(Optional.of(Reach.NEVER), Reach.find("NEVER"));
        assertEquals(Optional.empty(), Reach.find("10k followers"));
        assertEquals(Optional.empty(), Reach.find(""));
    }
}

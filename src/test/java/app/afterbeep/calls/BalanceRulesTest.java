package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Promise;
import app.afterbeep.calls.BalanceRules.Call;
import app.afterbeep.calls.BalanceRules.Mail;
import app.afterbeep.calls.BalanceRules.Past;
import app.afterbeep.prospects.Balance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final List<Call> calls = new ArrayList<>();
    private final List<Mail> mails = new ArrayList<>();

    private void call(Outcome outcome, String text, Promise... agreed) {
        long id = calls.size() + 1;
        calls.add(new Call(id, NOW.minus(Duration.ofDays(60 - id)), false, outcome, text, List.of(agreed)));
    }

    private void received(Outcome outcome) {
        long id = calls.size() + 1;
        calls.add(new Call(id, NOW.minus(Duration.ofDays(60 - id)), true, outcome, "", List.of()));
    }

    private static Promise promise(Promise.Kind kind, Promise.State state, Instant at) {
        return new Promise(1, 1, kind, at, NEW_YORK, at.plus(Duration.ofHours(9)), state);
    }

    private static Promise promise(Promise.State state) {
        return promise(Promise.Kind.PROMISE, state, NOW.minus(Duration.ofDays(3)));
    }

    /// "+ message, − promise missed"
    private String balance() {
        return String.join(", ", BalanceRules.balance(new Past(calls, mails), NOW).entries().stream().map(e -> e.sign() + " " + e.words()).toList());
    }

    @Test
    void nothingYetIsNeither() {
        assertEquals("", balance());
        assertEquals("0 deposits, 0 withdrawals", new Balance(List.of()).words());
    }

    @Test
    void aNewMessageAndAnEmailThatHasLeftAreDeposits() {
        call(Outcome.LEFT_VOICEMAIL, "One idea.");
        call(Outcome.LEFT_VOICEMAIL, "Another idea.");
        mails.add(new Mail(1, NOW));
        assertEquals("+ message, + message, + email", balance());
    }

    @ParameterizedTest
    @CsvSource({"One idea.", "'  one   IDEA '", "One idea!", "'One, idea…'", "Ｏｎｅ idea"})
    void theSameWordsAgainAreAWithdrawalHoweverTheyAreWritten(String again) {
        call(Outcome.LEFT_VOICEMAIL, "One idea.");
        call(Outcome.LEFT_VOICEMAIL, "Something else.");
        call(Outcome.LEFT_VOICEMAIL, again);
        assertEquals("+ message, + message, − repeated message", balance());
    }

    @Test
    void oneOtherWordMakesAnotherMessage() {
        call(Outcome.LEFT_VOICEMAIL, "One idea.");
        call(Outcome.LEFT_VOICEMAIL, "One ideal.");
        assertEquals("+ message, + message", balance());
    }

    @Test
    void messagesWhoseWordsNobodyKnowsRepeatNothing() {
        call(Outcome.LEFT_VOICEMAIL, "");
        call(Outcome.LEFT_VOICEMAIL, " ");
        assertEquals("+ message, + message", balance());
        assertEquals(List.of(), BalanceRules.heard(new Past(calls, mails)));
    }

    @Test
    void fromTheSecondSilentCallInARowOnEachIsAWithdrawal() {
        call(Outcome.NO_ANSWER, "");
        assertEquals("", balance());
        call(Outcome.NO_ANSWER, "");
        call(Outcome.NO_ANSWER, "");
        assertEquals("− 2nd silent call in a row, − 3rd silent call in a row", balance());
        assertEquals(3, BalanceRules.silent(new Past(calls, mails)));
    }

    @ParameterizedTest
    @CsvSource({"BUSY", "WRONG_NUMBER"})
    void whatLeavesNoTraceOnTheirDisplayNeitherCountsNorEndsTheRun(Outcome between) {
        call(Outcome.NO_ANSWER, "");
        call(between, "");
        assertEquals(1, BalanceRules.silent(new Past(calls, mails)));
        call(Outcome.NO_ANSWER, "");
        assertEquals("− 2nd silent call in a row", balance());
    }

    @ParameterizedTest
    @CsvSource({"LEFT_VOICEMAIL", "CONVERSATION", "MEETING_BOOKED", "CALLBACK_REQUESTED", "GATEKEEPER", "NOT_INTERESTED"})
    void contactEndsTheRun(Outcome between) {
        call(Outcome.NO_ANSWER, "");
        call(between, "");
        call(Outcome.NO_ANSWER, "");
        assertEquals(1, BalanceRules.silent(new Past(calls, mails)));
        assertTrue(!balance().contains("silent"), balance());
    }

    @Test
    void aCallFromThemEndsTheRun() {
        call(Outcome.NO_ANSWER, "");
        received(Outcome.CONVERSATION);
        call(Outcome.NO_ANSWER, "");
        assertEquals("", balance());
    }

    @ParameterizedTest
    @CsvSource({"KEPT, + promise kept", "MISSED, − promise missed", "OPEN, − promise missed", "LATE, ''", "MOVED, ''", "RELEASED, ''"})
    void aPromiseIsKeptOrMissedAndNothingInBetweenCounts(Promise.State state, String entry) {
        // Open, and its day is over: missed.
        call(Outcome.NO_ANSWER, "", promise(state));
        assertEquals(entry, balance());
    }

    @Test
    void aPromiseThatIsStillToComeIsNothingYet() {
        call(Outcome.NO_ANSWER, "", promise(Promise.Kind.PROMISE, Promise.State.OPEN, NOW.plusSeconds(60)));
        assertEquals("", balance());
    }

    @Test
    void theWordThatWasBrokenAndTheOneInItsPlaceCountEach() {
        call(Outcome.LEFT_VOICEMAIL, "x", promise(Promise.State.MISSED), promise(Promise.Kind.PROMISE, Promise.State.KEPT, NOW.minusSeconds(60)));
        assertEquals("+ message, − promise missed, + promise kept", balance());
        assertEquals(3, BalanceRules.balance(new Past(calls, mails), NOW).of(1).size());
    }

    @Test
    void callbacksAndMeetingsAreWordsToKeepToo() {
        call(Outcome.CALLBACK_REQUESTED, "", promise(Promise.Kind.CALLBACK, Promise.State.KEPT, NOW.minusSeconds(9)));
        call(Outcome.MEETING_BOOKED, "", promise(Promise.Kind.MEETING, Promise.State.MISSED, NOW.minusSeconds(8)));
        assertEquals("+ callback kept, − meeting missed", balance());
    }

    @Test
    void beforeItIsPressedTheSecondSilentCallAndTheRepetitionAreNamed() {
        assertEquals("", BalanceRules.warning(Outcome.NO_ANSWER, 0, List.of(), ""));
        assertEquals("2nd silent call in a row", BalanceRules.warning(Outcome.NO_ANSWER, 1, List.of(), ""));
        assertEquals("12th silent call in a row", BalanceRules.warning(Outcome.NO_ANSWER, 11, List.of(), ""));
        assertEquals("23rd silent call in a row", BalanceRules.warning(Outcome.NO_ANSWER, 22, List.of(), ""));
        call(Outcome.LEFT_VOICEMAIL, "One idea.");
        List<String> heard = BalanceRules.heard(new Past(calls, mails));
        assertEquals("They have heard this one", BalanceRules.warning(Outcome.LEFT_VOICEMAIL, 0, heard, "one idea"));
        assertEquals("", BalanceRules.warning(Outcome.LEFT_VOICEMAIL, 0, heard, "Two ideas."));
        assertEquals("", BalanceRules.warning(Outcome.LEFT_VOICEMAIL, 0, heard, ""));
        assertEquals("", BalanceRules.warning(Outcome.BUSY, 5, heard, "one idea"));
    }

    @ParameterizedTest
    @CsvSource({"-16, ''", "-15, Call by 10:15 am there to keep your word.", "15, Call by 10:15 am there to keep your word.",
        "16, Late already. Without a call today it is missed."})
    void aWordThatIsAboutToBeBrokenIsNamed(int minutes, String warning) {
        Promise open = promise(Promise.Kind.PROMISE, Promise.State.OPEN, NOW);
        assertEquals(warning, BalanceRules.warning(open, NOW.plus(Duration.ofMinutes(minutes))));
        assertEquals("", BalanceRules.warning(promise(Promise.Kind.MEETING, Promise.State.OPEN, NOW), NOW.plus(Duration.ofMinutes(minutes))));
    }

    @Test
    void aBrokenWordIsNoLongerWarnedOf() {
        assertEquals("", BalanceRules.warning(promise(Promise.Kind.PROMISE, Promise.State.OPEN, NOW), NOW.plus(Duration.ofDays(1))));
        assertEquals("", BalanceRules.warning(null, NOW));
    }

    /// Whatever order the file gives them in, also of calls that were logged within the same second.
    @Property
    void theOrderInWhichTheyAreReadDoesNotMatter(@ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> outcomes,
                                                 @ForAll long seed) {
        List<Call> made = made(outcomes);
        List<Mail> sent = made.stream().filter(call -> call.attemptId() % 3 == 0).map(call -> new Mail(call.attemptId(), NOW)).toList();
        List<Call> shuffled = new ArrayList<>(made);
        List<Mail> mixed = new ArrayList<>(sent);
        Collections.shuffle(shuffled, new Random(seed));
        Collections.shuffle(mixed, new Random(seed));
        assertEquals(BalanceRules.balance(new Past(made, sent), NOW), BalanceRules.balance(new Past(shuffled, mixed), NOW));
    }

    /// What the latest call brought goes with it, and nothing else does.
    @Property
    void withoutTheLatestCallTheBalanceIsAsItWasBefore(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 9) Integer> outcomes) {
        List<Call> made = made(outcomes);
        Call latest = made.getLast();
        List<Balance.Entry> all = BalanceRules.balance(new Past(made, List.of()), NOW).entries();
        assertEquals(BalanceRules.balance(new Past(made.subList(0, made.size() - 1), List.of()), NOW).entries(),
            all.stream().filter(entry -> entry.attemptId() != latest.attemptId()).toList());
    }

    /// Two calls in each moment, with four different messages among them.
    private static List<Call> made(List<Integer> outcomes) {
        List<Call> made = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = Outcome.values()[outcomes.get(i)];
            Instant at = NOW.minus(Duration.ofHours(100 - i / 2));
            made.add(new Call(i + 1, at, i % 7 == 6, outcome, outcome == Outcome.LEFT_VOICEMAIL ? "Message " + i % 4 : "",
                i % 5 == 0 ? List.of(promise(Promise.Kind.PROMISE, i % 2 == 0 ? Promise.State.KEPT : Promise.State.MISSED, at.plusSeconds(60))) : List.of()));
        }
        return made;
    }
}

package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CorrectionRules.Case;
import app.afterbeep.calls.CorrectionRules.Correction;
import app.afterbeep.outbox.Email;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls that are corrected afterwards.
class LogServiceTest extends LogTest {
    @Test
    void theLogKeepsWhatStoodThereAndNothingElseChangesWithTheLogAlone() throws AppException {
        long attempt = logged(Outcome.NO_ANSWER);
        Prospect before = ann();
        Case c = opened(attempt);
        log.correct(c, correction(c, Outcome.GATEKEEPER, c.attempt().at().minusSeconds(3600), "Pat, mornings", null), false);
        assertEquals(before, ann());
        assertEquals("gatekeeper Pat, mornings 1", desk.text("SELECT outcome || ' ' || note || ' ' || corrections FROM attempt"));
        assertEquals(9, desk.number("SELECT there_hour FROM attempt"));
        AttemptStore.Was was = desk.attempts.was(attempt).getFirst();
        assertEquals(Outcome.NO_ANSWER, was.outcome());
        assertEquals(c.attempt().at(), was.at());
        assertEquals(desk.clock.instant(), was.correctedAt());
        assertEquals("gatekeeper", desk.text("SELECT outcome FROM hourly"));
    }

    @Test
    void aVoicemailThatWasNoneTakesItsEmailItsPromiseAndItsStepBack() throws AppException {
        long attempt = logged(Outcome.LEFT_VOICEMAIL);
        assertEquals(2, ann().step());
        Correction done = correct(attempt, Outcome.NO_ANSWER, true);
        String words = String.join(" · ", done.follows());
        assertTrue(words.contains("withdraws “") && words.contains("drops the promise for Fri"), words);
        assertEquals("", promises());
        assertEquals(1, desk.number("SELECT count(*) FROM email WHERE state = 'withdrawn'"));
        assertEquals(1, ann().step());
        assertEquals(Prospect.Due.STEP, ann().due());
        assertEquals(done.follow().nextCallAt(), ann().nextCallAt());
        assertEquals(done.follow().nextCallAt().toEpochMilli(), desk.number("SELECT next_call_at FROM attempt"));
        assertTrue(desk.card(ann).voicemail().isPresent(), "the message was not heard");
    }

    @Test
    void aMessageThatWasForgottenMakesThePromiseAndTheEmailItsWordsSay() throws AppException {
        long attempt = logged(Outcome.NO_ANSWER);
        Correction done = correct(attempt, Outcome.LEFT_VOICEMAIL, true);
        String words = String.join(" · ", done.follows());
        assertTrue(words.startsWith("email 1 in 2 min · call Fri"), words);
        assertEquals("promise open", promises());
        assertEquals(ann().nextCallAt().toEpochMilli(), desk.number("SELECT at FROM promise"));
        assertEquals(1, desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
        assertEquals(2, ann().step());
        assertTrue(desk.number("SELECT script_version_id FROM attempt") > 0, "it is never spoken again");
    }

    @ParameterizedTest
    @CsvSource({"LEFT_VOICEMAIL,NO_ANSWER", "LEFT_VOICEMAIL,CONVERSATION", "NO_ANSWER,LEFT_VOICEMAIL", "WRONG_NUMBER,NO_ANSWER",
        "DO_NOT_CALL,NOT_INTERESTED", "NOT_INTERESTED,DO_NOT_CALL", "CONVERSATION,BUSY", "BUSY,WRONG_NUMBER", "GATEKEEPER,NOT_INTERESTED"})
    void oneAndTwoCorrectionsAreTakenBackOneByOne(Outcome first, Outcome second) throws AppException {
        String fresh = desk.state();
        long attempt = logged(first);
        String logged = desk.state();
        correct(attempt, second, true);
        String once = desk.state();
        correct(attempt, Outcome.GATEKEEPER == second ? Outcome.BUSY : Outcome.GATEKEEPER, true);
        assertEquals(2, desk.number("SELECT count(*) FROM attempt_was"));
        desk.calls.undo();
        assertEquals(once, desk.state());
        assertEquals(1, desk.number("SELECT corrections FROM attempt"));
        desk.calls.undo();
        assertEquals(logged, desk.state());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt_was"));
        assertEquals(0, desk.number("SELECT corrections FROM attempt"));
        desk.calls.undo();
        assertEquals(fresh, desk.state());
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aCorrectedOutcomeLeadsWhereThatOutcomeWouldHaveLed(Outcome outcome) throws AppException {
        long bob = desk.add("Bob Ray", "+12125550103", "+12125550104");
        Slot named = new Slot(desk.clock.instant().plus(Duration.ofHours(5)), desk.clock.getZone());
        long attempt = desk.log(desk.card(ann), outcome == Outcome.NO_ANSWER ? Outcome.LEFT_VOICEMAIL : Outcome.NO_ANSWER).attemptId();
        Case c = opened(attempt);
        log.correct(c, correction(c, outcome, c.attempt().at(), "", named), true);
        desk.calls.log(desk.card(bob), outcome, new CallService.Details(null, named, ""));
        Prospect wanted = desk.prospects.find(bob).orElseThrow();
        assertEquals(wanted.status(), ann().status());
        assertEquals(wanted.step(), ann().step());
        assertEquals(wanted.nextCallAt() == null, ann().nextCallAt() == null);
        assertEquals(desk.number("SELECT count(*) FROM promise WHERE prospect_id = ? AND state = 'open'", bob),
            desk.number("SELECT count(*) FROM promise WHERE prospect_id = ? AND state = 'open'", ann));
        assertEquals(desk.number("SELECT count(*) FROM email WHERE prospect_id = ? AND state = 'waiting'", bob),
            desk.number("SELECT count(*) FROM email WHERE prospect_id = ? AND state = 'waiting'", ann));
        assertEquals(wanted.phones().stream().map(p -> p.bad() + " " + p.dnc()).toList(), ann().phones().stream().map(p -> p.bad() + " " + p.dnc()).toList());
    }

    @Test
    void anEmailThatHasLeftStaysAndNoSecondOneFollows() throws AppException {
        long attempt = logged(Outcome.LEFT_VOICEMAIL);
        Email email = desk.emails.list(9).getFirst();
        desk.outbox.markSent(email);
        Correction away = correct(attempt, Outcome.NO_ANSWER, true);
        assertTrue(away.follows().contains("“" + email.subject() + "” has left and stays sent"), away.follows()::toString);
        Correction back = correct(attempt, Outcome.LEFT_VOICEMAIL, true);
        assertTrue(back.follows().getFirst().startsWith("call Fri"), back.follows()::toString);
        assertEquals("sent", desk.text("SELECT group_concat(state) FROM email"));
    }

    @Test
    void onlyTheLatestCallCanDoAnything() throws AppException {
        long first = logged(Outcome.LEFT_VOICEMAIL);
        logged(Outcome.GATEKEEPER);
        Prospect before = ann();
        Correction correction = correction(opened(first), Outcome.NO_ANSWER);
        assertNull(correction.follow());
        assertTrue(correction.why().startsWith("There is a later call with Ann Lee"), correction.why());
        log.correct(opened(first), correction, true);
        assertEquals(before, ann());
        assertEquals("promise open", promises());
    }

    @ParameterizedTest
    @CsvSource({"10, kept", "40, late", "-40, moved"})
    void aCorrectedTimeSettlesThePromiseAnew(int minutesAfter, String state) throws AppException {
        logged(Outcome.LEFT_VOICEMAIL);
        Instant promised = ann().nextCallAt();
        desk.clock.pass(Duration.between(desk.clock.instant(), promised).plusMinutes(minutesAfter == 10 ? 50 : 5));
        long attempt = logged(Outcome.LEFT_VOICEMAIL);
        String was = minutesAfter == 10 ? "late" : "kept";
        assertEquals("promise " + was + ", promise open", promises());
        desk.clock.pass(Duration.ofHours(1));
        Case c = opened(attempt);
        Correction correction = correction(c, Outcome.LEFT_VOICEMAIL, promised.plusSeconds(minutesAfter * 60L), c.attempt().note(), null);
        assertTrue(correction.always().getFirst().endsWith(" counts as " + state + " (was " + was + ")."), correction.always()::toString);
        log.correct(c, correction, false);
        assertEquals("promise " + state + ", promise open", promises());
        desk.calls.undo();
        assertEquals("promise " + was + ", promise open", promises());
    }

    @Test
    void aReachedProspectWhoWasNotReachedIsOwedThePromiseAgain() throws AppException {
        logged(Outcome.LEFT_VOICEMAIL);
        Instant promised = ann().nextCallAt();
        long attempt = logged(Outcome.CONVERSATION);
        assertEquals("promise released", promises());
        Correction done = correct(attempt, Outcome.NO_ANSWER, true);
        assertTrue(done.keeps());
        assertTrue(done.follows().getFirst().startsWith("stays as agreed · call Fri"), done.follows()::toString);
        assertEquals("promise open", promises());
        assertEquals(promised, ann().nextCallAt());
        assertEquals(Prospect.Due.PROMISE, ann().due());
        assertEquals(Prospect.Status.ACTIVE, ann().status());
    }

    @Test
    void doNotCallHoldsAlsoWithTheLogAloneAndForAnOldCall() throws AppException {
        long first = logged(Outcome.LEFT_VOICEMAIL);
        logged(Outcome.GATEKEEPER);
        Correction done = correct(first, Outcome.DO_NOT_CALL, false);
        assertTrue(done.always().getFirst().contains("do-not-call list for good"));
        assertEquals(Prospect.Status.DNC, ann().status());
        assertTrue(ann().phones().stream().allMatch(phone -> phone.dnc()));
        assertEquals("promise released", promises());
        assertEquals(0, desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
    }

    @Test
    void aSlipOfNineComesOffTheListAgainUnlessSomebodyElseIsOnIt() throws AppException {
        long attempt = logged(Outcome.DO_NOT_CALL);
        Case c = opened(attempt);
        log.correct(c, correction(c, Outcome.BUSY), false);
        assertEquals(Prospect.Status.DNC, ann().status(), "the log alone frees nobody");
        desk.calls.undo();
        Correction done = correct(attempt, Outcome.BUSY, true);
        assertEquals("Ann Lee comes off the do-not-call list", done.follows().getFirst());
        assertEquals(0, desk.number("SELECT count(*) FROM dnc"));
        assertEquals(Prospect.Status.ACTIVE, ann().status());
        assertEquals(1, desk.number("SELECT reachable FROM prospect WHERE id = ?", ann));

        long bob = desk.add("Bob Ray", "+12125550101");
        desk.log(desk.card(bob), Outcome.DO_NOT_CALL);
        long again = logged(Outcome.DO_NOT_CALL);
        Correction refused = correction(opened(again), Outcome.BUSY);
        assertNull(refused.follow());
        assertTrue(refused.why().contains("stays on the do-not-call list"), refused.why());
    }

    @Test
    void whatHasChangedSinceIsNotCorrectedBlindly() throws AppException {
        long attempt = logged(Outcome.LEFT_VOICEMAIL);
        Case c = opened(attempt);
        Correction correction = correction(c, Outcome.NO_ANSWER);
        desk.outbox.markSent(desk.emails.list(9).getFirst());
        assertThrows(AppException.class, () -> log.correct(c, correction, true));
        Case d = opened(attempt);
        assertThrows(AppException.class, () -> log.correct(d, correction(d, Outcome.BUSY, desk.clock.instant().plusSeconds(60), "", null), false));
        assertEquals(0, desk.number("SELECT corrections FROM attempt"));
    }

    private Slot meeting() throws AppException {
        Slot thursday = new Slot(Instant.parse("2026-11-26T19:00:00Z"), desk.clock.getZone());
        desk.calls.log(desk.card(ann), Outcome.MEETING_BOOKED, new CallService.Details(null, thursday, ""));
        desk.clock.pass(Duration.ofMinutes(5));
        return thursday;
    }

    /// What the same call leaves behind when it is logged as it was, and when it is corrected to it.
    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aCallBeforeAMeetingThatIsCorrectedLeavesWhatTheSameCallInTheSessionLeaves(Outcome outcome) throws AppException {
        meeting();
        Slot named = new Slot(desk.clock.instant().plus(Duration.ofHours(5)), desk.clock.getZone());
        desk.calls.log(desk.card(ann), outcome, new CallService.Details(null, named, ""));
        String wanted = promises() + " " + ann().status() + " " + (ann().nextCallAt() == null);
        desk.calls.undo();
        long attempt = logged(outcome == Outcome.NO_ANSWER ? Outcome.BUSY : Outcome.NO_ANSWER);
        Case c = opened(attempt);
        Correction correction = correction(c, outcome, c.attempt().at(), "", named);
        log.correct(c, correction, true);
        assertEquals(wanted, promises() + " " + ann().status() + " " + (ann().nextCallAt() == null), correction.follows()::toString);
        assertEquals(promises().startsWith("meeting open"), correction.follows().stream().anyMatch(said -> said.contains("stays")) , correction.follows()::toString);
    }

    /// A callback was agreed beside the meeting: a correction settles and opens both as the session does.
    @ParameterizedTest
    @CsvSource({"NO_ANSWER, NOT_INTERESTED, false", "NOT_INTERESTED, NO_ANSWER, false", "NO_ANSWER, CONVERSATION, false", "MEETING_BOOKED, GATEKEEPER, false",
        "LEFT_VOICEMAIL, NOT_INTERESTED, false", "CONVERSATION, NO_ANSWER, true", "NOT_INTERESTED, LEFT_VOICEMAIL, true", "NO_ANSWER, CONVERSATION, true"})
    void allThatIsAgreedFollowsACorrection(Outcome first, Outcome second, boolean due) throws AppException {
        Slot booked = meeting();
        Slot friday = new Slot(booked.at().plus(Duration.ofDays(1)), booked.zone());
        Slot wednesday = new Slot(booked.at().minus(Duration.ofDays(1)), booked.zone());
        desk.calls.log(desk.card(ann), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, wednesday, ""));
        desk.clock.pass(due ? Duration.between(desk.clock.instant(), wednesday.at()) : Duration.ofMinutes(5));
        desk.calls.log(desk.card(ann), second, new CallService.Details(null, friday, ""));
        String wanted = promises() + " " + ann().status() + " " + ann().nextCallAt();
        desk.calls.undo();
        long attempt = desk.calls.log(desk.card(ann), first, new CallService.Details(null, friday, "")).attemptId();
        Correction correction = correct(attempt, second, true);
        assertEquals(wanted, promises() + " " + ann().status() + " " + ann().nextCallAt(), correction.follows()::toString);
    }

    @Test
    void aTryThatWasNotAtThePromisedTimeKeptNothing() throws AppException {
        logged(Outcome.LEFT_VOICEMAIL);
        Instant promised = ann().nextCallAt();
        desk.clock.pass(Duration.between(desk.clock.instant(), promised));
        long attempt = logged(Outcome.NO_ANSWER);
        assertEquals("promise kept", promises());
        Case c = opened(attempt);
        Correction early = correction(c, Outcome.NO_ANSWER, promised.minus(Duration.ofHours(1)), "", null);
        log.correct(c, early, false);
        assertEquals("promise missed", promises(), "its minute passed without a call");
        assertTrue(early.always().getFirst().endsWith(" counts as missed (was kept)."), early.always()::toString);
        desk.calls.undo();
        assertEquals("promise kept", promises());
        Correction again = correction(opened(attempt), Outcome.NO_ANSWER, promised.minus(Duration.ofHours(1)), "", null);
        assertTrue(again.follows().getFirst().matches("what was agreed for .* is still to be done"), again.follows()::toString);
        log.correct(opened(attempt), again, true);
        assertEquals("promise open", promises());
        assertEquals(promised, ann().nextCallAt());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aTryThatWasAtThePromisedTimeKeepsIt(boolean follow) throws AppException {
        logged(Outcome.LEFT_VOICEMAIL);
        Instant promised = ann().nextCallAt();
        desk.clock.pass(Duration.between(desk.clock.instant(), promised).minusMinutes(30));
        long attempt = logged(Outcome.NO_ANSWER);
        assertEquals("promise open", promises());
        desk.clock.pass(Duration.ofMinutes(30));
        Case c = opened(attempt);
        Correction near = correction(c, Outcome.NO_ANSWER, promised.minus(Duration.ofMinutes(10)), "", null);
        assertTrue(near.always().getFirst().endsWith(" counts as kept (was open)."), near.always()::toString);
        log.correct(c, near, follow);
        assertEquals("promise kept", promises());
        assertTrue(ann().nextCallAt().isAfter(promised) == follow, "what is next is planned anew when the rep wants it");
        desk.calls.undo();
        assertEquals("promise open", promises());
    }

    @Test
    void aNumberThatWasRightSaysThatItStaysWrong() throws AppException {
        long first = logged(Outcome.WRONG_NUMBER);
        Correction latest = correction(opened(first), Outcome.NO_ANSWER);
        assertTrue(latest.always().getFirst().contains("With the log alone the number stays marked as wrong"), latest.always()::toString);
        logged(Outcome.GATEKEEPER);
        Correction older = correction(opened(first), Outcome.NO_ANSWER);
        assertTrue(older.always().getFirst().contains("stays marked as wrong"), older.always()::toString);
    }

    @Test
    void whatWasAddedAfterTheClickIsShownAndStays() throws AppException {
        long attempt = logged(Outcome.GATEKEEPER);
        desk.attempts.addNote(attempt, "Pat, mornings");
        assertEquals("Pat, mornings", opened(attempt).attempt().later());
        correct(attempt, Outcome.NO_ANSWER, false);
        assertEquals("Pat, mornings", opened(attempt).attempt().later());
    }

    @Test
    void nothingIsAgreedForTheNightThere() throws AppException {
        Slot night = new Slot(Instant.parse("2026-11-26T08:00:00Z"), ann().place().zone());
        long attempt = logged(Outcome.NO_ANSWER);
        Case c = opened(attempt);
        Correction asked = correction(c, Outcome.CALLBACK_REQUESTED, c.attempt().at(), "", night);
        AppException refused = assertThrows(AppException.class, () -> log.correct(c, asked, true));
        assertTrue(refused.getMessage().startsWith("Nothing was done. Calls are placed between 8:00"), refused.getMessage());
        assertEquals("no_answer", desk.text("SELECT outcome FROM attempt"), "nothing was done");
        LogService.Person person = log.person(ann);
        assertThrows(AppException.class, () -> log.add(person, new LogService.Elsewhere(Outcome.CALLBACK_REQUESTED, false, desk.clock.instant(), "", night, true)));
        assertEquals("", promises());
        log.correct(c, correction(c, Outcome.MEETING_BOOKED, c.attempt().at(), "", night), true);
        assertEquals("meeting open", promises(), "a meeting is no call");
    }

    @Test
    void aSlotThatSomebodyElseWasPromisedMeanwhileIsNotPromisedAgain() throws AppException {
        long attempt = logged(Outcome.NO_ANSWER);
        Case c = opened(attempt);
        Correction message = correction(c, Outcome.LEFT_VOICEMAIL);
        Slot slot = message.follow().agreed().slot();
        long bob = desk.add("Bob Ray", "+12125550103");
        desk.calls.log(desk.card(bob), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, slot, ""));
        AppException taken = assertThrows(AppException.class, () -> log.correct(c, message, true));
        assertTrue(taken.getMessage().contains("is promised to Bob Ray"), taken.getMessage());
        assertEquals("callback open", promises());
        correct(attempt, Outcome.LEFT_VOICEMAIL, true);
        assertEquals("callback open, promise open", promises());
    }

    @Test
    void aPromiseWhoseSuccessorAnotherCallHasSettledStaysWithIt() throws AppException {
        Instant early = desk.clock.instant().minusSeconds(600);
        long message = logged(Outcome.LEFT_VOICEMAIL);
        app.afterbeep.cadence.Promise made = desk.promises.open(ann).orElseThrow();
        Slot later = new Slot(desk.clock.instant().plusSeconds(600), ann().place().zone());
        desk.database.transaction(() -> {
            desk.promises.settle(made.id(), app.afterbeep.cadence.Promise.State.MOVED, desk.clock.instant(), null);
            desk.promises.addMoved(made, later);
            desk.prospects.reschedule(ann, later.at());
            return ann;
        });
        desk.clock.set("2026-11-24T10:16:00-05:00[America/New_York]");
        long second = logged(Outcome.NO_ANSWER);
        assertEquals("promise moved, promise kept", promises());
        Case c = opened(second);
        log.correct(c, correction(c, Outcome.NO_ANSWER, early, "", null), false);
        correct(message, Outcome.CONVERSATION, true);
        assertEquals(2, desk.number("SELECT count(*) FROM promise"), "the ledger keeps both");
        assertEquals(Prospect.Status.TALKING, ann().status());
    }
}

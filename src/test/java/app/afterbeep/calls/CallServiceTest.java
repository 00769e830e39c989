package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.faults.Fault;
import app.afterbeep.outbox.Email;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallServiceTest extends DeskTest {
    @Test
    void voicemailSchedulesTheTimeThatWasSpokenQueuesTheEmailAndAdvances() throws AppException {
        long ann = desk.addAt("America/Chicago", "Ann Lee", "ann.lee@example.com", "+13125550101");
        Card card = desk.card(ann);
        Slot slot = card.slot();
        String spoken = card.message().text();
        assertTrue(spoken.contains(Times.spokenDay(slot.there(), desk.clock.instant().atZone(slot.zone()).toLocalDate()) + " at "
            + Times.spokenTime(slot.there())), spoken);

        desk.calls.log(card, Outcome.LEFT_VOICEMAIL, new CallService.Details(17, null, ""));

        assertEquals(slot.at().toEpochMilli(), desk.number("SELECT at FROM promise WHERE prospect_id = ?", ann));
        assertEquals("America/Chicago", desk.text("SELECT zone FROM promise WHERE prospect_id = ?", ann));
        Prospect after = desk.prospects.find(ann).orElseThrow();
        assertEquals(slot.at(), after.nextCallAt());
        assertEquals(2, after.step());
        assertEquals(17, desk.number("SELECT message_seconds FROM attempt"));
        assertEquals(card.voicemail().orElseThrow().versionId(), desk.number("SELECT script_version_id FROM attempt"));
        Email email = desk.outbox.list().getFirst();
        assertEquals(Email.State.WAITING, email.state());
        assertEquals(desk.clock.instant().plusSeconds(120), email.dueAt());
        assertFalse(email.body().contains("{{"), email.body());
        desk.clock.pass(Duration.ofSeconds(120));
        assertEquals(Email.State.READY, desk.outbox.list().getFirst().state());
    }

    @Test
    void aWholeCadenceEndsInARestAndNoMessageIsHeardTwice() {
        long ann = desk.add("Ann Lee", "+12125550101");
        for (Outcome outcome : List.of(Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL)) {
            desk.log(desk.card(ann), outcome);
            Instant next = desk.prospects.find(ann).orElseThrow().nextCallAt();
            desk.clock.pass(Duration.between(desk.clock.instant(), next));
        }
        Prospect rested = desk.prospects.find(ann).orElseThrow();
        assertEquals(Prospect.Status.RESTING, rested.status());
        assertEquals(1, rested.step());
        assertEquals(4, desk.number("SELECT count(*) FROM email"));
        assertEquals(4, desk.number("SELECT count(DISTINCT script_version_id) FROM attempt"));
        assertEquals(3, desk.number("SELECT count(*) FROM promise"), "the last voicemail promises nothing");
        assertEquals(3, desk.number("SELECT count(*) FROM promise WHERE state = 'kept'"));
        Card back = desk.next();
        assertEquals(ann, back.prospect().id());
        assertEquals("Typed twice", back.voicemail().orElseThrow().name(), "the next series");
    }

    private static final List<Outcome> A_ROUND =
        List.of(Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.LEFT_VOICEMAIL, Outcome.LEFT_VOICEMAIL);

    private void playARound(long prospect) {
        for (Outcome outcome : A_ROUND) {
            desk.log(desk.card(prospect), outcome);
            desk.clock.pass(Duration.between(desk.clock.instant(), desk.prospects.find(prospect).orElseThrow().nextCallAt()));
        }
    }

    @Test
    void afterTheRestTheNextSeriesComesAndNoMessageIsEverHeardAgain() {
        long ann = desk.add("Ann Lee", "+12125550101");
        playARound(ann);
        playARound(ann);
        assertEquals(8, desk.number("SELECT count(DISTINCT script_version_id) FROM attempt"));
        assertEquals(8, desk.number("SELECT count(DISTINCT script_version_id) FROM email"));
        assertEquals(6, desk.number("SELECT count(*) FROM promise WHERE state = 'kept'"));
        Card back = desk.next();
        assertTrue(back.words().heardAll(), "after the last series nothing new is left to say");
        assertTrue(back.voicemail().isEmpty());
        playARound(ann);
        assertEquals(8, desk.number("SELECT count(DISTINCT script_version_id) FROM attempt"));
        assertEquals(8, desk.number("SELECT count(*) FROM attempt WHERE script_version_id IS NOT NULL"));
    }

    @Test
    void noAnswerKeepsTheMessageOwedAndQueuesNoEmail() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        Prospect after = desk.prospects.find(ann).orElseThrow();
        assertEquals(1, after.step());
        assertEquals(Prospect.Due.STEP, after.due());
        assertEquals(0, desk.number("SELECT count(*) FROM email"));
        assertEquals(0, desk.number("SELECT count(*) FROM promise"));
    }

    @Test
    void wrongNumberLetsTheNextOneTakeItsPlaceOnAnotherDay() {
        long ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
        desk.log(desk.card(ann), Outcome.WRONG_NUMBER);
        Prospect after = desk.prospects.find(ann).orElseThrow();
        assertEquals("+12125550102", after.phone().orElseThrow().e164());
        assertEquals(1, after.step());
        assertTrue(after.nextCallAt().atZone(ZoneId.of("America/New_York")).toLocalDate()
            .isAfter(java.time.LocalDate.now(desk.clock)), "one attempt a day");
        desk.clock.pass(Duration.between(desk.clock.instant(), after.nextCallAt()));
        desk.log(desk.next(), Outcome.WRONG_NUMBER);
        assertEquals(Optional.empty(), desk.prospects.find(ann).orElseThrow().phone());
        assertTrue(desk.queue.turn(true) instanceof Turn.Nobody, "waits for a number");
    }

    @Test
    void aPromiseIsCalledAtOnceOnTheNextNumber() {
        long ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.between(desk.clock.instant(), desk.prospects.find(ann).orElseThrow().nextCallAt()));
        desk.log(desk.next(), Outcome.WRONG_NUMBER);
        assertEquals(ann, desk.next().prospect().id());
        assertEquals("+12125550102", desk.next().dialed().e164());
    }

    @Test
    void callbackAndMeetingTakeTheTimeThatWasNamed() throws AppException {
        long ann = desk.addAt("America/Los_Angeles", "Ann Lee", "a@example.com", "+12135550101");
        Slot named = new Slot(ZonedDateTime.parse("2026-11-25T16:40:00-08:00[America/Los_Angeles]").toInstant(), ZoneId.of("America/Los_Angeles"));
        desk.calls.log(desk.card(ann), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, named, ""));
        assertEquals("callback", desk.text("SELECT kind FROM promise"));
        desk.clock.pass(Duration.between(desk.clock.instant(), named.at()).minusMinutes(2));
        Card due = desk.next();
        assertEquals(ann, due.prospect().id(), "two minutes before its time");
        assertTrue(due.why().startsWith("Asked for a call 4:40 pm"), due.why());
        desk.calls.log(due, Outcome.MEETING_BOOKED, new CallService.Details(null, new Slot(named.at().plusSeconds(86_400), named.zone()), ""));
        assertEquals("kept", desk.text("SELECT state FROM promise WHERE kind = 'callback'"));
        assertEquals("open", desk.text("SELECT state FROM promise WHERE kind = 'meeting'"));
        assertTrue(desk.queue.turn(true) instanceof Turn.Nobody);
    }

    @Test
    void afterAConversationTheRepDecidesAndOneUndoTakesThatBack() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101");
        Card card = desk.card(ann);
        CallService.Logged logged = desk.calls.log(card, Outcome.CONVERSATION, new CallService.Details(null, null, "likes mornings"));
        assertEquals("likes mornings", desk.text("SELECT note FROM attempt"));
        String talked = desk.state();
        Slot next = new Slot(desk.clock.instant().plusSeconds(86_400), ZoneId.of("America/New_York"));
        desk.calls.afterConversation(card, logged.attemptId(), new CallService.Next(next, true));
        assertEquals(1, desk.number("SELECT count(*) FROM email WHERE state = 'waiting'"));
        assertEquals(next.at(), desk.prospects.find(ann).orElseThrow().nextCallAt());
        desk.calls.undo();
        assertEquals(talked, desk.state());
    }

    @Test
    void tryingBeforeThePromisedTimeInVainKeepsThePromise() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        Instant promised = desk.prospects.find(ann).orElseThrow().nextCallAt();
        desk.clock.pass(Duration.ofHours(1));
        assertTrue(desk.card(ann).consequence(Outcome.NO_ANSWER).startsWith("Stays as agreed · call Fri"), desk.card(ann).consequence(Outcome.NO_ANSWER));
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        assertEquals("open", desk.text("SELECT state FROM promise"));
        assertEquals(promised, desk.prospects.find(ann).orElseThrow().nextCallAt());
        desk.calls.skip(desk.card(ann));
        assertEquals(promised, desk.prospects.find(ann).orElseThrow().nextCallAt(), "skipping puts off only what is due");
    }

    @Test
    void theLastVoicemailBeforeThePromisedTimeLeavesNoPromiseBehind() {
        long ann = desk.add("Ann Lee", "+12125550101");
        A_ROUND.subList(0, 4).forEach(outcome -> {
            desk.log(desk.card(ann), outcome);
            desk.clock.pass(Duration.between(desk.clock.instant(), desk.prospects.find(ann).orElseThrow().nextCallAt()));
        });
        desk.clock.pass(Duration.ofHours(-20));
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        assertEquals(Prospect.Status.RESTING, desk.prospects.find(ann).orElseThrow().status());
        assertEquals(0, desk.number("SELECT count(*) FROM promise WHERE state = 'open'"), "else it would be missed while the prospect rests");
        assertEquals("moved", desk.text("SELECT state FROM promise ORDER BY id DESC"));
    }

    @Test
    void theRoundWithoutNewMessagesStillMovesOn() {
        long ann = desk.add("Ann Lee", "+12125550101");
        playARound(ann);
        playARound(ann);
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        assertEquals(2, desk.prospects.find(ann).orElseThrow().step());
    }

    @Test
    void nothingIsLoggedTwiceFromOneCard() {
        long ann = desk.add("Ann Lee", "+12125550101");
        Card card = desk.card(ann);
        desk.log(card, Outcome.LEFT_VOICEMAIL);
        assertThrows(AppException.class, () -> desk.calls.log(card, Outcome.LEFT_VOICEMAIL, new CallService.Details(null, null, "")));
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        assertEquals(1, desk.number("SELECT count(*) FROM email"));
    }

    @Test
    void theSameDayIsCalledOnlyOnceExceptAfterBusy() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.next(), Outcome.BUSY);
        assertTrue(desk.queue.turn(false) instanceof Turn.Later);
        desk.clock.pass(Duration.ofMinutes(60));
        Card retry = desk.next();
        assertEquals(ann, retry.prospect().id());
        desk.log(retry, Outcome.NO_ANSWER);
        desk.clock.set("2026-11-24T17:00:00-05:00[America/New_York]");
        assertTrue(desk.queue.turn(false) instanceof Turn.Later);
    }

    @Fault(value = 18, how = "calling hours checked again at the moment of dialing", then = "refused, with the reason")
    @Test
    void dialingIsRefusedOutsideTheLegalHoursAtTheMomentOfDialing() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101");
        Card card = desk.card(ann);
        Phone phone = card.prospect().phones().getFirst();
        assertEquals(Optional.of("tel:+12125550101"), desk.calls.dial(card, phone));
        desk.clock.set("2026-11-24T21:00:00-05:00[America/New_York]");
        AppException refused = assertThrows(AppException.class, () -> desk.calls.dial(card, phone));
        assertTrue(refused.getMessage().contains("9:00 pm there"), refused.getMessage());
    }

    @Test
    void aCallThatACrashLeftOpenComesBackFirst() throws AppException {
        desk.add("Ann Lee", "+12125550101");
        long bob = desk.add("Bob Ray", "+12125550102");
        Card card = desk.card(bob);
        desk.calls.dial(card, card.prospect().phones().getFirst());
        desk.close();
        desk = new Desk(folder, new MovableClock("2026-11-24T10:05:00-05:00[America/New_York]"));
        Turn.Prospect first = (Turn.Prospect) desk.queue.start();
        assertEquals(bob, first.card().prospect().id());
        desk.log(first.card(), Outcome.NO_ANSWER);
        assertEquals(0, desk.number("SELECT count(*) FROM open_call"));
    }

    @Test
    void aMissingNameOfTheRepKeepsTheEmailBackUntilItIsKnown() {
        desk.settings = desk.settings.with(Setting.MY_NAME, "");
        long ann = desk.add("Ann Lee", "+12125550101");
        assertEquals(List.of("my_name"), desk.card(ann).message().missing());
        assertTrue(desk.card(ann).consequence(Outcome.LEFT_VOICEMAIL).startsWith("Email held · call "), "the button says so");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        Email kept = desk.outbox.list().getFirst();
        desk.clock.pass(Duration.ofHours(1));
        assertEquals(Email.State.WAITING, desk.outbox.list().getFirst().state(), "however long");
        assertEquals("No value for my name", kept.problem());
        desk.outbox.fillIn(java.util.Map.of("my_name", "Dana Reyes"));
        Email filled = desk.outbox.list().getFirst();
        assertEquals(Email.State.READY, filled.state());
        assertTrue(filled.body().contains("Dana Reyes"), filled.body());
    }

    @Test
    void anEditedZoneOutranksTheNumberAndMovesTheHours() {
        desk.clock.set("2026-11-24T08:45:00-05:00[America/New_York]");
        long ann = desk.add("Ann Lee", "+12125550101");
        assertEquals(ann, desk.next().prospect().id());
        desk.calls.savePlace(desk.prospects.find(ann).orElseThrow(), new Place(0, "US", List.of(ZoneId.of("America/Los_Angeles"))));
        assertTrue(desk.queue.turn(true) instanceof Turn.Later, "it is a quarter to six there");
        desk.calls.undo();
        assertEquals(ann, desk.next().prospect().id());
    }

    private ZonedDateTime promised(long id) {
        Instant at = Instant.ofEpochMilli(desk.number("SELECT at FROM promise WHERE prospect_id = ? AND state = 'open'", id));
        assertEquals(at, desk.prospects.find(id).orElseThrow().nextCallAt());
        return at.atZone(ZoneId.of(desk.text("SELECT zone FROM promise WHERE prospect_id = ? AND state = 'open'", id)));
    }

    @Test
    void whatWasSpokenWithoutAZoneIsAtThatTimeWhereTheyReallyAre() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        ZonedDateTime spoken = promised(ann);
        String before = desk.state();
        ZoneId pacific = ZoneId.of("America/Los_Angeles");
        desk.calls.savePlace(desk.prospects.find(ann).orElseThrow(), new Place(0, "US", List.of(pacific)));
        assertEquals(spoken.toLocalDateTime().atZone(pacific), promised(ann));
        assertEquals(List.of(), desk.promises.wrongDays());
        assertEquals(spoken.toLocalDate().plusDays(1).atStartOfDay(pacific).toInstant().toEpochMilli(), desk.number("SELECT day_ends_at FROM promise"));
        desk.calls.savePlace(desk.prospects.find(ann).orElseThrow(), new Place(0, "US", List.of(spoken.getZone())));
        assertEquals(spoken, promised(ann));
        desk.calls.undo();
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void whatWasSpokenWithItsZoneStaysAtThatMoment() {
        long ann = desk.addAt("America/New_York,America/Chicago", "Ann Lee", "", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        ZonedDateTime spoken = promised(ann);
        for (String zone : List.of("America/Los_Angeles", "America/Denver")) {
            desk.calls.savePlace(desk.prospects.find(ann).orElseThrow(), new Place(0, "US", List.of(ZoneId.of(zone))));
            assertEquals(spoken, promised(ann));
        }
    }

    @Test
    void whoHasNoOtherNumberWaitsForOneAndIsDueAsSoonAsItComes() {
        long bob = desk.add("Bob Ray", "+12125550901");
        desk.log(desk.card(bob), Outcome.WRONG_NUMBER);
        assertEquals(0, desk.number("SELECT coalesce(next_call_at, 0) FROM attempt WHERE prospect_id = ?", bob), "the log announces no call");
        assertEquals("active step ", desk.text("SELECT concat(status, ' ', due, ' ', next_call_at) FROM prospect WHERE id = ?", bob));
        assertEquals("Waits for a number. Attempt 1 of 5.", desk.card(bob).why());
        desk.clock.pass(Duration.ofDays(1));
        desk.database.transaction(() -> {
            desk.prospects.phones().add(bob, new app.afterbeep.prospects.Phone(0, 0, "+12125550902", "", "", true, false, false, false));
            desk.prospects.refresh(bob);
            return bob;
        });
        assertEquals(desk.clock.instant().toEpochMilli(), desk.number("SELECT next_call_at FROM prospect WHERE id = ? AND lane = 1", bob));
        assertEquals("+12125550902", desk.card(bob).dialed().e164());
    }

    @Test
    void aNewNumberBringsNobodyBackWhoWasNotWaitingForOne() {
        long bob = desk.add("Bob Ray", "+12125550901");
        desk.log(desk.card(bob), Outcome.CONVERSATION);
        desk.database.transaction(() -> {
            desk.prospects.phones().markBad(bob, "+12125550901");
            desk.prospects.phones().add(bob, new app.afterbeep.prospects.Phone(0, 0, "+12125550902", "", "", true, false, false, false));
            desk.prospects.refresh(bob);
            return bob;
        });
        assertEquals("talking 1 ", desk.text("SELECT concat(status, ' ', reachable, ' ', next_call_at) FROM prospect WHERE id = ?", bob));
    }

    @Test
    void anEmailThatIsRefusedAfterTheConversationIsWithdrawnAndNotOfferedAgain() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.allEmailsAre("sending");
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        desk.database.transaction(() -> {
            desk.emails.ended(1, app.afterbeep.outbox.Email.State.FAILED, "The server refuses it");
            return true;
        });
        assertEquals("withdrawn", desk.text("SELECT state FROM email"));
    }

    private long meets(String time) throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101", "+12125550102");
        desk.calls.log(desk.card(ann), Outcome.MEETING_BOOKED, new CallService.Details(null, eastern(time), ""));
        desk.clock.pass(Duration.ofHours(24));
        return ann;
    }

    private static Slot eastern(String time) {
        ZoneId zone = ZoneId.of("America/New_York");
        return new Slot(java.time.LocalDateTime.parse(time).atZone(zone).toInstant(), zone);
    }

    private String agreed() {
        return String.join(", ", desk.database.sql().list("SELECT kind || ' ' || state AS it FROM promise ORDER BY id", r -> r.text("it")));
    }

    @Test
    void aMeetingToComeStaysWhenAMessageIsLeftBeforeItAndTheTimeOfTheMessageIsPromisedBesideIt() throws AppException {
        long ann = meets("2026-12-10T11:00:00");
        Card card = desk.card(ann);
        String moment = Times.moment(card.slot().at(), card.slot().zone(), desk.clock.instant());
        assertEquals("The meeting stays · call " + moment, card.consequence(Outcome.LEFT_VOICEMAIL));
        desk.log(card, Outcome.LEFT_VOICEMAIL);
        assertEquals("meeting open, promise open", agreed());
        assertEquals(card.slot().at(), desk.prospects.find(ann).orElseThrow().nextCallAt());
        assertEquals("Stays as agreed · call " + moment, desk.card(ann).consequence(Outcome.NO_ANSWER));
        desk.clock.pass(Duration.between(desk.clock.instant(), card.slot().at()));
        Card due = desk.next();
        assertEquals(ann, due.prospect().id());
        assertTrue(due.consequence(Outcome.NO_ANSWER).startsWith("The meeting stays · call "), due.consequence(Outcome.NO_ANSWER));
        desk.log(due, Outcome.NO_ANSWER);
        assertEquals("meeting open, promise kept", agreed());
        assertEquals("The meeting stays · choose next", desk.card(ann).consequence(Outcome.CONVERSATION));
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        assertEquals("meeting open, promise kept", agreed());
        assertEquals(Prospect.Status.MEETING, desk.prospects.find(ann).orElseThrow().status());
        desk.clock.set("2026-12-10T11:00:00-05:00[America/New_York]");
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        assertEquals("meeting kept, promise kept", agreed());
        assertEquals(Prospect.Status.TALKING, desk.prospects.find(ann).orElseThrow().status());
    }

    @Test
    void aMeetingToComeStaysBesideTheCallThatTheyAskFor() throws AppException {
        long ann = meets("2026-12-10T11:00:00");
        assertEquals("The meeting stays · you choose the time", desk.card(ann).consequence(Outcome.CALLBACK_REQUESTED));
        desk.calls.log(desk.card(ann), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, eastern("2026-11-25T15:00:00"), ""));
        assertEquals("meeting open, callback open", agreed());
        desk.clock.set("2026-11-25T15:00:00-05:00[America/New_York]");
        assertEquals(ann, desk.next().prospect().id());
        desk.calls.log(desk.next(), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, eastern("2026-11-25T16:00:00"), ""));
        assertEquals("meeting open, callback kept, callback open", agreed());
        Card card = desk.card(ann);
        assertEquals("Ends the cadence · set the time", card.consequence(Outcome.MEETING_BOOKED));
        desk.calls.log(card, Outcome.MEETING_BOOKED, new CallService.Details(null, eastern("2026-12-11T11:00:00"), ""));
        assertEquals("meeting released, callback kept, callback released, meeting open", agreed(), "the new meeting takes the place of both");
    }

    @Test
    void whoIsNotInterestedAnyMoreIsNeitherMetNorCalled() throws AppException {
        long ann = meets("2026-12-10T11:00:00");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(ann), Outcome.NOT_INTERESTED);
        assertEquals("meeting released, promise released", agreed());
    }

    @Test
    void aWrongNumberBeforeTheAgreedTimeSaysThatWhatWasAgreedStays() throws AppException {
        long ann = meets("2026-12-10T11:00:00");
        assertEquals("Other number · the meeting stays", desk.card(ann).consequence(Outcome.WRONG_NUMBER));
        long bob = desk.add("Bob Ray", "+12125550103", "+12125550104");
        desk.log(desk.card(bob), Outcome.LEFT_VOICEMAIL);
        Card card = desk.card(bob);
        String moment = Times.moment(card.prospect().nextCallAt(), ZoneId.of("America/New_York"), desk.clock.instant());
        assertEquals("Other number · stays as agreed · call " + moment, card.consequence(Outcome.WRONG_NUMBER));
        desk.clock.pass(Duration.between(desk.clock.instant(), card.prospect().nextCallAt()));
        assertEquals("Other number · call now", desk.next().consequence(Outcome.WRONG_NUMBER));
    }

    @Test
    void anEmailAfterAConversationSaysTheTimeThatWasAgreedAndWaitsWhenNoneWas() throws AppException {
        desk.database.transaction(() -> desk.database.sql().update("UPDATE script_version SET body = body || ' I call you {{callback_day}} at {{callback_time}}.'"
            + " WHERE script_id IN (SELECT id FROM script WHERE name = 'After a conversation')"));
        for (Slot next : new Slot[] {eastern("2026-11-25T16:40:00"), null}) {
            Card card = desk.card(desk.add("Ann Lee", "+12125550101"));
            CallService.Logged logged = desk.log(card, Outcome.CONVERSATION);
            desk.calls.afterConversation(card, logged.attemptId(), new CallService.Next(next, true));
            Email email = desk.outbox.list().getLast();
            if (next != null) {
                assertTrue(email.body().endsWith("I call you Wednesday at 4:40."), email.body());
                assertEquals("", email.problem());
            } else {
                assertTrue(email.body().endsWith("I call you {{callback_day}} at {{callback_time}}."), email.body());
                assertEquals("No value for callback day, callback time", email.problem());
            }
        }
    }

    @Test
    void aBusyLineAtAnAgreedTimeIsTriedAgainTheSameDayWhateverTheUsualHours() throws AppException {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.calls.log(desk.card(ann), Outcome.CALLBACK_REQUESTED, new CallService.Details(null, eastern("2026-11-24T17:15:00"), ""));
        desk.clock.set("2026-11-24T17:15:00-05:00[America/New_York]");
        for (String again : List.of("17:50", "18:25", "19:00", "19:35", "20:10", "20:45")) {
            Card card = desk.next();
            assertEquals("Again at " + Times.clock(java.time.LocalTime.parse(again)), card.consequence(Outcome.BUSY));
            desk.log(card, Outcome.BUSY);
            assertTrue(desk.queue.turn(false) instanceof Turn.Later);
            desk.clock.set("2026-11-24T" + again + ":00-05:00[America/New_York]");
        }
        desk.log(desk.next(), Outcome.BUSY);
        assertEquals(eastern("2026-11-25T00:00:00").there().toLocalDate(),
            desk.prospects.find(ann).orElseThrow().nextCallAt().atZone(ZoneId.of("America/New_York")).toLocalDate(), "nobody is called at 9 pm");
    }

    @Test
    void aBusyLineOfTheCadenceKeepsThePreferredHoursUnlessTheRepCallsOutsideThem() {
        desk.add("Ann Lee", "+12125550101");
        desk.clock.set("2026-11-24T17:10:00-05:00[America/New_York]");
        assertTrue(desk.next().consequence(Outcome.BUSY).startsWith("Again Wed"), desk.next().consequence(Outcome.BUSY));
        desk.clock.set("2026-11-24T18:00:00-05:00[America/New_York]");
        Card outside = ((Turn.Prospect) desk.queue.turn(true)).card();
        assertEquals("Again at 6:35 pm", outside.consequence(Outcome.BUSY));
        desk.log(outside, Outcome.BUSY);
        desk.clock.set("2026-11-24T18:35:00-05:00[America/New_York]");
        assertEquals(outside.prospect().id(), ((Turn.Prospect) desk.queue.turn(true)).card().prospect().id());
    }
}

package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Slot;
import app.afterbeep.prospects.PersonEdits;
import app.afterbeep.prospects.PersonEdits.Merge;
import app.afterbeep.prospects.PersonEdits.Newcomer;
import app.afterbeep.prospects.PersonEdits.Text;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PersonServiceTest extends DeskTest {
    private PersonService edits;
    private long ann;
    private long bob;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        edits = new PersonService(desk.database, desk.prospects, desk.cadences, desk.emails,
            new MergeService(desk.database, desk.prospects, desk.promises, desk.emails, desk.clock), desk.clock, () -> desk.settings);
        ann = desk.add("Ann Lee", "+12125550144");
        bob = desk.add("Bob Ray", "+12155550145");
    }

    private Prospect prospect(long id) {
        return desk.prospects.find(id).orElseThrow();
    }

    private List<Long> found(String query) {
        return desk.prospects.search().find(query, 10).stream().map(row -> row.id()).toList();
    }

    @Test
    void whoIsRenamedIsFoundByTheNewNameAndAfterUndoByTheOld() throws Exception {
        edits.save(prospect(ann), Text.LAST_NAME, "  Quill ");
        assertEquals("Ann Quill", prospect(ann).name());
        assertEquals(List.of(ann), found("quil"));
        desk.calls.undo();
        assertEquals(List.of(), found("quil"));
    }

    @Test
    void aNoteIsFoundByItsWords() {
        desk.calls.saveNote(ann, "", "Ask about the conveyor");
        assertEquals(List.of(ann), found("convey"));
    }

    @Test
    void aNumberInAnyNotationIsAddedAndSaysWhoHasItToo() throws Exception {
        String said = edits.addNumber(prospect(ann), "(215) 555-0145");
        assertEquals("+1 215 555 0145 added. Bob Ray has it too", said);
        assertEquals(List.of(ann, bob), found("215 555 0145"));
        AppException bad = assertThrows(AppException.class, () -> edits.addNumber(prospect(ann), "12"));
        assertTrue(bad.getMessage().contains("whole number"), bad.getMessage());
        assertThrows(AppException.class, () -> edits.addNumber(prospect(ann), "+1 215-555-0145"));
    }

    private String where(long id) {
        Prospect p = prospect(id);
        return p.place().zoneNames() + " " + p.place().region() + " " + p.placeSource();
    }

    @Test
    void stateAndPostalCodeSayWhereSomebodyIsUnlessTheZoneWasSet() throws Exception {
        assertEquals("America/New_York  number", where(ann));
        String said = edits.save(prospect(ann), Text.STATE, "Texas");
        assertEquals("America/Chicago,America/Denver TX state", where(ann));
        assertTrue(said.startsWith("State is now “Texas”. It is ") && said.endsWith("there now (Central)"), said);
        edits.save(prospect(ann), Text.ZIP, "79901");
        assertEquals("America/Denver TX state", where(ann));
        edits.save(prospect(ann), Text.ZIP, "");
        edits.save(prospect(ann), Text.STATE, "nowhere");
        assertEquals("America/New_York NY number", where(ann));
        desk.calls.savePlace(prospect(ann), prospect(ann).place().in(List.of(ZoneId.of("America/Denver"))));
        assertEquals("State is now “FL”", edits.save(prospect(ann), Text.STATE, "FL"));
        assertEquals("America/Denver FL edited", where(ann));
    }

    @Test
    void whatWasPromisedThereStaysAtThatTimeOfDay() throws Exception {
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        ZoneId denver = ZoneId.of("America/Denver");
        ZonedDateTime spoken = prospect(ann).nextCallAt().atZone(prospect(ann).place().zone());
        String before = desk.state();
        String said = edits.correctNumber(prospect(ann), prospect(ann).phones().getFirst(), "+1 303 555 0144");
        assertEquals(spoken.toLocalDateTime(), prospect(ann).nextCallAt().atZone(denver).toLocalDateTime());
        assertTrue(said.endsWith("there now (Mountain). The promise stays " + Times.moment(spoken.withZoneSameLocal(denver).toInstant(), denver, desk.clock.instant())
            + " there"), said);
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void theFirstNumberSaysWhereSomebodyIsAndOfWhatKindItIs() throws Exception {
        edits.addNumber(prospect(ann), "+49 151 23456789");
        assertEquals("mobile", prospect(ann).phones().get(1).type());
        edits.dialFirst(prospect(ann), prospect(ann).phones().get(1));
        assertEquals("Europe/Berlin", prospect(ann).place().zone().getId());
        edits.correctNumber(prospect(ann), prospect(ann).phones().getFirst(), "+1 800 555 0100");
        assertEquals("toll_free", prospect(ann).phones().getFirst().type());
        edits.removeNumber(prospect(ann), prospect(ann).phones().getFirst());
        assertEquals("America/New_York", prospect(ann).place().zone().getId());
    }

    @Test
    void whoIsAddedByHandHasTheHoursOfTheirState() throws Exception {
        assertEquals("FL", prospect(edits.add(new Newcomer("Eva", "Holt", "", "305 555 0177", "", ""))).place().region());
    }

    @Test
    void whatIsTakenAwayComesBackWithUndoAndIsFoundAgain() throws Exception {
        edits.addNumber(prospect(ann), "+12125550177");
        String before = desk.state();
        edits.removeNumber(prospect(ann), prospect(ann).phones().getFirst());
        assertEquals(List.of(), found("2125550144"));
        desk.calls.undo();
        assertEquals(before, desk.state());
        assertEquals(List.of(ann), found("2125550144"));
        edits.dialFirst(prospect(ann), prospect(ann).phones().get(1));
        assertEquals("+12125550177", prospect(ann).phones().getFirst().e164());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void withoutARightNumberNobodyIsCalledUntilOneComes() throws Exception {
        assertTrue(edits.mark(prospect(ann), prospect(ann).phones().getFirst(), true).endsWith("waits for one"));
        assertTrue(prospect(ann).phone().isEmpty());
        edits.correctNumber(prospect(ann), prospect(ann).phones().getFirst(), "212 555 0188");
        assertEquals("+12125550188", prospect(ann).phone().orElseThrow().e164());
    }

    @Test
    void whoWaitedForANumberIsOfferedWhenTheirsIsRightAfterAll() {
        desk.log(desk.card(ann), Outcome.WRONG_NUMBER);
        desk.log(desk.card(bob), Outcome.DO_NOT_CALL);
        desk.clock.pass(Duration.ofDays(1));
        assertInstanceOf(Turn.Nobody.class, desk.queue.turn(true));
        String before = desk.state();
        edits.mark(prospect(ann), prospect(ann).phones().getFirst(), false);
        assertEquals(ann, desk.next().prospect().id());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void aNewAddressGetsWhatWaits() throws Exception {
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        assertTrue(edits.save(prospect(ann), Text.EMAIL, "ann@new.example").contains("what waits goes there"));
        assertEquals("ann@new.example", desk.text("SELECT to_address FROM email"));
        assertThrows(AppException.class, () -> edits.save(prospect(ann), Text.EMAIL, "ann at new"));
        desk.calls.undo();
        assertEquals("ann.lee@example.com", desk.text("SELECT to_address FROM email"));
    }

    @Test
    void anAddressOnTheDoNotCallListLetsGoWhatWasPromised() throws Exception {
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        String before = desk.state();
        desk.database.transaction(() -> desk.database.sql().update("INSERT INTO dnc (kind, value, source, at) VALUES ('domain', 'quiet.example', 'rep', 0)"));
        edits.save(prospect(ann), Text.EMAIL, "ann@mail.quiet.example");
        assertEquals("released", desk.text("SELECT state FROM promise"));
        edits.save(prospect(ann), Text.EMAIL, "");
        assertEquals(Prospect.Due.STEP, prospect(ann).due(), "to be called again, and nothing was promised");
        desk.calls.undo();
        desk.calls.undo();
        desk.database.transaction(() -> desk.database.sql().update("DELETE FROM dnc"));
        assertEquals(before, desk.state());
    }

    @Test
    void aNumberOnTheDoNotCallListAsTheOnlyOneLetsGoWhatWasPromised() throws Exception {
        desk.log(desk.card(bob), Outcome.DO_NOT_CALL);
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        edits.addNumber(prospect(ann), "+1 215 555 0145");
        assertEquals("open", desk.text("SELECT state FROM promise"), "there is another one");
        edits.removeNumber(prospect(ann), prospect(ann).phones().getFirst());
        assertEquals("released", desk.text("SELECT state FROM promise"));
    }

    @Test
    void aPlaceThatWasGuessedFollowsTheFirstNumber() throws Exception {
        edits.correctNumber(prospect(ann), prospect(ann).phones().getFirst(), "+1 303 555 0144");
        assertEquals("America/Denver", prospect(ann).place().zone().getId());
        desk.calls.savePlace(prospect(bob), prospect(ann).place());
        edits.correctNumber(prospect(bob), prospect(bob).phones().getFirst(), "+1 212 555 0199");
        assertEquals("America/Denver", prospect(bob).place().zone().getId(), "the rep has said so");
    }

    @Test
    void fieldsAndListsAreEdited() throws Exception {
        edits.saveField(prospect(ann), "Industry", "Steel");
        edits.saveField(prospect(ann), "Size", "40");
        edits.saveField(prospect(ann), "Industry", "");
        assertEquals(java.util.Map.of("Size", "40"), prospect(ann).fields());
        edits.saveList(prospect(ann), "Winter");
        assertEquals("Winter", prospect(ann).listName());
    }

    @Test
    void aPersonIsAddedByHandOnce() throws Exception {
        long id = edits.add(new Newcomer("Zoe", "May", "Kestrel", "(303) 555-0100", "", ""));
        assertEquals("Added by hand", prospect(id).listName());
        assertEquals(List.of(id), found("kestrel"));
        assertThrows(AppException.class, () -> edits.add(new Newcomer("Zoe", "May", "", "+13035550100", "", "")));
    }

    @Test
    void twoBecomeOneAndTwoAgain() throws Exception {
        desk.log(desk.card(bob), Outcome.LEFT_VOICEMAIL);
        desk.calls.saveNote(bob, "", "Prefers mornings");
        String before = desk.state();
        Merge merge = edits.merge(ann, bob).orElseThrow();
        edits.carryOut(merge);
        Prospect one = prospect(ann);
        assertEquals(2, one.phones().size());
        assertEquals("Prefers mornings", one.note());
        assertEquals(Prospect.Due.PROMISE, one.due());
        assertEquals(1, desk.number("SELECT count(*) FROM promise WHERE state = 'open' AND prospect_id = ?", ann));
        assertEquals(1, desk.attempts.count(ann), "the attempts of both");
        assertEquals(2, desk.attempts.touches(ann, one.place().zone(), 10).size());
        assertEquals(1, desk.prospects.count());
        assertEquals(List.of(ann), found("215 555 0145"));
        assertEquals(List.of(), found("bob"));
        assertEquals("left_voicemail", desk.text("SELECT last_outcome FROM prospect WHERE id = ?", ann));
        assertEquals(ann, desk.card(bob).prospect().id(), "who is opened is the one who stays");
        desk.calls.undo();
        assertEquals(before, desk.state());
        assertEquals("", prospect(ann).note());
        assertEquals(List.of(bob), found("bob"));
    }

    /// Bob has heard two messages and is at the third step.
    private String bobIsUnderWay() {
        desk.log(desk.card(bob), Outcome.LEFT_VOICEMAIL);
        desk.clock.pass(Duration.ofDays(7));
        desk.log(desk.card(bob), Outcome.LEFT_VOICEMAIL);
        return desk.state();
    }

    @Test
    void aFreshOneGoesOnWhereTheOtherIsWithAPromiseToo() throws Exception {
        String before = bobIsUnderWay();
        Merge merge = edits.merge(ann, bob).orElseThrow();
        assertEquals("One history: calls and emails of both. Ann Lee stays in “Test list” and goes on in the series and at the step of the other one.",
            merge.consequences().getFirst());
        edits.carryOut(merge);
        assertEquals("3 promise", prospect(ann).step() + " " + prospect(ann).due());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void whoIsUnderWayStaysAtTheirStepWithThePromiseOfTheOther() throws Exception {
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        bobIsUnderWay();
        Merge merge = edits.merge(ann, bob).orElseThrow();
        assertEquals("One history: calls and emails of both. The list, series and step of Ann Lee in “Test list” stay.", merge.consequences().getFirst());
        int step = prospect(ann).step();
        edits.carryOut(merge);
        assertEquals(step + " promise", prospect(ann).step() + " " + prospect(ann).due());
    }

    private Instant agree(long prospect, Outcome outcome, String time) throws AppException {
        ZonedDateTime at = ZonedDateTime.parse(time);
        desk.calls.log(desk.card(prospect), outcome, new CallService.Details(null, new Slot(at.toInstant(), at.getZone()), ""));
        return at.toInstant();
    }

    private String agreed(long prospect) {
        return desk.text("SELECT coalesce(group_concat(kind || ' ' || state, ', '), '') FROM (SELECT * FROM promise WHERE prospect_id = ? ORDER BY id)", prospect);
    }

    @Test
    void aMeetingAndACallThatAreBothAgreedStayWithTheOneWhoIsKept() throws Exception {
        agree(bob, Outcome.MEETING_BOOKED, "2026-11-27T14:00:00-05:00[America/New_York]");
        Instant call = agree(bob, Outcome.CALLBACK_REQUESTED, "2026-11-25T11:00:00-05:00[America/New_York]");
        String before = desk.state();
        Merge merge = edits.merge(ann, bob).orElseThrow();
        assertEquals(2, merge.consequences().stream().filter(said -> said.endsWith(": that stays.")).count(), merge.consequences()::toString);
        edits.carryOut(merge);
        assertEquals("meeting open, callback open", agreed(ann));
        assertEquals("", agreed(bob));
        assertEquals("talking callback " + call, prospect(ann).status() + " " + prospect(ann).due() + " " + prospect(ann).nextCallAt());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void aMeetingWithTheOneAndACallWithTheOtherAreBothToCome() throws Exception {
        agree(bob, Outcome.MEETING_BOOKED, "2026-11-27T14:00:00-05:00[America/New_York]");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        Instant promised = prospect(ann).nextCallAt();
        edits.carryOut(edits.merge(ann, bob).orElseThrow());
        assertEquals("meeting open, promise open", agreed(ann));
        assertEquals("talking promise " + promised, prospect(ann).status() + " " + prospect(ann).due() + " " + prospect(ann).nextCallAt());
        assertEquals(List.of(), desk.promises.wrongDays());
    }

    @Test
    void ofTwoCallsTheFirstThatCanStillBeKeptIsAgreedAndTheOtherIsCounted() throws Exception {
        agree(ann, Outcome.CALLBACK_REQUESTED, "2026-11-27T11:00:00-05:00[America/New_York]");
        Instant first = agree(bob, Outcome.CALLBACK_REQUESTED, "2026-11-25T11:00:00-05:00[America/New_York]");
        Merge merge = edits.merge(ann, bob).orElseThrow();
        assertTrue(merge.consequences().stream().anyMatch(said -> said.endsWith(": released, as one call is agreed with one person.")),
            merge.consequences()::toString);
        edits.carryOut(merge);
        assertEquals("callback released, callback open", agreed(ann));
        assertEquals(first, prospect(ann).nextCallAt());
        desk.calls.undo();
        desk.clock.pass(Duration.ofDays(2));
        edits.carryOut(edits.merge(ann, bob).orElseThrow());
        assertEquals("callback open, callback missed", agreed(ann), "Wednesday is over");
    }

    @Test
    void whatWasWrittenIntoTheNoteSinceStaysWhenTwoAreTwoAgain() throws Exception {
        desk.calls.saveNote(ann, "", "Likes pallets");
        desk.calls.saveNote(bob, "", "Prefers mornings");
        edits.carryOut(edits.merge(ann, bob).orElseThrow());
        String merged = prospect(ann).note();
        assertEquals("Likes pallets\nPrefers mornings", merged);
        desk.calls.saveNote(ann, merged, merged + "\nOrders in May");
        desk.calls.undo();
        assertEquals("Likes pallets\nPrefers mornings\nOrders in May", prospect(ann).note());
        assertEquals("Prefers mornings", prospect(bob).note());
        assertEquals(2, desk.prospects.count());
    }

    @Test
    void whoAskedNotToBeCalledStaysSo() throws Exception {
        desk.log(desk.card(bob), Outcome.DO_NOT_CALL);
        edits.carryOut(edits.merge(ann, bob).orElseThrow());
        assertTrue(prospect(ann).suppressed());
    }

    @Test
    void oneAddressIsKeptAndSaysWhereTheyAre() throws Exception {
        edits.save(prospect(ann), Text.STATE, "NY");
        edits.save(prospect(bob), Text.STATE, "TX");
        edits.save(prospect(bob), Text.ZIP, "79901");
        Merge merge = edits.merge(ann, bob).orElseThrow();
        assertTrue(merge.lines().stream().filter(line -> List.of("State", "Postal code").contains(line.what())).noneMatch(PersonEdits.Line::other));
        edits.carryOut(new Merge(merge.stays(), merge.goes(), merge.lines().stream().map(line -> line.choosing(true)).toList(), merge.consequences()));
        assertEquals("America/Denver TX state", where(ann));
    }

    @Test
    void theCallsOfBothAreOnesOfWhoIsKeptAlsoWhenTheyAreCorrected() throws Exception {
        desk.log(desk.card(bob), Outcome.NO_ANSWER);
        edits.carryOut(edits.merge(ann, bob).orElseThrow());
        CallLogStore log = new CallLogStore(desk.database.sql(), desk.clock);
        List<LoggedCall> calls = log.list(new LogFilter(null, null, java.util.Set.of(), "", "ann"), 10);
        assertEquals(List.of(ann + " Ann"), calls.stream().map(call -> call.prospectId() + " " + call.firstName()).toList());
        LogService corrections = new LogService(desk.database, desk.prospects, desk.attempts, desk.promises, desk.emails, desk.cards, desk.clock, () -> desk.settings);
        assertEquals("Ann Lee", corrections.open(calls.getFirst().attemptId()).orElseThrow().before().prospect().name());
    }

    @Test
    void theLikelyOnesComeWithTheReason() throws Exception {
        long other = desk.addAt("America/New_York", "Ann Lee", "", "+12125550199");
        long shared = desk.addAt("America/New_York", "Cid Poe", "", "+12125550144");
        assertEquals(List.of(shared + " same number · +1 212 555 0144", other + " same name and company · +1 212 555 0199"),
            edits.likely(prospect(ann)).stream().map(l -> l.id() + " " + l.why()).toList());
    }
}

package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.Deed;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.DeskTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PeopleServiceTest extends DeskTest {
    private PeopleService people;
    private long ann;
    private long bob;
    private long cid;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        people = new PeopleService(desk.database, desk.prospects, desk.cadences, desk.promises, desk.emails, new app.afterbeep.cadence.Holidays(), desk.clock,
            () -> desk.settings);
        ann = desk.add("Ann Lee", "+12125550144");
        bob = desk.add("Bob Ray", "+12155550145");
        cid = desk.add("Cid Poe", "+12125550146");
    }

    @AfterEach
    @Override
    protected void close() {
        people.close();
        super.close();
    }

    private Prospect prospect(long id) {
        return desk.prospects.find(id).orElseThrow();
    }

    private void carryOut(Deed deed, long... ids) {
        people.piece(deed, 0, deed.label(), ids);
    }

    @Test
    void restReleasesPromisesAndWithdrawsEmailsAndIsTakenBackWhole() {
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        String before = desk.state();
        Deed rest = new Deed.ToRest(null);
        List<String> said = people.consequences(rest, new long[] {ann, bob});
        assertTrue(said.getFirst().startsWith("2 people will rest until "), said.toString());
        assertEquals("1 promise is released, 1 email is withdrawn.", said.get(1));
        carryOut(rest, ann, bob);
        assertEquals(Prospect.Status.RESTING, prospect(ann).status());
        assertEquals(0, desk.number("SELECT count(*) FROM promise WHERE state = 'open'"));
        assertEquals(0, desk.emails.waiting(ann));
        long days = java.time.temporal.ChronoUnit.DAYS.between(desk.clock.instant(), prospect(bob).nextCallAt());
        assertTrue(days >= 85 && days <= 121, "after " + days);
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void whoHasNotHeardTheirSeriesComesBackToItAndTheOthersToTheNext() {
        long first = desk.start.seriesId();
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(bob), Outcome.NO_ANSWER);
        carryOut(new Deed.ToRest(null), ann, bob, cid);
        long second = prospect(ann).seriesId();
        assertTrue(second != first);
        assertEquals(first, prospect(bob).seriesId(), "called, and no message left");
        assertEquals(first, prospect(cid).seriesId(), "never called");
        carryOut(new Deed.ToRest(LocalDate.parse("2027-03-08")), ann);
        assertEquals(second, prospect(ann).seriesId(), "a longer rest skips no series");
        desk.clock.set("2027-03-31T10:00:00-04:00[America/New_York]");
        assertEquals("Back after a rest. A new round begins.", desk.card(cid).why());
        assertEquals(1, desk.card(cid).prospect().step());
    }

    @Test
    void restUntilADayEndsAtItsOpening() {
        carryOut(new Deed.ToRest(LocalDate.parse("2027-03-06")), ann);
        assertEquals(LocalDate.parse("2027-03-08"), LocalDate.ofInstant(prospect(ann).nextCallAt(), ZoneId.of("America/New_York")), "a Saturday becomes the Monday");
    }

    @Test
    void toAListKeepsWhereEverybodyStands() {
        String before = desk.state();
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        String called = desk.state();
        carryOut(new Deed.ToList("Winter"), ann, bob);
        assertEquals("Winter", prospect(ann).listName());
        assertEquals("Test list", prospect(cid).listName());
        assertEquals(List.of("1 person goes to the list “Winter”. 2 people are in it already.", "Their steps, promises and emails stay as they are."),
            people.consequences(new Deed.ToList("Winter"), new long[] {ann, bob, cid}));
        desk.calls.undo();
        assertEquals(called, desk.state());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void toASeriesStartsAtStepOneAndKeepsPromises() {
        long second = desk.number("SELECT max(id) FROM series");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(bob), Outcome.NO_ANSWER);
        carryOut(new Deed.ToSeries(second, "Second", false), ann, bob, cid);
        assertEquals(second, prospect(ann).seriesId());
        assertEquals(Prospect.Due.PROMISE, prospect(ann).due());
        assertEquals(1, prospect(ann).step());
        assertEquals(Prospect.Due.FRESH, prospect(cid).due());
        assertTrue(prospect(bob).nextCallAt().isAfter(desk.clock.instant()), "not twice on one day");
    }

    @Test
    void keepingTheStepLeavesTheNextCall() {
        long second = desk.number("SELECT max(id) FROM series");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        Prospect before = prospect(ann);
        carryOut(new Deed.ToSeries(second, "Second", true), ann);
        assertEquals(before.step(), prospect(ann).step());
        assertEquals(before.nextCallAt(), prospect(ann).nextCallAt());
        assertEquals(second, prospect(ann).seriesId());
    }

    @Test
    void doNotCallHoldsForNumberAndAddressAndCanBeUndone() {
        String before = desk.state();
        carryOut(new Deed.ToDnc(), ann, bob);
        assertEquals(4, desk.prospects.dnc().count());
        assertTrue(prospect(ann).suppressed());
        desk.calls.undo();
        assertEquals(before, desk.state());
    }

    @Test
    void piecesAreOneActionAlsoWithAClickBetweenThem() {
        long[] many = LongStream.range(0, 450).map(i -> desk.add("Many " + i, "+1212556" + (1000 + i))).toArray();
        Deed rest = new Deed.ToRest(null);
        String before = desk.state();
        OptionalLong action = people.piece(rest, 0, "Rest", java.util.Arrays.copyOf(many, 200));
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        people.piece(rest, action.getAsLong(), "Rest", java.util.Arrays.copyOfRange(many, 200, 450));
        desk.calls.undo();
        desk.calls.undo();
        assertEquals(before, desk.state());
        assertEquals(OptionalLong.empty(), people.piece(rest, action.getAsLong(), "Rest", many), "what was taken back does not go on");
    }
}

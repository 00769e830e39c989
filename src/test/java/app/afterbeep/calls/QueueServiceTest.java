package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.prospects.Prospect;
import app.afterbeep.testkit.DeskTest;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueServiceTest extends DeskTest {
    @Test
    void promisesComeFirstTheEarliestBeforeTheOthers() {
        desk.add("Fresh One", "+12125550100");
        long ann = desk.add("Ann Lee", "+12125550101");
        long bob = desk.add("Bob Ray", "+12125550102");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        desk.log(desk.card(bob), Outcome.LEFT_VOICEMAIL);
        Prospect a = desk.prospects.find(ann).orElseThrow();
        Prospect b = desk.prospects.find(bob).orElseThrow();
        Prospect earlier = a.nextCallAt().isBefore(b.nextCallAt()) ? a : b;
        Prospect later = earlier == a ? b : a;
        desk.clock.pass(Duration.between(desk.clock.instant(), earlier.nextCallAt()).minusMinutes(2).minusSeconds(1));
        assertEquals("Fresh One", desk.next().prospect().name(), "not yet due");
        desk.clock.pass(Duration.ofSeconds(1));
        assertEquals(earlier.id(), desk.next().prospect().id());
        desk.clock.set("2026-11-27T17:29:00-05:00[America/New_York]");
        assertEquals(earlier.id(), desk.next().prospect().id());
        desk.log(desk.next(), Outcome.NO_ANSWER);
        assertEquals(later.id(), desk.next().prospect().id());
    }

    @Test
    void twoDueStepsThenOneFreshProspect() {
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            due.add(desk.add("Due " + i, "+1212555010" + i));
        }
        due.forEach(id -> desk.log(desk.card(id), Outcome.NO_ANSWER));
        for (int i = 0; i < 3; i++) {
            desk.add("Fresh " + i, "+1212555011" + i);
        }
        desk.clock.set("2026-12-01T12:00:00-05:00[America/New_York]");
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            Card card = desk.next();
            order.append(card.prospect().name().charAt(0));
            desk.log(card, Outcome.NO_ANSWER);
        }
        // The last six attempts were fresh ones, so two due steps come first.
        assertEquals("DDFDDFDDF", order.toString());
    }

    @Test
    void whileTheFirstListIsComingInNobodyIsSaidToBeCalled() {
        assertEquals(new Turn.Nobody(false, false), desk.queue.turn(false));
        desk.add("Ann Lee", "+12125550101");
        desk.database.transaction(() -> {
            // As the import has it until all rows are in.
            desk.database.sql().update("UPDATE prospect SET next_call_at = NULL");
            return desk.database.sql().update("INSERT INTO import (at, file) VALUES (1, 'Autumn.csv')");
        });
        assertEquals(new Turn.Nobody(true, true), desk.queue.turn(false));
        desk.database.transaction(() -> desk.database.sql().update("UPDATE import SET state = 'leaving'"));
        assertEquals(new Turn.Nobody(true, false), desk.queue.turn(false));
    }

    @Test
    void outsidePreferredHoursTheScreenSaysWhoComesNextAndWhen() {
        desk.clock.set("2026-11-24T18:00:00-05:00[America/New_York]");
        desk.add("Ann Lee", "+12125550101");
        Turn.Later later = assertInstanceOf(Turn.Later.class, desk.queue.turn(false));
        assertEquals("Ann Lee, Halden Cold Storage", later.who());
        assertEquals(ZonedDateTime.parse("2026-11-25T08:30:00-05:00[America/New_York]").toInstant(), later.at());
        assertTrue(later.outside());
        assertInstanceOf(Turn.Prospect.class, desk.queue.turn(true));
        desk.clock.set("2026-11-24T21:00:00-05:00[America/New_York]");
        assertInstanceOf(Turn.Later.class, desk.queue.turn(true), "the legal hours always hold");
        assertFalse(assertInstanceOf(Turn.Later.class, desk.queue.turn(true)).outside());
    }

    @Test
    void everyCandidateZoneMustBeOpen() {
        desk.clock.set("2026-11-24T09:00:00-05:00[America/New_York]");
        desk.addAt("America/New_York,America/Los_Angeles", "Toll Free", "t@example.com", "+18005550101");
        assertInstanceOf(Turn.Later.class, desk.queue.turn(false));
        desk.clock.set("2026-11-24T11:30:00-05:00[America/New_York]");
        assertInstanceOf(Turn.Prospect.class, desk.queue.turn(false));
    }

    @Test
    void freshProspectsComeInTheOrderOfTheirListAlsoWhenTheClockWasSetBack() {
        desk.add("First One", "+12125550101");
        desk.clock.set("2026-11-24T09:00:00-05:00[America/New_York]");
        desk.add("Second One", "+12125550102");
        assertEquals("First One", desk.next().prospect().name());
    }

    @Test
    void skippedProspectsComeBackLaterTodayAndOneUndoBringsThemBackNow() {
        long ann = desk.add("Ann Lee", "+12125550101");
        long bob = desk.add("Bob Ray", "+12125550102");
        desk.calls.skip(desk.next());
        assertEquals(bob, desk.next().prospect().id());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
        desk.calls.undo();
        assertEquals(ann, desk.next().prospect().id());
        desk.calls.skip(desk.next());
        desk.log(desk.next(), Outcome.NO_ANSWER);
        desk.clock.pass(Duration.ofHours(2));
        assertEquals(ann, desk.next().prospect().id());
    }

    @Test
    void aStepThatIsStillToComeIsNotDueSinceThen() {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.NO_ANSWER);
        desk.clock.pass(Duration.ofMinutes(5));
        String early = desk.card(ann).why();
        assertTrue(early.startsWith("Due ") && !early.startsWith("Due since"), early);
        desk.clock.set("2026-12-01T12:00:00-05:00[America/New_York]");
        assertTrue(desk.card(ann).why().startsWith("Due since "), desk.card(ann).why());
    }
}

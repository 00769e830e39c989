package app.afterbeep.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaceTest {
    @TempDir Path folder;

    /// `count` messages of 18 standard seconds, spoken in so many.
    private static Stream<Pace.Message> took(int count, int seconds) {
        return Collections.nCopies(count, new Pace.Message(18_000, seconds)).stream();
    }

    private static Pace learned(Stream<Pace.Message> messages) {
        return Pace.learned(messages.toList(), 140);
    }

    @Test
    void theSettingHoldsUntilTenMessagesWereTimed() {
        assertEquals(new Pace(140, false), learned(Stream.of()));
        assertEquals(new Pace(140, false), learned(took(9, 20)));
        assertEquals(new Pace(135, true, 0, 10), learned(took(10, 20)));
        assertEquals(new Pace(300, false), Pace.learned(List.of(), 900));
    }

    @Test
    void aTimerLeftRunningOrPressedTooLateDoesNotCount() {
        List<Pace.Message> wrong = List.of(new Pace.Message(18_000, 900), new Pace.Message(18_000, 1), new Pace.Message(18_000, 0), new Pace.Message(0, 12),
            new Pace.Message(2_000, 3));
        assertEquals(new Pace(135, true, 0, 10), learned(Stream.concat(took(10, 20), wrong.stream())));
        assertEquals(new Pace(140, false), learned(Stream.concat(took(9, 20), wrong.stream())), "and does not make up the ten");
        assertEquals(new Pace(135, true, 0, 12), learned(Stream.concat(took(12, 20), took(4, 33))), "nor what one may take so long for, but never does");
        assertEquals(16, learned(Stream.concat(took(12, 20), took(4, 21))).messages(), "a second is not far");
    }

    @Test
    void theSpreadIsThatOfTheMiddleHalf() {
        Pace pace = learned(IntStream.rangeClosed(18, 26).boxed().flatMap(seconds -> took(2, seconds)));
        assertEquals(new Pace(123, true, 9, 18), pace);
        assertEquals("123 words a minute, give or take 9 %, from 18 messages", pace.words());
        assertEquals("150 words a minute", new Pace(150, false).words());
    }

    @Property
    void aRepOfAnyPaceIsFoundAmongOutliers(@ForAll @IntRange(min = 100, max = 220) int wordsPerMinute, @ForAll long seed) {
        Random random = new Random(seed);
        List<Pace.Message> messages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int millis = 14_000 + random.nextInt(10_000);
            double even = millis * 150.0 / wordsPerMinute * (1 + 0.06 * random.nextGaussian());
            messages.add(new Pace.Message(millis, (int) Math.round((i % 5 == 0 ? 1_000 + random.nextInt(80_000) : even) / 1000)));
        }
        Pace pace = Pace.learned(messages, 150);
        assertTrue(pace.measured());
        assertEquals(wordsPerMinute, pace.wordsPerMinute(), wordsPerMinute * 0.06);
        assertTrue(pace.spread() <= 10 && pace.messages() >= 30, pace.toString());
    }

    @Test
    void aSlowerRepNeedsLonger() {
        String message = "Hi Ann, Dana Reyes from Northline. I'll call you Thursday at 2:45.";
        int standard = SpeechRules.millis(message);
        assertEquals(Math.ceilDiv(standard, 1000), new Pace(150, false).seconds(message));
        assertEquals(Math.ceilDiv(standard * 3, 2000), new Pace(100, false).seconds(message));
        assertEquals(0, new Pace(150, false).seconds(" "));
        assertTrue(new Pace(60, false).seconds("so ".repeat(500_000)) > 0, "nor does a long one run over");
    }

    @Test
    void callsAndRehearsalsAreReadNewestFirst() throws AppException {
        try (Desk desk = new Desk(folder)) {
            desk.add("Ann Lee", "+12125550101");
            Card card = desk.next();
            desk.calls.log(card, Outcome.LEFT_VOICEMAIL, new CallService.Details(17, null, ""));
            int length = SpeechRules.millis(card.message().text());
            assertEquals(length, desk.number("SELECT message_length FROM attempt"));
            desk.clock.pass(Duration.ofHours(1));
            rehearse(desk, 16_000, 15);
            desk.clock.pass(Duration.ofHours(1));
            desk.database.action("Logged", 1L, () -> desk.attempts.add(new AttemptStore.Entry(desk.prospects.find(1).orElseThrow(), Outcome.LEFT_VOICEMAIL,
                desk.clock.instant(), false, AttemptStore.Source.SESSION, "", null, null, 44, null, 21, null, null, "")));
            List<Pace.Message> all = List.of(new Pace.Message(17_600, 21), new Pace.Message(16_000, 15), new Pace.Message(length, 17));
            assertEquals(all, desk.scripts.timedMessages(50), "a log of version 2 has words only");
            assertEquals(all.subList(0, 2), desk.scripts.timedMessages(2));
            desk.calls.undo();
            assertEquals(all.subList(1, 3), desk.scripts.timedMessages(50), "what was undone was not spoken");
        }
    }

    private static void rehearse(Desk desk, int millis, int seconds) {
        desk.database.transaction(() -> desk.database.sql().insert("INSERT INTO rehearsal (at, script_version_id, message_length, seconds) VALUES (?, 1, ?, ?)",
            desk.clock.instant(), millis, seconds));
    }
}

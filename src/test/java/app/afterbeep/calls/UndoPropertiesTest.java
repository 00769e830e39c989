package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.cadence.Slot;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.prospects.Place;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever a rep does, undo brings the state before it back, and the caches say what the log says.
class UndoPropertiesTest {
    private static final int SKIP = 10;
    private static final int MOVE = 11;
    private static final int REACH = 12;
    private static final int WORD = 13;
    private static final int UNDO = 14;

    @Property(tries = 40)
    void undoLeadsBackThroughEveryState(@ForAll @Size(min = 1, max = 25) List<@IntRange(min = 0, max = UNDO) Integer> actions)
        throws IOException, AppException {
        Path folder = Files.createTempDirectory("undo");
        try (Desk desk = new Desk(folder)) {
            for (int i = 0; i < 6; i++) {
                // Two colleagues share each line.
                desk.add("Person Number" + i, "+1212555010" + i / 2, "+1212555011" + i);
            }
            Deque<String> states = new ArrayDeque<>();
            states.push(desk.state());
            for (int action : actions) {
                if (action == UNDO) {
                    if (states.size() > 1) {
                        desk.calls.undo();
                        states.pop();
                        assertEquals(states.peek(), desk.state());
                    }
                } else if (desk.queue.turn(true) instanceof Turn.Prospect(Card card, String after)) {
                    act(desk, card, action);
                    // What changes nothing, such as a move to where the prospect is, is no action.
                    if (!desk.state().equals(states.peek())) {
                        states.push(desk.state());
                    }
                    // Within one day, so that all of it can be undone.
                    desk.clock.pass(Duration.ofMinutes(7));
                }
                assertCachesHold(desk);
            }
            while (states.size() > 1) {
                desk.calls.undo();
                states.pop();
                assertEquals(states.peek(), desk.state());
            }
            assertCachesHold(desk);
        } finally {
            OwnerOnly.remove(folder);
        }
    }

    private static void act(Desk desk, Card card, int action) throws AppException {
        if (action == SKIP) {
            desk.calls.skip(card);
        } else if (action == MOVE) {
            desk.calls.savePlace(card.prospect(), new Place(0, "US", List.of(ZoneId.of("America/Chicago"))));
        } else if (action == REACH) {
            desk.calls.saveReach(card.prospect(), card.prospect().reach().next());
        } else if (action == WORD) {
            card.words().message().ifPresent(message -> desk.wordings.word(card, message, message.script().body() + " One more thing."));
        } else {
            Slot named = new Slot(desk.clock.instant().plusSeconds(3600), ZoneId.of("America/New_York"));
            desk.calls.log(card, Outcome.values()[action], new CallService.Details(15, named, ""));
        }
    }

    private static void assertCachesHold(Desk desk) {
        assertEquals(0, desk.number("""
            SELECT count(*) FROM (
              SELECT day, there_weekday, there_hour, direction, outcome, count(*), sum(coalesce(message_seconds, 0))
              FROM attempt WHERE undone_at IS NULL GROUP BY 1, 2, 3, 4, 5
              EXCEPT SELECT * FROM hourly)"""), "the hourly summary lacks attempts");
        assertEquals(desk.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"), desk.number("SELECT coalesce(sum(attempts), 0) FROM hourly"));
        assertEquals(0, desk.number("""
            SELECT count(*) FROM prospect p WHERE reachable <> (
              EXISTS (SELECT 1 FROM phone WHERE prospect_id = p.id AND bad = 0
                AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'phone' AND value = e164))
              AND NOT EXISTS (SELECT 1 FROM dnc WHERE kind = 'email' AND value = lower(p.email)))"""), "reachable is wrong");
    }
}

package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Cadence;
import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.cadence.Cadence.Step;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever is done to the steps while prospects are under way: everybody has a next step, nobody hears a message twice, every promise has a call,
/// every round ends, and undo leads back.
class CadenceEditsPropertiesTest {
    private static final int LONGEST_ROUND = 40;

    @Property(tries = 25)
    void nobodyIsEverLeftWithoutANextStep(@ForAll @Size(min = 1, max = 16) List<@IntRange(min = 0, max = 999) Integer> actions) throws IOException, AppException {
        Path folder = Files.createTempDirectory("cadence");
        try (StudioDesk studio = new StudioDesk(folder)) {
            for (int i = 0; i < 4; i++) {
                studio.desk.add("Person Number" + i, "+1212555010" + i);
            }
            Deque<String> states = new ArrayDeque<>();
            states.push(studio.state());
            for (int action : actions) {
                act(studio, action);
                String now = studio.state();
                if (!now.equals(states.peek())) {
                    states.push(now);
                }
                studio.desk.clock.pass(Duration.ofMinutes(7));
                assertSound(studio);
            }
            while (states.size() > 1) {
                studio.desk.calls.undo();
                states.pop();
                assertEquals(states.peek(), studio.state());
            }
            actions.forEach(action -> {
                try {
                    act(studio, action);
                } catch (AppException e) {
                    throw new AssertionError(e);
                }
            });
            assertRoundsEnd(studio);
            assertEquals(List.of(), studio.desk.database.check());
        } finally {
            OwnerOnly.remove(folder);
        }
    }

    private static void act(StudioDesk studio, int action) throws AppException {
        Cadence cadence = studio.first().cadence();
        List<Step> shown = studio.first().shown();
        Step step = shown.get(action / 10 % shown.size());
        Kind kind = Kind.values()[action / 100 % Kind.values().length];
        try {
            switch (action % 10) {
                case 0 -> studio.service.addStep(cadence.id(), kind, 1 + action % 3, action > 500 ? step.number() : 0);
                case 1 -> studio.service.moveStep(cadence.id(), step.number(), -1);
                case 2 -> studio.service.moveStep(cadence.id(), step.number(), 1);
                case 3 -> studio.service.switchStep(cadence.id(), step.number(), !step.on());
                case 4 -> studio.service.removeStep(cadence.id(), step.number());
                case 5 -> studio.service.changeStep(cadence.id(), step.number(), kind, 1 + action % 4);
                case 6 -> studio.service.copyStep(cadence.id(), step.number());
                case 7 -> {
                    if (studio.first().message(step.number()).isPresent()) {
                        Script script = studio.message(step.number());
                        studio.service.saveText(script.scriptId(), script.name(), "", "Words number " + action + " for {{first_name}}.");
                    }
                }
                default -> {
                    if (studio.desk.queue.turn(true) instanceof Turn.Prospect(Card card, String after)) {
                        studio.desk.log(card, card.voicemail().isPresent() && action % 10 == 8 ? Outcome.LEFT_VOICEMAIL : Outcome.NO_ANSWER);
                    }
                }
            }
        } catch (AppException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("A cadence needs one step"), e.getMessage());
        }
    }

    private static void assertSound(StudioDesk studio) {
        studio.desk.prospects.each(stored -> {
            Prospect prospect = studio.desk.card(stored.id()).prospect();
            Step next = studio.first().cadence().step(prospect.step());
            assertEquals(prospect.step(), next.number(), "the next step is on");
            assertTrue(prospect.status() != Prospect.Status.ACTIVE || prospect.nextCallAt() != null, "somebody has no next call");
        });
        assertEquals(0, studio.desk.number("""
            SELECT count(*) FROM promise JOIN prospect p ON p.id = prospect_id WHERE promise.state = 'open' AND (p.next_call_at <> at OR p.status <> 'active')"""),
            "a call was promised that nobody makes");
    }

    /// Each prospect is called on until the rest, and hears nothing twice on the way.
    private static void assertRoundsEnd(StudioDesk studio) {
        for (long id = 1; id <= 4; id++) {
            Set<Long> heard = new HashSet<>();
            int calls = 0;
            for (Card card = studio.desk.card(id); card.prospect().status() == Prospect.Status.ACTIVE; card = studio.desk.card(id)) {
                Script message = card.voicemail().orElse(null);
                if (message != null) {
                    assertTrue(heard.add(message.versionId()), "the same message again");
                }
                studio.desk.log(card, message == null ? Outcome.NO_ANSWER : Outcome.LEFT_VOICEMAIL);
                studio.desk.clock.pass(Duration.ofDays(14));
                assertTrue(++calls < LONGEST_ROUND, "the round does not end");
            }
        }
    }
}

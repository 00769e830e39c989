package app.afterbeep.faults;

import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.AppException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Random;

/// A rep's day, action by action: what the n-th one is follows from n and the file alone, so that two desks that did the same number of actions hold
/// the same file, whoever was killed in between.
final class RandomDay {
    private static final int SKIP = 10;
    private static final int NOTE = 11;
    private static final int UNDO = 12;
    private static final int BLOCK = 13;
    private static final int DIAL = 14;
    private static final int KINDS = 17;

    private RandomDay() {}

    static void people(Desk desk, int count) {
        for (int i = 0; i < count; i++) {
            // Every fourth line is shared by two.
            desk.add("Person Number" + i, "+1212555%04d".formatted(i % 4 == 3 ? i - 1 : i), "+1646555%04d".formatted(i));
        }
    }

    /// @return what was done, in a word
    static String act(Desk desk, int n) throws AppException {
        // The clock of this action; all actions of twelve hours lie on one day, so that undo has something to take back.
        desk.clock.set("2026-11-24T10:00:00-05:00[America/New_York]");
        desk.clock.pass(Duration.ofHours(24L * (n / 100)).plusMinutes(3L * (n % 100)));
        Random random = new Random(n);
        int kind = random.nextInt(KINDS);
        if (kind == UNDO) {
            return "undone " + desk.calls.undo().map(action -> Long.toString(action.id())).orElse("nothing");
        }
        if (kind == BLOCK) {
            desk.blocks.work();
            return "worked";
        }
        if (!(desk.queue.turn(true) instanceof Turn.Prospect(Card card, String after))) {
            return "nobody";
        }
        if (kind == SKIP) {
            return "skipped " + desk.calls.skip(card).skipId();
        }
        if (kind == NOTE) {
            desk.calls.saveNote(card.prospect().id(), card.prospect().note(), "Note " + n);
            return "noted " + card.prospect().id();
        }
        if (kind == DIAL) {
            desk.calls.dial(card, card.prospect().phones().getLast());
            return "dialed " + card.prospect().id();
        }
        Outcome outcome = Outcome.values()[kind >= SKIP ? 0 : kind];
        Slot named = new Slot(desk.clock.instant().plusSeconds(3600), ZoneId.of("America/New_York"));
        CallService.Logged logged = desk.calls.log(card, outcome, new CallService.Details(15, named, random.nextBoolean() ? "Said " + n : ""));
        return "logged " + logged.attemptId() + " " + outcome;
    }
}

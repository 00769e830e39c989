package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.Turn;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The click and the next prospect on files of several sizes; every click has a bare fdatasync beside it.
final class ClickBench implements Benchmark {
    private static final int CLICKS = 3_000;
    private static final int NIGHTS = 1_000;
    /// So many clicks, then the rep pauses and the log moves into the file.
    private static final int BETWEEN_PAUSES = 50;
    private static final int CLICKS_A_DAY = 150;
    private static final Duration PER_CLICK = Duration.ofMinutes(1);
    /// What comes up, as often as in ten real attempts.
    private static final List<Outcome> OUTCOMES = List.of(Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.LEFT_VOICEMAIL,
        Outcome.LEFT_VOICEMAIL, Outcome.GATEKEEPER, Outcome.LEFT_VOICEMAIL, Outcome.CONVERSATION, Outcome.LEFT_VOICEMAIL,
        Outcome.BUSY, Outcome.NOT_INTERESTED, Outcome.LEFT_VOICEMAIL, Outcome.DO_NOT_CALL);

    @Override
    public void run(Ground ground, Table table) throws IOException {
        // The first clicks of a program are not the rep's: they warm it up.
        new Measured(ground, ground.sizes().getFirst());
        Measured least = null;
        for (int size : ground.sizes()) {
            Measured at = new Measured(ground, size);
            least = least == null ? at : least;
            at.print(table, size, least);
        }
    }

    private static final class Measured {
        private final Samples found = new Samples();
        private final Samples cards = new Samples();
        private final Samples nobody = new Samples();
        private final Samples logs = new Samples();
        private final Samples clicks = new Samples();
        private final Samples syncs = new Samples();
        private final Ground ground;
        private final Desk desk;

        Measured(Ground ground, int size) throws IOException {
            this.ground = ground;
            Path folder = ground.people(size);
            try (Desk opened = new Desk(folder, new MovableClock(Ground.NIGHT))) {
                desk = opened;
                night();
                day(folder);
            }
            OwnerOnly.remove(folder);
        }

        void print(Table table, int size, Measured least) {
            Peer sync = Peer.of("fdatasync", clicks, syncs);
            table.row("one click: log, email, next prospect's card", size, clicks, sync,
                Target.beside(sync, "p50 <= 2x, p99 <= 5 ms", sync.atMost(2) && clicks.millis(0.99) <= 5));
            table.row("  of it the durable transaction", size, logs, Peer.of("fdatasync", logs, syncs), Target.NONE);
            table.row("  of it the next prospect's card", size, cards, Peer.NONE, new Target("p99 <= 1 ms", cards.millis(0.99) <= 1));
            Peer grown = new Peer("with the fewest " + Table.millis(least.found.millis(0.5)), found.millis(0.5) / least.found.millis(0.5));
            table.row("next prospect, found", size, found, grown, new Target("p99 <= 1 ms, growth <= 2x", found.millis(0.99) <= 1 && grown.atMost(2)));
            table.row("next prospect, nobody callable", size, nobody, Peer.NONE, new Target("p99 <= 1 ms", nobody.millis(0.99) <= 1));
        }

        private void night() {
            for (int i = 0; i < ground.times(NIGHTS); i++) {
                desk.clock.pass(Duration.ofSeconds(1));
                if (nobody.time(() -> desk.queue.turn(false)) instanceof Turn.Prospect) {
                    throw new IllegalStateException("somebody is called at night");
                }
            }
        }

        private void day(Path folder) throws IOException {
            desk.clock.set(Ground.NOON);
            try (BareSync bare = new BareSync(folder, bytesPerClick(folder))) {
                Turn turn = desk.queue.turn(false);
                for (int i = 0; i < ground.times(CLICKS); i++) {
                    while (turn instanceof Turn.Later later) {
                        desk.clock.pass(Duration.between(desk.clock.instant(), later.at()));
                        turn = desk.queue.turn(false);
                    }
                    Card card = ((Turn.Prospect) turn).card();
                    found.time(() -> desk.queue.after(card, false));
                    // As the window does while the rep talks.
                    desk.queue.prepare(card, false);
                    turn = click(card, OUTCOMES.get(i % OUTCOMES.size()));
                    syncs.time(bare::append);
                    if (i % BETWEEN_PAUSES == 0) {
                        desk.database.checkpoint();
                        bare.startOver();
                    }
                    if (i % CLICKS_A_DAY == CLICKS_A_DAY - 1) {
                        desk.clock.pass(Duration.ofDays(1).minus(PER_CLICK.multipliedBy(CLICKS_A_DAY)));
                        turn = desk.queue.turn(false);
                    }
                }
            }
        }

        private Turn click(Card card, Outcome outcome) {
            desk.clock.pass(PER_CLICK);
            long pressed = System.nanoTime();
            desk.log(card, outcome);
            long logged = System.nanoTime();
            Turn next = desk.queue.turn(false);
            long drawn = System.nanoTime();
            clicks.add(drawn - pressed);
            logs.add(logged - pressed);
            cards.add(drawn - logged);
            return next;
        }

        /// How much one click adds to the write-ahead log, which is new here.
        private int bytesPerClick(Path folder) throws IOException {
            OUTCOMES.forEach(outcome -> desk.log(desk.next(), outcome));
            return (int) Files.size(folder.resolve(Ground.DATA + "-wal")) / OUTCOMES.size();
        }
    }
}

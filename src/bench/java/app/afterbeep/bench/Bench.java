package app.afterbeep.bench;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.calls.QueueStore;
import app.afterbeep.calls.Turn;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Measures the next prospect and the click on files of several sizes and prints one table. Sizes are the arguments. What
/// counts are the ratios: every click has a bare fdatasync beside it.
public final class Bench {
    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final int CLICKS = 3_000;
    private static final int NIGHTS = 1_000;
    /// So many clicks, then the rep pauses and the log moves into the file.
    private static final int BETWEEN_PAUSES = 50;
    private static final int CLICKS_A_DAY = 150;
    private static final Duration PER_CLICK = Duration.ofMinutes(1);
    private static final String NIGHT = "2026-11-24T03:00:00-05:00[America/New_York]";
    private static final String NOON = "2026-11-24T12:00:00-05:00[America/New_York]";
    /// What comes up, as often as in ten real attempts.
    private static final List<Outcome> OUTCOMES = List.of(Outcome.LEFT_VOICEMAIL, Outcome.NO_ANSWER, Outcome.LEFT_VOICEMAIL,
        Outcome.LEFT_VOICEMAIL, Outcome.GATEKEEPER, Outcome.LEFT_VOICEMAIL, Outcome.CONVERSATION, Outcome.LEFT_VOICEMAIL,
        Outcome.BUSY, Outcome.NOT_INTERESTED, Outcome.LEFT_VOICEMAIL, Outcome.DO_NOT_CALL);

    private final Desk desk;
    private final Path folder;
    private final Samples seeks = new Samples();
    private final Samples cards = new Samples();
    private final Samples nobody = new Samples();
    private final Samples logs = new Samples();
    private final Samples clicks = new Samples();
    private final Samples syncs = new Samples();

    private Bench(Desk desk, Path folder) {
        this.desk = desk;
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        List<Integer> sizes = args.length == 0 ? SIZES : Arrays.stream(args).map(Integer::valueOf).toList();
        run(sizes.getFirst());
        System.out.println("p50 / p99 in ms; click against fdatasync at p50");
        System.out.println("prospects | queue seeks    | next card      | nobody callable | log            | one click      | bare fdatasync | ratio | file MiB");
        sizes.forEach(size -> System.out.println("%9d | %14s | %14s | %15s | %14s | %14s | %14s | %5.2f | %8d".formatted(run(size))));
    }

    private static Object[] run(int size) {
        try {
            Path folder = Files.createTempDirectory("afterbeep-bench");
            try (Desk desk = new Desk(folder, new MovableClock(NIGHT))) {
                Population.settle(desk, size);
            }
            try (Desk desk = new Desk(folder, new MovableClock(NIGHT))) {
                Bench bench = new Bench(desk, folder);
                bench.night();
                bench.day();
                return new Object[] {size, bench.seeks, bench.cards, bench.nobody, bench.logs, bench.clicks, bench.syncs,
                    bench.clicks.millis(0.5) / bench.syncs.millis(0.5), Files.size(folder.resolve("afterbeep.db")) >> 20};
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    files.forEach(file -> file.toFile().delete());
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void night() {
        for (int i = 0; i < NIGHTS; i++) {
            desk.clock.pass(Duration.ofSeconds(1));
            Turn turn = nobody.time(() -> desk.queue.turn(false));
            if (turn instanceof Turn.Prospect) {
                throw new IllegalStateException("somebody is called at night");
            }
        }
    }

    private void day() throws IOException {
        desk.clock.set(NOON);
        try (BareSync bare = new BareSync(folder, bytesPerClick())) {
            Turn turn = desk.queue.turn(false);
            for (int i = 0; i < CLICKS; i++) {
                while (turn instanceof Turn.Later later) {
                    desk.clock.pass(Duration.between(desk.clock.instant(), later.at()));
                    turn = desk.queue.turn(false);
                }
                turn = click(((Turn.Prospect) turn).card(), OUTCOMES.get(i % OUTCOMES.size()));
                syncs.time(bare::append);
                seeks.time(this::seek);
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

    /// All three lanes of all places: what a pick costs at most.
    private List<QueueStore.Waiting> seek() {
        return IntStream.rangeClosed(QueueStore.PROMISED, QueueStore.FRESH).boxed()
            .flatMap(lane -> desk.queueStore.firsts(lane).stream()).toList();
    }

    /// How much one click adds to the write-ahead log, which is new here.
    private int bytesPerClick() throws IOException {
        int clicks = OUTCOMES.size();
        OUTCOMES.forEach(outcome -> desk.log(desk.next(), outcome));
        return (int) Files.size(folder.resolve("afterbeep.db-wal")) / clicks;
    }
}

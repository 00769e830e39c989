package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Search as you type: each of some words letter by letter, the first fifty prospects.
final class SearchBench implements Benchmark {
    private static final int TOP = 50;
    private static final int LETTERS = 6;
    private static final int ROUNDS = 40;
    private static final List<String> WORDS = List.of("first12", "last499", "company 5", "p77@ex", "2121000", "compan", "zzz");

    @Override
    public void run(Ground ground, Table table) throws IOException {
        Path folder = ground.people(ground.most());
        Samples samples = new Samples();
        try (Desk desk = new Desk(folder, new MovableClock(Ground.NOON))) {
            for (int round = 0; round <= ground.times(ROUNDS); round++) {
                // The first round is not counted: the program has run before the rep types.
                Samples to = round == 0 ? new Samples() : samples;
                for (String word : WORDS) {
                    for (int letters = 1; letters <= LETTERS && letters <= word.length(); letters++) {
                        String typed = word.substring(0, letters);
                        to.time(() -> desk.prospects.search().find(typed, TOP));
                    }
                }
            }
        }
        table.row("search as you type, 1 to 6 characters, top 50", ground.most(), samples, Peer.NONE, new Target("p99 <= 5 ms", samples.millis(0.99) <= 5));
        OwnerOnly.remove(folder);
    }
}

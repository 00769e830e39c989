package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.calls.ErasureService;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A person is erased with all bytes of them: clicks wait for it, as it is done on the database thread.
final class EraseBench implements Benchmark {
    private static final int TIMES = 3;
    private static final double MOST_MILLIS = 2_000;

    @Override
    public void run(Ground ground, Table table) throws IOException, InterruptedException {
        Path folder = ground.log();
        Samples ours = new Samples();
        Samples copies = new Samples();
        try (Desk desk = new Desk(folder, new MovableClock(Ground.NOON))) {
            ErasureService erasure = new ErasureService(desk.database, desk.prospects, desk.clock);
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                erasure.erase(erasure.plan(ground.most() / 2 + i), true);
                ours.add(System.nanoTime() - start);
                copies.add(Measured.run(folder, null, List.of("cp", folder.resolve(Ground.DATA).toString(), folder.resolve("copy.db").toString())).nanos());
            }
        } catch (AppException e) {
            throw new IOException(e);
        }
        table.row("erasing a person, to the last byte", ground.attempts(), ours, Peer.of("cp of the file", ours, copies), new Target("<= 2 s", ours.millis(0.99) <= MOST_MILLIS));
        OwnerOnly.remove(folder);
    }
}

package app.afterbeep.bench;

import app.afterbeep.backups.Backup;
import app.afterbeep.backups.BackupService;
import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.db.DataFile;
import app.afterbeep.db.Pace;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A backup while nobody clicks: the copy, on the disk, beside `cp`; and all of it, copied and read to its end.
final class BackupBench implements Benchmark {
    private static final int TIMES = 3;
    private static final double MOST_MILLIS = 2_000;

    @Override
    public void run(Ground ground, Table table) throws IOException, InterruptedException {
        Path folder = ground.log();
        Path file = folder.resolve(Ground.DATA);
        Samples ours = new Samples();
        Samples whole = new Samples();
        Samples copies = new Samples();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            DataFile.copy(file, folder.resolve("backup-" + i + ".db"), Pace.atOnce());
            ours.add(System.nanoTime() - start);
            copies.add(Measured.run(folder, null, List.of("cp", file.toString(), folder.resolve("copy.db").toString())).nanos());
            whole.add(backedUp(file));
        }
        table.row("backup of the file, online", ground.attempts(), ours, Peer.of("cp", ours, copies),
            new Target("<= 2 s", ours.millis(0.99) <= MOST_MILLIS));
        table.row("  and read to its end", ground.attempts(), whole, Peer.NONE, Target.NONE);
        OwnerOnly.remove(folder);
    }

    private static long backedUp(Path file) throws IOException {
        long start = System.nanoTime();
        try {
            new BackupService(file, Clock.systemUTC(), () -> "").backUp(Backup.Kind.REGULAR, "");
        } catch (AppException e) {
            throw new IOException(e);
        }
        return System.nanoTime() - start;
    }
}

package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// SQLite's online backup through the driver, beside a plain copy of the file.
final class BackupBench implements Benchmark {
    private static final int TIMES = 3;
    private static final double MOST_MILLIS = 2_000;

    @Override
    public void run(Ground ground, Table table) throws IOException, InterruptedException {
        Path folder = ground.log();
        Path file = folder.resolve(Ground.DATA);
        Samples ours = new Samples();
        Samples copies = new Samples();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
                statement.executeUpdate("backup to '" + folder.resolve("backup-" + i + ".db") + "'");
            } catch (SQLException e) {
                throw new IOException(e);
            }
            ours.add(System.nanoTime() - start);
            copies.add(Measured.run(folder, null, List.of("cp", file.toString(), folder.resolve("copy.db").toString())).nanos());
        }
        table.row("backup of the file, online", ground.attempts(), ours, Peer.of("cp", ours, copies),
            new Target("<= 2 s", ours.millis(0.99) <= MOST_MILLIS));
        OwnerOnly.remove(folder);
    }
}

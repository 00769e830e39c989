package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A list into an empty file by the program's command line, beside SQLite's own: read, duplicates out, three indexes. That one parses no number and
/// finds no time zone.
final class ImportBench implements Benchmark {
    private static final String PEER = """
        CREATE TABLE prospect AS SELECT min(rowid) AS id, * FROM raw GROUP BY phone, first_name, last_name;
        CREATE INDEX prospect_phone ON prospect (phone);
        CREATE INDEX prospect_email ON prospect (email COLLATE NOCASE);
        CREATE INDEX prospect_name ON prospect (last_name, first_name);
        """;

    @Override
    public void run(Ground ground, Table table) throws IOException, InterruptedException {
        int rows = ground.most();
        Path list = ground.list(rows);
        Path folder = ground.fresh();
        Measured ours = Measured.java(folder, Measured.flags(), "app.afterbeep.Main", "--data-dir", folder, "--now", "2026-11-24T09:30:00-05:00", "import", list);
        Peer peer = Peer.missing("sqlite3");
        if (Ground.hasSqlite3()) {
            Path script = Files.writeString(folder.resolve("import.sql"), ".mode csv\n.import " + list + " raw\n" + PEER);
            peer = Peer.of("sqlite3 .import, dedupe, indexes", ours.once(),
                Measured.run(folder, null, List.of("sqlite3", folder.resolve("peer.db").toString(), ".read " + script)).once());
        }
        table.row("import of a list into an empty file", rows, ours.once(), peer, Target.beside(peer, "<= 1.0x", peer.atMost(1)));
        table.row("  memory at most, a process of its own", rows, ours.peakMib() + " MiB", Peer.NONE, Target.NONE);
        OwnerOnly.remove(folder);
    }
}

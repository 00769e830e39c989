package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The whole log as CSV by the program's command line with 64 MB of heap, beside SQLite's own with a plain join. Ours also has each call's script,
/// promise and email.
final class ExportBench implements Benchmark {
    private static final String PEER = """
        SELECT a.id, strftime('%Y-%m-%dT%H:%M:%SZ', a.at / 1000, 'unixepoch') AS at, a.direction, a.outcome, p.first_name, p.last_name, p.company, a.phone,
          l.name AS list, a.step, a.message_seconds, strftime('%Y-%m-%dT%H:%M:%SZ', a.next_call_at / 1000, 'unixepoch') AS next_call_at, a.note,
          p.title, p.email, p.external_id, place.zones, a.source
        FROM attempt a JOIN prospect p ON p.id = a.prospect_id JOIN list l ON l.id = a.list_id JOIN place ON place.id = p.place_id
        WHERE a.undone_at IS NULL ORDER BY a.at, a.id""";
    private static final int RESIDENT = 200;

    @Override
    public void run(Ground ground, Table table) throws IOException, InterruptedException {
        Path folder = ground.log();
        List<String> flags = new ArrayList<>(Measured.flags());
        flags.add("-Xmx64m");
        Measured ours = Measured.java(folder, flags, "app.afterbeep.Main", "--data-dir", folder, "export", "calls", folder.resolve("ours.csv"));
        Peer peer = Peer.missing("sqlite3");
        if (Ground.hasSqlite3()) {
            peer = Peer.of("sqlite3 -csv, a plain join", ours.once(), Measured.run(folder, folder.resolve("peer.csv"),
                List.of("sqlite3", "-csv", "-header", folder.resolve(Ground.DATA).toString(), PEER)).once());
        }
        table.row("export of all calls as CSV, -Xmx64m", ground.attempts(), ours.once(), peer, Target.beside(peer, "<= 1.0x", peer.atMost(1)));
        table.row("  memory at most", ground.attempts(), ours.peakMib() + " MiB", Peer.NONE,
            new Target("< " + RESIDENT + " MiB", ours.peakMib() < RESIDENT));
        OwnerOnly.remove(folder);
    }
}

package app.afterbeep.bench;

import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The window in a process of its own, as the package starts it where one was made: its start beside that of a bare window, the click until the next
/// prospect is painted, its memory, and both while a list is imported.
final class WindowBench implements Benchmark {
    private static final String WINDOW = "app.afterbeep.BenchWindow";
    private static final int STARTS = 7;
    private static final int CLICKS = 150;
    private static final int RESIDENT = 200;
    private static final double PACKAGED = 0.7;

    @Override
    public void run(Ground ground, Table table) throws IOException, InterruptedException {
        try (Screen screen = Screen.open()) {
            Program program = Program.packaged(ground).orElse(Program.classes());
            starts(ground, table, screen, program);
            clicks(ground, table, screen, program);
            importing(ground, table, screen, program);
        }
    }

    private static void starts(Ground ground, Table table, Screen screen, Program program) throws IOException, InterruptedException {
        Path folder = ground.people(ground.most());
        Samples ours = new Samples();
        Samples bare = new Samples();
        Samples themed = new Samples();
        Program uncached = new Program("", Program.classes().command(), List.of(), Program.classes().path());
        for (int i = 0; i < ground.times(STARTS); i++) {
            bare.add(untilFrame(uncached.start(screen, folder, BareWindow.class.getName())));
            themed.add(untilFrame(uncached.start(screen, folder, BareWindow.class.getName(), BareWindow.THEMED)));
            ours.add(untilFrame(program.start(screen, folder, WINDOW, folder, 0)));
        }
        for (Peer peer : List.of(Peer.of("bare JavaFX window", ours, bare), Peer.of("small AtlantaFX window", ours, themed))) {
            table.row("process start to the next prospect, " + program.name(), ground.most(), ours, peer,
                new Target("packaged <= 0.7x", program.name().equals("package") ? peer.atMost(PACKAGED) : null));
        }
        OwnerOnly.remove(folder);
    }

    private static long untilFrame(Measured child) {
        return (Long.parseLong(child.value("frame").orElseThrow()) - child.startedAt()) * 1_000_000;
    }

    private static void clicks(Ground ground, Table table, Screen screen, Program program) throws IOException, InterruptedException {
        Path folder = ground.people(ground.most());
        Measured window = program.start(screen, folder, WINDOW, folder, ground.times(CLICKS));
        Samples clicks = window.samples("click");
        table.row("click to next prospect painted, " + screen.words(), ground.most(), clicks, Peer.NONE,
            new Target("p99 <= 50 ms", clicks.millis(0.99) <= 50));
        table.row("  the FX thread's work for it", ground.most(), window.samples("worked"), Peer.NONE, Target.NONE);
        long resident = mib(window, "resident");
        table.row("memory, session screen", ground.most(), resident + " MiB", new Peer("%d MiB are not files".formatted(mib(window, "own")), null),
            new Target("<= " + RESIDENT + " MiB", resident <= RESIDENT));
        OwnerOnly.remove(folder);
    }

    private static void importing(Ground ground, Table table, Screen screen, Program program) throws IOException, InterruptedException {
        Path folder = ground.people(ground.most());
        long before = logged(folder);
        Measured window = program.start(screen, folder, WINDOW, folder, 0, ground.list(ground.most()));
        Samples clicks = window.samples("click");
        long kept = logged(folder) - before;
        table.row("click to painted while a list is imported", ground.most(), clicks, Peer.NONE, new Target("p99 <= 50 ms", clicks.millis(0.99) <= 50));
        table.row("  clicks answered, and in the log", ground.most(), clicks.count() + ", " + kept, Peer.NONE, new Target("none lost", kept == clicks.count()));
        table.row("  FX thread stood still at most", ground.most(), millis(window, "longest"),
            new Peer(window.value("pauses").orElseThrow() + " times over 50 ms", null),
            new Target("<= 50 ms", Long.parseLong(window.value("longest").orElseThrow()) <= 50_000_000));
        table.row("  it worked at most in one go", ground.most(), millis(window, "busiest"), Peer.NONE, Target.NONE);
        table.row("  memory at most", ground.most(), mib(window, "peak") + " MiB", Peer.NONE, Target.NONE);
        table.row("  the import took", ground.most(), window.value("seconds").orElse("?"), Peer.NONE, Target.NONE);
        OwnerOnly.remove(folder);
    }

    private static String millis(Measured window, String name) {
        return Table.millis(Long.parseLong(window.value(name).orElseThrow()) / 1e6);
    }

    private static long mib(Measured window, String name) {
        return Long.parseLong(window.value(name).orElseThrow()) >> 10;
    }

    private static long logged(Path folder) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Ground.DATA));
             ResultSet row = connection.createStatement().executeQuery("SELECT count(*) FROM attempt")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}

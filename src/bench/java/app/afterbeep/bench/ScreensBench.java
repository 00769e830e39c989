package app.afterbeep.bench;

import app.afterbeep.agenda.AgendaService;
import app.afterbeep.agenda.AgendaStore;
import app.afterbeep.bench.Table.Peer;
import app.afterbeep.bench.Table.Target;
import app.afterbeep.files.OwnerOnly;
import app.afterbeep.studio.StudioService;
import app.afterbeep.studio.StudioStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.nio.file.Path;

/// What the other screens read when they come to the front, with the most prospects.
final class ScreensBench implements Benchmark {
    private static final int READS = 20;
    private static final double AT_ONCE = 50;

    @Override
    public void run(Ground ground, Table table) throws IOException {
        Path folder = ground.people(ground.most());
        try (Desk desk = new Desk(folder, new MovableClock(Ground.NOON))) {
            AgendaService agenda = new AgendaService(desk.database, new AgendaStore(desk.database.sql()), desk.prospects, desk.promises, desk.attempts,
                desk.cards, desk.clock);
            StudioService studio = new StudioService(desk.database, new StudioStore(desk.database.sql(), desk.cadences, desk.clock), desk.scripts, () -> desk.settings);
            Samples agendas = new Samples();
            Samples studios = new Samples();
            for (int i = 0; i < ground.times(READS); i++) {
                agendas.time(agenda::load);
                studios.time(studio::load);
            }
            table.row("agenda, read beside the database thread", ground.most(), agendas, Peer.NONE, Target.NONE);
            table.row("scripts, read on the database thread", ground.most(), studios, Peer.NONE, new Target("p50 <= 50 ms", studios.millis(0.5) <= AT_ONCE));
        }
        OwnerOnly.remove(folder);
    }
}

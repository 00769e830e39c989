package app.afterbeep.studio;

import app.afterbeep.scripts.Script;
import app.afterbeep.testkit.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A [Desk] with the studio.
final class StudioDesk implements AutoCloseable {
    final Desk desk;
    final StudioStore store;
    final StudioService service;
    final SharingService sharing;

    StudioDesk(Path folder) {
        desk = new Desk(folder);
        store = new StudioStore(desk.database.sql(), desk.cadences, desk.clock);
        service = new StudioService(desk.database, store, desk.scripts, () -> desk.settings);
        sharing = new SharingService(desk.database, store);
    }

    /// The first series, as it is now.
    StudioSeries first() {
        return service.load().series().getFirst();
    }

    StudioSeries series(long id) {
        return service.load().find(id).orElseThrow();
    }

    long cadence() {
        return first().cadence().id();
    }

    /// The numbers of the steps that are on, in their order.
    List<Integer> steps() {
        return first().cadence().steps().stream().map(step -> step.number()).toList();
    }

    List<Integer> waits() {
        return first().cadence().steps().stream().map(step -> step.waitDays()).toList();
    }

    Script message(int step) {
        return first().message(step).orElseThrow().script();
    }

    /// What the Scripts screen shows and what prospects wait for: what an undo has to bring back.
    String state() {
        Studio studio = service.load();
        String series = studio.series().stream().map(one -> one.shown() + " " + one.cadence().name() + one.cadence().restFrom() + "–" + one.cadence().restTo() + one.name()
            + one.nextId() + one.shared() + one.texts() + one.lists() + one.underWay() + one.nextSteps()).collect(Collectors.joining("\n"));
        return series + "\n" + studio.lists() + "\n" + studio.snippets() + "\n" + desk.state();
    }

    @Override
    public void close() {
        desk.close();
    }
}

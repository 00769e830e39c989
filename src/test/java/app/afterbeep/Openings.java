package app.afterbeep;

import app.afterbeep.backups.Backup;
import app.afterbeep.db.DataFile.Contents;
import app.afterbeep.db.DbException;
import app.afterbeep.db.DbException.Fault;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window that stands there when the data can't be opened as they are.
final class Openings {
    private Openings() {}

    /// @param faults why
    /// @param look   as in [Walk]; the window is closed afterwards
    static void all(List<Fault> faults, Walk.Look look) {
        MovableClock clock = new MovableClock(Walk.MORNING);
        Path folder = Path.of("/home/dana/.local/share/afterbeep");
        Backup backup = new Backup(folder.resolve("backups").resolve("afterbeep-2026-11-23.db"), Backup.Kind.REGULAR, clock.instant(), 1_234_567,
            new Contents(214, 1310, 420), Backup.Checked.GOOD);
        Stage stage = FxThread.call(Stage::new);
        for (Fault fault : faults) {
            DbException trouble = new DbException(fault, "The file afterbeep.db can't be opened as it is. This sentence says what is the matter with it, in so "
                + "many words that it takes two lines of the sheet or even three.", null);
            FxThread.run(() -> new OpeningView(trouble, fault == Fault.LOCKED ? "This sentence says why the way that was just chosen is none. It may take two lines."
                : "", folder, OpeningView.ways(fault, Optional.of(backup), clock), way -> {}, () -> {}).showOn(stage));
            Scene scene = FxThread.call(stage::getScene);
            int[] frames = {0};
            FxThread.await(() -> ++frames[0] > 3, () -> "three frames");
            look.at("opening, " + fault.name().toLowerCase(Locale.ROOT).replace('_', ' '), scene);
        }
        FxThread.run(stage::hide);
    }
}

package app.afterbeep;

import app.afterbeep.db.DbException.Fault;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.ui.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;

/// Pictures of every place of the window in one theme, size of type and size of window, for looking at; none of them is kept in the project.
/// `mvn -q -Ppictures test-compile exec:exec -Dexec.mainClass=app.afterbeep.WalkPictures -Dexec.args="FOLDER THEME FONT WIDTH HEIGHT"`
public final class WalkPictures {
    private WalkPictures() {}

    /// @param args the folder for the pictures, the theme, the size of the type, the window's width and height
    public static void main(String[] args) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            System.exit(1);
        });
        Path pictures = Files.createDirectories(Path.of(args[0]));
        Map<Setting, String> set = Map.of(Setting.THEME, args[1], Setting.FONT_SIZE, args[2],
            Setting.WINDOW_PLACE, "0,0," + args[3] + "," + args[4] + ";;");
        ZonedDateTime start = ZonedDateTime.parse(Walk.MORNING);
        Clock clock = Clock.offset(Clock.system(start.getZone()), Duration.between(Instant.now(), start));
        Path folder = Files.createTempDirectory("walk");
        try (RealWindow window = RealWindow.open(folder, clock, true, set)) {
            size(window, args);
            Walk.all(window, folder, (place, scene) -> save(scene, pictures, place));
        }
        Path nobody = Files.createTempDirectory("walk");
        try (RealWindow window = RealWindow.open(nobody, clock, false, set)) {
            size(window, args);
            Walk.empty(window, (place, scene) -> save(scene, pictures, place));
        }
        Openings.all(List.of(Fault.values()), (place, scene) -> {
            FxThread.run(() -> dress(scene, args));
            save(scene, pictures, place);
        });
        System.exit(0);
    }

    private static void dress(Scene scene, String[] args) {
        scene.getWindow().setWidth(Double.parseDouble(args[3]));
        scene.getWindow().setHeight(Double.parseDouble(args[4]));
        Theme theme = new Theme();
        theme.use(args[1]);
        theme.apply(scene, Integer.parseInt(args[2]));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void size(RealWindow window, String[] args) {
        FxThread.run(() -> {
            window.stage.setWidth(Double.parseDouble(args[3]));
            window.stage.setHeight(Double.parseDouble(args[4]));
        });
        window.pauseForReading();
    }

    private static void save(Scene scene, Path pictures, String place) {
        try {
            Pictures.save(FxThread.call(() -> scene.snapshot(null)), pictures.resolve(place.replaceAll("[^a-zA-Z0-9]+", "-") + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

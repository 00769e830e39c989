package app.afterbeep;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.FxThread;
import java.nio.file.*;
import java.time.*;
import java.util.*;
public class AuditMain {
    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((t, e) -> { e.printStackTrace(); System.exit(1); });
        ZonedDateTime start = ZonedDateTime.parse(Walk.MORNING);
        Clock clock = Clock.offset(Clock.system(start.getZone()), Duration.between(Instant.now(), start));
        Path folder = Files.createTempDirectory("walk");
        List<String> themes = List.of(args);
        Map<String, String> faint = new TreeMap<>(), rings = new TreeMap<>();
        FocusRing ring = new FocusRing();
        try (RealWindow window = RealWindow.open(folder, clock, true, Map.of(Setting.WINDOW_PLACE, "0,0,1000,760;;"))) {
            app.afterbeep.ui.Theme theme = FxThread.call(app.afterbeep.ui.Theme::new);
            int[] n = {0};
            Walk.Look look = place -> {
                for (String t : themes) {
                    FxThread.run(() -> { theme.use(t); theme.apply(window.stage.getScene(), 14); window.stage.getScene().getRoot().applyCss(); window.stage.getScene().getRoot().layout(); });
                    FxThread.run(() -> {
                        Contrast.Found f = Contrast.on(window.stage.getScene());
                        n[0] += f.measured();
                        f.faint().forEach(l -> faint.putIfAbsent(t + ": " + l.replaceAll("“[^”]*”", "x"), place + " " + l));
                    });
                    ring.on(window.stage.getScene(), t).forEach(l -> rings.putIfAbsent(t + " " + l, place));
                }
            };
            try { Walk.all(window, folder, look); } catch (AssertionError e) { e.printStackTrace(); }
            System.out.println("measured " + n[0]);
            faint.forEach((k, v) -> System.out.println(k.substring(0, 6) + " | " + v));
            System.out.println(ring);
            rings.forEach((k, v) -> System.out.println(v + " | " + k));
        }
        System.exit(0);
    }
}

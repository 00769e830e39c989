package app.afterbeep;

import app.afterbeep.cli.Cli;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.jar.JarFile;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Opens the window as [Main] does, shows each screen once, presses some outcomes and quits. The build of the package runs it without a display: what it touches is what
/// the package has at hand when it starts.
public final class Tour {
    private static final Duration STAY = Duration.millis(900);
    /// What draws and handles windows where there is a display; the tour has none.
    private static final List<String> PLATFORM = List.of("com/sun/glass/ui/gtk/", "com/sun/glass/ui/win/", "com/sun/glass/ui/mac/", "com/sun/glass/ui/delegate/",
        "com/sun/prism/es2/", "com/sun/prism/d3d/", "com/sun/prism/mtl/", "com/sun/prism/sw/", "com/sun/prism/ps/", "com/sun/prism/impl/",
        "com/sun/javafx/font/", "com/sun/javafx/tk/quantum/");

    private Tour() {}

    public static void main(String[] args) {
        App app = new App(new Opening.Start(new StartLog(), Tour::walk));
        app.begin();
        int code = Cli.run(args, app::open);
        loadPlatform();
        System.exit(code);
    }

    private static void walk(Wiring wiring) {
        Queue<Runnable> stops = new ArrayDeque<>(wiring.stops());
        PauseTransition stay = new PauseTransition(STAY);
        stay.setOnFinished(e -> {
            Runnable next = stops.poll();
            if (next != null) {
                next.run();
                stay.playFromStart();
            }
        });
        stay.play();
    }

    private static void loadPlatform() {
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (jar.contains("javafx-graphics")) {
                try (JarFile file = new JarFile(jar)) {
                    file.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class") && PLATFORM.stream().anyMatch(name::startsWith))
                        .forEach(Tour::load);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void load(String entry) {
        try {
            Class.forName(entry.substring(0, entry.length() - ".class".length()).replace('/', '.'), false, Tour.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            System.getLogger(Tour.class.getName()).log(System.Logger.Level.DEBUG, "a class of another system", e);
        }
    }
}

package app.afterbeep;

import app.afterbeep.bench.Beat;
import app.afterbeep.bench.Worked;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cli.Cli;
import app.afterbeep.lists.ImportOptions;
import app.afterbeep.lists.ImportService;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import app.afterbeep.ui.Theme;
import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// The whole program in its window, in a process of its own, worked by a robot; prints what it measures as `name=value`.
///
/// Arguments: the data folder, how many outcomes are pressed, and a list that is imported the window's way meanwhile (then they are pressed until
/// it is in).
public final class BenchWindow {
    private static final String NOON = "2026-11-24T12:00:00-05:00[America/New_York]";
    /// What is pressed sooner after a card has appeared was meant for the one before: the window takes it for a double press.
    private static final long READING_MILLIS = 310;
    private static final long PATIENCE_SECONDS = 120;
    /// The window has been idle for so long when its memory is looked at: what is idle for two seconds gives memory back, two seconds later at most.
    private static final long IDLE_MILLIS = 6_000;

    private final Background background = Background.threads();
    private final Cli.Options options;
    private Data data;
    private Stage stage;
    private Robot robot;
    private Worked fx;

    private BenchWindow(Path folder) throws ExecutionException, InterruptedException {
        ZonedDateTime start = ZonedDateTime.parse(NOON);
        options = new Cli.Options(folder, Clock.offset(Clock.system(start.getZone()), Duration.between(Instant.now(), start)), true, false);
        Logger.getLogger("javafx").setLevel(Level.SEVERE);
        // In the order of App.open: the file is opened while the toolkit starts.
        var opening = background.opening(() -> Data.open(options, background));
        Platform.startup(Theme::loadFonts);
        data = opening.get();
        stage = fx(Stage::new);
        robot = fx(Robot::new);
        fx = fx(Worked::mine);
        fx(() -> {
            Wiring wiring = new Wiring(options, background, data, stage);
            wiring.start();
            stage.show();
            wiring.later();
            return wiring;
        });
    }

    public static void main(String[] args) throws ExecutionException, InterruptedException, IOException {
        BenchWindow window = new BenchWindow(Path.of(args[0]));
        window.painted("");
        System.out.println("frame=" + System.currentTimeMillis());
        int clicks = Integer.parseInt(args[1]);
        if (clicks == 0 && args.length == 2) {
            System.exit(0);
        }
        Thread.sleep(IDLE_MILLIS);
        try (Beat beat = new Beat(window.fx)) {
            if (args.length > 2) {
                window.importing(Path.of(args[2]));
            } else {
                for (int i = 0; i < clicks; i++) {
                    window.click(i);
                }
            }
            System.out.println("longest=" + beat.longest());
            System.out.println("busiest=" + beat.busiest());
            System.out.println("pauses=" + beat.pauses());
        }
        Thread.sleep(IDLE_MILLIS);
        System.out.println("resident=" + memory("VmRSS"));
        System.out.println("own=" + memory("RssAnon"));
        System.out.println("peak=" + memory("VmHWM"));
        System.exit(0);
    }

    /// Presses outcomes until the list is in.
    private void importing(Path list) {
        long start = System.nanoTime();
        CountDownLatch ended = new CountDownLatch(1);
        fx(() -> {
            ProspectStore prospects = new ProspectStore(data.database().sql(), options.clock());
            ImportService importer = new ImportService(data.database(), prospects, new CadenceStore(data.database().sql(), options.clock()),
                options.clock(), data.settings()::get);
            background.lasting(() -> importer.importBeside(list, ImportOptions.none(), Progress.unwatched(), background), report -> {
                System.out.println("imported=" + report.counts());
                ended.countDown();
            }, failed -> {
                System.out.println("imported=" + failed);
                ended.countDown();
            });
            return true;
        });
        for (int i = 0; ended.getCount() > 0; i++) {
            click(i);
        }
        System.out.println("seconds=" + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    /// From the key to the frame on which the next prospect stands.
    private void click(int i) {
        String before = fx(this::name);
        long worked = fx.nanos();
        long pressed = System.nanoTime();
        fx(() -> {
            robot.keyPress(i % 2 == 0 ? KeyCode.DIGIT2 : KeyCode.DIGIT1);
            robot.keyRelease(i % 2 == 0 ? KeyCode.DIGIT2 : KeyCode.DIGIT1);
            return true;
        });
        if (painted(before)) {
            System.out.println("click=" + (System.nanoTime() - pressed));
            System.out.println("worked=" + (fx.nanos() - worked));
        } else {
            System.out.println("unanswered=" + i);
        }
        try {
            Thread.sleep(READING_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The name on the card; "" while there is none.
    private String name() {
        return stage.isShowing() && stage.getScene().lookup("#prospect-name") instanceof Label label ? label.getText() : "";
    }

    /// Waits until another name than `before` has been drawn. The first frame that has it is laid out after its timers, then painted on a thread of
    /// its own, then put on the screen: what is asked of each behind that comes when it is done.
    private boolean painted(String before) {
        CountDownLatch drawn = new CountDownLatch(1);
        AnimationTimer timer = fx(() -> {
            AnimationTimer frames = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (!name().equals(before)) {
                        stop();
                        Platform.runLater(() -> ((QuantumToolkit) Toolkit.getToolkit()).addRenderJob(
                            new RenderJob(() -> Platform.runLater(drawn::countDown))));
                    }
                }
            };
            frames.start();
            return frames;
        });
        try {
            boolean came = drawn.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            timer.stop();
            return came;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T fx(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String memory(String line) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(l -> l.startsWith(line + ":")).findFirst().map(l -> l.replaceAll("\\D", "")).orElse("0");
        }
    }
}

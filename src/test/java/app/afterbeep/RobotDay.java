package app.afterbeep;

import app.afterbeep.calls.Outcome;
import app.afterbeep.cli.Cli;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.FxThread;
import app.afterbeep.testkit.MovableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.scene.input.KeyCode;

/// A rep's day in the real window, by robot, on a clock that the robot moves: outcomes, imports, undo, sleep, other themes. After each hour it is
/// looked whether anything was lost, and what is in memory.
final class RobotDay {
    private static final ZonedDateTime START = ZonedDateTime.parse("2026-11-24T09:30:00-05:00[America/New_York]");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SLEEP = Duration.ofMinutes(40);
    private static final int SLEEPS_EACH = 3;
    private static final int UNDONE_PERCENT = 10;
    private static final double GROWTH = 1.10;
    private static final String FORMAT = "%5s | %9s | %7s | %7s | %7s | %6s | %9s | %7s | %8s | %s";
    private static final int GROWN_SHOWN = 15;
    /// Threads of JavaFX, of the machine, and of the mail server beside it: they end with the process.
    private static final List<String> TOOLKIT = List.of("JavaFX", "QuantumRenderer", "InvokeLaterDispatcher", "Prism", "Cleaner", "Common-Cleaner", "Headless Timer", "Java2D",
        "smtps", "GreenMail", "process reaper", "Keep-Alive");
    /// How often each outcome is pressed, in the order of the keys.
    private static final int[] WEIGHTS = {32, 20, 8, 4, 6, 8, 6, 4, 3, 6};

    private final Plan plan;
    private final Path folder;
    private final PrintStream out;
    private final Random random;
    private final MovableClock clock = new MovableClock(START.toString());
    private final List<String> faults = new ArrayList<>();
    private final List<Long> heaps = new ArrayList<>();
    private final List<Map<String, Long>> histograms = new ArrayList<>();

    /// @param outcomes pressed in each hour
    /// @param rows     of the list that is imported in each hour
    /// @param mail     settings of the mail account; empty: no email leaves
    /// @param hourly   runs before the memory is looked at
    record Plan(int hours, int outcomes, int rows, long seed, Map<Setting, String> mail, Runnable hourly) {}

    RobotDay(Plan plan, Path folder, PrintStream out) {
        this.plan = plan;
        this.folder = folder;
        this.out = out;
        random = new Random(plan.seed());
    }

    /// Works through the day and prints the table.
    ///
    /// @return what went wrong
    List<String> run() {
        try (RobotWatch watch = new RobotWatch()) {
            FxThread.start();
            introduce();
            out.println(FORMAT.formatted("hour", "outcomes", "logged", "undone", "emails", "people", "heap MiB", "nodes", "threads",
                "RSS MiB"));
            try (RealWindow window = RealWindow.open(folder, clock, false, "light")) {
                work(window, watch);
            }
            left(watch);
            faults.addAll(watch.faults());
        }
        if (heaps.size() > 1 && heaps.getLast() > heaps.getFirst() * GROWTH) {
            faults.add("heap grew from %.1f to %.1f MiB".formatted(mib(heaps.getFirst()), mib(heaps.getLast())));
        }
        if (histograms.size() > 1) {
            out.println("what grew most from the first to the last hour, KiB:");
            grown().forEach(line -> out.println("  " + line));
        }
        return faults;
    }

    private void introduce() {
        Map<Setting, String> me = new EnumMap<>(Map.of(Setting.MY_NAME, "Dana Reyes", Setting.MY_COMPANY, "Northline", Setting.REMIND_SYSTEM, "false",
            Setting.DIAL_PATTERN, "", Setting.THEME, "light"));
        me.putAll(plan.mail());
        try (Desk desk = new Desk(folder, clock)) {
            new SettingsStore(desk.database).save(me);
        }
    }

    private void work(RealWindow window, RobotWatch watch) {
        RobotRep rep = new RobotRep(window, clock, random);
        RobotTour tour = new RobotTour(window, rep, clock, folder, random);
        FxThread.run(() -> watch.look(window));
        window.awaitShown("first-start");
        step(window, rep, "the first list", () -> {
            tour.beginImport(plan.rows());
            tour.endImport();
        });
        for (int hour = 1; hour <= plan.hours(); hour++) {
            hour(window, rep, tour, hour);
            measure(window, rep, watch, hour);
        }
    }

    private void hour(RealWindow window, RobotRep rep, RobotTour tour, int hour) {
        ZonedDateTime begin = START.plus(HOUR.multipliedBy(hour - 1L));
        boolean sleeps = hour % SLEEPS_EACH == 0;
        Duration each = (sleeps ? HOUR.minus(SLEEP) : HOUR).dividedBy(plan.outcomes());
        List<Outcome> outcomes = outcomes();
        Map<Integer, Deed> beside = beside(window, rep, tour, hour);
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            step(window, rep, outcome.code(), () -> rep.call(outcome));
            if (random.nextInt(100) < UNDONE_PERCENT) {
                step(window, rep, "undo", tour::takeBack);
            }
            Deed other = beside.get(i);
            if (other != null) {
                step(window, rep, other.name(), other.work());
            }
            if (sleeps && i == outcomes.size() / 2) {
                clock.pass(SLEEP);
            }
            until(begin.plus(each.multipliedBy(i + 1L)).plus(sleeps && i >= outcomes.size() / 2 ? SLEEP : Duration.ZERO));
        }
        step(window, rep, "the end of the import", tour::endImport);
        until(begin.plus(HOUR));
    }

    private void until(ZonedDateTime time) {
        if (time.toInstant().isAfter(clock.instant())) {
            clock.set(time.toString());
        }
    }

    /// Each of the ten at least once.
    private List<Outcome> outcomes() {
        List<Outcome> chosen = new ArrayList<>(Arrays.asList(Outcome.values()));
        int all = Arrays.stream(WEIGHTS).sum();
        while (chosen.size() < plan.outcomes()) {
            int at = random.nextInt(all);
            int i = 0;
            while (at >= WEIGHTS[i]) {
                at -= WEIGHTS[i++];
            }
            chosen.add(Outcome.values()[i]);
        }
        Collections.shuffle(chosen, random);
        return chosen;
    }

    private record Deed(String name, Runnable work) {}

    /// What is done beside the calls, by how many outcomes of the hour were pressed before.
    private Map<Integer, Deed> beside(RealWindow window, RobotRep rep, RobotTour tour, int hour) {
        List<Deed> deeds = List.of(
            new Deed("all screens", tour::screens),
            new Deed("a script edited", () -> tour.edit(hour)),
            new Deed("a correction", tour::correct),
            new Deed("a search with all sheets", () -> tour.search(true)),
            new Deed("an import begun", () -> tour.beginImport(plan.rows())),
            new Deed("another look", tour::look),
            new Deed("other calls", tour::otherCalls),
            new Deed("an export", tour::export),
            new Deed("the sheets", tour::sheets),
            new Deed("another correction", tour::correct),
            new Deed("the correction taken back", tour::takeBack),
            new Deed("a search", () -> tour.search(false)));
        Map<Integer, Deed> planned = new HashMap<>();
        for (int i = 0; i < deeds.size(); i++) {
            planned.put((i + 1) * plan.outcomes() / (deeds.size() + 1), deeds.get(i));
        }
        return planned;
    }

    /// One deed of the robot. What fails is told, and the day goes on from the session screen.
    private void step(RealWindow window, RobotRep rep, String what, Runnable deed) {
        try {
            deed.run();
        } catch (AssertionError e) {
            String told = "at %tR, %s: %s [%s]".formatted(clock.instant().atZone(clock.getZone()), what, e.getMessage(), where(window));
            out.println("  ! " + told);
            faults.add(told);
            picture(window);
            for (int i = 0; i < 3; i++) {
                rep.read();
                window.key(KeyCode.ESCAPE);
            }
            rep.countAnew();
        }
    }

    private void picture(RealWindow window) {
        try {
            Pictures.save(window.picture(), folder.resolve("fault-" + faults.size() + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String where(RealWindow window) {
        return FxThread.call(() -> "focus " + window.stage.getScene().getFocusOwner() + ", prospect " + window.says("prospect-name") + ", notice "
            + window.notice() + ", in front " + List.of("session", "agenda", "outbox", "review", "prospects",
            "scripts", "results", "settings", "when", "talk", "later", "nobody", "correct", "import", "deed").stream().filter(window::visible).toList());
    }

    private void measure(RealWindow window, RobotRep rep, RobotWatch watch, int hour) {
        step(window, rep, "back to the session", () -> {
            rep.toSession();
            if (window.shown("toast-close")) {
                window.click("toast-close", 1);
            }
        });
        plan.hourly().run();
        long logged = rep.logged();
        if (logged != rep.pressed()) {
            faults.add("hour " + hour + ": " + rep.pressed() + " outcomes were pressed, " + logged + " stand in the log");
        }
        int checked = Cli.run(new String[] {"--data-dir", folder.toString(), "check"}, options -> 0);
        if (checked != 0) {
            faults.add("hour " + hour + ": the file is not clean");
        }
        long heap = RobotWatch.heap();
        heaps.add(heap);
        out.println(FORMAT.formatted(hour, rep.pressed(), logged, window.number("SELECT count(*) FROM attempt WHERE undone_at IS NOT NULL"),
            window.number("SELECT count(*) FROM email WHERE state = 'sent'"), window.number("SELECT count(*) FROM prospect"), "%.1f".formatted(mib(heap)),
            FxThread.call(() -> RobotWatch.nodes(window.stage.getScene().getRoot())), watch.threads().size(), RobotWatch.resident() >> 10));
        if (hour == 1 || hour == plan.hours()) {
            histograms.add(RobotWatch.histogram());
        }
    }

    private static double mib(long bytes) {
        return bytes / 1024.0 / 1024.0;
    }

    /// The threads that the window leaves behind.
    private void left(RobotWatch watch) {
        watch.awaitEnd(name -> !toolkit(name));
        List<String> left = watch.threads().stream().filter(name -> !toolkit(name)).toList();
        if (!left.isEmpty()) {
            faults.add("threads left over: " + left);
        }
        out.println("after the window is closed: " + (left.isEmpty() ? "no thread of its own" : left) + "; of the toolkit and the machine: "
            + watch.threads().stream().filter(RobotDay::toolkit).toList());
    }

    private List<String> grown() {
        Map<String, Long> first = histograms.getFirst();
        Map<String, Long> grown = new HashMap<>();
        histograms.getLast().forEach((name, bytes) -> grown.put(name, bytes - first.getOrDefault(name, 0L)));
        return grown.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(GROWN_SHOWN)
            .map(each -> "%,9d  %s".formatted(each.getValue() >> 10, each.getKey())).toList();
    }

    private static boolean toolkit(String name) {
        return TOOLKIT.stream().anyMatch(name::startsWith);
    }
}

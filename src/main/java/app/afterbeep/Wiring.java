package app.afterbeep;

import app.afterbeep.agenda.AgendaStore;
import app.afterbeep.agenda.ReminderPane;
import app.afterbeep.agenda.ReminderService;
import app.afterbeep.agenda.ReminderViewModel;
import app.afterbeep.calls.WordingService;
import app.afterbeep.cli.Cli;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.outbox.Email;
import app.afterbeep.outbox.Keychain;
import app.afterbeep.outbox.MailSender;
import app.afterbeep.outbox.OutboxSender;
import app.afterbeep.outbox.Passwords;
import app.afterbeep.outbox.SendingService;
import app.afterbeep.prospects.PlaceRules;
import app.afterbeep.session.BlockService;
import app.afterbeep.session.BlockStore;
import app.afterbeep.session.SessionView;
import app.afterbeep.session.SessionViewModel;
import app.afterbeep.settings.Setting;
import app.afterbeep.start.ErrorView;
import app.afterbeep.start.Errors;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Regional;
import app.afterbeep.ui.Screen;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Theme;
import app.afterbeep.ui.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Makes the window with its session by hand, and is there for it until it closes. The other screens: [ScreensWiring].
final class Wiring implements AutoCloseable {
    private static final Duration ZONE_HOLDS = Duration.ofMinutes(1);

    private final Background background;
    private final Services services;
    private final MainWindow window;
    private final WindowWiring frame;
    private final SessionViewModel session;
    private final ScreensWiring screens;
    private final SendingService sending;
    private final MailSender mailSender = new MailSender();
    private final Runnable recoverImports;
    private final SafetyWiring safety;
    private Consumer<Path> restore = backup -> { };
    private final Errors errors;
    private final Stage stage;
    /// The computer's zone when it was last looked, and when that was.
    private ZoneId here;
    private Instant zoneRead;

    Wiring(Cli.Options options, Background background, Data data, Stage stage) {
        this(options, background, data, stage, new Errors(background.fx()));
    }

    /// @param errors what nobody has handled
    Wiring(Cli.Options options, Background background, Data data, Stage stage, Errors errors) {
        this.errors = errors;
        this.background = background;
        this.stage = stage;
        // Before the first control: without a theme it would load JavaFX's own.
        Theme theme = new Theme();
        theme.use(data.settings().get().text(Setting.THEME));
        window = new MainWindow();
        Clock clock = options.clock();
        here = clock.getZone();
        zoneRead = clock.instant();
        services = new Services(data, background, clock);
        Services s = services;
        Database database = s.database;
        BlockService blocks = new BlockService(database, new BlockStore(database.sql()), s.attempts, s.promises, clock, s.settings);
        session = new SessionViewModel(s.queue, s.calls, new WordingService(database, s.scripts, clock), blocks, background, s.handoff, window, clock, s.settings);
        // Who is next is read while the window is made.
        session.start();
        sending = new SendingService(database, s.emails, clock, s.settings);
        OutboxSender sender = new OutboxSender(sending, mailSender, new Passwords(Keychain.system()), background, clock, s.settings);
        frame = new WindowWiring(stage, window, theme, s.settings, s::save);
        safety = new SafetyWiring(s, window, backup -> restore.accept(backup));
        screens = new ScreensWiring(s, window, frame, safety, session, sender, this::failed);
        SessionView view = new SessionView(session, me -> s.introduce(me, session.whose()::redraw), screens::openImport,
            () -> s.sample(done -> session.whose().refresh()), screens::openCaller);
        window.add(new Screen("session", "Session", "fth-phone", Pos.BOTTOM_RIGHT,
            () -> new Screen.Face(view, session.whose()::refresh, view::tick, view::press)));
        screens.addAll();
        recoverImports = () -> background.lasting(() -> s.importer.recover(background), done -> {
            done.forEach(sentence -> window.show(Notices.Notice.done(sentence)));
            if (!done.isEmpty()) {
                session.whose().refresh();
            }
        }, this::failed);
        database.onUndo(recoverImports);
        window.onUndo(this::undo);
        ReminderViewModel reminders = new ReminderViewModel(new ReminderService(new AgendaStore(database.sql()), clock), background, s.handoff, clock,
            s.settings, screens::openInSession, id -> session.card().filter(card -> card.prospect().id() == id).isPresent());
        window.setBanner(new ReminderPane(reminders, window::focusScreen));
        window.onEverywhere(Shortcut.REMINDER_OPEN, reminders::open);
        window.onEverywhere(Shortcut.REMINDER_LATER, reminders::later);
        database.onChange(window::changed);
        database.onChange(reminders::changed);
        database.onChange(sender::wake);
        background.onFailure(this::failed);
        errors.show(new ErrorView(window, s.handoff)::show);
        background.whenIdle(this::idle);
        if (database.reading()) {
            session.onlyReading();
            window.setBanner(SafetyWiring.readingBanner());
        }
        frame.complete(session, view);
        stage.setTitle("Afterbeep");
        title(options);
        background.everySecond(() -> {
            window.tick();
            reminders.tick();
            sender.tick();
            readZone();
            title(options);
        });
    }

    private void readZone() {
        Instant now = services.clock.instant();
        // A minute has passed, or the computer has slept.
        if (Duration.between(zoneRead, now).abs().compareTo(ZONE_HOLDS) >= 0) {
            zoneRead = now;
            background.io(() -> {
                Regional.readZone();
                return services.clock.getZone();
            }, this::follow);
        }
    }

    /// All times are worked out from the clock's zone when they are needed: what is on the screen is drawn anew.
    private void follow(ZoneId zone) {
        ZoneId before = here;
        here = zone;
        if (!zone.equals(before)) {
            window.changed();
            session.whose().redraw();
        }
        if (!PlaceRules.sameClock(zone, before, zoneRead)) {
            window.show(Notices.Notice.done("This computer’s time zone is now " + Times.zone(zone) + ", where it is " + Times.clock(zoneRead.atZone(zone))
                + ". Your times and your own hours follow it; what is agreed stays at its moment."));
        }
    }

    /// On the database thread.
    private void idle() {
        if (services.prospects.stale()) {
            services.database.transaction(() -> {
                services.prospects.indexStale();
                return true;
            });
        }
        services.database.checkpoint();
        safety.idle();
    }

    /// Says it in the title when the clock is not the computer's.
    private void title(Cli.Options options) {
        if (options.clockShown()) {
            stage.setTitle("Afterbeep · " + (options.demo() ? "demo, " : "") + "clock set to " + Times.date(LocalDate.now(options.clock())) + ", "
                + Times.clock(ZonedDateTime.now(options.clock())));
        }
    }

    /// The last resort for what nobody else has handled.
    void failed(Throwable e) {
        if (e instanceof AppException || e instanceof DbException) {
            System.getLogger(Wiring.class.getName()).log(System.Logger.Level.WARNING, "a problem was shown", e);
            window.show(Notices.Notice.problem(String.valueOf(e.getMessage())));
        } else {
            errors.report(e);
        }
    }

    /// Brings the window to the front, with lists to import or none.
    void front(List<Path> lists) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (!lists.isEmpty()) {
            screens.openImport(lists);
        }
    }

    /// What is being typed on Scripts goes into the file first: it is what was done last.
    private void undo() {
        screens.save();
        session.undo();
    }

    /// @param restore closes this window's data, restores a backup and opens the window again
    void onRestore(Consumer<Path> restore) {
        this.restore = restore;
    }

    void show(Notices.Notice notice) {
        window.show(notice);
    }

    void start() {
        window.select("session");
    }

    /// What can be done when the first card is on the screen: what an earlier run left undone.
    void later() {
        // Where the program ended before the rep had left the field.
        background.db(services.settingsService::typed, now -> { });
        recoverImports.run();
        background.io(screens::cleanUp, clean -> { });
        background.db(sending::recover, lost -> {
            if (!lost.isEmpty()) {
                show(lost);
            }
        });
    }

    /// Runs `then` once it is known who is next.
    void whenReady(Runnable then) {
        if (session.turn().get() != null) {
            then.run();
            return;
        }
        AtomicBoolean waiting = new AtomicBoolean(true);
        session.turn().subscribe(turn -> {
            if (turn != null && waiting.compareAndSet(true, false)) {
                then.run();
            }
        });
    }

    /// Runs `then` when the first frame with the next prospect has been drawn.
    void whenPainted(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (session.turn().get() != null && ++frames == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    /// One after the other they show everything that there is, and then the end.
    List<Runnable> stops() {
        List<Runnable> stops = new ArrayList<>();
        stops.add(screens::openImport);
        stops.add(window::closeSheet);
        window.screens().forEach(screen -> stops.add(() -> window.select(screen)));
        stops.add(() -> window.select("session"));
        // What the first clicks of a day run through: no message, a voicemail with its timer, skip, undo.
        for (KeyCode key : List.of(KeyCode.DIGIT2, KeyCode.SPACE, KeyCode.DIGIT1, KeyCode.S, KeyCode.DIGIT1)) {
            stops.add(() -> List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED).forEach(type ->
                Event.fireEvent(window, new KeyEvent(type, "", "", key, false, false, false, false))));
        }
        stops.add(session::undo);
        stops.add(stage::hide);
        return stops;
    }

    private void show(List<Email> lost) {
        String names = lost.stream().limit(3).map(Email::name).collect(Collectors.joining(", ")) + (lost.size() > 3 ? " and " + (lost.size() - 3) + " more" : "");
        window.show(Notices.Notice.problem("Nobody knows whether the email to " + names + " has left. Look into Outbox, “Failed”, and say so there."));
    }

    @Override
    public void close() {
        frame.close();
        session.stop();
        screens.end();
        background.io(screens::cleanUp, clean -> { });
        // An email that is just being sent comes to its end first, and what became of it into the file.
        background.io(() -> {
            mailSender.close();
            background.last(() -> {
                services.database.checkpoint();
                screens.close();
                safety.close();
            });
            return true;
        }, closed -> {});
    }
}

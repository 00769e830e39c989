package app.afterbeep;

import app.afterbeep.agenda.AgendaService;
import app.afterbeep.agenda.AgendaStore;
import app.afterbeep.agenda.AgendaView;
import app.afterbeep.agenda.AgendaViewModel;
import app.afterbeep.agenda.CalendarService;
import app.afterbeep.agenda.ReminderPane;
import app.afterbeep.agenda.ReminderService;
import app.afterbeep.agenda.ReminderViewModel;
import app.afterbeep.backups.BackupService;
import app.afterbeep.backups.BackupsViewModel;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Holidays;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.CallerService;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.CardService;
import app.afterbeep.calls.ErasureService;
import app.afterbeep.calls.LogService;
import app.afterbeep.calls.MergeService;
import app.afterbeep.calls.PeopleService;
import app.afterbeep.calls.PersonService;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.QueueStore;
import app.afterbeep.calls.WordingService;
import app.afterbeep.cli.Cli;
import app.afterbeep.cli.DataFolder;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.outbox.Email;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.outbox.Keychain;
import app.afterbeep.outbox.MailSender;
import app.afterbeep.outbox.OutboxSender;
import app.afterbeep.outbox.OutboxService;
import app.afterbeep.outbox.OutboxView;
import app.afterbeep.outbox.OutboxViewModel;
import app.afterbeep.outbox.PasswordView;
import app.afterbeep.outbox.Passwords;
import app.afterbeep.outbox.SendingService;
import app.afterbeep.outbox.SendingViewModel;
import app.afterbeep.prospects.BrowseService;
import app.afterbeep.prospects.BrowseViewModel;
import app.afterbeep.prospects.DeedViewModel;
import app.afterbeep.prospects.EditViewModel;
import app.afterbeep.prospects.EraseViewModel;
import app.afterbeep.prospects.FindViewModel;
import app.afterbeep.prospects.DncListStore;
import app.afterbeep.prospects.DncService;
import app.afterbeep.prospects.DncView;
import app.afterbeep.prospects.DncViewModel;
import app.afterbeep.prospects.HoursStore;
import app.afterbeep.prospects.ProspectService;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.ProspectsView;
import app.afterbeep.prospects.ProspectsViewModel;
import app.afterbeep.results.ResultsService;
import app.afterbeep.results.ResultsStore;
import app.afterbeep.results.ResultsView;
import app.afterbeep.results.ResultsViewModel;
import app.afterbeep.review.CorrectView;
import app.afterbeep.review.CorrectViewModel;
import app.afterbeep.review.ElsewhereView;
import app.afterbeep.review.ElsewhereViewModel;
import app.afterbeep.review.ReviewService;
import app.afterbeep.review.ReviewView;
import app.afterbeep.review.ReviewViewModel;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.session.BlockService;
import app.afterbeep.session.BlockStore;
import app.afterbeep.session.CallerView;
import app.afterbeep.session.SessionView;
import app.afterbeep.session.SessionViewModel;
import app.afterbeep.settings.PlaceHoursService;
import app.afterbeep.settings.PlaceHoursViewModel;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.settings.SettingsService;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.settings.SettingsView;
import app.afterbeep.settings.SettingsViewModel;
import app.afterbeep.settings.TableStore;
import app.afterbeep.start.ErrorView;
import app.afterbeep.start.Errors;
import app.afterbeep.studio.StudioView;
import app.afterbeep.transfer.DncFiles;
import app.afterbeep.transfer.ExportService;
import app.afterbeep.transfer.ExportView;
import app.afterbeep.transfer.ExportViewModel;
import app.afterbeep.transfer.ImportService;
import app.afterbeep.transfer.ImportView;
import app.afterbeep.transfer.ImportViewModel;
import app.afterbeep.transfer.ImportWindowService;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Notices;
import app.afterbeep.ui.Screen;
import app.afterbeep.ui.Shortcut;
import app.afterbeep.ui.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Makes every object of the window, by hand.
final class Wiring implements AutoCloseable {
    /// More than anybody scrolls through.
    private static final int TOUCHES = 500;


    private final Background background;
    private final Data data;
    private final MainWindow window = new MainWindow();
    private final WindowWiring frame;
    private final SessionViewModel session;
    private final ProspectsViewModel prospectsModel;
    private final BrowseService browsing;
    private final ReviewService reviewing;
    private final BrowseViewModel browseModel;
    private final PeopleService peopleService;
    private final ScriptsWiring scriptsScreen;
    private final SettingsService settingsService;
    private final SendingService sending;
    private final MailSender mailSender = new MailSender();
    private final OutboxSender sender;
    private final ExportViewModel exports;
    private final Runnable recoverImports;
    private final SafetyWiring safety;
    private Consumer<Path> restore = backup -> { };
    private final ImportView imports;
    private final CalendarService calendar;
    private final Errors errors;
    private final Stage stage;

    /// What is opened on the database thread before the window.
    record Data(Database database, AtomicReference<Settings> settings, Holidays holidays, BackupService backups) {}

    static Data openData(Cli.Options options, Background background) throws AppException {
        return openData(options, background, false);
    }

    /// @param reading nothing is written to the file
    static Data openData(Cli.Options options, Background background, boolean reading) throws AppException {
        Holidays holidays = new Holidays();
        // Calendars take a while to read: meanwhile the file is opened.
        background.io(() -> holidays.workingDays(Settings.initial().country()).test(LocalDate.now(options.clock())), known -> {});
        Path file = options.dataDir().resolve(DataFolder.FILE);
        AtomicReference<Settings> settings = new AtomicReference<>(Settings.initial());
        BackupService backups = new BackupService(file, options.clock(), () -> settings.get().text(Setting.BACKUP_FOLDER));
        boolean unchanged = backups.unchangedSinceClosed();
        Database database = reading ? Database.openForReading(file, options.clock(), background.fx())
            : Database.open(file, options.clock(), background.fx());
        try {
            if (unchanged) {
                backups.startsUnchanged(database.changes());
            }
            CadenceStore cadences = new CadenceStore(database.sql(), options.clock());
            database.transaction(cadences::first);
            SettingsStore store = new SettingsStore(database);
            settings.set(store.load());
            ProspectStore prospects = new ProspectStore(database.sql(), options.clock());
            if (options.demo() && prospects.count() == 0) {
                sample(new ImportService(database, prospects, cadences, options.clock(), settings::get), store, settings);
            }
            return new Data(database, settings, holidays, backups);
        } catch (RuntimeException | AppException e) {
            // The next try must not find the file held by this one.
            database.close();
            throw e;
        }
    }

    /// Brings the sample prospects, and a fictional rep where nobody has said who is calling. On the database thread.
    private static void sample(ImportService importer, SettingsStore store, AtomicReference<Settings> settings) throws AppException {
        importer.importSample();
        if (store.load().text(Setting.MY_NAME).isEmpty()) {
            store.save(Map.of(Setting.MY_NAME, "Dana Reyes", Setting.MY_COMPANY, "Northline", Setting.MY_PROBLEM, "trucks waiting at the dock",
                Setting.MY_RESULT, "turned trucks around eleven minutes faster"));
        }
        settings.set(store.load());
    }

    Wiring(Cli.Options options, Background background, Data data, Stage stage) {
        this(options, background, data, stage, new Errors(background.fx()));
    }

    /// @param errors what nobody has handled
    Wiring(Cli.Options options, Background background, Data data, Stage stage, Errors errors) {
        this.errors = errors;
        this.background = background;
        this.data = data;
        this.stage = stage;
        Clock clock = options.clock();
        Database database = data.database();
        SettingsStore settingsStore = new SettingsStore(database);
        ProspectStore prospects = new ProspectStore(database.sql(), clock);
        CadenceStore cadences = new CadenceStore(database.sql(), clock);
        ScriptStore scripts = new ScriptStore(database.sql());
        PromiseStore promises = new PromiseStore(database.sql(), clock);
        AttemptStore attempts = new AttemptStore(database.sql(), clock);
        EmailStore emails = new EmailStore(database.sql(), clock);
        QueueStore queueStore = new QueueStore(database.sql());
        CardService cards = new CardService(queueStore, prospects, cadences, scripts, promises, attempts, data.holidays(), clock, data.settings()::get);
        QueueService queue = new QueueService(queueStore, prospects, promises, attempts, cards, clock, data.settings()::get);
        CallService calls = new CallService(database, prospects, attempts, promises, emails, scripts, queueStore, queue, cards, clock,
            data.settings()::get);
        BlockService blocks = new BlockService(database, new BlockStore(database.sql()), attempts, promises, clock, data.settings()::get);
        ImportService importer = new ImportService(database, prospects, cadences, clock, data.settings()::get);
        OutboxService outbox = new OutboxService(database, emails, clock, data.settings()::get);
        sending = new SendingService(database, emails, clock, data.settings()::get);
        sender = new OutboxSender(sending, mailSender, new Passwords(Keychain.system()), background, clock, data.settings()::get);
        Handoff handoff = Handoff.system();
        session = new SessionViewModel(queue, calls, new WordingService(database, scripts, clock), blocks, background, handoff, window, clock,
            data.settings()::get);
        // Who is next is read while the window is made.
        session.start();
        ImportViewModel importing = new ImportViewModel(new ImportWindowService(database, importer, new ExportService(database, clock), background,
            () -> safety().beforeImport()), background, window, clock);
        imports = new ImportView(importing, window, () -> {
            window.select("session");
            session.whose().refresh();
        });
        settingsService = new SettingsService(settingsStore, outbox::fillIn);
        Consumer<Map<Setting, String>> introduce = me -> background.db(() -> {
            settingsService.save(me);
            return settingsService.typed();
        }, saved -> {
            data.settings().set(saved);
            session.whose().redraw();
        });
        frame = new WindowWiring(stage, window, data.settings()::get, changed -> background.db(() -> settingsService.save(changed), data.settings()::set));
        TableStore tables = new TableStore(database);
        ProspectService people = new ProspectService(prospects, (id, zone) -> attempts.touches(id, zone, TOUCHES));
        CallerService callers = new CallerService(database, prospects, cadences, promises, emails, clock, data.settings()::get);
        FindViewModel caller = new FindViewModel(people, callers::pending, callers::add, background, clock);
        CallerView callerView = new CallerView(caller, window, id -> takeCall(id, caller));
        SessionView sessionView = new SessionView(session, introduce, imports::open, () -> background.db(() -> {
            sample(importer, settingsStore, data.settings());
            return true;
        }, done -> session.whose().refresh()), callerView::open);
        CallLogStore log = new CallLogStore(database.sql(), clock);
        LogService logs = new LogService(database, prospects, attempts, promises, emails, cards, clock, data.settings()::get);
        CorrectView correct = new CorrectView(new CorrectViewModel(logs, background, window, clock, session::undo, session.whose()::reread), window);
        ElsewhereView elsewhere = new ElsewhereView(new ElsewhereViewModel(logs, background, window, clock, session::undo, session.whose()::reread),
            new FindViewModel(people, callers::pending, callers::add, background, clock), window);
        recoverImports = () -> background.lasting(() -> importer.recover(background), done -> {
            done.forEach(sentence -> window.show(Notices.Notice.done(sentence)));
            if (!done.isEmpty()) {
                session.whose().refresh();
            }
        }, this::failed);
        database.onUndo(recoverImports);
        database.onUndo(() -> background.fx().execute(importing::reread));
        exports = new ExportViewModel(new ExportService(database, clock), background, window, data.settings()::get,
            changed -> background.db(() -> settingsService.save(changed), data.settings()::set));
        ExportView exportView = new ExportView(exports, window);
        reviewing = new ReviewService(database, attempts, prospects, clock);
        ReviewView review = new ReviewView(new ReviewViewModel(reviewing, background, window, clock),
            () -> window.select("session"), exportView::open, correct::open, elsewhere::open);
        prospectsModel = new ProspectsViewModel(
            people,
            new ProspectsViewModel.Edits(calls::savePlace, (prospect, note) -> calls.saveNote(prospect.id(), note), session.whose()::reread,
                session::undo, calls::saveReach, calls::saveHours),
            background, window, clock);
        DncView dnc = new DncView(new DncViewModel(new DncService(database, prospects, new DncListStore(database.sql(), clock, prospects.dnc()),
            () -> data.settings().get().country()), new DncFiles(database, clock, () -> data.settings().get().country()), background, window, session::undo,
            clock), window);
        browsing = new BrowseService(database);
        browseModel = new BrowseViewModel(browsing, background, this::failed,
            order -> background.db(() -> {
                tables.save("prospects order", order);
                return order;
            }, saved -> { }));
        peopleService = new PeopleService(database, prospects, cadences, promises, emails, data.holidays(), clock, data.settings()::get);
        ProspectsView prospectsView = new ProspectsView(prospectsModel, browseModel, dnc,
            new DeedViewModel(peopleService, background, window, session::undo),
            new EditViewModel(new PersonService(database, prospects, cadences, emails, new MergeService(database, prospects, promises, emails, clock), clock,
                data.settings()::get), people, background, window, session::undo, session.whose()::reread),
            new EraseViewModel(new ErasureService(database, prospects, clock), background, window,
                id -> session.card().filter(card -> card.prospect().id() == id).isPresent(), session.whose()::refresh), window, imports::open,
            () -> exportView.open(ExportViewModel.Wish.everybody(LocalDate.now(clock))), this::openInSession);
        window.add(new Screen("session", "Session", "fth-phone", sessionView, Pos.BOTTOM_RIGHT, session.whose()::refresh, sessionView::tick, sessionView::press));
        AgendaStore agendaStore = new AgendaStore(database.sql());
        calendar = new CalendarService(agendaStore, background, clock);
        AgendaView agenda = new AgendaView(new AgendaViewModel(
            new AgendaService(database, agendaStore, prospects, promises, attempts, cards, clock), calendar,
            background, handoff, window, clock, new AgendaViewModel.Session(this::openInSession, session.whose()::reread, session::undo)),
            window, () -> window.select("session"));
        window.add(new Screen("agenda", "Agenda", "fth-calendar", agenda, Pos.BOTTOM_LEFT, agenda::shown, agenda::tick, agenda::press));
        SendingViewModel sendingModel = new SendingViewModel(sender, outbox, background, window, clock, data.settings()::get);
        OutboxViewModel outboxModel = new OutboxViewModel(outbox, background, handoff, window, clock, session::undo, sendingModel,
            data.settings()::get);
        PasswordView passwordView = new PasswordView(sendingModel, window);
        OutboxView outboxView = new OutboxView(outboxModel, passwordView, () -> window.select("session"), () -> window.select("settings"));
        window.add(new Screen("outbox", "Outbox", "fth-mail", outboxView, Pos.BOTTOM_LEFT, outboxView::shown, outboxView::tick, outboxView::press));
        window.add(new Screen("review", "Review", "fth-list", review, Pos.BOTTOM_LEFT, review::shown, () -> {}, review::press));
        window.add(new Screen("prospects", "Prospects", "fth-users", prospectsView, Pos.BOTTOM_LEFT, prospectsView::shown, prospectsView::tick, prospectsView::press));
        background.db(() -> new String[] {tables.load("prospects order"), tables.load("prospects columns")}, remembered -> {
            browseModel.start(remembered[0]);
            prospectsView.layOut(remembered[1], layout -> background.db(() -> {
                tables.save("prospects columns", layout);
                return layout;
            }, saved -> { }));
        });
        scriptsScreen = new ScriptsWiring(data, new ScriptsWiring.Uses(cadences, scripts, queue, people, outbox), clock, background, window, session::undo, introduce);
        StudioView studio = scriptsScreen.view();
        studio.visibleProperty().subscribe((was, visible) -> {
            if (!visible) {
                scriptsScreen.save();
                session.whose().scriptsChanged();
            }
        });
        window.add(new Screen("scripts", "Scripts", "fth-edit-3", studio, Pos.BOTTOM_CENTER, studio::shown, () -> {}, studio::press));
        ResultsView results = new ResultsView(new ResultsViewModel(new ResultsService(new ResultsStore(database.sql(), clock)), background, clock,
            this::openInSession), () -> window.select("session"));
        window.add(new Screen("results", "Results", "fth-bar-chart-2", results, Pos.BOTTOM_LEFT, results::shown, () -> {}, results::press));
        safety = new SafetyWiring(data, background, window, handoff, clock, new BackupsViewModel.Doors(() -> data.settings().get().text(Setting.BACKUP_FOLDER),
            folder -> background.db(() -> settingsService.save(Map.of(Setting.BACKUP_FOLDER, folder)), data.settings()::set), backup -> {
                safety().restoring();
                restore.accept(backup);
            }));
        SettingsView settingsView = new SettingsView(new SettingsViewModel(settingsService, background, handoff,
            window, data.settings()::get, new SettingsViewModel.Effects(data.settings()::set, frame::look, session.whose()::redraw),
            options.dataDir().resolve(DataFolder.FILE), clock.getZone(), new SettingsViewModel.Mail(
                answer -> sendingModel.test((good, words) -> answer.accept(new SettingsViewModel.MailTest(good, words)), next -> passwordView.open("", next)),
                () -> passwordView.open("", () -> {})), cards::pace),
            new PlaceHoursViewModel(new PlaceHoursService(database, new HoursStore(database.sql())), background, session.whose()::redraw), frame::showKeys,
            new SettingsView.Section("Backups", safety.pane(), safety.pane()::shown, safety.pane()::press));
        window.add(new Screen("settings", "Settings", "fth-settings", settingsView, Pos.BOTTOM_LEFT, settingsView::shown, () -> {}, settingsView::press));
        window.onEverywhere(Shortcut.IMPORT, imports::open);
        window.onEverywhere(Shortcut.CALLED_BACK, callerView::open);
        window.onEverywhere(Shortcut.FIND, callerView::open);
        window.onUndo(this::undo);
        ReminderViewModel reminders = new ReminderViewModel(new ReminderService(agendaStore, clock), background, handoff, clock,
            data.settings()::get, this::openInSession, id -> session.card().filter(card -> card.prospect().id() == id).isPresent());
        window.setBanner(new ReminderPane(reminders, window::focusScreen));
        window.onEverywhere(Shortcut.REMINDER_OPEN, reminders::open);
        window.onEverywhere(Shortcut.REMINDER_LATER, reminders::later);
        database.onChange(window::changed);
        database.onChange(reminders::changed);
        database.onChange(sender::wake);
        background.onFailure(this::failed);
        errors.show(new ErrorView(window, handoff)::show);
        background.whenIdle(() -> {
            if (prospects.stale()) {
                database.transaction(() -> {
                    prospects.indexStale();
                    return true;
                });
            }
            database.checkpoint();
            safety.idle();
        });
        if (database.reading()) {
            session.onlyReading();
            window.setBanner(SafetyWiring.readingBanner());
        }
        frame.complete(session, sessionView);
        stage.setTitle("Afterbeep");
        title(options);
        background.everySecond(() -> {
            window.tick();
            reminders.tick();
            sender.tick();
            title(options);
        });
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
            imports.take(lists);
        }
    }

    /// What is being typed on Scripts goes into the file first: it is what was done last.
    private void undo() {
        scriptsScreen.save();
        session.undo();
    }

    /// The screen first: on coming to the front an empty session looks for whoever is next, and the rep's choice outranks that.
    private void openInSession(long prospectId) {
        window.select("session");
        session.whose().open(prospectId);
    }

    private void takeCall(long prospectId, FindViewModel caller) {
        window.select("session");
        session.whose().takeCall(prospectId, Optional.ofNullable(caller.preview().get())
            .filter(shown -> shown.person().prospect().id() == prospectId).map(shown -> caller.number(shown.person().prospect())).orElse(""));
    }

    private SafetyWiring safety() {
        return safety;
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
        // Where the program ended before the rep had left the field.
        background.db(settingsService::typed, now -> { });
        recoverImports.run();
        background.io(this::cleanUp, clean -> { });
        background.db(sending::recover, lost -> {
            if (!lost.isEmpty()) {
                show(lost);
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
        stops.add(imports::open);
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

    private boolean cleanUp() {
        calendar.cleanUp();
        return true;
    }

    private void show(List<Email> lost) {
        String names = lost.stream().limit(3).map(Email::name).collect(Collectors.joining(", ")) + (lost.size() > 3 ? " and " + (lost.size() - 3) + " more" : "");
        window.show(Notices.Notice.problem("Nobody knows whether the email to " + names + " has left. Look into Outbox, “Failed”, and say so there."));
    }

    @Override
    public void close() {
        frame.close();
        exports.cancel();
        session.stop();
        prospectsModel.saveNote();
        scriptsScreen.save();
        background.io(this::cleanUp, clean -> { });
        // An email that is just being sent comes to its end first, and what became of it into the file.
        background.io(() -> {
            mailSender.close();
            background.last(() -> {
                data.database().checkpoint();
                browsing.close();
                reviewing.close();
                scriptsScreen.close();
                peopleService.close();
                safety.close();
            });
            return true;
        }, closed -> {});
    }
}

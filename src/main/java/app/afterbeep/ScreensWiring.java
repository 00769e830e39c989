package app.afterbeep;

import app.afterbeep.agenda.AgendaService;
import app.afterbeep.agenda.AgendaStore;
import app.afterbeep.agenda.AgendaView;
import app.afterbeep.agenda.AgendaViewModel;
import app.afterbeep.agenda.CalendarService;
import app.afterbeep.backups.BackupsPane;
import app.afterbeep.calls.CallerService;
import app.afterbeep.calls.ErasureService;
import app.afterbeep.calls.LogService;
import app.afterbeep.calls.MergeService;
import app.afterbeep.calls.PeopleService;
import app.afterbeep.calls.PersonService;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.OutboxSender;
import app.afterbeep.outbox.OutboxView;
import app.afterbeep.outbox.OutboxViewModel;
import app.afterbeep.outbox.PasswordView;
import app.afterbeep.outbox.SendingViewModel;
import app.afterbeep.prospects.BrowseService;
import app.afterbeep.prospects.BrowseViewModel;
import app.afterbeep.prospects.DeedViewModel;
import app.afterbeep.prospects.DncListStore;
import app.afterbeep.prospects.DncService;
import app.afterbeep.prospects.DncView;
import app.afterbeep.prospects.DncViewModel;
import app.afterbeep.prospects.EditViewModel;
import app.afterbeep.prospects.EraseViewModel;
import app.afterbeep.prospects.FindViewModel;
import app.afterbeep.prospects.HoursStore;
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
import app.afterbeep.session.CallerView;
import app.afterbeep.session.SessionViewModel;
import app.afterbeep.settings.PlaceHoursService;
import app.afterbeep.settings.PlaceHoursViewModel;
import app.afterbeep.settings.SettingsView;
import app.afterbeep.settings.SettingsViewModel;
import app.afterbeep.settings.TableStore;
import app.afterbeep.studio.StudioView;
import app.afterbeep.lists.DncFiles;
import app.afterbeep.exports.ExportService;
import app.afterbeep.exports.ExportView;
import app.afterbeep.exports.ExportViewModel;
import app.afterbeep.lists.ImportView;
import app.afterbeep.lists.ImportViewModel;
import app.afterbeep.lists.ImportWindowService;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Lazy;
import app.afterbeep.ui.MainWindow;
import app.afterbeep.ui.Screen;
import app.afterbeep.ui.Screen.Face;
import app.afterbeep.ui.Shortcut;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.geometry.Pos;

/// Makes every screen but the session, and the sheets that open from them, each when it is asked for the first time. On the FX thread, but for
/// [#close].
final class ScreensWiring implements AutoCloseable {
    private final Services s;
    private final MainWindow window;
    private final WindowWiring frame;
    private final SafetyWiring safety;
    private final SessionViewModel session;
    private final Consumer<Throwable> failed;
    private final Database database;
    private final Background background;
    private final Clock clock;
    private final LogService logs;
    private final AgendaStore agendaStore;
    private final CalendarService calendar;
    private final SendingViewModel sending;
    private final Lazy<ImportViewModel> importing = new Lazy<>(this::importing);
    private final Lazy<ImportView> imports = new Lazy<>(this::imports);
    private final Lazy<ExportViewModel> exporting = new Lazy<>(this::exporting);
    private final Lazy<ExportView> exports = new Lazy<>(this::exports);
    private final Lazy<CallerView> caller = new Lazy<>(this::caller);
    private final Lazy<CorrectView> correct = new Lazy<>(this::correct);
    private final Lazy<ElsewhereView> elsewhere = new Lazy<>(this::elsewhere);
    private final Lazy<PasswordView> password = new Lazy<>(this::password);
    private final Lazy<ProspectsViewModel> prospects = new Lazy<>(this::prospects);
    private final Lazy<ScriptsWiring> scripts = new Lazy<>(this::scripts);
    /// What reads the file on connections of its own.
    private final List<Runnable> readers = new CopyOnWriteArrayList<>();

    /// @param failed what becomes of a failure that nobody else handles
    ScreensWiring(Services s, MainWindow window, WindowWiring frame, SafetyWiring safety, SessionViewModel session, OutboxSender sender,
                  Consumer<Throwable> failed) {
        this.s = s;
        this.window = window;
        this.frame = frame;
        this.safety = safety;
        this.session = session;
        this.failed = failed;
        database = s.database;
        background = s.background;
        clock = s.clock;
        logs = new LogService(database, s.prospects, s.attempts, s.promises, s.emails, s.cards, clock, s.settings);
        agendaStore = new AgendaStore(database.sql());
        calendar = new CalendarService(agendaStore, background, clock);
        sending = new SendingViewModel(sender, s.outbox, background, window, clock, s.settings);
        database.onUndo(() -> background.fx().execute(() -> importing.ifMade(ImportViewModel::reread)));
        window.onEverywhere(Shortcut.IMPORT, this::openImport);
        window.onEverywhere(Shortcut.CALLED_BACK, this::openCaller);
        window.onEverywhere(Shortcut.FIND, this::openCaller);
        // From then on the import takes what is dropped.
        window.setOnDragEntered(e -> imports.get());
    }

    /// Adds the screens that stand below the session in the rail.
    void addAll() {
        window.add(new Screen("agenda", "Agenda", "fth-calendar", Pos.BOTTOM_LEFT, this::agendaFace));
        window.add(new Screen("outbox", "Outbox", "fth-mail", Pos.BOTTOM_LEFT, this::outboxFace));
        window.add(new Screen("review", "Review", "fth-list", Pos.BOTTOM_LEFT, this::reviewFace));
        window.add(new Screen("prospects", "Prospects", "fth-users", Pos.BOTTOM_LEFT, this::prospectsFace));
        window.add(new Screen("scripts", "Scripts", "fth-edit-3", Pos.BOTTOM_CENTER, this::scriptsFace));
        window.add(new Screen("results", "Results", "fth-bar-chart-2", Pos.BOTTOM_LEFT, this::resultsFace));
        window.add(new Screen("settings", "Settings", "fth-settings", Pos.TOP_RIGHT, this::settingsFace));
    }

    void openImport() {
        imports.get().open();
    }

    void openImport(List<Path> lists) {
        imports.get().take(lists);
    }

    void openCaller() {
        caller.get().open();
    }

    /// Brings the session to the front with one prospect. The screen first: on coming to the front an empty session looks for whoever is next, and
    /// the rep's choice outranks that.
    void openInSession(long prospectId) {
        showSession();
        session.whose().open(prospectId);
    }

    /// What is being typed goes into the file.
    void save() {
        scripts.ifMade(ScriptsWiring::save);
    }

    /// What the calendar was shown in other programs with.
    boolean cleanUp() {
        calendar.cleanUp();
        return true;
    }

    /// What is under way when the window closes comes to its end.
    void end() {
        exporting.ifMade(ExportViewModel::cancel);
        prospects.ifMade(ProspectsViewModel::saveNote);
        save();
    }

    /// On the database thread.
    @Override
    public void close() {
        readers.forEach(Runnable::run);
    }

    private <T> T reader(T made, Consumer<T> close) {
        readers.add(() -> close.accept(made));
        return made;
    }

    private void showSession() {
        window.select("session");
    }

    private boolean onScreen(long prospectId) {
        return session.card().filter(card -> card.prospect().id() == prospectId).isPresent();
    }

    private ImportViewModel importing() {
        return new ImportViewModel(new ImportWindowService(database, s.importer, background, safety::beforeImport),
            background, window, clock);
    }

    private ImportView imports() {
        return new ImportView(importing.get(), window, () -> {
            showSession();
            session.whose().refresh();
        });
    }

    private ExportViewModel exporting() {
        return new ExportViewModel(new ExportService(database, clock), background, window, s.settings, s::save);
    }

    private ExportView exports() {
        return new ExportView(exporting.get(), window);
    }

    private PasswordView password() {
        return new PasswordView(sending, window);
    }

    private FindViewModel finding() {
        CallerService callers = new CallerService(database, s.prospects, s.cadences, s.promises, s.emails, clock, s.settings);
        return new FindViewModel(s.people, callers::pending, callers::add, background, clock);
    }

    private CallerView caller() {
        FindViewModel found = finding();
        return new CallerView(found, window, id -> {
            showSession();
            session.whose().takeCall(id, Optional.ofNullable(found.preview().get())
                .filter(shown -> shown.person().prospect().id() == id).map(shown -> found.number(shown.person().prospect())).orElse(""));
        });
    }

    private CorrectView correct() {
        return new CorrectView(new CorrectViewModel(logs, background, window, clock, session::undo, session.whose()::reread), window);
    }

    private ElsewhereView elsewhere() {
        return new ElsewhereView(new ElsewhereViewModel(logs, background, window, clock, session::undo, session.whose()::reread), finding(), window);
    }

    private Face agendaFace() {
        AgendaView view = new AgendaView(new AgendaViewModel(
            new AgendaService(database, agendaStore, s.prospects, s.promises, s.attempts, s.cards, clock), calendar,
            background, s.handoff, window, clock, new AgendaViewModel.Session(this::openInSession, session.whose()::reread, session::undo)),
            window, this::showSession);
        return new Face(view, view::shown, view::tick, view::press);
    }

    private Face outboxFace() {
        OutboxView view = new OutboxView(new OutboxViewModel(s.outbox, background, s.handoff, window, clock, session::undo, sending, s.settings),
            password.get(), this::showSession, () -> window.select("settings"));
        return new Face(view, view::shown, view::tick, view::press);
    }

    private Face reviewFace() {
        ReviewService reviewing = reader(new ReviewService(database, s.attempts, s.prospects, clock), ReviewService::close);
        ReviewView view = new ReviewView(new ReviewViewModel(reviewing, background, window, clock), this::showSession,
            wish -> exports.get().open(wish), attempt -> correct.get().open(attempt), () -> elsewhere.get().open());
        return new Face(view, view::shown, () -> { }, view::press);
    }

    private ProspectsViewModel prospects() {
        return new ProspectsViewModel(s.people,
            new ProspectsViewModel.Edits(s.calls::savePlace, s.calls::saveNote, session.whose()::reread,
                session::undo, s.calls::saveReach, s.calls::saveHours),
            background, window, clock);
    }

    private Face prospectsFace() {
        TableStore tables = new TableStore(database);
        BrowseViewModel browse = new BrowseViewModel(reader(new BrowseService(database), BrowseService::close), background, failed::accept,
            order -> keep(tables, "prospects order", order));
        PeopleService people = reader(new PeopleService(database, s.prospects, s.cadences, s.promises, s.emails, s.data.holidays(), clock, s.settings),
            PeopleService::close);
        PersonService person = new PersonService(database, s.prospects, s.cadences, s.emails,
            new MergeService(database, s.prospects, s.promises, s.emails, clock), clock, s.settings);
        ProspectsView view = new ProspectsView(prospects.get(), browse, dnc(),
            new DeedViewModel(people, background, window, session::undo, session.whose()::redraw),
            new EditViewModel(person, s.people, background, window, session::undo, session.whose()::reread),
            new EraseViewModel(new ErasureService(database, s.prospects, clock), background, window, this::onScreen, session.whose()::refresh), window,
            this::openImport, () -> exports.get().open(ExportViewModel.Wish.everybody(LocalDate.now(clock))), this::openInSession);
        background.db(() -> new String[] {tables.load("prospects order"), tables.load("prospects columns")}, remembered -> {
            browse.start(remembered[0]);
            view.layOut(remembered[1], layout -> keep(tables, "prospects columns", layout));
        });
        return new Face(view, view::shown, view::tick, view::press);
    }

    private void keep(TableStore tables, String what, String value) {
        background.db(() -> {
            tables.save(what, value);
            return value;
        }, saved -> { });
    }

    private DncView dnc() {
        DncListStore list = new DncListStore(database.sql(), clock, s.prospects.dnc());
        return new DncView(new DncViewModel(new DncService(database, s.prospects, list, () -> s.settings.get().country()),
            new DncFiles(database, clock, () -> s.settings.get().country()), background, window, session::undo, clock), window);
    }

    private ScriptsWiring scripts() {
        return reader(new ScriptsWiring(s, window, session::undo, session.whose()::redraw), ScriptsWiring::close);
    }

    private Face scriptsFace() {
        StudioView view = scripts.get().view();
        view.visibleProperty().subscribe((was, visible) -> {
            if (!visible) {
                save();
                session.whose().scriptsChanged();
            }
        });
        return new Face(view, view::shown, () -> { }, view::press);
    }

    private Face resultsFace() {
        ResultsView view = new ResultsView(new ResultsViewModel(new ResultsService(new ResultsStore(database.sql(), clock)), background, clock,
            this::openInSession), this::showSession);
        return new Face(view, view::shown, () -> { }, view::press);
    }

    private Face settingsFace() {
        SettingsViewModel model = new SettingsViewModel(s.settingsService, background, s.handoff, window, s.settings,
            new SettingsViewModel.Effects(s.data.settings()::set, frame::look, session.whose()::redraw), database.file(), clock::getZone,
            new SettingsViewModel.Mail(
                answer -> sending.test((good, words) -> answer.accept(new SettingsViewModel.MailTest(good, words)), next -> password.get().open("", next)),
                () -> password.get().open("", () -> { })), s.cards::pace);
        BackupsPane backups = safety.pane();
        SettingsView view = new SettingsView(model,
            new PlaceHoursViewModel(new PlaceHoursService(database, new HoursStore(database.sql())), background, session.whose()::redraw), frame::showKeys,
            new SettingsView.Section("Backups", backups, backups::shown, backups::press));
        return new Face(view, view::shown, () -> { }, view::press);
    }
}

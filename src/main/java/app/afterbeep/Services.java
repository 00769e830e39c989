package app.afterbeep;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.PromiseStore;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallService;
import app.afterbeep.calls.CardService;
import app.afterbeep.calls.QueueService;
import app.afterbeep.calls.QueueStore;
import app.afterbeep.db.Database;
import app.afterbeep.outbox.EmailStore;
import app.afterbeep.outbox.OutboxService;
import app.afterbeep.prospects.ProspectService;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.scripts.ScriptStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.settings.SettingsService;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.transfer.ImportService;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The stores and services that more than one screen uses, made by hand. Nothing of it is seen.
final class Services {
    /// More than anybody scrolls through.
    private static final int TOUCHES = 500;

    final Data data;
    final Background background;
    final Clock clock;
    final Database database;
    final Supplier<Settings> settings;
    final Handoff handoff = Handoff.system();
    final ProspectStore prospects;
    final CadenceStore cadences;
    final ScriptStore scripts;
    final PromiseStore promises;
    final AttemptStore attempts;
    final EmailStore emails;
    final CardService cards;
    final QueueService queue;
    final CallService calls;
    final ProspectService people;
    final ImportService importer;
    final OutboxService outbox;
    final SettingsService settingsService;

    Services(Data data, Background background, Clock clock) {
        this.data = data;
        this.background = background;
        this.clock = clock;
        database = data.database();
        settings = data.settings()::get;
        prospects = new ProspectStore(database.sql(), clock);
        cadences = new CadenceStore(database.sql(), clock);
        scripts = new ScriptStore(database.sql());
        promises = new PromiseStore(database.sql(), clock);
        attempts = new AttemptStore(database.sql(), clock);
        emails = new EmailStore(database.sql(), clock);
        QueueStore due = new QueueStore(database.sql());
        cards = new CardService(due, prospects, cadences, scripts, promises, attempts, data.holidays(), clock, settings);
        queue = new QueueService(due, prospects, promises, attempts, cards, clock, settings);
        calls = new CallService(database, prospects, attempts, promises, emails, scripts, due, queue, cards, clock, settings);
        people = new ProspectService(prospects, (id, zone) -> attempts.touches(id, zone, TOUCHES));
        importer = new ImportService(database, prospects, cadences, clock, settings);
        outbox = new OutboxService(database, emails, clock, settings);
        settingsService = new SettingsService(new SettingsStore(database), outbox::fillIn);
    }

    /// Keeps settings and puts them in force.
    void save(Map<Setting, String> changed) {
        background.db(() -> settingsService.save(changed), data.settings()::set);
    }

    /// Keeps who is calling, and puts it into what is already written.
    void introduce(Map<Setting, String> me, Runnable done) {
        background.db(() -> {
            settingsService.save(me);
            return settingsService.typed();
        }, saved -> {
            data.settings().set(saved);
            done.run();
        });
    }

    /// Brings the sample prospects.
    void sample(Consumer<Boolean> done) {
        background.db(() -> {
            data.sample(importer);
            return true;
        }, done);
    }
}

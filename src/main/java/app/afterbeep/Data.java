package app.afterbeep;

import app.afterbeep.backups.BackupService;
import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.cadence.Holidays;
import app.afterbeep.cli.Cli;
import app.afterbeep.cli.DataFolder;
import app.afterbeep.db.Database;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.settings.SettingsStore;
import app.afterbeep.transfer.ImportService;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// What is opened on the database thread before the window.
record Data(Database database, AtomicReference<Settings> settings, Holidays holidays, BackupService backups) {
    static Data open(Cli.Options options, Background background) throws AppException {
        return open(options, background, false);
    }

    /// @param reading nothing is written to the file
    static Data open(Cli.Options options, Background background, boolean reading) throws AppException {
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
            Data data = new Data(database, settings, holidays, backups);
            if (options.demo() && prospects.count() == 0) {
                data.sample(new ImportService(database, prospects, cadences, options.clock(), settings::get));
            }
            return data;
        } catch (RuntimeException | AppException e) {
            // The next try must not find the file held by this one.
            database.close();
            throw e;
        }
    }

    /// Brings the sample prospects, and a fictional rep where nobody has said who is calling. On the database thread.
    void sample(ImportService importer) throws AppException {
        importer.importSample();
        SettingsStore store = new SettingsStore(database);
        if (store.load().text(Setting.MY_NAME).isEmpty()) {
            store.save(Map.of(Setting.MY_NAME, "Dana Reyes", Setting.MY_COMPANY, "Northline", Setting.MY_PROBLEM, "trucks waiting at the dock",
                Setting.MY_RESULT, "turned trucks around eleven minutes faster"));
        }
        settings.set(store.load());
    }
}

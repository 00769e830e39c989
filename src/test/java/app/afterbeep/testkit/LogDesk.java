package app.afterbeep.testkit;

import app.afterbeep.cadence.Promise;
import app.afterbeep.cadence.Slot;
import app.afterbeep.calls.AttemptStore;
import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportService;
import app.afterbeep.lists.ImportOptions;
import app.afterbeep.lists.ImportReport;
import app.afterbeep.lists.ImportService;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Desk] in November with lists, a log and an ear for notices.
public final class LogDesk implements AutoCloseable, Notices {
    public final Path folder;
    public final Desk desk;
    public final CallLogStore log;
    public final ImportService importer;
    public final ExportService exporter;
    /// What the rep was told, in order.
    public final List<Notice> notices = new ArrayList<>();

    public LogDesk(Path folder) {
        this.folder = folder;
        desk = new Desk(folder);
        log = new CallLogStore(desk.database.sql(), desk.clock);
        importer = new ImportService(desk.database, desk.prospects, desk.cadences, desk.clock, () -> desk.settings);
        exporter = new ExportService(desk.database, desk.clock);
    }

    @Override
    public void show(Notice notice) {
        notices.add(notice);
    }

    public String lastNotice() {
        return notices.getLast().text();
    }

    /// @param local such as 2026-11-23T10:00:00, in New York
    public void now(String local) {
        desk.clock.set(local + "-05:00[America/New_York]");
    }

    public Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// Imports a list that is given as CSV.
    public ImportReport list(String csv) throws IOException, AppException {
        return importer.importFile(file("Autumn.csv", csv), ImportOptions.none());
    }

    public Prospect prospect(String firstName) {
        List<Prospect> all = new ArrayList<>();
        desk.prospects.each(all::add);
        return all.stream().filter(p -> p.firstName().equals(firstName)).findFirst().orElseThrow();
    }

    /// Logs that a call to this prospect ended so at `local`.
    public long log(String local, String firstName, Outcome outcome) {
        return log(local, firstName, outcome, null, null);
    }

    public long log(String local, String firstName, Outcome outcome, @Nullable Integer seconds, @Nullable Instant promised) {
        now(local);
        Prospect prospect = prospect(firstName);
        return desk.database.action("Logged", prospect.id(), () -> {
            long attempt = desk.attempts.add(new AttemptStore.Entry(prospect, outcome, desk.clock.instant(), false, AttemptStore.Source.SESSION,
                prospect.phones().getFirst().e164(), null, null, null, null, seconds, null, promised, ""));
            if (promised != null) {
                desk.promises.add(prospect.id(), attempt, Promise.Kind.PROMISE, new Slot(promised, prospect.place().zone()));
            }
            return attempt;
        });
    }

    @Override
    public void close() {
        desk.close();
    }
}

package app.afterbeep.exports;

import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedEmail;
import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.prospects.KeptStore;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the log, the prospects and the emails as CSV, in bounded memory, as they are at the moment of the call: what is logged
/// meanwhile waits for the next export. Reads on a connection of its own and may run on any thread; the window stays usable. The file
/// appears complete under its name or not at all.
public final class ExportService {
    private static final List<String> EMAILS = List.of("email_id", "attempt_id", "state", "to", "subject", "queued_at", "due_at", "sent_at");

    private final Database database;
    private final Clock clock;

    public ExportService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Where an export goes.
    ///
    /// @param progress is told after each row, and may cancel
    public record Target(Path file, CsvFormat format, Progress progress) {
        /// Exact, and nobody watches.
        public static Target exact(Path file) {
            return new Target(file, CsvFormat.AFTERBEEP, Progress.unwatched());
        }
    }

    /// What was written.
    ///
    /// @param withoutId rows that the other system can't place, since their prospect came without an id
    public record Exported(long rows, long withoutId) {
        /// `exported 120`, `exported 120, without an id 3`
        public String counts() {
            return "exported " + rows + (withoutId == 0 ? "" : ", without an id " + withoutId);
        }
    }

    /// The attempts that `filter` means, one a row, in the order of time.
    public Exported calls(Target target, LogFilter filter) throws AppException {
        CsvFile file = file(target, 0);
        List<Snapshot> snapshots = database.snapshots();
        try (CallBlocks blocks = new CallBlocks(snapshots, file, filter, clock)) {
            file.writeBlocks(blocks.headers(), block -> blocks.each(target.progress(), block));
            return new Exported(blocks.rows(), blocks.withoutId());
        } finally {
            snapshots.forEach(Snapshot::close);
        }
    }

    private static CsvFile file(Target target, long total) {
        return new CsvFile(target.file(), target.format(), total, target.progress());
    }

    /// The emails that were queued on these days of the rep, open where null.
    public Exported emails(Target target, @Nullable LocalDate from, @Nullable LocalDate to) throws AppException {
        requireAnything(target.format());
        try (Snapshot snapshot = database.snapshot()) {
            CallLogStore log = new CallLogStore(snapshot.sql(), clock);
            return new Exported(file(target, log.emails(from, to)).write(EMAILS, rows ->
                log.eachEmail(from, to, email -> rows.accept(row(email, target.format())))), 0);
        }
    }

    private static void requireAnything(CsvFormat format) throws AppException {
        if (!format.takesAnything()) {
            throw new AppException(format.label() + " takes calls only. Use " + CsvFormat.AFTERBEEP + " or " + CsvFormat.EXCEL + ".", null);
        }
    }

    private List<String> row(LoggedEmail email, CsvFormat format) {
        return List.of(String.valueOf(email.emailId()), String.valueOf(email.attemptId()), email.state(), email.to(), email.subject(),
            time(email.queuedAt(), format), time(email.dueAt(), format), time(email.sentAt(), format));
    }

    /// All prospects with everything that is known of them but their calls, see [ProspectColumns]; whoever was merged into another one is left out.
    public Exported prospects(Target target) throws AppException {
        requireAnything(target.format());
        try (Snapshot snapshot = database.snapshot()) {
            ProspectStore prospects = new ProspectStore(snapshot.sql(), clock);
            ProspectColumns columns = new ProspectColumns(Math.max(1, prospects.phones().most()), prospects.fieldNames(), target.format(), clock.getZone());
            KeptStore kept = new KeptStore(snapshot.sql(), prospects);
            boolean anyDnc = kept.anyDnc();
            return new Exported(file(target, prospects.count()).write(columns.headers(), rows -> prospects.each(prospect ->
                rows.accept(columns.row(prospect, kept.beside(prospect.id()), anyDnc ? kept.dnc(prospect.id()) : List.of())))), 0);
        }
    }

    private String time(@Nullable Instant at, CsvFormat format) {
        return format.time(at, clock.getZone());
    }
}

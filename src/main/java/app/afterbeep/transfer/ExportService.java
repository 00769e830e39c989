package app.afterbeep.transfer;

import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.LogEntry;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedEmail;
import app.afterbeep.db.Database;
import app.afterbeep.db.Snapshot;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.prospects.Reach;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes the log, the prospects and the emails as CSV, in bounded memory, as they are at the moment of the call: what is logged
/// meanwhile waits for the next export. Reads on a connection of its own and may run on any thread; the window stays usable. The file
/// appears complete under its name or not at all.
public final class ExportService {
    private static final List<String> EMAILS = List.of("email_id", "attempt_id", "state", "to", "subject", "queued_at", "due_at", "sent_at");
    private static final List<String> BEFORE_PHONES = List.of("first_name", "last_name", "title", "company");
    private static final List<String> AFTER_PHONES = List.of("email", "city", "state", "zip", "country", "time_zone", "list", "status", "step",
        "next_call_at", "external_id", "do_not_call", "note", "wrong_numbers", "reach");

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
        try (Snapshot snapshot = database.snapshot()) {
            CallLogStore log = new CallLogStore(snapshot.sql(), clock);
            List<Column<LogEntry>> columns = target.format().calls(clock.getZone());
            long[] withoutId = {0};
            long written = file(target, log.count(filter)).write(columns.stream().map(Column::header).toList(), rows ->
                log.eachEntry(filter, entry -> {
                    withoutId[0] += target.format().needsId() && entry.externalId().isEmpty() ? 1 : 0;
                    rows.accept(columns.stream().map(column -> column.cell().apply(entry)).toList());
                }));
            return new Exported(written, withoutId[0]);
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

    /// All prospects with their extra columns, to be imported again without any mapping. Numbers that were wrong stand apart,
    /// so that an import does not revive them.
    public Exported prospects(Target target) throws AppException {
        requireAnything(target.format());
        try (Snapshot snapshot = database.snapshot()) {
            ProspectStore prospects = new ProspectStore(snapshot.sql(), clock);
            int phones = Math.max(1, prospects.mostPhones());
            List<String> headers = new ArrayList<>(BEFORE_PHONES);
            IntStream.rangeClosed(1, phones).forEach(i -> headers.add(i == 1 ? "phone" : "phone_" + i));
            headers.addAll(AFTER_PHONES);
            // A list that was exported before brings columns of these names.
            Set<String> taken = headers.stream().map(HeaderRules::normal).collect(Collectors.toSet());
            List<String> extra = prospects.fieldNames().stream().filter(name -> taken.add(HeaderRules.normal(name))).toList();
            headers.addAll(extra);
            return new Exported(file(target, prospects.count()).write(headers, rows ->
                prospects.each(prospect -> rows.accept(row(prospect, phones, extra, target.format())))), 0);
        }
    }

    /// The rows of an import that were not imported: line, result, reason, then their own columns. Returns how many.
    public long rejects(Path file, long importId) throws AppException {
        try (Snapshot snapshot = database.snapshot()) {
            ImportStore imports = new ImportStore(snapshot.sql(), clock);
            List<String> headers = new ArrayList<>(List.of("line", "result", "reason"));
            headers.addAll(imports.headers(importId));
            return file(Target.exact(file), imports.countLeft(importId)).write(headers, rows -> imports.eachLeft(importId, row -> {
                List<String> cells = new ArrayList<>(List.of(String.valueOf(row.line()), row.result().toString(), row.reason()));
                cells.addAll(row.cells());
                rows.accept(cells);
            }));
        }
    }

    private List<String> row(Prospect p, int phones, List<String> extra, CsvFormat format) {
        List<String> row = new ArrayList<>(List.of(p.firstName(), p.lastName(), p.title(), p.company()));
        List<String> numbers = p.phones().stream().filter(phone -> !phone.bad()).map(ExportService::number).toList();
        row.addAll(numbers);
        row.addAll(Collections.nCopies(phones - numbers.size(), ""));
        row.addAll(List.of(p.email(), p.city(), p.state(), p.zip(), p.country(), zone(p), p.listName(), p.status().toString(),
            String.valueOf(p.step()), Prospect.AT_ONCE.equals(p.nextCallAt()) ? "" : time(p.nextCallAt(), format), p.externalId(), p.suppressed() ? "true" : "", p.note(),
            p.phones().stream().filter(Phone::bad).map(ExportService::number).collect(Collectors.joining(" ")),
            p.reach() == Reach.UNKNOWN ? "" : p.reach().code()));
        extra.forEach(name -> row.add(p.fields().getOrDefault(name, "")));
        return row;
    }

    private static String number(Phone phone) {
        return phone.extension().isEmpty() ? phone.e164() : phone.e164() + " ext. " + phone.extension();
    }

    /// Only what somebody knew: a zone that the number says is found out again.
    private static String zone(Prospect p) {
        boolean known = p.placeSource() == Place.Source.IMPORTED || p.placeSource() == Place.Source.EDITED;
        return known ? p.place().zone().getId() : "";
    }

    private String time(@Nullable Instant at, CsvFormat format) {
        return format.time(at, clock.getZone());
    }
}

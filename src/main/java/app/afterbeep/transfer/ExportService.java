package app.afterbeep.transfer;

import app.afterbeep.calls.CallLogStore;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.LoggedCall;
import app.afterbeep.calls.LoggedEmail;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Place;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.ui.AppException;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes the log and the prospects as CSV: UTF-8 without byte order mark, RFC 4180, times in the rep's zone as ISO 8601 with
/// offset, numbers as E.164, cells exactly as they are. On the database thread, in bounded memory. The file appears complete
/// under its name or not at all.
public final class ExportService {
    private static final List<String> CALLS = List.of("attempt_id", "at", "direction", "outcome", "first_name", "last_name", "company",
        "phone", "list", "step", "script", "message_seconds", "promised_at", "promise", "next_call_at", "email", "note");
    private static final List<String> EMAILS = List.of("email_id", "attempt_id", "state", "to", "subject", "queued_at", "due_at", "sent_at");
    private static final List<String> BEFORE_PHONES = List.of("first_name", "last_name", "title", "company");
    private static final List<String> AFTER_PHONES = List.of("email", "city", "state", "zip", "country", "time_zone", "list", "status", "step",
        "next_call_at", "external_id", "do_not_call", "note", "wrong_numbers");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final ProspectStore prospects;
    private final CallLogStore log;
    private final Clock clock;

    public ExportService(ProspectStore prospects, CallLogStore log, Clock clock) {
        this.prospects = prospects;
        this.log = log;
        this.clock = clock;
    }

    /// Passes all rows on, one at a time.
    private interface Rows {
        void each(Consumer<List<String>> row);
    }

    /// The log, one attempt a row. Returns how many.
    public long calls(Path file, LogFilter filter) throws AppException {
        return write(file, CALLS, rows -> log.each(filter, call -> rows.accept(row(call))));
    }

    private List<String> row(LoggedCall call) {
        return List.of(String.valueOf(call.attemptId()), time(call.at()), call.direction(), call.outcome(), call.firstName(), call.lastName(),
            call.company(), call.phone(), call.list(), String.valueOf(call.step()), call.script(),
            call.messageSeconds() == null ? "" : String.valueOf(call.messageSeconds()), time(call.promisedAt()), call.promise(),
            time(call.nextCallAt()), call.email(), call.note());
    }

    /// The emails that were queued on these days of the rep, open where null. Returns how many.
    public long emails(Path file, @Nullable LocalDate from, @Nullable LocalDate to) throws AppException {
        return write(file, EMAILS, rows -> log.eachEmail(from, to, email -> rows.accept(row(email))));
    }

    private List<String> row(LoggedEmail email) {
        return List.of(String.valueOf(email.emailId()), String.valueOf(email.attemptId()), email.state(), email.to(), email.subject(),
            time(email.queuedAt()), time(email.dueAt()), time(email.sentAt()));
    }

    /// All prospects with their extra columns, to be imported again without any mapping. Numbers that were wrong stand apart,
    /// so that an import does not revive them. Returns how many.
    public long prospects(Path file) throws AppException {
        int phones = Math.max(1, prospects.mostPhones());
        List<String> headers = new ArrayList<>(BEFORE_PHONES);
        IntStream.rangeClosed(1, phones).forEach(i -> headers.add(i == 1 ? "phone" : "phone_" + i));
        headers.addAll(AFTER_PHONES);
        // A list that was exported before brings columns of these names.
        Set<String> taken = headers.stream().map(HeaderRules::normal).collect(Collectors.toSet());
        List<String> extra = prospects.fieldNames().stream().filter(name -> taken.add(HeaderRules.normal(name))).toList();
        headers.addAll(extra);
        return write(file, headers, rows -> prospects.each(prospect -> rows.accept(row(prospect, phones, extra))));
    }

    /// The rows of an import that were not imported: line, result, reason, then their own columns.
    public static void rejects(Path file, ImportReport report) throws AppException {
        List<String> headers = new ArrayList<>(List.of("line", "result", "reason"));
        headers.addAll(report.headers());
        write(file, headers, rows -> report.rows().forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(String.valueOf(row.line()), row.result().toString(), row.reason()));
            cells.addAll(row.cells());
            rows.accept(cells);
        }));
    }

    private List<String> row(Prospect p, int phones, List<String> extra) {
        List<String> row = new ArrayList<>(List.of(p.firstName(), p.lastName(), p.title(), p.company()));
        List<String> numbers = p.phones().stream().filter(phone -> !phone.bad()).map(ExportService::number).toList();
        row.addAll(numbers);
        row.addAll(Collections.nCopies(phones - numbers.size(), ""));
        row.addAll(List.of(p.email(), p.city(), p.state(), p.zip(), p.country(), zone(p), p.listName(), p.status().toString(),
            String.valueOf(p.step()), Prospect.AT_ONCE.equals(p.nextCallAt()) ? "" : time(p.nextCallAt()), p.externalId(), p.suppressed() ? "true" : "", p.note(),
            p.phones().stream().filter(Phone::bad).map(ExportService::number).collect(Collectors.joining(" "))));
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

    private String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(clock.getZone()));
    }

    private static long write(Path file, List<String> headers, Rows rows) throws AppException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new AppException(file + " is a folder. Name a file in it.", null);
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new AppException("The folder " + target.getParent() + " does not exist. Make it, or choose another one.", null);
        }
        try {
            return writeBeside(target, headers, rows);
        } catch (UncheckedIOException | IOException e) {
            throw new AppException(file + " can't be written: " + reason(e) + ". Make room or choose another folder.", e);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return cause instanceof AccessDeniedException || cause instanceof NoSuchFileException ? "access is denied" : String.valueOf(cause.getMessage());
    }

    /// A temporary file in the same folder is moved into place when it is complete.
    private static long writeBeside(Path target, List<String> headers, Rows rows) throws IOException {
        Path temporary = Files.createTempFile(target.getParent(), ".afterbeep-", ".tmp");
        try {
            AtomicLong count = new AtomicLong();
            try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(temporary, StandardCharsets.UTF_8)) {
                csv.writeRecord(headers);
                rows.each(row -> {
                    csv.writeRecord(row);
                    count.incrementAndGet();
                });
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return count.get();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}

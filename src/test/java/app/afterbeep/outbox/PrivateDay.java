package app.afterbeep.outbox;

import app.afterbeep.agenda.AgendaService;
import app.afterbeep.agenda.AgendaStore;
import app.afterbeep.agenda.CalendarService;
import app.afterbeep.calls.ErasureService;
import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.Outcome;
import app.afterbeep.db.Database;
import app.afterbeep.db.DbException;
import app.afterbeep.exports.CsvFormat;
import app.afterbeep.exports.ExportService;
import app.afterbeep.lists.ImportOptions;
import app.afterbeep.lists.ImportReport;
import app.afterbeep.outbox.MailSender.Timeouts;
import app.afterbeep.outbox.ScriptedServer.Kind;
import app.afterbeep.settings.Setting;
import app.afterbeep.start.Errors;
import app.afterbeep.start.LogFile;
import app.afterbeep.start.Started;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// A rep's day as far as it writes: started by [PrivateDayTest] as a process of its own, with the finest log and a umask that forbids nothing. Every name, number,
/// address, text and password of it has a canary in it.
public final class PrivateDay {
    private static final String NEXT_DAY = "2026-11-25T10:00:00-05:00[America/New_York]";

    private PrivateDay() {}

    /// @param args the data folder, a folder for exports
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path out = Path.of(args[1]);
        LogFile.quiet();
        Started started = Started.in(folder, Runnable::run).orElseThrow();
        Errors errors = started.errors();
        errors.show(failure -> { });
        Consumer<Throwable> failed = errors::report;
        try (LogDesk log = new LogDesk(folder)) {
            log.desk.settings = log.desk.settings.with(Setting.MY_NAME, "Canary Me");
            log.now("2026-11-24T10:00:00");
            Path list = Files.writeString(out.resolve("Canary Person.csv"), """
                First Name,Last Name,Phone,Email,Note,Bird
                Canary,One,212 555 0171,canary.one@example.com,canarynote,canaryfield
                Canary,Two,212 555 0172,canary.two@example.com,,
                Canary,Three,212 555 0173,canary.three@example.com,,
                Canary,Bad,55501,canary.bad@example.com,,
                """);
            ImportReport report = log.importer.importFile(list, ImportOptions.none());
            log.importer.saveRejects(report.importId(), out.resolve("rejects.csv"));
            log.desk.log(log.desk.card(log.prospect("Canary").id()), Outcome.LEFT_VOICEMAIL);
            for (Outcome outcome : List.of(Outcome.LEFT_VOICEMAIL, Outcome.CALLBACK_REQUESTED)) {
                log.desk.log(log.desk.next(), outcome);
            }
            send(log, failed);
            export(log, out);
            failures(log, out, failed);
            System.getLogger("jakarta.mail").log(System.Logger.Level.ERROR, "RCPT TO canary", new IOException("canary"));
            System.getLogger("javafx").log(System.Logger.Level.DEBUG, "canary");
            ErasureService erasure = new ErasureService(log.desk.database, log.desk.prospects, log.desk.clock);
            erasure.erase(erasure.plan(log.prospect("Canary").id()), true);
        }
        PrivateCopies copies = new PrivateCopies(folder.resolve("afterbeep.db"), out);
        copies.make();
        try (Desk desk = new Desk(folder); Database reading = copies.reading()) {
            desk.add("Canary Four", "+12125550174");
            // While they are open: -wal and -shm are there, and the copy that is only read.
            System.out.println(reading.reading() ? "ready" : "not only read");
            System.in.read();
        }
        started.close();
    }

    /// Through a server, then to one that refuses and quotes, one that wants another password, one that breaks off, one that is not there.
    private static void send(LogDesk log, Consumer<Throwable> failed) throws InterruptedException {
        log.desk.clock.set(NEXT_DAY);
        for (String answer : List.of("AUTH 535 canarypassword is wrong", "DATA 451 canary later", "DATA " + ScriptedServer.HANG, "", "RCPT 550 no such canary")) {
            try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good"); MailSender mail = new MailSender(Certificates.trusted(), new Timeouts(2000, 300))) {
                server.answers = command -> !answer.isEmpty() && answer.startsWith(command) ? answer.substring(answer.indexOf(' ') + 1) : "";
                log.desk.settings = KilledWhileSending.account(log.desk.settings, server.account().port());
                SendingService service = new SendingService(log.desk.database, log.desk.emails, log.desk.clock, () -> log.desk.settings);
                Passwords passwords = new Passwords(Keychain.none());
                passwords.type(Account.of(log.desk.settings).orElseThrow(), answer.startsWith("AUTH") ? "canarypassword" : ScriptedServer.PASSWORD, false);
                Background background = Background.direct();
                background.onFailure(failed::accept);
                OutboxSender sender = new OutboxSender(service, mail, passwords, background, log.desk.clock, () -> log.desk.settings);
                log.desk.outbox.sendAll();
                sender.tick();
                log.desk.clock.pass(Duration.ofMinutes(90));
            }
        }
    }

    private static void export(LogDesk log, Path out) throws Exception {
        log.exporter.calls(new ExportService.Target(out.resolve("calls.csv"), CsvFormat.AFTERBEEP, Progress.unwatched()), LogFilter.between(null, null));
        log.exporter.prospects(new ExportService.Target(out.resolve("prospects.csv"), CsvFormat.EXCEL, Progress.unwatched()));
        AgendaStore store = new AgendaStore(log.desk.database.sql());
        AgendaService agenda = new AgendaService(log.desk.database, store, log.desk.prospects, log.desk.promises, log.desk.attempts, log.desk.cards, log.desk.clock);
        CalendarService calendar = new CalendarService(store, Background.direct(), log.desk.clock);
        calendar.export(out.resolve("all.ics"));
        calendar.one(agenda.load().entries().getFirst());
    }

    /// Of every kind that a rep can meet, each with data in its message.
    private static void failures(LogDesk log, Path out, Consumer<Throwable> failed) throws IOException {
        Path folder = Files.createDirectory(out.resolve("canary folder"));
        for (Failing failing : List.<Failing>of(
            () -> log.importer.importFile(folder, ImportOptions.none()),
            () -> log.importer.importFile(out.resolve("Canary nobody.csv"), ImportOptions.none()),
            () -> log.exporter.prospects(new ExportService.Target(folder, CsvFormat.EXCEL, Progress.unwatched())),
            () -> log.desk.database.sql().update("INSERT INTO prospect (first_name) VALUES ('canary')"),
            () -> log.desk.database.action("Canary – undone", null, () -> {
                throw new DbException("canary", new IllegalStateException("canary"));
            }),
            () -> List.of("canary").get(1),
            () -> Integer.parseInt("canary"))) {
            try {
                failing.run();
            } catch (Exception e) {
                failed.accept(e);
            }
        }
        failed.accept(new AppException("canary", new StackOverflowError("canary")));
    }

    private interface Failing {
        void run() throws Exception;
    }
}

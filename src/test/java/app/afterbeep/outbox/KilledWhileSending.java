package app.afterbeep.outbox;

import app.afterbeep.db.Database;
import app.afterbeep.outbox.MailSender.Timeouts;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.Background;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/// The program as far as it sends: started by [KilledWhileSendingTest] as a process of its own, and killed by it. Says a line whenever it has done
/// something.
public final class KilledWhileSending {
    static final String PASSWORD = "correct horse";
    /// Behind all undo windows.
    private static final String NOW = "2026-11-25T10:00:00-05:00[America/New_York]";

    private KilledWhileSending() {}

    static Settings account(Settings settings, int port) {
        return settings.with(Setting.MAIL_HOST, "localhost").with(Setting.MAIL_PORT, Integer.toString(port)).with(Setting.MAIL_SECURITY, "tls")
            .with(Setting.MAIL_USER, "dana").with(Setting.MAIL_FROM, "dana@example.com").with(Setting.MAIL_PACE_SECONDS, "0")
            .with(Setting.MAIL_DAILY_LIMIT, "5000");
    }

    /// @param args the folder of the data, the port of the mail server
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = System.out;
        MovableClock clock = new MovableClock(NOW);
        Settings settings = account(Settings.initial().with(Setting.MY_NAME, "Dana Reyes"), Integer.parseInt(args[1]));
        // No more of the program than sends: it starts eleven times.
        try (Database database = Database.open(Path.of(args[0], "afterbeep.db"), clock, Runnable::run);
                MailSender mail = new MailSender(Certificates.trusted(), new Timeouts(5000, 5000))) {
            SendingService service = new SendingService(database, new EmailStore(database.sql(), clock), clock, () -> settings);
            service.recover().forEach(email -> out.println("unknown " + email.id()));
            Passwords passwords = new Passwords(Keychain.none());
            passwords.type(Account.of(settings).orElseThrow(), PASSWORD, false);
            OutboxSender sender = new OutboxSender(service, mail, passwords, Background.direct(), clock, () -> settings);
            do {
                sender.tick();
                clock.pass(Duration.ofMillis(1));
                out.println("sent");
                if (sender.progress().get().pause() != null) {
                    throw new IllegalStateException(sender.progress().get().pause().why());
                }
            } while (sender.progress().get().standing().left() > 0);
        }
    }
}

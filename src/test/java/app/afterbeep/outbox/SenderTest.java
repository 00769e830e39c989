package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.afterbeep.calls.Outcome;
import app.afterbeep.outbox.MailSender.Timeouts;
import app.afterbeep.outbox.OutboxSender.Pause;
import app.afterbeep.outbox.ScriptedServer.Kind;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An outbox that empties itself through a server that does as it is told.
abstract class SenderTest extends DeskTest {
    ScriptedServer server;
    Passwords passwords;
    OutboxSender sender;
    SendingService service;
    int numbers = 100;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        server = new ScriptedServer(Kind.TLS, "good");
        desk.settings = desk.settings.with(Setting.MAIL_HOST, "localhost").with(Setting.MAIL_PORT, Integer.toString(server.account().port()))
            .with(Setting.MAIL_SECURITY, "tls").with(Setting.MAIL_USER, "dana").with(Setting.MAIL_FROM, "dana@example.com");
        passwords = new Passwords(Keychain.none());
        sender = start();
        sender.type(server.account(), ScriptedServer.PASSWORD, false, kept -> {});
    }

    /// As after a start of the program.
    OutboxSender start() {
        service = new SendingService(desk.database, desk.emails, desk.clock, () -> desk.settings);
        OutboxSender started = new OutboxSender(service, new MailSender(Certificates.trusted(), new Timeouts(2000, 700)), passwords, Background.direct(),
            desk.clock, () -> desk.settings);
        desk.database.onChange(started::wake);
        return started;
    }

    @AfterEach
    @Override
    protected void close() {
        server.close();
        super.close();
    }

    void voicemail(String... names) {
        for (String name : names) {
            long id = desk.add(name, "+1212555" + "%04d".formatted(numbers++));
            desk.log(desk.card(id), Outcome.LEFT_VOICEMAIL);
        }
    }

    /// The undo windows are over, and the rep presses "Send all".
    void askAll() {
        desk.clock.pass(Duration.ofMinutes(2));
        desk.outbox.sendAll();
        sender.goOn();
    }

    void seconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.clock.pass(Duration.ofSeconds(1));
            sender.tick();
        }
    }

    String states() {
        return desk.text("SELECT group_concat(state) FROM (SELECT state FROM email ORDER BY id)");
    }

    String progress() {
        return OutboxRules.progress(sender.progress().get(), desk.settings.number(Setting.MAIL_DAILY_LIMIT), desk.clock.getZone(), desk.clock.instant());
    }

    Pause pause() {
        Pause pause = sender.progress().get().pause();
        assertNotNull(pause);
        return pause;
    }

    String header(int message, String name) {
        return server.messages.get(message).lines().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2)).findFirst().orElse("");
    }
}

package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportService;
import app.afterbeep.faults.Fault;
import app.afterbeep.outbox.MailSender.Timeouts;
import app.afterbeep.outbox.OutboxSender.Pause;
import app.afterbeep.outbox.ScriptedServer.Kind;
import app.afterbeep.settings.Setting;
import app.afterbeep.testkit.Desk;
import app.afterbeep.ui.Background;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The outbox empties itself through a server that does as it is told.
class OutboxSenderTest {
    @TempDir Path folder;
    private Desk desk;
    private ScriptedServer server;
    private Passwords passwords;
    private OutboxSender sender;
    private SendingService service;
    private int numbers = 100;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        server = new ScriptedServer(Kind.TLS, "good");
        desk.settings = desk.settings.with(Setting.MAIL_HOST, "localhost").with(Setting.MAIL_PORT, Integer.toString(server.account().port()))
            .with(Setting.MAIL_SECURITY, "tls").with(Setting.MAIL_USER, "dana").with(Setting.MAIL_FROM, "dana@example.com");
        passwords = new Passwords(Keychain.none());
        sender = start();
        sender.type(server.account(), ScriptedServer.PASSWORD, false, kept -> {});
    }

    /// As after a start of the program.
    private OutboxSender start() {
        service = new SendingService(desk.database, desk.emails, desk.clock, () -> desk.settings);
        OutboxSender started = new OutboxSender(service, new MailSender(Certificates.trusted(), new Timeouts(2000, 700)), passwords, Background.direct(),
            desk.clock, () -> desk.settings);
        desk.database.onChange(started::wake);
        return started;
    }

    @AfterEach
    void close() {
        server.close();
        desk.close();
    }

    private void voicemail(String... names) {
        for (String name : names) {
            long id = desk.add(name, "+1212555" + "%04d".formatted(numbers++));
            desk.log(desk.card(id), Outcome.LEFT_VOICEMAIL);
        }
    }

    /// The undo windows are over, and the rep presses "Send all".
    private void askAll() {
        desk.clock.pass(Duration.ofMinutes(2));
        desk.outbox.sendAll();
        sender.goOn();
    }

    private void seconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.clock.pass(Duration.ofSeconds(1));
            sender.tick();
        }
    }

    private String states() {
        return desk.text("SELECT group_concat(state) FROM (SELECT state FROM email ORDER BY id)");
    }

    private String progress() {
        return OutboxRules.progress(sender.progress().get(), desk.settings.number(Setting.MAIL_DAILY_LIMIT), desk.clock.getZone(), desk.clock.instant());
    }

    private Pause pause() {
        Pause pause = sender.progress().get().pause();
        assertNotNull(pause);
        return pause;
    }

    private String header(int message, String name) {
        return server.messages.get(message).lines().filter(line -> line.startsWith(name + ": ")).map(line -> line.substring(name.length() + 2)).findFirst().orElse("");
    }

    @Test
    void nothingLeavesThatNobodyAskedFor() {
        voicemail("Ann Lee");
        desk.clock.pass(Duration.ofMinutes(5));
        seconds(60);
        assertEquals(List.of(), server.commands);
        assertEquals("waiting", states());
    }

    @Test
    void whatIsAskedForLeavesOneByOneAtThePace() {
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox");
        askAll();
        assertEquals("sent,waiting,waiting", states());
        seconds(1);
        assertEquals("Sending 2 of 3, next in 19 s", progress());
        seconds(18);
        assertEquals(1, server.messages.size());
        seconds(1);
        assertEquals(2, server.messages.size());
        // The program is started again: the pace goes on from the file.
        sender = start();
        seconds(19);
        assertEquals(2, server.messages.size());
        seconds(1);
        assertEquals("sent,sent,sent", states());
        seconds(1);
        assertEquals("", progress());
        assertEquals(3, desk.number("SELECT count(DISTINCT message_id) FROM email WHERE message_id <> ''"));
        assertEquals("<" + desk.text("SELECT message_id FROM email ORDER BY id LIMIT 1") + ">", header(0, "Message-ID"));
    }

    @Test
    void theDailyLimitHoldsOverARestartAndEndsAtTheRepsMidnight() {
        desk.settings = desk.settings.with(Setting.MAIL_DAILY_LIMIT, "2").with(Setting.MAIL_PACE_SECONDS, "0");
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox");
        askAll();
        seconds(3);
        assertEquals("sent,sent,waiting", states());
        assertEquals("Today's limit of 2 emails is reached. 1 goes on tomorrow.", progress());
        sender = start();
        seconds(3);
        desk.clock.set("2026-11-24T23:59:58-05:00[America/New_York]");
        seconds(1);
        assertEquals(2, server.messages.size());
        seconds(1);
        assertEquals("sent,sent,sent", states());
    }

    @Test
    void byItselfItLeavesWhenItsUndoWindowIsOver() {
        desk.settings = desk.settings.with(Setting.MAIL_AUTOMATIC, "true");
        voicemail("Ann Lee");
        seconds(1);
        assertEquals("1 email leaves at 10:02 am.", progress());
        seconds(118);
        assertEquals("waiting", states());
        seconds(1);
        assertEquals("sent", states());
    }

    @Test
    void theFileKnowsBeforeTheServerDoes() throws Exception {
        voicemail("Ann Lee");
        desk.clock.pass(Duration.ofMinutes(2));
        desk.outbox.sendAll();
        SendingService.Parcel parcel = service.take().orElseThrow();
        assertEquals("sending", states());
        assertEquals(parcel.letter().messageId(), desk.text("SELECT message_id FROM email"));
        // Here the program is killed.
        List<Email> lost = start() == null ? List.of() : service.recover();
        assertEquals(List.of("Ann Lee"), lost.stream().map(Email::name).toList());
        assertEquals("unknown", states());
        assertTrue(desk.outbox.list().getFirst().problem().contains("nobody knows"));
        seconds(100);
        assertEquals(0, server.messages.size(), "never by itself");
    }

    @Test
    void anAnswerThatComesAfterAllIsBelieved() throws Exception {
        voicemail("Ann Lee");
        desk.clock.pass(Duration.ofMinutes(2));
        desk.outbox.sendAll();
        SendingService.Parcel parcel = service.take().orElseThrow();
        service.recover();
        service.settle(parcel, new Delivery.Sent());
        assertEquals("sent", states());
    }

    @Test
    void aRefusedAddressStopsThatEmailOnlyAndIsNamed() throws Exception {
        desk.settings = desk.settings.with(Setting.MAIL_PACE_SECONDS, "0");
        server.answers = command -> command.equals("RCPT") && server.commands.getLast().contains("bob") ? "550 5.1.1 nobody" : "";
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox");
        askAll();
        seconds(3);
        assertEquals("sent,failed,sent", states());
        Email bob = desk.outbox.list().getFirst();
        assertEquals("The server refuses the address bob.ray@example.com: “550 5.1.1 nobody”.", bob.problem());
        assertNull(sender.progress().get().pause());
        // The rep mends the address and sends again.
        desk.outbox.edit(bob, "robert.ray@example.com", bob.subject(), bob.body());
        server.answers = command -> "";
        desk.outbox.send(desk.outbox.list().getFirst());
        seconds(2);
        assertEquals("sent,sent,sent", states());
    }

    @Test
    void whatMayPassIsTriedAgainLaterAndLater() {
        server.answers = command -> command.equals("RCPT") ? "450 4.2.0 greylisted" : "";
        voicemail("Ann Lee");
        askAll();
        Email email = desk.outbox.list().getFirst();
        assertEquals(Email.State.READY, email.state());
        assertEquals("Next try 10:03 am", OutboxRules.state(email, desk.clock.getZone(), desk.clock.instant()));
        assertEquals("The server says “not now”: “450 4.2.0 greylisted”. Next try 10:03 am.",
            OutboxRules.reason(email, desk.clock.getZone(), desk.clock.instant()));
        seconds(59);
        assertEquals(1, desk.number("SELECT tries FROM email"));
        seconds(1);
        assertEquals(2, desk.number("SELECT tries FROM email"));
        seconds(299);
        assertEquals(2, desk.number("SELECT tries FROM email"));
        String id = desk.text("SELECT message_id FROM email");
        server.answers = command -> "";
        seconds(1);
        assertEquals("sent", states());
        assertEquals(id, desk.text("SELECT message_id FROM email"), "the same message, however often it was tried");
    }

    @Test
    void whileThereIsNoConnectionNobodyElseIsTried() {
        desk.settings = desk.settings.with(Setting.MAIL_PACE_SECONDS, "0");
        server.answers = command -> command.equals("GREETING") ? "421 busy" : "";
        voicemail("Ann Lee", "Bob Ray");
        askAll();
        seconds(30);
        assertEquals(0, desk.number("SELECT tries FROM email WHERE to_address LIKE 'bob%'"));
        assertEquals("The server ended the connection: “421 busy”. Next try in 30 s.", progress());
        server.answers = command -> "";
        seconds(31);
        assertEquals("sent,sent", states());
        seconds(1);
        assertEquals("", progress());
    }

    @Test
    void whoeverIsOnlineAgainWaitsAQuarterOfAnHourAtMost() {
        server.answers = command -> command.equals("GREETING") ? "421 busy" : "";
        voicemail("Ann Lee");
        askAll();
        for (int quarters = 0; quarters < 40; quarters++) {
            desk.clock.pass(Duration.ofMinutes(15));
            sender.tick();
        }
        server.answers = command -> "";
        desk.clock.pass(Duration.ofMinutes(15));
        seconds(1);
        assertEquals("sent", states());
    }

    @Test
    void aWrongPasswordPausesEverythingUntilTheRepHasTypedAnother() {
        desk.settings = desk.settings.with(Setting.MAIL_PACE_SECONDS, "0");
        sender.type(server.account(), "wrong", false, kept -> {});
        voicemail("Ann Lee", "Bob Ray");
        askAll();
        seconds(120);
        assertEquals("waiting,waiting", states());
        assertEquals(1, server.commands.stream().filter(c -> c.startsWith("AUTH")).count(), "not again and again: that locks accounts");
        assertEquals(Pause.Kind.PASSWORD, pause().kind());
        assertTrue(pause().why().startsWith("The server does not accept this user name or password"), pause().why());
        sender.type(server.account(), ScriptedServer.PASSWORD, false, kept -> {});
        seconds(2);
        assertEquals("sent,sent", states());
        assertNull(sender.progress().get().pause());
    }

    @Fault(value = 20, how = "the data folder, exports and a copy of the file searched for the password, plain and in base64", then = "not found in any file")
    @Test
    void thePasswordIsNowhereInTheFolder() throws Exception {
        voicemail("Ann Lee");
        askAll();
        assertEquals("sent", states());
        server.close();
        voicemail("Bob Ray");
        askAll();
        ExportService exports = new ExportService(desk.database, desk.clock);
        exports.emails(ExportService.Target.exact(folder.resolve("emails.csv")), null, null);
        exports.calls(ExportService.Target.exact(folder.resolve("calls.csv")), LogFilter.all());
        desk.database.sql().update("VACUUM INTO ?", folder.resolve("copy.db").toString());
        byte[] word = ScriptedServer.PASSWORD.getBytes(StandardCharsets.UTF_8);
        List<String> spellings = List.of(ScriptedServer.PASSWORD, Base64.getEncoder().encodeToString(word),
            Base64.getEncoder().encodeToString(("\0" + desk.settings.text(Setting.MAIL_USER) + "\0" + ScriptedServer.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertTrue(spellings.stream().noneMatch(bytes::contains), () -> "the password stands in " + file);
            }
        }
    }

    @Test
    void withoutAPasswordNothingIsTakenFromTheFile() {
        passwords = new Passwords(Keychain.none());
        sender = start();
        voicemail("Ann Lee");
        askAll();
        assertEquals(Pause.Kind.PASSWORD, pause().kind());
        assertEquals("Sending waits for the password of dana.", pause().why());
        assertEquals("waiting", states());
        assertEquals(0, desk.number("SELECT count(*) FROM email WHERE tried_at IS NOT NULL"));
    }

    @Fault(value = 20, how = "a server that cannot be trusted", then = "everything paused, emails kept")
    @Test
    void aServerThatCannotBeTrustedPausesEverything() {
        server.close();
        server = new ScriptedServer(Kind.TLS, "self-signed");
        desk.settings = desk.settings.with(Setting.MAIL_PORT, Integer.toString(server.account().port()));
        voicemail("Ann Lee", "Bob Ray");
        askAll();
        seconds(60);
        assertEquals(Pause.Kind.SETTINGS, pause().kind());
        assertEquals("waiting,waiting", states());
        assertEquals(2, desk.number("SELECT count(*) FROM email WHERE asked_at IS NOT NULL"), "they go on where they stopped");
    }

    @Test
    void whatTheRepTakesBackInTimeDoesNotLeave() throws Exception {
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox", "Dan Poe");
        askAll();
        seconds(5);
        assertEquals("sent,waiting,waiting,waiting", states());
        desk.outbox.withdraw(desk.outbox.list().getFirst());
        long cleo = desk.number("SELECT prospect_id FROM email WHERE to_address LIKE 'cleo%'");
        desk.log(desk.card(cleo), Outcome.DO_NOT_CALL);
        desk.outbox.stop();
        seconds(100);
        assertEquals("sent,withdrawn,withdrawn,waiting", states());
        assertEquals(1, server.messages.size());
    }

    @Test
    void somebodyWhoCameOntoTheDoNotCallListIsLeftOutAtTheLastMoment() {
        desk.settings = desk.settings.with(Setting.MAIL_PACE_SECONDS, "0");
        voicemail("Ann Lee", "Bob Ray");
        desk.database.sql().update("INSERT INTO dnc (kind, value, source, at) VALUES ('email', 'ann.lee@example.com', 'import', 0)");
        askAll();
        seconds(2);
        assertEquals("withdrawn,sent", states());
    }

    @Test
    void whatIsWithdrawnWhileItIsBeingSentGetsNoSecondTry() throws Exception {
        voicemail("Ann Lee");
        desk.clock.pass(Duration.ofMinutes(2));
        desk.outbox.sendAll();
        SendingService.Parcel parcel = service.take().orElseThrow();
        desk.database.transaction(() -> {
            desk.emails.withdrawWaiting(1);
            return true;
        });
        service.settle(parcel, new Delivery.Later("later", false));
        assertEquals("withdrawn", states());
    }

    @Test
    void aCallThatIsTakenBackTakesItsEmailAlongUntilItIsOnItsWay() {
        voicemail("Ann Lee", "Bob Ray");
        askAll();
        desk.calls.undo();
        seconds(60);
        assertEquals("sent", states());
        assertEquals(1, server.messages.size());
    }

    @Test
    void aFollowUpAnswersTheEmailsOfItsSeries() {
        long ann = desk.add("Ann Lee", "+12125550101");
        for (int i = 0; i < 4; i++) {
            desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
            desk.outbox.list().stream().filter(e -> e.state() == Email.State.WAITING && server.messages.size() == 1)
                .forEach(e -> assertEquals("Re: The hours no budget shows", LetterRules.subject(e), "the preview shows it"));
            askAll();
            desk.clock.pass(Duration.ofDays(3));
        }
        assertTrue(server.messages.size() >= 3, "only " + server.messages.size());
        assertEquals("The hours no budget shows", header(0, "Subject"));
        assertEquals("", header(0, "In-Reply-To"));
        for (int i = 1; i < server.messages.size(); i++) {
            assertEquals("Re: The hours no budget shows", header(i, "Subject"));
            assertEquals(header(i - 1, "Message-ID"), header(i, "In-Reply-To"));
            assertNotEquals(header(i - 1, "Message-ID"), header(i, "Message-ID"));
        }
        assertTrue(server.messages.get(2).contains("References: " + header(0, "Message-ID") + "\n " + header(1, "Message-ID")), server.messages.get(2));
        assertEquals("Re: The hours no budget shows", LetterRules.subject(desk.outbox.list().getFirst()), "what has left is shown as it left");
    }

    @Test
    void anotherSubjectByTheRepStaysAndTheThreadToo() throws Exception {
        long ann = desk.add("Ann Lee", "+12125550101");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        askAll();
        desk.clock.pass(Duration.ofDays(3));
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        Email second = desk.outbox.list().getFirst();
        desk.outbox.edit(second, second.to(), "My own subject", second.body());
        askAll();
        assertEquals("My own subject", header(1, "Subject"));
        assertEquals(header(0, "Message-ID"), header(1, "In-Reply-To"));
    }

    @Test
    void anEditOfWhatHasLeftIsNotTakenBackAndHidesNothingThatCanBe() throws Exception {
        voicemail("Ann Lee");
        Email email = desk.outbox.list().getFirst();
        desk.clock.pass(Duration.ofMinutes(2));
        long bob = desk.add("Bob Ray", "+12125550142");
        desk.log(desk.card(bob), Outcome.NO_ANSWER);
        desk.outbox.edit(email, email.to(), "Other words", email.body());
        desk.outbox.sendAll();
        sender.goOn();
        assertEquals("sent", states());
        assertEquals("No answer, no message – Bob Ray", desk.calls.undo().orElseThrow().label());
        assertEquals("Other words", desk.text("SELECT subject FROM email"));
    }

    @Fault(value = 20, how = "CR, LF or NUL in name, subject, address, own name, reply-to",
        then = "nothing sent, the email kept as failed with what to correct")
    @Test
    void aLineEndInAHeaderFailsTheEmailAndNothingIsSaid() throws Exception {
        desk.settings = desk.settings.with(Setting.MAIL_PACE_SECONDS, "0");
        voicemail("Ann Lee", "Bob Ray", "Cleo Fox", "Dan Poe");
        desk.database.sql().update("UPDATE prospect SET first_name = ? WHERE first_name = 'Ann'", "Ann\r\nBcc: eve@example.com\r\nX:");
        desk.database.sql().update("UPDATE email SET subject = ? WHERE to_address LIKE 'bob%'", "Hi\nBcc: eve@example.com");
        desk.database.sql().update("UPDATE email SET to_address = ? WHERE to_address LIKE 'cleo%'", "cleo@example.com>\r\nRCPT TO:<eve@example.com");
        desk.database.sql().update("UPDATE email SET to_address = ? WHERE to_address LIKE 'dan%'", "dan at example");
        askAll();
        seconds(3);
        assertEquals("failed,failed,failed,failed", states());
        assertEquals(List.of(), server.commands);
        assertEquals(List.of("the name", "the subject", "the address"), desk.outbox.list().stream().limit(3)
            .map(e -> e.problem().replaceAll("Not sent: there is a line end in (.*)\\. Correct.*", "$1")).toList());
        assertTrue(desk.outbox.list().get(3).problem().contains("is not an email address"));
        desk.settings = desk.settings.with(Setting.MY_NAME, "Dana\r\nBcc: eve@example.com").with(Setting.MAIL_REPLY_TO, "dana@example.com\u0000");
        voicemail("Eve Orr");
        askAll();
        seconds(1);
        assertTrue(desk.text("SELECT problem FROM email ORDER BY id DESC LIMIT 1").isEmpty(), "it is not this email's fault");
        assertEquals(new Pause(Pause.Kind.SETTINGS, "“dana@example.com\u0000” is not an email address that a server takes. Correct your own address in "
            + "Settings, Email."), pause());
        desk.settings = desk.settings.with(Setting.MAIL_REPLY_TO, "");
        sender.goOn();
        assertEquals(new Pause(Pause.Kind.SETTINGS, "There is a line end in your name. Correct it in Settings, Me."), pause());
        assertEquals(List.of(), server.commands);
    }

    @Test
    void whatTheRepIsRewritingDoesNotLeaveMeanwhile() throws Exception {
        desk.settings = desk.settings.with(Setting.MAIL_AUTOMATIC, "true");
        voicemail("Ann Lee", "Bob Ray");
        sender.hold(desk.outbox.list().getFirst());
        desk.clock.pass(Duration.ofMinutes(2));
        seconds(60);
        assertEquals("waiting,sent", states());
        desk.outbox.edit(desk.outbox.list().getFirst(), "ann@example.com", "Other words", "Other text");
        sender.release();
        seconds(1);
        assertEquals("sent,sent", states());
        assertEquals("Other words", header(1, "Subject"));
    }

    @Test
    void whatHasNotLeftWaitsOutAnotherUndoWindowBeforeItLeavesByItself() throws Exception {
        desk.settings = desk.settings.with(Setting.MAIL_AUTOMATIC, "true");
        server.answers = command -> command.equals("END") ? ScriptedServer.DROP : "";
        voicemail("Ann Lee");
        desk.clock.pass(Duration.ofMinutes(2));
        seconds(1);
        assertEquals("unknown", states());
        server.answers = command -> "";
        assertEquals(Email.State.WAITING, desk.outbox.notLeft(desk.outbox.list().getFirst()).state());
        seconds(119);
        assertEquals("waiting", states());
        seconds(1);
        assertEquals("sent", states());
    }

    @Test
    void whatHasNotLeftIsWithdrawnAfterAConversation() throws Exception {
        long ann = desk.add("Ann Lee", "+12125550199");
        desk.log(desk.card(ann), Outcome.LEFT_VOICEMAIL);
        server.answers = command -> command.equals("END") ? ScriptedServer.DROP : "";
        askAll();
        assertEquals("unknown", states());
        desk.log(desk.card(ann), Outcome.CONVERSATION);
        assertEquals("unknown", states(), "perhaps it has left");
        assertEquals(Email.State.WITHDRAWN, desk.outbox.notLeft(desk.outbox.list().getFirst()).state());
        desk.calls.undo();
        assertEquals("unknown", states());
        desk.calls.undo();
        assertEquals("unknown", states(), "that it gets no second try holds whatever is undone");
    }

    @Test
    void theRepsOwnBadAddressPausesTheOutboxAndFailsNoEmail() {
        desk.settings = desk.settings.with(Setting.MAIL_FROM, "dána@example.c");
        voicemail("Ann Lee", "Bob Ray");
        askAll();
        seconds(30);
        assertEquals("waiting,waiting", states());
        assertEquals(List.of(), server.commands);
        assertEquals(Pause.Kind.SETTINGS, pause().kind());
        desk.settings = desk.settings.with(Setting.MAIL_FROM, "dana@bücher.example");
        sender.goOn();
        assertEquals("sent,waiting", states());
        assertTrue(server.commands.contains("MAIL FROM:<dana@xn--bcher-kva.example>"), server.commands.toString());
        assertTrue(header(0, "Message-ID").endsWith("@xn--bcher-kva.example>"), header(0, "Message-ID"));
        assertEquals("<mailto:dana@xn--bcher-kva.example?subject=no>", header(0, "List-Unsubscribe"));
    }

    @Fault(value = 20, how = "a line end in the company", then = "sent, no header added")
    @Test
    void aLineEndInTheCompanyStaysInTheTextWhereItHarmsNobody() {
        desk.settings = desk.settings.with(Setting.MY_COMPANY, "Northline\r\nBcc: eve@example.com");
        voicemail("Ann Lee");
        askAll();
        assertEquals("sent", states());
        assertTrue(server.messages.getFirst().lines().takeWhile(line -> !line.isEmpty()).noneMatch(line -> line.startsWith("Bcc")), server.messages.getFirst());
    }

    @Fault(value = 5, how = "a break after the text of the email", then = "called perhaps sent, never sent again by itself")
    @Test
    void aBreakAfterTheTextIsUnknownAndNamed() {
        server.answers = command -> command.equals("END") ? ScriptedServer.DROP : "";
        voicemail("Ann Lee");
        askAll();
        seconds(4000);
        assertEquals("unknown", states());
        assertEquals(1, server.messages.size());
        assertTrue(desk.outbox.list().getFirst().problem().contains("nobody knows"));
    }

    @Test
    void whatHasLeftIsRememberedUntilTheFileTakesIt() {
        voicemail("Ann Lee", "Bob Ray");
        desk.database.sql().update("CREATE TEMP TRIGGER full_disk BEFORE UPDATE ON email WHEN new.state = 'sent' BEGIN SELECT RAISE (ABORT, 'full'); END");
        askAll();
        seconds(60);
        assertEquals("sending,waiting", states());
        assertEquals(1, server.messages.size(), "neither again nor the next");
        desk.database.sql().update("DROP TRIGGER full_disk");
        seconds(1);
        assertEquals("sent,waiting", states());
        seconds(20);
        assertEquals("sent,sent", states());
        assertEquals(2, server.messages.size());
    }

    @Test
    void anIdleConnectionIsEnded() {
        voicemail("Ann Lee");
        askAll();
        seconds(44);
        assertFalse(server.commands.contains("QUIT"));
        seconds(3);
        assertTrue(server.commands.contains("QUIT"));
    }
}

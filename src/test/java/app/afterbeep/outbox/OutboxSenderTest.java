package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.LogFilter;
import app.afterbeep.exports.ExportService;
import app.afterbeep.faults.Fault;
import app.afterbeep.outbox.OutboxSender.Pause;
import app.afterbeep.outbox.ScriptedServer.Kind;
import app.afterbeep.settings.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// How it leaves: at the pace, once, and through every answer that a server can give.
class OutboxSenderTest extends SenderTest {
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

package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.faults.Fault;
import app.afterbeep.outbox.OutboxSender.Pause;
import app.afterbeep.outbox.ScriptedServer.Kind;
import app.afterbeep.settings.Setting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What leaves, and what does not: the email as it is when its turn comes.
class OutboxContentTest extends SenderTest {
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
}

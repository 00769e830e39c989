package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.faults.Fault;
import app.afterbeep.outbox.MailSender.Timeouts;
import app.afterbeep.outbox.ScriptedServer.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of a letter at servers of every kind.
class MailSenderTest {
    private static final String WORD = ScriptedServer.PASSWORD;
    private static final Letter LETTER = letter("ann.lee@example.com");
    /// More than fits into any buffer on the way.
    private static final Letter LONG = new Letter("", "dana@example.com", "", "", "ann.lee@example.com", "Long", "and so on\n".repeat(2_000_000), "long@example.com",
        List.of(), Instant.EPOCH, "dana@example.com");
    private final MailSender sender = new MailSender(Certificates.trusted(), new Timeouts(2000, 700));

    private static Letter letter(String to) {
        return new Letter("Dana Reyes", "dana@example.com", "", "Ann Lee", to, "The hours no budget shows", "Hi Ann,\n\n.\nGrüße <b>\n", "one@example.com",
            List.of(), Instant.EPOCH, "dana@example.com");
    }

    private static String why(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent sent -> "";
            case Delivery.Refused(String why) -> why;
            case Delivery.Later(String why, boolean connection) -> why;
            case Delivery.Unknown(String why) -> why;
            case Delivery.Stopped(String why, boolean password) -> why;
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void oneSafeConnectionCarriesSeveralLetters(Kind kind) {
        try (ScriptedServer server = new ScriptedServer(kind, "good")) {
            assertEquals(new Delivery.Sent(), sender.test(server.account(), WORD));
            for (int i = 0; i < 3; i++) {
                assertEquals(new Delivery.Sent(), sender.send(LETTER, server.account(), WORD));
            }
            assertTrue(sender.connected());
            assertEquals(3, server.messages.size());
            assertEquals(2, server.commands.stream().filter(c -> c.startsWith("AUTH")).count(), "one sign-in for the test, one for all three");
            assertTrue(server.commands.contains("EHLO [127.0.0.1]"), "the computer's name is nobody's business");
            sender.close();
            assertFalse(sender.connected());
        }
    }

    @Fault(value = 20, how = "wrong host, expired, self-signed certificate, STARTTLS not offered (TLS and STARTTLS)",
        then = "nothing sent, no password said, the reason named")
    @ParameterizedTest
    @CsvSource({"TLS, wrong-host, another name", "STARTTLS, wrong-host, another name", "TLS, expired, has expired", "STARTTLS, expired, has expired",
        "TLS, self-signed, self-signed", "STARTTLS, self-signed, self-signed", "PLAIN, good, does not offer STARTTLS"})
    void whereTheConnectionIsNotSafeNothingIsSaidAtAll(Kind kind, String certificate, String words) {
        try (ScriptedServer server = new ScriptedServer(kind, certificate)) {
            for (Delivery delivery : List.of(sender.send(LETTER, server.account(), WORD), sender.test(server.account(), WORD))) {
                Delivery.Stopped stopped = assertInstanceOf(Delivery.Stopped.class, delivery, why(delivery));
                assertTrue(stopped.why().contains(words), stopped.why());
                assertFalse(stopped.password());
            }
            assertEquals(List.of(), server.messages);
            assertTrue(server.commands.stream().noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL")), server.commands::toString);
        }
    }

    @Test
    void aServerThatWantsTheOtherKindOfSafetyIsNamed() {
        try (ScriptedServer plain = new ScriptedServer(Kind.STARTTLS, "good"); ScriptedServer tls = new ScriptedServer(Kind.TLS, "good")) {
            Account wrong = new Account("localhost", plain.account().port(), false, "dana", "dana@example.com");
            assertTrue(why(sender.test(wrong, WORD)).contains("Try STARTTLS"), why(sender.test(wrong, WORD)));
            Account other = new Account("localhost", tls.account().port(), true, "dana", "dana@example.com");
            assertTrue(why(sender.test(other, WORD)).contains("choose TLS"), why(sender.test(other, WORD)));
        }
    }

    @Fault(value = 20, how = "STARTTLS refused", then = "nothing sent, no password said")
    @Test
    void aRefusedStartTlsSendsNothing() {
        try (ScriptedServer server = new ScriptedServer(Kind.STARTTLS, "good")) {
            server.answers = command -> command.equals("STARTTLS") ? "454 not now" : "";
            Delivery delivery = sender.send(LETTER, server.account(), WORD);
            assertFalse(delivery instanceof Delivery.Sent);
            assertTrue(server.commands.stream().noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL")), server.commands::toString);
        }
    }

    @Test
    void aWrongPasswordStopsEverythingAndIsNeverRepeated() {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            // This server says back what it was told: that must not be shown.
            Delivery delivery = sender.send(LETTER, server.account(), "hunter2-wrong");
            Delivery.Stopped stopped = assertInstanceOf(Delivery.Stopped.class, delivery);
            assertTrue(stopped.password());
            assertTrue(stopped.why().startsWith("The server does not accept this user name or password"), stopped.why());
            assertNoSecret(stopped.why(), "hunter2-wrong");
            server.answers = command -> command.equals("AUTH") ? "454 4.7.0 try later" : "";
            assertInstanceOf(Delivery.Later.class, sender.send(LETTER, server.account(), WORD));
            assertEquals(List.of(), server.messages);
        }
    }

    private static void assertNoSecret(String text, String password) {
        assertFalse(text.contains(password), text);
        String base64 = java.util.Base64.getEncoder().encodeToString(("dana\0dana\0" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertFalse(text.contains(base64), text);
    }

    @Fault(value = 20, how = "a server that hangs at each step", then = "left after the timeout, the email tried again later")
    @Test
    void aServerThatHangsIsLeftAndTheEmailTriedAgain() {
        for (String at : List.of("GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA")) {
            try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
                server.answers = command -> command.equals(at) ? ScriptedServer.HANG : "";
                Delivery delivery = sender.send(LETTER, server.account(), WORD);
                assertInstanceOf(Delivery.Later.class, delivery, at + ": " + why(delivery));
                assertEquals(List.of(), server.messages, at);
            }
        }
    }

    @Fault(value = 20, how = "a server that never speaks", then = "left after the timeout, said in words")
    @Test
    void aServerThatNeverSpeaksIsLeftToo() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (boolean startTls : new boolean[] {true, false}) {
                Delivery delivery = sender.test(new Account("localhost", silent.getLocalPort(), startTls, "dana", "dana@example.com"), WORD);
                assertTrue(why(delivery).contains("did not answer in time"), why(delivery));
            }
        }
    }

    @Test
    void nobodyAtHomeIsSaidPlainly() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Delivery refused = sender.test(new Account("localhost", free, true, "dana", "dana@example.com"), WORD);
        assertTrue(why(refused).startsWith("Nothing answers at localhost, port " + free), why(refused));
        Delivery unknown = sender.test(new Account("no-such-server.invalid", 587, true, "dana", "dana@example.com"), WORD);
        assertTrue(why(unknown).startsWith("No server called no-such-server.invalid"), why(unknown));
    }

    @Test
    void aConnectionThatBreaksBeforeTheEndMayBeTriedAgainAndOneThatBreaksAfterItNever() {
        for (Map.Entry<String, Class<? extends Delivery>> drop : Map.<String, Class<? extends Delivery>>of("GREETING", Delivery.Later.class,
            "MAIL", Delivery.Later.class, "RCPT", Delivery.Later.class, "DATA", Delivery.Later.class, "TEXT", Delivery.Later.class,
            "END", Delivery.Unknown.class).entrySet()) {
            try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
                server.answers = command -> command.equals(drop.getKey()) ? ScriptedServer.DROP : "";
                Delivery delivery = sender.send(drop.getKey().equals("TEXT") ? LONG : LETTER, server.account(), WORD);
                assertInstanceOf(drop.getValue(), delivery, drop.getKey() + ": " + why(delivery));
                assertEquals(drop.getKey().equals("END") ? 1 : 0, server.messages.size(), drop.getKey());
                assertFalse(sender.connected());
            }
        }
    }

    @Test
    void aHangAfterTheEndIsUnknown() {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            server.answers = command -> command.equals("END") ? ScriptedServer.HANG : "";
            assertInstanceOf(Delivery.Unknown.class, sender.send(LETTER, server.account(), WORD));
        }
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such user, Refused", "RCPT, 450 4.2.0 greylisted, Later", "DATA, 554 no spam, Refused", "DATA, 451 later, Later",
        "END, 552 too large, Refused", "END, 452 disk full, Later", "MAIL, 553 not your address, Stopped", "MAIL, 421 closing, Later",
        "END, 421 closing, Later", "MAIL, 530 sign in first, Stopped", "GREETING, 554 go away, Stopped", "GREETING, 421 busy, Later"})
    void whatTheServerSaysDecides(String at, String answer, String kind) {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            server.answers = command -> command.equals(at) ? answer : "";
            Delivery delivery = sender.send(LETTER, server.account(), WORD);
            assertEquals(kind, delivery.getClass().getSimpleName(), why(delivery));
            assertTrue(why(delivery).toLowerCase(Locale.ROOT).contains(answer), why(delivery));
            if (at.equals("RCPT") && kind.equals("Refused")) {
                assertTrue(why(delivery).contains("ann.lee@example.com"), "the address is named: " + why(delivery));
            }
        }
    }

    @Test
    void aRefusedAddressStopsThatEmailOnly() {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            server.answers = command -> "";
            assertEquals(new Delivery.Sent(), sender.send(LETTER, server.account(), WORD));
            server.answers = command -> command.equals("RCPT") ? "550 nobody" : "";
            assertInstanceOf(Delivery.Refused.class, sender.send(letter("nobody@example.com"), server.account(), WORD));
            server.answers = command -> "";
            assertEquals(new Delivery.Sent(), sender.send(letter("bob@example.com"), server.account(), WORD));
            assertEquals(1, server.commands.stream().filter(c -> c.startsWith("AUTH")).count(), "on the same connection");
        }
    }

    @Test
    void theTestSaysWhenTheSenderIsRefused() {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            server.answers = command -> command.equals("MAIL") ? "553 5.7.1 not yours" : "";
            assertEquals("The server does not let you send as dana@example.com: “553 5.7.1 not yours”.", why(sender.test(server.account(), WORD)));
            assertEquals(List.of(), server.messages);
        }
    }

    @Test
    void aConnectionThatTheServerHasEndedIsMadeAnew() {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            assertEquals(new Delivery.Sent(), sender.send(LETTER, server.account(), WORD));
            server.answers = command -> command.equals("NOOP") || command.equals("RSET") ? ScriptedServer.DROP : "";
            assertEquals(new Delivery.Sent(), sender.send(LETTER, server.account(), WORD));
            assertEquals(2, server.messages.size());
        }
    }

    @Test
    void theLetterArrivesWithPlainTextAndAPageThatHidesNothing() {
        try (ScriptedServer server = new ScriptedServer(Kind.TLS, "good")) {
            Letter answer = new Letter("Dana Réyes", "dana@example.com", "desk@example.com", "Ann Lee", "ann.lee@example.com", "Re: Grüße", "Hi <Ann> & all,\n\none\n",
                "three@example.com", List.of("one@example.com", "two@example.com"), Instant.parse("2026-11-24T15:00:00Z"), "desk@example.com");
            assertEquals(new Delivery.Sent(), sender.send(answer, server.account(), WORD));
            String text = server.messages.getFirst();
            for (String header : List.of("Message-ID: <three@example.com>", "In-Reply-To: <two@example.com>", "References: <one@example.com>\n <two@example.com>",
                "List-Unsubscribe: <mailto:desk@example.com?subject=no>", "Reply-To: =?UTF-8?Q?Dana_R=C3=A9yes?= <desk@example.com>",
                "From: =?UTF-8?Q?Dana_R=C3=A9yes?= <dana@example.com>", "To: Ann Lee <ann.lee@example.com>", "Subject: =?UTF-8?Q?Re:_Gr=C3=BC=C3=9Fe?=",
                "multipart/alternative", "Hi <Ann> & all,", "<p>Hi &lt;Ann&gt; &amp; all,</p>")) {
                assertTrue(text.contains(header), header + "\nin\n" + text);
            }
            assertTrue(text.contains("Date: "), text);
        }
    }
}

package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.faults.Fault;
import app.afterbeep.faults.Tally;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Desk;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thousand emails leave through a real mail server while the program is killed again and again.
@Fault(value = 5, how = "SIGKILL of a sending process, before, between and within emails")
class KilledWhileSendingTest {
    /// The mail server keeps all emails in memory: no more of them than it has room for.
    private static final int KILLS = Tally.rounds(10, 4);
    private static final int EMAILS = Math.max(1000, 60 * KILLS);

    /// Its mail server would write two lines for each email. Held here, else the setting is forgotten.
    private static final Logger SERVER = Logger.getLogger("com.icegreen.greenmail");

    @TempDir Path folder;

    @Test
    void noneOfAThousandEmailsIsSentTwiceOrLostWhenTheProgramIsKilledTenTimes() throws Exception {
        System.setProperty("greenmail.tls.keystore.file", Certificates.file("good").toString());
        System.setProperty("greenmail.tls.keystore.password", new String(Certificates.PASSWORD));
        SERVER.setLevel(Level.WARNING);
        queue();
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS));
        server.setUser("dana", "dana", KilledWhileSending.PASSWORD);
        server.start();
        try {
            Random random = new Random(20261124);
            for (int kill = 0; kill < KILLS; kill++) {
                try (Child sending = start(server.getSmtps().getPort())) {
                    int mean = EMAILS / (KILLS + 1);
                    read(sending, mean / 4 + random.nextInt(mean));
                    // Anywhere between two emails, or inside one.
                    assertFalse(sending.ended(Duration.ofNanos(random.nextInt(12_000_000))), "it must not end by itself");
                }
            }
            try (Child last = start(server.getSmtps().getPort())) {
                last.rest();
                assertEquals(0, last.exitValue(), last::errors);
            }
            compare(server);
        } finally {
            server.stop();
        }
    }

    private void queue() {
        try (Desk desk = new Desk(folder)) {
            // Nobody kills this part.
            desk.database.sql().update("PRAGMA synchronous = OFF");
            for (int i = 0; i < EMAILS; i++) {
                desk.log(desk.card(desk.add("Prospect P%04d".formatted(i), "+1212555%04d".formatted(i))), Outcome.LEFT_VOICEMAIL);
            }
            desk.clock.set("2026-11-25T09:00:00-05:00[America/New_York]");
            assertEquals(EMAILS, desk.outbox.sendAll());
        }
    }

    private Child start(int port) throws IOException {
        return Child.start(folder, KilledWhileSending.class, folder, port);
    }

    /// Waits until the process has said so many lines, or has ended.
    private static void read(Child process, int lines) {
        for (int i = 0; i < lines && process.line() != null; i++) {
            // Only to count them.
        }
    }

    /// The server's mailboxes beside the file.
    private void compare(GreenMail server) throws MessagingException {
        Map<String, Integer> arrived = new HashMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            arrived.merge(message.getMessageID().replaceAll("[<>]", ""), 1, Integer::sum);
        }
        assertTrue(arrived.values().stream().allMatch(times -> times == 1), "none twice");
        try (Desk desk = new Desk(folder)) {
            assertEquals(EMAILS, desk.number("SELECT count(*) FROM email WHERE state IN ('sent', 'unknown')"), "none lost");
            int perhaps = 0;
            for (String row : desk.database.sql().list("SELECT message_id || ' ' || state || ' ' || problem AS row FROM email", r -> r.text("row"))) {
                String[] parts = row.split(" ", 3);
                boolean there = arrived.remove(parts[0]) != null;
                if (parts[1].equals("sent")) {
                    assertTrue(there, "what the file calls sent has arrived: " + row);
                } else {
                    perhaps++;
                    assertTrue(parts[2].contains("nobody knows whether it has left"), row);
                }
            }
            assertEquals(Map.of(), arrived, "everything that arrived is in the file");
            assertTrue(perhaps <= KILLS, perhaps + " unknown after " + KILLS + " kills");
            Tally.add("SIGKILL of a sending process, before, between and within emails", KILLS, EMAILS + " emails through a real mail server: 0 lost, 0 sent twice, "
                + perhaps + " unknown, each named");
        }
    }
}

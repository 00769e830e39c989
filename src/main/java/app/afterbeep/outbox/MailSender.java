package app.afterbeep.outbox;

import app.afterbeep.settings.AddressRules;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Hands letters to the rep's mail server. One connection carries several; it is safe (STARTTLS or TLS, with the server's name checked) or there
/// is none, and no step of it waits for ever. Never throws: what happened is a [Delivery]. On the thread for files and servers.
public final class MailSender implements AutoCloseable {
    private static final Timeouts PATIENT = new Timeouts(20_000, 60_000);

    private final @Nullable SSLSocketFactory trust;
    private final Timeouts timeouts;
    private @Nullable MailTransport open;
    private @Nullable Account of;

    /// In milliseconds.
    record Timeouts(int connect, int answer) {}

    public MailSender() {
        this(null, PATIENT);
    }

    /// @param trust whom a test trusts instead of whom the computer trusts, or null
    MailSender(@Nullable SSLSocketFactory trust, Timeouts timeouts) {
        this.trust = trust;
        this.timeouts = timeouts;
    }

    /// Sends one letter. After a [Delivery.Later] or [Delivery.Stopped] nothing of it has left.
    ///
    /// @param password of the account, or ""
    public synchronized Delivery send(Letter letter, Account account, String password) {
        Session session = session(account);
        MailMessage message;
        try {
            message = MailMessage.of(letter, session);
        } catch (MessagingException | RuntimeException e) {
            return new Delivery.Refused("Not sent: the address, the name or the subject can't stand in an email. Correct it, then send again.");
        }
        MailTransport transport = open;
        if (transport == null || !account.equals(of) || !transport.isConnected()) {
            close();
            transport = new MailTransport(session);
            Delivery trouble = connect(transport, account, password);
            if (!(trouble instanceof Delivery.Sent)) {
                return trouble;
            }
            open = transport;
            of = account;
        }
        try {
            transport.sendMessage(message, new Address[] {message.getAllRecipients()[0]});
            return new Delivery.Sent();
        } catch (MessagingException | RuntimeException e) {
            Delivery trouble = MailTrouble.sending(e, transport, letter, password);
            if (!(trouble instanceof Delivery.Refused)) {
                close();
            }
            return trouble;
        }
    }

    /// Connects, signs in and asks whether the sender's address may send; sends nothing.
    ///
    /// @return [Delivery.Sent] when a letter would leave
    public synchronized Delivery test(Account account, String password) {
        MailTransport transport = new MailTransport(session(account));
        Delivery trouble = connect(transport, account, password);
        try {
            if (trouble instanceof Delivery.Sent) {
                int code = transport.simpleCommand("MAIL FROM:<" + AddressRules.ascii(account.from()) + ">");
                String answer = transport.getLastServerResponse();
                transport.simpleCommand("RSET");
                if (code / 100 != 2) {
                    String said = MailTrouble.said(String.valueOf(answer), password);
                    return code / 100 == 5 ? new Delivery.Stopped("The server does not let you send as " + account.from() + said, false)
                        : new Delivery.Later("The server says “not now”" + said, false);
                }
            }
            return trouble;
        } catch (MessagingException | RuntimeException e) {
            return MailTrouble.unforeseen(e);
        } finally {
            close(transport);
        }
    }

    private static Delivery connect(MailTransport transport, Account account, String password) {
        try {
            transport.connect(account.host(), account.port(), account.user().isEmpty() ? null : account.user(), account.user().isEmpty() ? null : password);
            return new Delivery.Sent();
        } catch (MessagingException | RuntimeException e) {
            String answer = transport.getLastServerResponse();
            return MailTrouble.connecting(e, account, password, answer == null ? "" : answer, transport.getLastReturnCode());
        }
    }

    private Session session(Account account) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.auth", Boolean.toString(!account.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(!account.startTls()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(account.startTls()));
        properties.put("mail.smtp.starttls.required", Boolean.toString(account.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.connectiontimeout", Integer.toString(timeouts.connect()));
        properties.put("mail.smtp.timeout", Integer.toString(timeouts.answer()));
        properties.put("mail.smtp.writetimeout", Integer.toString(timeouts.answer()));
        properties.put("mail.smtp.from", AddressRules.ascii(account.from()));
        // Nobody's business what this computer is called.
        properties.put("mail.smtp.localhost", "[127.0.0.1]");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory.fallback", "false");
        if (trust != null) {
            properties.put("mail.smtp.ssl.socketFactory", trust);
        }
        return Session.getInstance(properties);
    }

    /// Whether a connection waits for the next letter.
    public synchronized boolean connected() {
        return open != null;
    }

    /// Ends the connection, if there is one.
    @Override
    public synchronized void close() {
        if (open != null) {
            close(open);
        }
        open = null;
        of = null;
    }

    private static void close(MailTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // It is gone either way.
            System.getLogger(MailSender.class.getName()).log(System.Logger.Level.DEBUG, "a mail connection did not end well");
        }
    }
}

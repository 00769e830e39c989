package app.afterbeep.outbox;

import app.afterbeep.settings.AddressRules;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Collectors;

/// A [Letter] as a message of Jakarta Mail: plain text and the same as a page, both in UTF-8.
final class MailMessage extends MimeMessage {
    private final String messageId;

    private MailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /// @throws MessagingException when a header can't be written; [LetterRules#problem] has found that before
    static MailMessage of(Letter letter, Session session) throws MessagingException {
        MailMessage message = new MailMessage(session, letter.messageId());
        if (!letter.from().isEmpty()) {
            message.setFrom(address(letter.fromName(), letter.from()));
        }
        message.setRecipient(Message.RecipientType.TO, address(letter.toName(), letter.to()));
        if (!letter.replyTo().isEmpty()) {
            message.setReplyTo(new InternetAddress[] {address(letter.fromName(), letter.replyTo())});
        }
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.date()));
        if (!letter.answers().isEmpty()) {
            message.setHeader("In-Reply-To", "<" + letter.answers().getLast() + ">");
            message.setHeader("References", letter.answers().stream().map(id -> "<" + id + ">").collect(Collectors.joining("\r\n ")));
        }
        if (!letter.unsubscribe().isEmpty()) {
            String to = AddressRules.ascii(letter.unsubscribe()).replace("%", "%25").replace("?", "%3F").replace("&", "%26");
            message.setHeader("List-Unsubscribe", "<mailto:" + to + "?subject=no>");
        }
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart page = new MimeBodyPart();
        page.setText(LetterRules.html(letter.text()), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, page));
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(String name, String address) throws MessagingException {
        try {
            InternetAddress made = new InternetAddress(AddressRules.ascii(address), name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
            made.validate();
            return made;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is not known", e);
        }
    }

    /// The one that is in the file: stable over every try.
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    /// The letter as a file that mail programs open for sending.
    ///
    /// @throws MessagingException when a header can't be written
    static byte[] file(Letter letter) throws MessagingException, IOException {
        MailMessage message = of(letter, Session.getInstance(new Properties()));
        // A mail program then offers to send it instead of showing it as one that has come.
        message.setHeader("X-Unsent", "1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }
}

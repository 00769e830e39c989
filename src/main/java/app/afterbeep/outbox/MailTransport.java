package app.afterbeep.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Angus Mail's SMTP, which also says how far it came: whether an email may have left depends on nothing else.
final class MailTransport extends SMTPTransport {
    /// What was being said to the server.
    enum Phase { CONNECTION, SENDER, RECIPIENT, TEXT,
        /// The text's end was written: from here on the server may have taken it.
        END }

    private Phase phase = Phase.CONNECTION;
    private boolean answered;

    MailTransport(Session session) {
        super(session, null, "smtp", false);
    }

    Phase phase() {
        return phase;
    }

    /// The end of the text was written and no answer to it came.
    boolean unanswered() {
        return phase == Phase.END && !answered;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        phase = Phase.SENDER;
        answered = false;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = Phase.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        phase = Phase.TEXT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        phase = Phase.END;
        try {
            super.finishData();
            answered = true;
        } catch (SMTPSendFailedException e) {
            // A lost connection counts as an answer with a code below 1.
            answered = e.getReturnCode() > 0;
            throw e;
        }
    }
}

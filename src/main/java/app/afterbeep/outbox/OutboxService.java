package app.afterbeep.outbox;

import app.afterbeep.db.Database;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.ui.AppException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the rep does with emails. On the database thread.
public final class OutboxService {
    private static final int DONE_SHOWN = 500;

    private final Database database;
    private final EmailStore emails;

    public OutboxService(Database database, EmailStore emails) {
        this.database = database;
        this.emails = emails;
    }

    /// What has not left, by due time, then what has, newest first.
    public List<Email> list() {
        return emails.list(DONE_SHOWN);
    }

    /// All that is in the outbox.
    ///
    /// @param emails as in [#list]
    /// @param counts of all emails by state
    public record Outbox(List<Email> emails, Map<Email.State, Long> counts) {}

    public Outbox load() {
        return new Outbox(list(), emails.counts());
    }

    /// Checks once more that the email may leave.
    ///
    /// @return the address that opens it in the mail program
    /// @throws AppException with the reason, when it may not
    public URI handOver(Email email) throws AppException {
        Email now = emails.find(email.id()).orElse(email);
        if (!OutboxRules.mayLeave(now)) {
            throw new AppException("Not opened: this email is " + OutboxRules.title(now.state()).toLowerCase(Locale.ROOT) + " by now.", null);
        }
        return mailto(now);
    }

    /// @throws AppException when it has left already or was withdrawn
    public void markSent(Email email) throws AppException {
        boolean done = database.transaction(() -> emails.markSent(email.id()));
        if (!done) {
            throw new AppException("This email has left already or was withdrawn.", null);
        }
    }

    /// Withdraws an email that has not left; undo brings the email back, and nobody's turn.
    ///
    /// @throws AppException when it has left already
    public void withdraw(Email email) throws AppException {
        boolean done = database.action("Withdrew the email – " + email.name(), null, () -> emails.withdraw(email.id()));
        if (!done) {
            throw new AppException("This email has left already.", null);
        }
    }

    /// Fills emails in again that lack a value of the rep's, now that `mine` has it.
    public void fillIn(Map<String, String> mine) {
        database.transaction(() -> {
            emails.list(0).stream().filter(email -> !email.problem().isEmpty()).forEach(email -> {
                MergeText subject = MergeText.of(email.subject(), mine);
                MergeText body = MergeText.of(email.body(), mine);
                if (subject.missing().isEmpty() && body.missing().isEmpty() && email.problem().startsWith("No value")) {
                    emails.fill(email.id(), subject.text(), body.text());
                }
            });
            return mine;
        });
    }

    /// The address that opens `email` in the rep's mail program (RFC 6068). A line end in the address or subject can't get
    /// into a header: everything is percent-encoded.
    public static URI mailto(Email email) {
        return URI.create("mailto:" + encode(email.to()).replace("%40", "@") + "?subject=" + encode(email.subject().replaceAll("[\\r\\n\\u0000]+", " "))
            + "&body=" + encode(email.body().replaceAll("\\r?\\n", "\r\n")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

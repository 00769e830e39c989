package app.afterbeep.outbox;

import app.afterbeep.db.Database;
import app.afterbeep.scripts.MergeText;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// What the rep does with emails. On the database thread.
public final class OutboxService {
    private static final int DONE_SHOWN = 500;

    private final Database database;
    private final EmailStore emails;
    private final Clock clock;
    private final Supplier<Settings> settings;

    public OutboxService(Database database, EmailStore emails, Clock clock, Supplier<Settings> settings) {
        this.database = database;
        this.emails = emails;
        this.clock = clock;
        this.settings = settings;
    }

    /// What stands below every email: who writes, from where, and how to be left alone.
    public String foot() {
        return LetterRules.foot(settings.get());
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

    /// Hands the email to the rep's mail program: from here on nobody knows whether it has left, before the rep says so.
    ///
    /// @return the address that opens it there
    /// @throws AppException with the reason, when it may not leave
    public URI handOver(Email email) throws AppException {
        return mailto(letter(email, "Opened in your mail program. Has it left there?"));
    }

    /// The email as a file for the rep's mail program. One that is ready counts as handed over, like with [#handOver].
    ///
    /// @throws AppException with the reason, when it may not leave
    public byte[] file(Email email) throws AppException {
        boolean over = email.state() == Email.State.SENT || email.state() == Email.State.UNKNOWN || email.state() == Email.State.WITHDRAWN;
        Letter letter = over ? checked(emails.find(email.id()).orElse(email)) : letter(email, "Saved as a file. Has it left from your mail program?");
        try {
            return MailMessage.file(letter);
        } catch (MessagingException | IOException e) {
            throw new AppException("This email can't be written to a file: its address or its subject can't stand in an email.", e);
        }
    }

    private Letter letter(Email email, String handedOver) throws AppException {
        Email now = emails.find(email.id()).orElse(email);
        if (emails.suppressed(now)) {
            database.transaction(() -> emails.withdraw(now.id()));
            throw new AppException("Not opened: " + now.to() + " is on your do-not-call list. The email was withdrawn.", null);
        }
        Letter letter = checked(now);
        if (!OutboxRules.mayLeave(now) || !database.transaction(() -> emails.handOver(now.id(), letter.subject(), handedOver))) {
            throw new AppException("Not opened: this email is " + OutboxRules.title(now.state()).toLowerCase(Locale.ROOT) + " by now.", null);
        }
        return letter;
    }

    private Letter checked(Email email) throws AppException {
        String id = email.journey().messageId().isEmpty() ? UUID.randomUUID() + "@afterbeep.invalid" : email.journey().messageId();
        Letter letter = LetterRules.letter(email, settings.get(), id, clock.instant());
        String problem = LetterRules.problem(letter);
        if (!problem.isEmpty()) {
            throw new AppException(problem, null);
        }
        return letter;
    }

    /// The rep says of an email of which nobody knew that it has not left: it is ready again, and the rep asks anew for it to leave. Where emails
    /// leave by themselves, it waits out another undo window first. What a call has withdrawn meanwhile is withdrawn now.
    ///
    /// @return the email as it is now
    /// @throws AppException when it is known what has become of it
    public Email notLeft(Email email) throws AppException {
        Settings now = settings.get();
        Instant dueAt = now.flag(Setting.MAIL_AUTOMATIC) ? clock.instant().plusSeconds(now.number(Setting.UNDO_SECONDS)) : email.dueAt();
        done(database.action("It has not left – " + email.name(), null, () -> emails.notLeft(email.id(), dueAt)),
            "It is known by now what has become of this email.");
        return emails.find(email.id()).orElse(email);
    }

    /// The rep says that it has left; undo takes that back.
    ///
    /// @throws AppException when it has left already or was withdrawn
    public void markSent(Email email) throws AppException {
        done(database.action("Marked as sent – " + email.name(), null, () -> emails.markSent(email.id())), "This email has left already or was withdrawn.");
    }

    /// Withdraws an email that has not left; undo brings the email back, and nobody's turn.
    ///
    /// @throws AppException when it has left already
    public void withdraw(Email email) throws AppException {
        done(database.action("Withdrew the email – " + email.name(), null, () -> emails.withdraw(email.id())), "This email has left already.");
    }

    /// Gives this email, and no other, another address or text; the script stays as it is. What it lacked may stand in it now.
    ///
    /// @throws AppException when it has left already or was withdrawn
    public void edit(Email email, String to, String subject, String body) throws AppException {
        String line = subject.replaceAll("[\\r\\n]+", " ").strip();
        done(database.action("Changed the email – " + email.name(), null, () -> emails.edit(email.id(), to.strip(), line, body.strip(),
            LetterRules.missing(line, body))), "This email has left already or was withdrawn. Your changes were not kept.");
    }

    /// The rep asks for it to leave through the mail account.
    ///
    /// @throws AppException when it is not ready
    public void send(Email email) throws AppException {
        done(database.transaction(() -> emails.ask(email.id())), "Not sent: this email is not ready, or has left by now.");
    }

    /// The rep asks for all to leave that are ready.
    ///
    /// @return how many
    public int sendAll() {
        return database.transaction(emails::askAll);
    }

    /// Nothing more leaves because it was asked for.
    public void stop() {
        database.transaction(() -> {
            emails.askNone();
            return true;
        });
    }

    private static void done(boolean done, String whyNot) throws AppException {
        if (!done) {
            throw new AppException(whyNot, null);
        }
    }

    /// Fills emails in again that lack a value of the rep's, now that `mine` has it.
    public void fillIn(Map<String, String> mine) {
        List<Email> lacking = emails.list(0).stream().filter(OutboxRules::lacksMine).toList();
        if (!lacking.isEmpty()) {
            database.transaction(() -> {
                lacking.forEach(email -> fillIn(email, mine));
                return mine;
            });
        }
    }

    private void fillIn(Email email, Map<String, String> mine) {
        MergeText subject = MergeText.of(email.subject(), mine);
        MergeText body = MergeText.of(email.body(), mine);
        if (subject.missing().isEmpty() && body.missing().isEmpty()) {
            emails.fill(email.id(), subject.text(), body.text());
        }
    }

    /// The address that opens a letter in the rep's mail program (RFC 6068). A line end in the address or subject can't get
    /// into a header: everything is percent-encoded.
    static URI mailto(Letter letter) {
        return URI.create("mailto:" + encode(letter.to()).replace("%40", "@") + "?subject=" + encode(letter.subject().replaceAll("[\\r\\n\\u0000]+", " "))
            + "&body=" + encode(letter.text().replaceAll("\\r?\\n", "\r\n")));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

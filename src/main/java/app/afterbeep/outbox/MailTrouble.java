package app.afterbeep.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/// Says in the rep's words why an email did not leave. Never says the password, whatever a server answers.
final class MailTrouble {
    private static final int LONGEST = 200;

    private MailTrouble() {}

    /// Why there is no connection.
    ///
    /// @param answer   what the server said last, or ""
    /// @param code     its number, or less than 1
    static Delivery connecting(Exception e, Account account, String password, String answer, int code) {
        List<Throwable> causes = causes(e);
        String server = account.host() + ", port " + account.port();
        if (find(causes, AuthenticationFailedException.class).isPresent()) {
            return code / 100 == 4 || code <= 0 ? new Delivery.Later("The server can't check your password just now" + said(answer, password), true)
                : new Delivery.Stopped("The server does not accept this user name or password" + said(answer, password)
                    + " Some providers want an app password instead of your own.", true);
        }
        if (find(causes, UnknownHostException.class).isPresent()) {
            return new Delivery.Later("No server called " + account.host() + " was found. Is the computer online, and the name right?", true);
        }
        if (find(causes, SocketTimeoutException.class).isPresent()) {
            return new Delivery.Later("The server did not answer in time (" + server + ")." + (account.startTls()
                ? " If it wants TLS from the start, choose TLS and port 465." : ""), true);
        }
        if (find(causes, ConnectException.class).isPresent() || find(causes, NoRouteToHostException.class).isPresent()) {
            return new Delivery.Later("Nothing answers at " + server + ". Is the port right?", true);
        }
        Optional<Delivery> safety = safety(causes, account);
        if (safety.isPresent()) {
            return safety.get();
        }
        if (causes.stream().anyMatch(cause -> String.valueOf(cause.getMessage()).contains("STARTTLS"))) {
            return new Delivery.Stopped("The server does not offer STARTTLS, so the connection would not be safe. Nothing was sent, no password either. "
                + "Try TLS with port 465.", false);
        }
        boolean forGood = code / 100 == 5;
        String why = "The server ended the connection" + said(answer, password);
        return forGood ? new Delivery.Stopped(why, false) : new Delivery.Later(why, true);
    }

    private static Optional<Delivery> safety(List<Throwable> causes, Account account) {
        String nothing = " Nothing was sent, no password either.";
        if (find(causes, SSLException.class).isEmpty() && find(causes, CertificateException.class).isEmpty()) {
            return Optional.empty();
        }
        String words = causes.stream().map(cause -> String.valueOf(cause.getMessage())).reduce("", (a, b) -> a + "\n" + b);
        boolean expired = find(causes, CertificateExpiredException.class).isPresent() || causes.stream().anyMatch(cause ->
            cause instanceof CertPathValidatorException path && path.getReason() == CertPathValidatorException.BasicReason.EXPIRED);
        if (expired) {
            return Optional.of(new Delivery.Stopped("The certificate of " + account.host() + " has expired." + nothing, false));
        }
        if (find(causes, CertificateNotYetValidException.class).isPresent()) {
            return Optional.of(new Delivery.Stopped("The certificate of " + account.host() + " is not valid yet. Is the computer's clock right?" + nothing, false));
        }
        if (words.contains("No subject alternative") || words.contains("No name matching")) {
            return Optional.of(new Delivery.Stopped("The certificate is not for " + account.host()
                + " but for another name. Use the name that your provider gives for its server." + nothing, false));
        }
        if (words.contains("unable to find valid certification path") || words.contains("PKIX path building failed")) {
            return Optional.of(new Delivery.Stopped("Nobody this computer trusts vouches for the certificate of " + account.host()
                + " (it may be self-signed)." + nothing, false));
        }
        if (words.contains("Unsupported or unrecognized SSL message") || words.contains("plaintext connection")) {
            return Optional.of(new Delivery.Stopped("Port " + account.port() + " of " + account.host()
                + " does not begin with TLS. Try STARTTLS with port 587." + nothing, false));
        }
        return Optional.of(find(causes, CertificateException.class).isPresent()
            ? new Delivery.Stopped("The certificate of " + account.host() + " can't be trusted." + nothing, false)
            : new Delivery.Later("No safe connection to " + account.host() + " came about.", true));
    }

    /// Why a message was not taken, on a connection that worked.
    static Delivery sending(Exception e, MailTransport transport, Letter letter, String password) {
        int code = code(e, transport.phase());
        String said = code > 0 ? said(answer(e), password) : ".";
        if (transport.unanswered()) {
            return new Delivery.Unknown("The connection broke after the email was handed over: nobody knows whether it has left. "
                + "Look into your mail account's sent folder.");
        }
        if (code / 100 == 2 && transport.phase() == MailTransport.Phase.END) {
            return new Delivery.Sent();
        }
        if (code / 100 != 5) {
            return new Delivery.Later(code > 0 ? "The server says “not now”" + said : "The connection broke before the email was handed over.", code <= 0 || code == 421);
        }
        return switch (transport.phase()) {
            case CONNECTION, SENDER -> code == 530 || code == 535 ? new Delivery.Stopped("The server wants a user name and a password" + said, true)
                : new Delivery.Stopped("The server does not let you send as " + letter.from() + said, false);
            case RECIPIENT -> new Delivery.Refused("The server refuses the address " + letter.to() + said);
            case TEXT, END -> new Delivery.Refused("The server refuses this email to " + letter.to() + said);
        };
    }

    private static String answer(Exception e) {
        return causes(e).reversed().stream().filter(MailTrouble::hasCode).map(cause -> String.valueOf(cause.getMessage())).findFirst().orElse("");
    }

    private static boolean hasCode(Throwable cause) {
        return cause instanceof SMTPSendFailedException || cause instanceof SMTPAddressFailedException || cause instanceof SMTPSenderFailedException;
    }

    private static int code(Exception e, MailTransport.Phase phase) {
        return causes(e).reversed().stream().filter(MailTrouble::hasCode).map(cause -> switch (cause) {
            case SMTPSendFailedException send -> send.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            default -> -1;
        }).findFirst().orElse(-1);
    }

    /// ": “550 5.1.1 no such user”.", cut to one short line; "." when it says nothing or what nobody may read.
    static String said(String answer, String password) {
        String line = answer.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.isEmpty() || gives(line, password) || line.toUpperCase(Locale.ROOT).contains("[EOF]")) {
            return ".";
        }
        return ": “" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "”.";
    }

    /// Whether `line` has the password in it, as it is or in any of the ways in which it was said to the server.
    private static boolean gives(String line, String password) {
        if (password.isEmpty()) {
            return false;
        }
        for (String word : line.split(" ")) {
            for (int from = 0; from < Math.min(4, word.length()); from++) {
                String decoded = new String(Base64.getMimeDecoder().decode(whole(word.substring(from))), StandardCharsets.UTF_8);
                if (decoded.contains(password)) {
                    return true;
                }
            }
        }
        return line.contains(password);
    }

    private static String whole(String word) {
        String base64 = word.replaceAll("[^A-Za-z0-9+/]", "");
        return base64.length() % 4 == 1 ? base64.substring(0, base64.length() - 1) : base64;
    }

    private static <T extends Throwable> Optional<T> find(List<Throwable> causes, Class<T> type) {
        return causes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// The exception, what caused it, and what Jakarta Mail has chained to it.
    private static List<Throwable> causes(Throwable e) {
        List<Throwable> found = new ArrayList<>(List.of(e));
        for (int i = 0; i < found.size() && i < 50; i++) {
            Throwable at = found.get(i);
            Throwable next = at instanceof MessagingException mail ? mail.getNextException() : null;
            Throwable cause = at instanceof MailConnectException ? null : at.getCause();
            for (Throwable more : new Throwable[] {next, cause}) {
                if (more != null && !found.contains(more)) {
                    found.add(more);
                }
            }
        }
        return found;
    }

    /// For a failure that nobody has foreseen, before anything was handed over.
    static Delivery unforeseen(Exception e) {
        return new Delivery.Later(e instanceof IOException || e instanceof MessagingException ? "The connection broke." : "Something unforeseen happened ("
            + e.getClass().getSimpleName() + ").", true);
    }
}

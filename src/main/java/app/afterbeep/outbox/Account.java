package app.afterbeep.outbox;

import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import java.util.Optional;

/// The rep's mail account, without its password.
///
/// @param startTls the connection begins in plain words and must become a safe one before anything is said; else it is safe from the start
/// @param user     "" where the server wants none
/// @param from     the sender's address
public record Account(String host, int port, boolean startTls, String user, String from) {
    /// Empty until server and sender are set.
    static Optional<Account> of(Settings settings) {
        Account account = new Account(settings.text(Setting.MAIL_HOST), settings.number(Setting.MAIL_PORT),
            !settings.text(Setting.MAIL_SECURITY).equals("tls"), settings.text(Setting.MAIL_USER), settings.text(Setting.MAIL_FROM));
        return account.host.isEmpty() || account.from.isEmpty() ? Optional.empty() : Optional.of(account);
    }

    /// What a password belongs to: it is never shown to another server.
    String key() {
        return user + "@" + host;
    }
}

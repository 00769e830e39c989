package app.afterbeep.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The mail password while the program runs: from the keychain of the OS, else as the rep has typed it. Nowhere else: not in the file, not in a
/// log. On the thread for files and servers.
public final class Passwords {
    private final Keychain keychain;
    private final Map<String, String> typed = new HashMap<>();

    public Passwords(Keychain keychain) {
        this.keychain = keychain;
    }

    /// Empty when the rep has to be asked.
    synchronized Optional<String> find(Account account) throws InterruptedException {
        if (account.user().isEmpty()) {
            return Optional.of("");
        }
        String known = typed.get(account.key());
        Optional<String> found = known != null ? Optional.of(known) : keychain.read(account.key());
        found.ifPresent(password -> typed.put(account.key(), password));
        return found;
    }

    /// Takes what the rep has typed.
    ///
    /// @param keep beyond this start, in the keychain
    /// @return false when it should be kept and there is no keychain
    synchronized boolean type(Account account, String password, boolean keep) throws InterruptedException {
        typed.put(account.key(), password);
        if (keep) {
            return keychain.write(account.key(), password);
        }
        keychain.delete(account.key());
        return true;
    }

    /// It was wrong: the rep is asked again.
    synchronized void wrong(Account account) {
        typed.remove(account.key());
    }
}

package app.afterbeep.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Certificates of a mail server on localhost, made once with keytool and good for a hundred years: `good`, `wrong-host` (for another name), `expired`
/// and `self-signed`; the first three are vouched for by an authority of the tests' own, which `trusted` holds.
final class Certificates {
    static final char[] PASSWORD = "certificates".toCharArray();

    private Certificates() {}

    static Path file(String name) {
        return Path.of("src/test/resources/app/afterbeep/outbox", name + ".p12").toAbsolutePath();
    }

    private static KeyStore store(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = java.nio.file.Files.newInputStream(file(name))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    static SSLContext server(String name) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(name), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// For a client that trusts the tests' own authority, and nobody else.
    static SSLSocketFactory trusted() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store("trusted"));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

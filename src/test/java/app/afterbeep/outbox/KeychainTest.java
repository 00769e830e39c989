package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a tool that keeps what it reads, and notes how it was called.
class KeychainTest {
    private static final Account DANA = new Account("smtp.example.com", 587, true, "dana", "dana@example.com");

    @TempDir Path folder;

    /// A program of its own on every system, like the real one.
    private Keychain keychain() {
        return Keychain.secretTool(Child.java(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1"), SecretToolStandIn.class.getName(), folder));
    }

    @Test
    void aPasswordGoesThroughAPipeAndComesBack() throws Exception {
        Keychain keychain = keychain();
        assertEquals(Optional.empty(), keychain.read(DANA.key()));
        assertTrue(keychain.write(DANA.key(), "grün & \"gut\" $HOME"));
        assertEquals(Optional.of("grün & \"gut\" $HOME"), keychain.read(DANA.key()));
        String calls = Files.readString(folder.resolve("calls"));
        assertFalse(calls.contains("gut"), "never as an argument: " + calls);
        assertTrue(calls.contains("lookup service Afterbeep account dana@smtp.example.com"), calls);
        keychain.delete(DANA.key());
        assertEquals(Optional.empty(), keychain.read(DANA.key()));
    }

    @Test
    void whatIsKeptIsFoundAfterTheNextStartAndWhatIsNotIsForgotten() throws Exception {
        assertTrue(new Passwords(keychain()).type(DANA, "secret", true));
        assertEquals(Optional.of("secret"), new Passwords(keychain()).find(DANA));
        Account elsewhere = new Account("evil.example.net", 587, true, "dana", "dana@example.com");
        assertTrue(!DANA.key().equals(elsewhere.key()), "another server never gets it");
        assertTrue(new Passwords(keychain()).type(DANA, "other", false));
        assertEquals(Optional.empty(), new Passwords(keychain()).find(DANA));
    }

    @Test
    void whereThereIsNoKeychainTheRepIsAskedOnceAStart() throws Exception {
        for (Keychain none : new Keychain[] {Keychain.none(), Keychain.secretTool(List.of(folder.resolve("no-such-tool").toString()))}) {
            Passwords passwords = new Passwords(none);
            assertEquals(Optional.empty(), passwords.find(DANA));
            assertFalse(passwords.type(DANA, "secret", true), "says that it is not kept");
            assertEquals(Optional.of("secret"), passwords.find(DANA));
            passwords.wrong(DANA);
            assertEquals(Optional.empty(), passwords.find(DANA));
        }
        assertEquals(Optional.of(""), new Passwords(Keychain.none()).find(new Account("relay.example.com", 25, true, "", "dana@example.com")));
    }
}

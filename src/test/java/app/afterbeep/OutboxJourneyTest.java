package app.afterbeep;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The outbox by keyboard alone.
class OutboxJourneyTest {
    private static final String MORNING = "2026-11-24T09:30:00-05:00[America/New_York]";

    @TempDir Path folder;

    @Test
    void anEmailIsEditedWithdrawnAndBroughtBack() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.key(KeyCode.DIGIT1);
            window.awaitText("prospect-name", "Deshawn Whitlock");
            window.click("nav-outbox", 1);
            window.awaitText("email-to", "marisol.quintero@example.com");
            window.key(KeyCode.E);
            window.awaitShown("edit-body");
            // The letter of the shortcut is not typed, and no letter is a shortcut while one types.
            window.key(KeyCode.W);
            window.awaitText("edit-body", "wHi Marisol");
            window.key(KeyCode.S, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM email WHERE edited = 1 AND body LIKE 'wHi Marisol%'", 1);
            window.awaitShown("email-edit");
            window.awaitText("email-body", "wHi Marisol");
            window.key(KeyCode.E);
            window.awaitShown("edit-body");
            window.key(KeyCode.X);
            window.key(KeyCode.ESCAPE);
            window.awaitGone("edit-body");
            window.awaitNumber("SELECT count(*) FROM email WHERE body LIKE 'wHi Marisol%'", 1);
            window.key(KeyCode.W);
            window.awaitNumber("SELECT count(*) FROM email WHERE state = 'withdrawn'", 1);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM email WHERE state = 'waiting'", 1);
            window.key(KeyCode.Z, KeyCode.CONTROL);
            window.awaitNumber("SELECT count(*) FROM email WHERE edited = 0", 1);
        }
    }

    @Test
    void thePasswordIsAskedForMaskedAndEscapeForgetsIt() {
        try (RealWindow window = RealWindow.open(folder, MORNING, true)) {
            window.awaitText("prospect-name", "Marisol Quintero");
            window.click("nav-settings", 1);
            window.click("settings-email", 1);
            window.type("setting-mail_host", "local");
            window.key(KeyCode.ENTER);
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'mail_host' AND value = 'local'", 1);
            window.click("mail-test", 1);
            window.awaitText("mail-tested", "Type the server and your address first.");
            window.type("setting-mail_from", "dana@example.com");
            window.key(KeyCode.ENTER);
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'mail_from'", 1);
            window.click("mail-password", 1);
            window.awaitText("mail-tested", "Type the user name first. A server that wants none wants no password either.");
            window.type("setting-mail_user", "dana");
            window.key(KeyCode.ENTER);
            window.awaitNumber("SELECT count(*) FROM setting WHERE key = 'mail_user'", 1);
            window.click("mail-password", 1);
            window.awaitShown("password");
            window.key(KeyCode.X);
            window.awaitText("password", "x");
            window.key(KeyCode.ESCAPE);
            window.awaitGone("password");
            window.awaitNumber("SELECT count(*) FROM setting WHERE value = 'x'", 0);
        }
    }
}

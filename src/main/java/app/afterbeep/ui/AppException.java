package app.afterbeep.ui;

import org.jspecify.annotations.Nullable;

/// Something expected went wrong: a bad file, a full disk, a refused connection. The message is one plain sentence for the
/// rep that says what to do; screens show it as a notice, the command line on stderr.
public final class AppException extends Exception {
    private static final long serialVersionUID = 1;

    public AppException(String userMessage, @Nullable Throwable cause) {
        super(userMessage, cause);
    }
}

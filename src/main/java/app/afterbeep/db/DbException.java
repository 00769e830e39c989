package app.afterbeep.db;

import org.jspecify.annotations.Nullable;

/// The database could not do what was asked. The message is one plain sentence for the rep that says what to do.
/// Nothing of the failed transaction is in the file.
public final class DbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DbException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package app.afterbeep.db;

import org.jspecify.annotations.Nullable;

/// The database could not do what was asked. The message is one plain sentence for the rep that says what to do.
/// Nothing of the failed transaction is in the file.
public final class DbException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What kind of trouble it is: it decides which ways out there are.
    public enum Fault { DAMAGED, EMPTY, FOREIGN, NEWER, LOCKED, READ_ONLY, FOLDER, NETWORK, FULL, LOST, MISSING, OTHER }

    private final Fault fault;

    public DbException(String message, @Nullable Throwable cause) {
        this(Fault.OTHER, message, cause);
    }

    public DbException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}

package app.afterbeep.db;

import app.afterbeep.db.DbException.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Plain SQL with arguments, for the stores. Every statement text is prepared once and kept, so texts are constants.
/// Belongs to the thread that owns the [Database].
public final class Sql {
    private final Connection connection;
    private final Map<String, Kept> prepared = new HashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// A statement that is prepared, and where its columns stand: the driver would ask for their names anew for every result.
    private record Kept(PreparedStatement statement, Map<String, Integer> columns) {}

    /// All rows, in the order of the statement.
    public <T> List<T> list(String sql, Function<Row, T> row, @Nullable Object... args) {
        List<T> rows = new ArrayList<>();
        each(sql, r -> rows.add(row.apply(r)), args);
        return rows;
    }

    /// The first row, if there is one.
    public <T> Optional<T> first(String sql, Function<Row, T> row, @Nullable Object... args) {
        Kept kept = kept(sql);
        try (ResultSet rows = bind(kept, args).executeQuery()) {
            return rows.next() ? Optional.of(row.apply(new Row(rows, kept.columns()))) : Optional.empty();
        } catch (SQLException e) {
            throw failed(sql, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(e);
        }
    }

    /// Passes each row to `row` as it is read: for results of any size. No other call may run the same text meanwhile.
    public void each(String sql, Consumer<Row> row, @Nullable Object... args) {
        Kept kept = kept(sql);
        try (ResultSet rows = bind(kept, args).executeQuery()) {
            Row current = new Row(rows, kept.columns());
            while (rows.next()) {
                row.accept(current);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(e);
        }
    }

    /// Where bytes were overwritten SQLite often gives them back without a word: a code or a day in them means nothing then.
    private static DbException unreadable(RuntimeException e) {
        return new DbException("The data file is damaged: something in it can't be read. Restore a backup, or check the file: afterbeep check", e);
    }

    /// The first column of the first row as a number; 0 when there is no row or it is NULL.
    public long number(String sql, @Nullable Object... args) {
        return first(sql, r -> r.longAt(1), args).orElse(0L);
    }

    /// Changes rows and returns how many.
    public int update(String sql, @Nullable Object... args) {
        try {
            return bind(kept(sql), args).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /// Adds a row and returns its id.
    public long insert(String sql, @Nullable Object... args) {
        update(sql, args);
        return number("SELECT last_insert_rowid()");
    }

    /// Runs one statement that is not worth keeping: a PRAGMA, DDL, an undo step. `args` may be longer than its parameters.
    int execute(String sql, @Nullable Object... args) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = statement.getParameterMetaData().getParameterCount();
            for (int i = 0; i < parameters; i++) {
                statement.setObject(i + 1, stored(args[i]));
            }
            return statement.execute() ? 0 : statement.getUpdateCount();
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private Kept kept(String sql) {
        Kept kept = prepared.get(sql);
        if (kept == null) {
            try {
                kept = new Kept(connection.prepareStatement(sql), new HashMap<>());
            } catch (SQLException e) {
                throw explained(e);
            }
            prepared.put(sql, kept);
        }
        return kept;
    }

    private static PreparedStatement bind(Kept kept, @Nullable Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            kept.statement().setObject(i + 1, stored(args[i]));
        }
        return kept.statement();
    }

    /// After a full disk the driver has closed the statement: kept, it would fail for the rest of the day.
    private DbException failed(String sql, SQLException e) {
        Kept kept = prepared.remove(sql);
        try {
            if (kept != null) {
                kept.statement().close();
            }
        } catch (SQLException closing) {
            e.addSuppressed(closing);
        }
        return explained(e);
    }

    /// A statement that is run for very many rows: bound by position, without a look-up or a box per value. Keeps what was bound until it is
    /// bound anew.
    public Prepared prepare(String sql) {
        try {
            return new Prepared(connection.prepareStatement(sql));
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    /// One statement and its values. Whoever prepared it closes it.
    public static final class Prepared implements AutoCloseable {
        private final PreparedStatement statement;

        private Prepared(PreparedStatement statement) {
            this.statement = statement;
        }

        /// By position, from 1.
        public Prepared text(int position, String value) {
            try {
                statement.setString(position, value);
                return this;
            } catch (SQLException e) {
                throw explained(e);
            }
        }

        /// By position, from 1.
        public Prepared number(int position, long value) {
            try {
                statement.setLong(position, value);
                return this;
            } catch (SQLException e) {
                throw explained(e);
            }
        }

        public void run() {
            try {
                statement.executeUpdate();
            } catch (SQLException e) {
                throw explained(e);
            }
        }

        /// Passes each row to `row` as it is read.
        public void each(Consumer<Row> row) {
            try (ResultSet rows = statement.executeQuery()) {
                Row current = new Row(rows, new HashMap<>());
                while (rows.next()) {
                    row.accept(current);
                }
            } catch (SQLException e) {
                throw explained(e);
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw explained(e);
            }
        }
    }

    /// Every text that was prepared and kept: for the test of their query plans.
    Set<String> texts() {
        return Set.copyOf(prepared.keySet());
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.toEpochMilli();
            case LocalDate day -> day.toString();
            case Boolean flag -> flag ? 1 : 0;
            case Enum<?> code -> code.toString();
            default -> value;
        };
    }

    /// Says in the rep's words what went wrong, for the faults that a rep can do something about.
    static DbException explained(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String base = code.name();
        if (base.startsWith("SQLITE_FULL") || base.startsWith("SQLITE_IOERR")) {
            return new DbException(Fault.FULL, "Not saved: the disk is full or cannot be written. Make room and try again; nothing was lost.", e);
        }
        if (base.startsWith("SQLITE_BUSY") || base.startsWith("SQLITE_LOCKED")) {
            return new DbException(Fault.LOCKED, "Not saved: another program holds the data file. Close it and try again.", e);
        }
        if (base.startsWith("SQLITE_READONLY") || base.startsWith("SQLITE_CANTOPEN") || base.startsWith("SQLITE_PERM")) {
            return new DbException(Fault.READ_ONLY, "The data file cannot be written. Check the permissions of its folder.", e);
        }
        if (base.startsWith("SQLITE_CORRUPT") || base.startsWith("SQLITE_NOTADB")) {
            return new DbException(Fault.DAMAGED, "The data file is damaged or is not Afterbeep's. Nothing was written to it.", e);
        }
        return new DbException("The database refused: " + e.getMessage(), e);
    }

    /// The current row of a result. Missing texts are "", all else says whether it may be NULL.
    public static final class Row {
        private final ResultSet rows;
        private final Map<String, Integer> columns;

        private Row(ResultSet rows, Map<String, Integer> columns) {
            this.rows = rows;
            this.columns = columns;
        }

        private int at(String column) throws SQLException {
            Integer known = columns.get(column);
            if (known == null) {
                known = rows.findColumn(column);
                columns.put(column, known);
            }
            return known;
        }

        public String text(String column) {
            return get(() -> {
                String value = rows.getString(at(column));
                return value == null ? "" : value;
            });
        }

        public long number(String column) {
            return get(() -> rows.getLong(at(column)));
        }

        public int integer(String column) {
            return get(() -> rows.getInt(at(column)));
        }

        public boolean flag(String column) {
            return integer(column) != 0;
        }

        public Instant instant(String column) {
            return Instant.ofEpochMilli(number(column));
        }

        public @Nullable Instant instantOrNull(String column) {
            Long millis = numberOrNull(column);
            return millis == null ? null : Instant.ofEpochMilli(millis);
        }

        public @Nullable Long numberOrNull(String column) {
            return get(() -> {
                long value = rows.getLong(at(column));
                return rows.wasNull() ? null : value;
            });
        }

        public @Nullable Integer integerOrNull(String column) {
            Long value = numberOrNull(column);
            return value == null ? null : value.intValue();
        }

        public LocalDate day(String column) {
            return LocalDate.parse(text(column));
        }

        /// By position, from 1.
        public long longAt(int position) {
            return get(() -> rows.getLong(position));
        }

        /// By position, from 1; "" for NULL.
        public String textAt(int position) {
            return get(() -> {
                String value = rows.getString(position);
                return value == null ? "" : value;
            });
        }

        private interface Getter<T extends @Nullable Object> {
            T get() throws SQLException;
        }

        private static <T extends @Nullable Object> T get(Getter<T> getter) {
            try {
                return getter.get();
            } catch (SQLException e) {
                throw explained(e);
            }
        }
    }
}

package app.afterbeep.db;

import app.afterbeep.db.DbException.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rep's data: one SQLite file, one connection, owned by one thread (all methods but [#onChange] and [#snapshot]).
/// WAL with `synchronous=FULL`: what was committed survives a power cut, at one fdatasync a click. Checkpoints are taken
/// when the program is idle ([#checkpoint]), so that no click pays for them.
public final class Database implements AutoCloseable {
    /// The operating system keeps what was read as well; only work on very many rows at once is faster with more.
    static final String SMALL_CACHE = "PRAGMA cache_size = -8192";
    private static final String LARGE_CACHE = "PRAGMA cache_size = -32768";
    private static final System.Logger LOG = System.getLogger(Database.class.getName());
    /// A log that grows beyond it is moved into the file while an import goes on. One that begins anew keeps so much of its length: a click need not make
    /// room first, nor wait until more is given back to the disk (25 ms), and a log that is longer has that much in it.
    static final long LARGE_LOG = 64L << 20;

    private final LiveFile live;
    private final Path file;
    private final Sql sql;
    private final Undo undo;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> undone = new CopyOnWriteArrayList<>();
    private final Executor announcer;

    private Database(LiveFile live, Clock clock, Executor announcer) {
        this.live = live;
        this.file = live.path();
        this.sql = live.sql();
        this.undo = new Undo(sql, clock);
        this.announcer = announcer;
        undo.watch();
    }

    /// Opens the file, creating it and its folder (readable by the owner only) where needed, and migrates it.
    ///
    /// @param announcer where listeners of [#onChange] run
    /// @throws DbException with a sentence for the rep when the file can't be used; it is then untouched
    public static Database open(Path file, Clock clock, Executor announcer) {
        return on(LiveFile.open(file), clock, announcer);
    }

    /// Opens a copy of a file that can't be written, or that another program holds, in a temporary folder that goes with it: everything can be
    /// looked at. User actions are refused; what the screens write by themselves goes into the copy.
    ///
    /// @throws DbException when it can't be read either
    public static Database openForReading(Path file, Clock clock, Executor announcer) {
        return on(LiveFile.copied(file), clock, announcer);
    }

    private static Database on(LiveFile live, Clock clock, Executor announcer) {
        try {
            return new Database(live, clock, announcer);
        } catch (DbException e) {
            live.close();
            throw e;
        }
    }

    public Sql sql() {
        return sql;
    }

    /// One user action: `work` in one transaction, to be taken back as a whole by [#undo].
    ///
    /// @param label what the rep did, for the undo notice
    public <T> T action(String label, @Nullable Long prospectId, Supplier<T> work) {
        refuseWhileReading();
        return transaction(() -> {
            undo.begin(label, prospectId);
            T result = work.get();
            undo.end();
            return result;
        });
    }

    /// One user action that is made in many small ones, as a text is that is saved while it is typed: while the latest action is about the same
    /// this is part of it, and one [#undo] takes back all of it.
    ///
    /// @param about what it is about; another text is another action
    public <T> T ongoing(String label, String about, Supplier<T> work) {
        refuseWhileReading();
        return transaction(() -> {
            undo.goOn(label, about);
            T result = work.get();
            undo.end();
            return result;
        });
    }

    /// A piece of one user action that is too long for one transaction, so that clicks go on between the pieces; one [#undo] takes all pieces back.
    ///
    /// @param action what the piece before gave, 0 for the first one
    /// @return the action, for the next piece; empty, with nothing done, when it was taken back meanwhile
    public OptionalLong piece(long action, String label, Runnable work) {
        refuseWhileReading();
        return transaction(() -> {
            if (action == 0) {
                undo.begin(label, null);
            } else if (!undo.resume(action)) {
                return OptionalLong.empty();
            }
            long id = undo.current();
            work.run();
            undo.end();
            return OptionalLong.of(sql.number("SELECT count(*) FROM action WHERE id = ?", id) == 0 ? 0 : id);
        });
    }

    /// The action that runs gives a prospect's note back when it is undone, unless the note was changed since; else notes are left alone, as they are
    /// typed. To be called before the note changes.
    public void keepNote(long prospectId, String becomes) {
        undo.keepNote(prospectId, becomes);
    }

    /// `work` in one transaction that is not part of undo. All of it or nothing is in the file afterwards.
    public <T> T transaction(Supplier<T> work) {
        Pace.clicked();
        T result = unannounced(work);
        announcer.execute(() -> listeners.forEach(Runnable::run));
        return result;
    }

    private <T> T unannounced(Supplier<T> work) {
        sql.update("BEGIN IMMEDIATE");
        T result;
        try {
            result = work.get();
            sql.update("COMMIT");
        } catch (RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
        return result;
    }

    /// One user action that is too large to be taken back row by row: `work` in one transaction, and [#undo] runs the statement that it returns,
    /// which only marks what is to be taken back. Whoever was given to [#onUndo] then does it.
    public void action(String label, Supplier<String> work) {
        refuseWhileReading();
        transaction(() -> {
            undo.once(label, work.get());
            return label;
        });
    }

    /// Like [#transaction], for one of very many small pieces: nobody is told of the change before the last one, which is a [#transaction], and
    /// the database thread does not wait for the disk. A power cut may take the latest pieces, never one in the middle; [#settleBeside] brings
    /// them to the disk.
    public <T> T piece(Supplier<T> work) {
        refuseWhileReading();
        sql.execute("PRAGMA synchronous = NORMAL");
        try {
            return unannounced(work);
        } finally {
            sql.execute("PRAGMA synchronous = FULL");
        }
    }

    /// Like [#transaction], for work on very many rows: undo does not watch it.
    public <T> T bulk(Supplier<T> work) {
        refuseWhileReading();
        undo.unwatch();
        sql.execute(LARGE_CACHE);
        try {
            return transaction(work);
        } finally {
            sql.execute(SMALL_CACHE);
            undo.watch();
        }
    }

    /// Like [#transaction], for work that erases: what is deleted or overwritten is overwritten with zeros in the file. [#scrub] then finds the rest.
    public <T> T forGood(Supplier<T> work) {
        sql.execute("PRAGMA secure_delete = ON");
        try {
            return bulk(work);
        } finally {
            sql.execute("PRAGMA secure_delete = OFF");
        }
    }

    /// Writes the whole file anew, so that unused parts hold nothing of what was erased or changed earlier, and empties the write-ahead log. Takes
    /// seconds for a large file.
    ///
    /// @return false while somebody reads the log: it is then emptied when the file is closed
    /// @throws DbException when there is no room
    public boolean scrub() {
        // Its temporary file belongs on the disk; this connection has its own in memory.
        try (Connection other = Connections.writing(file)) {
            Sql whole = new Sql(other);
            whole.execute(LARGE_CACHE);
            whole.execute("VACUUM");
            return whole.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }

    private void rollback(Throwable cause) {
        try {
            sql.execute("ROLLBACK");
        } catch (DbException e) {
            // On a full disk SQLite has already rolled back, and says so here: the first failure is the one to report.
            cause.addSuppressed(e);
        }
    }

    /// What the next [#undo] would take back.
    public Optional<Undo.Action> undoable() {
        return undo.next();
    }

    /// Takes the latest action back, of today or since the file was opened, all of it or, with a [DbException] that says why, nothing.
    ///
    /// @param window how long an email that waits again through it does not leave
    public Optional<Undo.Action> undo(Duration window) {
        refuseWhileReading();
        Optional<Undo.Action> action = undo.next();
        action.ifPresent(a -> transaction(() -> {
            undo.take(a, window);
            return a;
        }));
        action.ifPresent(a -> undone.forEach(Runnable::run));
        return action;
    }

    /// Runs `listener` on the database thread after each [#undo].
    public void onUndo(Runnable listener) {
        undone.add(listener);
    }

    /// What was done to this row alone is not taken back any more, inside the caller's transaction: an edit of an email that is on its way.
    public void forgetUndo(String table, long id) {
        undo.forget(table, id);
    }

    /// What is committed now, to be read for as long as it takes without holding anything up. Any thread; the caller closes it.
    public Snapshot snapshot() {
        return Snapshot.of(file);
    }

    /// Two [#snapshot]s of the same moment, for two threads; or one, when the file does not keep still. Any thread; the caller closes them.
    public List<Snapshot> snapshots() {
        return Snapshot.pair(file);
    }

    /// Reads what a screen shows beside the clicks, as often as it likes. Any thread; the caller closes it.
    public Reader reader() {
        return Reader.of(file);
    }

    /// Tells `listener` after each commit that something has changed. Any thread. Returns what ends it.
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Moves the write-ahead log into the file, as far as nobody is in the way, and gives back the memory that read pages lie in: the operating
    /// system has them too, and a click reads some dozens. To be called when idle.
    public void checkpoint() {
        sql.first("PRAGMA wal_checkpoint(PASSIVE)", r -> r.longAt(1));
        sql.execute("PRAGMA shrink_memory");
    }

    /// Brings the last [#piece] to the disk beside the database thread, so that no click has to, and moves a log that has become large into the
    /// file. For the one who writes the pieces, between two of them: only a log that nobody adds to meanwhile begins anew. Just after a click it then
    /// gives way for a moment.
    public void settleBeside() {
        settle();
        Pace.giveWay();
    }

    private void settle() {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.force(false);
            if (channel.size() > LARGE_LOG) {
                try (Connection other = Connections.writing(file)) {
                    new Sql(other).number("PRAGMA wal_checkpoint(PASSIVE)");
                }
            }
        } catch (SQLException | IOException e) {
            // The next click or idle moment makes up for it.
            LOG.log(System.Logger.Level.DEBUG, "the log is not settled", e);
        }
    }

    /// How many bytes the file has, with what is in the log still.
    public long size() {
        return sql.number("PRAGMA page_count") * sql.number("PRAGMA page_size");
    }

    /// What SQLite finds wrong with the file; empty when it is sound.
    public List<String> check() {
        return problems(sql);
    }

    static List<String> problems(Sql sql) {
        List<String> found = sql.list("PRAGMA integrity_check", r -> r.textAt(1));
        List<String> dangling = sql.list("PRAGMA foreign_key_check", r -> "row without its owner in table " + r.textAt(1));
        List<String> problems = new ArrayList<>(dangling);
        found.stream().filter(line -> !line.equals("ok")).forEach(problems::add);
        return problems;
    }

    /// Where the data are.
    public Path file() {
        return file;
    }

    /// It was opened for reading: user actions are refused, and nothing may be sent.
    public boolean reading() {
        return live.temporary() != null;
    }

    private void refuseWhileReading() {
        if (reading()) {
            throw new DbException(Fault.READ_ONLY, "Not done: the data file is only open for reading.", null);
        }
    }

    /// Another word than before, and something has changed: rows by this connection, or anything by another one. On the database thread.
    public String changes() {
        return sql.number("SELECT total_changes()") + "/" + sql.number("PRAGMA data_version");
    }

    /// What is in it now. On the database thread.
    public DataFile.Contents contents() {
        return DataFile.contents(sql);
    }

    /// The number of the latest attempt that was ever logged; as attempts are never deleted, it only grows.
    public long latestAttempt() {
        return sql.number("SELECT max(id) FROM attempt");
    }

    @Override
    public void close() {
        live.close();
    }
}

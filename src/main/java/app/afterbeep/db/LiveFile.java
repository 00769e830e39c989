package app.afterbeep.db;

import app.afterbeep.db.DbException.Fault;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The data file with the one connection that writes to it: made where it is missing, refused where it can't be used, set up so that a click is
/// safe once it is answered, and migrated.
///
/// @param path      the file, or the copy that is read in its place
/// @param temporary the folder of a copy, which goes with it; null for the file itself
record LiveFile(Path path, Connection connection, Sql sql, @Nullable Path temporary) implements AutoCloseable {
    private static final List<String> PRAGMAS = List.of(
        "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA wal_autocheckpoint = 0",
        "PRAGMA journal_size_limit = " + Database.LARGE_LOG, "PRAGMA temp_store = MEMORY", Database.SMALL_CACHE);

    private static final System.Logger LOG = System.getLogger(LiveFile.class.getName());
    private static final Runtime.Version OLDEST = Runtime.Version.parse("3.51.3");

    /// @throws DbException with a sentence for the rep when the file can't be used; it is then untouched
    static LiveFile open(Path file) {
        try {
            prepareFolder(file);
            if (Files.notExists(file)) {
                refuseLog(file);
                create(file);
            } else {
                DataFile.refuse(file);
                if (!Files.isWritable(file) || !Files.isWritable(folder(file))) {
                    throw new DbException(Fault.READ_ONLY, "The data file " + file + " can be read but not written.", null);
                }
            }
            return connect(file, null);
        } catch (SQLException e) {
            throw Sql.explained(e);
        } catch (IOException e) {
            throw new DbException(Fault.FOLDER, "The data folder " + file.getParent() + " cannot be written: " + e.getMessage()
                + ". Choose another one with --data-dir.", e);
        }
    }

    /// A copy of it in a temporary folder.
    ///
    /// @throws DbException when it can't be read
    static LiveFile copied(Path file) {
        try {
            DataFile.refuse(file);
            Path folder = OwnerOnly.temporaryFolder("afterbeep-reading-");
            try {
                Path copy = folder.resolve(file.getFileName());
                DataFile.copyForReading(file, copy);
                return connect(copy, folder);
            } catch (DbException | IOException | SQLException e) {
                OwnerOnly.remove(folder);
                throw e;
            }
        } catch (SQLException e) {
            throw Sql.explained(e);
        } catch (IOException e) {
            throw new DbException("The data file can't be opened for reading: " + e.getMessage(), e);
        }
    }

    private static LiveFile connect(Path file, @Nullable Path temporary) throws SQLException, IOException {
        Connection connection = Connections.writing(file);
        try {
            Sql sql = new Sql(connection);
            // First of all, so that a foreign or newer file is refused before anything is written to it.
            Migrations.refuse(sql);
            for (String pragma : PRAGMAS) {
                sql.execute(pragma);
            }
            verify(sql);
            Migrations.run(sql, file);
            return new LiveFile(file, connection, sql, temporary);
        } catch (DbException | IOException e) {
            connection.close();
            throw e;
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void prepareFolder(Path file) throws IOException {
        Path folder = folder(file);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new DbException(Fault.FOLDER, "The data folder " + folder + " is a file. Choose another one with --data-dir.", null);
        }
        OwnerOnly.folder(folder);
        if (onNetwork(folder)) {
            throw new DbException(Fault.NETWORK, "The data folder " + folder + " is on a network drive, which can't hold the data file safely. "
                + "Choose a folder on this computer with --data-dir.", null);
        }
    }

    private static boolean onNetwork(Path folder) {
        try {
            return DataFile.network(Files.getFileStore(folder).type());
        } catch (IOException e) {
            // In a container the table of mounts may not name the disk: what can't be told is no reason to refuse the data.
            LOG.log(System.Logger.Level.INFO, "what kind of disk the data folder is on can't be told");
            return false;
        }
    }

    /// A new file would take what is in the log of another for its own, and be neither; and the log would be lost to the file that it belongs to.
    private static void refuseLog(Path file) throws IOException {
        Path log = DataFile.log(file);
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new DbException(Fault.MISSING, "The data file " + file + " is missing, but its log " + log.getFileName() + " is there, with what was done last. "
                + "Put the file back beside its log, or restore a backup.", null);
        }
    }

    /// A new file appears whole or not at all: so an empty one is never ours, and never overwritten.
    private static void create(Path file) throws SQLException, IOException {
        Path growing = file.resolveSibling(file.getFileName() + ".new");
        for (String rest : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(growing.resolveSibling(growing.getFileName() + rest));
        }
        OwnerOnly.file(growing);
        try (Connection connection = Connections.writing(growing)) {
            Sql sql = new Sql(connection);
            // What is not named yet need not survive anything.
            sql.execute("PRAGMA synchronous = OFF");
            sql.execute("PRAGMA journal_mode = WAL");
            Migrations.run(sql, growing);
        }
        DataFile.force(growing);
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Reads back what matters: a driver or file system that ignores one of these would lose a rep's day.
    private static void verify(Sql sql) {
        String version = sql.first("SELECT sqlite_version()", r -> r.textAt(1)).orElse("");
        if (Runtime.Version.parse(version).compareTo(OLDEST) < 0) {
            // Older ones can lose a write-ahead log that two connections reset at once: https://sqlite.org/wal.html#walresetbug
            throw new DbException("This Afterbeep is put together wrongly: it has SQLite " + version + ", which can lose data. Install it anew.", null);
        }
        String journal = sql.first("PRAGMA journal_mode", r -> r.textAt(1)).orElse("");
        if (!journal.equals("wal") || sql.number("PRAGMA synchronous") != 2 || sql.number("PRAGMA foreign_keys") != 1) {
            throw new DbException(Fault.NETWORK, "The data folder can't hold the data file safely (is it on a network drive?). "
                + "Choose a folder on this computer with --data-dir.", null);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            if (temporary != null) {
                OwnerOnly.remove(temporary);
            }
        } catch (SQLException e) {
            throw Sql.explained(e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the copy that was read stays", e);
        }
    }
}

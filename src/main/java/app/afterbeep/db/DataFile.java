package app.afterbeep.db;

import app.afterbeep.db.DbException.Fault;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlite.SQLiteConnection;

/// A data file that nobody of this program has open: what it is, whether it is sound, a copy of it. Nothing here writes to it. Any thread.
public final class DataFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final System.Logger LOG = System.getLogger(DataFile.class.getName());
    private static final int HEADER = 100;
    /// So many pages of a copy are written at a time, then brought to the disk: a click that is saved meanwhile waits behind what is on its way there.
    private static final int PAGES = 512;
    /// https://sqlite.org/wal.html: the write-ahead log needs shared memory, which these can't give.
    private static final Set<String> NETWORKS = Set.of("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "webdav", "webdavfs",
        "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.glusterfs", "glusterfs", "ceph", "ncpfs", "lustre", "9p");

    private DataFile() {}

    /// Whether files of this kind of file system are on another computer.
    ///
    /// @param type as [java.nio.file.FileStore#type] names it
    static boolean network(String type) {
        return NETWORKS.contains(type.toLowerCase(Locale.ROOT));
    }

    /// How many prospects, attempts that stand in the log, and emails there are.
    public record Contents(long prospects, long attempts, long emails) {}

    /// Before anything is written to the file.
    ///
    /// @throws DbException when it is empty, cut off, no database, another program's, or from a newer version
    /// @throws IOException when it can't be read
    public static void refuse(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        long size;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            size = channel.size();
            while (header.hasRemaining() && channel.read(header) > 0) {
                continue;
            }
        }
        Path log = log(file);
        boolean logged = Files.exists(log) && Files.size(log) > 0;
        if (size == 0) {
            throw new DbException(Fault.EMPTY, "The data file " + file + " is empty. Nothing was written to it.", null);
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (header.get(i) != MAGIC[i]) {
                throw new DbException(Fault.FOREIGN, "The file " + file + " is not Afterbeep's, or its beginning is damaged. Nothing was written to it.", null);
            }
        }
        int pageSize = Short.toUnsignedInt(header.getShort(16)) == 1 ? 65_536 : Short.toUnsignedInt(header.getShort(16));
        long pages = Integer.toUnsignedLong(header.getInt(28));
        // The size in the header holds where the counters at 24 and 92 agree; pages that are in the log still may be missing here.
        if (!logged && header.getInt(24) == header.getInt(92) && pages * pageSize > size) {
            throw new DbException(Fault.DAMAGED, "The data file is cut off: " + size + " of " + pages * pageSize + " bytes are there. Nothing was written to it.", null);
        }
        boolean probe = logged && Files.isWritable(file.toAbsolutePath().getParent());
        if (probe || header.getInt(68) != Migrations.APPLICATION_ID || header.getInt(60) > Migrations.VERSION) {
            // What a log says may not be in the header yet. In a folder that can't be written nobody can look into it here, nor write.
            try (Connection connection = Connections.looking(file)) {
                Migrations.refuse(new Sql(connection));
            } catch (SQLException e) {
                throw Sql.explained(e);
            }
        }
    }

    /// Where what was done last stands until it is moved into the file; after a crash it is still there.
    public static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /// What is in it.
    ///
    /// @throws DbException when it can't be read or is not Afterbeep's
    public static Contents contents(Path file) {
        try (Connection connection = Connections.looking(file)) {
            Sql sql = new Sql(connection);
            Migrations.refuse(sql);
            return contents(sql);
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }

    static Contents contents(Sql sql) {
        boolean merges = sql.number("PRAGMA user_version") >= 4;
        return new Contents(sql.number(merges ? "SELECT count(*) FROM prospect WHERE merged_into IS NULL" : "SELECT count(*) FROM prospect"),
            sql.number("SELECT count(*) FROM attempt WHERE undone_at IS NULL"), sql.number("SELECT count(*) FROM email"));
    }

    /// Whether it is as it was made, but for what the window notes by itself: the rep has done nothing in it that could be lost.
    ///
    /// @throws DbException when it can't be read
    public static boolean untouched(Path file) {
        try (Connection connection = Connections.looking(file)) {
            return new Sql(connection).number("""
                SELECT EXISTS (SELECT 1 FROM prospect) OR EXISTS (SELECT 1 FROM attempt) OR EXISTS (SELECT 1 FROM dnc) OR EXISTS (SELECT 1 FROM action)
                  OR EXISTS (SELECT 1 FROM calling_hours) OR EXISTS (SELECT 1 FROM setting WHERE key <> 'window_place' AND key NOT LIKE 'table %')""") == 0;
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }

    /// The version of Afterbeep's tables that it has.
    public static int version(Path file) {
        try (Connection connection = Connections.looking(file)) {
            return (int) new Sql(connection).number("PRAGMA user_version");
        } catch (SQLException e) {
            throw Sql.explained(e);
        }
    }

    /// What SQLite finds wrong with it in the time that reading it takes; empty when it is sound.
    public static List<String> check(Path file) {
        return check(file, Pace.atOnce());
    }

    /// As [#check(Path)].
    public static List<String> check(Path file, Pace pace) {
        List<String> problems = new ArrayList<>();
        try (Connection connection = Connections.looking(file)) {
            pace.on(connection);
            Sql sql = new Sql(connection);
            Migrations.refuse(sql);
            sql.list("PRAGMA quick_check", r -> r.textAt(1)).stream().filter(line -> !line.equals("ok")).forEach(problems::add);
        } catch (SQLException e) {
            problems.add(String.valueOf(Sql.explained(e).getMessage()));
        } catch (DbException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    /// Copies a file as it is at this moment, while others write to it, into one file that needs no log beside it and is its owner's. Clicks go on meanwhile: the
    /// copy reads on a connection of its own, in one read transaction. It is on the disk when this returns.
    ///
    /// @param copy must not be there; when this fails, it may be there in part
    /// @param pace how hard it presses on the disk meanwhile
    /// @throws IOException when there is no room for it, or it can't be written
    public static void copy(Path file, Path copy, Pace pace) throws IOException {
        OwnerOnly.file(copy);
        List<IOException> failures = new ArrayList<>();
        try (FileChannel written = FileChannel.open(copy, StandardOpenOption.WRITE); Connection connection = Connections.looking(file)) {
            Sql sql = new Sql(connection);
            sql.execute("BEGIN");
            // The first read is what fixes the moment: without one, each commit beside would make the copy begin anew.
            sql.number("SELECT count(*) FROM sqlite_schema");
            int result = ((SQLiteConnection) connection).getDatabase().backup("main", copy.toString(), (remaining, pages) -> {
                try {
                    written.force(false);
                } catch (IOException e) {
                    // The system says it once, and nothing may be thrown through SQLite.
                    failures.add(e);
                }
                pace.rest();
            }, 20, 250, PAGES);
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
            if (result != 0) {
                throw new IOException("SQLite gave up with code " + result);
            }
        } catch (SQLException e) {
            throw new IOException(Sql.explained(e).getMessage(), e);
        }
        try (Connection connection = Connections.writing(copy)) {
            // The log's mode comes along with the first page; a copy is to be readable from anywhere.
            new Sql(connection).first("PRAGMA journal_mode = DELETE", r -> r.textAt(1));
        } catch (SQLException e) {
            throw new IOException(Sql.explained(e).getMessage(), e);
        }
        force(copy);
    }

    /// As [#copy]; a file with a log in a folder that can't be written is copied with its log, since nobody writes to it either.
    static void copyForReading(Path file, Path copy) throws IOException {
        if (Files.exists(log(file)) && !Files.isWritable(file.toAbsolutePath().getParent())) {
            OwnerOnly.copy(file, copy);
            OwnerOnly.copy(log(file), log(copy));
        } else {
            copy(file, copy, Pace.atOnce());
        }
    }

    /// Moves the log into the file, which then needs none beside it.
    ///
    /// @throws DbException when anybody else has the file open; nothing is changed
    public static void closeLog(Path file) {
        try (Connection connection = Connections.writing(file, 2_000)) {
            Sql sql = new Sql(connection);
            String mode = sql.first("PRAGMA journal_mode = DELETE", r -> r.textAt(1)).orElse("");
            if (!mode.equals("delete")) {
                throw new DbException(Fault.LOCKED, "The data file is open elsewhere. Close Afterbeep there first.", null);
            }
        } catch (SQLException e) {
            throw Sql.explained(e);
        } catch (DbException e) {
            throw e.fault() == Fault.LOCKED ? new DbException(Fault.LOCKED, "The data file is open elsewhere. Close Afterbeep there first.", e) : e;
        }
    }

    /// Brings what was written to the disk.
    public static void force(Path file) throws IOException {
        try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
            written.force(true);
        }
    }

    /// Brings a new name of a file to the disk, where the system lets a folder be forced.
    public static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "this system forces no folders", e);
        }
    }
}

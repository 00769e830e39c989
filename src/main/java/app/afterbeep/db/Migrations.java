package app.afterbeep.db;

import app.afterbeep.db.DbException.Fault;
import app.afterbeep.files.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Brings a file to the version this program knows: the scripts `V1__….sql`, `V2__….sql` in order, each with its
/// `user_version` in one transaction.
final class Migrations {
    /// "Aftb": marks the file as ours.
    static final int APPLICATION_ID = 0x41667462;
    private static final List<String> SCRIPTS = List.of("V1__initial.sql", "V2__follow_through.sql", "V3__scripts.sql", "V4__lists.sql", "V5__trust.sql");
    /// What this program writes.
    static final int VERSION = SCRIPTS.size();

    private static final System.Logger LOG = System.getLogger(Migrations.class.getName());

    /// How the name of a copy begins that is not whole yet.
    private static final String HALF = ".copy-";

    private Migrations() {}

    /// Before anything is written to the file.
    ///
    /// @throws DbException for a file that is not Afterbeep's or is from a newer version
    static void refuse(Sql sql) {
        int owner = (int) sql.number("PRAGMA application_id");
        if (owner != APPLICATION_ID && (owner != 0 || sql.number("SELECT count(*) FROM sqlite_schema") > 0)) {
            throw new DbException(Fault.FOREIGN, "The data file belongs to another program. Choose another folder with --data-dir.", null);
        }
        if (sql.number("PRAGMA user_version") > SCRIPTS.size()) {
            throw new DbException(Fault.NEWER, "The data file was written by a newer Afterbeep. Update Afterbeep; the file was not changed.", null);
        }
    }

    /// A file that holds anything is copied to `backups/before-version-2.db` beside it before it is touched.
    ///
    /// @throws IOException when there is no room for the copy; the file is then as it was
    static void run(Sql sql, Path file) throws IOException {
        int version = (int) sql.number("PRAGMA user_version");
        if (version > 0 && version < SCRIPTS.size()) {
            backUp(sql, file.resolveSibling("backups").resolve("before-version-" + SCRIPTS.size() + ".db"));
        }
        // A table that others refer to can only be rebuilt so (https://sqlite.org/lang_altertable.html#otheralter).
        sql.execute("PRAGMA foreign_keys = OFF");
        for (int next = version; next < SCRIPTS.size(); next++) {
            sql.execute("BEGIN IMMEDIATE");
            try {
                statements(SCRIPTS.get(next)).forEach(sql::execute);
                if (!sql.list("PRAGMA foreign_key_check", r -> r.textAt(1)).isEmpty()) {
                    throw new DbException(Fault.DAMAGED, "The data file is damaged: rows refer to others that are missing. It was left as it is.", null);
                }
                sql.execute("PRAGMA application_id = " + APPLICATION_ID);
                sql.execute("PRAGMA user_version = " + (next + 1));
                sql.execute("COMMIT");
            } catch (DbException e) {
                try {
                    sql.execute("ROLLBACK");
                } catch (DbException rolledBack) {
                    // On a full disk SQLite has done it by itself: the first failure is the one to report.
                    e.addSuppressed(rolledBack);
                }
                throw e;
            }
        }
        sql.execute("PRAGMA foreign_keys = ON");
        if (version < SCRIPTS.size()) {
            LOG.log(System.Logger.Level.INFO, version == 0 ? "a new data file" : "the data file was of version " + version + ", now of " + SCRIPTS.size());
        }
    }

    /// What a run that was killed has left holds all of the rep's data.
    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, HALF + "*")) {
            for (Path half : halves) {
                Files.deleteIfExists(half);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /// A copy that is there is from a run that came to nothing: this one takes its place as soon as it is whole.
    private static void backUp(Sql sql, Path copy) throws IOException {
        OwnerOnly.folder(copy.getParent());
        sweep(copy.getParent());
        Path half = OwnerOnly.temporary(copy.getParent(), HALF, ".tmp");
        try {
            // Into the empty file, which is the owner's already.
            sql.execute("VACUUM INTO ?", half.toString());
            List<String> problems = DataFile.check(half);
            if (!problems.isEmpty()) {
                throw new DbException(Fault.DAMAGED, "The data file is damaged: " + problems.getFirst() + ". It was left as it is.", null);
            }
            DataFile.force(half);
            Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// The statements of a script: each ends with a semicolon at the end of a line, a trigger with the line `END;`.
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : read(script).lines().toList()) {
            String code = line.replaceFirst("--.*", "").stripTrailing();
            if (code.isBlank()) {
                continue;
            }
            current.append(line).append('\n');
            boolean trigger = current.toString().stripLeading().startsWith("CREATE TRIGGER");
            if (trigger ? code.equals("END;") : code.endsWith(";")) {
                statements.add(current.toString());
                current.setLength(0);
            }
        }
        return statements;
    }

    private static String read(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException(script + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

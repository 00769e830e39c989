package app.afterbeep.db;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// The only place where SQLite is let at a file. It never makes one: that would have the rights that the user's umask leaves to others, where
/// [app.afterbeep.files.OwnerOnly] makes files that are the owner's from the start. What SQLite lays beside a file has the file's own rights.
final class Connections {
    /// For others that hold the file, in milliseconds.
    private static final int PATIENCE = 5_000;

    private Connections() {}

    /// To a file that is there; it may be empty.
    static Connection writing(Path file) throws SQLException {
        return writing(file, PATIENCE);
    }

    /// As [#writing(Path)].
    ///
    /// @param patience for others that hold it, in milliseconds
    static Connection writing(Path file, int patience) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(patience);
        // The driver would ask for the new row's id after every statement, with one that it prepares anew each time.
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /// Beside those who write to it.
    static Connection reading(Path file) throws SQLException {
        return reading(file.toString());
    }

    /// Of a file that nobody of this program writes to: without a log it is opened so that neither its folder is written to nor another program's
    /// lock matters.
    static Connection looking(Path file) throws SQLException {
        boolean alone = Files.notExists(DataFile.log(file));
        return reading(file.toUri().toString().replace("file:///", "file:/") + (alone ? "?immutable=1" : "?mode=ro"));
    }

    private static Connection reading(String name) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE);
        return config.createConnection("jdbc:sqlite:" + name);
    }
}

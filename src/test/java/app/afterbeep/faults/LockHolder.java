package app.afterbeep.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Another program that has the data file open to write: started as a process of its own. Takes the lock, says so, and lets go of it at the next line
/// that it is told.
public final class LockHolder {
    private LockHolder() {}

    /// @param args the file
    public static void main(String[] args) throws SQLException, IOException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + Path.of(args[0])); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            while (in.readLine() != null) {
                statement.execute("BEGIN IMMEDIATE");
                out.println("locked");
                in.readLine();
                statement.execute("ROLLBACK");
                out.println("free");
            }
        }
    }
}

package app.afterbeep.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the operating system wants a program to keep its user's data.
public final class DataFolder {
    /// The one file in it.
    public static final String FILE = "afterbeep.db";

    private DataFolder() {}

    /// The folder of this user on this machine; it need not exist yet.
    public static Path ofThisUser() {
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    /// @param os   the system property `os.name`
    /// @param home the user's home folder
    static Path of(String os, Map<String, String> environment, Path home) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("Afterbeep");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Afterbeep");
        }
        return folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")).resolve("afterbeep");
    }

    /// The XDG specification says that a relative path is invalid and to be ignored.
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() || variable.startsWith("XDG") && !value.startsWith("/") ? otherwise : Path.of(value);
    }
}

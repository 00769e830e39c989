package app.afterbeep.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders that only their owner reads.
public final class Folders {
    private Folders() {}

    /// Makes a folder where it is missing.
    public static Path own(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            Database.ownerOnly(folder, "rwx------");
        }
        return folder;
    }

    /// A file that only its owner reads.
    public static void ownerOnly(Path file) throws IOException {
        Database.ownerOnly(file, "rw-------");
    }

    /// Removes a folder with all that is in it, if it is there.
    public static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}

package app.afterbeep.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// A folder that really can't be written: for root, whom no permission stops, a file system of its own that is mounted so.
public final class ReadOnlyFolder implements AutoCloseable {
    private final Path folder;
    private final boolean root = "root".equals(System.getProperty("user.name"));

    /// @param from its files are copied into it
    public ReadOnlyFolder(Path folder, Path from) throws IOException {
        this.folder = Files.createDirectories(folder);
        if (root) {
            run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
        }
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        if (root) {
            run("mount", "-o", "remount,ro", folder.toString());
        } else {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
                }
            }
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        }
    }

    private static void run(String... command) throws IOException {
        try {
            int code = new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ends with " + code);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (root) {
            run("umount", folder.toString());
        } else {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}

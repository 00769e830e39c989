package app.afterbeep.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Makes files and folders that only their owner can read. The rights come with the making: there is no moment in which anybody else could
/// open them, whatever the user's umask is. Where the file system knows no such rights (Windows), a file has those of its folder, and the
/// data folder lies in the user's own profile.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.copyOf(FOLDER));

    private OwnerOnly() {}

    /// Makes the folder and those above it that are missing; one that is there is left as it is.
    public static void folder(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (!Files.isDirectory(whole)) {
            Files.createDirectories(whole, rights(whole, FOLDER));
        }
    }

    /// Makes a folder for a while, among those that the system empties.
    public static Path temporaryFolder(String prefix) throws IOException {
        Path all = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        return Files.createTempDirectory(all, prefix, rights(all, FOLDER));
    }

    /// Removes a folder with all that is in it, if it is there. Links are not followed.
    public static void remove(Path folder) throws IOException {
        if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
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

    /// Makes an empty file.
    ///
    /// @throws FileAlreadyExistsException when something has that name
    public static Path file(Path file) throws IOException {
        return Files.createFile(file, rights(file.toAbsolutePath(), FILE));
    }

    /// Opens a file, which is made where it is missing.
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(List.of(options));
        all.add(StandardOpenOption.CREATE);
        return FileChannel.open(file, all, rights(file.toAbsolutePath(), FILE));
    }

    /// Makes an empty file beside `target`, to be moved onto it when it is whole. Whatever rights the file had that it takes the place of: the new
    /// one is the owner's.
    public static Path beside(Path target) throws IOException {
        return temporary(target.toAbsolutePath().getParent(), ".afterbeep-", ".tmp");
    }

    /// Makes an empty file under a name that no other has.
    public static Path temporary(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix, rights(folder.toAbsolutePath(), FILE));
    }

    /// Puts `bytes` under that name, all of them or, with an exception, what was there before.
    public static void write(Path file, byte[] bytes) throws IOException {
        Path half = beside(file);
        try {
            fill(half, bytes);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// Puts `bytes` into a file, which is made where it is missing, in the place of what it held. A crash may leave a part of them.
    public static void fill(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                channel.write(rest);
            }
        }
    }

    /// Makes a copy of a file, whatever rights that has.
    ///
    /// @throws FileAlreadyExistsException when something has the copy's name; another exception may leave a part of it
    public static void copy(Path file, Path copy) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ); FileChannel out = open(copy, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            long size = in.size();
            for (long done = 0; done < size; ) {
                long more = in.transferTo(done, size - done, out);
                if (more <= 0) {
                    throw new IOException(file + " has become shorter while it was copied");
                }
                done += more;
            }
        }
    }

    /// Takes the rights of all others off something that is there; of a folder also off what is in it. Links are not followed.
    ///
    /// @return whether anybody else had some
    public static boolean tighten(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null || Files.isSymbolicLink(path)) {
            return false;
        }
        boolean wide = others(path);
        if (wide) {
            Set<PosixFilePermission> left = EnumSet.copyOf(view.readAttributes().permissions());
            left.removeAll(OTHERS);
            view.setPermissions(left);
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> inside = Files.list(path)) {
                for (Path each : inside.toList()) {
                    wide |= tighten(each);
                }
            }
        }
        return wide;
    }

    /// Whether somebody else has any right to it.
    public static boolean others(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    }

    /// Whether this system knows such rights at all is asked, not whether the disk keeps them: where it does not, they are ignored, and a disk that
    /// the system's table of mounts does not name (in a container) can't be asked.
    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }
}

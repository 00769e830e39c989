package app.afterbeep.files;

import java.io.IOException;
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
        Path folder = target.toAbsolutePath().getParent();
        return Files.createTempFile(folder, ".afterbeep-", ".tmp", rights(target.toAbsolutePath(), FILE));
    }

    /// Puts `bytes` under that name, all of them or, with an exception, what was there before.
    public static void write(Path file, byte[] bytes) throws IOException {
        Path half = beside(file);
        try {
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                for (var rest = java.nio.ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
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

    /// As the file system of the nearest folder that is there can keep them.
    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> rights) throws IOException {
        Path there = path;
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return there != null && Files.getFileStore(there).supportsFileAttributeView(PosixFileAttributeView.class)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }
}

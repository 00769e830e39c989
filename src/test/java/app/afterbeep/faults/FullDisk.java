package app.afterbeep.faults;

import app.afterbeep.testkit.Child;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A small disk for a process of its own, which can fill it and make room again.
///
/// Where it may be mounted it is a tmpfs (by `unshare -rm`, which needs no root, or by root). Where that is forbidden, as in most containers, the limit for
/// the size of files takes its place (`prlimit`): a write then fails with EFBIG where a full disk says ENOSPC, in the same places.
public final class FullDisk {
    private static final List<String> UNSHARED = List.of("unshare", "-rm");
    private static final String MOUNT = "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\" && shift 2 && exec \"$@\"";

    private final Path folder;
    private final boolean mounted;

    /// In the child.
    ///
    /// @param way what [#way] said
    public FullDisk(Path folder, String way) {
        this.folder = folder;
        this.mounted = way.startsWith("tmpfs");
    }

    /// How a disk becomes full here, found out by doing it.
    public static String way(Path scratch) throws IOException {
        for (boolean unshared : new boolean[] {true, false}) {
            Path at = Files.createTempDirectory(scratch, "mount");
            if (succeeds(scratch, mount(unshared, "1m", at, List.of("true")))) {
                return unshared ? "tmpfs" : "tmpfs by root";
            }
        }
        if (succeeds(scratch, List.of("prlimit", "--fsize"))) {
            return "limit of file sizes";
        }
        throw new AssertionError("neither unshare, mount nor prlimit work here");
    }

    private static boolean succeeds(Path scratch, List<String> command) {
        try (Child child = Child.run(scratch, command)) {
            return child.ended(Duration.ofSeconds(20)) && child.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> mount(boolean unshared, String size, Path at, List<String> then) {
        List<String> command = new ArrayList<>(unshared ? UNSHARED : List.of("unshare", "-m"));
        command.addAll(List.of("sh", "-c", MOUNT, "sh", size, at.toString()));
        command.addAll(then);
        return command;
    }

    /// What stands before the command of a child that has the disk at `at`.
    static List<String> before(String way, Path at, String size) {
        return way.startsWith("tmpfs") ? mount(way.equals("tmpfs"), size, at, List.of()) : List.of();
    }

    /// Leaves so many bytes, about.
    public void fill(long left) {
        if (!mounted) {
            // No file may grow beyond it; what was there before stays.
            limit(Long.toString(Math.max(1, left)));
            return;
        }
        byte[] block = new byte[4096];
        try (OutputStream ballast = Files.newOutputStream(ballast(), StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long rest = Files.getFileStore(folder).getUsableSpace() - left; rest > 0; rest -= block.length) {
                ballast.write(block);
            }
        } catch (IOException e) {
            if (left > 0) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void makeRoom() {
        if (!mounted) {
            limit("unlimited");
            return;
        }
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static void limit(String bytes) {
        try (Child child = Child.run(Path.of(System.getProperty("java.io.tmpdir")), List.of("prlimit", "--pid", Long.toString(ProcessHandle.current().pid()),
            "--fsize=" + bytes + ":unlimited"))) {
            if (child.exitValue() != 0) {
                throw new AssertionError(child.errors());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package app.afterbeep.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Child.How;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is made is its owner's from its first moment, and whole.
class OwnerOnlyTest {
    @TempDir Path folder;

    /// Makes one of everything, where the umask forbids nothing, and looks at it before anything is written to it.
    static final class Making {
        private Making() {}

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            OwnerOnly.folder(folder.resolve("a/b"));
            say(folder.resolve("a"));
            say(folder.resolve("a/b"));
            say(OwnerOnly.temporaryFolder("making-"));
            say(OwnerOnly.file(folder.resolve("file")));
            say(OwnerOnly.beside(folder.resolve("file")));
            say(OwnerOnly.temporary(folder, "x", ".y"));
            try (FileChannel opened = OwnerOnly.open(folder.resolve("opened"), StandardOpenOption.WRITE)) {
                say(folder.resolve("opened"));
                assertEquals(0, opened.size());
            }
            OwnerOnly.write(folder.resolve("written"), new byte[] {1});
            say(folder.resolve("written"));
            OwnerOnly.fill(folder.resolve("filled"), new byte[] {1});
            say(folder.resolve("filled"));
            Path wide = Files.write(folder.resolve("wide"), new byte[] {1});
            say(wide);
            OwnerOnly.copy(wide, folder.resolve("copy"));
            say(folder.resolve("copy"));
            OwnerOnly.write(wide, new byte[] {2});
            say(wide);
        }

        private static void say(Path path) throws IOException {
            System.out.println((OwnerOnly.others(path) ? "wide " : "") + path.getFileName().toString().replaceAll("\\d+", "0"));
        }
    }

    @Test
    void nothingIsEverMadeForOthers() throws IOException {
        String before = Child.ownersRights() ? "wide " : "";
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (Child making = Child.start(folder, How.with("-Djava.io.tmpdir=" + temporary).umaskOfNothing(), Making.class, folder)) {
            assertEquals(List.of("a", "b", "making-0", "file", ".afterbeep-0.tmp", "x0.y", "opened", "written", "filled", before + "wide", "copy", "wide"),
                making.rest(), making::errors);
        }
    }

    @Test
    void aCopyHasAllBytesAndTakesNobodysPlace() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        OwnerOnly.copy(file, folder.resolve("copy"));
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("copy")));
        assertThrows(FileAlreadyExistsException.class, () -> OwnerOnly.copy(file, folder.resolve("copy")));
        assertThrows(NoSuchFileException.class, () -> OwnerOnly.copy(folder.resolve("nothing"), folder.resolve("of it")));
        assertFalse(Files.exists(folder.resolve("of it")));
        OwnerOnly.copy(Files.createFile(folder.resolve("empty")), folder.resolve("as empty"));
        assertEquals(0, Files.size(folder.resolve("as empty")));
    }

    @Test
    void whatIsFilledAgainHoldsNothingOfBefore() throws IOException {
        Path file = folder.resolve("file");
        OwnerOnly.fill(file, new byte[] {1, 2, 3});
        OwnerOnly.fill(file, new byte[] {4});
        assertArrayEquals(new byte[] {4}, Files.readAllBytes(file));
    }

    @Test
    void whatCantTakeItsPlaceLeavesNothing() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/by a folder")).getParent();
        assertThrows(IOException.class, () -> OwnerOnly.write(taken, new byte[] {1}));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(taken), all.toList());
        }
    }

    @Test
    void aFolderGoesWithAllThatIsInItAndNothingElse() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path kept = Files.createFile(other.resolve("kept"));
        Path gone = Files.createDirectories(folder.resolve("gone/deep"));
        Files.createFile(gone.resolve("file"));
        List<Path> links = new ArrayList<>();
        try {
            links.add(Files.createSymbolicLink(gone.resolve("link"), other));
        } catch (IOException | UnsupportedOperationException e) {
            // Where links are a privilege there is none to be followed.
            assertTrue(links.isEmpty());
        }
        OwnerOnly.remove(gone.getParent());
        OwnerOnly.remove(gone.getParent());
        assertFalse(Files.exists(gone.getParent()));
        assertTrue(Files.exists(kept));
    }
}

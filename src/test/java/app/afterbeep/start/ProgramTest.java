package app.afterbeep.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir Path folder;

    @Test
    void licencesLieBesideTheJarOfAPackage() throws IOException {
        Path jar = folder.resolve("afterbeep.jar");
        assertEquals(Optional.empty(), Program.licences(jar));
        Path licences = Files.writeString(folder.resolve("licenses.txt"), "MIT");
        assertEquals(Optional.of(licences), Program.licences(jar));
    }

    @Test
    void whereTheyAreGeneratedTheyAreFoundToo() throws IOException {
        Path licences = Files.writeString(Files.createDirectories(folder.resolve("about")).resolve("licenses.txt"), "MIT");
        assertEquals(Optional.of(licences), Program.licences(folder.resolve("classes")));
    }
}

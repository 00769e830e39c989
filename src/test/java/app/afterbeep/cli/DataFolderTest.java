package app.afterbeep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DataFolderTest {
    private static final Path HOME = Path.of("/home/ann");

    @Test
    void linuxFollowsXdg() {
        assertEquals(Path.of("/data/afterbeep"), DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "/data"), HOME));
        assertEquals(Path.of("/home/ann/.local/share/afterbeep"), DataFolder.of("Linux", Map.of(), HOME));
        assertEquals(Path.of("/home/ann/.local/share/afterbeep"), DataFolder.of("Linux", Map.of("XDG_DATA_HOME", ""), HOME));
        assertEquals(Path.of("/home/ann/.local/share/afterbeep"), DataFolder.of("Linux", Map.of("XDG_DATA_HOME", "data"), HOME));
    }

    @Test
    void macKeepsItInApplicationSupport() {
        assertEquals(Path.of("/home/ann/Library/Application Support/Afterbeep"),
            DataFolder.of("Mac OS X", Map.of("XDG_DATA_HOME", "/data"), HOME));
    }

    @Test
    void windowsKeepsItInTheRoamingProfile() {
        assertEquals(Path.of("/roaming/Afterbeep"), DataFolder.of("Windows 11", Map.of("APPDATA", "/roaming"), HOME));
        assertEquals(HOME.resolve("AppData/Roaming/Afterbeep"), DataFolder.of("Windows 11", Map.of(), HOME));
    }
}

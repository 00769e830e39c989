package app.afterbeep.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of lists and logs, on a new file each time.
public abstract class LogDeskTest {
    @TempDir protected Path folder;
    protected LogDesk desk;

    @BeforeEach
    protected void open() {
        desk = new LogDesk(folder);
    }

    @AfterEach
    protected void close() {
        desk.close();
    }
}

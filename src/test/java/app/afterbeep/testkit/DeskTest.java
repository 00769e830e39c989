package app.afterbeep.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test at a rep's desk, on a new file each time.
public abstract class DeskTest {
    @TempDir protected Path folder;
    protected Desk desk;

    @BeforeEach
    protected void open() {
        desk = new Desk(folder);
    }

    @AfterEach
    protected void close() {
        desk.close();
    }
}

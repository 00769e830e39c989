package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.testkit.FxThread;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    @Test
    void nothingIsAskedOfAFileThatIsClosed() {
        FxThread.start();
        List<String> done = new CopyOnWriteArrayList<>();
        List<Exception> failed = new CopyOnWriteArrayList<>();
        try (Background background = Background.threads()) {
            background.onFailure(failed::add);
            background.db(() -> done.add("saved"), saved -> { });
            background.last(() -> done.add("closed"));
            background.db(() -> done.add("looked anew"), looked -> { });
        }
        assertEquals(List.of("saved", "closed"), done);
        assertEquals(List.of(), failed);
    }
}

package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.testkit.FxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void ofThoseThatAreAskedForMeanwhileOnlyTheLatestIsRead() {
        CountDownLatch first = new CountDownLatch(1);
        try (Background background = Background.threads()) {
            Reading reading = FxThread.call(() -> new Reading(background));
            FxThread.run(() -> {
                reading.ask(() -> {
                    first.await();
                    return "a";
                }, shown::add);
                reading.ask(() -> "ab", shown::add);
                reading.ask(() -> "abc", shown::add);
            });
            first.countDown();
            FxThread.await(() -> shown.size() == 2, () -> "two readings, not " + shown);
            assertEquals(List.of("a", "abc"), shown);
        }
    }

    @Test
    void afterAFailureTheNextIsRead() {
        Background background = Background.direct();
        Reading reading = new Reading(background);
        background.onFailure(e -> shown.add("failed: " + e.getMessage()));
        reading.ask(() -> {
            throw new IllegalStateException("no");
        }, read -> shown.add("read"));
        reading.ask(() -> "b", shown::add);
        assertEquals(List.of("failed: no", "b"), shown);
    }
}

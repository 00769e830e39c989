package app.afterbeep.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private final List<Runnable> fx = new ArrayList<>();
    private final Errors errors = new Errors(fx::add);
    private final List<Errors.Failure> shown = new ArrayList<>();

    private static RuntimeException one() {
        return new IllegalStateException("Ann Lee");
    }

    private static RuntimeException other() {
        return new IllegalArgumentException("Ann Lee");
    }

    private void run() {
        List.copyOf(fx).forEach(Runnable::run);
        fx.clear();
    }

    @Test
    void manyOfOneKindGoToTheWindowOnceAndAreCounted() {
        errors.show(shown::add);
        for (int i = 0; i < 1_000; i++) {
            errors.report(one());
        }
        errors.report(other());
        assertEquals(2, fx.size());
        run();
        assertEquals(List.of(1_000, 1), shown.stream().map(Errors.Failure::times).toList());
        errors.report(one());
        run();
        assertEquals(1_001, shown.getLast().times());
    }

    @Test
    void whatComesBeforeThereIsAWindowIsShownThen() {
        errors.report(one());
        errors.report(one());
        assertEquals(0, fx.size());
        errors.show(shown::add);
        run();
        assertEquals(List.of(2), shown.stream().map(Errors.Failure::times).toList());
    }
}

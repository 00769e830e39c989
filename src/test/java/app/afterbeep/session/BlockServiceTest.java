package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.testkit.DeskTest;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockServiceTest extends DeskTest {
    @BeforeEach
    @Override
    protected void open() {
        super.open();
        desk.add("Ann Lee", "+12125550101");
    }

    private Block block() {
        return Objects.requireNonNull(desk.blocks.standing().block());
    }

    private Duration elapsed() {
        return block().elapsed(desk.clock.instant());
    }

    @Test
    void theTimeWhileTheProgramIsClosedIsNoWork() {
        desk.blocks.work();
        desk.clock.pass(Duration.ofMinutes(10));
        desk.blocks.leave();
        desk.clock.pass(Duration.ofHours(1));
        desk.blocks.comeBack();
        assertEquals(Duration.ofMinutes(10), elapsed());
        assertTrue(block().paused());
        desk.blocks.work();
        desk.clock.pass(Duration.ofMinutes(5));
        assertEquals(Duration.ofMinutes(15), elapsed());
    }

    @Test
    void afterACrashTheWorkEndsWithTheLastCall() {
        desk.blocks.work();
        desk.clock.pass(Duration.ofMinutes(7));
        desk.log(desk.next(), Outcome.NO_ANSWER);
        desk.clock.pass(Duration.ofHours(1));
        desk.blocks.comeBack();
        assertEquals(Duration.ofMinutes(7), elapsed());
    }

    @Test
    void aBlockWithoutACallEndsWhereItBegan() {
        desk.blocks.start();
        desk.clock.pass(Duration.ofHours(1));
        desk.blocks.comeBack();
        assertEquals(Duration.ZERO, elapsed());
        desk.blocks.work();
        assertFalse(block().paused());
    }
}

package app.afterbeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One hour of the day that the profile `robot` works through.
class RobotDayTest {
    private static final int OUTCOMES = 13;
    private static final int ROWS = 200;

    @TempDir Path folder;

    @Test
    void anHourOfOutcomesAndEverythingBesideThemLosesNothing() {
        RobotDay.Plan plan = new RobotDay.Plan(1, OUTCOMES, ROWS, 1, Map.of(), () -> { });
        assertEquals(List.of(), new RobotDay(plan, folder, new PrintStream(OutputStream.nullOutputStream())).run());
    }
}

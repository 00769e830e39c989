package app.afterbeep.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed again and again while a rep clicks. Beside it the same actions are done by somebody whom nobody kills: after each kill
/// both files hold the same, row by row, or the killed one holds exactly the action more that it was killed in.
@Fault(value = 1, how = "SIGKILL of a clicking process at a random moment")
class KilledWhileClickingTest {
    private static final int PEOPLE = 400;
    private static final int KILLS = Tally.rounds(3);

    @TempDir Path folder;

    @Test
    void noActionThatWasAcknowledgedIsLostAndEachIsThereAsAWholeOrNotAtAll() throws Exception {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        Path beside = Files.createDirectory(folder.resolve("beside"));
        for (Path each : new Path[] {killed, beside}) {
            try (Desk desk = new Desk(each)) {
                RandomDay.people(desk, PEOPLE);
            }
        }
        Random random = new Random(20261124);
        int done = 0;
        int unsaid = 0;
        long slowest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int acknowledged = done;
            try (Child child = Child.start(folder, KilledWhileClicking.class, killed, done)) {
                slowest = Math.max(slowest, Long.parseLong(String.valueOf(child.line()).replaceAll("\\D", "")));
                int clicks = random.nextInt(40);
                for (int i = 0; i < clicks; i++) {
                    child.line();
                }
                assertTrue(!child.ended(Duration.ofNanos(random.nextInt(50_000_000))), child::errors);
                child.kill();
                acknowledged += clicks + child.rest().size();
            }
            done = compare(killed, beside, done, acknowledged);
            unsaid += done - acknowledged;
        }
        assertTrue(done > 0);
        try (Desk desk = new Desk(killed)) {
            Tally.add("SIGKILL of a clicking process at a random moment", KILLS, "0 of " + done + " acknowledged actions lost, " + unsaid
                + " done before they were said, each as a whole; " + desk.number("SELECT count(*) FROM attempt") + " attempts, opened in " + slowest + " ms at most");
        }
    }

    /// What the program does when it is idle: words that changed with an undo are found by the search a moment later, and the file knows which.
    private static void index(Desk desk) {
        desk.database.transaction(() -> {
            desk.prospects.indexStale();
            return true;
        });
    }

    /// @return how many actions the killed file holds
    private static int compare(Path killed, Path beside, int from, int acknowledged) throws Exception {
        try (Desk left = new Desk(killed); Desk right = new Desk(beside)) {
            assertEquals(List.of(), Contents.problems(left));
            for (int n = from; n < acknowledged; n++) {
                RandomDay.act(right, n);
            }
            index(left);
            index(right);
            Map<String, List<String>> held = Contents.of(left.database);
            if (Contents.of(right.database).equals(held)) {
                return acknowledged;
            }
            RandomDay.act(right, acknowledged);
            index(right);
            assertEquals(List.of(), Contents.differences(Contents.of(right.database), held), () -> "after " + acknowledged + " actions");
            return acknowledged + 1;
        }
    }
}

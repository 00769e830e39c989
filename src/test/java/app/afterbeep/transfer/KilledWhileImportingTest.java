package app.afterbeep.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.LogDesk;
import app.afterbeep.ui.Background;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import is killed again and again, anywhere: afterwards all of its rows are there or none, and what stood there before still does.
class KilledWhileImportingTest {
    private static final int ROWS = 12_000;

    @TempDir Path folder;

    @Test
    void afterAKillAllRowsAreThereOrNone() throws Exception {
        String before;
        try (LogDesk desk = new LogDesk(folder)) {
            desk.list("Name,Phone\nAnn Lee,918 555 0142\n");
            before = desk.desk.state();
        }
        StringBuilder csv = new StringBuilder("Name,Phone,Email,Do Not Call\nAnn Lee,918 555 0142,,yes\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("Bob B").append(i).append(",917 ").append(200 + i / 10_000).append(" %04d".formatted(i % 10_000)).append(",b").append(i).append("@example.com,\n");
        }
        Path list = Files.writeString(folder.resolve("leads.csv"), csv);
        Random random = new Random(20261124);
        for (String way : List.of("beside", "beside", "once", "beside")) {
            Process process = start(list, way);
            BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            while (!"recovered".equals(out.readLine())) {
                // Until it imports.
            }
            process.waitFor(200 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            try (LogDesk desk = new LogDesk(folder)) {
                List<String> recovered = desk.importer.recover(Background.direct());
                long people = desk.desk.number("SELECT count(*) FROM prospect");
                assertTrue(people == 1 || people == ROWS + 1, people + " people, " + recovered);
                if (people == 1) {
                    assertEquals(before, desk.desk.state());
                    assertEquals(0, desk.desk.number("SELECT count(*) FROM prospect_search WHERE prospect_search MATCH 'bob'"));
                } else {
                    assertEquals(ROWS, desk.desk.number("SELECT count(*) FROM prospect WHERE lane IS NOT NULL"));
                    assertEquals(ROWS, desk.desk.number("SELECT count(*) FROM prospect_search WHERE prospect_search MATCH 'bob'"));
                    desk.importer.takeBack(desk.desk.number("SELECT max(id) FROM import WHERE state = 'done'"), app.afterbeep.ui.Progress.unwatched());
                    assertEquals(before, desk.desk.state());
                }
                assertEquals(List.of(), desk.desk.database.check());
            }
        }
    }

    private Process start(Path list, String way) throws IOException {
        List<String> command = List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), KilledWhileImporting.class.getName(), folder.toString(),
            list.toString(), way);
        return new ProcessBuilder(command).redirectError(new File(folder.toFile(), "errors.txt")).start();
    }
}

package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// After a day's work nobody else can read a file of it, and no log says with whom it was.
@Timeout(180)
class PrivateDayTest {
    private static final List<String> CANARIES = List.of("canary", "555", "example.com", ScriptedServer.PASSWORD.toLowerCase(Locale.ROOT));
    @TempDir Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseReadsAFileAndNoLogSaysWithWhom() throws Exception {
        Path data = folder.resolve("data");
        Path out = Files.createDirectory(folder.resolve("out"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        // A data folder of an earlier version, copied by somebody who did not think of rights.
        Files.createDirectories(data.resolve("backups"));
        Files.writeString(data.resolve("backups/before-version-2.db"), "");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path errors = folder.resolve("errors.txt");
        Process day = new ProcessBuilder("sh", "-c", "umask 0; exec \"$@\"", "sh", ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary, "-Dafterbeep.log=FINEST", "-cp",
            System.getProperty("java.class.path"), PrivateDay.class.getName(), data.toString(), out.toString()).redirectError(errors.toFile()).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(day.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            assertEquals("ready", line, () -> read(errors));
            Set<String> wide = new TreeSet<>(wide(data));
            wide.addAll(wide(out));
            wide.addAll(wide(temporary));
            // What the test itself wrote there for the import, the folder that must fail, and what is no rep's data: SQLite's library.
            wide.removeIf(path -> path.endsWith("/Canary Person.csv") || path.endsWith("/canary folder") || path.contains("/sqlite-") || path.endsWith("/out") || path.endsWith("/tmp")
                || path.contains("hsperfdata"));
            assertEquals(Set.of(), wide);
            assertTrue(names(data).containsAll(Set.of("afterbeep.db", "afterbeep.db-wal", "afterbeep.db-shm", "window.lock", "window.port", "afterbeep.log")), names(data)::toString);
            assertTrue(names(out).containsAll(Set.of("rejects.csv", "calls.csv", "prospects.csv", "all.ics")), names(out)::toString);
            assertTrue(names(temporary).stream().anyMatch(name -> name.endsWith(".ics")), names(temporary)::toString);
            day.getOutputStream().write('\n');
            day.getOutputStream().flush();
            assertEquals(0, day.waitFor(), () -> read(errors));
        } finally {
            day.destroyForcibly();
        }
        String log = read(data.resolve("logs/afterbeep.log"));
        assertAll(
            () -> assertEquals(List.of(), canaries(log)),
            () -> assertEquals(List.of(), canaries(read(errors))),
            () -> assertTrue(log.contains("INFO ImportService: an import: imported 3, updated 0, duplicates 0, rejected 1"), log),
            () -> assertTrue(log.contains("INFO OutboxSender: an email: Sent"), log),
            () -> assertTrue(log.contains("INFO OutboxSender: an email: Stopped") && log.contains("an email: Refused") && log.contains("an email: Later"), log),
            () -> assertTrue(log.contains("INFO ErasureService: a person was erased"), log),
            () -> assertTrue(log.contains("SEVERE Errors: not handled\nerror "), log),
            () -> assertTrue(log.contains("java.lang.NumberFormatException\n"), log),
            () -> assertTrue(log.contains("WARNING Started: others could read something in the data folder; now they can't"), log),
            () -> assertTrue(log.endsWith("INFO Started: ended\n"), log));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /// Each with the line that it stands in. A time or a line number may hold three fives.
    private static List<String> canaries(String text) {
        List<String> found = new ArrayList<>();
        text.lines().map(line -> line.replaceFirst("^\\d{4}-\\S+ ", "").replaceAll(":\\d+\\)$", ")").toLowerCase(Locale.ROOT))
            .filter(line -> CANARIES.stream().anyMatch(line::contains)).forEach(found::add);
        return found;
    }

    private static List<String> wide(Path folder) throws IOException {
        List<String> wide = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(each)).endsWith("------")) {
                    wide.add(each.toString());
                }
            }
        }
        return wide;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(all.map(path -> path.getFileName().toString()).toList());
        }
    }
}

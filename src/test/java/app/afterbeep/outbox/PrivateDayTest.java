package app.afterbeep.outbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.files.OwnerOnly;
import app.afterbeep.testkit.Child;
import app.afterbeep.testkit.Child.How;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.io.TempDir;

/// After a day's work nobody else can read a file of it, and no log says with whom it was.
@Timeout(180)
class PrivateDayTest {
    private static final List<String> CANARIES = List.of("canary", "555", "example.com", ScriptedServer.PASSWORD.toLowerCase(Locale.ROOT));
    @TempDir Path folder;

    @Test
    void nobodyElseReadsAFileAndNoLogSaysWithWhom() throws Exception {
        Path data = folder.resolve("data");
        Path out = Files.createDirectory(folder.resolve("out"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        // A data folder of an earlier version, copied by somebody who did not think of rights.
        Files.createDirectories(data.resolve("backups"));
        Files.writeString(data.resolve("backups/before-version-2.db"), "");
        if (Child.ownersRights()) {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        How how = How.with("-Djava.io.tmpdir=" + temporary, "-Dafterbeep.log=FINEST").umaskOfNothing();
        String errors;
        try (Child day = Child.start(folder, how, PrivateDay.class, data, out)) {
            day.await("ready");
            Set<String> wide = new TreeSet<>(wide(data));
            wide.addAll(wide(out));
            wide.addAll(wide(temporary));
            // What is the rep's own: the list and the folders that were there. And what is no rep's data: SQLite's library.
            wide.removeAll(Set.of("out", "out/Canary Person.csv", "out/canary folder", "out/second", "tmp"));
            wide.removeIf(path -> path.startsWith("tmp/sqlite-"));
            assertEquals(Set.of(), wide);
            assertTrue(names(data).containsAll(Set.of("afterbeep.db", "afterbeep.db-wal", "afterbeep.db-shm", "afterbeep.tally", "window.lock", "window.port",
                "afterbeep.log", "catalog.txt", "closed.txt")), names(data)::toString);
            assertTrue(names(out).containsAll(Set.of("rejects.csv", "calls.csv", "prospects.csv", "all.ics", "copy.db", "catalog.txt")), names(out)::toString);
            for (String kind : List.of("before-restore", "damaged", "before-version")) {
                assertTrue(Stream.of(data, out).flatMap(each -> names(each).stream()).anyMatch(name -> name.contains(kind)), () -> kind + names(data) + names(out));
            }
            assertTrue(names(temporary).stream().anyMatch(name -> name.endsWith(".ics")), names(temporary)::toString);
            assertTrue(names(temporary).stream().anyMatch(name -> name.startsWith("afterbeep-reading-")), names(temporary)::toString);
            day.say("");
            assertEquals(0, day.exitValue(), day::errors);
            errors = day.errors();
        }
        String log = read(data.resolve("logs/afterbeep.log"));
        assertAll(
            () -> assertEquals(List.of(), canaries(log)),
            () -> assertEquals(List.of(), canaries(errors)),
            () -> assertTrue(log.contains("INFO ImportService: an import: imported 3, updated 0, duplicates 0, rejected 1"), log),
            () -> assertTrue(log.contains("INFO OutboxSender: an email: Sent"), log),
            () -> assertTrue(log.contains("INFO OutboxSender: an email: Stopped") && log.contains("an email: Refused") && log.contains("an email: Later"), log),
            () -> assertTrue(log.contains("INFO ErasureService: a person was erased"), log),
            () -> assertTrue(log.contains("SEVERE Errors: not handled\nerror "), log),
            () -> assertTrue(log.contains("java.lang.NumberFormatException\n"), log),
            () -> assertEquals(Child.ownersRights(), log.contains("WARNING Started: others could read something in the data folder; now they can't"), log),
            // A thread that listened for a second start may say at level FINE that it ended too.
            () -> assertTrue(log.lines().filter(line -> !line.contains(" FINE ")).reduce("", (line, next) -> next).endsWith("INFO Started: ended"), log));
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

    /// Rights are taken off at the start only, which [app.afterbeep.ArchitectureTest] sees to: whatever nobody else can read now was made so.
    private List<String> wide(Path root) throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path each : all(root)) {
            if (OwnerOnly.others(each)) {
                wide.add(folder.relativize(each).toString());
            }
        }
        return wide;
    }

    private static Set<String> names(Path root) {
        try {
            return new TreeSet<>(all(root).stream().map(path -> path.getFileName().toString()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> all(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.toList();
        }
    }
}

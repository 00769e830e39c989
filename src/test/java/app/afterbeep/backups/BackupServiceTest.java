package app.afterbeep.backups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.backups.Backup.Checked;
import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.calls.Outcome;
import app.afterbeep.db.Pace;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupServiceTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);
    private Desk desk;
    private String second = "";
    private BackupService backups;

    @BeforeEach
    void aDesk() {
        desk = new Desk(folder, clock);
        backups = new BackupService(file(), clock, () -> second);
        desk.add("Ann Lee", "+12125550142");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path file() {
        return folder.resolve("afterbeep.db");
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".db")).sorted().toList();
        }
    }

    private Path kept() {
        return folder.resolve("backups");
    }

    @Test
    void oneADayAndOnlyWhenSomethingHasChanged() throws Exception {
        assertTrue(backups.whenDue(desk.database.changes()).isPresent());
        clock.pass(Duration.ofDays(1));
        assertTrue(backups.whenDue(desk.database.changes()).isEmpty(), "nothing has changed");
        desk.log(desk.next(), Outcome.NO_ANSWER);
        assertEquals(1, backups.whenDue(desk.database.changes()).orElseThrow().contents().attempts());
        desk.add("Bob Cruz", "+12125550143");
        assertTrue(backups.whenDue(desk.database.changes()).isEmpty(), "it is not time yet");
        assertEquals(List.of("afterbeep-2026-11-24T1000.db", "afterbeep-2026-11-25T1000.db"), names(kept()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().resolve("catalog.txt"))));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().resolve("afterbeep-2026-11-25T1000.db"))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())));
    }

    @Test
    void theLastOneOfTheDayIsKnownAgainAtTheNextStart() throws Exception {
        String changes = desk.database.changes();
        desk.close();
        backups.atClose(changes);
        BackupService next = new BackupService(file(), clock, () -> "");
        assertTrue(next.unchangedSinceClosed());
        desk = new Desk(folder, clock);
        next.startsUnchanged(desk.database.changes());
        next.atClose(desk.database.changes());
        clock.pass(Duration.ofDays(3));
        assertTrue(next.whenDue(desk.database.changes()).isEmpty(), "the file is what it was");
        assertEquals(1, names(kept()).size());
        desk.add("Bob Cruz", "+12125550143");
        assertTrue(next.whenDue(desk.database.changes()).isPresent());
    }

    @Test
    void aFileThatWasWrittenByAnotherIsNotWhatItWas() throws Exception {
        String changes = desk.database.changes();
        desk.close();
        backups.atClose(changes);
        try (Desk other = new Desk(folder, clock)) {
            other.add("Bob Cruz", "+12125550143");
        }
        assertFalse(new BackupService(file(), clock, () -> "").unchangedSinceClosed());
        desk = new Desk(folder, clock);
    }

    @Test
    void beforeAnImportAndNotTwiceForNothing() throws Exception {
        assertTrue(backups.before(Kind.BEFORE_IMPORT, desk.database.changes(), Pace.besideClicks()).isPresent());
        assertTrue(backups.before(Kind.BEFORE_IMPORT, desk.database.changes(), Pace.besideClicks()).isEmpty());
        assertEquals(List.of("afterbeep-2026-11-24T1000-before-import.db"), names(kept()));
    }

    @Test
    void aFileWithNothingInItNeedsNone() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        BackupService none = new BackupService(empty.resolve("afterbeep.db"), clock, () -> "");
        String changes;
        try (Desk fresh = new Desk(empty, clock)) {
            assertTrue(none.before(Kind.BEFORE_IMPORT, fresh.database.changes(), Pace.besideClicks()).isEmpty());
            fresh.database.sql().update("INSERT INTO setting VALUES ('window_place', '0 0 980 640'), ('table review', 'at 90')");
            assertTrue(none.whenDue(fresh.database.changes()).isEmpty(), "the window's own notes are nothing that could be lost");
            changes = fresh.database.changes();
        }
        none.atClose(changes);
        assertEquals(List.of(), none.standing().kept());
        try (Desk fresh = new Desk(empty, clock)) {
            fresh.add("Bob Cruz", "+12125550143");
            assertTrue(none.whenDue(fresh.database.changes()).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO dnc (kind, value, source, at) VALUES ('phone', '+12125550142', 'import', 0)",
        "INSERT INTO setting VALUES ('my_name', 'Dana Reyes')", "INSERT INTO calling_hours VALUES ('US', 'OK', '09:00', '20:00')"})
    void whatIsDoneBeforeTheFirstProspectIsCopiedToo(String done) throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        try (Desk fresh = new Desk(empty, clock)) {
            fresh.database.sql().update(done);
            assertTrue(new BackupService(empty.resolve("afterbeep.db"), clock, () -> "").whenDue(fresh.database.changes()).isPresent());
        }
    }

    @Test
    void workOnScriptsBeforeTheFirstProspectIsCopiedToo() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        String changes;
        try (Desk fresh = new Desk(empty, clock)) {
            fresh.database.action("Edited “Voicemail 1”", null, () -> fresh.database.sql().update("UPDATE script SET name = 'Mine' WHERE id = 1"));
            changes = fresh.database.changes();
        }
        BackupService service = new BackupService(empty.resolve("afterbeep.db"), clock, () -> "");
        service.atClose(changes);
        assertEquals(1, service.standing().kept().size());
    }

    @Test
    void aCopyIsWholeWhileOthersWrite() throws Exception {
        for (int i = 0; i < 40; i++) {
            desk.add("Person Number" + i, "+1212555" + (1000 + i));
        }
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 200; i++) {
                desk.add("Later Number" + i, "+1646555" + (1000 + i));
            }
        });
        for (int i = 0; i < 5; i++) {
            assertTrue(backups.backUp(Kind.REGULAR, "run " + i).good());
        }
        writer.join();
        Backup last = backups.backUp(Kind.REGULAR, "all");
        assertEquals(241, last.contents().prospects());
        assertEquals(6, names(kept()).size(), "several in one minute have names of their own");
    }

    @Test
    void theSecondFolderGetsWhatItLacksAsSoonAsItIsThere() throws Exception {
        Path stick = folder.resolve("stick");
        second = stick.toString();
        backups.backUp(Kind.REGULAR, "1");
        assertTrue(backups.standing().secondProblem().contains("not there now"));
        Files.createDirectory(stick);
        Files.writeString(stick.resolve("holiday.jpg"), "sea");
        clock.pass(Duration.ofDays(1));
        backups.backUp(Kind.REGULAR, "2");
        assertEquals("", backups.standing().secondProblem());
        assertEquals(names(kept()), names(stick));
        assertTrue(backups.standing().kept().stream().allMatch(kept -> kept.here() && kept.there()));
        assertTrue(Files.exists(stick.resolve("holiday.jpg")));
        Files.delete(kept().resolve("afterbeep-2026-11-24T1000.db"));
        assertEquals(1, backups.standing().kept().stream().filter(kept -> !kept.here() && kept.there()).count(), "what is only there can be restored too");
    }

    @Test
    void theSecondFolderGetsTheOneFromBeforeAVersionOnceAndUnderItsName() throws Exception {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        second = stick.toString();
        Backup made = backups.backUp(Kind.REGULAR, "1");
        Files.copy(made.file(), kept().resolve("before-version-5.db"));
        backups.verifyAll();
        for (int day = 0; day < 3; day++) {
            clock.pass(Duration.ofDays(1));
            backups.backUp(Kind.REGULAR, "day " + day);
        }
        assertEquals(names(kept()), names(stick));
        assertTrue(backups.standing().kept().stream().allMatch(each -> each.here() && each.there()));
    }

    @Test
    void whatTwoComputersNameAlikeIsBothThereOnce() throws Exception {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        second = stick.toString();
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Desk there = new Desk(other, clock)) {
            for (int i = 0; i < 400; i++) {
                there.add("Person Number" + i, "+1212555" + (1000 + i));
            }
            new BackupService(other.resolve("afterbeep.db"), clock, () -> second).backUp(Kind.REGULAR, "1");
        }
        backups.backUp(Kind.REGULAR, "1");
        backups.bringToSecond();
        backups.bringToSecond();
        assertEquals(List.of("afterbeep-2026-11-24T1000-2.db", "afterbeep-2026-11-24T1000.db"), names(stick));
        assertTrue(backups.standing().kept().stream().anyMatch(each -> each.here() && each.there()));
    }

    @Test
    void copiesOfACopyGo() throws Exception {
        Backup first = backups.backUp(Kind.REGULAR, "1");
        BackupFolder stick = new BackupFolder(folder.resolve("stick"), clock);
        for (int i = 0; i < 3; i++) {
            stick.add(first.at(), Kind.BEFORE_VERSION, Pace.atOnce(), copy -> Files.copy(first.file(), copy));
        }
        assertEquals(3, stick.list().size());
        stick.thin();
        assertEquals(1, names(folder.resolve("stick")).size());
    }

    @Test
    void oldOnesGoAndStrangersStay() throws Exception {
        Files.createDirectories(kept());
        Files.writeString(kept().resolve("my notes.db"), "not ours");
        for (int day = 0; day < 60; day++) {
            backups.backUp(Kind.REGULAR, Integer.toString(day));
            clock.pass(Duration.ofDays(1));
        }
        assertTrue(names(kept()).size() < 30, "kept " + names(kept()).size());
        assertTrue(names(kept()).contains("my notes.db"));
    }

    @Test
    void withoutTheCatalogEachIsReadAgain() throws Exception {
        Backup made = backups.backUp(Kind.REGULAR, "1");
        Files.delete(kept().resolve("catalog.txt"));
        assertEquals(Checked.NOT_YET, backups.standing().kept().getFirst().backup().checked());
        backups.verifyAll();
        assertEquals(Checked.GOOD, backups.standing().kept().getFirst().backup().checked());
        // One that has changed since is not what was checked.
        byte[] bytes = Files.readAllBytes(made.file());
        for (int i = 4096; i < 40_000; i += 7) {
            bytes[i] ^= 0x55;
        }
        Files.write(made.file(), bytes);
        Files.setLastModifiedTime(made.file(), java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        backups.verifyAll();
        assertEquals(Checked.DAMAGED, backups.standing().kept().getFirst().backup().checked());
        assertTrue(backups.standing().last().isEmpty());
    }

    @Test
    void ofADamagedFileNoBackupIsMadeAndTheEarlierOnesStay() throws Exception {
        backups.backUp(Kind.REGULAR, "1");
        desk.close();
        byte[] bytes = Files.readAllBytes(file());
        for (int i = 8192; i < bytes.length; i += 31) {
            bytes[i] ^= 0x33;
        }
        Files.write(file(), bytes);
        clock.pass(Duration.ofDays(1));
        assertTrue(assertThrows(AppException.class, () -> backups.backUp(Kind.REGULAR, "2")).getMessage().contains("the earlier ones are as they were"));
        assertEquals(List.of("afterbeep-2026-11-24T1000.db"), names(kept()));
        try (Stream<Path> files = Files.list(kept())) {
            assertEquals(2, files.count(), "the backup and the catalog, nothing half-made");
        }
        Path empty = Files.createDirectory(folder.resolve("again"));
        desk = new Desk(empty, clock);
    }

    @Test
    void whatACrashHasLeftGoesWithTheNextOne() throws Exception {
        Files.createDirectories(kept());
        Files.writeString(kept().resolve(".copy-abc.tmp"), "half");
        backups.backUp(Kind.REGULAR, "1");
        assertFalse(Files.exists(kept().resolve(".copy-abc.tmp")));
    }

    @Test
    void theTallyKnowsWhatIsMissing() throws Exception {
        Tally tally = new Tally(file());
        assertEquals(0, tally.missing(0), "nothing was written yet");
        tally.write(12, clock.instant());
        assertEquals(0, tally.missing(12));
        assertEquals(0, tally.missing(20));
        assertEquals(3, new Tally(file()).missing(9));
        Files.writeString(folder.resolve("afterbeep.tally"), "rubbish");
        assertEquals(0, tally.missing(0));
    }
}

package app.afterbeep.backups;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.backups.Backup.Kind;
import app.afterbeep.backups.RestoreService.Restored;
import app.afterbeep.calls.Outcome;
import app.afterbeep.outbox.Email;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreServiceTest {
    @TempDir Path folder;
    private final MovableClock clock = new MovableClock(Desk.TUESDAY_MORNING);

    private Path file() {
        return folder.resolve("afterbeep.db");
    }

    private Backup backUp(Desk desk) throws AppException {
        return new BackupService(file(), clock, () -> "").backUp(Kind.REGULAR, desk.database.changes());
    }

    private Restored restore(Path backup) throws AppException {
        return new RestoreService(file(), clock).restore(backup);
    }

    @Test
    void theFileIsAsItWasAndWhatWasThereCanBeRestoredInItsTurn() throws AppException {
        Backup backup;
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            desk.add("Bob Cruz", "+12125550143");
            backup = backUp(desk);
            desk.log(desk.next(), Outcome.NO_ANSWER);
            assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        }
        Restored restored = restore(backup.file());
        assertEquals(1, Objects.requireNonNull(restored.before()).attempts());
        assertEquals(0, restored.after().attempts());
        assertFalse(Files.exists(folder.resolve(".restore")), "nothing half-made is left");
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
            assertEquals(2, desk.number("SELECT count(*) FROM prospect"));
        }
        restore(Objects.requireNonNull(restored.setAside()));
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(1, desk.number("SELECT count(*) FROM attempt"), "the restore is undone");
        }
    }

    @Test
    void anEmailThatHasLeftSinceIsSentAndOthersGoOnWaiting() throws AppException {
        Backup backup;
        try (Desk desk = new Desk(folder, clock)) {
            for (String name : new String[] {"Ann Lee", "Bob Cruz", "Cal Diaz"}) {
                desk.add(name, "+1212555014" + name.length());
                desk.log(desk.next(), Outcome.LEFT_VOICEMAIL);
            }
            clock.pass(Duration.ofMinutes(5));
            backup = backUp(desk);
            desk.outbox.markSent(desk.outbox.list().get(0));
            desk.database.transaction(() -> desk.database.sql().update("UPDATE email SET state = 'sending', message_id = 'x@example.com' WHERE id = 2"));
        }
        Restored restored = restore(backup.file());
        assertEquals(0, restored.held());
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals("sent unknown waiting", desk.text("SELECT group_concat(state, ' ' ORDER BY id) FROM email"));
            assertEquals(1, desk.number("SELECT count(*) FROM email WHERE sent_at IS NOT NULL"));
        }
    }

    @Test
    void withoutTheFileThatWasThereNobodyKnowsWhatHasLeft() throws AppException, IOException {
        Backup backup;
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            desk.log(desk.next(), Outcome.LEFT_VOICEMAIL);
            backup = backUp(desk);
        }
        Files.writeString(file(), "no data file any more");
        Restored restored = restore(backup.file());
        assertEquals(1, restored.held());
        assertNull(restored.before());
        assertEquals("no data file any more", Files.readString(Objects.requireNonNull(restored.setAside())), "kept as it was");
        assertTrue(restored.setAside().getFileName().toString().endsWith("-damaged.db"));
        try (Desk desk = new Desk(folder, clock)) {
            clock.pass(Duration.ofHours(1));
            assertEquals(Email.State.UNKNOWN, desk.outbox.list().getFirst().state());
            assertTrue(desk.outbox.list().getFirst().problem().contains("perhaps this has left since"));
        }
    }

    /// The file was moved away after a crash; its log stayed.
    private byte[] aLogWithoutItsFile() throws IOException {
        Path held = Files.createDirectory(folder.resolve("held"));
        try (Desk desk = new Desk(held, clock)) {
            desk.add("Bob Cruz", "+12125550143");
            Files.deleteIfExists(file());
            Files.copy(held.resolve("afterbeep.db-wal"), folder.resolve("afterbeep.db-wal"));
        }
        return Files.readAllBytes(folder.resolve("afterbeep.db-wal"));
    }

    @Test
    void theLogOfAMissingFileIsKeptByARestore() throws AppException, IOException {
        Backup backup;
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            backup = backUp(desk);
        }
        byte[] log = aLogWithoutItsFile();
        Path kept = Objects.requireNonNull(restore(backup.file()).setAside());
        assertEquals("afterbeep-2026-11-24T1000-damaged.db-wal", kept.getFileName().toString());
        assertArrayEquals(log, Files.readAllBytes(kept));
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(1, desk.number("SELECT count(*) FROM prospect"), "nothing of the log came into it");
        }
    }

    @Test
    void theLogOfAMissingFileIsKeptBeforeANewOneIsBegun() throws AppException, IOException {
        byte[] log = aLogWithoutItsFile();
        assertArrayEquals(log, Files.readAllBytes(new RestoreService(file(), clock).setLogAside()));
        Files.write(folder.resolve("afterbeep.db-wal"), log);
        assertEquals("afterbeep-2026-11-24T1000-damaged-2.db-wal", new RestoreService(file(), clock).setLogAside().getFileName().toString());
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(0, desk.number("SELECT count(*) FROM prospect"));
            assertThrows(AppException.class, () -> new RestoreService(file(), clock).setLogAside(), "the file is there: its log belongs to it");
        }
    }

    @Test
    void whoMustNotBeCalledIsNotForgotten() throws AppException {
        Backup backup;
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            backup = backUp(desk);
            desk.log(desk.next(), Outcome.DO_NOT_CALL);
        }
        Restored restored = restore(backup.file());
        assertTrue(restored.dnc() > 0);
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(0, desk.number("SELECT count(*) FROM prospect WHERE reachable = 1"));
            assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
        }
    }

    @Test
    void aFileThatIsOpenElsewhereIsNotReplaced() throws AppException {
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            Backup backup = backUp(desk);
            desk.log(desk.next(), Outcome.NO_ANSWER);
            assertTrue(assertThrows(AppException.class, () -> restore(backup.file())).getMessage().contains("open elsewhere"));
            desk.add("Bob Cruz", "+12125550143");
            assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
        }
        try (Desk desk = new Desk(folder, clock)) {
            assertEquals(2, desk.number("SELECT count(*) FROM prospect"));
        }
    }

    @Test
    void aDamagedBackupChangesNothing() throws AppException, IOException {
        try (Desk desk = new Desk(folder, clock)) {
            desk.add("Ann Lee", "+12125550142");
            Backup backup = backUp(desk);
            byte[] bytes = Files.readAllBytes(backup.file());
            for (int i = 4096; i < bytes.length; i += 97) {
                bytes[i] = 17;
            }
            Files.write(folder.resolve("broken.db"), bytes);
        }
        byte[] before = Files.readAllBytes(file());
        assertThrows(AppException.class, () -> restore(folder.resolve("broken.db")));
        assertArrayEquals(before, Files.readAllBytes(file()));
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            assertEquals(1, files.filter(each -> each.toString().endsWith(".db")).count());
        }
        assertNotNull(file());
    }
}

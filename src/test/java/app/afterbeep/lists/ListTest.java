package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Lists into a new file.
abstract class ListTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneId.of("America/New_York"));

    @TempDir Path folder;
    Database database;
    ProspectStore prospects;
    ImportService service;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("afterbeep.db"), CLOCK, Runnable::run);
        prospects = new ProspectStore(database.sql(), CLOCK);
        service = new ImportService(database, prospects, new CadenceStore(database.sql(), CLOCK), CLOCK, Settings::initial);
    }

    @AfterEach
    void close() {
        database.close();
    }

    Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("My list.csv"), bytes);
    }

    ImportReport imported(String text) throws IOException, AppException {
        return service.importFile(file(text.getBytes(StandardCharsets.UTF_8)), ImportOptions.none());
    }

    List<Prospect> all() {
        List<Prospect> all = new ArrayList<>();
        prospects.each(all::add);
        return all;
    }

    Prospect only() {
        assertEquals(1, all().size());
        return all().getFirst();
    }

    static List<String> numbers(Prospect prospect) {
        return prospect.phones().stream().map(Phone::e164).toList();
    }

    String refused(String text) throws IOException {
        Path file = file(text.getBytes(StandardCharsets.UTF_8));
        return assertThrows(AppException.class, () -> service.importFile(file, ImportOptions.none())).getMessage();
    }
}

package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.afterbeep.cadence.CadenceStore;
import app.afterbeep.db.Database;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.prospects.Phone;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.prospects.ProspectStore;
import app.afterbeep.settings.Settings;
import app.afterbeep.ui.AppException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file of every program whose files are known, as that writes it: whose it is, what its columns are, and who comes out of it. What is expected
/// stands beside each file.
final class PresetsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneId.of("America/New_York"));
    private static final String PLACE = "/app/afterbeep/lists/presets/";

    @TempDir
    private Path folder;

    private Path file(String name) throws Exception {
        try (InputStream in = PresetsTest.class.getResourceAsStream(PLACE + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubspot.csv", "hubspot-internal.csv", "salesforce.csv", "close.csv", "pipedrive.csv", "google.csv", "google-legacy.csv",
        "outlook.csv", "outlook-com.csv", "linkedin.csv", "apollo.csv", "zoominfo.csv", "act.csv", "vicidial-lead-file.txt",
        "vicidial-call-export.txt", "contacts.vcf", "german.csv"})
    void fileIsUnderstoodWithoutAWord(String name) throws Exception {
        String expected;
        try (InputStream in = PresetsTest.class.getResourceAsStream(PLACE + name + ".expected")) {
            expected = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertEquals(expected, told(file(name)));
    }

    private String told(Path file) throws Exception {
        try (Database database = Database.open(folder.resolve("afterbeep.db"), CLOCK, Runnable::run)) {
            ProspectStore prospects = new ProspectStore(database.sql(), CLOCK);
            ImportService service = new ImportService(database, prospects, new CadenceStore(database.sql(), CLOCK), CLOCK, Settings::initial);
            FileLook look = service.look(file, ImportOptions.none());
            List<String> told = new ArrayList<>(List.of(look.source() + " · " + look.kind() + " · header in line " + look.headerLine()));
            look.columns().stream().map(c -> c.header() + " = " + c.field() + ", " + c.certainty()).forEach(told::add);
            told.add("");
            try {
                ImportReport report = service.importFile(file, ImportOptions.none());
                prospects.each(p -> told.add(person(p)));
                report.rows().forEach(row -> told.add("line " + row.line() + " " + row.result() + ": " + row.reason()));
            } catch (AppException e) {
                told.add(e.getMessage());
            }
            return String.join("\n", told) + "\n";
        }
    }

    private static String person(Prospect p) {
        return String.join(" | ", p.firstName() + " " + p.lastName(), p.title(), p.company(), p.email(),
            p.phones().stream().map(PresetsTest::phone).collect(Collectors.joining(", ")),
            p.place().country() + " " + p.place().region() + " " + p.place().zoneNames() + " " + p.placeSource(), "id " + p.externalId(),
            p.status().toString(), p.note().replace('\n', '/'));
    }

    private static String phone(Phone phone) {
        return phone.e164() + (phone.extension().isEmpty() ? "" : " ext. " + phone.extension()) + (phone.label().isEmpty() ? "" : " " + phone.label())
            + (phone.type().isEmpty() ? "" : " (" + phone.type() + ")");
    }

    @Test
    void linkedInHasNoNumbersAndSoOnlyAddsToWhoIsKnown() throws Exception {
        try (Database database = Database.open(folder.resolve("afterbeep.db"), CLOCK, Runnable::run)) {
            ProspectStore prospects = new ProspectStore(database.sql(), CLOCK);
            ImportService service = new ImportService(database, prospects, new CadenceStore(database.sql(), CLOCK), CLOCK, Settings::initial);
            Path known = Files.writeString(folder.resolve("known.csv"), "Name,Phone,Email\nPia Quist,212 555 0184,pia@example.com\n");
            service.importFile(known, ImportOptions.none());
            ImportReport report = service.importFile(file("linkedin.csv"),
                new ImportOptions("", "", Map.of(), List.of(), Map.of(), Mode.UPDATE_ONLY, ImportOptions.Match.ANY));
            assertEquals("imported 0, updated 1, duplicates 0, rejected 1", report.counts());
            assertEquals("Partner", prospects.byEmail("pia@example.com").getFirst().title());
        }
    }
}

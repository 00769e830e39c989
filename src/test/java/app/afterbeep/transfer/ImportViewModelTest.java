package app.afterbeep.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.testkit.LogDesk;
import app.afterbeep.transfer.ImportViewModel.Choosing;
import app.afterbeep.transfer.ImportViewModel.Done;
import app.afterbeep.transfer.ImportViewModel.Running;
import app.afterbeep.transfer.ImportViewModel.State;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportViewModelTest {
    private static final String PEOPLE = """
        First Name,Phone
        Ann,(212) 555-0144
        Ann,(212) 555-0144
        Bob,nonsense
        """;

    @TempDir
    private Path folder;
    private LogDesk desk;
    private ImportViewModel model;

    @BeforeEach
    void open() {
        desk = new LogDesk(folder);
        model = new ImportViewModel(desk.importer, desk.exporter, Background.direct(), desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Choosing choosing() {
        return assertInstanceOf(Choosing.class, model.state().get());
    }

    private ImportReport report() {
        return assertInstanceOf(Done.class, model.state().get()).report();
    }

    @Test
    void offersTheFilesNameForTheList() throws IOException {
        Path file = desk.file("Autumn 2.0.csv", PEOPLE);
        model.choose(file);
        assertEquals(new Choosing(file, "Autumn 2.0", "", false), choosing());
    }

    @Test
    void reportsWhatBecameOfEveryRow() throws IOException {
        List<State> states = new ArrayList<>();
        model.state().subscribe((before, now) -> states.add(now));
        Path file = desk.file("a.csv", PEOPLE);
        model.choose(file);
        model.run("Autumn", "");
        assertEquals("imported 1, updated 0, duplicates 1, rejected 1", report().counts());
        assertEquals(List.of(3L, 4L), report().rows().stream().map(ImportReport.Row::line).toList());
        assertEquals("Autumn", desk.prospect("Ann").listName());
        assertEquals(List.of(new Choosing(file, "a", "", false), new Running(file, "Autumn", Progress.State.START), new Done(report())), states);
    }

    @Test
    void savesTheRowsThatWereNotImported() throws IOException {
        model.choose(desk.file("a.csv", PEOPLE));
        model.run("Autumn", "");
        assertEquals("Autumn - not imported.csv", model.rejectsName());
        Path rejects = folder.resolve("rejects.csv");
        model.saveRejects(rejects);
        List<String> lines = Files.readAllLines(rejects);
        assertEquals("line,result,reason,First Name,Phone", lines.getFirst());
        assertTrue(lines.get(2).startsWith("4,rejected,") && lines.get(2).endsWith(",Bob,nonsense"), lines.get(2));
        assertEquals("2 rows saved to " + rejects, desk.lastNotice());
        model.saveRejects(folder.resolve("nowhere/rejects.csv"));
        assertTrue(desk.notices.getLast().problem());
    }

    @Test
    void aFileWithoutAKnownPhoneColumnAsksForIt() throws IOException {
        model.choose(desk.file("a.csv", "First Name,Reach\nAnn,(212) 555-0144\n"));
        model.run("Autumn", "");
        assertTrue(choosing().askColumn());
        assertEquals("a.csv has no phone column. Its columns are First Name, Reach. If one of them has the numbers, say which.", choosing().problem());
        assertEquals("Autumn", choosing().listName());
        model.run("Autumn", "Rech");
        assertTrue(choosing().askColumn());
        assertFalse(choosing().problem().isEmpty());
        model.run("Autumn", "Reach");
        assertEquals(1, report().imported());
    }

    @Test
    void whatCantBeReadIsSaidInPlaceAndNothingIsImported() {
        model.choose(folder.resolve("missing.csv"));
        model.run("", "");
        assertTrue(choosing().problem().startsWith("There is no file "), choosing().problem());
        assertFalse(choosing().askColumn());
        assertEquals(0, desk.desk.prospects.count());
    }

    @Test
    void beginsAnewEachTimeItIsOpened() throws IOException {
        model.choose(desk.file("a.csv", PEOPLE));
        model.run("", "");
        assertEquals("a", report().listName());
        model.begin();
        assertEquals(Choosing.NOTHING, choosing());
        model.run("x", "");
        assertEquals(Choosing.NOTHING, choosing());
    }
}

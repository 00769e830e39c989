package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.exports.ExportService;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.lists.ImportViewModel.Choosing;
import app.afterbeep.lists.ImportViewModel.Done;
import app.afterbeep.lists.ImportViewModel.Mapping;
import app.afterbeep.lists.ImportWork.Kind;
import app.afterbeep.lists.ImportWork.Past;
import app.afterbeep.testkit.LogDeskTest;
import app.afterbeep.ui.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The import window's steps on real files and a real database.
final class ImportWindowTest extends LogDeskTest {
    private static final String PEOPLE = """
        First Name,Last Name,Phone,Wave
        Ann,Lee,(212) 555-0144,1
        Ann,Lee,(212) 555-0144,1
        Bob,Ray,nonsense,2
        Cleo,Fitz,(212) 555-0145,2
        """;

    private ImportViewModel model;

    @BeforeEach
    void fill() {
        Background background = Background.direct();
        model = new ImportViewModel(new ImportWindowService(desk.desk.database, desk.importer, background, () -> { }), background, desk, desk.desk.clock);
        model.begin();
    }

    private String problem(Path file) {
        model.begin();
        model.choose(file);
        return assertInstanceOf(Choosing.class, model.state().get()).problem();
    }

    private Past imported(String name, String text) throws IOException {
        model.begin();
        model.choose(desk.file(name, text));
        model.next();
        model.run();
        return past();
    }

    private Past past() {
        return assertInstanceOf(Done.class, model.state().get()).past();
    }

    private String rows() {
        return model.results().page().get().rows().stream().map(row -> row.line() + " " + row.who() + ": " + row.reason()).collect(Collectors.joining("\n"));
    }

    @Test
    void eachCountOpensItsRows() throws IOException {
        Past past = imported("Autumn.csv", PEOPLE);
        assertEquals("2 new, 1 duplicate, 1 rejected", past.words());
        assertEquals(Kind.REJECTED, model.results().page().get().kind());
        assertTrue(rows().startsWith("4 : "), rows());
        model.results().show(Kind.DUPLICATE);
        assertTrue(rows().startsWith("3 Ann Lee: "), rows());
        model.results().show(Kind.NEW);
        assertEquals("2 Ann Lee: \n5 Cleo Fitz: ", rows());
        model.begin();
        assertEquals(List.of("Autumn.csv"), model.earlier().get().stream().map(Past::file).toList());
        assertEquals(List.of(new ImportWork.ListSize("Autumn", 2)), model.lists().get());
        model.show(model.earlier().get().getFirst());
        assertEquals(past, past());
    }

    @Test
    void theRejectsAreSavedWithLineAndReason() throws IOException {
        imported("Autumn.csv", PEOPLE);
        assertEquals("Autumn - not imported.csv", model.results().rejectsName());
        Path rejects = folder.resolve("rejects.csv");
        model.results().saveRejects(rejects);
        List<String> lines = Files.readAllLines(rejects);
        assertEquals("line,result,reason,First Name,Last Name,Phone,Wave", lines.getFirst());
        assertTrue(lines.get(2).startsWith("4,rejected,") && lines.get(2).endsWith(",Bob,Ray,nonsense,2"), lines.get(2));
        assertEquals("2 rows saved to " + rejects, desk.lastNotice());
        model.results().saveRejects(folder.resolve("nowhere/rejects.csv"));
        assertTrue(desk.notices.getLast().problem());
    }

    @Test
    void whoeverWasCalledStaysWhenTheImportIsTakenBack() throws IOException {
        imported("Autumn.csv", PEOPLE);
        desk.log("2026-11-24T10:00:00", "Ann", Outcome.NO_ANSWER);
        assertTrue(model.results().canTakeBack());
        model.results().takeBack();
        assertEquals("Took back the import of Autumn.csv: 1 person removed, 1 stays, since they were called.", desk.lastNotice());
        assertTrue(past().takenBack());
        assertFalse(model.results().canTakeBack());
        assertEquals(1, desk.desk.prospects.count());
    }

    @Test
    void prospectsThatAfterbeepHasExportedAreRestoredWithoutBeingAskedAbout() throws Exception {
        imported("Autumn.csv", PEOPLE);
        Path file = folder.resolve("prospects.csv");
        desk.exporter.prospects(ExportService.Target.exact(file));
        model.results().takeBack();
        model.begin();
        model.choose(file);
        assertTrue(assertInstanceOf(Choosing.class, model.state().get()).looked().look().ours());
        model.next();
        assertEquals("2 new", past().words());
        assertEquals("Autumn", desk.prospect("Ann").listName());
        assertEquals("1", desk.prospect("Ann").fields().get("Wave"));
    }

    @Test
    void whatWasSaidOfTheColumnsIsRememberedUntilItIsGuessedAnew() throws IOException {
        imported("Autumn.csv", PEOPLE);
        model.begin();
        model.choose(desk.file("Winter.csv", PEOPLE.replace("0145", "0146")));
        assertFalse(model.columns().columns().get().remembered(), "nothing was said");
        model.next();
        model.columns().choose(3, "ignored");
        assertEquals("Ann Lee", model.columns().preview().get().rows().getFirst().name());
        model.run();
        model.begin();
        model.choose(desk.file("Spring.csv", PEOPLE.replace("0145", "0147")));
        model.next();
        assertTrue(model.columns().columns().get().remembered());
        assertEquals("ignored", model.columns().columns().get().all().get(3).field());
        model.guessAnew();
        assertFalse(model.columns().columns().get().remembered());
        assertEquals("extra", model.columns().columns().get().all().get(3).field());
    }

    @Test
    void badFilesAreSaidInPlace() throws IOException {
        assertEquals("empty.csv is empty. Choose a file with a header row and one person a row.", problem(desk.file("empty.csv", "")));
        assertTrue(problem(folder).endsWith("is a folder. Choose one file in it."));
        assertEquals(0, desk.desk.prospects.count());
    }

    @Test
    void aFileThatVanishesOnTheWayIsSaidAndNothingIsImported() throws IOException {
        Path file = desk.file("Autumn.csv", PEOPLE);
        model.choose(file);
        model.next();
        Files.delete(file);
        model.columns().choose(3, "ignored");
        assertFalse(model.columns().preview().get().problem().isEmpty());
        model.run();
        String problem = assertInstanceOf(Mapping.class, model.state().get()).problem();
        assertTrue(problem.contains("Autumn.csv"), problem);
        assertEquals(0, desk.desk.prospects.count());
        desk.file("Autumn.csv", PEOPLE);
        model.run();
        assertEquals(2, past().imported());
    }

    @Test
    void nobodyNewIsAResultToo() throws IOException {
        assertEquals("no rows", imported("header.csv", "First Name,Phone\n").words());
        assertEquals("2 rejected", imported("bad.csv", "First Name,Phone\nAnn,none\nBob,-\n").words());
        imported("good.csv", "First Name,Last Name,Phone\nAnn,Lee,(212) 555-0144\n");
        assertEquals("1 duplicate", imported("again.csv", "First Name,Last Name,Phone\nAnn,Lee,(212) 555-0144\n").words());
    }

    @Test
    void defaultsModeAndListAreHeeded() throws IOException {
        model.choose(desk.file("Autumn.csv", PEOPLE));
        model.change(choices -> choices.withListName("Everybody").withDefaults(Map.of("company", "Halden")));
        model.next();
        model.run();
        assertEquals("Halden", desk.prospect("Ann").company());
        assertEquals("Everybody", desk.prospect("Ann").listName());
        model.begin();
        model.choose(desk.file("More.csv", PEOPLE.replace("Cleo", "Dora").replace("0145", "0199")));
        model.change(choices -> choices.withMode(Mode.UPDATE_ONLY));
        model.next();
        model.run();
        assertEquals(0, past().imported());
    }

    @Test
    void everyWordOfAColumnHasAName() {
        assertEquals(List.of(), ColumnRules.words().stream().filter(word -> FieldWords.choices().stream().noneMatch(choice -> choice.field().equals(word))).toList());
        assertEquals("Mobile phone", FieldWords.matching("mob").getFirst().label());
        assertEquals("Phone", FieldWords.matching("pho").getFirst().label());
        assertEquals(FieldWords.choices(), FieldWords.matching(" "));
    }
}

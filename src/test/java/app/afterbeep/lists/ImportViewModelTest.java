package app.afterbeep.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.lists.FileLook.Certainty;
import app.afterbeep.lists.FileLook.ColumnLook;
import app.afterbeep.lists.ImportOptions.Match;
import app.afterbeep.lists.ImportOptions.Mode;
import app.afterbeep.lists.ImportViewModel.Choosing;
import app.afterbeep.lists.ImportViewModel.Done;
import app.afterbeep.lists.ImportViewModel.Mapping;
import app.afterbeep.lists.ImportViewModel.Running;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.MovableClock;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices.Notice;
import app.afterbeep.ui.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The import window's steps, on an import that goes as the test has it.
final class ImportViewModelTest {
    private static final List<ColumnLook> COLUMNS = List.of(new ColumnLook("First Name", "first_name", Certainty.SURE, List.of("Ann", "Bob")),
        new ColumnLook("Reach", "extra", Certainty.UNKNOWN, List.of("(212) 555-0144")));

    @TempDir
    private Path folder;
    private final ImportScript script = new ImportScript();
    private final List<Notice> notices = new ArrayList<>();
    private final ImportViewModel model = new ImportViewModel(script, Background.direct(), notices::add, new MovableClock(Desk.TUESDAY_MORNING));
    private Path file;

    @BeforeEach
    void open() throws IOException {
        file = Files.writeString(folder.resolve("Autumn 2.0.csv"), "First Name,Reach\nAnn,(212) 555-0144\nBob,(212) 555-0145\n");
        script.look = new FileLook(file, "CSV, commas, UTF-8", "", 1, COLUMNS);
        model.begin();
    }

    private Choosing choosing() {
        return assertInstanceOf(Choosing.class, model.state().get());
    }

    private Mapping mapping() {
        return assertInstanceOf(Mapping.class, model.state().get());
    }

    private void toColumns() {
        model.choose(file);
        model.next();
    }

    private void toResult() {
        toColumns();
        model.columns().choose(1, "phone");
        model.run();
    }

    private String lastImport() {
        return script.asked.stream().filter(asked -> asked.startsWith("import ")).reduce((a, b) -> b).orElse("");
    }

    @Test
    void saysWhatTheFileIsAndOffersItsNameForTheList() {
        model.choose(file);
        assertEquals("Autumn 2.0", model.choices().get().listName());
        assertEquals(2, choosing().looked().rows());
        assertFalse(choosing().looked().log());
        assertEquals(List.of(new ImportWork.ListSize("Autumn leads", 497)), model.lists().get());
    }

    @Test
    void aBadFileIsSaidInOneSentence() {
        model.choose(folder.resolve("missing.csv"));
        assertTrue(choosing().problem().startsWith("There is no file "), choosing().problem());
        model.choose(folder);
        assertEquals("“" + folder.getFileName() + "” is a folder. Choose one file in it.", choosing().problem());
        script.failure = new AppException("Autumn 2.0.csv is empty.", null);
        model.choose(file);
        assertEquals("Autumn 2.0.csv is empty.", choosing().problem());
        model.next();
        assertEquals("Autumn 2.0.csv is empty.", choosing().problem());
        script.failure = null;
        script.bug = new IllegalStateException("torn");
        model.choose(file);
        assertEquals("Autumn 2.0.csv can’t be read: torn", choosing().problem());
    }

    @Test
    void oneFileAtATime() {
        model.choose(List.of(file, file, file));
        assertEquals("3 files at once. One at a time goes: drop one, and the next when it is in.", choosing().problem());
        model.choose(List.of(file));
        assertEquals("", choosing().problem());
    }

    @Test
    void aPathCanBePasted() {
        for (String pasted : List.of(file.toString(), "  \"" + file + "\" ", file.toUri().toString(), "'" + file + "'")) {
            model.begin();
            model.choose(pasted);
            assertEquals(file, choosing().file(), pasted);
        }
        model.choose("\0");
        assertTrue(choosing().problem().endsWith(" is not the path of a file."), choosing().problem());
    }

    @Test
    void withoutANumberTheImportIsOffAndSaysWhy() {
        toColumns();
        assertEquals("No column is a phone number. Say which one has the numbers; people without any can’t be called.", model.why());
        model.run();
        assertEquals("", lastImport());
        model.columns().choose(1, "phone:mobile");
        assertEquals("", model.why());
        assertEquals(new ColumnLook("Reach", "phone:mobile", Certainty.CHOSEN, List.of("(212) 555-0144")), model.columns().columns().get().all().get(1));
        assertEquals("2 columns: 1 sure, 1 your choice", model.columns().columns().get().words());
    }

    @Test
    void thePreviewIsReadAgainWithEachChange() {
        toColumns();
        model.columns().choose(1, "phone");
        model.columns().choose(1, "phone");
        model.columns().choose(0, "company");
        assertEquals(List.of("look Autumn 2.0.csv", "preview ", "preview first_name,phone", "preview company,phone"), script.asked);
        script.failure = new AppException("It is gone.", null);
        model.columns().choose(0, "extra");
        assertEquals("It is gone.", model.columns().preview().get().problem());
    }

    @Test
    void isImportedAsItWasSaid() {
        toColumns();
        model.columns().choose(1, "phone");
        model.back();
        assertEquals(file, choosing().file());
        model.change(choices -> choices.withListName(" Autumn leads ").withCountry("Germany").withMode(Mode.UPDATE_ONLY).withMatch(Match.PHONE)
            .withDefaults(Map.of("company", "Halden")));
        model.next();
        assertEquals("phone", model.columns().columns().get().all().get(1).field(), "going back loses no choice");
        model.run();
        assertEquals("import " + new ImportOptions("Autumn leads", "DE", Map.of(), List.of("first_name", "phone"), Map.of("company", "Halden"),
            Mode.UPDATE_ONLY, Match.PHONE), lastImport());
    }

    @Test
    void aCountryThatIsNoneHoldsTheStep() {
        model.choose(file);
        model.change(choices -> choices.withCountry("Atlantis"));
        assertEquals("“Atlantis” is not a country. Type its name or its two letters, as in US.", model.choices().get().problem());
        model.next();
        choosing();
    }

    @Test
    void pressedTwiceItIsImportedOnce() {
        List<String> states = new ArrayList<>();
        script.meanwhile = () -> {
            model.run();
            model.choose(folder.resolve("other.csv"));
            states.add(model.state().get().getClass().getSimpleName());
        };
        toResult();
        assertEquals(1, script.asked.stream().filter(asked -> asked.startsWith("import ")).count());
        assertEquals(List.of("Running"), states);
        assertTrue(notices.getFirst().text().startsWith("One list at a time: other.csv "), notices.getFirst().text());
        assertInstanceOf(Done.class, model.state().get());
    }

    @Test
    void cancelledNothingIsImported() {
        script.meanwhile = model::cancel;
        toResult();
        assertEquals("Cancelled. Nothing was imported.", mapping().problem());
    }

    @Test
    void whatFailsOnTheWayIsSaidWhereItCanBeMended() {
        toColumns();
        model.columns().choose(1, "phone");
        script.failure = new AppException("The disk is full. Free some space and import again.", null);
        model.run();
        assertEquals("The disk is full. Free some space and import again.", mapping().problem());
        script.failure = null;
        script.bug = new IllegalStateException();
        model.run();
        assertEquals("Nothing was imported: java.lang.IllegalStateException", mapping().problem());
        script.bug = null;
        model.run();
        assertInstanceOf(Done.class, model.state().get());
    }

    @Test
    void aCallLogIsRestoredWithoutAColumnsStep() {
        script.look = new FileLook(file, "CSV, commas, UTF-8", "Afterbeep, call log", 1, java.util.stream.Stream.of(("attempt_id,at,direction,outcome,"
            + "first_name,last_name,company,phone,list,step,script,message_seconds,promised_at,promise,next_call_at,email,note").split(","))
            .map(header -> new ColumnLook(header, "extra", Certainty.SURE, List.of())).toList());
        model.choose(file);
        assertTrue(choosing().looked().log());
        model.next();
        assertInstanceOf(Done.class, model.state().get());
        assertTrue(lastImport().contains("columns=[]"), lastImport());
    }

    @Test
    void whatIsRememberedIsSaidAndGuessedAnew() {
        script.look = new FileLook(file, "CSV", "", 1, List.of(new ColumnLook("Reach", "phone", Certainty.CHOSEN, List.of())));
        toColumns();
        assertTrue(model.columns().columns().get().remembered());
        script.look = new FileLook(file, "CSV", "", 1, COLUMNS);
        model.guessAnew();
        assertFalse(model.columns().columns().get().remembered());
        assertEquals(List.of("first_name", "extra"), model.columns().columns().get().fields());
        assertEquals("preview first_name,extra", script.asked.getLast());
    }

    @Test
    void aMillionRejectsAreReadInPages() {
        script.imported = () -> ImportScript.past(7, 0, 0, 1_000_000);
        toResult();
        ImportedViewModel rows = model.results();
        assertEquals(ImportedViewModel.PAGE, rows.page().get().rows().size());
        assertEquals("1 to 500 of 1,000,000", rows.page().get().words());
        rows.next();
        assertEquals(502, rows.page().get().rows().getFirst().line());
        assertEquals("501 to 1,000 of 1,000,000", rows.page().get().words());
        rows.before();
        assertEquals(0, rows.page().get().from());
    }

    @Test
    void theWholeImportIsTakenBackOnce() {
        toResult();
        assertEquals("497 new, 2 duplicates, 1 rejected", ((Done) model.state().get()).past().words());
        model.results().takeBack();
        model.results().takeBack();
        assertEquals(1, script.asked.stream().filter("take back 1"::equals).count());
        assertTrue(((Done) model.state().get()).past().takenBack());
        assertEquals("Took back the import of people.csv: 490 people removed, 7 stay, since they were called.", notices.getLast().text());
    }

    @Test
    void whatOnlyPutPeopleOnTheDoNotCallListIsTakenBackToo() {
        script.imported = () -> new ImportWork.Past(1, java.time.Instant.EPOCH, "people.csv", "people", false, false, 0, 0, 2, 2, 0, 0);
        toResult();
        assertTrue(model.results().canTakeBack());
        model.results().takeBack();
        assertTrue(script.asked.contains("take back 1"));
    }

    @Test
    void aResultFollowsWhatIsUndoneElsewhere() throws AppException {
        toResult();
        model.reread();
        assertFalse(((Done) model.state().get()).past().takenBack());
        script.takeBack(1, new Progress(how -> {}));
        model.reread();
        assertTrue(((Done) model.state().get()).past().takenBack());
        assertFalse(model.results().canTakeBack());
    }

    @Test
    void beginsAnewEachTimeItIsOpened() {
        toResult();
        model.begin();
        assertEquals(Choosing.NOTHING, choosing());
        model.next();
        model.run();
        model.back();
        assertEquals(Choosing.NOTHING, choosing());
        assertEquals(ImportViewModel.Choices.NONE, model.choices().get());
        assertFalse(model.state().get() instanceof Running);
    }
}

package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.calls.Outcome;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the Scripts screen shows, and what stays chosen on it.
class StudioViewModelTest {
    @TempDir Path folder;
    private final List<Notices.Notice> notices = new ArrayList<>();
    private StudioDesk studio;
    private StudioViewModel model;

    @BeforeEach
    void open() {
        studio = new StudioDesk(folder);
        studio.desk.add("Ann Lee", "+12125550101");
        studio.desk.log(studio.desk.next(), Outcome.LEFT_VOICEMAIL);
        model = new StudioViewModel(studio.service, studio.sharing, Background.direct(), notices::add, () -> studio.desk.calls.undo());
        model.refresh();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private int chosen() {
        return Objects.requireNonNull(model.selected().get()).number();
    }

    private StudioSeries series() {
        return Objects.requireNonNull(model.series());
    }

    private String notice() {
        return notices.getLast().text();
    }

    @Test
    void theFirstStepIsChosenAndTheArrowsGoThroughAllAndStop() {
        assertEquals(1, chosen());
        model.chooseNext(-1);
        assertEquals(1, chosen());
        for (int i = 0; i < 9; i++) {
            model.chooseNext(1);
        }
        assertEquals(0, chosen(), "the texts of no step come last");
        assertNull(Objects.requireNonNull(model.selected().get()).step());
        assertEquals(3, Objects.requireNonNull(model.selected().get()).texts().size());
        model.chooseNext(-1);
        assertEquals(5, chosen());
    }

    @Test
    void itSaysWhoUsesASeriesAndWhomAChangeTouches() {
        assertEquals("used by “Test list”, 1 prospect under way", UseRules.usedBy(series()));
        assertEquals("Changes apply to 1 prospect under way from their next step on", UseRules.touches(series(), 2));
        assertEquals("Nobody under way has this step before them", UseRules.touches(series(), 1));
        assertTrue(model.seconds(studio.message(1)) > 10, "an estimate at the rep's pace");
    }

    @Test
    void whatIsAddedIsChosenAndUndoLeadsBack() {
        model.choose(2);
        model.addStep(Kind.CALL_ONLY, 3);
        assertEquals(6, chosen());
        assertEquals(List.of(1, 2, 6, 3, 4, 5), studio.steps());
        assertEquals("Step added. It applies to 1 prospect under way from their next step on", notice());
        Objects.requireNonNull(notices.getLast().undo()).run();
        model.refresh();
        assertTrue(List.of(3, 4).contains(chosen()), "one that stands near");
        model.choose(3);
        assertTrue(model.copyStep());
        assertTrue(model.moveStep(1));
        assertEquals(List.of(1, 2, 3, 4, 7, 5), studio.steps());
        assertTrue(model.switchStep());
        assertFalse(Objects.requireNonNull(Objects.requireNonNull(model.selected().get()).step()).on());
        assertTrue(model.switchStep());
        assertTrue(model.removeStep());
        assertEquals(5, chosen());
        model.choose(0);
        assertFalse(model.removeStep(), "there is no step");
        assertFalse(model.moveStep(1));
    }

    @Test
    void aRefusalIsANotice() {
        for (int i = 0; i < 5; i++) {
            model.choose(series().shown().getFirst().number());
            model.removeStep();
        }
        assertEquals("A cadence needs one step that is on. Add another step first.", notice());
        assertTrue(notices.getLast().problem());
    }

    @Test
    void textsAreSavedAddedAndRemoved() throws AppException {
        Script script = studio.message(1);
        studio.service.saveText(script.scriptId(), "Two docks", "", "New words.");
        model.refresh();
        assertEquals(2, Objects.requireNonNull(model.selected().get()).texts().getFirst().script().version());
        AtomicLong added = new AtomicLong();
        model.addText(Script.Channel.VOICEMAIL, added::set);
        assertEquals(3, Objects.requireNonNull(model.selected().get()).texts().size());
        assertTrue(Objects.requireNonNull(model.selected().get()).texts().stream().anyMatch(text -> text.script().scriptId() == added.get() && !text.written()));
        model.removeText(studio.message(1));
        assertEquals("“Two docks” removed. Results still name it", notice());
        assertEquals("This text was removed. Press Ctrl+Z to bring it back.",
            assertThrows(AppException.class, () -> studio.service.saveText(script.scriptId(), "Two docks", "", "Too late.")).getMessage());
    }

    @Test
    void seriesAreAddedUsedAndRemoved() {
        List<String> said = new ArrayList<>();
        model.addSeries(new StudioService.NewSeries("First round", series(), false, false), () -> said.add("closed"), said::add);
        assertEquals(List.of("There is a series named “First round” already. Write another name."), said);
        model.addSeries(new StudioService.NewSeries("Third", series(), true, true), () -> said.add("closed"), said::add);
        assertEquals("closed", said.getLast());
        assertEquals("Third", series().name());
        studio.desk.add("Bob Ray", "+12125550102");
        model.refresh();
        StudioList list = Objects.requireNonNull(model.studio().get()).lists().getFirst();
        model.saveSeries(series(), "Third idea", false, Map.of(list, series().id()), () -> said.add("closed"), said::add);
        assertEquals("1 prospect begins with another series now", notice());
        assertEquals("Third idea", series().name());
        model.removeSeries(series());
        assertEquals("“Third idea” removed. Its lists begin with “First round”.", notice());
        assertEquals("First round", series().name());
        model.saveSnippets(null, List.of(new Snippet(null, "first_name", "x")), () -> said.add("closed"), said::add);
        assertTrue(said.getLast().startsWith("{{first_name}} is a field"));
        model.saveRest(series(), 10, 20, null);
        assertEquals(10, series().cadence().restFrom());
    }

    @Test
    void seriesGoIntoAFileAndComeBack() throws IOException {
        Path file = folder.resolve(model.fileName(false));
        assertEquals("afterbeep-series-first-round.json", file.getFileName().toString());
        model.export(false, file);
        assertEquals("1 series exported to " + file, notice());
        model.importFile(file);
        assertEquals("1 series imported. No list uses it yet. 1 got another name, as theirs was taken", notice());
        assertEquals("First round 2", series().name());
        Files.writeString(file, Files.readString(file).replace("\"kind\": \"call_only\", ", ""));
        model.importFile(file);
        assertEquals("afterbeep-series-first-round.json: Line 12: step 3 has no kind. Nothing was imported.", notice());
        model.export(true, folder.resolve("none/all.json"));
        assertTrue(notices.getLast().problem() || notice().contains("Line 12"));
    }
}

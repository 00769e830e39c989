package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.cadence.Cadence.Kind;
import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.db.DbException;
import app.afterbeep.lists.ImportService;
import app.afterbeep.prospects.Prospect;
import app.afterbeep.scripts.Script;
import app.afterbeep.ui.AppException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the rep does to series, and what becomes of the prospects in them.
class StudioServiceTest {
    @TempDir Path folder;
    private StudioDesk studio;
    private long ann;

    @BeforeEach
    void open() {
        studio = new StudioDesk(folder);
        ann = studio.desk.add("Ann Lee", "+12125550101");
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private void leaveMessage() {
        studio.desk.log(studio.desk.card(ann), Outcome.LEFT_VOICEMAIL);
        studio.desk.clock.pass(Duration.ofDays(7));
    }

    private String spoken() {
        return studio.desk.card(ann).voicemail().map(Script::name).orElse("nothing");
    }

    private void undo() {
        studio.desk.calls.undo();
    }

    @Test
    void aNewStepStandsBeforeTheLastVoicemailAndWaitsStayWhereTheyWere() {
        int added = studio.service.addStep(studio.cadence(), Kind.CALL_ONLY, 1, 0);
        assertEquals(List.of(1, 2, 3, 4, added, 5), studio.steps());
        assertEquals(List.of(2, 2, 3, 1, 4, 0), studio.waits());
        studio.service.moveStep(studio.cadence(), added, -1);
        assertEquals(List.of(1, 2, 3, added, 4, 5), studio.steps());
        assertEquals(List.of(2, 2, 3, 1, 4, 0), studio.waits());
        undo();
        undo();
        assertEquals(List.of(1, 2, 3, 4, 5), studio.steps());
        assertEquals(List.of(2, 2, 3, 4, 0), studio.waits());
    }

    @Test
    void whoeverIsUnderWayGoesOnFromTheirNextStep() throws AppException {
        leaveMessage();
        assertEquals(1, studio.first().touched(2));
        assertEquals(0, studio.first().touched(1), "step 1 is behind them");
        assertEquals(1, studio.first().underWay());
        studio.service.moveStep(studio.cadence(), 4, -1);
        studio.service.moveStep(studio.cadence(), 4, -1);
        // Both were before Ann: she hears both, in the new order.
        assertEquals(List.of(1, 4, 2, 3, 5), studio.steps());
        assertEquals("Time one handover", spoken());
        leaveMessage();
        assertEquals("Ask the newcomer", spoken());
        studio.service.switchStep(studio.cadence(), 2, false);
        assertEquals("nothing", spoken());
        assertEquals(3, studio.desk.card(ann).prospect().step());
        studio.service.switchStep(studio.cadence(), 2, true);
        assertEquals("Ask the newcomer", spoken());
        studio.service.removeStep(studio.cadence(), 2);
        assertEquals(3, studio.desk.card(ann).prospect().step());
    }

    @Test
    void oneStepStaysOn() throws AppException {
        for (int step = 1; step < 5; step++) {
            studio.service.removeStep(studio.cadence(), step);
        }
        assertEquals("A cadence needs one step that is on. Add another step first.",
            assertThrows(AppException.class, () -> studio.service.switchStep(studio.cadence(), 5, false)).getMessage());
        assertEquals(List.of(5), studio.steps());
    }

    @Test
    void aMessageThatAnnouncesACallIsFollowedByOneThoughItIsTheLast() throws AppException {
        for (int step : List.of(2, 3, 4, 5)) {
            studio.service.switchStep(studio.cadence(), step, false);
        }
        assertEquals("It announces a call, so one more follows without a message. Then they rest.",
            PlanRules.remark(studio.first().cadence(), studio.first().cadence().first()));
        leaveMessage();
        Card promised = studio.desk.card(ann);
        assertEquals(Prospect.Due.PROMISE, promised.prospect().due());
        assertTrue(promised.voicemail().isEmpty(), "it was heard");
        studio.desk.log(promised, Outcome.NO_ANSWER);
        assertEquals(Prospect.Status.RESTING, studio.desk.prospects.find(ann).orElseThrow().status());
    }

    @Test
    void aLastVoicemailEndsTheRoundWhereverItStands() throws AppException {
        studio.service.changeStep(studio.cadence(), 1, Kind.LAST_VOICEMAIL, 1);
        assertEquals("Never reached: the last voicemail before it ends the round.", PlanRules.remark(studio.first().cadence(), studio.first().cadence().steps().get(1)));
        studio.desk.log(studio.desk.card(ann), Outcome.LEFT_VOICEMAIL);
        assertEquals(Prospect.Status.RESTING, studio.desk.prospects.find(ann).orElseThrow().status());
        assertEquals(0, studio.desk.number("SELECT count(*) FROM promise"));
    }

    @Test
    void aCopiedStepHasTheTextsAndNobodyHearsThemTwice() {
        int copy = studio.service.copyStep(studio.cadence(), 1);
        assertEquals(List.of(1, copy, 2, 3, 4, 5), studio.steps());
        assertEquals(studio.message(1).body(), studio.message(copy).body());
        assertEquals(2, studio.first().texts(copy).size(), "the email too");
        assertEquals(2, studio.service.load().series().get(1).texts(copy).size(), "and those of the other series");
        leaveMessage();
        assertEquals(copy, studio.desk.card(ann).prospect().step());
        assertEquals("nothing", spoken());
        assertTrue(studio.desk.card(ann).words().heardAll());
    }

    @Test
    void anEditMakesANewVersionOnceTheOldOneWasSpoken() throws AppException {
        Script before = studio.message(1);
        studio.service.saveText(before.scriptId(), "Two docks", "", "Hi, it's Dana. I'll call you {{callback_day}} at {{callback_time}}.");
        assertEquals(1, studio.message(1).version(), "nobody has heard it");
        assertEquals("Two docks", spoken());
        leaveMessage();
        assertEquals(1, studio.first().message(1).orElseThrow().uses());
        studio.service.saveText(before.scriptId(), "Two docks", "", "Something else altogether, {{first_name}}.");
        assertEquals(2, studio.message(1).version());
        assertEquals(1, studio.desk.number("SELECT count(*) FROM attempt a JOIN script_version v ON v.id = a.script_version_id WHERE v.body LIKE 'Hi, it''s Dana%'"));
        undo();
        assertEquals(1, studio.message(1).version());
        // The version that was taken back keeps its number: it may have been spoken.
        studio.service.saveText(before.scriptId(), "Two docks", "", "A third text.");
        assertEquals(3, studio.message(1).version());
    }

    @Test
    void anEditCanBeTakenBackThoughItWasSpokenAndThatTakenBackToo() throws AppException {
        leaveMessage();
        long script = studio.message(1).scriptId();
        long second = studio.desk.add("Bob Ray", "+12125550102");
        studio.desk.clock.set("2026-12-01T11:00:00-05:00[America/New_York]");
        String body = studio.message(1).body();
        studio.service.saveText(script, "New", "", "New words for everybody, {{first_name}}.");
        studio.desk.log(studio.desk.card(second), Outcome.LEFT_VOICEMAIL);
        undo();
        undo();
        assertEquals(body, studio.message(1).body());
        assertEquals(List.of(), studio.desk.database.check());
    }

    @Test
    void whatIsTypedIntoOneTextIsOneAction() throws AppException {
        studio.desk.log(studio.desk.card(ann), Outcome.LEFT_VOICEMAIL);
        String before = studio.message(2).body();
        long script = studio.message(2).scriptId();
        for (int typed = 0; typed < 50; typed++) {
            studio.service.saveText(script, "Mine", "", "Words number " + typed + " for {{first_name}}.");
            studio.desk.clock.pass(Duration.ofSeconds(3));
        }
        studio.service.saveText(studio.message(1).scriptId(), "Other", "", "Another text.");
        studio.service.saveText(script, "Mine", "", "Words again.");
        studio.desk.clock.pass(Duration.ofMinutes(6));
        studio.service.saveText(script, "Mine", "", "Words after a pause.");
        undo();
        assertEquals("Words again.", studio.message(2).body());
        undo();
        assertEquals("Words number 49 for {{first_name}}.", studio.message(2).body());
        undo();
        assertNotEquals("Other", studio.message(1).name());
        assertEquals("Edited “Mine”", studio.desk.calls.undo().orElseThrow().label());
        assertEquals(before, studio.message(2).body());
        assertTrue(studio.desk.calls.undo().orElseThrow().label().startsWith("Left voicemail"), "the call is still there to be undone");
    }

    @Test
    void anUndoneEditIsNotGoneOnWith() throws AppException {
        Script text = studio.message(1);
        studio.service.saveText(text.scriptId(), "Mine", "", "One.");
        undo();
        studio.service.saveText(text.scriptId(), "Mine", "", "Two.");
        undo();
        assertEquals(text.body(), studio.message(1).body());
    }

    @Test
    void aSeriesIsSavedInOneAction() throws AppException {
        StudioList list = studio.service.load().lists().getFirst();
        StudioSeries second = studio.service.load().series().get(1);
        String before = studio.state();
        studio.service.saveSeries(second, "Renamed", true, Map.of(list, second.id()));
        assertEquals("Renamed", studio.series(second.id()).name());
        assertTrue(studio.series(second.id()).starts());
        assertEquals(1, studio.series(second.id()).lists().size());
        undo();
        assertEquals(before, studio.state());
    }

    @Test
    void anEmptyTextIsNoMessage() throws AppException {
        studio.service.saveText(studio.message(1).scriptId(), "", "", "   ");
        assertTrue(studio.desk.card(ann).voicemail().isEmpty());
        assertFalse(studio.desk.card(ann).words().heardAll());
        studio.desk.log(studio.desk.card(ann), Outcome.NO_ANSWER);
        assertEquals(2, studio.desk.card(ann).prospect().step(), "a step without a message owes none");
    }

    private boolean heard(Script script, long but) {
        return studio.desk.scripts.heard(ann, but).stream().anyMatch(said -> said.repeats(script));
    }

    @Test
    void variantsAreAddedAndRemoved() throws AppException {
        long id = studio.service.addText(studio.first().id(), 1, Script.Channel.VOICEMAIL, "Shorter");
        assertEquals("The cost nobody owns", spoken(), "an empty variant is not offered");
        studio.service.saveText(id, "Shorter", "", "Short words.");
        studio.service.removeText(studio.message(1));
        assertEquals("Shorter", spoken());
        undo();
        assertEquals("The cost nobody owns", spoken());
    }

    @Test
    void aMessageIsKnownByItsWordsInEverySeries() throws AppException {
        leaveMessage();
        StudioSeries first = studio.first();
        long copy = studio.service.addSeries(new StudioService.NewSeries("Copy", first, true, false));
        Script copied = studio.series(copy).message(1).orElseThrow().script();
        assertNotEquals(studio.message(1).versionId(), copied.versionId());
        assertTrue(heard(copied, 0));
        assertFalse(heard(studio.message(2), 0));
        long attempt = studio.desk.number("SELECT max(id) FROM attempt");
        assertFalse(heard(copied, attempt), "that attempt is left out of account");
        studio.service.saveText(copied.scriptId(), "Copy", "", copied.body().replace("Who owns", "Who owms").toUpperCase(java.util.Locale.ROOT) + "!!");
        assertTrue(heard(studio.series(copy).message(1).orElseThrow().script(), 0), "a mistyped letter is no other message");
        studio.service.saveText(copied.scriptId(), "Copy", "", "Other words for {{first_name}}.");
        assertFalse(heard(studio.series(copy).message(1).orElseThrow().script(), 0));
        studio.desk.calls.undo();
        studio.desk.calls.undo();
        studio.desk.calls.undo();
    }

    @Test
    void aListUsesAnotherSeriesFromItsFreshProspectsOn() throws AppException {
        long bob = studio.desk.add("Bob Ray", "+12125550102");
        leaveMessage();
        StudioList list = studio.service.load().lists().getFirst();
        assertEquals(1, list.fresh());
        long own = studio.service.addSeries(new StudioService.NewSeries("  Own   idea ", studio.first(), true, true));
        assertEquals("Own idea", studio.series(own).name());
        assertEquals(0, studio.series(own).shared());
        studio.service.saveSeries(studio.series(own), "Own idea", false, Map.of(list, own));
        assertEquals(own, studio.desk.card(bob).prospect().seriesId());
        assertNotEquals(own, studio.desk.card(ann).prospect().seriesId(), "she is under way");
        assertEquals(1, studio.series(own).lists().size());
        // Steps of its own: a change touches nobody in the first series.
        studio.service.removeStep(studio.series(own).cadence().id(), 1);
        assertEquals(List.of(1, 2, 3, 4, 5), studio.steps());
        assertEquals(2, studio.desk.card(bob).prospect().step());
        long carl = studio.desk.database.transaction(() -> studio.desk.prospects.list("Test list", studio.first().id()));
        assertEquals(list.id(), carl);
        assertEquals(own, studio.desk.cadences.roundOf(list.id()).seriesId(), "who is imported later begins with it too");
    }

    @Test
    void aLongListIsMovedAndBroughtBackInAFewSteps() throws AppException {
        for (int i = 0; i < 150; i++) {
            studio.desk.add("Prospect " + i, "+1212555" + (1000 + i));
        }
        leaveMessage();
        StudioList list = studio.service.load().lists().getFirst();
        long second = studio.service.load().series().get(1).id();
        String before = studio.state();
        studio.service.saveSeries(studio.first(), "First round", false, Map.of(list, second));
        assertEquals(150, studio.desk.number("SELECT count(*) FROM prospect WHERE series_id = ?", second));
        assertTrue(studio.desk.number("SELECT count(*) FROM undo_step WHERE action_id = (SELECT max(id) FROM action)") < 5, "gathered");
        // One of them has changed since: then nothing is taken back.
        studio.desk.database.transaction(() -> studio.desk.database.sql().update("UPDATE prospect SET series_id = 1 WHERE id = 77"));
        assertThrows(app.afterbeep.db.DbException.class, this::undo);
        assertEquals(149, studio.desk.number("SELECT count(*) FROM prospect WHERE series_id = ?", second));
        studio.desk.database.transaction(() -> studio.desk.database.sql().update("UPDATE prospect SET series_id = ? WHERE id = 77", second));
        undo();
        assertEquals(before, studio.state());
    }

    @Test
    void theRestAndWhatFollowsItAreChosen() throws AppException {
        StudioSeries first = studio.first();
        long third = studio.service.addSeries(new StudioService.NewSeries("Third round", first, true, true));
        studio.service.saveRest(first, 30, 40, third);
        assertEquals(third, studio.desk.cadences.next(first.id()).seriesId());
        studio.service.saveRest(studio.first(), 30, 40, null);
        assertEquals(first.id(), studio.desk.cadences.next(first.id()).seriesId(), "the same again");
        assertThrows(AppException.class, () -> studio.service.saveRest(first, 40, 30, null));
        assertThrows(AppException.class, () -> studio.service.saveRest(first, 0, 30, null));
        assertEquals(30, studio.first().cadence().restFrom());
    }

    @Test
    void aRemovedSeriesLeavesNobodyBehind() throws AppException {
        leaveMessage();
        StudioSeries first = studio.first();
        long second = studio.service.load().series().get(1).id();
        long bob = studio.desk.add("Bob Ray", "+12125550102");
        studio.service.removeSeries(first, second);
        assertEquals(second, studio.first().id());
        assertEquals(second, studio.desk.card(bob).prospect().seriesId());
        assertEquals("Ask the newcomer", spoken(), "she stays in it until her rest");
        assertEquals(second, studio.desk.cadences.next(first.id()).seriesId());
        assertThrows(AppException.class, () -> studio.service.removeSeries(studio.first(), second));
        undo();
        assertEquals(first.id(), studio.desk.card(bob).prospect().seriesId());
    }

    @Test
    void whoeverIsInARemovedSeriesHearsAnotherOneAfterTheRestThoughNoneFollowedIt() throws AppException {
        long second = studio.service.load().series().get(1).id();
        studio.service.saveRest(studio.first(), 90, 120, null);
        studio.desk.log(studio.desk.card(ann), Outcome.LEFT_VOICEMAIL);
        StudioSeries first = studio.first();
        String before = studio.state();
        studio.service.removeSeries(first, second);
        assertEquals(second, studio.desk.cadences.next(first.id()).seriesId());
        long third = studio.service.addSeries(new StudioService.NewSeries("Third round", studio.series(second), false, true));
        studio.service.removeSeries(studio.series(second), third);
        assertEquals(third, studio.desk.cadences.next(first.id()).seriesId(), "nor one that is removed later");
        undo();
        undo();
        undo();
        assertEquals(before, studio.state());
        assertEquals(first.id(), studio.desk.cadences.next(first.id()).seriesId(), "the same again");
    }

    @Test
    void namesAreTheirOwn() {
        StudioSeries first = studio.first();
        assertThrows(AppException.class, () -> studio.service.saveSeries(first, "second ROUND", false, Map.of()));
        assertThrows(AppException.class, () -> studio.service.saveSeries(first, " ", false, Map.of()));
        assertThrows(AppException.class, () -> studio.service.addSeries(new StudioService.NewSeries("First round", first, false, false)));
    }

    @Test
    void aDraftedSeriesHasStepsOfItsOwn() {
        SeriesDraft draft = new SeriesDraft("First round", studio.first().cadence().plan(), 90, 120,
            List.of(new SeriesDraft.Text(1, Script.Channel.VOICEMAIL, "Idea", "", "Hello."), new SeriesDraft.Text(1, Script.Channel.EMAIL, "Mail", "About it", "Hi.")));
        StudioSeries added = studio.series(studio.service.add(draft));
        assertEquals("First round 2", added.name());
        assertEquals(2, added.texts().size());
        undo();
        assertEquals(2, studio.service.load().series().size());
        assertEquals("First round 2", studio.series(studio.service.add(draft)).name());
    }

    @Test
    void theNextStartBringsNothingBack() throws AppException {
        studio.service.saveText(studio.message(1).scriptId(), "Mine", "", "My words.");
        studio.service.removeStep(studio.cadence(), 3);
        studio.service.saveRest(studio.first(), 30, 40, null);
        for (StudioText text : studio.first().texts(0)) {
            studio.service.removeText(text.script());
        }
        studio.service.removeSeries(studio.service.load().series().get(1), studio.first().id());
        studio.service.saveSeries(studio.first(), "Mine", false, Map.of());
        String before = studio.state();
        studio.desk.database.transaction(studio.desk.cadences::first);
        assertEquals(before, studio.state());
    }

    @Test
    void snippetsStandForFieldsTheListsOwnFirst() throws AppException {
        studio.service.saveSnippets(null, List.of(new Snippet(null, "Pain", "waiting trucks"), new Snippet(null, "value", " "), new Snippet(null, "my_result", "saved hours")));
        StudioList list = studio.service.load().lists().getFirst();
        assertEquals("waiting trucks", studio.desk.card(ann).values().get("pain"));
        assertEquals("saved hours", studio.desk.card(ann).values().get("my_result"));
        studio.desk.database.transaction(() -> studio.desk.database.sql().update("UPDATE prospect SET fields = '{\"PAIN\":\"12000\",\"Region\":\"East\"}'"));
        studio.service.saveSnippets(list.id(), List.of(new Snippet(list.id(), "{{pain}}", "late  trailers")));
        assertEquals("late trailers", studio.desk.card(ann).values().get("pain"));
        assertFalse(studio.desk.card(ann).values().containsKey("PAIN"), "a column hides no snippet");
        assertEquals("East", studio.desk.card(ann).values().get("Region"));
        undo();
        assertEquals("waiting trucks", studio.desk.card(ann).values().get("pain"));
        studio.service.saveSnippets(null, List.of());
        assertEquals(List.of(), studio.service.load().snippets());
        assertEquals("12000", studio.desk.card(ann).values().get("PAIN"));
        List<String> wrong = new ArrayList<>();
        for (String name : List.of("first_name", "callback_day", "", "9 lives", "a".repeat(60))) {
            wrong.add(String.valueOf(assertThrows(AppException.class, () -> studio.service.saveSnippets(null, List.of(new Snippet(null, name, "x")))).getMessage()));
        }
        assertEquals("{{first_name}} is a field of its own. Give the snippet another name.", wrong.getFirst());
        assertThrows(AppException.class, () -> studio.service.saveSnippets(null, List.of(new Snippet(null, "pain", "x"), new Snippet(null, "PAIN", "y"))));
    }

    @Test
    void aSeriesThatAnImportHasTakenUpMeanwhileIsNotTakenBack() throws AppException {
        StudioSeries first = studio.first();
        long mine = studio.service.add(new SeriesDraft("Mine", first.cadence().plan(), 90, 120, first.texts().stream().map(StudioText::script)
            .map(script -> new SeriesDraft.Text(script.step(), script.channel(), script.name(), script.subject(), script.body() + " Mine.")).toList()));
        studio.desk.database.transaction(() -> studio.desk.database.sql().update("UPDATE prospect SET status = 'closed', next_call_at = NULL"));
        new ImportService(studio.desk.database, studio.desk.prospects, studio.desk.cadences, studio.desk.clock, () -> studio.desk.settings).importSample();
        // The import itself could be taken back before: here it no longer can.
        studio.desk.database.transaction(() -> studio.desk.database.sql().update("DELETE FROM action WHERE id = (SELECT max(id) FROM action)"));
        assertEquals(mine, studio.desk.next().prospect().seriesId());
        assertEquals("“Added “Mine”” can't be undone: something of it has changed since.",
            assertThrows(DbException.class, () -> studio.desk.calls.undo()).getMessage());
        assertTrue(studio.desk.next().voicemail().orElseThrow().body().endsWith(" Mine."));
    }
}

package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Outcome;
import app.afterbeep.coach.Finding;
import app.afterbeep.coach.Limits;
import app.afterbeep.prospects.ProspectService;
import app.afterbeep.scripts.Script;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.AppException;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Notices;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is typed, what the coach says of it, and when it is in the file.
class EditorViewModelTest extends DeskTest {
    private StudioViewModel studio;
    private EditorViewModel editor;
    private boolean full;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        desk.add("Marisol Whitfield", "+12125550101");
        desk.add("Ann Lee", "+12125550102");
        Background background = Background.direct();
        StudioStore store = new StudioStore(desk.database.sql(), desk.cadences, desk.clock);
        StudioService service = new StudioService(desk.database, store, desk.scripts, () -> desk.settings);
        Notices notices = notice -> {};
        studio = new StudioViewModel(service, new SharingService(desk.database, store), background, notices, () -> {});
        editor = new EditorViewModel(studio, new EditorService(desk.database, desk.scripts, desk.queue, new ProspectService(desk.prospects, (id, zone) -> List.of()),
            desk.outbox, () -> desk.settings), (id, name, subject, body) -> {
                if (full) {
                    throw new AppException("Not saved: the disk is full.", null);
                }
                service.saveText(id, name, subject, body);
            }, new CoachViewModel(() -> Limits.of(desk.settings)), background);
        desk.database.onChange(studio::refresh);
        desk.database.onChange(editor::refresh);
        studio.refresh();
    }

    private void type(String text) {
        editor.typed(text, text.length());
    }

    private EditorText opened() {
        return java.util.Objects.requireNonNull(editor.current().get());
    }

    private String inFile() {
        return desk.text("SELECT body FROM script_version WHERE script_id = ? ORDER BY version DESC LIMIT 1", opened().script().scriptId());
    }

    @Test
    void theFirstTextOfTheStepIsOpenAndShownForWhoeverIsNext() {
        assertEquals("Voicemail", opened().tab());
        assertEquals("v1, not spoken yet", opened().versionWords());
        assertEquals("Marisol Whitfield", editor.shownFor().person().get().name());
        assertEquals("Saved", editor.state().get());
        editor.shownFor().beside(true);
        assertEquals("Ann Lee", editor.shownFor().person().get().name());
        editor.shownFor().beside(true);
        assertEquals("Marisol Whitfield", editor.shownFor().person().get().name(), "after the last one the first");
    }

    @Test
    void thePromisedTimeOfThePreviewIsTheOneThatTheSessionWouldSpeak() {
        var card = desk.next();
        assertEquals(card.allValues().get("callback_day"), editor.shownFor().person().get().values().get("callback_day"));
        assertEquals(card.allValues().get("callback_time"), editor.shownFor().person().get().values().get("callback_time"));
    }

    @Test
    void secondsFollowThePaceThatIsLearnedMeanwhile() {
        int before = editor.coach().said().get().seconds();
        Script script = opened().script();
        int timeline = studio.seconds(script);
        desk.database.transaction(() -> {
            for (int i = 0; i < 10; i++) {
                desk.database.sql().update("INSERT INTO rehearsal (at, script_version_id, message_length, seconds) VALUES (?, ?, 20000, 10)", i, script.versionId());
            }
            return true;
        });
        int seen = (int) Math.ceil(before / 2.0);
        assertEquals(seen, editor.coach().said().get().seconds());
        assertTrue(studio.seconds(script) < timeline);
        assertTrue(studio.selected().get().pace().measured());
    }

    @Test
    void withoutAnybodyInTheListsSomebodyIsMadeUp() {
        desk.database.transaction(() -> desk.database.sql().update("DELETE FROM phone") + desk.database.sql().update("DELETE FROM prospect"));
        studio.choose(2);
        editor.shownFor().beside(true);
        assertEquals(0, editor.shownFor().person().get().id());
        assertEquals("Thursday", editor.shownFor().person().get().values().get("callback_day"));
    }

    @Test
    void whatIsTypedIsInTheFileAfterAPauseAndMakesOneVersionOnceTheOldOneWasSpoken() {
        desk.log(desk.next(), Outcome.LEFT_VOICEMAIL);
        type("Hi {{first_name}}, first pause");
        assertEquals("", editor.state().get());
        editor.save();
        type("Hi {{first_name}}, first pause, second");
        editor.save();
        assertEquals("Hi {{first_name}}, first pause, second", inFile());
        assertEquals(2, desk.number("SELECT max(version) FROM script_version WHERE script_id = ?", opened().script().scriptId()), "one new version, not one a pause");
        assertEquals("Saved", editor.state().get());
        assertEquals("v2, not spoken yet", opened().versionWords());
    }

    @Test
    void theBlankBehindAWordStaysWhileTheNextOneIsTyped() {
        type("Hi there ");
        editor.save();
        assertEquals("Hi there", inFile());
        assertEquals("Hi there ", editor.body().get().text(), "saving must not take the blank away from under the caret");
        assertEquals("Saved", editor.state().get());
    }

    @Test
    void theCaretStaysWhereItIsWhateverThePasteBrought() {
        editor.typed("Hi\tthere, your dock", 3);
        editor.typedName("Two  docks");
        editor.save();
        studio.refresh();
        assertEquals("Hi there, your dock", inFile());
        assertEquals("Hi there, your dock", editor.body().get().text());
        assertEquals(3, editor.body().get().caret(), "saving must not take the caret to the end");
        assertEquals("Two  docks", editor.name().get(), "the blank is before the word that is being typed");
        assertEquals("Saved", editor.state().get());
    }

    @Test
    void anotherStepSavesFirst() {
        long script = opened().script().scriptId();
        type("Hi {{first_name}}, not lost");
        studio.choose(2);
        assertEquals("Hi {{first_name}}, not lost", desk.text("SELECT body FROM script_version WHERE script_id = ? ORDER BY version DESC LIMIT 1", script));
        assertEquals(2, opened().script().step());
        studio.choose(1);
        assertEquals("Hi {{first_name}}, not lost", editor.body().get().text());
    }

    @Test
    void whatCouldNotBeSavedStaysAlsoWhenAnotherTextIsOpened() {
        full = true;
        type("Hi {{first_name}}, on a full disk");
        editor.save();
        assertEquals("Not saved: the disk is full.", editor.problem().get());
        studio.choose(2);
        assertEquals("", editor.problem().get());
        studio.choose(1);
        assertEquals("Hi {{first_name}}, on a full disk", editor.body().get().text());
        assertEquals("Not saved: the disk is full.", editor.problem().get());
        full = false;
        editor.save();
        assertEquals("Hi {{first_name}}, on a full disk", inFile());
        assertEquals("", editor.problem().get());
    }

    @Test
    void aTextWithoutWordsIsNotSavedOverOneWithWords() {
        String before = inFile();
        type("  ");
        editor.save();
        assertEquals(before, inFile());
        assertTrue(editor.problem().get().contains("without words"));
        editor.undo();
        assertEquals(before, editor.body().get().text());
    }

    @Test
    void undoTakesAWordAtATimeAndRedoBringsItBack() {
        type("");
        for (String typed : List.of("H", "Hi", "Hi ", "Hi A", "Hi An", "Hi Ann")) {
            type(typed);
        }
        editor.undo();
        assertEquals("Hi ", editor.body().get().text());
        editor.undo();
        assertEquals("", editor.body().get().text());
        editor.redo();
        editor.redo();
        assertEquals("Hi Ann", editor.body().get().text());
        editor.redo();
        assertEquals("Hi Ann", editor.body().get().text(), "nothing left to bring back");
    }

    @Test
    void aFixIsOneStepOfUndoAndTheCaretStandsWhereItWas() {
        String bad = "Hi {{first_name|there}}, {{my_name}} with {{my_company}}. One idea for {{company|your team}}. Please call me back. I'll call you {{callback_day}} at"
            + " {{callback_time}}.";
        type(bad);
        var finding = editor.coach().said().get().findings().getFirst();
        assertEquals("asks-for-callback", finding.rule());
        assertEquals(1, editor.coach().said().get().key(finding));
        assertTrue(editor.fix(1));
        assertFalse(editor.body().get().text().contains("call me back"), editor.body().get().text());
        assertTrue(editor.body().get().caret() <= editor.body().get().text().length());
        editor.undo();
        assertEquals(bad, editor.body().get().text());
        assertFalse(editor.fix(9), "there is no ninth proposal");
        assertFalse(editor.fix(0));
    }

    @Test
    void theCardWhoseWordsHoldTheCaretIsKnown() {
        String bad = "Hi {{first_name|there}}, {{my_name}} here. Please call me back. I'll call you {{callback_day}} at {{callback_time}}.";
        editor.typed(bad, bad.indexOf("call") + 2);
        int held = editor.coach().held().get();
        assertTrue(held >= 0, () -> editor.coach().said().get().findings().toString());
        assertEquals("asks-for-callback", editor.coach().said().get().findings().get(held).rule());
        editor.typed(bad, 1);
        assertEquals(-1, editor.coach().held().get());
    }

    @Test
    void errorsComeFirst() {
        type("Hi {{fist_name}}, we are a leading provider. Call me back.");
        var severities = editor.coach().said().get().findings().stream().map(f -> f.severity()).toList();
        assertEquals(severities.stream().sorted().toList(), severities);
        assertTrue(editor.coach().said().get().good().isEmpty());
    }

    @Test
    void aTextIsNotHeldAgainstWhoeverHasHeardItButTheOtherMessagesAre() {
        desk.log(desk.next(), Outcome.LEFT_VOICEMAIL);
        editor.shownFor().choose(desk.number("SELECT id FROM prospect WHERE first_name = 'Marisol'"));
        assertEquals(List.of("nothing-to-mend", "repeats"), rules());
        String heard = opened().script().body();
        studio.choose(2);
        type(heard);
        assertTrue(rules().contains("repeats-heard"), rules().toString());
    }

    private List<String> rules() {
        return editor.coach().said().get().findings().stream().map(Finding::rule).sorted().toList();
    }

    @Test
    void anEmailOfALaterStepAnswersTheFirstOne() {
        editor.choose(studio.selected().get().texts().stream().filter(t -> t.script().channel() == Script.Channel.EMAIL).findFirst().orElseThrow().script().scriptId());
        String subject = opened().script().subject();
        assertNull(opened().thread());
        studio.choose(2);
        assertEquals("Email", opened().tab(), "the same kind of text as at the step before");
        assertEquals(subject, opened().thread().subject());
        assertEquals(1, opened().thread().ordinal());
        assertEquals(0, editor.coach().said().get().seconds(), "nobody speaks an email");
    }

    @Test
    void aTextThatIsAddedIsOpened() {
        editor.add(Script.Channel.VOICEMAIL);
        assertEquals("Voicemail 2", opened().tab());
        assertEquals("", editor.body().get().text());
        type("A shorter one for {{first_name}}.");
        editor.save();
        assertEquals("A shorter one for {{first_name}}.", inFile());
        editor.remove();
        assertEquals("Voicemail", opened().tab());
    }

    @Test
    void fieldsOfTheImportAreOfferedAndKnown() {
        desk.database.transaction(() -> desk.database.sql().update("UPDATE prospect SET fields = '{\"Dock doors\":\"14\",\"bad {name}\":\"x\"}' WHERE id = 1"));
        type("{{do");
        List<FieldChoice> offered = editor.completion().offered().get();
        assertEquals("Dock doors", offered.getFirst().name());
        assertEquals("14", editor.completion().value(offered.getFirst()));
        assertTrue(editor.complete(false));
        assertEquals("{{Dock doors}}", editor.body().get().text());
        assertTrue(editor.coach().known("dock_doors"));
        assertFalse(editor.coach().known("bad {name}"), "no name that can't stand between braces");
    }

    @Test
    void aFieldIsChosenByKeysWithAFallbackOrWithout() {
        type("Hi {{");
        assertTrue(editor.completion().offered().get().size() >= 18, "all fields");
        type("Hi {{fir");
        assertEquals(List.of("first_name"), editor.completion().offered().get().stream().limit(1).map(FieldChoice::name).toList());
        assertTrue(editor.complete(true));
        assertEquals("Hi {{first_name|}}", editor.body().get().text());
        assertEquals("Hi {{first_name|".length(), editor.body().get().caret());
        assertFalse(editor.completion().open());
        type("Hi {{my_ph");
        editor.complete(true);
        assertEquals("Hi {{my_phone}}", editor.body().get().text(), "the rep's own number needs no fallback");
        type("Hi {{com");
        editor.completion().close();
        type("Hi {{comp");
        assertFalse(editor.completion().open(), "closed for this field");
        type("Hi {{comp}} {{");
        assertTrue(editor.completion().open());
        editor.completion().select(-1);
        assertEquals(editor.completion().offered().get().size() - 1, editor.completion().selected().get(), "up from the first one is the last one");
    }

    @Test
    void aChangeOfTheFileIsTakenOverOnlyWhereNothingIsBeingTyped() {
        desk.database.transaction(() -> desk.database.sql().update("UPDATE script_version SET body = 'from elsewhere' WHERE script_id = ?", opened().script().scriptId()));
        assertEquals("from elsewhere", editor.body().get().text());
        type("typed here");
        desk.database.transaction(() -> desk.database.sql().update("UPDATE script_version SET body = 'once more' WHERE script_id = ?", opened().script().scriptId()));
        assertEquals("typed here", editor.body().get().text());
    }

    @Test
    void whatWasTakenBackElsewhereCanBeBroughtBackHere() {
        String before = editor.body().get().text();
        type("Other words for {{first_name}}.");
        editor.save();
        desk.calls.undo();
        assertEquals(before, editor.body().get().text());
        assertEquals("Saved", editor.state().get());
        editor.undo();
        assertEquals("Other words for {{first_name}}.", editor.body().get().text());
    }

    @Test
    void aTextKeepsItsUndoWhileAnotherIsOpen() {
        String before = editor.body().get().text();
        long first = editor.current().get().script().scriptId();
        type("Other words.");
        editor.choose(editor.texts().get().get(1).script().scriptId());
        editor.choose(first);
        assertEquals("Other words.", editor.body().get().text());
        editor.undo();
        assertEquals(before, editor.body().get().text());
    }

    @Test
    void aSingleChangeIsSaidToBeUnsavedAtOnce() {
        List<String> states = new java.util.ArrayList<>();
        editor.body().subscribe((old, now) -> states.add(editor.state().get()));
        type("Please call me back.");
        editor.fix(1);
        editor.undo();
        editor.subject().subscribe((old, now) -> states.add(editor.state().get()));
        editor.save();
        editor.typedSubject("Three numbers");
        assertEquals(List.of("", "", "", ""), states);
    }

    @Test
    void nothingIsSaidOfAFieldWhileItIsChosen() {
        type("Hi {{my");
        assertTrue(editor.completion().open());
        assertFalse(unresolved());
        assertTrue(editor.closeCompletion());
        assertTrue(unresolved());
        type("Hi {{my_");
        assertTrue(unresolved(), "the list stays closed for this field");
    }

    @Test
    void nothingIsSaidOfAStepWithoutAText() {
        type("Please call me back.");
        editor.save();
        studio.addSeries(new StudioService.NewSeries("Third", studio.series(), false, false), () -> {}, why -> {});
        assertNull(editor.current().get());
        assertEquals(List.of(), editor.coach().said().get().findings());
        assertFalse(editor.firstIsGuide());
        editor.add(Script.Channel.VOICEMAIL);
        assertEquals("New message", editor.name().get());
    }

    private boolean unresolved() {
        return editor.coach().said().get().findings().stream().anyMatch(finding -> finding.rule().equals("unresolved-field"));
    }
}

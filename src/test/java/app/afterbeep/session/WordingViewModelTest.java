package app.afterbeep.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.calls.Card;
import app.afterbeep.calls.Outcome;
import app.afterbeep.scripts.Script;
import app.afterbeep.studio.StudioService;
import app.afterbeep.studio.StudioStore;
import app.afterbeep.testkit.Desk;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.testkit.Texts;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import app.afterbeep.ui.Notices.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WordingViewModelTest extends DeskTest {
    private SessionViewModel model;
    private long ann;
    private final List<Notice> notices = new ArrayList<>();

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        ann = desk.add("Ann Lee", "+12125550101");
        desk.add("Bob Ray", "+12125550102");
        Texts.message(desk, desk.start.seriesId(), 1, 2, "Who counts", "{{first_name}}, {{my_name}}, {{my_company}}. Who counts the minutes? I'll call {{callback_day}}.");
        start();
    }

    private void start() {
        Background background = Background.direct();
        background.onFailure(e -> notices.add(Notice.problem(String.valueOf(e.getMessage()))));
        model = new SessionViewModel(desk.queue, desk.calls, desk.wordings, desk.blocks, background, new Handoff(address -> {}), notices::add, desk.clock,
            () -> desk.settings);
        model.start();
        desk.clock.pass(Duration.ofSeconds(2));
    }

    private Card card() {
        return model.card().orElseThrow();
    }

    private String spoken() {
        return card().message().text();
    }

    private void word(String text) {
        assertTrue(model.wording().edit());
        model.wording().type(text);
        model.wording().keep();
    }

    @Test
    void aTextThatIsEditedElsewhereIsOnTheCardUnlessItHasBeenSpoken() {
        StudioStore store = new StudioStore(desk.database.sql(), desk.cadences, desk.clock);
        StudioService studio = new StudioService(desk.database, store, desk.scripts, () -> desk.settings);
        Script script = card().voicemail().orElseThrow();
        assertDoesNotThrow(() -> studio.saveText(script.scriptId(), script.name(), "", "{{first_name}}, mended. I'll call {{callback_day}}."));
        assertFalse(spoken().startsWith("Ann, mended."));
        model.whose().scriptsChanged();
        assertTrue(spoken().startsWith("Ann, mended."), spoken());
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(5));
        model.pressTimer();
        assertDoesNotThrow(() -> studio.saveText(script.scriptId(), script.name(), "", "{{first_name}}, mended again. I'll call {{callback_day}}."));
        model.whose().scriptsChanged();
        assertTrue(spoken().startsWith("Ann, mended."), spoken());
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals("{{first_name}}, mended. I'll call {{callback_day}}.",
            desk.text("SELECT v.body FROM attempt a JOIN script_version v ON v.id = a.script_version_id"), "what was spoken is in the log");
        assertEquals("{{first_name}}, mended again. I'll call {{callback_day}}.", desk.scripts.find(desk.start.seriesId(), 1, Script.Channel.VOICEMAIL)
            .orElseThrow().body());
    }

    @Test
    void theChoiceStaysWhileTheCardIsDrawnAgainAndIsWhatIsLogged() {
        assertTrue(model.wording().other());
        model.whose().redraw();
        desk.clock.pass(Duration.ofMinutes(3));
        model.whose().tick();
        assertTrue(spoken().contains("Who counts the minutes?"), spoken());
        assertFalse(model.wording().shortest(), "it is the shortest");
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals("Who counts", desk.text("SELECT name FROM script WHERE id = (SELECT script_id FROM script_version WHERE id = (SELECT script_version_id FROM attempt))"));
        assertEquals("The cost nobody owns", card().voicemail().orElseThrow().name(), "the next person has a choice of their own");
    }

    @Test
    void nothingTakesThePlaceOfATextThatIsBeingSpoken() {
        model.pressTimer();
        assertFalse(model.wording().other());
        assertFalse(model.wording().shortest());
        assertFalse(model.wording().edit());
        model.pressTimer();
        assertTrue(model.wording().shortest(), "in a pause it may");
    }

    @Test
    void aWordingIsForThisPersonAloneAndSurvivesARestart() {
        word("Ann, {{my_name}}. Just for you. I'll call {{callback_day}}.");
        assertNull(model.wording().draft().get());
        assertTrue(spoken().startsWith("Ann, Dana Reyes. Just for you."), spoken());
        desk.close();
        desk = new Desk(folder, desk.clock);
        start();
        assertTrue(spoken().contains("Just for you."));
        model.undo();
        assertFalse(spoken().contains("Just for you."));
        model.undo();
        assertEquals("Nothing left to undo", notices.getLast().text());
    }

    @Test
    void backToTheOriginalIsAKeyAndCanBeTakenBack() {
        assertFalse(model.wording().original(), "it is the original");
        String before = spoken();
        word("Ann, {{my_name}}. Just for you. I'll call {{callback_day}}.");
        assertTrue(model.wording().original());
        assertEquals(before, spoken());
        model.undo();
        assertTrue(spoken().contains("Just for you."));
        word(card().words().message().orElseThrow().forAll().body());
        assertTrue(card().words().message().orElseThrow().original().isEmpty(), "typed as it is for all, it is that again");
    }

    @Test
    void keptAsItWasNothingIsWrittenAndNothingAtAllStaysOpen() {
        String body = card().voicemail().orElseThrow().body();
        word("  " + body + "\n");
        assertEquals(0, desk.number("SELECT count(*) FROM script_version WHERE prospect_id IS NOT NULL"));
        assertEquals(0, desk.number("SELECT count(*) FROM action"));
        word("   ");
        assertNotNull(model.wording().draft().get());
        model.wording().cancel();
        assertEquals(body, card().voicemail().orElseThrow().body());
    }

    @Test
    void whileItIsBeingWordedNoOutcomeAndNoRedrawLosesWhatWasTyped() {
        model.wording().edit();
        model.wording().type("Half a thought");
        model.press(Outcome.LEFT_VOICEMAIL);
        model.skip();
        model.pressTimer();
        model.whose().redraw();
        model.whose().open(desk.number("SELECT id FROM prospect WHERE first_name = 'Bob'"));
        assertEquals(ann, card().prospect().id());
        assertEquals("First keep the message that you are editing, or leave it with Esc.", notices.removeLast().text());
        desk.clock.pass(Duration.ofMinutes(2));
        model.whose().tick();
        assertEquals(0, desk.number("SELECT count(*) FROM attempt") + desk.number("SELECT count(*) FROM skip"));
        assertEquals("The message is being edited. Enter keeps it, Esc leaves it as it was.", notices.getLast().text());
        WordingDraft draft = model.wording().draft().get();
        assertNotNull(draft);
        assertEquals("Half a thought", draft.text());
    }

    @Test
    void aCallerPutsTheWordingAsideAndItComesBack() {
        long bob = desk.number("SELECT id FROM prospect WHERE first_name = 'Bob'");
        model.wording().edit();
        model.wording().type("Half a thought");
        model.whose().takeCall(bob, "");
        assertNull(model.wording().draft().get());
        model.whose().back();
        WordingDraft draft = model.wording().draft().get();
        assertNotNull(draft);
        assertEquals("Half a thought", draft.text());
    }

    @Test
    void aMessageWithAFieldThatIsEmptyIsRefusedWithWhatToDo() {
        word("{{first_name}}, {{my_name}} about {{plant}}. I'll call {{callback_day}}.");
        desk.clock.pass(Duration.ofSeconds(1));
        model.typeNote("asked for Pat");
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals("This message has no value for plant. Press E to word it for this person, or 2 if you left none.", notices.getLast().text());
        assertEquals("asked for Pat", model.note());
        assertEquals(ann, card().prospect().id());
        model.press(Outcome.NO_ANSWER);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
    }

    @Test
    void whatTheScriptsSayNowIsOnTheCardUnlessItsMessageIsSpoken() {
        Texts.message(desk, desk.start.seriesId(), 1, 3, "Frost", "{{first_name}}, {{my_name}}, {{my_company}}. Frost. I'll call {{callback_day}}.");
        model.whose().scriptsChanged();
        assertTrue(model.wording().other());
        assertTrue(model.wording().other());
        assertTrue(spoken().contains("Frost"), spoken());
        Texts.message(desk, desk.start.seriesId(), 1, 4, "Ice", "{{first_name}}, {{my_name}}, {{my_company}}. Ice. I'll call {{callback_day}}.");
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(9));
        model.pressTimer();
        String said = spoken();
        model.whose().scriptsChanged();
        assertEquals(3, card().words().messages().size());
        assertEquals(said, spoken());
    }

    @Test
    void whatWasMeasuredOfOneTextIsNotLoggedForAnother() {
        speak();
        assertTrue(model.wording().other());
        assertFalse(model.timer().used());
        speak();
        word("{{first_name}}, {{my_name}}. Short. I'll call {{callback_day}}.");
        assertFalse(model.timer().used());
        speak();
        assertTrue(model.wording().original());
        assertFalse(model.timer().used());
        model.press(Outcome.LEFT_VOICEMAIL);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt WHERE message_seconds IS NULL"));
    }

    private void speak() {
        model.pressTimer();
        desk.clock.pass(Duration.ofSeconds(9));
        model.pressTimer();
        assertTrue(model.timer().used());
    }

    @Test
    void theCoachSaysNothingOfWhatOthersMayLack() {
        assertEquals("Coach: nothing to mend.",
            coach("Hi {{first_name}}, {{my_name}} from {{my_company}}. Iowa docks like yours lose the first hour after a frost. I'll call you {{callback_day}} at {{callback_time}}."));
    }

    @Test
    void theCoachReadsWhatWillBeSaid() {
        assertEquals("Coach: nothing to mend.", coach(card().voicemail().orElseThrow().body()));
        String bad = coach("Hi {{first_name}}, {{my_name}} from {{my_company}}. Please call me back at {{my_phone}}. I'll call {{callback_day}}.");
        assertTrue(bad.startsWith("Coach: ") && bad.length() > 30 && !bad.contains("nothing to mend"), bad);
    }

    private String coach(String body) {
        List<String> lines = new ArrayList<>();
        model.wording().coach().read(model.wording().draft(card(), body), lines::add);
        return String.join("/", lines);
    }
}

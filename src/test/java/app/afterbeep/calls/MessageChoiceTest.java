package app.afterbeep.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.scripts.Script;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.testkit.Texts;
import app.afterbeep.ui.AppException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageChoiceTest extends DeskTest {
    private static final String SECOND = "{{first_name|Hello}}, {{my_name}} with {{my_company}}. Who at {{company|your team}} counts the minutes? "
        + "I'll call {{callback_day}} at {{callback_time}}.";

    private long ann;

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        ann = desk.add("Ann Lee", "+12125550101");
    }

    private Card card() {
        return desk.card(ann);
    }

    private static List<String> names(Card card) {
        return card.words().messages().stream().map(message -> message.script().name()).toList();
    }

    /// As if the round began anew with the first step.
    private void back() {
        desk.database.transaction(() -> desk.database.sql().update("UPDATE prospect SET step = 1, status = 'active', due = 'step' WHERE id = ?", ann));
    }

    private Card choosing(String name) {
        Card card = card();
        for (int i = 0; i < 20 && !card.voicemail().map(Script::name).orElse("").equals(name); i++) {
            card = card.withOther();
        }
        assertEquals(name, card.voicemail().map(Script::name).orElse(""));
        return card;
    }

    @Test
    void theLastMessageWasWhenPeopleSayThatItWas() {
        desk.clock.set("2026-11-06T10:00:00-05:00[America/New_York]");
        assertEquals("", card().values().get("last_message_day"));
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        List<String> said = List.of("06 earlier today", "07 yesterday", "09 Friday", "12 Friday", "13 last week", "16 the week before last", "20 the week before last", "23 a while ago");
        assertEquals(said, said.stream().map(each -> each.substring(0, 2)).map(day -> {
            desk.clock.set("2026-11-" + day + "T10:00:00-05:00[America/New_York]");
            return day + " " + card().values().get("last_message_day");
        }).toList());
    }

    @Test
    void theVersionsOfAStepAreOfferedInTheirOrderAndTheChosenOneIsLogged() {
        Texts.message(desk, desk.start.seriesId(), 1, 2, "Who counts", SECOND);
        assertEquals(List.of("The cost nobody owns", "Who counts"), names(card()));
        assertEquals("Version 1 of 2", ChoiceRules.words(card()));
        Card other = card().withOther();
        assertTrue(ChoiceRules.words(other).matches("Version 2 of 2, \\d+ s shorter · email “Three numbers” · promises (Thu|Fri|Mon) .*"),
            ChoiceRules.words(other));
        assertEquals(card().voicemail(), other.withOther().voicemail(), "round and round");
        assertEquals(other.voicemail(), card().withShortest().voicemail());
        assertTrue(ChoiceRules.shortestSeconds(other).isEmpty());
        desk.log(other, Outcome.LEFT_VOICEMAIL);
        assertEquals("Who counts", desk.text("SELECT s.name FROM attempt a JOIN script_version v ON v.id = a.script_version_id JOIN script s ON s.id = v.script_id"));
        back();
        assertEquals(List.of("The cost nobody owns"), names(card()), "the other one was heard");
        assertEquals("", ChoiceRules.words(card()));
    }

    @Test
    void aVersionBringsItsOwnEmailWhereItHasOne() {
        Texts.message(desk, desk.start.seriesId(), 1, 2, "Who counts", SECOND);
        Texts.email(desk, desk.start.seriesId(), 1, 2, "Minutes", "Hi {{first_name|there}}, {{plant}}");
        assertEquals("Three numbers", card().email().orElseThrow().name());
        Card other = card().withOther();
        assertEquals("Minutes", other.email().orElseThrow().name());
        assertTrue(other.consequence(Outcome.LEFT_VOICEMAIL).startsWith("Email held"), "it has a field without a value");
        assertTrue(card().consequence(Outcome.LEFT_VOICEMAIL).startsWith("Email 1 in 2 min"));
    }

    @Test
    void onceAllWereHeardAnotherStepsMessageCanBeSaidAndIsNotSaidAgainThere() {
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        back();
        Card silent = card();
        assertTrue(silent.voicemail().isEmpty(), "nothing is offered that the step does not own");
        assertTrue(silent.words().heardAll());
        assertEquals(Outcome.NO_ANSWER, silent.likely());
        assertEquals("Heard already. There is a new one from step 2.", ChoiceRules.words(silent));
        Card said = silent.withOther();
        assertEquals("Ask the newcomer", said.voicemail().orElseThrow().name());
        assertTrue(ChoiceRules.words(said).startsWith("From step 2: not said again there · email “The newcomer's question” · promises "),
            ChoiceRules.words(said));
        assertTrue(said.consequence(Outcome.LEFT_VOICEMAIL).startsWith("Email 2 in 2 min"), said.consequence(Outcome.LEFT_VOICEMAIL));
        assertFalse(said.consequence(Outcome.NO_ANSWER).startsWith("Message owed"), "a borrowed message is not owed");
        Card after = said;
        for (int i = 0; i < said.words().messages().size(); i++) {
            after = after.withOther();
        }
        assertTrue(after.voicemail().isEmpty(), "after the last one none again");
        desk.log(said, Outcome.LEFT_VOICEMAIL);
        Card second = card();
        assertEquals(2, second.prospect().step());
        assertTrue(second.words().heardAll());
        assertFalse(names(second).contains("Ask the newcomer"));
    }

    @Test
    void afterTheSeriesTheNextOneIsOfferedByName() {
        for (String name : List.of("The cost nobody owns", "Ask the newcomer", "Time one handover", "A sheet on the wall")) {
            desk.log(choosing(name), Outcome.LEFT_VOICEMAIL);
            back();
        }
        Card card = card();
        String next = desk.text("SELECT name FROM series WHERE id = (SELECT next_id FROM series WHERE id = ?)", desk.start.seriesId());
        assertEquals("Heard already. There is a new one from “" + next + "”.", ChoiceRules.words(card));
        assertTrue(card.withOther().consequence(Outcome.LEFT_VOICEMAIL).startsWith("Email in 2 min"), "an email of another series has no number here");
    }

    @Test
    void aMessageThatIsWordedForOnePersonIsOfferedToNobodyElse() {
        long bob = desk.add("Bob Ray", "+12125550102");
        Card card = card();
        Message message = card.words().message().orElseThrow();
        desk.wordings.word(card, message, "Ann, {{my_name}}. Your sister told me about the dock. I'll call {{callback_day}}.");
        Card worded = card();
        assertTrue(worded.message().text().startsWith("Ann, Dana Reyes. Your sister"));
        assertEquals(message.script(), worded.words().message().orElseThrow().original().orElseThrow());
        assertFalse(desk.card(bob).message().text().contains("sister"));
        desk.wordings.word(worded, worded.words().message().orElseThrow(), "Ann, {{my_name}}. About the dock. I'll call {{callback_day}}.");
        assertTrue(card().message().text().contains("About the dock"));
        desk.calls.undo();
        assertTrue(card().message().text().contains("sister"));
        desk.wordings.original(card(), card().words().message().orElseThrow());
        assertEquals(message, card().words().message().orElseThrow());
        desk.calls.undo();
        desk.calls.undo();
        assertEquals(message, card().words().message().orElseThrow());
    }

    @Test
    void itCountsAsTheOneThatItWasMadeFrom() {
        Card card = card();
        desk.wordings.word(card, card.words().message().orElseThrow(), "Ann, {{my_name}}. Only for you. I'll call {{callback_day}}.");
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        back();
        assertTrue(card().words().heardAll(), "the original would be the same idea again");
        assertEquals("The cost nobody owns v1", desk.text("SELECT s.name || ' v' || b.version FROM attempt a JOIN script_version v ON v.id = a.script_version_id "
            + "JOIN script_version b ON b.id = v.based_on JOIN script s ON s.id = v.script_id"));
    }

    @Test
    void whatWasLeftInItsOwnWordsCanBeTakenBackAndThenTheWords() {
        Card card = card();
        desk.wordings.word(card, card.words().message().orElseThrow(), "Ann, {{my_name}}. Only for you. I'll call {{callback_day}}.");
        desk.log(card(), Outcome.LEFT_VOICEMAIL);
        desk.calls.undo();
        assertTrue(card().message().text().contains("Only for you"), "taken back, it was not heard");
        desk.calls.undo();
        assertFalse(card().message().text().contains("Only for you"), "though an attempt that was taken back still names it");
    }

    @Test
    void aMessageWithAnEmptyFieldIsNotLoggedAsSpokenButTwoAlwaysIs() {
        Card card = card();
        desk.wordings.word(card, card.words().message().orElseThrow(), "{{first_name}}, {{my_name}} about {{plant}}. I'll call {{callback_day}}.");
        Card worded = card();
        assertEquals("This message has no value for plant. Press E to word it for this person, or 2 if you left none.",
            assertThrows(AppException.class, () -> desk.calls.log(worded, Outcome.LEFT_VOICEMAIL, new CallService.Details(17, null, ""))).getMessage());
        assertEquals(0, desk.number("SELECT count(*) FROM attempt"));
        desk.log(worded, Outcome.NO_ANSWER);
        assertEquals(1, desk.number("SELECT count(*) FROM attempt"));
    }
}

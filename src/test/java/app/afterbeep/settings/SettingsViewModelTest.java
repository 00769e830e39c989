package app.afterbeep.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.scripts.Pace;
import app.afterbeep.settings.SettingsViewModel.DialChoice;
import app.afterbeep.testkit.DeskTest;
import app.afterbeep.ui.Background;
import app.afterbeep.ui.Handoff;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsViewModelTest extends DeskTest {
    private SettingsStore store;
    private SettingsViewModel model;
    private Pace pace = new Pace(150, false);
    private final List<String> effects = new ArrayList<>();
    private final List<Map<String, String>> filled = new ArrayList<>();

    @BeforeEach
    @Override
    protected void open() {
        super.open();
        desk.settings = Settings.initial();
        store = new SettingsStore(desk.database);
        model = new SettingsViewModel(new SettingsService(store, filled::add), Background.direct(), new Handoff(a -> {}), notice -> {},
            () -> desk.settings, new SettingsViewModel.Effects(now -> desk.settings = now, () -> effects.add("look"), () -> effects.add("session")),
            folder.resolve("afterbeep.db"), desk.clock::getZone, new SettingsViewModel.Mail(answer -> answer.accept(new SettingsViewModel.MailTest(false, "No server")), () -> {}), () -> pace);
    }

    private void type(Setting setting, String text) {
        model.field(setting).text().set(text);
        model.save(setting);
    }

    private String problem(Setting setting) {
        return model.field(setting).problem().get();
    }

    @Test
    void theRepsOwnPaceIsShownOnceItIsKnown() {
        model.refresh();
        assertNull(model.learned().get());
        pace = new Pace(148, true, 6, 32);
        model.refresh();
        assertEquals("148 words a minute, give or take 6 %, from 32 messages", model.learned().get().words());
    }

    @Test
    void aGoodValueIsSavedAndHoldsAtOnce() {
        type(Setting.BLOCK_GOAL, " 60 ");
        assertEquals("60", store.load().text(Setting.BLOCK_GOAL));
        assertEquals(60, desk.settings.number(Setting.BLOCK_GOAL));
        assertTrue(model.field(Setting.BLOCK_GOAL).saved().get());
        assertEquals(List.of("session"), effects);
        model.field(Setting.BLOCK_GOAL).text().set("61");
        assertFalse(model.field(Setting.BLOCK_GOAL).saved().get(), "not yet saved again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "BLOCK_GOAL | ''", "BLOCK_GOAL | forty", "BLOCK_GOAL | 0", "BLOCK_GOAL | 501", "BLOCK_GOAL | 4.5", "FONT_SIZE | 8", "FONT_SIZE | 37",
        "FONT_SIZE | 99999999999", "TARGET_SECONDS | 31", "LIMIT_SECONDS | 19", "UNDO_SECONDS | -1", "LEGAL_FROM | 25:00", "LEGAL_FROM | 8:60",
        "LEGAL_FROM | 21:00", "LEGAL_TO | 8 am", "PREFERRED_TO | noon", "MY_FROM | 13 pm", "COUNTRY | Atlantis", "COUNTRY | XX", "DIAL_PATTERN | tel:",
        "DIAL_PATTERN | {number}", "DIAL_PATTERN | call me {number}", "THEME | pink", "MAIL_FROM | dána@example.com", "MAIL_FROM | dana@example.c",
        "MAIL_REPLY_TO | a@b@example.com"})
    void aBadValueIsRefusedWithAReasonAndTheOldOneHolds(Setting setting, String text) {
        type(setting, text);
        assertFalse(problem(setting).isEmpty());
        assertEquals(setting.initial(), desk.settings.text(setting));
        assertEquals(0, desk.number("SELECT count(*) FROM setting"));
        assertFalse(model.field(setting).saved().get());
        assertEquals(List.of(), effects);
        assertEquals(text, model.field(setting).text().get(), "what was typed can be mended");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "LEGAL_FROM | 9 | 09:00 | 9:00 am", "LEGAL_TO | 8:30 PM | 20:30 | 8:30 pm", "MY_TO | 17.15 | 17:15 | 5:15 pm",
        "PREFERRED_TO | 12:00 a.m. | - | -", "MY_FROM | 12 am | 00:00 | 12:00 am", "COUNTRY | canada | CA | Canada", "COUNTRY | gb | GB | United Kingdom",
        "FONT_SIZE | 009 | 9 | 9", "MY_PROBLEM | '  trucks   that wait ' | trucks that wait | trucks that wait",
        "DIAL_PATTERN | zoomphonecall://{number} | zoomphonecall://{number} | zoomphonecall://{number}"})
    void aValueMayBeTypedInManyWaysAndIsKeptInOne(Setting setting, String text, String kept, String shown) {
        model.field(setting).text().set(text);
        model.leave(setting);
        if (kept.equals("-")) {
            assertEquals("The end comes after the beginning, 8:30 am.", problem(setting));
            return;
        }
        assertEquals("", problem(setting));
        assertEquals(kept, store.load().text(setting));
        assertEquals(shown, model.field(setting).text().get());
    }

    @Test
    void aPauseInTypingDoesNotRewriteWhatIsBeingTyped() {
        type(Setting.LEGAL_FROM, "9");
        assertEquals("9", model.field(Setting.LEGAL_FROM).text().get());
        assertEquals(LocalTime.of(9, 0), desk.settings.time(Setting.LEGAL_FROM));
        model.refresh();
        assertEquals("9:00 am", model.field(Setting.LEGAL_FROM).text().get());
        model.field(Setting.LEGAL_FROM).text().set("10");
        model.refresh();
        assertEquals("10", model.field(Setting.LEGAL_FROM).text().get(), "half-typed text stays");
    }

    @Test
    void aSpanThatMovesAsAWholeIsAcceptedOnceBothEndsAreTyped() {
        type(Setting.LIMIT_SECONDS, "15");
        assertFalse(problem(Setting.LIMIT_SECONDS).isEmpty(), "the target is still 20");
        type(Setting.TARGET_SECONDS, "10");
        assertEquals("", problem(Setting.LIMIT_SECONDS));
        assertEquals(15, store.load().number(Setting.LIMIT_SECONDS));
        assertEquals(10, store.load().number(Setting.TARGET_SECONDS));
    }

    @Test
    void whatIsSaidAboutTheRepFillsTheEmailsThatLackedIt() {
        type(Setting.MY_NAME, "Dana Reyes");
        model.leave(Setting.MY_NAME);
        type(Setting.MY_COMPANY, "N");
        assertEquals("", filled.getLast().get("my_company"), "a pause in typing is not the end of it");
        type(Setting.MY_COMPANY, "Northline");
        model.leave(Setting.MY_COMPANY);
        assertEquals(Map.of("my_name", "Dana Reyes", "my_company", "Northline", "my_phone", "", "my_problem", "", "my_result", ""), filled.getLast());
        type(Setting.BLOCK_GOAL, "50");
        model.leave(Setting.BLOCK_GOAL);
        assertEquals(2, filled.size(), "a goal is in no email");
    }

    @Test
    void anUnchangedValueIsNotWritten() {
        type(Setting.BLOCK_GOAL, "40");
        assertEquals(0, desk.number("SELECT count(*) FROM setting"));
        assertEquals(List.of(), effects);
    }

    @Test
    void themeAndSizeChangeTheLookAndLeaveTheSessionAlone() {
        model.choose(Setting.THEME, "dark");
        type(Setting.FONT_SIZE, "18");
        assertEquals(List.of("look", "look"), effects);
        assertEquals("dark", store.load().text(Setting.THEME));
    }

    @Test
    void theWayToDialIsChosenAndAPatternOfOnesOwnWaitsUntilItIsTyped() {
        assertEquals(DialChoice.TEL, model.dial().get());
        model.choose(DialChoice.SIP);
        assertEquals("sip:{number}", store.load().text(Setting.DIAL_PATTERN));
        model.choose(DialChoice.OWN);
        assertEquals("sip:{number}", store.load().text(Setting.DIAL_PATTERN));
        type(Setting.DIAL_PATTERN, "softphone:call/{number}");
        assertEquals("softphone:call/{number}", store.load().text(Setting.DIAL_PATTERN));
        model.choose(DialChoice.COPY);
        assertEquals("", store.load().text(Setting.DIAL_PATTERN));
        assertEquals(DialChoice.OWN, DialChoice.of("softphone:call/{number}"));
        assertEquals(DialChoice.COPY, DialChoice.of(""));
    }

    @Test
    void whatATestHasFoundHoldsUntilTheAccountChanges() {
        model.testMail();
        assertEquals("No server", model.mailTest().get().words());
        type(Setting.POSTAL_ADDRESS, "12 Dock Road");
        assertEquals("No server", model.mailTest().get().words());
        type(Setting.MAIL_HOST, "smtp.example.com");
        assertEquals("", model.mailTest().get().words());
        model.askPassword();
        assertEquals("Type the server and your address first.", model.mailTest().get().words());
        type(Setting.MAIL_FROM, "dana@example.com");
        model.askPassword();
        assertEquals("Type the user name first. A server that wants none wants no password either.", model.mailTest().get().words());
    }

    @Test
    void whatWasSetElsewhereIsShown() {
        desk.settings = desk.settings.with(Setting.MY_NAME, "Dana Reyes");
        model.refresh();
        assertEquals("Dana Reyes", model.field(Setting.MY_NAME).text().get());
    }
}

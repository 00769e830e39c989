package app.afterbeep.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.coach.Finding;
import app.afterbeep.scripts.Script.Channel;
import app.afterbeep.settings.Setting;
import app.afterbeep.settings.Settings;
import app.afterbeep.studio.BuilderAnswers.Question;
import app.afterbeep.studio.BuilderViewModel.Key;
import app.afterbeep.studio.BuilderViewModel.Line;
import app.afterbeep.studio.BuilderViewModel.Use;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuilderViewModelTest {
    private static final Key FIRST = new Key(1, Channel.VOICEMAIL);
    private static final Key SECOND = new Key(2, Channel.VOICEMAIL);

    private final List<Use> used = new ArrayList<>();
    private Settings settings = Settings.initial().with(Setting.MY_NAME, "Dana Reyes").with(Setting.MY_COMPANY, "Northline")
        .with(Setting.MY_PROBLEM, "trucks waiting at the dock").with(Setting.MY_RESULT, "turned trucks around eleven minutes faster");
    private final BuilderViewModel model = new BuilderViewModel(() -> settings, used::add);

    private Line line(Key key) {
        return model.preview().get().lines().stream().filter(line -> Key.of(line.text()).equals(key)).findFirst().orElseThrow();
    }

    private String body(Key key) {
        return line(key).text().body();
    }

    @Test
    void whatTheSettingsKnowIsAnsweredAlready() {
        model.begin();
        assertEquals(new BuilderAnswers("Dana Reyes", "Northline", "", "trucks waiting at the dock", "turned trucks around eleven minutes faster"),
            model.preview().get().answers());
        assertFalse(model.preview().get().usable());
        assertEquals(12, model.preview().get().lines().size());
        model.answer(Question.AUDIENCE, "warehouse managers");
        assertTrue(model.preview().get().usable());
        assertTrue(line(FIRST).seconds() >= 12 && line(FIRST).seconds() <= 19, line(FIRST).seconds() + " s");
        assertEquals(0, model.preview().get().lines().stream().mapToInt(l -> l.findings().size()).sum());
    }

    @Test
    void theLengthFollowsTheRepsPaceAndTarget() {
        model.begin();
        int usual = line(FIRST).seconds();
        settings = settings.with(Setting.WORDS_PER_MINUTE, "100").with(Setting.TARGET_SECONDS, "18").with(Setting.LIMIT_SECONDS, "22");
        model.answer(Question.AUDIENCE, "warehouse managers");
        assertTrue(line(FIRST).seconds() > usual);
        assertTrue(line(FIRST).findings().stream().anyMatch(finding -> finding.rule().equals("too-long")), line(FIRST).findings().toString());
    }

    @Test
    void anEditedTextStaysWhateverElseChanges() {
        model.begin();
        String drafted = body(FIRST);
        String second = body(SECOND);
        model.edit(FIRST, "", "Hi there, my own words.");
        model.again();
        assertNotEquals(second, body(SECOND));
        model.answer(Question.AUDIENCE, "clinics");
        assertEquals("Hi there, my own words.", body(FIRST));
        assertTrue(line(FIRST).edited());
        assertFalse(line(FIRST).findings().isEmpty());
        model.revert(FIRST);
        assertFalse(line(FIRST).edited());
        assertNotEquals(drafted, body(FIRST));
        assertEquals(List.of(), line(FIRST).findings());
    }

    @Test
    void writingTheSameIsNoEdit() {
        model.begin();
        model.edit(FIRST, "", body(FIRST));
        assertFalse(line(FIRST).edited());
    }

    @Test
    void aFixIsApplied() {
        model.begin();
        model.edit(FIRST, "", body(FIRST) + " Please call me back.");
        Finding asks = line(FIRST).findings().stream().filter(finding -> finding.rule().equals("asks-for-callback")).findFirst().orElseThrow();
        assertEquals(1, model.preview().get().errors());
        model.fix(FIRST, asks);
        assertEquals(0, model.preview().get().errors());
        assertFalse(body(FIRST).contains("call me back"), body(FIRST));
        // A second press of a button that is still on screen changes nothing more.
        String mended = body(FIRST);
        model.fix(FIRST, new Finding("x", Finding.Severity.ERROR, Finding.Part.BODY, 0, 9999, "", "",
            java.util.Optional.of(new Finding.Fix("Remove", 0, 9999, ""))));
        assertEquals(mended, body(FIRST));
    }

    @Test
    void aPastedScriptIsTheFirstMessageUntilItIsTakenOut() {
        settings = Settings.initial();
        model.begin();
        String drafted = body(FIRST);
        model.paste("Hi Sarah, this is Tom Baker from Brightdesk. Clinics tell me about phones that ring all morning. Call me back at 555-0134.");
        assertTrue(body(FIRST).contains("Clinics tell me about phones that ring all morning."), body(FIRST));
        assertEquals("Tom Baker", model.preview().get().answers().name());
        assertEquals("phones that ring all morning", model.preview().get().answers().pain());
        assertEquals(1, model.preview().get().left().size());
        model.again();
        assertTrue(body(FIRST).contains("Clinics tell me about phones that ring all morning."), body(FIRST));
        model.paste("");
        assertFalse(body(FIRST).contains("Clinics tell me"), drafted);
        assertEquals(List.of(), model.preview().get().left());
    }

    @Test
    void theSeriesIsHandedOverOnceAndWhole() {
        model.begin();
        assertFalse(model.use());
        assertEquals(List.of(), used);
        model.answer(Question.AUDIENCE, "warehouse managers");
        model.edit(SECOND, "", "Hello {{first_name|there}}, my own words.");
        assertTrue(model.use());
        assertEquals(1, used.size());
        assertEquals("warehouse managers", used.getFirst().answers().audience());
        assertEquals("Hello {{first_name|there}}, my own words.", used.getFirst().draft().texts().get(2).body());
        assertFalse(model.use(), "a second press has nothing to hand over");
        assertEquals(1, used.size());
        model.begin();
        assertEquals("", model.preview().get().answers().audience());
        assertFalse(line(SECOND).edited());
    }

    @Test
    void closedAndOpenedAgainNothingIsLost() {
        model.begin();
        model.answer(Question.AUDIENCE, "clinics");
        model.edit(FIRST, "", "Mine.");
        model.begin();
        assertEquals("clinics", model.preview().get().answers().audience());
        assertEquals("Mine.", body(FIRST));
    }
}

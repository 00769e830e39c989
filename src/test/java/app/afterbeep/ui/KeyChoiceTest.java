package app.afterbeep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.afterbeep.ui.KeyChoice.Judged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChoiceTest {
    @AfterEach
    void backToDefault() {
        Keys.use("");
    }

    private static Chord plain(KeyCode key) {
        return new Chord(key, true, false);
    }

    private static Chord ctrl(KeyCode key) {
        return new Chord(key, false, true);
    }

    @Test
    void aFreeKeyIsTaken() {
        assertEquals(new Judged.Good(Map.of(Shortcut.DIAL, plain(KeyCode.J))), KeyChoice.judge(Shortcut.DIAL, plain(KeyCode.J), Map.of()));
    }

    @Test
    void aKeyOfTheSameScreenIsSaidAndCanBeSwapped() {
        Judged.Taken taken = assertInstanceOf(Judged.Taken.class, KeyChoice.judge(Shortcut.DIAL, plain(KeyCode.N), Map.of()));
        assertEquals("N is “Write a note” on Session.", taken.sentence());
        assertEquals(Set.of(Shortcut.DIAL, Shortcut.NOTE), taken.swapped().keySet());
        assertEquals(KeyCode.D, taken.swapped().get(Shortcut.NOTE).key());
    }

    @Test
    void aKeyThatWorksEverywhereMeetsEveryScreen() {
        Judged.Taken taken = assertInstanceOf(Judged.Taken.class, KeyChoice.judge(Shortcut.WITHDRAW, plain(KeyCode.I), Map.of()));
        assertEquals("I is “They called back: find the caller” everywhere.", taken.sentence());
    }

    @Test
    void aKeyOfAnotherScreenIsFree() {
        assertInstanceOf(Judged.Good.class, KeyChoice.judge(Shortcut.DIAL, plain(KeyCode.G), Map.of()));
    }

    @Test
    void noSwapWhereTheOtherCouldNotHaveTheKey() {
        // What undoes nothing but moves the step is fixed to its arrow.
        Judged refused = KeyChoice.judge(Shortcut.STEP_UP, plain(KeyCode.UP), Map.of());
        assertInstanceOf(Judged.Refused.class, refused);
        // Ctrl+S saves while one types: N alone can't.
        Judged.Taken taken = assertInstanceOf(Judged.Taken.class, KeyChoice.judge(Shortcut.WITHDRAW, ctrl(KeyCode.S), Map.of()));
        assertNull(taken.swapped());
    }

    @Test
    void theUsualKeyAgainIsNoChoiceOfOnesOwn() {
        assertEquals(new Judged.Good(Map.of()),
            KeyChoice.judge(Shortcut.DIAL, Shortcut.DIAL.usual(), Map.of(Shortcut.DIAL, plain(KeyCode.J))));
    }

    @ParameterizedTest
    @EnumSource(value = KeyCode.class, names = {"TAB", "ENTER", "ESCAPE", "UP", "DIGIT1", "NUMPAD4", "F1", "SPACE", "BACK_SPACE", "HOME", "SLASH", "PLUS", "VOLUME_UP"})
    void reservedKeysAreRefused(KeyCode key) {
        assertInstanceOf(Judged.Refused.class, KeyChoice.judge(Shortcut.DIAL, plain(key), Map.of()));
    }

    @Test
    void whatFieldsNeedIsRefusedWithCtrl() {
        for (KeyCode key : List.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z)) {
            assertInstanceOf(Judged.Refused.class, KeyChoice.judge(Shortcut.EXPORT, ctrl(key), Map.of()));
        }
    }

    @Test
    void whatWorksWhileTypingNeedsCtrlOrAFunctionKey() {
        assertInstanceOf(Judged.Refused.class, KeyChoice.judge(Shortcut.KEEP, plain(KeyCode.J), Map.of()));
        assertInstanceOf(Judged.Good.class, KeyChoice.judge(Shortcut.KEEP, plain(KeyCode.F11), Map.of()));
    }

    @Test
    void digitsEscAndEnterStayAsTheyAre() {
        for (Shortcut fixed : EnumSet.of(Shortcut.OUTCOME_1, Shortcut.CLOSE, Shortcut.OPEN, Shortcut.UNDO, Shortcut.KEYS)) {
            assertFalse(KeyChoice.changeable(fixed));
            assertInstanceOf(Judged.Refused.class, KeyChoice.judge(fixed, plain(KeyCode.J), Map.of()));
        }
    }

    @Test
    void everyShortcutStandsOnTheSheet() {
        assertEquals(EnumSet.allOf(Shortcut.class), KeyTable.ALL.stream().map(KeyTable.Entry::shortcut).collect(Collectors.toCollection(() -> EnumSet.noneOf(Shortcut.class))));
    }

    @Test
    void noTwoKeysMeetOnOneScreen() {
        List<String> meeting = new ArrayList<>();
        for (KeyTable.Entry one : KeyTable.ALL) {
            for (KeyTable.Entry other : KeyTable.ALL) {
                if (one.place() == other.place() && one.shortcut().ordinal() < other.shortcut().ordinal() && one.shortcut().usual().meets(other.shortcut().usual())) {
                    meeting.add(one.place() + ": " + one.words() + " and " + other.words());
                }
            }
        }
        assertEquals(List.of(), meeting);
    }

    @Test
    void findsByWordsScreenAndKey() {
        assertEquals(List.of("Dial"), KeyTable.found("dial session").stream().map(KeyTable.Entry::words).filter(words -> words.startsWith("Dial")).toList());
        assertTrue(KeyTable.found("ctrl z").stream().anyMatch(entry -> entry.shortcut() == Shortcut.UNDO));
        assertEquals(List.of(), KeyTable.found("no such thing"));
        assertEquals(KeyTable.ALL, KeyTable.found(" "));
    }

    @Test
    void whatIsWrittenIsRead() {
        String written = Keys.written(Map.of(Shortcut.EXPORT, ctrl(KeyCode.L), Shortcut.DIAL, plain(KeyCode.J)));
        assertEquals("DIAL=J EXPORT=Ctrl+L", written);
        Keys.use(written);
        assertEquals("J", Shortcut.DIAL.cap());
        assertEquals("Ctrl L", Shortcut.EXPORT.cap());
        assertEquals("C", Shortcut.COPY.cap());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIAL=", "DIAL", "=J", "DIAL=NOKEY", "NOBODY=J", "DIAL=TAB", "OUTCOME_1=J", "DIAL=J=K", "   ", "DIAL=Ctrl+"})
    void whatCannotBeReadIsAsIfItHadNotBeenChosen(String written) {
        Keys.use(written);
        assertEquals(Map.of(), Keys.own());
        assertTrue(Arrays.stream(Shortcut.values()).allMatch(shortcut -> Keys.of(shortcut).equals(shortcut.usual())));
    }
}

package app.afterbeep.ui;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Every key of the program. A plain key works while no text is being typed; with Ctrl (Cmd on macOS) a key works always.
/// Where two share a key, each screen does the one that it knows.
public enum Shortcut {
    OUTCOME_1(KeyCode.DIGIT1, true), OUTCOME_2(KeyCode.DIGIT2, true), OUTCOME_3(KeyCode.DIGIT3, true), OUTCOME_4(KeyCode.DIGIT4, true),
    OUTCOME_5(KeyCode.DIGIT5, true), OUTCOME_6(KeyCode.DIGIT6, true), OUTCOME_7(KeyCode.DIGIT7, true), OUTCOME_8(KeyCode.DIGIT8, true),
    OUTCOME_9(KeyCode.DIGIT9, true), OUTCOME_0(KeyCode.DIGIT0, true),
    TIMER(KeyCode.SPACE, false), RESTART(KeyCode.R, false), DIAL(KeyCode.D, false), COPY(KeyCode.C, false), NOTE(KeyCode.N, false),
    MOVE_PROMISE(KeyCode.P, false), SKIP(KeyCode.S, false), PAUSE(KeyCode.B, false),
    CALLED_BACK(KeyCode.I, false), EDIT(KeyCode.E, false), LOG_ELSEWHERE(KeyCode.G, false),
    MAIL(KeyCode.M, false), MARK_SENT(KeyCode.T, false), WITHDRAW(KeyCode.W, false),
    MOVE(KeyCode.P, false), DROP(KeyCode.X, false), CALENDAR(KeyCode.K, false), OWN_MISSED(KeyCode.M, false),
    OTHER_MESSAGE(KeyCode.V, false), SHORTER_MESSAGE(KeyCode.H, false), ORIGINAL_MESSAGE(KeyCode.U, false), REACH(KeyCode.A, false),
    REMINDER_OPEN(KeyCode.O, false), REMINDER_LATER(KeyCode.L, false),
    SEND(KeyCode.S, false), SEND_ALL(KeyCode.A, false), SAVE_FILE(KeyCode.F, false), NOT_LEFT(KeyCode.N, false),
    STOP(KeyCode.B, false), KEEP(KeyCode.S),
    STEP_ABOVE(KeyCode.UP, false), STEP_BELOW(KeyCode.DOWN, false), STEP_UP(KeyCode.U, false), STEP_DOWN(KeyCode.J, false),
    STEP_ADD(KeyCode.A, false), STEP_COPY(KeyCode.C, false), STEP_KIND(KeyCode.K, false), STEP_SWITCH(KeyCode.X, false),
    STEP_REMOVE(KeyCode.DELETE, false), SERIES(KeyCode.S, false), SNIPPETS(KeyCode.T, false), DRAFT(KeyCode.B, false),
    REHEARSE(KeyCode.R, false),
    DNC_ADD(KeyCode.A, false), DNC_REMOVE(KeyCode.DELETE, false),
    NEXT_PERSON(KeyCode.J), PERSON_BEFORE(KeyCode.K),
    TO_LIST(KeyCode.T, false), TO_SERIES(KeyCode.S, false), TO_REST(KeyCode.R, false), TO_DNC(KeyCode.X, false), ORDER(KeyCode.O, false),
    CLEAR_FACETS(KeyCode.C, false), ADD_PERSON(KeyCode.P, false), MERGE(KeyCode.M, false), ERASE(KeyCode.DELETE, false),
    CLOSE(KeyCode.ESCAPE, false), OPEN(KeyCode.ENTER, false),
    UNDO(KeyCode.Z), FIND(KeyCode.F), EXPORT(KeyCode.E), IMPORT(KeyCode.O), QUIT(KeyCode.Q),
    DRAFT_AGAIN(KeyCode.R), USE_DRAFT(KeyCode.ENTER), GO_ON(KeyCode.ENTER);

    private final KeyCode key;
    private final boolean plain;
    private final boolean control;

    /// A plain key, and with Ctrl too when it must work while typing.
    Shortcut(KeyCode key, boolean control) {
        this.key = key;
        this.plain = true;
        this.control = control;
    }

    /// A key with Ctrl.
    Shortcut(KeyCode key) {
        this.key = key;
        this.plain = false;
        this.control = true;
    }

    /// The shortcuts that `event` can be: a key may mean one thing on one screen and another on the next.
    ///
    /// @param typing text is being typed
    static List<Shortcut> of(KeyEvent event, boolean typing) {
        return Arrays.stream(values()).filter(shortcut -> shortcut.matches(event, typing)).toList();
    }

    /// Whether `event` is this one, whatever has the keyboard: for a sheet, which no shortcut reaches by itself.
    public boolean is(KeyEvent event) {
        return matches(event, true);
    }

    private boolean matches(KeyEvent event, boolean typing) {
        if (event.isAltDown() || event.isShiftDown() || !key.equals(main(event.getCode()))) {
            return false;
        }
        return event.isShortcutDown() ? control : plain && (!typing || this == CLOSE);
    }

    /// The digits of the number pad are digits.
    private static KeyCode main(KeyCode code) {
        return code.isKeypadKey() && code.isDigitKey() ? KeyCode.valueOf("DIGIT" + code.getName().charAt(code.getName().length() - 1)) : code;
    }

    /// As it stands on a key cap: "D", "Ctrl Z".
    public String cap() {
        String name = key == KeyCode.SPACE ? "Space" : key == KeyCode.ESCAPE ? "Esc" : key == KeyCode.DELETE ? "Del" : key.getName();
        return plain ? name : new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN).getDisplayText().replace("Z", "").replace("+", "").strip()
            + " " + name;
    }

    /// The shortcut of an outcome's digit.
    public static Shortcut outcome(String digit) {
        return valueOf("OUTCOME_" + digit);
    }

    /// The digit of an outcome's shortcut; null for the others.
    public @Nullable String digit() {
        return name().startsWith("OUTCOME_") ? name().substring("OUTCOME_".length()) : null;
    }
}

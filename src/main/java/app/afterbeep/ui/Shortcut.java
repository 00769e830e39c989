package app.afterbeep.ui;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Every key of the program. A plain key works while no text is being typed; with Ctrl (Cmd on macOS) a key works always.
/// Where two share a key, each screen does the one that it knows. What stands here is what holds until the rep changes it; [Keys] says what holds now.
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
    BACK_UP(KeyCode.B, false), RESTORE(KeyCode.R, false), CHECK_DATA(KeyCode.K, false), SECOND_FOLDER(KeyCode.F, false), OPEN_FOLDER(KeyCode.O, false),
    LICENCES(KeyCode.V, false),
    CLOSE(KeyCode.ESCAPE, false), OPEN(KeyCode.ENTER, false),
    UNDO(KeyCode.Z), FIND(KeyCode.F), EXPORT(KeyCode.E), IMPORT(KeyCode.O), QUIT(KeyCode.Q),
    DRAFT_AGAIN(KeyCode.R), USE_DRAFT(KeyCode.ENTER), GO_ON(KeyCode.ENTER),
    TAKE_NEXT(KeyCode.S, false),
    KEYS(KeyCode.F1, false), SCREEN_1(KeyCode.F2, false), SCREEN_2(KeyCode.F3, false), SCREEN_3(KeyCode.F4, false), SCREEN_4(KeyCode.F5, false),
    SCREEN_5(KeyCode.F6, false), SCREEN_6(KeyCode.F7, false), SCREEN_7(KeyCode.F8, false), SCREEN_8(KeyCode.F9, false),
    MINI(KeyCode.M), ON_TOP(KeyCode.T), COLUMNS(KeyCode.F10, false);

    private final Chord usual;

    /// A plain key, and with Ctrl too when it must work while typing.
    Shortcut(KeyCode key, boolean control) {
        usual = new Chord(key, true, control);
    }

    /// A key with Ctrl.
    Shortcut(KeyCode key) {
        usual = new Chord(key, false, true);
    }

    /// The key until the rep chooses another.
    Chord usual() {
        return usual;
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

    /// Whether `event` is this one while nobody types: for a sheet without fields.
    public boolean pressedBy(KeyEvent event) {
        return matches(event, false);
    }

    private boolean matches(KeyEvent event, boolean typing) {
        return Keys.of(this).matches(event, typing);
    }

    /// As it stands on a key cap now: "D", "Ctrl Z".
    public String cap() {
        return Keys.of(this).cap();
    }

    /// The shortcut of an outcome's digit.
    public static Shortcut outcome(String digit) {
        return valueOf("OUTCOME_" + digit);
    }

    /// The digit of an outcome's shortcut; null for the others.
    public @Nullable String digit() {
        return name().startsWith("OUTCOME_") ? name().substring("OUTCOME_".length()) : null;
    }

    /// The place in the rail of the screen that this one brings to the front; -1 for the others.
    int screen() {
        return name().startsWith("SCREEN_") ? ordinal() - SCREEN_1.ordinal() : -1;
    }
}

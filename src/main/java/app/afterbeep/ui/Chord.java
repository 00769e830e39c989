package app.afterbeep.ui;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// One key as it is pressed for a shortcut.
///
/// @param plain   works alone, while nobody types
/// @param control works with Ctrl (Cmd on macOS), always
record Chord(KeyCode key, boolean plain, boolean control) {
    private static final String CONTROL = "Ctrl+";
    private static final Set<KeyCode> MODIFIERS = EnumSet.of(KeyCode.SHIFT, KeyCode.CONTROL, KeyCode.ALT, KeyCode.ALT_GRAPH, KeyCode.META, KeyCode.COMMAND,
        KeyCode.WINDOWS, KeyCode.CAPS, KeyCode.NUM_LOCK, KeyCode.UNDEFINED);

    /// What was pressed; empty while only Ctrl or the like is held.
    static Optional<Chord> of(KeyEvent event) {
        return MODIFIERS.contains(event.getCode()) ? Optional.empty()
            : Optional.of(new Chord(main(event.getCode()), !event.isShortcutDown(), event.isShortcutDown()));
    }

    boolean matches(KeyEvent event, boolean typing) {
        if (event.isAltDown() || event.isShiftDown() || key != main(event.getCode())) {
            return false;
        }
        return event.isShortcutDown() ? control : plain && (!typing || worksWhileTyping());
    }

    /// No text field wants it.
    boolean worksWhileTyping() {
        return !plain || key == KeyCode.ESCAPE || key.isFunctionKey();
    }

    /// The same press can mean both.
    boolean meets(Chord other) {
        return key == other.key && (plain && other.plain || control && other.control);
    }

    /// The digits of the number pad are digits.
    private static KeyCode main(KeyCode code) {
        return code.isKeypadKey() && code.isDigitKey() ? KeyCode.valueOf("DIGIT" + code.getName().charAt(code.getName().length() - 1)) : code;
    }

    /// As it stands on a key cap: "D", "Ctrl Z".
    String cap() {
        String name = switch (key) {
            case SPACE -> "Space";
            case ESCAPE -> "Esc";
            case DELETE -> "Del";
            default -> key.getName();
        };
        return plain ? name : new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN).getDisplayText().replace("Z", "").replace("+", "").strip()
            + " " + name;
    }

    /// As it stands in the settings: "D", "Ctrl+Z", the same on every system.
    String written() {
        return (plain ? "" : CONTROL) + key.name();
    }

    /// What [#written] wrote; empty where it is none.
    static Optional<Chord> read(String written) {
        boolean control = written.startsWith(CONTROL);
        try {
            KeyCode key = KeyCode.valueOf((control ? written.substring(CONTROL.length()) : written).toUpperCase(Locale.ROOT));
            return Optional.of(new Chord(key, !control, control));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package app.afterbeep.ui;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// Which keys a shortcut may have.
final class KeyChoice {
    /// What they are is learned once and the same in every program, or a field needs them.
    private static final Set<Shortcut> FIXED = EnumSet.of(Shortcut.OUTCOME_1, Shortcut.OUTCOME_2, Shortcut.OUTCOME_3, Shortcut.OUTCOME_4, Shortcut.OUTCOME_5,
        Shortcut.OUTCOME_6, Shortcut.OUTCOME_7, Shortcut.OUTCOME_8, Shortcut.OUTCOME_9, Shortcut.OUTCOME_0, Shortcut.CLOSE, Shortcut.OPEN, Shortcut.UNDO,
        Shortcut.KEYS, Shortcut.USE_DRAFT, Shortcut.GO_ON, Shortcut.STEP_ABOVE, Shortcut.STEP_BELOW);
    private static final Set<KeyCode> MOVING = EnumSet.of(KeyCode.TAB, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT,
        KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.HOME, KeyCode.END, KeyCode.BACK_SPACE, KeyCode.CONTEXT_MENU);
    private static final Set<KeyCode> EDITING = EnumSet.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

    private KeyChoice() {}

    /// What became of a choice.
    sealed interface Judged {
        /// @param own the keys that the rep has chosen, with this one
        record Good(Map<Shortcut, Chord> own) implements Judged {}

        /// The key is another's on the same screen.
        ///
        /// @param swapped the rep's keys when the two change places; null where that can't be
        record Taken(String sentence, @Nullable Map<Shortcut, Chord> swapped) implements Judged {}

        record Refused(String sentence) implements Judged {}
    }

    static boolean changeable(Shortcut shortcut) {
        return !FIXED.contains(shortcut);
    }

    /// Why this shortcut can never have this key, whatever the others have.
    static Optional<String> refusal(Shortcut shortcut, Chord chord) {
        if (FIXED.contains(shortcut)) {
            return Optional.of("This key can't be changed.");
        }
        if (chord.key().isDigitKey()) {
            return Optional.of("The digits are the outcomes and the choices of sheets.");
        }
        if (MOVING.contains(chord.key())) {
            return Optional.of(chord.cap() + " moves about, opens and closes on every screen. Choose another key.");
        }
        if (chord.key() == KeyCode.F1) {
            return Optional.of("F1 shows this sheet, so that it is always found.");
        }
        if (chord.key() == KeyCode.SPACE && shortcut != Shortcut.TIMER) {
            return Optional.of("Space is the beep, and presses the button that has the keyboard.");
        }
        if (!chord.plain() && EDITING.contains(chord.key())) {
            return Optional.of(chord.cap() + " belongs to every text field. Choose another key.");
        }
        if (!(chord.key().isLetterKey() || chord.key().isFunctionKey() || chord.key() == KeyCode.DELETE || chord.key() == KeyCode.INSERT
            || chord.key() == KeyCode.SPACE)) {
            return Optional.of("Choose a letter or a function key, alone or with Ctrl.");
        }
        if (shortcut.usual().worksWhileTyping() && !chord.worksWhileTyping()) {
            return Optional.of("This one has to work while you type: choose a key with Ctrl, or a function key.");
        }
        return Optional.empty();
    }

    /// @param own the keys that the rep has chosen so far
    static Judged judge(Shortcut shortcut, Chord wanted, Map<Shortcut, Chord> own) {
        Optional<String> refusal = refusal(shortcut, wanted);
        if (refusal.isPresent()) {
            return new Judged.Refused(refusal.get());
        }
        Map<Shortcut, Chord> with = with(own, shortcut, wanted);
        List<Shortcut> met = met(shortcut, wanted, own);
        if (met.isEmpty()) {
            return new Judged.Good(with);
        }
        Shortcut other = met.getFirst();
        KeyTable.Entry entry = KeyTable.meeting(shortcut, other).getFirst();
        String sentence = wanted.cap() + " is “" + entry.words() + "” " + (entry.place() == KeyTable.Place.EVERYWHERE ? "everywhere" : "on " + entry.place().title()) + ".";
        Chord given = now(own, shortcut);
        Map<Shortcut, Chord> swapped = with(with, other, given);
        boolean swaps = met.size() == 1 && refusal(other, given).isEmpty() && met(other, given, swapped).isEmpty() && met(shortcut, wanted, swapped).isEmpty();
        return new Judged.Taken(sentence, swaps ? swapped : null);
    }

    private static List<Shortcut> met(Shortcut shortcut, Chord wanted, Map<Shortcut, Chord> own) {
        return Arrays.stream(Shortcut.values()).filter(other -> other != shortcut && now(own, other).meets(wanted)
            && !KeyTable.meeting(shortcut, other).isEmpty()).toList();
    }

    static Chord now(Map<Shortcut, Chord> own, Shortcut shortcut) {
        return own.getOrDefault(shortcut, shortcut.usual());
    }

    private static Map<Shortcut, Chord> with(Map<Shortcut, Chord> own, Shortcut shortcut, Chord chord) {
        Map<Shortcut, Chord> with = new EnumMap<>(Shortcut.class);
        with.putAll(own);
        if (chord.equals(shortcut.usual())) {
            with.remove(shortcut);
        } else {
            with.put(shortcut, chord);
        }
        return with;
    }

}

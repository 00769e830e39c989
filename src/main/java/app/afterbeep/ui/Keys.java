package app.afterbeep.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/// Which key each shortcut has now. One for the program, as its locale and its theme are: a key means the same wherever a cap shows it.
/// On the FX thread.
public final class Keys {
    private static final ReadOnlyObjectWrapper<Map<Shortcut, Chord>> OWN = new ReadOnlyObjectWrapper<>(Map.of());

    private Keys() {}

    /// The key in force.
    static Chord of(Shortcut shortcut) {
        Chord own = OWN.get().get(shortcut);
        return own == null ? shortcut.usual() : own;
    }

    /// The keys that the rep has chosen, all others being as they were.
    static Map<Shortcut, Chord> own() {
        return OWN.get();
    }

    static ReadOnlyObjectProperty<Map<Shortcut, Chord>> changes() {
        return OWN.getReadOnlyProperty();
    }

    /// Puts the rep's choice in force, as [#written] wrote it. What can't be read, or is no longer allowed, is as if it had not been chosen.
    public static void use(String written) {
        Map<Shortcut, Chord> own = new EnumMap<>(Shortcut.class);
        for (String each : written.split(" ")) {
            String[] parts = each.split("=", 2);
            for (Shortcut shortcut : Shortcut.values()) {
                if (parts.length == 2 && shortcut.name().equals(parts[0])) {
                    Chord.read(parts[1]).filter(chord -> KeyChoice.refusal(shortcut, chord).isEmpty()).ifPresent(chord -> own.put(shortcut, chord));
                }
            }
        }
        if (!own.equals(OWN.get())) {
            OWN.set(Map.copyOf(own));
        }
    }

    /// "DIAL=J EXPORT=Ctrl+X".
    static String written(Map<Shortcut, Chord> own) {
        return own.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> entry.getKey() + "=" + entry.getValue().written())
            .collect(Collectors.joining(" "));
    }

    /// The cap shows the key that is in force, also after a change.
    public static void follow(Label cap, Shortcut shortcut) {
        cap.setText(shortcut.cap());
        listen(cap, () -> cap.setText(shortcut.cap()));
    }

    /// What a screen reader says of the control names the key that is in force, also after a change.
    public static void follow(Labeled control, Shortcut shortcut, String before) {
        control.getProperties().put(Shortcut.class, shortcut);
        String[] said = {shortcut.cap()};
        listen(control, () -> {
            String text = control.getAccessibleText();
            if (text != null) {
                control.setAccessibleText(text.replace(before + said[0], before + shortcut.cap()));
            }
            said[0] = shortcut.cap();
        });
    }

    /// For as long as the control lives: what the program listens to must not keep it.
    private static void listen(Labeled control, Runnable changed) {
        InvalidationListener listener = o -> changed.run();
        control.getProperties().put(Keys.class, listener);
        OWN.addListener(new WeakInvalidationListener(listener));
    }
}

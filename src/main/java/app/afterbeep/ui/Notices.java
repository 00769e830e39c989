package app.afterbeep.ui;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the rep, in passing, what has happened. On the FX thread. A new notice takes the place of the one before.
public interface Notices {
    void show(Notice notice);

    /// A notice in passing.
    ///
    /// @param undo   what its Undo button does, or null
    /// @param prompt what can be added in one line, or null
    /// @param again  what is not done yet: the notice stays until the rep does it, closes it, or another one comes; or null
    record Notice(String text, boolean problem, @Nullable Runnable undo, @Nullable Prompt prompt, @Nullable Again again) {
        public static Notice done(String text) {
            return new Notice(text, false, null, null, null);
        }

        public static Notice undoable(String text, Runnable undo) {
            return new Notice(text, false, undo, null, null);
        }

        public static Notice problem(String text) {
            return new Notice(text, true, null, null, null);
        }

        public Notice with(Prompt more) {
            return new Notice(text, problem, undo, more, again);
        }

        /// Something that the rep did could not be done.
        public static Notice unsaved(String text, Again again) {
            return new Notice(text, true, null, null, again);
        }
    }

    /// What does it after all.
    ///
    /// @param key that does so too, or null where the screen has others for it
    record Again(@Nullable Shortcut key, Runnable action) {}

    /// One line that can be added to what has happened: "Add a name".
    record Prompt(String label, Consumer<String> entered) {}
}

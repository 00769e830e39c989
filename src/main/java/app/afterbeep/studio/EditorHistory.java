package app.afterbeep.studio;

import app.afterbeep.studio.FieldRules.Edited;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What one text was before, for undo and redo: a word that is typed is one step, and so is everything else that changes the text at once.
final class EditorHistory {
    private static final int STEPS = 200;

    private final Deque<Edited> before = new ArrayDeque<>();
    private final Deque<Edited> after = new ArrayDeque<>();
    private Edited now;
    private Kind last = Kind.WHOLE;
    private int lastAt;

    private enum Kind { LETTER, BLANK, DELETED, WHOLE }

    EditorHistory(String text) {
        now = new Edited(text, text.length());
    }

    /// The text was changed to `text` as a whole, if it is another at all.
    void replaced(String text) {
        if (!text.equals(now.text())) {
            last = Kind.WHOLE;
            changed(text, text.length());
            last = Kind.WHOLE;
        }
    }

    /// The text has been changed to `text`, with the caret there now.
    void changed(String text, int caret) {
        if (text.equals(now.text())) {
            now = new Edited(text, caret);
            return;
        }
        Kind kind = kind(text);
        int at = at(text);
        // Blanks end a word; a caret that was moved begins a new step.
        boolean goesOn = kind == last && kind != Kind.WHOLE && Math.abs(at - lastAt) <= 1 || kind == Kind.BLANK && last == Kind.LETTER && at == lastAt + 1;
        if (!goesOn) {
            before.push(now);
            if (before.size() > STEPS) {
                before.removeLast();
            }
        }
        after.clear();
        last = kind;
        lastAt = at;
        now = new Edited(text, caret);
    }

    private Kind kind(String text) {
        int more = text.length() - now.text().length();
        int at = at(text);
        if (more == 1 && text.substring(at + 1).equals(now.text().substring(at))) {
            return Character.isWhitespace(text.charAt(at)) ? Kind.BLANK : Kind.LETTER;
        }
        return more == -1 && now.text().substring(at + 1).equals(text.substring(at)) ? Kind.DELETED : Kind.WHOLE;
    }

    /// Where the two texts begin to differ.
    private int at(String text) {
        int at = 0;
        int end = Math.min(text.length(), now.text().length());
        while (at < end && text.charAt(at) == now.text().charAt(at)) {
            at++;
        }
        return at;
    }

    Optional<Edited> undo() {
        return move(before, after);
    }

    Optional<Edited> redo() {
        return move(after, before);
    }

    private Optional<Edited> move(Deque<Edited> from, Deque<Edited> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        now = from.pop();
        last = Kind.WHOLE;
        return Optional.of(now);
    }
}

package app.afterbeep.studio;

import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.studio.FieldRules.Edited;
import app.afterbeep.studio.FieldRules.Field;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea.Tag;
import jfx.incubator.scene.control.richtext.SelectionSegment;
import jfx.incubator.scene.control.richtext.TextPos;

/// The field that a text is written in. Its text is plain, whatever it looks like: what is copied and saved is what was typed. Undo is the
/// model's, a word at a time.
final class TextPane extends StackPane {
    private static final double PADDING = 8;

    private final EditorViewModel model;
    private final CodeArea area = new CodeArea();
    private final Text measure = new Text();
    private boolean pulling;
    private boolean pushing;

    TextPane(EditorViewModel model) {
        this.model = model;
        getStyleClass().add("editor-pane");
        area.setId("editor-text");
        area.getStyleClass().add("editor-text");
        area.setWrapText(true);
        area.setUndoRedoEnabled(false);
        area.setContentPadding(new javafx.geometry.Insets(PADDING / 2, PADDING, PADDING / 2, PADDING));
        area.setSyntaxDecorator(new EditorDecorator(model.coach()));
        area.setAccessibleRoleDescription("Script");
        Label hint = label("", "editor-hint");
        hint.setWrapText(true);
        hint.setMouseTransparent(true);
        StackPane.setAlignment(hint, Pos.TOP_LEFT);
        // An accessible text of its own would be read instead of what is written.
        Label named = label("Text of the script");
        named.setLabelFor(area);
        named.setOpacity(0);
        named.setMouseTransparent(true);
        named.setManaged(false);
        getChildren().addAll(named, area, hint);
        model.body().subscribe(now -> hint.setText(!now.text().isEmpty() || model.current().get() == null ? ""
            : model.current().get().email() ? "Write the email. {{ brings a field." : "Write what you say after the beep. {{ brings a field."));
        keys();
        inputMethod();
        area.getModel().addListener(change -> {
            if (change.isEdit()) {
                String before = model.body().get().text();
                String now = text();
                // The caret follows in an event of its own.
                pull(now, offset(before, change.getEnd()) + now.length() - before.length());
            }
        });
        area.caretPositionProperty().subscribe(caret -> {
            if (caret != null) {
                String now = text();
                pull(now, offset(now, caret));
            }
        });
        model.body().subscribe(this::push);
        model.coach().said().subscribe(this::redraw);
        // The colours of the words are resolved when they are drawn: another theme or another size draws them anew.
        measure.fillProperty().subscribe(fill -> redraw());
        measure.getStyleClass().add("editor-words");
        measure.setOpacity(0);
        measure.setMouseTransparent(true);
        measure.setManaged(false);
        getChildren().add(measure);
        area.fontProperty().subscribe(font -> requestLayout());
    }

    CodeArea area() {
        return area;
    }

    /// The words that a card speaks of.
    void select(int from, int to) {
        String text = text();
        area.requestFocus();
        area.select(position(text, Math.min(from, text.length())), position(text, Math.min(to, text.length())));
    }

    /// Where the caret is, for the list that opens below it.
    Optional<Bounds> caretBounds(Node in) {
        return Optional.ofNullable(area.lookup(".caret")).map(caret -> in.sceneToLocal(caret.localToScene(caret.getBoundsInLocal())))
            .filter(bounds -> bounds.getHeight() > 0);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < area.getParagraphCount(); i++) {
            text.append(i == 0 ? "" : "\n").append(area.getPlainText(i));
        }
        return text.toString();
    }

    private void pull(String text, int caret) {
        if (!pushing) {
            pulling = true;
            model.typed(text, Math.clamp(caret, 0, text.length()));
            pulling = false;
        }
    }

    /// Takes over what the model has put there, changing no more than what differs.
    private void push(Edited edited) {
        if (pulling) {
            return;
        }
        pushing = true;
        String before = text();
        String now = edited.text();
        if (!before.equals(now)) {
            int from = 0;
            int shorter = Math.min(before.length(), now.length());
            while (from < shorter && before.charAt(from) == now.charAt(from)) {
                from++;
            }
            int same = 0;
            while (same < shorter - from && before.charAt(before.length() - 1 - same) == now.charAt(now.length() - 1 - same)) {
                same++;
            }
            area.replaceText(position(before, from), position(before, before.length() - same), now.substring(from, now.length() - same));
        }
        area.select(position(now, edited.caret()));
        pushing = false;
        requestLayout();
    }

    private void redraw() {
        area.getModel().fireStyleChangeEvent(TextPos.ZERO, area.getModel().getDocumentEnd());
        requestLayout();
    }

    private static int offset(String text, TextPos position) {
        int start = 0;
        for (int line = 0; line < position.index(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return Math.min(text.length(), start + position.offset());
    }

    private static TextPos position(String text, int offset) {
        int line = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
            start = end + 1;
            line++;
        }
        return TextPos.ofLeading(line, offset - start);
    }

    private void keys() {
        var map = area.getInputMap();
        map.registerFunction(Tag.COPY, this::copy);
        map.registerFunction(Tag.CUT, () -> {
            copy();
            replaceSelection("");
        });
        map.registerFunction(Tag.PASTE, this::paste);
        map.registerFunction(Tag.PASTE_PLAIN_TEXT, this::paste);
        map.registerFunction(Tag.UNDO, model::undo);
        map.registerFunction(Tag.REDO, model::redo);
        map.register(KeyBinding.shortcut(KeyCode.Y), model::redo);
        map.register(KeyBinding.shiftShortcut(KeyCode.Z), model::redo);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (completing(e) || leaving(e) || inField(e)) {
                e.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (typedIntoField(e.getCharacter())) {
                e.consume();
            }
        });
    }

    private boolean completing(KeyEvent e) {
        CompletionViewModel list = model.completion();
        if (!list.open() || e.isShortcutDown() || e.isAltDown()) {
            return false;
        }
        switch (e.getCode()) {
            case UP -> list.select(list.selected().get() - 1);
            case DOWN -> list.select(list.selected().get() + 1);
            case ENTER -> model.complete(false);
            case TAB -> model.complete(true);
            case ESCAPE -> model.closeCompletion();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Tab leaves the field instead of being typed into it.
    private boolean leaving(KeyEvent e) {
        if (e.getCode() != KeyCode.TAB || e.isShortcutDown()) {
            return false;
        }
        area.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        return true;
    }

    /// The braces of a field are one step for the caret, Enter leaves a field, and Backspace behind one takes all of it.
    private boolean inField(KeyEvent e) {
        if (e.isShiftDown() || e.isShortcutDown() || e.isAltDown() || area.hasNonEmptySelection()) {
            return false;
        }
        Edited now = model.body().get();
        int caret = now.caret();
        for (Field field : FieldRules.fields(now.text())) {
            boolean inside = field.from() + 2 <= caret && caret <= field.to() - 2;
            switch (e.getCode()) {
                case ENTER -> {
                    if (inside) {
                        return move(now, field.to());
                    }
                }
                case RIGHT -> {
                    if (caret == field.from() || caret == field.to() - 2) {
                        return move(now, caret + 2);
                    }
                }
                case LEFT -> {
                    if (caret == field.to() || caret == field.from() + 2) {
                        return move(now, caret - 2);
                    }
                }
                case BACK_SPACE -> {
                    if (caret == field.to()) {
                        return without(now, field);
                    }
                }
                case DELETE -> {
                    if (caret == field.from()) {
                        return without(now, field);
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    private boolean without(Edited now, Field field) {
        model.typed(now.text().substring(0, field.from()) + now.text().substring(field.to()), field.from());
        return true;
    }

    private boolean move(Edited now, int caret) {
        area.select(position(now.text(), caret));
        return true;
    }

    /// A brace that is there already is not typed twice; the bar of a fallback takes the field that is selected in the list.
    private boolean typedIntoField(String typed) {
        Edited now = model.body().get();
        if (typed.equals("|") && model.completion().open()) {
            return model.complete(true);
        }
        return typed.equals("}") && now.text().startsWith("}", now.caret())
            && FieldRules.fields(now.text()).stream().anyMatch(field -> field.from() < now.caret() && now.caret() < field.to()) && move(now, now.caret() + 1);
    }

    private void copy() {
        SelectionSegment selection = area.getSelection();
        String text = text();
        if (selection != null && !selection.isCollapsed()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.substring(offset(text, selection.getMin()), offset(text, selection.getMax())));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void paste() {
        String pasted = Clipboard.getSystemClipboard().getString();
        if (pasted != null) {
            replaceSelection(pasted.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", ""));
        }
    }

    private void replaceSelection(String with) {
        SelectionSegment selection = area.getSelection();
        if (selection != null) {
            String text = text();
            int from = offset(text, selection.getMin());
            model.typed(text.substring(0, from) + with + text.substring(offset(text, selection.getMax())), from + with.length());
        }
    }

    /// Accents and scripts that are composed: JavaFX's rich text area knows no input methods of its own yet (26).
    private void inputMethod() {
        area.setInputMethodRequests(new InputMethodRequests() {
            @Override
            public Point2D getTextLocation(int offset) {
                return Optional.ofNullable(area.lookup(".caret")).map(caret -> caret.localToScreen(caret.getBoundsInLocal()))
                    .map(bounds -> new Point2D(bounds.getMinX(), bounds.getMaxY())).orElse(Point2D.ZERO);
            }

            @Override
            public int getLocationOffset(int x, int y) {
                return 0;
            }

            @Override
            public void cancelLatestCommittedText() {
                // Nothing is shown before it is committed.
            }

            @Override
            public String getSelectedText() {
                return "";
            }
        });
        area.setOnInputMethodTextChanged(e -> {
            if (!e.getCommitted().isEmpty()) {
                replaceSelection(e.getCommitted());
            }
        });
    }

    /// As high as its text, and a line more to write on.
    @Override
    protected double computePrefHeight(double width) {
        measure.setFont(area.getFont());
        measure.setText(model.body().get().text() + "\n ");
        measure.setWrappingWidth(Math.max(80, (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset() - 2 * PADDING));
        double lines = measure.getLayoutBounds().getHeight();
        int count = (int) Math.max(1, Math.round(lines / Math.max(1, area.getFont().getSize() * 1.21)));
        return lines + count * area.getLineSpacing() + PADDING + snappedTopInset() + snappedBottomInset();
    }
}

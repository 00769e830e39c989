package app.afterbeep.ui;

import static app.afterbeep.ui.controls.Controls.bringIntoView;
import static app.afterbeep.ui.controls.Controls.button;
import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;
import static app.afterbeep.ui.controls.Controls.show;
import static app.afterbeep.ui.controls.Controls.spring;
import static app.afterbeep.ui.controls.Controls.wrapped;

import app.afterbeep.ui.KeyTable.Entry;
import app.afterbeep.ui.controls.Sheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All keys on one sheet, screen by screen: found by typing, and changed where they stand. On the FX thread.
public final class KeysSheet extends VBox {
    private final MainWindow window;
    private final Consumer<String> save;
    private final TextField search = new TextField();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final Label said = label("", "problem");
    private final Button swap = button("keys-swap", "Swap the two", this::swap, "accent");
    private final Button all = button("keys-all-default", "All back to default", () -> keep(Map.of(), "All keys are back to default."));
    private final List<Button> rows = new ArrayList<>();
    private @Nullable Shortcut asked;
    private boolean choosing;
    private @Nullable Map<Shortcut, Chord> swapped;

    /// @param save keeps the rep's keys, as [Keys#use] reads them
    public KeysSheet(MainWindow window, Consumer<String> save) {
        this.window = window;
        this.save = save;
        Sheets.frame(this, "keys", "wide-sheet", "keys-sheet");
        search.setId("keys-search");
        search.setPromptText("Find by what it does, by screen or by key");
        search.setAccessibleText("Find a key");
        search.textProperty().subscribe(text -> fill());
        lines.setId("keys-lines");
        lines.getStyleClass().add("keys-lines");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        said.setId("keys-said");
        wrapped(said);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox answer = new HBox(said, swap);
        answer.getStyleClass().add("row");
        said.textProperty().subscribe(words -> show(answer, !words.isEmpty()));
        HBox foot = Sheets.foot(cap("Enter"), label("on a line, then the new key", "text-muted", "text-small"), spring(), all,
            button("keys-close", "Close", Shortcut.CLOSE, this::close));
        getChildren().addAll(label("Keys", "sheet-title"), search, scroll, answer, foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // The letter that was chosen must not be typed into the search as well.
        addEventFilter(KeyEvent.KEY_TYPED, e -> {
            if (choosing) {
                e.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_RELEASED, e -> choosing = asked != null);
        Keys.changes().subscribe(own -> fill());
    }

    public void open() {
        search.clear();
        ask(null);
        scroll.setVvalue(0);
        window.openSheet(this, this::escape);
        fill();
        search.requestFocus();
    }

    /// Esc leaves the question for a key first.
    private void escape() {
        if (asked != null) {
            Shortcut left = asked;
            ask(null);
            focusOn(left);
        } else {
            close();
        }
    }

    private void close() {
        ask(null);
        window.closeSheet();
        fill();
    }

    /// A hundred lines are made when somebody looks at them, not at the program's start.
    private void fill() {
        lines.getChildren().clear();
        rows.clear();
        if (getScene() == null) {
            return;
        }
        KeyTable.Place place = null;
        for (Entry entry : KeyTable.found(search.getText())) {
            if (entry.place() != place) {
                place = entry.place();
                lines.getChildren().add(label(place.title(), "section"));
            }
            lines.getChildren().add(line(entry));
        }
        if (rows.isEmpty()) {
            lines.getChildren().add(label("No key does that. Type other words.", "text-muted"));
        }
        show(all, !Keys.own().isEmpty());
    }

    private HBox line(Entry entry) {
        Shortcut shortcut = entry.shortcut();
        Label words = label(entry.words());
        HBox inside = new HBox(words, spring(), cap(shortcut));
        inside.getStyleClass().addAll("row", "keys-words");
        Button row = new Button("", inside);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.getStyleClass().add("keys-line");
        row.setId("key-" + entry.place().name().toLowerCase(Locale.ROOT) + "-" + shortcut.name().toLowerCase(Locale.ROOT));
        row.setMaxWidth(Double.MAX_VALUE);
        row.setMinWidth(0);
        HBox.setHgrow(row, Priority.ALWAYS);
        boolean changeable = KeyChoice.changeable(shortcut);
        row.setAccessibleText(entry.place().title() + ": " + entry.words() + ", key " + shortcut.cap() + (changeable ? "" : ", can't be changed"));
        row.setOnAction(e -> {
            if (changeable) {
                ask(shortcut);
            } else {
                say("“" + entry.words() + "” keeps its key.");
            }
        });
        row.focusedProperty().subscribe(focused -> {
            if (focused) {
                bringIntoView(row.getParent());
            }
        });
        row.getProperties().put(Shortcut.class, shortcut);
        rows.add(row);
        HBox line = new HBox(row);
        line.getStyleClass().add("row");
        if (Keys.own().containsKey(shortcut)) {
            Button back = button(row.getId() + "-default", "Back to " + shortcut.usual().cap(), () -> choose(shortcut, shortcut.usual()), "flat");
            back.setAccessibleText(entry.words() + ": back to " + shortcut.usual().cap());
            line.getChildren().add(back);
        }
        return line;
    }

    private void ask(@Nullable Shortcut shortcut) {
        asked = shortcut;
        swapped = null;
        show(swap, false);
        said.getStyleClass().remove("problem");
        said.setText(shortcut == null ? "" : "Press the new key for “" + KeyTable.of(shortcut).getFirst().words() + "”. Esc leaves it as it is.");
    }

    private void say(String problem) {
        if (!said.getStyleClass().contains("problem")) {
            said.getStyleClass().add("problem");
        }
        said.setText(problem);
        said.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void pressed(KeyEvent event) {
        choosing = asked != null;
        if (asked != null && swapped == null && event.getCode() != KeyCode.ESCAPE) {
            Shortcut shortcut = asked;
            event.consume();
            if (event.isAltDown() || event.isShiftDown()) {
                Chord.of(event).ifPresent(chord -> say("Alt and Shift are left to the system. Press a key alone or with Ctrl."));
            } else {
                Chord.of(event).ifPresent(chord -> choose(shortcut, chord));
            }
            return;
        }
        int move = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case PAGE_DOWN -> 8;
            case PAGE_UP -> -8;
            default -> 0;
        };
        if (move != 0 && !rows.isEmpty() && !event.isShortcutDown()) {
            int now = rows.indexOf(getScene().getFocusOwner());
            if (now == 0 && move < 0) {
                search.requestFocus();
            } else {
                rows.get(Math.clamp(now < 0 && move > 1 ? 0 : now + move, 0, rows.size() - 1)).requestFocus();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            Button line = search.isFocused() && rows.size() == 1 ? rows.getFirst()
                : rows.stream().filter(row -> row == getScene().getFocusOwner()).findFirst().orElse(null);
            if (line != null) {
                line.fire();
                event.consume();
            }
        }
    }

    private void choose(Shortcut shortcut, Chord chord) {
        switch (KeyChoice.judge(shortcut, chord, Keys.own())) {
            case KeyChoice.Judged.Refused(String sentence) -> say(sentence);
            case KeyChoice.Judged.Taken(String sentence, Map<Shortcut, Chord> both) -> {
                if (both == null) {
                    say(sentence + " Choose another key.");
                } else {
                    asked = shortcut;
                    say(sentence + " Swap the two, or Esc and choose another.");
                    swapped = both;
                    show(swap, true);
                    swap.requestFocus();
                }
            }
            case KeyChoice.Judged.Good(Map<Shortcut, Chord> own) -> {
                keep(own, "“" + KeyTable.of(shortcut).getFirst().words() + "” is now " + chord.cap() + ".");
                focusOn(shortcut);
            }
        }
    }

    private void swap() {
        Shortcut shortcut = asked;
        if (swapped != null && shortcut != null) {
            keep(swapped, "Swapped.");
            focusOn(shortcut);
        }
    }

    private void keep(Map<Shortcut, Chord> own, String words) {
        ask(null);
        String written = Keys.written(own);
        Keys.use(written);
        save.accept(written);
        said.setText(words);
    }

    private void focusOn(Shortcut shortcut) {
        layout();
        rows.stream().filter(row -> row.getProperties().get(Shortcut.class) == shortcut).findFirst().ifPresent(Button::requestFocus);
    }
}

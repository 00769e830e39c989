package app.afterbeep.lists;

import static app.afterbeep.ui.controls.Controls.label;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The choice of what a column is: typing narrows it, Up and Down move, Enter takes, Esc leaves it as it was.
final class FieldChoicePane extends VBox {
    private final TextField typed = new TextField();
    private final ListView<FieldWords.Choice> list = new ListView<>();
    private Consumer<String> chosen = field -> {};
    private Runnable closed = () -> {};

    FieldChoicePane() {
        setId("field-choice");
        getStyleClass().addAll("card", "field-choice");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        typed.setId("field-choice-typed");
        typed.setAccessibleText("What the column is: type to narrow the choice");
        typed.setPromptText("Type to find");
        list.setId("field-choice-list");
        list.setAccessibleText("What the column can be");
        list.setPlaceholder(label("No field is called so", "text-muted"));
        list.setFocusTraversable(false);
        Label keys = label("↑ ↓ move · Enter takes it · Esc leaves it", "text-muted", "text-small");
        getChildren().addAll(typed, list, keys);
        typed.textProperty().subscribe((before, now) -> offer(FieldWords.matching(now)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(e -> take());
        typed.focusedProperty().subscribe((before, focused) -> {
            // The window itself may lose the keyboard for a while; that closes nothing.
            if (!focused && isVisible() && getScene() != null && getScene().getFocusOwner() != typed && getScene().getFocusOwner() != list) {
                close();
            }
        });
        setVisible(false);
        setManaged(false);
    }

    private void offer(List<FieldWords.Choice> choices) {
        list.getItems().setAll(choices);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// Opens it below `cell`, or above where there is more room.
    ///
    /// @param begun  what was typed already
    /// @param chosen is told the field
    /// @param closed runs when it is closed, whatever was chosen
    void open(Bounds cell, String field, String begun, Consumer<String> chosen, Runnable closed) {
        this.chosen = chosen;
        this.closed = closed;
        typed.setText("");
        offer(FieldWords.choices());
        list.getItems().stream().filter(choice -> choice.field().equals(field)).findFirst().ifPresent(list.getSelectionModel()::select);
        setManaged(true);
        setVisible(true);
        applyCss();
        autosize();
        layout();
        // What it is now is in sight; before the list has its height it can't be scrolled to.
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        Bounds room = getParent().getLayoutBounds();
        double height = prefHeight(-1);
        double below = cell.getMaxY();
        setTranslateX(Math.max(0, Math.min(cell.getMinX(), room.getWidth() - prefWidth(-1))));
        setTranslateY(Math.max(0, below + height <= room.getHeight() ? below
            : cell.getMinY() - height >= 0 ? cell.getMinY() - height : room.getHeight() - height));
        typed.requestFocus();
        if (!begun.isEmpty()) {
            typed.setText(begun);
        }
        typed.end();
    }

    private void pressed(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> move(at + 1);
            case UP -> move(at - 1);
            case PAGE_DOWN -> move(at + 6);
            case PAGE_UP -> move(at - 6);
            case ENTER, TAB -> take();
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ENTER || !event.isShortcutDown()) {
            event.consume();
        }
    }

    private void move(int to) {
        int next = Math.max(0, Math.min(list.getItems().size() - 1, to));
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - 3));
    }

    private void take() {
        FieldWords.Choice choice = list.getSelectionModel().getSelectedItem();
        close();
        if (choice != null) {
            chosen.accept(choice.field());
        }
    }

    void close() {
        if (isVisible()) {
            setVisible(false);
            setManaged(false);
            closed.run();
        }
    }
}

package app.afterbeep.ui.controls;

import app.afterbeep.ui.controls.VirtualRows.Row;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// How rows are marked beside the selected one: Shift and Ctrl with the arrows, Space or the mouse, Ctrl+A. A plain key or click marks none.
///
/// @param <T> what is shown of a row
final class Marking<T> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final int PAGE = 12;

    private final TableView<Row<T>> table;
    private Marks marks = new Marks(new long[0]);
    /// Where a range begins that Shift extends; -1 for none.
    private int anchor = -1;
    private Runnable changed = () -> {};
    private Runnable opened = () -> {};

    Marking(TableView<Row<T>> table) {
        this.table = table;
        table.setRowFactory(view -> new MarkedRow());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// What happens when other rows are marked.
    void onChanged(Runnable action) {
        changed = action;
    }

    /// What happens when a row is clicked twice.
    void onOpened(Runnable action) {
        opened = action;
    }

    /// Other rows are shown, of which these are marked.
    void show(Marks marked) {
        marks = marked;
        anchor = selected();
    }

    /// All rows, however many.
    void all() {
        marks.all();
        redraw();
    }

    void none() {
        if (marks.count() > 0) {
            marks.none();
            redraw();
        }
    }

    private void redraw() {
        table.refresh();
        changed.run();
    }

    private int selected() {
        return table.getSelectionModel().getSelectedIndex();
    }

    private void pressed(KeyEvent event) {
        int index = selected();
        int to = target(event.getCode(), index);
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            all();
            event.consume();
        } else if (event.getCode() == KeyCode.SPACE && index >= 0) {
            toggle(index);
            event.consume();
        } else if (to >= 0 && event.isShiftDown()) {
            extend(to);
            event.consume();
        } else if (to >= 0 && event.isShortcutDown()) {
            // On to the next one that Space shall mark too.
            select(to);
            event.consume();
        } else if (to >= 0) {
            none();
            anchor = to;
        }
    }

    /// The row that a key goes to, or -1.
    private int target(KeyCode key, int from) {
        int rows = table.getItems().size();
        int to = switch (key) {
            case UP -> from - 1;
            case DOWN -> from + 1;
            case PAGE_UP -> from - PAGE;
            case PAGE_DOWN -> from + PAGE;
            case HOME -> 0;
            case END -> rows - 1;
            default -> Integer.MIN_VALUE;
        };
        return to == Integer.MIN_VALUE || rows == 0 ? -1 : Math.clamp(to, 0, rows - 1);
    }

    private void select(int index) {
        table.getSelectionModel().select(index);
        table.scrollTo(Math.max(0, index - 3));
    }

    private void toggle(int index) {
        marks.toggle(index);
        anchor = index;
        redraw();
    }

    /// Marks from where it began to here.
    private void extend(int to) {
        int from = anchor < 0 || anchor >= table.getItems().size() ? Math.max(0, selected()) : anchor;
        marks.only(from, to);
        anchor = from;
        select(to);
        redraw();
    }

    private final class MarkedRow extends TableRow<Row<T>> {
        MarkedRow() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        }

        @Override
        protected void updateItem(@Nullable Row<T> row, boolean empty) {
            super.updateItem(row, empty);
            boolean marked = row != null && !empty && marks.has(row.index());
            pseudoClassStateChanged(MARKED, marked);
            setAccessibleText(marked ? "chosen" : null);
        }

        private void clicked(MouseEvent event) {
            if (isEmpty()) {
                return;
            }
            if (event.isShiftDown()) {
                table.requestFocus();
                extend(getIndex());
                event.consume();
            } else if (event.isShortcutDown()) {
                table.requestFocus();
                if (marks.count() == 0 && selected() >= 0) {
                    marks.toggle(selected());
                }
                toggle(getIndex());
                event.consume();
            } else {
                none();
                anchor = getIndex();
                if (event.getClickCount() == 2) {
                    opened.run();
                }
            }
        }
    }
}

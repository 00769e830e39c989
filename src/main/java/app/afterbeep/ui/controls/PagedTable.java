package app.afterbeep.ui.controls;

import app.afterbeep.ui.controls.VirtualRows.Row;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A table of any length, as [DataTable] looks, for [VirtualRows]. One row is selected; others can be marked with it (Shift and Ctrl with the
/// arrows, Space or the mouse, Ctrl+A). Who shows it orders the rows; widths and order of its columns are the rep's.
///
/// @param <T> what is shown of a row
public final class PagedTable<T> extends StackPane {
    private static final double NARROWEST = 0.5;

    private final TableView<Row<T>> table = new TableView<>();
    private final Columns<Row<T>> columns = new Columns<>(table, this, NARROWEST);
    private final Marking<T> marking = new Marking<>(table);
    private Consumer<@Nullable Long> selected = id -> {};
    private Runnable marksChanged = () -> {};
    private VirtualRows<T> rows = new VirtualRows<>(new long[0], 0, page -> {});
    private boolean showing;

    public PagedTable(String id, String accessibleText) {
        getStyleClass().add("data-table");
        table.setId(id);
        table.setAccessibleText(accessibleText);
        table.getStyleClass().add("edge-to-edge");
        columns.leaveToTheRep();
        table.setPlaceholder(new Region());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!showing) {
                tellSelected();
            }
        });
        setMinSize(0, 0);
    }

    /// What happens when another row is selected: its id, null for none.
    public void onSelected(Consumer<@Nullable Long> action) {
        selected = action;
    }

    /// What happens when a row is clicked twice.
    public void onOpened(Runnable action) {
        marking.onOpened(action);
    }

    /// What happens when other rows are marked.
    public void onMarked(Runnable action) {
        marksChanged = action;
        marking.onChanged(action);
    }

    /// What happens when the rep has moved or widened a column: what [#layOut] takes.
    public void onLaidOut(Consumer<String> action) {
        columns.onLaidOut(action);
    }

    /// Two lines: the name bold, what belongs to it muted below.
    public PagedTable<T> person(String id, String title, double ems, Function<T, String> name, Function<T, String> below) {
        return add(id, title, ems, () -> new Cells.PersonCell<>(row -> shown(row, name), row -> shown(row, below), "person-name"));
    }

    /// @param styles of the cells and the header: `right` for numbers
    public PagedTable<T> text(String id, String title, double ems, Function<T, String> text, String... styles) {
        return add(id, title, ems, () -> new Cells.TextCell<>(row -> shown(row, text), null, styles), styles);
    }

    /// The column that was added last may vanish when there is no room for all.
    public PagedTable<T> givingWay() {
        columns.lastGivesWay();
        return this;
    }

    /// Three dots until the row is read.
    private static <T> String shown(Row<T> row, Function<T, String> text) {
        T value = row.value();
        return value == null ? "…" : text.apply(value);
    }

    private PagedTable<T> add(String id, String title, double ems, Supplier<TableCell<Row<T>, Row<T>>> cell, String... styles) {
        TableColumn<Row<T>, Row<T>> column = columns.add(id, title, ems, cell, styles);
        column.setSortable(false);
        // Never asked: who shows the table orders it.
        column.setComparator((one, other) -> 0);
        return this;
    }

    /// A click on the head of the column that was added last orders the rows by it, one more the other way round, a third one ends that.
    public PagedTable<T> sortable() {
        columns.last().setSortable(true);
        return this;
    }

    /// What happens when the rep clicks on the head of a column: its id, "" for none, and whether the last stands first.
    public void onSorted(BiConsumer<String, Boolean> action) {
        table.setSortPolicy(t -> {
            if (!showing) {
                TableColumn<Row<T>, ?> column = table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
                action.accept(column == null ? "" : column.getId(), column != null && column.getSortType() == TableColumn.SortType.DESCENDING);
            }
            return true;
        });
    }

    /// Shows by which column the rows are ordered; "" for none of them.
    public void showSorted(String id, boolean descending) {
        showing = true;
        table.getSortOrder().clear();
        columns.find(id).ifPresent(column -> {
            column.setSortType(descending ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            table.getSortOrder().add(column);
        });
        showing = false;
    }

    /// What stands here when there are no rows.
    public void setEmpty(Node node) {
        table.setPlaceholder(node);
    }

    /// Shows these rows. The selected one stays so while it is among them; else the first is selected.
    public void show(VirtualRows<T> next, Marks marked) {
        int index = table.getSelectionModel().getSelectedIndex();
        long before = index >= 0 && index < rows.size() ? rows.id(index) : 0;
        showing = true;
        rows = next;
        table.setItems(next);
        int at = before == 0 ? -1 : index < next.size() && next.id(index) == before ? index : next.at(before);
        table.getSelectionModel().clearSelection();
        if (at >= 0) {
            table.getSelectionModel().select(at);
        } else if (!next.isEmpty()) {
            table.getSelectionModel().select(0);
            table.scrollTo(0);
        }
        marking.show(marked);
        showing = false;
        tellSelected();
        marksChanged.run();
    }

    /// Draws what is in view again: pages have come, or the time has gone on.
    public void redraw() {
        table.refresh();
    }

    public int size() {
        return rows.size();
    }

    /// The selected row's id; null for none.
    public @Nullable Long selected() {
        int index = table.getSelectionModel().getSelectedIndex();
        return index < 0 || index >= rows.size() ? null : rows.id(index);
    }

    /// Selects the row of this id, should it be there.
    public void select(long id) {
        int at = rows.at(id);
        if (at >= 0) {
            table.getSelectionModel().select(at);
            table.scrollTo(Math.max(0, at - 3));
        }
    }

    /// Gives the table the keyboard; a row is selected then.
    public void takeKeyboard() {
        table.requestFocus();
        if (selected() == null && !rows.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// Marks all rows, however many.
    public void markAll() {
        marking.all();
    }

    public void markNone() {
        marking.none();
    }

    private void tellSelected() {
        selected.accept(selected());
    }

    /// Width and order of the columns as the rep had them, in the words of [#onLaidOut]; anything else is ignored.
    public void layOut(String layout) {
        columns.layOut(layout);
    }
}

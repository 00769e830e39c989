package app.afterbeep.ui.controls;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A table as all screens have it: the person first, a quiet grid, one row selected, column widths in em. When it gets narrow,
/// columns that may give way do so, the last one first. New rows leave selection and sort as they are.
///
/// @param <T> one row
public final class DataTable<T> extends StackPane {
    /// A column may get this much narrower than its comfortable width before others give way.
    private static final double NARROWEST = 0.6;

    private final TableView<T> table = new TableView<>();
    private final ObservableList<T> rows = FXCollections.observableArrayList();
    private final ToLongFunction<T> key;
    private final Columns<T> columns = new Columns<>(table, this, NARROWEST);
    private Consumer<@Nullable T> selected = row -> {};
    private boolean showing;

    /// @param key by which a row is known again after the rows were read anew
    public DataTable(String id, String accessibleText, ToLongFunction<T> key) {
        this.key = key;
        getStyleClass().add("data-table");
        table.setId(id);
        table.setAccessibleText(accessibleText);
        table.getStyleClass().add("edge-to-edge");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Region());
        SortedList<T> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!showing) {
                selected.accept(row);
            }
        });
        setMinSize(0, 0);
    }

    /// What happens when another row is selected, by key, by mouse or by new rows; null for none.
    public void onSelected(Consumer<@Nullable T> action) {
        selected = action;
    }

    /// Two lines: the name bold, what belongs to it muted below.
    public DataTable<T> person(String id, String title, double ems, Function<T, String> name, Function<T, String> below) {
        return add(id, title, ems, Comparator.comparing(name, String.CASE_INSENSITIVE_ORDER), () -> new Cells.PersonCell<>(name, below, "person-name"));
    }

    /// Two lines, the second muted: a time, and the same on another clock.
    public DataTable<T> lines(String id, String title, double ems, Function<T, String> first, Function<T, String> second, Comparator<T> order) {
        return add(id, title, ems, order, () -> new Cells.PersonCell<>(first, second, "line-above"));
    }

    /// @param styles of the cells and the header: `right` for numbers
    public DataTable<T> text(String id, String title, double ems, Function<T, String> text, Comparator<T> order, String... styles) {
        return add(id, title, ems, order, () -> new Cells.TextCell<>(text, null, styles), styles);
    }

    /// Sorted as it reads.
    public DataTable<T> text(String id, String title, double ems, Function<T, String> text, String... styles) {
        return text(id, title, ems, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER), styles);
    }

    /// A dot in the colour of its meaning, and the word.
    ///
    /// @param dot style class of the dot
    public DataTable<T> dotted(String id, String title, double ems, Function<T, String> text, Function<T, String> dot) {
        return add(id, title, ems, Comparator.comparing(text), () -> new Cells.TextCell<>(text, dot));
    }

    /// A word with a style class of its own in each row, for words that call for attention.
    public DataTable<T> toned(String id, String title, double ems, Function<T, String> text, Function<T, String> tone) {
        return add(id, title, ems, Comparator.comparing(text), () -> new Cells.TonedCell<>(text, tone));
    }

    /// As [#dotted], in an order of its own.
    public DataTable<T> dotted(String id, String title, double ems, Function<T, String> text, Function<T, String> dot, Comparator<T> order) {
        return add(id, title, ems, order, () -> new Cells.TextCell<>(text, dot));
    }

    /// The column that was added last may vanish when there is no room for all.
    public DataTable<T> givingWay() {
        columns.lastGivesWay();
        return this;
    }

    /// A column that says nothing in any row takes no room.
    public void leaveOut(String column, boolean out) {
        columns.leaveOut(column, out);
    }

    private DataTable<T> add(String id, String title, double ems, Comparator<T> order, Supplier<TableCell<T, T>> cell, String... styles) {
        columns.add(id, title, ems, cell, styles).setComparator(order);
        return this;
    }

    /// What stands here when there are no rows.
    public void setEmpty(Node node) {
        table.setPlaceholder(node);
    }

    /// Shows these rows. The selected one stays so while it is among them; else the first is selected.
    public void show(List<T> next) {
        if (rows.equals(next)) {
            return;
        }
        T before = table.getSelectionModel().getSelectedItem();
        showing = true;
        rows.setAll(next);
        T after = before == null ? null
            : next.stream().filter(row -> key.applyAsLong(row) == key.applyAsLong(before)).findFirst().orElse(null);
        table.getSelectionModel().clearSelection();
        if (after != null) {
            table.getSelectionModel().select(after);
        } else {
            table.getSelectionModel().selectFirst();
            table.scrollTo(0);
        }
        showing = false;
        selected.accept(table.getSelectionModel().getSelectedItem());
    }

    /// The rows in the order in which they stand.
    public List<T> rows() {
        return table.getItems();
    }

    public @Nullable T selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    /// Selects this row, or none.
    public void select(@Nullable T row) {
        showing = true;
        if (row == null) {
            table.getSelectionModel().clearSelection();
        } else if (!row.equals(selected())) {
            table.getSelectionModel().select(row);
            table.scrollTo(row);
        }
        showing = false;
    }

    /// Runs when a row is clicked twice; it is then the selected one.
    public void onOpened(Runnable action) {
        table.setRowFactory(view -> {
            TableRow<T> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    action.run();
                }
            });
            return row;
        });
    }

    /// Writes the cells anew: what they say has changed with the time, not with the rows.
    public void redraw() {
        table.refresh();
    }

    /// Whether a column is there, or has given way.
    public boolean shows(String id) {
        return columns.find(id).filter(TableColumn::isVisible).isPresent();
    }

    /// Gives the table the keyboard and leaves the selection alone.
    public void focusOnly() {
        table.requestFocus();
    }

    /// Gives the table the keyboard; a row is selected then.
    public void takeKeyboard() {
        table.requestFocus();
        if (selected() == null) {
            table.getSelectionModel().selectFirst();
        }
    }
}

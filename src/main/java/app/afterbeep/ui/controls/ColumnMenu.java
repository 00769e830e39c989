package app.afterbeep.ui.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// What the mouse does with the header of a table, for the keyboard: sort by a column, make it wider or narrower, move it. The table hears of
/// another width or place by an action event.
public final class ColumnMenu {
    /// So much of an em of 14 pixels at a time.
    private static final double STEP = 28;

    private ColumnMenu() {}

    /// Opens the menu at the table's header, one entry a column.
    public static ContextMenu open(TableView<?> table) {
        ContextMenu menu = new ContextMenu();
        menu.setId("column-menu");
        for (TableColumn<?, ?> column : table.getVisibleLeafColumns()) {
            if (!column.getText().isBlank()) {
                menu.getItems().add(of(table, column));
            }
        }
        menu.show(table, Side.TOP, 12, 32);
        return menu;
    }

    private static <T> Menu of(TableView<T> table, TableColumn<?, ?> column) {
        Menu menu = new Menu(column.getText());
        List<MenuItem> items = new ArrayList<>();
        if (column.isSortable()) {
            items.add(item("Sort, smallest first", () -> sort(table, column, TableColumn.SortType.ASCENDING)));
            items.add(item("Sort, largest first", () -> sort(table, column, TableColumn.SortType.DESCENDING)));
        }
        if (column.isResizable()) {
            items.add(item("Wider", () -> resize(table, column, STEP)));
            items.add(item("Narrower", () -> resize(table, column, -STEP)));
        }
        if (column.isReorderable()) {
            items.add(item("Move left", () -> move(table, column, -1)));
            items.add(item("Move right", () -> move(table, column, 1)));
        }
        menu.getItems().addAll(items);
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static <T> TableColumn<T, ?> mine(TableView<T> table, TableColumn<?, ?> column) {
        return table.getColumns().stream().filter(each -> each == column).findFirst().orElseThrow();
    }

    private static <T> void sort(TableView<T> table, TableColumn<?, ?> column, TableColumn.SortType how) {
        TableColumn<T, ?> mine = mine(table, column);
        mine.setSortType(how);
        table.getSortOrder().setAll(List.of(mine));
        table.sort();
    }

    private static <T> void resize(TableView<T> table, TableColumn<?, ?> column, double by) {
        table.resizeColumn(mine(table, column), by);
        table.fireEvent(new ActionEvent());
    }

    private static <T> void move(TableView<T> table, TableColumn<?, ?> column, int by) {
        TableColumn<T, ?> mine = mine(table, column);
        List<TableColumn<T, ?>> order = new ArrayList<>(table.getColumns());
        int from = order.indexOf(mine);
        int to = Math.clamp(from + by, 0, order.size() - 1);
        order.remove(mine);
        order.add(to, mine);
        table.getColumns().setAll(order);
        table.fireEvent(new ActionEvent());
    }
}

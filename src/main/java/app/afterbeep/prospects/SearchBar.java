package app.afterbeep.prospects;

import static app.afterbeep.ui.controls.Controls.cap;
import static app.afterbeep.ui.controls.Controls.label;

import app.afterbeep.prospects.Order.By;
import app.afterbeep.ui.Shortcut;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Above the table of prospects: what is searched for, and in which order they stand.
final class SearchBar extends HBox {
    /// What can be chosen; a click on a column's head gives the other direction too.
    private static final List<Order> ORDERS = List.of(Order.ADDED, new Order(By.ADDED, true), new Order(By.NAME, false), new Order(By.COMPANY, false),
        new Order(By.LIST, false), new Order(By.NEXT_CALL, false), new Order(By.LAST_CALL, true), new Order(By.LAST_CALL, false));

    private final TextField search = new TextField();
    private final ComboBox<Order> order = new ComboBox<>(FXCollections.observableArrayList(ORDERS));
    private boolean setting;

    /// @param found gives the keyboard to what was found
    SearchBar(BrowseViewModel browse, Runnable found) {
        getStyleClass().addAll("row", "table-tools");
        search.setId("prospects-search");
        search.setPromptText("Name, company, number, email or note");
        search.setAccessibleText("Search prospects by name, company, number, email or note");
        search.textProperty().subscribe((before, typed) -> browse.search(typed));
        // Down and Enter go on into what was found.
        search.setOnAction(e -> found.run());
        search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN) {
                found.run();
                e.consume();
            }
        });
        setHgrow(search, Priority.ALWAYS);
        Label find = label("Find", "text-muted");
        find.setLabelFor(search);
        find.setMinWidth(USE_PREF_SIZE);
        order.setId("prospects-order");
        order.setAccessibleText("Order of the prospects");
        order.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Order each) {
                return each == null ? "" : words(each);
            }

            @Override
            public @Nullable Order fromString(String text) {
                return null;
            }
        });
        order.setOnAction(e -> {
            if (!setting && order.getValue() != null) {
                browse.sort(order.getValue());
            }
        });
        getChildren().addAll(find, search, cap(Shortcut.FIND), order, cap(Shortcut.ORDER));
    }

    private static String words(Order each) {
        return switch (each.by()) {
            case ADDED -> each.descending() ? "Newest first" : "As added";
            case NAME -> each.descending() ? "By name, Z to A" : "By name";
            case COMPANY -> each.descending() ? "By company, Z to A" : "By company";
            case LIST -> each.descending() ? "By list, Z to A" : "By list";
            case NEXT_CALL -> each.descending() ? "Next call, last first" : "Next call first";
            case LAST_CALL -> each.descending() ? "Last called first" : "Longest not called";
        };
    }

    /// Shows in which order they stand.
    void show(Order now) {
        setting = true;
        order.setValue(now);
        setting = false;
    }

    /// Gives the search the keyboard.
    void find() {
        search.requestFocus();
        search.selectAll();
    }

    /// Opens the list of orders.
    void chooseOrder() {
        order.requestFocus();
        order.show();
    }

    boolean isEmpty() {
        return search.getText().isEmpty();
    }

    void clear() {
        search.setText("");
    }

    /// The keyboard is in the search.
    boolean isSearching() {
        return search.isFocused();
    }
}
